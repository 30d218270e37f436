import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'
import type { EntryKind } from '../reading.ts'

const HEAD = `Protokoll der Vorstandssitzung am 12.04.2021, 17 – 19 Uhr

Anwesend: Mila Sahin, R. Ott, Tom Berg, Nuria Sol

`

function kindsOf(body: string): EntryKind[] {
  return read(`${HEAD}1. Fest\n\n${body}\n`).entries.map(entry => entry.kind)
}

describe('ideas', () => {
  it.each([
    'Denkbar sei auch ein Stand am Bahnhof.',
    'Ein Stand am Bahnhof wäre doch was.',
    'Vielleicht ließe sich das Zelt leihen.',
    'Auch ein Flohmarkt käme in Frage.',
    "Wie wär's mit einem Flohmarkt?",
    'Tom fragt, ob man das Zelt nicht einfach leiht.',
    'Man könne über ein größeres Zelt nachdenken.',
    'Milas Vorschlag: ein Zelt für alle Kinder.',
    'Nuria bringt einen Flohmarkt ins Spiel.',
    'Tom kann sich einen Abend mit Musik vorstellen.',
  ])('%s', sentence => {
    expect(kindsOf(sentence)).toEqual(['idea'])
  })

  it('are the lines of a list that a sentence announces', () => {
    expect(kindsOf('Tom hat gleich drei Vorschläge:\n\n- Zelt am See\n- Musik im Park')).toEqual(['idea', 'idea'])
    expect(kindsOf('wild gesammelt:\n\n- Zelt am See\n- Musik im Park')).toEqual(['idea', 'idea'])
  })

  it.each([
    ['Davon sind evtl. 200 ungültig.', 'a number'],
    ['Vorschläge: Lena Bohn, Ida Ihde.', 'candidates'],
    ['Karsten könnte sich das vorstellen.', 'a readiness'],
    ['Der Beamer spinnt bei Regen seit Jahren.', 'a device'],
  ])('%s is none: %s', sentence => {
    expect(kindsOf(sentence)).not.toContain('idea')
  })
})

describe('wishes', () => {
  it.each([
    'Frau Ott fände es schön, wenn die Pläne im Saal hingen.',
    'Herrn Ott wäre es lieb, wenn die Pläne im Saal hingen.',
    'Ein Konzert im Park wäre ein Traum.',
    'Gefordert werden eine Ampel und mehr Kontrollen.',
    'Die Jugend träumt von einem eigenen Raum.',
    'Wünschen würden wir uns mehr Platz.',
    'Nächstes Mal bitte mit Kinderbetreuung.',
    'Mehrere Gäste haben um mehr Licht gebeten.',
  ])('%s', sentence => {
    expect(kindsOf(sentence)).toEqual(['wish'])
  })

  it.each([
    ['Ein Bürger möchte wissen, wem der Graben gehört.', 'a question'],
    ['Die Denkmalpflege verlangt ein Foto und eine Zeichnung.', 'a rule'],
    ['Der Vorstand wünscht ihm gute Besserung.', 'a greeting'],
    ['Eine geheime Wahl wird von keinem gewünscht.', 'what nobody wishes'],
  ])('%s is none: %s', sentence => {
    expect(kindsOf(sentence)).not.toContain('wish')
  })

  it('is of a paragraph only the demand in bold letters', () => {
    const { entries } = read(
      `${HEAD}Forderungen an die Stadt:\n\n**Die Stadt soll eine Ampel bauen.** Das ist derzeit nicht möglich. Es fehlt Geld.\n`,
    )
    expect(entries.filter(({ kind }) => kind === 'wish').map(({ text }) => text)).toEqual([
      '**Die Stadt soll eine Ampel bauen.**',
    ])
  })
})

describe('lessons', () => {
  it.each([
    'Die Buden standen zu dicht an der Bühne.',
    'Das Vorgespräch war Gold wert.',
    'Die offene Probe hat sich sehr bewährt.',
    'Die Anmeldung hat wunderbar geklappt.',
    'Nächstes Mal müssen die Schilder früher fertig sein.',
    'Drei Zelte auf einmal: nie wieder.',
    'Im Nachhinein war der Vorlauf kurz.',
    'Die Einladungen hätten vor den Ferien in die Schulen gemusst.',
  ])('%s', sentence => {
    expect(kindsOf(sentence)).toEqual(['lesson'])
  })

  it('is none where a meeting is announced', () => {
    expect(kindsOf('Nächstes Mal am 3.5. schon um 18 Uhr')).toEqual(['appointment'])
  })
})
