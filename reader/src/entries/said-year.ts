import { cue } from '../../../language/cues.ts'
import type { DateMention } from '../../../language/dates.ts'
import type { Spot } from './scene.ts'

const YEAR = /(?<![\d.-])20\d{2}(?![\d-])/g
const DATES_OF_YEAR = /^(?:Termine|Sitzungstermine|Jahres(?:termine|planung|programm)|Kalender)(?!\p{L})/u
const LIST_OF_DAYS = cue(/(?:Terminen?|Tagen|Daten)[^:]{0,30}: ?\d/u)
const HAS_YEAR = /\d{4}|\.\d{2}(?!\.)$/
/** No plan of dates reaches further. */
const MOST_YEARS_AHEAD = 2

/**
 * A day without a year takes the one that its sentence or heading says ("Termine 2019", "in 2018 zu folgenden Terminen:
 * 22. Februar, 11. Oktober"), if that is one only and not before the year counted from the meeting.
 */
export function inSaidYear(date: DateMention, { block }: Spot): DateMention {
  if (date.from === null || HAS_YEAR.test(date.words)) return date
  const heading = [block.parents.at(-1), block.governing.at(-1)].find(text => text && DATES_OF_YEAR.test(text)) ?? ''
  const said = [LIST_OF_DAYS.test(block.text) ? block.text : '', heading]
    .map(text => new Set(text.match(YEAR)))
    .find(years => years.size > 0)
  if (said?.size !== 1) return date
  const ahead = Number([...said][0]) - Number(date.from.slice(0, 4))
  if (ahead < 1 || ahead > MOST_YEARS_AHEAD) return date
  return { ...date, from: later(date.from, ahead), until: date.until && later(date.until, ahead) }
}

function later(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}
