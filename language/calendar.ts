import { Temporal } from 'temporal-polyfill'

/** Weekdays as ISO counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const WEEKDAY_STEMS = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'] as const
const WEEKDAY_NAMES = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const
const MONTH_STEMS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'] as const
/** Stems that are written otherwise, too. */
const OTHER_STEMS: Readonly<Record<string, string>> = {
  jän: 'jan',
  mae: 'mär',
  mar: 'mär',
  may: 'mai',
  oct: 'okt',
  dec: 'dez',
}

/** Source of a pattern for month names, long and short ("Nov.", "Sept"); English ones occur in German minutes too. */
export const MONTH =
  '(?:Januar|January|Jänner|Jan\\.?|Februar|February|Feber|Feb\\.?|März|Maerz|March|Mär\\.?|Mar\\.?|April|Apr\\.?|Mai|May|Juni|June|Jun\\.?' +
  '|Juli|July|Jul\\.?|August|Aug\\.?|September|Sept\\.?|Sep\\.?|Oktober|October|Okt\\.?|Oct\\.?|November|Nov\\.?|Dezember|December|Dez\\.?|Dec\\.?)(?!\\p{L})'
/** Source of a pattern for weekday names. */
export const WEEKDAY = '(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)'

/** The ISO day, or null where the calendar has none ("31.2.", month 13, year 0). */
export function isoDay(year: number, month: number, day: number): string | null {
  if (!(year >= 1000 && year <= 9999) || !(day >= 1 && day <= daysOfMonth(year, month))) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** 0 of a month that does not exist. */
function daysOfMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0)
}

/** `YYYY-MM`, or null for a month that does not exist. */
export function isoMonth(year: number, month: number): string | null {
  const day = isoDay(year, month, 1)
  return day === null ? null : day.slice(0, 7)
}

/** The last day of a month (`YYYY-MM`), or null for one that does not exist. */
export function lastDayOf(month: string): string | null {
  const { year, month: number } = partsOf(`${month}-01`)
  for (let day = 31; day >= 28; day--) {
    const last = isoDay(year, number, day)
    if (last) return last
  }
  return null
}

/** Year, month and day of an ISO day. */
export function partsOf(day: string): { year: number; month: number; day: number } {
  const [year, month, date] = day.split('-').map(Number)
  return { year: year!, month: month!, day: date! }
}

/** The day `days` later (earlier when negative). */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Days from `from` to `to`, negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

export function weekdayOf(day: string): Weekday {
  return (((dayNumber(day) + WEEKDAY_OF_FIRST) % 7) + 1) as Weekday
}

/** 1 March of the year 0 is a Wednesday, two days after Monday. */
const WEEKDAY_OF_FIRST = 2

/** Days since 1 March of the year 0: years that begin in March end with the leap day. */
function dayNumber(day: string): number {
  const { year, month, day: date } = partsOf(day)
  const years = month > 2 ? year : year - 1
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  return 365 * years + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
}

/** The first day after `day` that falls on `weekday`; a week later when `day` is one itself. */
export function nextWeekday(day: string, weekday: Weekday): string {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7 || 7)
}

/** Monday of an ISO week, or null where the year has no such week. */
export function mondayOfWeek(year: number, week: number): string | null {
  const first = isoDay(year, 1, 4)
  if (!first || week < 1 || week > 53) return null
  const monday = addDays(first, 1 - weekdayOf(first) + 7 * (week - 1))
  return Temporal.PlainDate.from(monday).yearOfWeek === year ? monday : null
}

/** 1 to 12 for a month's name, long or short, in any case; null of any other word. */
export function monthOf(word: string): number | null {
  const stem = word.toLowerCase().slice(0, 3)
  const at = MONTH_STEMS.indexOf((OTHER_STEMS[stem] ?? stem) as (typeof MONTH_STEMS)[number])
  return at < 0 ? null : at + 1
}

/** 1 to 7 for a weekday's name, long or of two letters; null of any other word. */
export function weekdayNamed(word: string): Weekday | null {
  const at = WEEKDAY_STEMS.indexOf(word.toLowerCase().slice(0, 2) as (typeof WEEKDAY_STEMS)[number])
  return at < 0 ? null : ((at + 1) as Weekday)
}

/** The German name of a weekday, as it is written in minutes. */
export function weekdayName(weekday: Weekday): string {
  return WEEKDAY_NAMES[weekday - 1]!
}
