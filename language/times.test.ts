import { describe, expect, it } from 'vitest'
import { timesIn } from './times.ts'

function said(text: string): string[] {
  return timesIn(text).map(({ start, until }) => (until ? `${start}-${until}` : start))
}

describe('timesIn', () => {
  it.each([
    ['14 – 16 Uhr', ['14:00-16:00']],
    ['18:15-20 Uhr', ['18:15-20:00']],
    ['13:00 bis 14:30', ['13:00-14:30']],
    ['von 9 Uhr bis 12.30 Uhr', ['09:00-12:30']],
    ['um 17:30 Uhr', ['17:30']],
    ['19h', ['19:00']],
    ['18 Uhr 30', ['18:30']],
    ['18.15 Uhr', ['18:15']],
    ['14 Uhr Aufbau - 17 Uhr Anfang', ['14:00', '17:00']],
  ])('finds %s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    ['5:0:3', 'a vote'],
    ['3:2', 'a score'],
    ['25:00 Uhr', 'no clock shows it'],
    ['12:75', 'no minute'],
    ['24.10.2022', 'a date'],
    ['14 Personen', 'a head count'],
    ['9 Uhren', 'clocks'],
    ['2 hat er', 'no hour'],
    ['', 'nothing'],
  ])('%s is none: %s', text => {
    expect(said(text)).toEqual([])
  })
})
