import { describe, expect, it } from 'vitest'
import { chairIn, endIn, minuteTakerIn, openerIn, startIn } from './sentences.ts'

describe('who leads', () => {
  it.each([
    ['Mit Einverständnis aller übernahm Karla Lund die Versammlungsleitung.', 'Karla Lund'],
    ['Karla Lund übernimmt die Moderation.', 'Karla Lund'],
    ['Karla leitet die Sitzung.', 'Karla'],
    ['Die Sitzung wird von Karla Lund geleitet.', 'Karla Lund'],
    ['Zur Versammlungsleiterin wird einstimmig Karla Lund gewählt.', 'Karla Lund'],
    ['Eröffnung der Vorstandssitzung durch die Präsidentin', 'die Präsidentin'],
  ])('%s', (sentence, name) => {
    expect(chairIn(sentence)?.name).toBe(name)
  })

  it.each([
    'Sie übernimmt die Moderation.',
    'Die Leitung ist undicht.',
    'Karla Lund übernimmt die Leitungsprüfung.',
    '',
  ])('%s: nobody', sentence => {
    expect(chairIn(sentence)).toBeNull()
  })

  it('or at least opens the meeting', () => {
    expect(openerIn('Karla Lund eröffnete die Versammlung')?.name).toBe('Karla Lund')
    expect(openerIn('Der Vorsitzende eröffnet um 18:05 Uhr die Sitzung')?.name).toBe('Der Vorsitzende')
    expect(openerIn('Karla Lund eröffnete den Laden')).toBeNull()
  })
})

describe('who writes', () => {
  it.each([
    ['Das Protokoll führt Otto Grün.', 'Otto Grün'],
    ['Das Protokoll wird durch den Präsidenten geführt.', 'den Präsidenten'],
    ['Karla übernahm die Leitung und Otto Grün die Protokollführung.', 'Otto Grün'],
    ['Protokoll von Otto Grün', 'Otto Grün'],
    ['Die Versammlung wählte Otto Grün einstimmig zum Protokollführer.', 'Otto Grün'],
    ['Otto Grün wird zum Protokollführer bestimmt.', 'Otto Grün'],
  ])('%s', (sentence, name) => {
    expect(minuteTakerIn(sentence)?.name).toBe(name)
  })

  it.each(['Das Protokoll wird verschickt.', 'Protokoll von der letzten Sitzung', ''])('%s: nobody', sentence => {
    expect(minuteTakerIn(sentence)).toBeNull()
  })
})

describe('when', () => {
  it('begins and ends', () => {
    expect(startIn('Karla eröffnet die Sitzung um 19:05 Uhr.')?.start).toBe('19:05')
    expect(endIn('Die Versammlung wurde um 18:04 Uhr geschlossen.')?.start).toBe('18:04')
    expect(endIn('Ende 22:15')?.start).toBe('22:15')
  })

  it('takes the time next to the verb, and none that stands far away', () => {
    expect(endIn('Von 18 bis 19 Uhr gab es Kuchen, um 20 Uhr wurde die Sitzung geschlossen.')?.start).toBe('20:00')
    expect(endIn(`Geschlossen ist der Laden. ${'Und so weiter. '.repeat(10)}Um 20 Uhr ging es los.`)).toBeNull()
    expect(startIn('Am Ende um 20 Uhr')).toBeNull()
    expect(endIn('x'.repeat(10_000))).toBeNull()
  })
})
