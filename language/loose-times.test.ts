import { describe, expect, it } from 'vitest'
import { timesBesideDate } from './loose-times.ts'

function said(text: string): string[] {
  return timesBesideDate(text).map(({ start, until }) => (until ? `${start}-${until}` : start))
}

describe('timesBesideDate', () => {
  it.each([
    ['am 16.2. halb acht', ['19:30']],
    ['am 16.2. um halb neun vormittags', ['08:30']],
    ['Samstag viertel nach sieben', ['19:15']],
    ['am 5. März um neun an der Hütte', ['09:00']],
    ['am 5. März um sieben.', ['19:00']],
    ['Samstag um 10', ['10:00']],
    ['am 13.5. ab 11, mit Pizza', ['11:00']],
    ['am 5.4., 18.30 im Foyer', ['18:30']],
    ['25. August 18.30', ['18:30']],
    ['Abfahrt 8.15', ['08:15']],
    ['von 18.30 bis 20.00', ['18:30-20:00']],
    ['um 17:30 Uhr', ['17:30']],
  ])('finds %s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    ['um 10 Euro', 'money'],
    ['um 12.50 €', 'money'],
    ['ab 18 Jahren', 'an age'],
    ['mit 41 gegen 9 Stimmen', 'a vote'],
    ['halb so viel', 'a part'],
    ['um 30', 'no hour'],
  ])('%s is none: %s', text => {
    expect(said(text)).toEqual([])
  })
})
