import { cue } from './cues.ts'
import { withoutOverlaps } from './mentions.ts'
import { remembered } from './remembered.ts'

/** A time of day as said: `start` and `until` as `HH:MM`; `at` and `end` are offsets in the text. */
export type TimeMention = {
  readonly words: string
  readonly at: number
  readonly end: number
  readonly start: string
  readonly until: string | null
}

/** "14", "14:30", "14.30"; the minutes always have two digits. */
const CLOCK = '(\\d{1,2})(?:[:.](\\d{2}))?'
const TO = '\\s?(?:Uhr|h)?\\s?(?:-|–|—|−|bis(?: ca\\.?| etwa| gegen)?)\\s?'
const HOUR_WORD = '\\s?(?:Uhr|h)(?!\\p{L})'
const RANGE = cue(new RegExp(`(?<![\\d.:,])${CLOCK}${TO}${CLOCK}${HOUR_WORD}`, 'giu'))
const RANGE_WITH_COLONS = cue(
  new RegExp(`(?<![\\d.:,])(\\d{1,2}):(\\d{2})${TO}(\\d{1,2}):(\\d{2})(?![\\d:])(?:${HOUR_WORD})?`, 'giu'),
)
const SINGLE = cue(new RegExp(`(?<![\\d.:,])${CLOCK}${HOUR_WORD}`, 'giu'))
/** "18 Uhr 30", "18h30" */
const SPOKEN = cue(/(?<![\d.:,])(\d{1,2})(?: Uhr |h)(\d{2})(?![\d.:])/giu)
const WITH_COLON = cue(/(?<![\d.:,])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])/gu)

/**
 * Finds times of day: "14 – 16 Uhr", "19:30", "18.15 Uhr", "13:00 bis 14:30". A number without "Uhr", "h" or a colon is
 * none, nor is a vote ("5:0:3"). In the order of the text, without overlaps; impossible times ("25:00") are left out.
 */
export const timesIn = remembered((text: string): readonly TimeMention[] => {
  if (!/\d/.test(text)) return []
  return withoutOverlaps(
    [RANGE, RANGE_WITH_COLONS, SPOKEN, SINGLE, WITH_COLON].flatMap(pattern =>
      pattern.all(text).flatMap(match => mentionOf(match) ?? []),
    ),
  )
})

function mentionOf(match: RegExpExecArray): TimeMention | null {
  const start = clock(match[1]!, match[2])
  const until = match[3] === undefined ? null : clock(match[3], match[4])
  if (start === null || (match[3] !== undefined && until === null)) return null
  return { words: match[0], at: match.index, end: match.index + match[0].length, start, until }
}

function clock(hour: string, minute = '00'): string | null {
  if (Number(hour) > 24 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}
