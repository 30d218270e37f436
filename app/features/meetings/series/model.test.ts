import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readPeriods } from '../../../ground/calendar/periods.ts'
import {
  inReach,
  MOST_OCCURRENCES,
  occurrencesOf,
  type Pattern,
  patternOf,
  places,
  ruleOf,
  schoolHolidayOn,
} from './model.ts'

const plan = (more: Partial<Pattern>): Pattern => ({ unit: 'months', interval: 2, weekday: 1, place: 2, ...more })

describe('a series', () => {
  it('falls on the second Monday of every second month', () => {
    expect(occurrencesOf(ruleOf(plan({})), '2026-01-01', '2026-12-31')).toEqual([
      ...['2026-01-12', '2026-03-09', '2026-05-11', '2026-07-13', '2026-09-14', '2026-11-09'],
    ])
  })

  it('counts months from that of its first day, also where nothing falls into the rest of it', () => {
    expect(occurrencesOf(ruleOf(plan({})), '2026-01-20', '2026-06-30')).toEqual(['2026-03-09', '2026-05-11'])
  })

  it('crosses the change of clocks without moving a day', () => {
    const days = occurrencesOf(ruleOf(plan({ unit: 'weeks', interval: 1, weekday: 7 })), '2026-03-16', '2026-04-05')
    expect(days).toEqual(['2026-03-22', '2026-03-29', '2026-04-05'])
  })

  it('is written as RFC 5545 writes it, and read back', () => {
    expect(ruleOf(plan({ place: -1, weekday: 4 }))).toBe('FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH')
    expect(patternOf('FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH')).toEqual(plan({ place: -1, weekday: 4 }))
    expect(patternOf('FREQ=DAILY')).toBeNull()
  })

  it('does not reach for ever', () => {
    expect(inReach('2026-01-01', '2031-01-01')).toBe(true)
    expect(inReach('2026-01-01', '2031-01-02')).toBe(false)
    expect(inReach('2026-01-02', '2026-01-01')).toBe(false)
    expect(occurrencesOf(ruleOf(plan({ unit: 'weeks', interval: 1 })), '2026-01-01', '2030-12-31')).toHaveLength(60)
  })
})

/** Every day of the time, one by one: is it one of the series? */
function slow({ unit, interval, weekday, place }: Pattern, first: string, until: string): string[] {
  const found: string[] = []
  const begin = Temporal.PlainDate.from(first)
  const monday = begin.subtract({ days: begin.dayOfWeek - 1 })
  for (let day = begin; Temporal.PlainDate.compare(day, until) <= 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek !== weekday || found.length === MOST_OCCURRENCES) continue
    if (unit === 'weeks') {
      const weeks = Math.floor(monday.until(day, { largestUnit: 'days' }).days / 7)
      if (weeks % interval === 0) found.push(day.toString())
      continue
    }
    const months = (day.year - begin.year) * 12 + day.month - begin.month
    const which = place === -1 ? day.day + 7 > day.daysInMonth : Math.ceil(day.day / 7) === place
    if (months % interval === 0 && which) found.push(day.toString())
  }
  return found
}

describe('occurrences', () => {
  it('are those that looking at every day finds', () => {
    const patterns = fc.record({
      ...{ unit: fc.constantFrom('weeks' as const, 'months' as const), interval: fc.integer({ min: 1, max: 12 }) },
      ...{ weekday: fc.integer({ min: 1, max: 7 }), place: fc.constantFrom(...places) },
    })
    const begin = fc.integer({ min: 0, max: 3000 })
    const length = fc.integer({ min: 0, max: 1200 })
    fc.assert(
      fc.property(patterns, begin, length, (pattern, after, days) => {
        const first = Temporal.PlainDate.from('2024-01-01').add({ days: after })
        const until = first.add({ days }).toString()
        const rule = ruleOf(pattern)
        expect(patternOf(rule)).toEqual(pattern.unit === 'weeks' ? { ...pattern, place: 1 } : pattern)
        expect(occurrencesOf(rule, first.toString(), until)).toEqual(slow(pattern, first.toString(), until))
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})

const calendar = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//DE',
    ...events.flatMap(event => ['BEGIN:VEVENT', event, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')

describe('school holidays', () => {
  const file = calendar(
    'UID:2\r\nSUMMARY:Osterferien\r\nDTSTART;VALUE=DATE:20260403\r\nDTEND;VALUE=DATE:20260411',
    'UID:1\r\nSUMMARY:Winterferien\r\nDTSTART;VALUE=DATE:20260209\r\nDTEND;VALUE=DATE:20260222',
    'UID:3\r\nSUMMARY:Frei\r\nDTSTART;VALUE=DATE:20260515',
    'UID:4\r\nSUMMARY:Elternabend\r\nDTSTART:20260303T180000Z\r\nDTEND:20260303T190000Z',
  )

  it('are the whole days of a calendar; its end does not count (RFC 5545, 3.6.1)', () => {
    expect(readPeriods(file)).toEqual([
      { name: 'Winterferien', firstDay: '2026-02-09', lastDay: '2026-02-21' },
      { name: 'Osterferien', firstDay: '2026-04-03', lastDay: '2026-04-10' },
      { name: 'Frei', firstDay: '2026-05-15', lastDay: '2026-05-15' },
    ])
    const holidays = readPeriods(file)!
    expect(['2026-02-08', '2026-02-21', '2026-02-22'].map(day => schoolHolidayOn(holidays, day))).toEqual([
      ...[null, 'Winterferien', null],
    ])
  })

  it.each([
    '',
    'Winterferien',
    'BEGIN:VCALENDAR',
    calendar('DTSTART;VALUE=DATE:99999999\r\nSUMMARY:X'),
    'x'.repeat(500_000),
  ])('of a file that is no calendar are none (%#)', text => {
    expect(readPeriods(text) ?? []).toEqual([])
  })
})
