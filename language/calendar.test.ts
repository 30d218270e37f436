import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  isoDay,
  isoMonth,
  mondayOfWeek,
  monthOf,
  nextWeekday,
  weekdayName,
  weekdayNamed,
  weekdayOf,
} from './calendar.ts'

describe('isoDay', () => {
  it.each([
    [2024, 2, 29, '2024-02-29', 'a leap day'],
    [2023, 2, 29, null, 'no leap year'],
    [2023, 13, 1, null, 'no such month'],
    [2023, 0, 1, null, 'month 0'],
    [2023, 4, 31, null, 'April has 30 days'],
    [23, 4, 3, null, 'a year of two digits'],
    [Number.NaN, 4, 3, null, 'no number'],
  ])('%i-%i-%i is %s: %s', (year, month, day, expected, _why) => {
    expect(isoDay(year, month, day)).toBe(expected)
  })

  it('has months too', () => {
    expect(isoMonth(2022, 7)).toBe('2022-07')
    expect(isoMonth(2022, 0)).toBeNull()
  })
})

describe('days', () => {
  it('go over the ends of months and years', () => {
    expect(addDays('2022-12-31', 1)).toBe('2023-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(daysBetween('2022-12-30', '2023-01-02')).toBe(3)
    expect(daysBetween('2023-01-02', '2022-12-30')).toBe(-3)
  })

  it('know their weekday; the next one is never the day itself', () => {
    expect(weekdayOf('2018-11-14')).toBe(3)
    expect(nextWeekday('2018-11-14', 7)).toBe('2018-11-18')
    expect(nextWeekday('2018-11-14', 3)).toBe('2018-11-21')
  })

  it('count weeks as ISO does', () => {
    expect(mondayOfWeek(2022, 45)).toBe('2022-11-07')
    expect(mondayOfWeek(2020, 53)).toBe('2020-12-28')
    expect(mondayOfWeek(2022, 53)).toBeNull()
    expect(mondayOfWeek(2022, 0)).toBeNull()
  })
})

describe('reckoning', () => {
  it('agrees with the calendar of the platform over four thousand years', () => {
    let day = '1000-01-01'
    let weekday = weekdayOf(day)
    for (const start = day; day < '5000-01-01'; ) {
      const next = addDays(day, 367)
      const plain = Temporal.PlainDate.from(next)
      weekday = (((weekday - 1 + 367) % 7) + 1) as typeof weekday
      expect([next, weekdayOf(next), daysBetween(day, next)]).toEqual([next, weekday, 367])
      expect(weekdayOf(next)).toBe(plain.dayOfWeek)
      expect(isoDay(plain.year, plain.month, plain.day)).toBe(next)
      expect(isoDay(plain.year, plain.month, plain.daysInMonth + 1)).toBeNull()
      expect(daysBetween(next, start)).toBeLessThan(0)
      day = next
    }
  })

  it('knows no month 0 or 13, no day 0, and nothing that is no number', () => {
    expect([isoDay(2023, 0, 1), isoDay(2023, 13, 1), isoDay(2023, 5, 0), isoDay(Number.NaN, 1, 1)]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect([isoDay(2024, 2, 29), isoDay(1900, 2, 29), isoDay(2000, 2, 29)]).toEqual(['2024-02-29', null, '2000-02-29'])
  })
})

describe('names', () => {
  it('of months in any length and case', () => {
    expect(['Januar', 'JÄNNER', 'Feb.', 'märz', 'Maerz', 'May', 'Sept', 'Dez.'].map(monthOf)).toEqual([
      1, 1, 2, 3, 3, 5, 9, 12,
    ])
    expect(monthOf('Quartal')).toBeNull()
  })

  it('of weekdays', () => {
    expect(['Montag', 'Mo', 'Sonntag'].map(weekdayNamed)).toEqual([1, 1, 7])
    expect(weekdayNamed('gestern')).toBeNull()
    expect(weekdayName(6)).toBe('Samstag')
  })
})
