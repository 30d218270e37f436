import { describe, expect, it } from 'vitest'
import { documentOf } from '../lines/document.ts'
import { attendanceOf } from './attendance.ts'

/** "present: Anna Beck, Carl Dorn; excused: …" of minutes with these lines between title and first item. */
function read(lines: string): string {
  const { attendees } = attendanceOf(
    documentOf(`Sitzung am 3. Mai 2021\n\n${lines}\n\nTOP 1 Kasse\nDie Kasse stimmt.\n`),
  )
  const states = ['present', 'absent', 'excused', 'guest'] as const
  return states
    .map(state => [state, attendees.filter(one => one.state === state).map(one => one.name)] as const)
    .flatMap(([state, names]) => (names.length > 0 ? [`${state}: ${names.join(', ')}`] : []))
    .join('; ')
}

describe('who was there, in the words of many minutes', () => {
  it.each([
    [
      'groups',
      'Anwesend:\nSPD: Anna Beck\nCDU: Carl Dorn (Vorsitz)\nVerwaltung: Frau Funk',
      'present: Anna Beck, Carl Dorn, Funk',
    ],
    [
      'a group beside',
      'Vorsitz: Anna Beck\nMitglieder: Carl Dorn, Eva Funk',
      'present: Carl Dorn, Eva Funk, Anna Beck',
    ],
    [
      'functions',
      'Anwesend: 1. Vorsitzender Carl Dorn, Kassierin Evi Moser, Beisitzer Toni Egger',
      'present: Carl Dorn, Evi Moser, Toni Egger',
    ],
    ['ranks', 'Anwesend: GR Karl Huber, Kam. Jan Lohse, Koll. Ina Kern', 'present: Karl Huber, Jan Lohse, Ina Kern'],
    [
      'a sentence',
      'Anwesend sind Anna Beck, Carl Dorn (bis 19 Uhr) und Eva Funk. Das Protokoll führt Eva.',
      'present: Anna Beck, Carl Dorn, Eva Funk',
    ],
    [
      'loose words',
      'Da waren Anna, der lange Carl und als neues Gesicht Eva, die einen Rechner hat.',
      'present: Anna, Carl, Eva',
    ],
    [
      'who did not come',
      'Dabei waren Anna und Carl. Eva hat sich entschuldigt. Gerd und Ida hatten abgesagt.',
      'present: Anna, Carl; excused: Eva, Gerd, Ida',
    ],
    [
      'columns',
      'Anwesend:\n\tGero Pohl\tBürgerliste\n\tSabine Wolf\tBürgerliste (ab 17:50 Uhr)',
      'present: Gero Pohl, Sabine Wolf',
    ],
    ['names in columns', 'Anwesend:  Karl Huber     Petra Maier', 'present: Karl Huber, Petra Maier'],
    [
      'wrapped lines',
      'Anwesend: Frau Kern, Herr Aydin, Frau Wolf (bis 20 Uhr), Herr Stolz\nund Frau Lindner',
      'present: Kern, Aydin, Wolf, Stolz, Lindner',
    ],
    [
      'nicknames',
      'da: kabel, mö, trixi (ab 20:40), n8schicht\nnicht da: loch_karte, sudo',
      'present: kabel, mö, trixi, n8schicht; absent: loch_karte, sudo',
    ],
    ['handles', 'dabei: @tiffy @nuk (ab 20:25)', 'present: tiffy, nuk'],
    ['pictures', '👥 Anna, Carl\n🤒 Eva', 'present: Anna, Carl; excused: Eva'],
    ['a bare row', 'anna beate carl-heinz dieter', 'present: anna, beate, carl-heinz, dieter'],
    [
      'a table of states',
      '| Name | Stelle | |\n|---|---|---|\n| Anna Beck | Schulamt | anwesend ab 14.30 |\n| Carl Dorn | Jobcenter | entschuldigt |',
      'present: Anna Beck; excused: Carl Dorn',
    ],
    [
      'a table of groups',
      '**Teilnehmer**\n\n| Eltern | Fr. Kern, Hr. Stolz |\n|---|---|\n| entsch. | Ida Jost |',
      'present: Kern, Stolz; excused: Ida Jost',
    ],
    [
      'guests of an item',
      'Anwesend: Anna Beck\nGast zu TOP 5: Frau Dr. Kern, Personalleiterin',
      'present: Anna Beck; guest: Kern',
    ],
    ['counts', 'Ferner: 22 Bürgerinnen und Bürger, 1 Pressevertreter', ''],
  ])('%s', (_, lines, expected) => {
    expect(read(lines)).toBe(expected)
  })

  it.each([
    ['- Zelt holen\n  - Wer: Tom\n  - Bis: Ostern', 'who does something'],
    ['Eine Bewerberin hat abgesagt.', 'somebody without a name'],
    ['Moderation: Anna Beck', 'who moderates may come from outside'],
  ])('%j names nobody who was there: %s', lines => {
    expect(read(lines)).toBe('')
  })
})
