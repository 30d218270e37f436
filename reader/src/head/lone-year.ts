import { datesIn } from '../../../language/dates.ts'
import type { Document } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { dayIn } from './said.ts'

const YEAR = /(?<![\d.,:/-])20\d{2}(?![\d.:/-])/g
const FIRST_LINES = 5
const LONGEST_LINE = 200

/**
 * The day (ISO) of minutes whose head says day and year apart: "Plenum 16.1." above "2024, hybrid". Null where a day stands
 * with its year, or where no year or several are named. Only the first lines are looked at.
 */
export function dayWithYearBeside({ lines }: Document): string | null {
  const first = lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).slice(0, FIRST_LINES)
  const texts = first.filter(({ text }) => text.length <= LONGEST_LINE).map(({ text }) => plainOf(text))
  const years = new Set(texts.flatMap(text => text.match(YEAR) ?? []))
  const [year] = years
  if (year === undefined || years.size > 1 || texts.some(text => dayIn(text, null))) return null
  const day = texts.flatMap(text => datesIn(text, `${year}-07-01`)).find(date => date.from?.length === ISO_DAY)
  return day && /\d\. ?[\p{L}\d]/u.test(day.words)
    ? (dayIn(`${day.words.replace(/^\P{N}+/u, '')} ${year}`, null)?.from ?? null)
    : null
}

const ISO_DAY = 10
