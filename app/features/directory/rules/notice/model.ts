import { Temporal } from 'temporal-polyfill'
import type { Day } from '../../../../ground/schema.ts'
import type { NoticeRule } from '../model.ts'

/** The name of a public holiday, or null. */
export type Holidays = (day: Day) => string | null

/** How the latest day was found, step by step, for a page to say in words. Days are those the step arrives at. */
export type NoticeStep =
  | { readonly code: 'no-period' }
  | { readonly code: 'meeting'; readonly day: Day; readonly paragraph: string }
  | {
      readonly code: 'period'
      readonly length: number
      readonly unit: NoticeRule['unit']
      readonly from: Day
      readonly until: Day
      readonly paragraph: string
    }
  | { readonly code: 'receipt' | 'sending'; readonly day: Day; readonly clear: boolean; readonly paragraph: string }
  | {
      readonly code: 'rest-day'
      readonly rest: Day
      readonly holiday: string | null
      readonly day: Day
      readonly paragraph: string
    }
  | { readonly code: 'delivery'; readonly days: number; readonly day: Day; readonly paragraph: string }

export type LatestDispatch = { readonly day: Day | null; readonly steps: readonly NoticeStep[] }

/** More would be no date that a calendar of a body holds. */
export const LONGEST_NOTICE = 400

/**
 * The latest day on which an invitation can leave. The period lies whole between its event and the meeting, and neither
 * day counts (§ 187 (1) BGB); weeks and months go by § 188 (2) and (3). Whether § 193 moves a period that is counted
 * backwards is disputed, so it never moves the day later: a day of rest is left for the working day before. Where the
 * receipt counts, the working days it takes to arrive lie before it (§ 130 (1) BGB).
 */
export function latestDispatchDay(rule: NoticeRule, meetingDay: Day, holidays: Holidays): LatestDispatch {
  if (rule.length === null) return { day: null, steps: [{ code: 'no-period' }] }
  const meeting = Temporal.PlainDate.from(meetingDay)
  const first = meeting.subtract({ [rule.unit]: rule.length })
  const event = rule.clear ? first.subtract({ days: 1 }) : first
  const steps: NoticeStep[] = [
    { code: 'meeting', day: meetingDay, paragraph: '§ 187 Abs. 1 BGB' },
    {
      ...{ code: 'period', length: rule.length, unit: rule.unit, from: first.toString() },
      until: meeting.subtract({ days: 1 }).toString(),
      paragraph: lengthParagraph(rule.unit),
    },
    {
      ...{ code: rule.event, day: event.toString(), clear: rule.clear },
      paragraph: rule.clear ? '§ 187 Abs. 1 BGB' : rule.source.paragraph,
    },
  ]
  let day = event
  const rested = () => {
    const rest = day
    while (isRest(day, holidays)) day = day.subtract({ days: 1 })
    if (day.equals(rest)) return
    const holiday = holidays(rest.toString())
    steps.push({ code: 'rest-day', rest: rest.toString(), holiday, day: day.toString(), paragraph: '§ 193 BGB' })
  }
  rested()
  if (rule.event === 'receipt' && rule.delivery > 0) {
    for (let left = rule.delivery; left > 0; left--) {
      day = day.subtract({ days: 1 })
      while (isRest(day, holidays)) day = day.subtract({ days: 1 })
    }
    steps.push({ code: 'delivery', days: rule.delivery, day: day.toString(), paragraph: '§ 130 Abs. 1 BGB' })
  }
  return { day: day.toString(), steps }
}

/** In urgent cases a shorter period may hold; null where the rules know none. */
export function urgentDispatchDay(rule: NoticeRule, meetingDay: Day, holidays: Holidays): LatestDispatch | null {
  if (rule.urgent === null) return null
  return latestDispatchDay({ ...rule, length: rule.urgent, unit: 'days' }, meetingDay, holidays)
}

const SATURDAY = 6
const isRest = (day: Temporal.PlainDate, holidays: Holidays) =>
  day.dayOfWeek >= SATURDAY || holidays(day.toString()) !== null

const lengthParagraph = (unit: NoticeRule['unit']): string => {
  if (unit === 'days') return '§ 188 Abs. 1 BGB'
  return unit === 'weeks' ? '§ 188 Abs. 2 BGB' : '§ 188 Abs. 2 und 3 BGB'
}
