import { describe, expect, it } from 'vitest'
import { documentOf } from '../lines/document.ts'
import { attendanceOf } from '../people/attendance.ts'
import { headOf } from './head.ts'

const reading = (text: string, reference: string | null = null) => {
  const document = documentOf(text)
  return headOf(document, attendanceOf(document), reference)
}
/** Field and line of what was found: { date: '2022-10-24 @3' }. */
const head = (text: string, reference?: string) =>
  Object.fromEntries(
    Object.entries(reading(text, reference).head).flatMap(([name, field]) =>
      field ? [[name, `${field.value} @${field.lines.from}`]] : [],
    ),
  )

describe('headOf', () => {
  it('reads a title that says everything', () => {
    expect(head('Protokoll der Vorstandssitzung am 24.10.2022, 14 – 16 Uhr im Rathaus Neuental')).toEqual({
      title: 'Protokoll der Vorstandssitzung am 24.10.2022, 14 – 16 Uhr im Rathaus Neuental @1',
      body: 'Vorstand @1',
      date: '2022-10-24 @1',
      start: '14:00 @1',
      end: '16:00 @1',
      place: 'Rathaus Neuental @1',
    })
  })

  it('reads labels in any form', () => {
    const labels = '# Plenum\n**Datum:** 3.5.21\n- Zeit: 19-21 Uhr\n| Ort | Saal |\nLeitung/Protokoll: Rita/Max'
    expect(head(labels)).toMatchObject({
      date: '2021-05-03 @2',
      start: '19:00 @3',
      end: '21:00 @3',
      place: 'Saal @4',
      chair: 'Rita @5',
      minuteTaker: 'Max @5',
    })
  })

  it('reads wrapped sentences', () => {
    const text =
      'Protokoll\n\nDie Mitglieder trafen sich am 3. Mai 2021 um 19 Uhr\nim Gemeindehaus.\n\nDie Sitzung wurde um\n21 Uhr geschlossen.'
    expect(head(text)).toMatchObject({
      date: '2021-05-03 @3',
      start: '19:00 @3',
      end: '21:00 @7',
      place: 'Gemeindehaus @4',
    })
  })

  it('completes a first name that a sentence says from the list of attendance, if it is the only one', () => {
    const said = 'Das Protokoll führt Max.'
    expect(head(`Anwesend: Rita Weiß, Max Braun\n\n${said}`)).toMatchObject({ minuteTaker: 'Max Braun @3' })
    expect(head(`Anwesend: Max Weiß, Max Braun\n\n${said}`)).toMatchObject({ minuteTaker: 'Max @3' })
    expect(head('Anwesend: Rita Weiß, Max Braun\nProtokoll: Max')).toMatchObject({ minuteTaker: 'Max @2' })
  })

  it('asks the signatures who holds an office', () => {
    const text =
      'Das Protokoll wird durch den Präsidenten geführt.\n\nPräsident | Aktuar\n---|---\nMax Braun | Rita Weiß'
    expect(head(text)).toMatchObject({ minuteTaker: 'Max Braun @1' })
  })

  it('takes time and place of a front matter, but not the time of publishing', () => {
    const found = head('---\ntitle: Plenum\ndate: 2021-05-03 23:59:00 +0200\nort: Saal\n---\nText')
    expect(found).toMatchObject({ title: 'Plenum @2', date: '2021-05-03 @3', place: 'Saal @4' })
    expect(found).not.toHaveProperty('start')
  })

  it('resolves a day without year by the reference only', () => {
    expect(head('Protokoll vom 3.5.', '2021-06-01')).toMatchObject({ date: '2021-05-03 @1' })
    expect(reading('Protokoll vom 3.5.').findings).toMatchObject([{ code: 'year-missing', lines: { from: 1, to: 1 } }])
    expect(reading('Protokoll').findings).toMatchObject([{ code: 'date-missing' }])
    expect(reading('Protokoll vom 3.5.2021').findings).toEqual([])
  })

  it('leaves labels of appointments further down alone', () => {
    expect(head(`# Plenum\n${'Text\n\n'.repeat(60)}Ort: Saal`)).not.toHaveProperty('place')
  })

  it.each(['', '\n\n', 'Anwesend:', 'Datum:\nOrt:', '| | |', '# ', ':::', 'Protokoll: '.repeat(50)])(
    'bears %j',
    text => {
      expect(() => reading(text)).not.toThrow()
    },
  )
})
