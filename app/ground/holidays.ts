import Holidays from 'date-holidays'
import type { Day } from './schema.ts'

/**
 * Public holidays of a Land (ISO 3166-2, `DE-SN`); null: those of the whole country. Places within a Land that have one
 * more (Augsburg, Catholic parishes of Bavaria, Saxony and Thuringia) are not told apart. German names; each year is
 * computed once.
 */
export function publicHolidays(region: string | null): (day: Day) => string | null {
  const [, land] = (region ?? '').split('-')
  const key = land ?? ''
  const known = years.get(key) ?? new Map<string, ReadonlyMap<Day, string>>()
  years.set(key, known)
  return day => {
    const year = day.slice(0, 4)
    let days = known.get(year)
    if (!days) {
      days = holidaysOf(land, year)
      known.set(year, days)
    }
    return days.get(day) ?? null
  }
}
const years = new Map<string, Map<string, ReadonlyMap<Day, string>>>()

const DAY = 10

function holidaysOf(land: string | undefined, year: string): ReadonlyMap<Day, string> {
  const calendar = land ? new Holidays('DE', land) : new Holidays('DE')
  const found = calendar.getHolidays(Number(year), 'de').filter(({ type }) => type === 'public')
  return new Map(found.map(({ date, name }) => [date.slice(0, DAY), name]))
}
