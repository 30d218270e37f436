import { addDays, isoDay, MONTH, monthOf, nextWeekday, partsOf, WEEKDAY, weekdayNamed } from './calendar.ts'
import { cue } from './cues.ts'
import type { DateMention } from './dates.ts'

const ORDINALS: Readonly<Record<string, number>> = { erst: 1, zweit: 2, dritt: 3, viert: 4, letzt: -1 }
const ORDINAL = `(?<ordinal>${Object.keys(ORDINALS).join('|')})e[ns]?`
const NO_HABIT = '(?<!jede[nrsm]? |jeweils |jeweils am |immer |immer am )(?<!\\p{L})'
const YEAR = '(?: (?<year>(?:19|20)\\d{2})(?!\\d))?'

/** "am ersten Sonntag im Oktober", "letzter Mittwoch im Mai 2023", "am zweiten Augustwochenende", "zweites Wochenende im August" */
export const ordinalDays = cue(
  new RegExp(
    `${NO_HABIT}${ORDINAL}[rm]? (?:(?<name>${WEEKDAY}|Wochenende) (?:im|des) (?<month>${MONTH})|(?<month2>${MONTH.replace('(?!\\p{L})', '')})-?(?<name2>${WEEKDAY.toLowerCase()}|wochenende))(?!\\p{L})${YEAR}`,
    'giu',
  ),
)

/** Weekdays and weekends that are counted within a month; the next such month from the reference on. */
export function ordinalDaysIn(text: string, reference: string): DateMention[] {
  return ordinalDays.all(text).flatMap((match): DateMention[] => {
    const { ordinal, name, name2, month, month2, year } = match.groups!
    const number = monthOf(month ?? month2 ?? '')
    const count = ORDINALS[ordinal!.toLowerCase()]
    if (!number || !count) return []
    const now = partsOf(reference)
    const inYear = (candidate: number) => dayIn(candidate, number, count, name ?? name2!)
    const days = year
      ? inYear(Number(year))
      : [inYear(now.year), inYear(now.year + 1)].find(d => d && d.from >= reference)
    if (!days) return []
    const place = { words: match[0], at: match.index, end: match.index + match[0].length }
    return [{ ...place, ...days, yearSaid: year !== undefined, weekday: null }]
  })
}

type Days = { readonly from: string; readonly until: string | null }

/** A weekend is Saturday and Sunday, counted by its Saturday. */
function dayIn(year: number, month: number, count: number, name: string): Days | null {
  const isWeekend = /wochenende/i.test(name)
  const weekday = isWeekend ? SATURDAY : weekdayNamed(/sonnabend/i.test(name) ? 'Samstag' : name)
  const first = isoDay(month === 12 && count < 0 ? year + 1 : year, count < 0 ? (month % 12) + 1 : month, 1)
  if (!weekday || !first) return null
  const counted = nextWeekday(addDays(first, -1), weekday)
  const from = addDays(counted, 7 * (count < 0 ? -1 : count - 1))
  return { from, until: isWeekend ? addDays(from, 1) : null }
}

const SATURDAY = 6
