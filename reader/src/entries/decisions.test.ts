import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

function decisionsOf(body: string) {
  const text = `# Protokoll der Sitzung vom 3. Mai 2024\n\n## 1. Verein\n\n${body}\n`
  return read(text).entries.flatMap(entry => (entry.kind === 'decision' ? [entry] : []))
}

describe('decisionsIn', () => {
  it('joins a motion with the answer behind it', () => {
    const [decision] = decisionsOf('Frau Ott schlägt vor, zuerst die Tafel aufzuhängen. Damit sind alle einverstanden.')
    expect(decision).toMatchObject({
      text: 'Frau Ott schlägt vor, zuerst die Tafel aufzuhängen. Damit sind alle einverstanden.',
      result: 'consensus',
    })
  })

  it('passes over what was said against a motion', () => {
    const [decision] = decisionsOf('Mila beantragt, den Punkt vorzuziehen. Gegenrede Okan. Abstimmung: 4 Ja, 8 Nein.')
    expect(decision).toMatchObject({ text: 'Mila beantragt, den Punkt vorzuziehen.', result: 'rejected' })
  })

  it('tells no outcome of what is decided later', () => {
    const [decision] = decisionsOf('Über den Anbau wird in der Herbstsitzung entschieden.')
    expect(decision).toMatchObject({ result: null, cues: ['put-off'] })
  })

  it('takes a line of votes that names its motion for itself below a bare title', () => {
    const text =
      'Schulrat 3.5.2024\n\n1) Beginn\nKurz.\n\n2) Pausen\nAbstimmung über den Antrag an die Stadt: 9 Ja, 2 Nein\n'
    const found = read(text).entries.filter(entry => entry.kind === 'decision')
    expect(found.map(entry => entry.text)).toEqual(['Abstimmung über den Antrag an die Stadt: 9 Ja, 2 Nein'])
  })

  it('takes a motion in numbered parts for one', () => {
    const [decision, ...others] = decisionsOf(
      'Beschlussvorschlag:\n1. Der Ausschuss empfiehlt die Variante B.\n2. Die Verwaltung plant weiter.\n\nJa 9 Nein 2',
    )
    expect(decision!.text).toBe('Der Ausschuss empfiehlt die Variante B. Die Verwaltung plant weiter.')
    expect(decision!.votes).toEqual({ yes: 9, no: 2, abstain: null })
    expect(others).toEqual([])
  })

  it('takes a quoted motion for part of the minutes', () => {
    const [decision] = decisionsOf('> Beschluss: Der Verein kauft ein Zelt.\n> Abstimmung: 6/0/0')
    expect(decision).toMatchObject({ text: 'Der Verein kauft ein Zelt.', result: 'unanimous' })
  })

  it('reads rows that are marked as decisions or count votes', () => {
    const marked =
      '| Nr | Art | Inhalt | Wer |\n|---|---|---|---|\n| 1 | B | Die Liste wird öffentlich (3:0:1) | |\n| 2 | I | Der Saal ist frei | |'
    expect(decisionsOf(marked).map(({ text, result }) => [text, result])).toEqual([
      ['Die Liste wird öffentlich (3:0:1)', 'accepted'],
    ])
    const counted = '| Antrag | Ja | Nein | Enth. |\n|---|---|---|---|\n| Jahresrechnung | 63 | 0 | 0 |'
    expect(decisionsOf(counted)[0]).toMatchObject({ text: 'Jahresrechnung', result: 'unanimous' })
  })

  it('leaves to the task the clause that says who acts', () => {
    const [decision] = decisionsOf('Man einigt sich auf die kleine Halle, Mila Sahin bestellt den Schlüssel.')
    expect(decision!.text).toBe('Man einigt sich auf die kleine Halle')
  })

  it('gives a candidate the votes behind the name', () => {
    const [decision] = decisionsOf('- Mila Sahin: 6 Ja, 0 Nein, 1 Enthaltung. Sie nimmt an.')
    expect(decision!.votes).toEqual({ yes: 6, no: 0, abstain: 1 })
  })

  it('reads a motion that is a label with a colon at its end, and the votes below', () => {
    const [decision, ...others] = decisionsOf(
      '- Kasse\n  Beschluss: Mila und Okan prüfen die Kasse:\n  5/0/1 beschlossen',
    )
    expect(decision).toMatchObject({ result: 'accepted', votes: { yes: 5, no: 0, abstain: 1 } })
    expect(decision!.text).toContain('Mila und Okan prüfen die Kasse')
    expect(others).toEqual([])
  })

  it('takes a question that was voted on for a decision', () => {
    const [decision] = decisionsOf('Soll die Halle gemietet werden?\n- Wurde mit dem absoluten Mehr angenommen.')
    expect(decision).toMatchObject({ text: 'Soll die Halle gemietet werden?', result: 'accepted' })
  })

  it('quotes what was put off of itself under a headline', () => {
    expect(decisionsOf('- Werkstatt\n  - vertagt, bis wieder jemand Zeit hat').map(d => d.text)).toEqual([
      'vertagt, bis wieder jemand Zeit hat',
    ])
  })

  it.each([
    ['Entscheidung Ausflug: Wanderung am See', null],
    ['Beschluss zur Raummiete: Wir mieten den kleinen Saal', null],
    ['Alle Anwesenden sprechen sich dafür aus, dass die Gruppe hilft', 'unanimous'],
    ['Diskutiert, aber abgelehnt wurde: „Lesekreis Nord e. V.“', 'rejected'],
    ['Vorstandsbeschluss: Die Kasse wird zweimal geprüft', null],
    ['Abstimmung Raummiete: 7 ja, 1 nein', 'accepted'],
    ['Das Zelt kaufen? Nein', 'rejected'],
    ['Der Vorschlag von Mila wird angenommen', 'accepted'],
    ['Die Wahl fällt auf das Café am Markt', null],
    ['Der Donnerstag bekommt die meisten Stimmen', null],
    ['Neue Kassenwartin ist Mila Sahin', null],
    ['Fahrtkosten werden erstattet.', null],
    ['Die Barrierefreiheit ist anzustreben.', null],
  ])('finds one in "%s"', (body, result) => {
    const [decision, ...others] = decisionsOf(`- ${body}`)
    expect(decision).toBeDefined()
    if (result) expect(decision!.result).toBe(result)
    expect(others).toEqual([])
  })

  it.each([
    '- Hoffest\n  - vertagt',
    '- Protokoll vom April beschließen und hochladen',
    '- Der Termin wird durch die Festgruppe festgelegt.',
    '- Die Bank wird orange gestrichen',
    '- Das wird vermutlich nicht unterstützt',
    '- Ergebnis von unserem Gespräch',
    '- Wir müssen noch beschließen, wie wir das machen',
    '- Die Uni hat entschieden, dass die Prüfungen online stattfinden',
    '- Habt ihr Fragen? Ja',
    '- Beschluss vom letzten Mal: erledigt',
    '- Der Wagen sollte ausgelastet sein, damit es sich rechnet',
    'Kein Konsens.',
    'Ist jemand dagegen?',
    'Der Zuschuss ist verschoben worden.',
    'Der Rat hat das abgelehnt.',
  ])('finds none in "%s"', body => {
    expect(decisionsOf(body)).toEqual([])
  })
})
