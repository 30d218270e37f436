import {
  addDays,
  isoDay,
  lastDayOf,
  mondayOfWeek,
  nextWeekday,
  partsOf,
  WEEKDAY,
  weekdayNamed,
  weekdayOf,
} from './calendar.ts'
import { type Cue, CueFamily, cue } from './cues.ts'
import type { DateMention } from './dates.ts'
import { ordinalDays, ordinalDaysIn } from './ordinal-days.ts'

/** Small numbers as words, in the forms that count something. */
export const COUNT_WORDS: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einer: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  zehn: 10,
  zwölf: 12,
}
const COUNT = `\\d{1,3}|${Object.keys(COUNT_WORDS).join('|')}`

const NEXT_WEEKDAY = cue(
  new RegExp(
    `(?<!\\p{L})(?:am |bis (?:zum )?|ab |für )?(?<which>kommenden?|nächste[nr]?|diese[nrm]?|über ?nächste[nr]?) (?<name>${WEEKDAY})(?!\\p{L})(?!,? ?(?:den |dem )?\\d)`,
    'giu',
  ),
)
const BARE_WEEKDAY = cue(
  new RegExp(`(?<!\\p{L})(?:am|bis(?: zum)?) (?<name>${WEEKDAY})(?!\\p{L})(?!,? ?(?:den |dem )?\\d)`, 'giu'),
)
/** "Montag in drei Wochen", "Dienstag nächster Woche", "nächste Woche Dienstag" */
const WEEKDAY_OF_WEEK = cue(
  new RegExp(
    `(?<!\\p{L})(?:am |bis )?(?:(?<name>${WEEKDAY})s? (?:in (?<count>${COUNT}) Wochen?|(?<next>(?:über)?(?:nächste|kommende)[rn]?) Woche)|(?<next2>(?:über)?(?:nächste|kommende)[rn]?) Woche (?<name2>${WEEKDAY}))(?!\\p{L})(?!,? ?(?:den |dem )?\\d)`,
    'giu',
  ),
)
/** "am 25. zum Treffen", "bis zum 9.": the next day of that number; what is counted so ("am 3. Treffen", "zum 2. Mal") is none */
const DAY_ALONE = cue(
  /(?<=(?<!\p{L})(?:am|bis|bis zum|nicht der|auf den) )(?<day>\d{1,2})\.(?=[,;)]|\s?$| (?:in|im|um|ab|zur?m?|bei|beim|nach|von|vor|vorm|auf|an|mit|und|oder|wieder|statt|ist|sind|steht|findet|kommt|fährt|hat|haben|geht|gibt)(?!\p{L})| \p{Lu}\p{Ll}+ (?:um|ab) \d)/giu,
)
const NAMED_DAY = cue(/(?<![\p{L}] ?-?)(?<name>heute|morgen|übermorgen)(?![\p{L}-])/gu)
const IN_DAYS = cue(new RegExp(`(?<!\\p{L})in (?<count>${COUNT}) (?<unit>Tagen|Wochen?)(?!\\p{L})`, 'giu'))
const CALENDAR_WEEK = cue(/(?<![\p{L}\d])(?:KW ?(?<week>\d{1,2})|(?<week2>\d{1,2})\. ?(?:KW|Kalenderwoche))(?!\d)/gu)

/** "bis Ende des Monats", "zum Monatsende", "Ende nächsten Monats" */
const MONTH_END = cue(
  /(?<!\p{L})(?:bis )?(?:zum )?(?:Monatsende|Ende (?:des|dieses|(?<next>nächsten|kommenden)) Monats)(?!\p{L})/giu,
)

/** One of these is in every time that is told in words; most sentences hold none, and are done. */
const TRIGGER = cue(
  /bald|schnell|zeitnah|rasch|demnächst|umgehend|fristig|unverzüglich|in kürze|ab sofort|asap|(?:wochen|monats|jahres|quartals)ende|nächste|kommende|folgende|diese|anfang|mitte|ende |frühjahr|frühling|sommer|herbst|winter|20\d\d|tag|mittwoch|sonnabend|heute|morgen|in \S{1,6} wochen?|kw|kalenderwoche|(?:am|bis|bis zum|der|den) \d{1,2}\.|erste|zweite|dritte|vierte|letzte/i,
)

/** Words that bind to a time but to no day of the calendar. */
const NO_DAY = [
  cue(
    /(?<!\p{L})(?:(?:möglichst|so) (?:bald|schnell|zeitnah|rasch)(?: wie möglich)?|(?:bald|schnellst|baldigst)möglichst|schnellstmöglich|zeitnah|demnächst|umgehend|kurzfristig|unverzüglich|in Kürze|ab sofort|asap)(?!\p{L})/giu,
  ),
  cue(
    /(?<!\p{L})in den (?:kommenden|nächsten)(?: (?:\d{1,2}|zwei|drei|vier|paar))? (?:Tagen|Wochen|Monaten)(?!\p{L})/giu,
  ),
  cue(
    /(?<!\p{L})(?:bis )?(?:Anfang|Mitte|Ende) (?:der|dieser|nächster|kommender|des|dieses|nächsten|kommenden) (?:Woche|(?<!Ende \p{L}{3,10} )Monats|Jahres|Quartals)(?!\p{L})/giu,
  ),
  cue(/(?<!\p{L})(?:bis )?(?:zum )?(?:Wochen|Jahres|Quartals)ende(?!\p{L})/giu),
  cue(/(?<!\p{L})(?:bis |in der |ab )?(?:nächster?|kommender?|dieser?) Woche(?!\p{L})/giu),
  cue(
    /(?<!\p{L})(?:im|ab|bis|bis zum|Anfang) (?:nächsten |kommenden |diesen )?(?:Frühjahr|Frühling|Sommer|Herbst|Winter)(?: (?:19|20)\d{2})?(?!\p{L})/giu,
  ),
  cue(
    /(?<!\p{L})(?:bis zur?m?|auf der|an der|in der|zur|zum|vor der|beim|am|auf dem) (?:nächsten|kommenden|folgenden) (?:\p{L}*(?:[Ss]itzung|[Vv]ersammlung|[Tt]reffen|[Pp]lenum|[Tt]ermin|[Mm]al|[Rr]unde)|MV|GV|TK|VS)(?!\p{L})/giu,
  ),
  cue(/(?<!\p{L})(?:bis )?(?:Anfang|Mitte|Ende) (?:des Jahres |dieses Jahres )?(?:19|20)\d{2}(?!\d)/giu),
  cue(/(?<!\p{L})(?:im Jahre?|in|bis) 20\d{2}(?![\d-])/giu),
] as const

const NO_DAY_WORDS = new CueFamily(NO_DAY)
/** All that is looked for: where none of it can be, the words that trigger the search are said of something else. */
const IN_WORDS = new CueFamily([
  ...NO_DAY,
  NEXT_WEEKDAY,
  BARE_WEEKDAY,
  NAMED_DAY,
  WEEKDAY_OF_WEEK,
  DAY_ALONE,
  MONTH_END,
  ordinalDays,
  IN_DAYS,
  CALENDAR_WEEK,
])

/**
 * Times that count from the reference ("am nächsten Sonntag", "in zwei Wochen", "KW 45"), and words that fit no day
 * ("möglichst bald"), whose `from` is null. See `datesIn`; mentions may overlap.
 */
export function relativeDatesIn(text: string, reference: string | null): DateMention[] {
  if (!IN_WORDS.canBeIn(text) || !TRIGGER.test(text)) return []
  const found = NO_DAY_WORDS.canBeIn(text) ? NO_DAY.flatMap(pattern => mentions(pattern, text, () => null)) : []
  if (!reference) return [...found, ...mentions(MONTH_END, text, () => null)]
  return [
    ...found,
    ...mentions(NEXT_WEEKDAY, text, groups => comingWeekday(groups, reference)),
    ...mentions(BARE_WEEKDAY, text, groups => comingWeekday(groups, reference)),
    ...mentions(NAMED_DAY, text, groups => day(addDays(reference, DAYS_AHEAD[groups.name!] ?? 0))),
    ...mentions(WEEKDAY_OF_WEEK, text, groups => weekdayOfWeek(groups, reference)),
    ...mentions(DAY_ALONE, text, groups => nextDay(Number(groups.day), reference)),
    ...mentions(MONTH_END, text, groups => monthEnd(groups, reference)),
    ...ordinalDaysIn(text, reference),
    ...mentions(IN_DAYS, text, groups => day(addDays(reference, countOf(groups)))),
    ...mentions(CALENDAR_WEEK, text, groups => calendarWeek(Number(groups.week ?? groups.week2), reference)),
  ]
}

const DAYS_AHEAD: Readonly<Record<string, number>> = { heute: 0, morgen: 1, übermorgen: 2 }

type Groups = { readonly [name: string]: string | undefined }
type Span = { readonly from: string; readonly until: string | null }

function mentions(pattern: Cue, text: string, resolve: (groups: Groups) => Span | null): DateMention[] {
  return pattern.all(text).map(match => {
    const span = resolve(match.groups ?? {})
    return {
      words: match[0],
      at: match.index,
      end: match.index + match[0].length,
      from: span?.from ?? null,
      until: span?.until ?? null,
      yearSaid: false,
      weekday: null,
    }
  })
}

function day(from: string): Span {
  return { from, until: null }
}

function comingWeekday(groups: Groups, reference: string): Span | null {
  const weekday = weekdayNamed(groups.name === 'Sonnabend' ? 'Samstag' : (groups.name ?? ''))
  if (!weekday) return null
  const next = nextWeekday(reference, weekday)
  return day(groups.which?.toLowerCase().startsWith('über') ? addDays(next, 7) : next)
}

/** "Montag in drei Wochen" counts from the coming Monday's week; "nächste Woche" is the calendar's next one. */
function weekdayOfWeek(groups: Groups, reference: string): Span | null {
  const weekday = weekdayNamed(groups.name ?? groups.name2 ?? '')
  if (!weekday) return null
  if (groups.count)
    return day(addDays(reference, 7 * countOf({ count: groups.count }) + weekday - weekdayOf(reference)))
  const weeks = /^über/i.test(groups.next ?? groups.next2 ?? '') ? 2 : 1
  return day(addDays(reference, 7 * weeks + weekday - weekdayOf(reference)))
}

/** The first day of that number behind the reference, in its month or the next one that has it. */
function nextDay(number: number, reference: string): Span | null {
  const { year, month } = partsOf(reference)
  for (let ahead = 0; ahead < 3; ahead++) {
    const candidate = isoDay(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, number)
    if (candidate && candidate >= reference) return day(candidate)
  }
  return null
}

const MONTH_LENGTH = 7

function monthEnd(groups: Groups, reference: string): Span | null {
  const { year, month } = partsOf(reference)
  const at = groups.next ? month : month - 1
  const from = isoDay(year + Math.floor(at / 12), (at % 12) + 1, 1)
  const last = from && lastDayOf(from.slice(0, MONTH_LENGTH))
  return last ? day(last) : null
}

function countOf(groups: Groups): number {
  const word = (groups.count ?? '').toLowerCase()
  const count = COUNT_WORDS[word] ?? Number(word)
  return groups.unit?.toLowerCase().startsWith('woche') ? 7 * count : count
}

/** Monday to Sunday of a week; of the next year where that week of this year is long past. */
function calendarWeek(week: number, reference: string): Span | null {
  const { year } = partsOf(reference)
  const monday = mondayOfWeek(year, week)
  if (!monday) return null
  const coming = addDays(monday, 60) < reference ? mondayOfWeek(year + 1, week) : monday
  return coming === null ? null : { from: coming, until: addDays(coming, 6) }
}
