import { MONTH } from './calendar.ts'
import { type Cue, cue } from './cues.ts'
import { withoutOverlaps } from './mentions.ts'
import { remembered } from './remembered.ts'
import { type TimeMention, timesIn } from './times.ts'

/** Hours as words, as far as people say them. */
const HOURS: Readonly<Record<string, number>> = {
  eins: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
}
/** Minutes that the words before an hour stand for: "halb acht" is half an hour before eight. */
const MINUTES: Readonly<Record<string, number>> = {
  halb: -30,
  'viertel vor': -15,
  dreiviertel: -15,
  'viertel nach': 15,
  'viertel über': 15,
}
const HOUR = Object.keys(HOURS).join('|')
const LEAD = '(?<=(?<!\\p{L})(?:um|ab|gegen|ca\\.?|circa|von|punkt|jeweils|treffpunkt|abfahrt|beginn|einlass):? )'
/** What follows an hour: the end of a thought, or where it takes place; never what is counted ("um 10 Euro"). */
const BEHIND =
  '(?=[,;)!?]|\\.?$|\\.? [–-] |\\. \\p{Lu}|: ?| (?:in|im|am|an|auf|bei|beim|vor|vorm|hinter|mit|zur?m?|wieder|los|statt)(?!\\p{L}))'

/** "halb acht", "viertel nach sieben", "um neun" */
const IN_WORDS = cue(
  new RegExp(
    `(?<!\\p{L})(?:(?<part>${Object.keys(MINUTES).join('|')}) (?<hour>${HOUR})|(?<=(?:um|ab|gegen|punkt) )(?<full>${HOUR})${BEHIND})(?!\\p{L})(?<behind> (?:uhr )?(?:früh|morgens|vormittags|abends|nachmittags))?`,
    'giu',
  ),
)
/** "um 10", "ab 17" */
const BARE_HOUR = cue(new RegExp(`(?<=(?<!\\p{L})(?:um|ab|punkt) )(?<hour>\\d{1,2})${BEHIND}`, 'giu'))
/** "ab 18.30", "Abfahrt 8.15" and, behind a date, ", 19.30" */
const DOTTED = cue(
  new RegExp(
    `(?:${LEAD}|(?<=(?:\\d\\.|${MONTH}|(?:19|20)\\d\\d),? ))(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)(?:\\s?(?:-|–|bis)\\s?(?<hour2>\\d{1,2})\\.(?<minute2>[0-5]\\d))?(?![\\d.:]|\\s?(?:%|€|Euro|EUR|Fr\\.|CHF|Mio|km|m²|Stimmen))`,
    'giu',
  ),
)
const EVENING_UNTIL = 8

/**
 * The times of `timesIn` and those that only a date beside them tells apart from other numbers: "am 5.4., 18.30",
 * "Samstag um 10", "am 16.2. halb acht". Up to eight o'clock an hour in words is one of the afternoon or evening, unless
 * the words say otherwise.
 */
export const timesBesideDate = remembered((text: string): readonly TimeMention[] => {
  return withoutOverlaps([
    ...timesIn(text),
    ...mentions(IN_WORDS, text, inWords),
    ...mentions(BARE_HOUR, text, ({ hour }) => [clock(Number(hour), 0), null]),
    ...mentions(DOTTED, text, ({ hour, minute, hour2, minute2 }) => [
      clock(Number(hour), Number(minute)),
      hour2 ? clock(Number(hour2), Number(minute2)) : null,
    ]),
  ])
})

type Groups = { readonly [name: string]: string | undefined }
type Times = readonly [start: string | null, until: string | null]

function mentions(pattern: Cue, text: string, timesOf: (groups: Groups) => Times): TimeMention[] {
  return pattern.all(text).flatMap((match): TimeMention[] => {
    const [start, until] = timesOf(match.groups ?? {})
    return start ? [{ words: match[0], at: match.index, end: match.index + match[0].length, start, until }] : []
  })
}

function inWords({ part, hour, full, behind }: Groups): Times {
  const said = HOURS[(hour ?? full ?? '').toLowerCase()] ?? 0
  const early = /früh|morgens|vormittags/i.test(behind ?? '')
  const late = /abends|nachmittags/i.test(behind ?? '')
  const minutes = 60 * said + (part ? (MINUTES[part.toLowerCase()] ?? 0) : 0)
  const isLate = late || (!early && said <= EVENING_UNTIL)
  const all = minutes + (isLate && minutes < NOON ? NOON : 0)
  return [clock(Math.floor(all / 60), all % 60), null]
}

const NOON = 12 * 60

function clock(hour: number, minute: number): string | null {
  if (hour > 24 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
