import ICAL from 'ical.js'
import type { Day } from '../schema.ts'

/** Whole days of a calendar: both days count. */
export type NamedPeriod = { readonly name: string; readonly firstDay: Day; readonly lastDay: Day }

/** More would be no calendar of holidays. */
const MOST = 500
const LONGEST = 400_000
const LONGEST_NAME = 200

/**
 * The whole-day events of a calendar file (RFC 5545: DTEND does not count), in order; null for what is no calendar or
 * holds too many. Events with a time of day and those that repeat are left out: holidays are neither.
 */
export function readPeriods(text: string): NamedPeriod[] | null {
  if (text.length > LONGEST) return null
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0])
    if (calendar.name !== 'vcalendar') return null
    const events = calendar.getAllSubcomponents('vevent')
    if (events.length > MOST) return null
    const periods = events.flatMap(event => periodOf(new ICAL.Event(event)) ?? [])
    return periods.sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
  } catch {
    // The parser throws at what it can not read, in many ways.
    return null
  }
}

function periodOf(event: ICAL.Event): NamedPeriod | null {
  const { startDate, endDate, summary } = event
  if (!startDate?.isDate || event.isRecurring()) return null
  const firstDay = startDate.toString()
  const last = (endDate ?? startDate).clone()
  if (last.compare(startDate) > 0) last.adjust(-1, 0, 0, 0)
  if (!DAY.test(firstDay) || !DAY.test(last.toString())) return null
  return { name: (summary ?? '').trim().slice(0, LONGEST_NAME), firstDay, lastDay: last.toString() }
}
const DAY = /^\d{4}-\d\d-\d\d$/
