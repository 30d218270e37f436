import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'
import type { Entry, EntryKind } from '../reading.ts'

const HEAD = `Protokoll der Vorstandssitzung am 12.04.2021, 17 – 19 Uhr

Anwesend: Mila Sahin, R. Ott, Tom Berg, Nuria Sol
Abwesend: K. Lund

`

/** The entries of minutes with this body, for short: kind, then what distinguishes it. */
function entriesOf(body: string): readonly Entry[] {
  return read(`${HEAD}1. Fest\n\n${body}\n`).entries
}

function ofKind<K extends EntryKind>(body: string, kind: K): Extract<Entry, { kind: K }>[] {
  return entriesOf(body).filter((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind)
}

function tasks(body: string): string[] {
  return ofKind(body, 'task').map(task => `${task.owners.join('+')}: ${task.text}`)
}

describe('tasks', () => {
  it.each([
    [
      'TODOs:\n\n- Flyer drucken (Mila)\n- Raum buchen',
      ['Mila: Flyer drucken (Mila)', ': Raum buchen'],
      'a list of tasks',
    ],
    ['TODOs:\n\n- Tom: Flyer\n- Zelt – Nuria', ['Tom: Tom: Flyer', 'Nuria: Zelt – Nuria'], 'names before and behind'],
    [
      'Aufgaben Mila:\n\n- Flyer drucken\n- Raum buchen',
      ['Mila: Flyer drucken', 'Mila: Raum buchen'],
      'the owner of a section',
    ],
    ['- [ ] Flyer drucken\n- [x] Raum buchen', [': Flyer drucken'], 'boxes'],
    ['- TODO: Flyer drucken (Mila, bis 3.5.)', ['Mila: Flyer drucken (Mila, bis 3.5.)'], 'a keyword'],
    ['- @Mila Flyer drucken', ['Mila: @Mila Flyer drucken'], 'an at sign'],
    ['- Material -> Tom', ['Tom: Material -> Tom'], 'an arrow to a name'],
    ['- Wer baut auf? Mila, Tom', ['Mila+Tom: Wer baut auf? Mila, Tom'], 'an answered question'],
    ['- Wer baut auf?\n  - Mila, Tom', ['Mila+Tom: Wer baut auf?'], 'an answer nested below'],
    [
      '- Zelt steht noch nicht (Aufbau: Tom, Abbau: Nuria)',
      ['Tom: Aufbau: Tom', 'Nuria: Abbau: Nuria'],
      'charges in brackets',
    ],
    [
      'Das alte Schild soll entfernt werden. (Mila)',
      ['Mila: Das alte Schild soll entfernt werden. (Mila)'],
      'brackets behind the sentence',
    ],
    [
      'Hr. Ott prüft den Text, Nuria versendet ihn.',
      ['Hr. Ott: Hr. Ott prüft den Text', 'Nuria: Nuria versendet ihn.'],
      'two in one line',
    ],
    ['Mila Sahin hat zugesagt. Sie fragt bei der Wehr an.', ['Mila Sahin: Sie fragt bei der Wehr an.'], 'a pronoun'],
    [
      'TODOs:\n\n- Zelt holen\n\nFür das Zelt haben sich Mila und Tom gemeldet.',
      ['Mila+Tom: Zelt holen'],
      'volunteers behind the list',
    ],
    ['Wer | Was | Bis wann\n--- | --- | ---\nMila | Zelt holen | 3.5.2021', ['Mila: Zelt holen'], 'a table'],
    [
      '| Art | Was | Wer |\n|---|---|---|\n| I | Zelt ist da | Mila |\n| A | Zelt holen | Tom |',
      ['Tom: Zelt holen'],
      'a table with types',
    ],
    [
      'Ideen:\n\n- Fest im Park (mit dem Grünamt rücksprechen)',
      [': mit dem Grünamt rücksprechen'],
      'brackets inside an idea',
    ],
  ])('%j', (body, expected, _why) => {
    expect(tasks(body)).toEqual(expected)
  })

  it.each([
    ['Erledigte Aufgaben:\n\n- Flyer gedruckt (Mila)', 'what is done'],
    ['Aufgaben:\n\n- ~~Flyer drucken (Mila)~~', 'a struck line'],
    ['| Posten | Betrag |\n|---|---|\n| Miete | 20 € |', 'a budget'],
    ['> Mila druckt Flyer', 'a quoted mail'],
    ['Mila: Das Fest war gut.', 'a statement'],
  ])('%j is none: %s', body => {
    expect(tasks(body)).toEqual([])
  })

  it('reads when they are due, as a day or as words', () => {
    const [day, words, none] = ofKind(
      'Mila druckt bis 3.5. Flyer; Tom kocht möglichst bald; Nuria putzt das Zelt.',
      'task',
    )
    expect([day!.due?.from, words!.due?.words, none!.due]).toEqual(['2021-05-03', 'möglichst bald', null])
  })

  it('doubts owners and dates', () => {
    const doubts = (body: string) => ofKind(body, 'task')[0]!.doubts.map(doubt => doubt.code)
    expect(doubts('Flyer müssen noch gedruckt werden')).toContain('owner-missing')
    expect(doubts('Fr. Lund druckt Flyer')).toContain('owner-not-present')
    expect(doubts('Mila druckt möglichst bald Flyer')).toContain('due-vague')
    expect(doubts('Mila und Tom waren da. Sie druckt Flyer.')).toContain('owner-ambiguous')
    expect(doubts('Mila druckt bis 3.5.2021 Flyer')).toEqual([])
  })
})

describe('decisions', () => {
  it('join a motion with the votes below it', () => {
    const [decision] = ofKind('- Antrag: 50 € für ein Zelt\n- Diskussion: zu teuer?\n- Abstimmung: 5/0/1', 'decision')
    expect(decision).toMatchObject({
      text: 'Antrag: 50 € für ein Zelt',
      votes: { yes: 5, no: 0, abstain: 1 },
      result: 'accepted',
      lines: { from: 8, to: 10 },
    })
  })

  it('stay one when result and votes stand apart', () => {
    const body =
      '- Antrag: 50 € für ein Zelt\n  - (5/0/0) -> angenommen\n- Antrag: 20 € für Kuchen\n  - (1/4/0) -> abgelehnt'
    expect(ofKind(body, 'decision').map(({ text, result }) => [text, result])).toEqual([
      ['Antrag: 50 € für ein Zelt', 'unanimous'],
      ['Antrag: 20 € für Kuchen', 'rejected'],
    ])
  })

  it('keep a condition, and the consensus of a talk', () => {
    const [decision] = ofKind('Ergebnis der Diskussion: Wenn wir einladen, laden wir alle ein', 'decision')
    expect(decision).toMatchObject({ result: 'consensus', condition: 'Wenn wir einladen' })
  })

  it('doubt a result that nobody said', () => {
    const [decision] = ofKind('Die Liste soll künftig gepflegt werden', 'decision')
    expect(decision!.doubts.map(doubt => doubt.code)).toEqual(['result-missing'])
  })
})

describe('appointments', () => {
  it.each([
    [
      'Das Fest findet am 5. Juni von 14 bis 18 Uhr im Stadtpark statt.',
      ['Fest', '2021-06-05', '14:00', '18:00', 'Stadtpark'],
    ],
    ['- Nächste Sitzung: 10.05., 17 Uhr, Rathaus', ['Nächste Sitzung', '2021-05-10', '17:00', null, 'Rathaus']],
    ['- Grillen am 3. Juli\n  - 18 Uhr am Teich', ['Grillen', '2021-07-03', '18:00', null, null]],
    ['- 14 Uhr Aufbau, 17 Uhr Beginn, 5. Juni', ['Aufbau', '2021-06-05', '17:00', null, null]],
    ['Lesung am 5. Juni, Einlass 19:30, Beginn 20 Uhr', ['Lesung', '2021-06-05', '20:00', null, null]],
    ['Nächstes Treffen: 10.5. um halb acht', ['Nächstes Treffen', '2021-05-10', '19:30', null, null]],
    ['Nächstes Treffen: 10.5., gleiche Zeit', ['Nächstes Treffen', '2021-05-10', '17:00', null, null]],
    ['Nächster Stammtisch im Mai', ['Nächster Stammtisch', '2021-05', null, null, null]],
    ['Gefeiert wird am ersten Samstag im Juni.', ['Gefeiert', '2021-06-05', null, null, null]],
    ['Am Herbstmarkt vom 11. September sind wir dabei.', ['Herbstmarkt', '2021-09-11', null, null, null]],
    ['Der Antrag ist bis zum 30. September zu stellen.', ['Antrag', '2021-09-30', null, null, null]],
    ['- Probe fällt am 3.5. aus, dafür Probe am 4.5.', ['Probe', '2021-05-04', null, null, null]],
  ])('%j', (body, [title, from, start, end, place]) => {
    const [found] = ofKind(body!, 'appointment')
    expect([found?.title, found?.when.from, found?.when.start, found?.when.end, found?.place]).toEqual([
      title,
      from,
      start,
      end,
      place,
    ])
  })

  it.each([
    ['Das Protokoll vom 3. Mai liegt vor', 'a paper with a day'],
    ['Das Fest war am 5. Februar', 'is over'],
    ['Am Mittwoch ist das Café immer offen', 'a habit'],
    ['Mila druckt bis 3.5. Flyer', 'a due date'],
    ['Das Fest am 13.8. war gut besucht', 'is told in the past'],
    ['Ab 1.6. kostet die Karte 5 €', 'since when something holds'],
    ['Die Probe fällt am 3.5. aus', 'does not take place'],
    ['Ein Treffen im Mai wäre denkbar', 'is not planned'],
    ['- Halle reservieren – Tom – 2.5.', 'a due date behind an owner'],
    ['| Was | Wer | |\n|---|---|---|\n| Stühle | Tom | 2.5. |', 'a due date in a table'],
    ['Für das Protokoll: Mila Sahin, 9.5.21', 'a signature'],
  ])('%s: none, %s', body => {
    expect(ofKind(body, 'appointment')).toEqual([])
  })

  it('list one event once, at its fullest mention', () => {
    const found = ofKind(
      'Das Sommerfest ist am 5. Juni.\n\nTermine:\n\n- Sommerfest 5. Juni, 14 Uhr, Park',
      'appointment',
    )
    expect(found.map(({ when }) => when.start)).toEqual(['14:00'])
  })
})

describe('what is said', () => {
  it('belongs to who says it, until the next voice', () => {
    const found = ofKind(
      'K. Ott: Das Geld reicht nicht.\n\nEs fehlt an Räumen und Zeit.\n\nN. Sol: Doch, es reicht für alle.',
      'statement',
    )
    expect(found.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
      'K. Ott: Das Geld reicht nicht.',
      'K. Ott: Es fehlt an Räumen und Zeit.',
      'N. Sol: Doch, es reicht für alle.',
    ])
  })

  it.each([
    ['Lernerfahrungen:\n\n- früher einladen', 'lesson'],
    ['Das Fest lief gut.', 'lesson'],
    ['Es hätten mehr Leute helfen sollen.', 'lesson'],
    ['Parkplatz: ein Ausflug im Herbst', 'idea'],
    ['Man könnte ein Zelt leihen.', 'idea'],
    ['Vielleicht ein Livestream?', 'idea'],
    ['Fr. Sol wünscht sich mehr Zeit.', 'wish'],
    ['Ein Zelt wäre schön.', 'wish'],
    ['Wer hat noch einen Schlüssel?', 'question'],
    ['Es stellt sich die Frage, ob das Zelt reicht.', 'question'],
    ['Der Vorstand spricht sich gegen den Umbau aus.', 'position'],
    ['Das Zelt ist grün und steht im Garten.', 'information'],
  ] as const)('%j is a %s', (body, kind) => {
    expect(entriesOf(body).map(entry => entry.kind)).toEqual([kind])
  })

  it('tells who wishes, by words or by the guest of the item', () => {
    expect(ofKind('Fr. Sol wünscht sich mehr Zeit.', 'wish')[0]!.from).toBe('Fr. Sol')
    expect(ofKind('Wünsche an den Beirat:\n\n- mehr Zeit', 'wish')[0]!.from).toBeNull()
  })

  it('parks what the parking lot holds', () => {
    expect(ofKind('Parkplatz:\n\n- Ausflug im Herbst', 'idea')[0]!.parked).toBe(true)
    expect(ofKind('Ideen:\n\n- Ausflug im Herbst', 'idea')[0]!.parked).toBe(false)
  })
})

describe('status lines', () => {
  const review = (body: string) =>
    read(`${HEAD}1. Kontrolle des Protokolls vom 1.3.2021\n\n${body}\n\n2. Verschiedenes\n`).entries

  it('tell how earlier tasks stand', () => {
    const found = review('Der Kontakt ist hergestellt; das Zelt fehlt noch nicht, ist aber in Arbeit')
    expect(found.flatMap(entry => (entry.kind === 'status' ? [entry.done] : []))).toEqual([true, false])
  })

  it('may hold a new task too', () => {
    const kinds = review('Der Kontakt konnte noch nicht hergestellt werden, Mila versucht es weiterhin.').map(
      entry => entry.kind,
    )
    expect(kinds.sort()).toEqual(['status', 'task'])
  })

  it('are ticked boxes and struck lines of a list', () => {
    const found = ofKind('Aufgaben:\n\n- [x] Zelt holen (Tom)\n- ~~Kuchen backen~~', 'status')
    expect(found.map(({ done }) => done)).toEqual([true, true])
  })

  it('are tasks again where they are carried over', () => {
    expect(tasks('Alte ToDos:\n\n- Zelt holen (Tom)')).toEqual(['Tom: Zelt holen (Tom)'])
  })
})

describe('every entry', () => {
  const body = `- **Mila** druckt [Flyer](https://a.example/x) für das
  Fest und legt sie aus.
- Fr. Lund ist unzuverlässig, das weiß jeder.`

  it('quotes its lines word for word', () => {
    const [task] = ofKind(body, 'task')
    expect(task!.text).toBe('**Mila** druckt [Flyer](https://a.example/x) für das Fest und legt sie aus.')
    expect(task!.lines).toEqual({ from: 8, to: 9 })
  })

  it('comes with a warning where somebody is judged', () => {
    const { findings } = read(`${HEAD}1. Fest\n\n${body}\n`)
    expect(findings.filter(({ code }) => code === 'frank-judgement')).toEqual([
      { code: 'frank-judgement', lines: { from: 10, to: 10 }, values: { name: 'Fr. Lund' } },
    ])
  })

  it('stands in the order of the lines, within the text, with a confidence and its evidence', () => {
    const { entries, lineCount } = read(
      `${HEAD}1. Fest\n\n${body}\n\nTermine:\n\n- Fest 5. Juni\n\nMan könnte tanzen.\n`,
    )
    expect(entries.length).toBeGreaterThan(3)
    for (const [at, { lines, confidence, cues, text }] of entries.entries()) {
      expect(lines.from).toBeGreaterThanOrEqual(entries[at - 1]?.lines.from ?? 1)
      expect(lines.to).toBeLessThanOrEqual(lineCount)
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(cues.length).toBeGreaterThan(0)
      expect(text).not.toBe('')
    }
  })
})

describe('ugly texts', () => {
  it.each([
    ['', 'nothing'],
    ['\n\n\n', 'blank lines'],
    ['- - - -\n* * *\n| | |\n()[]{}', 'signs'],
    ['(((((((((((', 'brackets that never close'],
    ['„„„„„“““', 'quotation marks in a heap'],
    ['TODO:', 'a title without a list'],
    ['- TODO:\n- @\n- ->\n- (Mila)\n- Mila:', 'empty forms'],
    ['Wer | Was\n--- | ---\n | \nMila', 'a broken table'],
    ['\u0000\u200b\ufeff Mila druckt\u00ad Flyer', 'signs one can not see'],
    ['Mila '.repeat(3000), 'a word again and again'],
    ['<br>\n&nbsp;\n<!-- TODO: x -->', 'remains of a web page'],
  ])('%j do no harm: %s', body => {
    expect(() => entriesOf(body)).not.toThrow()
  })
})
