import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

const HEAD = `Protokoll der Vorstandssitzung am 12.04.2021, 17 – 19 Uhr

Anwesend: Mila Sahin (MS), R. Ott, Tom Berg, Nuria Sol

`

/** The tasks of minutes with this body, for short: who, what, until when. */
function tasks(body: string): string[] {
  return read(`${HEAD}1. Fest\n\n${body}\n\n2. Verschiedenes\n\nNichts.\n`).entries.flatMap(entry =>
    entry.kind === 'task'
      ? [`${entry.owners.join('+')}: ${entry.text} | ${entry.due?.from ?? entry.due?.words ?? '-'}`]
      : [],
  )
}

describe('tables of tasks', () => {
  it.each([
    [
      '| Nr | Pendenz | Wer | Bis | Stand |\n|---|---|---|---|---|\n| 1 | Zelt holen | Mila | Mai | erledigt |\n| 2 | Flyer | Tom/Nuria | Mai | offen |',
      ['Tom+Nuria: Flyer | 2021-05'],
      'what is over stays out',
    ],
    [
      '| Thema | Inhalt | Wer | Bis wann |\n|---|---|---|---|\n| Protokoll | angenommen | – | – |\n| Zelt | Zelt holen | Mila | 3.5. |\n| | Das Zelt ist alt | Tom | |',
      ['Mila: Zelt holen | 2021-05-03'],
      'a table of what was said',
    ],
    [
      '| Art | Inhalt | Verantwortlich | Termin |\n|---|---|---|---|\n| | **Fest** | | |\n| B | Es gibt ein Fest | alle | |\n| A | Zelt holen | Ott | sofort |',
      ['Ott: Zelt holen | sofort'],
      'a column of types',
    ],
    ['was\twer\tbis\nZelt holen\tMila\tmorgen', ['Mila: Zelt holen | 2021-04-13'], 'columns drawn with tabs'],
    ['| Was | Wer | Wann |\n|---|---|---|\n| Beamer ist da | - | z.K. |', [], 'told for information'],
    ['| Was | Wer | Wann |\n|---|---|---|\n| Zelt holen | noch offen | ? |', [': Zelt holen | -'], 'nobody yet'],
  ])('%j: %s', (body, expected) => {
    expect(tasks(body)).toEqual(expected)
  })
})

describe('labels and margins', () => {
  it.each([
    [
      'Die Ordnung ist alt. Sie wird überarbeitet.\nVerantwortlich: Hr. Ott, Mila\nTermin: bis 3.5.2021',
      ['Hr. Ott+Mila: Sie wird überarbeitet. | 2021-05-03'],
    ],
    [
      '- Beschriftung und Texte, Tom Berg, bis 20.5.',
      ['Tom Berg: Beschriftung und Texte, Tom Berg, bis 20.5. | 2021-05-20'],
    ],
    ['- Flyer drucken. V: Mila, T: 3.5.', ['Mila: Flyer drucken. V: Mila, T: 3.5. | 2021-05-03']],
    ['Der Schrank wird gestrichen.\nV.: Mila / Tom, bis 3.5.', ['Mila+Tom: Der Schrank wird gestrichen. | 2021-05-03']],
    ['- Lampe kaufen -> Tom, asap', ['Tom: Lampe kaufen -> Tom, asap | asap']],
    ['- Rundbrief geht über den Verteiler raus (Mila)', ['Mila: Rundbrief geht über den Verteiler raus (Mila) | -']],
    ['- @Tom kannst du die Liste nachziehen?', ['Tom: @Tom kannst du die Liste nachziehen? | -']],
    ['Es fehlen Leute. Aufruf im nächsten Rundbrief.', [': Aufruf im nächsten Rundbrief. | im nächsten Rundbrief']],
    ['Korrekturlesen: Mila', ['Mila: Korrekturlesen: Mila | -']],
    ['- Saal + Technik klären', [': Saal + Technik klären | -']],
    ['- Zelt holen\n  - Wer: Tom\n  - Bis: Ostern', ['Tom: Zelt holen | Ostern']],
    ['Über den Raum wurde gesprochen.\nVerantwortlich: -\nTermin: -', []],
    [
      'Das Zelt wird in der Halle aufgebaut.             Tom Berg',
      ['Tom Berg: Das Zelt wird in der Halle aufgebaut. | -'],
    ],
    ['Das Zelt steht seit Mai hinten in der Halle.\tsiehe Anlage', []],
  ])('%j', (body, expected) => {
    expect(tasks(body)).toEqual(expected)
  })
})

describe('initials', () => {
  it('are owners where the attendance explains them', () => {
    expect(tasks('Zeltliste offen. MS fragt bei der Wehr an.')).toEqual(['MS: MS fragt bei der Wehr an. | -'])
  })
})

describe('minutes in the line of their agenda item', () => {
  it('are read for tasks too', () => {
    const text =
      'Elternrat 12.03.2021\n\nMensa: Der Anbieter hat gewechselt, die Eltern sind zufrieden.\nHausmeisterin: Sie ist seit dem Winter da und kennt alle Klassen. Sie soll zur nächsten Sitzung eingeladen werden.\nSchulhof: Das Gerüst ist gesperrt, bis der Prüfer da war.\nVerschiedenes: Die Bänke vor der Halle sind neu, die alten stehen im Keller.\n'
    const found = read(text).entries.filter(entry => entry.kind === 'task')
    expect(found.map(entry => entry.text)).toEqual(['Sie soll zur nächsten Sitzung eingeladen werden.'])
  })
})

describe('lines', () => {
  it('stay apart in a text that nobody wrapped', () => {
    const long = `Tom Berg berichtet, was seit dem letzten Mal gebaut wurde, und zeigt Bilder davon${', Brett um Brett'.repeat(5)}.`
    const text = `${long}\n\n${long}\n\nPutztag am Samstag, 24.04. ab 9 Uhr, Treffpunkt vor der Halle\nSchlüssel von Nuria zurückholen – Tom Berg`
    expect(tasks(text)).toEqual(['Tom Berg: Schlüssel von Nuria zurückholen – Tom Berg | -'])
  })
})
