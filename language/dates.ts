import { partsOf, type Weekday } from './calendar.ts'
import { exactDatesIn } from './exact-dates.ts'
import { matchesOf } from './matches.ts'
import { withoutOverlaps } from './mentions.ts'
import { relativeDatesIn } from './relative-dates.ts'
import { remembered } from './remembered.ts'

/**
 * A date as said.
 * - `from`, `until`: `YYYY-MM-DD`, or `YYYY-MM` where only the month is said; `until` only of a span. Both null where the
 *   words fit no day ("möglichst bald", or "14.11." without a reference).
 * - `yearSaid`: false where the year came from the reference, or is missing.
 * - `weekday`: the weekday that was said beside a day, and the one the calendar has; null where none was said.
 * - `at`, `end`: offsets in the text.
 */
export type DateMention = {
  readonly words: string
  readonly at: number
  readonly end: number
  readonly from: string | null
  readonly until: string | null
  readonly yearSaid: boolean
  readonly weekday: { readonly said: Weekday; readonly real: Weekday } | null
}

/**
 * Finds dates in German words: days, months, spans, and words such as "am nächsten Sonntag" or "möglichst bald".
 * `reference` (`YYYY-MM-DD`) is the day from which a missing year and relative words count, usually that of the meeting;
 * without it they stay unresolved. In the order of the text, without overlaps; days that no calendar has are left out.
 */
export function datesIn(text: string, reference: string | null = null): readonly DateMention[] {
  return datesFrom(`${reference ?? ''}|${text}`)
}

const datesFrom = remembered((key: string): readonly DateMention[] => {
  const bar = key.indexOf('|')
  const reference = key.slice(0, bar) || null
  const text = key.slice(bar + 1)
  const mentions = withoutOverlaps([...exactDatesIn(text, reference), ...relativeDatesIn(text, reference)])
  return reference ? mentions.map(mention => inYearBeside(mention, text, reference, mentions)) : mentions
})

const YEAR_ALONE = /(?<![\d.,:/-])20\d\d(?![\d.:/-]\d)/g

/** "2023 findet das Fest vom 27.9. bis 3.10. statt": the year of the sentence holds for a day that else were just over. */
function inYearBeside(mention: DateMention, text: string, reference: string, all: readonly DateMention[]): DateMention {
  const { from, until, yearSaid } = mention
  if (yearSaid || !from || from >= reference) return mention
  const next = String(partsOf(reference).year + 1)
  const isBeside = matchesOf(YEAR_ALONE, text).some(
    ({ 0: year, index }) => year === next && !all.some(({ at, end }) => at <= index && index < end),
  )
  const inNext = (day: string | null) => day && next + day.slice(4)
  return isBeside && from.slice(0, 4) < next && until?.slice(0, 4) !== next
    ? { ...mention, from: inNext(from), until: inNext(until), weekday: null }
    : mention
}

/** The first date of a text that names a day, or null. */
export function firstDayIn(text: string, reference: string | null = null): DateMention | null {
  return withoutOverlaps(exactDatesIn(text, reference)).find(date => date.from?.length === ISO_DAY_LENGTH) ?? null
}

const ISO_DAY_LENGTH = 10
