import { describe, expect, it } from 'vitest'
import { documentOf } from '../lines/document.ts'
import { attendanceOf } from '../people/attendance.ts'
import { clockIn } from './clock.ts'
import { headOf } from './head.ts'

function head(text: string) {
  const document = documentOf(text)
  const read = headOf(document, attendanceOf(document), null).head
  return Object.fromEntries(Object.entries(read).flatMap(([name, field]) => (field ? [[name, field.value]] : [])))
}

describe('lines of the head that say several things', () => {
  it.each([
    [
      'Mittwoch, 16. Juni 2021, 18.30 bis 21.05 Uhr, Lehrerzimmer',
      { date: '2021-06-16', start: '18:30', end: '21:05', place: 'Lehrerzimmer' },
    ],
    ['10.02.2025 | 8:30–9:45 | Turnraum', { date: '2025-02-10', start: '08:30', end: '09:45', place: 'Turnraum' }],
    ['20.1.2011 bei Margit in der Küche', { date: '2011-01-20', place: 'bei Margit in der Küche' }],
    ['Moderation Finja / Protokoll Theo S.', { chair: 'Finja', minuteTaker: 'Theo S.' }],
    [
      'Beginn 19.30 Uhr, Ende 22.10 Uhr. Leitung HB, Niederschrift IW',
      { start: '19:30', end: '22:10', chair: 'HB', minuteTaker: 'IW' },
    ],
    ['Es leitet Margit, Reimer schreibt', { chair: 'Margit', minuteTaker: 'Reimer' }],
    ['Vorsitz: Walter Pohl, Präsident', { chair: 'Walter Pohl' }],
  ])('%s', (line, expected) => {
    expect(head(`# Vorstand\n\n${line}\n\n## Kasse\nDie Kasse stimmt.`)).toMatchObject(expected)
  })

  it('takes the names of those who came for no place', () => {
    expect(head('# Vorstand\n3.5.2021, 19 Uhr, Anna Beck, Carl Dorn')).not.toHaveProperty('place')
  })
})

describe('times of the head', () => {
  it.each([
    ['16–17:30', '16:00', '17:30'],
    ['18 Uhr c.t. bis ca. 20.15', '18:00', '20:15'],
    ['18 bis kurz nach 20 Uhr', '18:00', '20:00'],
    ['ab halb acht', '19:30', null],
  ])('%s', (text, start, until) => {
    expect(clockIn(text)).toMatchObject({ start, until })
  })

  it.each(['5–7', '12.–14.5.', 'TOP 3'])('%s is none', text => {
    expect(clockIn(text)).toBeNull()
  })
})
