import { cue } from '../../../language/cues.ts'
import { type TimeMention, timesIn } from '../../../language/times.ts'

const HOUR = '(\\d{1,2})(?:[:.](\\d{2}))?(?![\\d.]*\\d{2}\\.|\\d)'
const HOUR_WORD = '(?: ?(?:Uhr|h)(?!\\p{L}))?(?: [cs]\\. ?t\\.)?(?: \\([^()]{1,20}\\))?'
const ABOUT = '(?:ca\\.? |etwa |gegen |kurz (?:nach|vor) )?'
/** "16–17:30", "18 Uhr c.t. bis ca. 20.15", "10:15 (geplant 10) – 14:30", "18 bis kurz nach 20 Uhr" */
const SPAN = cue(
  new RegExp(
    `(?<![\\d.,:/-])${HOUR}${HOUR_WORD} ?(?:-|–|—|bis) ?${ABOUT}${HOUR}(?:-| ?(?:Uhr|h)(?!\\p{L})|(?![\\d.:/]|\\.\\d))`,
    'u',
  ),
)
const HALF = cue(/(?<!\p{L})halb (eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)(?!\p{L})/iu)
const HOURS = ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']
const LATEST_HOUR = 24
const NOON = 12

/**
 * The time of a meeting as its head tells it: besides the times of ordinary text also ranges of bare numbers, of which one
 * has minutes or "Uhr", and "halb acht", which is in the evening where people speak so. Null without one.
 */
export function clockIn(text: string): TimeMention | null {
  const said = timesIn(text)[0] ?? null
  if (said?.until) return said
  return spanIn(text) ?? said ?? halfIn(text)
}

function spanIn(text: string): TimeMention | null {
  const match = SPAN.exec(text)
  if (!match) return null
  const [words, hour = '', minute, laterHour = '', laterMinute] = match
  if (!(minute ?? laterMinute) && !/Uhr|\dh/.test(words)) return null
  const start = timeOf(hour, minute)
  const until = timeOf(laterHour, laterMinute)
  return start && until ? { words, at: match.index, end: match.index + words.length, start, until } : null
}

function timeOf(hour: string, minute = '00'): string | null {
  return Number(hour) > LATEST_HOUR || Number(minute) > 59 ? null : `${hour.padStart(2, '0')}:${minute}`
}

function halfIn(text: string): TimeMention | null {
  const match = HALF.exec(text)
  if (!match) return null
  const hour = HOURS.indexOf(match[1]!.toLowerCase()) + NOON
  return { words: match[0], at: match.index, end: match.index + match[0].length, start: `${hour}:30`, until: null }
}
