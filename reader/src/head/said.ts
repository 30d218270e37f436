import { type DateMention, datesIn } from '../../../language/dates.ts'
import type { HeadField } from '../reading.ts'

/** What a source says of a field of the head. Of several the first counts, so the order of the sources is their rank. */
export type Said = { readonly field: HeadField; readonly value: string; readonly line: number }

/** The first month with its year that a text names, `YYYY-MM`, or null. */
export function monthIn(text: string): DateMention | null {
  return datesIn(text, null).find(date => date.from?.length === ISO_MONTH) ?? null
}

const ISO_DAY = 10
const ISO_MONTH = 7

/** The first mention of a day in a text, resolved against `reference`; null if no day is named. */
export function dayIn(text: string, reference: string | null): DateMention | null {
  return datesIn(text, reference).find(date => date.from?.length === ISO_DAY && /\d/.test(date.words)) ?? null
}
