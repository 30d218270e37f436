import { daysBetween, isoDay, isoMonth, MONTH, monthOf, partsOf, WEEKDAY, weekdayNamed, weekdayOf } from './calendar.ts'
import { type Cue, cue } from './cues.ts'
import type { DateMention } from './dates.ts'

const DAY_NAME = `(?:(?<weekday>${WEEKDAY}|(?:Mo|Di|Mi|Do|Fr|Sa|So)(?!\\p{L}))[.,]*\\s?(?:(?:den|dem|der)\\s)?)?`
const NO_NUMBER_BEFORE = '(?<![\\d.,:§/-]|§ |TOP |Nr\\. |Nr |Version |Punkt |Kapitel |Ziffer )'
const DAY = '(?<day>\\d{1,2})'
const YEAR = '(?<year>(?:19|20)\\d{2})(?!\\d)'
/** "14.11.22", but not the hour of "14.11. 20 Uhr" */
const SHORT_YEAR = '(?<short>\\d{2})(?![.:]\\d|\\s?(?:Uhr|h)(?!\\p{L}))'
const TO = '\\s{0,2}(?<to>-|–|—|/|bis(?: zum| einschl\\.| einschließlich)?|und|u\\.|&|\\+)\\s{0,2}'
const END_NAME = `(?:${WEEKDAY},?\\s(?:den\\s)?)?`
const DAY_2 = '(?<day2>\\d{1,2})\\.\\s?'
const YEAR_2 = '(?:\\s?(?<year2>(?:19|20)\\d{2})(?!\\d))?'
const SHORT_YEAR_2 = '(?<short2>\\d{2})(?![\\d.:]|\\s?(?:Uhr|h)(?!\\p{L}))'

/** "2022-11-14", "2022-11-14 bis 2022-11-16"; not in an address or a file name */
const ISO = cue(
  /(?<![\p{L}\d/_-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:\s?(?:bis|\/|–)\s?(?<year2>\d{4})-(?<month2>\d{2})-(?<day2>\d{2}))?(?![\d_%-])/gu,
)
/** "Mo, 14.11.2022", "14.11.", "14.11.22", "14. 11. 2022" */
const NUMERIC = cue(
  new RegExp(
    `${DAY_NAME}${NO_NUMBER_BEFORE}${DAY}\\.\\s?(?<month>\\d{1,2})\\.(?:\\s?${YEAR}|${SHORT_YEAR})?(?!\\d)`,
    'gu',
  ),
)
/** "14.–16.11.2022", "14./15.11.", "30.11. bis 2.12.2022" */
const NUMERIC_SPAN = cue(
  new RegExp(
    `${DAY_NAME}${NO_NUMBER_BEFORE}${DAY}\\.(?:\\s?(?<month>\\d{1,2})\\.(?:${YEAR})?)?${TO}${END_NAME}${DAY_2}(?<month2>\\d{1,2})\\.(?:${SHORT_YEAR_2}|${YEAR_2})(?!\\d)`,
    'gu',
  ),
)
/** "am 14.11", without the last point: only behind a word that asks for a date */
const NUMERIC_BARE = cue(
  new RegExp(
    `(?<=(?:am|vom|bis|zum|den|ab|seit|${WEEKDAY},?)\\s)${DAY}\\.(?<month>\\d{1,2})(?![\\d.:]|\\s?(?:Uhr|h(?!\\p{L})|%|€))`,
    'gu',
  ),
)
/** "14/11/2022", "14-11-2022", "14/11/22" */
const SLASHED = cue(
  /(?<![\d/-])(?<day>\d{1,2})([/-])(?<month>\d{1,2})\2(?:(?<year>(?:19|20)\d{2})|(?<=\d\d\/\d\d\/)(?<short>\d{2}))(?![\d/-])/gu,
)
/** "2022/11/14", "2022.11.14", "2022_11_14" */
const YEAR_FIRST = cue(
  /(?<![\p{L}\d/._-])(?<year>(?:19|20)\d{2})([/._])(?<month>\d{2})\2(?<day>\d{2})(?![\p{L}\d/_-])/gu,
)
/** "14. November 2022", "Montag, den 14. Nov.", "14-Nov-2022", "14th Nov 2022" */
const NAMED = cue(
  new RegExp(
    `${DAY_NAME}${NO_NUMBER_BEFORE}${DAY}(?:\\.|te[nr]?|th)?(?:-|\\s{0,2})(?<name>${MONTH})\\.?(?:,?[\\s-]?${YEAR}|\\s?['’](?<short>\\d{2})(?!\\d))?`,
    'giu',
  ),
)
/** "November 14, 2022" */
const MONTH_FIRST = cue(
  new RegExp(`(?<!\\p{L})(?<name>${MONTH})\\s(?<day>\\d{1,2})(?:\\.|th|st|nd|rd)?,?\\s${YEAR}`, 'giu'),
)
/** "3./4. Mai", "3. bis 5. Mai 2023", "3-5 Mai", "30. April bis 2. Mai" */
const NAMED_SPAN = cue(
  new RegExp(
    `${DAY_NAME}${NO_NUMBER_BEFORE}${DAY}\\.?(?:\\s?(?<name>${MONTH})(?:\\s${YEAR})?)?${TO}${END_NAME}(?<day2>\\d{1,2})\\.?\\s{0,2}(?<name2>${MONTH})${YEAR_2}`,
    'giu',
  ),
)
/** "November 2022", "im November", "Mitte Juli", "bis Ende Mai" */
const MONTH_ALONE = cue(
  new RegExp(
    `(?<![\\p{L}\\d]|\\d\\.\\s?)(?:(?<lead>im|ab|bis|für|seit|Anfang|Mitte|Ende|Monat)\\s(?:(?:Anfang|Mitte|Ende)\\s)?)?(?<name>${MONTH})(?:\\s${YEAR})?`,
    'giu',
  ),
)

/** "13./20./27.3.", "2., 9. und 16. März", "5. oder 12. Mai": days of one month, each named for itself */
const DAYS_OF_MONTH = cue(
  new RegExp(
    `${NO_NUMBER_BEFORE}(?<days>(?:\\d{1,2}\\.\\s?(?:,|/|und|u\\.|oder|o\\.|sowie|&|\\+)\\s?){1,7})(?<day>\\d{1,2})\\.\\s?(?:(?<month>\\d{1,2})\\.|(?<name>${MONTH}))(?:\\s?${YEAR})?(?!\\d)`,
    'giu',
  ),
)

/** Without the name of a month a date has two numbers with a sign between. */
const NUMBERS_JOINED = /\d[-./_]\s?\d/
const MONTH_STEM = cue(/j[aä]n|feb|mär|maer|mar|apr|mai|may|jun|jul|aug|sep|o[kc]t|nov|de[zc]/i)

/** Without a year, a day up to this many days before the reference is taken as past, an earlier one as next year's. */
const RECENT_DAYS = 90

/** Days, spans of days and months that are named with numbers or month names. See `datesIn`; mentions may overlap. */
export function exactDatesIn(text: string, reference: string | null): DateMention[] {
  const named = MONTH_STEM.test(text)
  if (!named && !NUMBERS_JOINED.test(text)) return []
  const months = named ? mentions(MONTH_ALONE, text, reference, monthAlone) : []
  if (!/\d/.test(text)) return months
  return [
    ...months,
    ...[NUMERIC, NUMERIC_BARE, NAMED, MONTH_FIRST, SLASHED, YEAR_FIRST].flatMap(pattern =>
      mentions(pattern, text, reference, singleDay),
    ),
    ...[NUMERIC_SPAN, NAMED_SPAN].flatMap(pattern => mentions(pattern, text, reference, spanOfDays)),
    ...mentions(ISO, text, reference, isoDays),
    ...daysOfMonth(text, reference),
  ]
}

/** Each day of an enumeration, at its own place; two that follow each other are a span, and left to the spans. */
function daysOfMonth(text: string, reference: string | null): DateMention[] {
  return DAYS_OF_MONTH.all(text).flatMap(match => {
    const groups: Groups = match.groups!
    const last = { at: match.index + groups.days!.length, end: match.index + match[0].length, day: groups.day! }
    const others = Array.from(groups.days!.matchAll(/\d{1,2}/g), ({ 0: day, index }) => {
      const at = match.index + index
      return { at, end: at + day.length + 1, day }
    })
    const days = [...others, last].map(({ at, end, day }): DateMention | null => {
      const resolved = singleDay({ ...groups, day }, reference)
      return resolved && { words: text.slice(at, end).trim(), at, end, ...resolved, weekday: null }
    })
    const isSpan = days.length === 2 && Number(last.day) === Number(others[0]!.day) + 1
    return isSpan ? [] : days.filter(day => day !== null)
  })
}

type Groups = { readonly [name: string]: string | undefined }
type Resolved = Pick<DateMention, 'from' | 'until' | 'yearSaid'>
type Resolve = (groups: Groups, reference: string | null) => Resolved | null

function mentions(pattern: Cue, text: string, reference: string | null, resolve: Resolve): DateMention[] {
  const found: DateMention[] = []
  for (const match of pattern.all(text)) {
    const groups: Groups = match.groups ?? {}
    const resolved = resolve(groups, reference)
    if (!resolved) continue
    const weekday = weekdayBeside(groups.weekday, resolved.from)
    found.push({ words: match[0].trim(), at: match.index, end: match.index + match[0].length, ...resolved, weekday })
  }
  return found
}

function isoDays(groups: Groups): Resolved | null {
  const from = dayOf(groups.year, groups.month, groups.day)
  if (!from) return null
  return { from, until: groups.year2 ? dayOf(groups.year2, groups.month2, groups.day2) : null, yearSaid: true }
}

function singleDay(groups: Groups, reference: string | null): Resolved | null {
  const month = monthNumber(groups.month, groups.name)
  const day = Number(groups.day)
  const year = saidYear(groups.year, groups.short)
  if (year !== null) {
    const from = isoDay(year, month, day)
    return from === null ? null : { from, until: null, yearSaid: true }
  }
  if (!isoDay(LEAP_YEAR, month, day)) return null
  return { from: nearestDay(month, day, reference), until: null, yearSaid: false }
}

function spanOfDays(groups: Groups, reference: string | null): Resolved | null {
  const month2 = monthNumber(groups.month2, groups.name2)
  const month = groups.month || groups.name ? monthNumber(groups.month, groups.name) : month2
  const day = Number(groups.day)
  const day2 = Number(groups.day2)
  const year2 = saidYear(groups.year2, groups.short2)
  if (!isoDay(LEAP_YEAR, month, day) || !isoDay(LEAP_YEAR, month2, day2)) return null
  if (month === month2 && day >= day2) return null
  const year = saidYear(groups.year)
  const from =
    year !== null
      ? isoDay(year, month, day)
      : year2 === null
        ? nearestDay(month, day, reference)
        : yearBefore(year2, month, day, month2)
  if (from === null) return { from: null, until: null, yearSaid: false }
  const until = isoDay(year2 ?? partsOf(from).year + (month > month2 ? 1 : 0), month2, day2)
  if (!until || until < from) return null
  if (isEnumeration(groups.to) && daysBetween(from, until) > 1) return null
  return { from, until, yearSaid: year !== null || year2 !== null }
}

function monthAlone(groups: Groups, reference: string | null): Resolved | null {
  const month = monthOf(groups.name ?? '')
  if (month === null || !(groups.lead || groups.year)) return null
  const year = saidYear(groups.year)
  if (year !== null) return { from: isoMonth(year, month), until: null, yearSaid: true }
  const from = reference === null ? null : nearestMonth(month, reference, groups.lead?.toLowerCase() === 'seit')
  return { from, until: null, yearSaid: false }
}

/** This month or the next of that name; behind "seit" the last one. */
function nearestMonth(month: number, reference: string, past: boolean): string | null {
  const now = partsOf(reference)
  if (past) return isoMonth(month > now.month ? now.year - 1 : now.year, month)
  return isoMonth(month < now.month ? now.year + 1 : now.year, month)
}

/** A leap year, so that 29 February is a day when the year is still unknown. */
const LEAP_YEAR = 2024

/** "14./15.11." names two days that follow each other, a span; "14./21.11." names two days. */
function isEnumeration(to: string | undefined): boolean {
  return to === '/' || to === 'und' || to === 'u.' || to === '&' || to === '+'
}

function yearBefore(year2: number, month: number, day: number, month2: number): string | null {
  return isoDay(month > month2 ? year2 - 1 : year2, month, day)
}

/** The day of that month nearest to the reference: the last one if it is recent, else the next; null without reference. */
function nearestDay(month: number, day: number, reference: string | null): string | null {
  if (!reference) return null
  const { year } = partsOf(reference)
  for (const candidate of [isoDay(year - 1, month, day), isoDay(year, month, day), isoDay(year + 1, month, day)])
    if (candidate && daysBetween(candidate, reference) <= RECENT_DAYS) return candidate
  return null
}

function weekdayBeside(word: string | undefined, day: string | null): DateMention['weekday'] {
  if (!word || day?.length !== 10 || word[0] !== word[0]!.toUpperCase()) return null
  const said = weekdayNamed(word)
  return said && { said, real: weekdayOf(day) }
}

function saidYear(year: string | undefined, short?: string | undefined): number | null {
  if (year) return Number(year)
  return short ? 2000 + Number(short) : null
}

function monthNumber(month: string | undefined, name: string | undefined): number {
  return name ? (monthOf(name) ?? 0) : Number(month)
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  return isoDay(Number(year), Number(month), Number(day))
}
