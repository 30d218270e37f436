import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Day, Id } from '../../../ground/schema.ts'

/** How a series repeats, in the words in which people agree on it: every two months, the second Monday. */
export const seriesUnits = ['weeks', 'months'] as const
/** 1 is Monday (ISO 8601). */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** Which of a month; -1 is the last. */
export const places = [1, 2, 3, 4, -1] as const
export type Pattern = {
  readonly unit: (typeof seriesUnits)[number]
  readonly interval: number
  readonly weekday: number
  /** Only for months. */
  readonly place: number
}

export const MOST_OCCURRENCES = 60
export const LONGEST_INTERVAL = 12

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** The pattern as RFC 5545 writes it, without its first and last day. */
export function ruleOf({ unit, interval, weekday, place }: Pattern): string {
  const day = codes[weekday - 1] ?? 'MO'
  return unit === 'weeks'
    ? `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${day}`
    : `FREQ=MONTHLY;INTERVAL=${interval};BYDAY=${place}${day}`
}

const RULE = /^FREQ=(WEEKLY|MONTHLY);INTERVAL=(\d{1,2});BYDAY=(-?\d)?(MO|TU|WE|TH|FR|SA|SU)$/

/** What `ruleOf` wrote, back in words; null for a rule that it did not write. */
export function patternOf(rule: string): Pattern | null {
  const found = RULE.exec(rule)
  if (!found) return null
  const [, frequency, interval, place, day] = found
  return {
    unit: frequency === 'WEEKLY' ? 'weeks' : 'months',
    interval: Number(interval),
    weekday: codes.indexOf(day as (typeof codes)[number]) + 1,
    place: Number(place ?? 1),
  }
}

/**
 * The days of a series from its first to its last possible day, both included, at most `MOST_OCCURRENCES`. Every second
 * month or week is counted from that of the first day, also where nothing falls into the rest of it (RFC 5545, 3.3.10).
 * Days have no time zone, so no change of clocks moves one.
 */
export function occurrencesOf(rule: string, first: Day, until: Day): Day[] {
  if (until < first) return []
  const rruleString = `DTSTART;TZID=UTC:${compact(first)}T000000\nRRULE:${rule};UNTIL=${compact(until)}T000000Z`
  const days = new RRuleTemporal({ rruleString }).all((_, at) => at < MOST_OCCURRENCES)
  return days.map(day => day.toPlainDate().toString())
}
const compact = (day: Day): string => day.replaceAll('-', '')

/** A first and a last day can be this far apart. */
export const inReach = (first: Day, until: Day): boolean =>
  until >= first && Temporal.PlainDate.compare(until, Temporal.PlainDate.from(first).add({ years: MOST_YEARS })) <= 0
const MOST_YEARS = 5

/** A day that a series would use, with what speaks against it. */
export type Proposed = {
  readonly day: Day
  readonly holiday: string | null
  readonly schoolHoliday: string | null
  /** A meeting of the body that stands on that day already. */
  readonly taken: { readonly id: Id; readonly name: string } | null
}

export type SchoolHoliday = { readonly name: string; readonly firstDay: Day; readonly lastDay: Day }

/** The name of the school holidays in which a day falls, or null. */
export const schoolHolidayOn = (holidays: readonly SchoolHoliday[], day: Day): string | null =>
  holidays.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)?.name ?? null
