import { lastDayOf, monthOf } from '../../../language/calendar.ts'
import { cue } from '../../../language/cues.ts'
import { type DateMention, datesIn } from '../../../language/dates.ts'
import { timeWordsIn } from '../../../language/deadlines.ts'
import type { When } from '../reading.ts'

/** Words for the next meeting; the day is looked up where the minutes name it. */
const NEXT_MEETING = cue(
  /(?<!\p{L}|fürs |für das )(?:(?:bis|noch vor|vor|rechtzeitig zu)? ?(?:zur?m?|der|dem|in der|auf der|an der|bei der|beim|im|am|auf dem|in dem) )?(?:(?:nächste|kommende|folgende)[nrms]?|künftige[nr]) (?:\p{L}*(?:sitzung|versammlung|treffen|plenum|runde|konferenz|besprechung|termin|call|meeting|redaktion|abend)|GV|MV|JHV|LR|TK|VS|Mal|Weekly|Jour fixe)(?!\p{L})/iu,
)
const BY_THEN = cue(
  /(?<!\p{L})bis (?:dahin|zum Fest|zu den \p{L}*ferien|(?:zum )?\p{L}+anfang|(?:zum )?\p{L}+beginn)(?!\p{L})/iu,
)
/** "beim nächsten Kino", "vor der nächsten IK": an occasion that comes again, whatever it is called. */
const NEXT_TIME = cue(
  /(?<!\p{L})(?:(?:noch |rechtzeitig )?(?:[Bb]is |[Vv]or )?(?:[Zz]u[rm]|[Bb]eim|der|dem)|(?:[Ii]n|[Aa]n|[Aa]uf|[Bb]ei) (?:der|dem)|[Ii]m|[Aa]m) (?:nächsten|kommenden|folgenden) (?!Sonn|Mon|Diens|Mitt|Don|Frei|Sams|Woche|Jahr|Tag|Quart|Schul|Semest|Punkt|Schritt|Haus)\p{Lu}[\p{L}-]+/u,
)
/** "zur Februarsitzung", "zum Novembertermin", "in der Mai-Sitzung" */
const MONTH_MEETING = cue(
  /(?<!\p{L})(?:(?:[Bb]is |[Vv]or )?(?:[Zz]u[rm]|der|dem)|(?:[Ii]n|[Aa]n|[Aa]uf|[Bb]ei) (?:der|dem)|[Ii]m|[Aa]m|[Bb]eim) (Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)-?(?:[Ss]itzung|[Tt]reffen|[Pp]lenum|[Tt]ermin|[Vv]ersammlung|[Rr]unde|[Aa]usgabe|[Kk]onferenz)(?!\p{L})/u,
)
const EVENT_DAY = cue(
  /(?<!\p{L})am (?:ersten|letzten) \p{L}+(?:tag|abend)(?: (?:der|des) (?:\p{Ll}+ )?\p{Lu}\p{L}+)?/iu,
)
const NO_DUE_BEFORE = /(?<!\p{L})(?:vom|seit|ab|von|über das|über den|Protokoll|(?:soll|wird) der)\s?$/iu

/** The time by which a task is to be done, as its words say it; null where they name none. */
export function dueIn(text: string, reference: string | null): When | null {
  const dates = datesIn(text, reference).filter(mention => isDue(text, mention, reference))
  const day = dates.find(mention => mention.from !== null && !IN_THE_MIDDLE.test(mention.words))
  if (day) return dueOf(day, text)
  const short = shortDayIn(text, reference)
  if (short) return short
  const words = occasionIn(text) ?? timeWordsIn(text)[0]?.words
  if (words) return inWords(words)
  const weekday = bareWeekdayIn(text, reference)
  if (weekday) return weekday
  return dates[0] ? inWords(withLead(dates[0], text)) : null
}

/** The words for an occasion at which something is to be done. */
function occasionIn(text: string): string | undefined {
  const patterns = [NEXT_MEETING, NEXT_TIME, BY_THEN, EVENT_DAY, MONTH_MEETING]
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match)
      return match[0] + (ABOUT.exec(text.slice(match.index + match[0].length, match.index + LONGEST_ABOUT))?.[0] ?? '')
  }
  return undefined
}

/** "bis zum nächsten Treffen (in etwa vier Wochen)" */
const ABOUT =
  /^ \((?:ca\.|circa|etwa|ungefähr|in (?:etwa |ca\. )?(?:\d|ein|zwei|drei|vier))[^()]{1,24}(?:Tage?n?|Wochen?|Monate?n?|Jahre?n?)\)/u
const LONGEST_ABOUT = 120

/** The month of the meeting that the words name ("zur Februarsitzung" is 2), null for all others. */
export function monthOfMeeting(words: string): number | null {
  const month = MONTH_MEETING.exec(words)?.[1]
  return month ? monthOf(month) : null
}

function inWords(words: string): When {
  return { words, from: null, until: null, start: null, end: null }
}

/** Does a due date wait for the next meeting, whose day other lines of the minutes may name? */
export function waitsForMeeting(words: string): boolean {
  return NEXT_MEETING.test(words)
}

/** "Mitte Mai" is no day, "Ende Mai" is its last. */
const IN_THE_MIDDLE = /(?<!\p{L})(?:Anfang|Mitte) /iu
const MONTH_END = /(?<!\p{L})Ende /iu
const WEEK = /KW|Kalenderwoche/i

function dueOf(mention: DateMention, text: string): When {
  const { from } = mention
  const endsMonth = from?.length === MONTH_LENGTH && MONTH_END.test(mention.words)
  const words = WEEK.test(mention.words) ? withLead(mention, text) : mention.words
  return { words, from: endsMonth ? lastDayOf(from) : from, until: mention.until, start: null, end: null }
}

const MONTH_LENGTH = 7
const LEAD =
  /(?:(?:noch |spätestens |möglichst |möglichst noch )?(?:bis(?: zur?m?)?|in der|vor der|vor|ab|in|am|im|nach) |noch |spätestens )$/iu

/** The words of a time with the preposition before them: "noch vor Jahresende". */
function withLead(mention: DateMention, text: string): string {
  const lead = LEAD.exec(text.slice(Math.max(0, mention.at - 30), mention.at))?.[0] ?? ''
  return lead + mention.words
}

/** "Protokoll vom 3. Mai" names a thing, and a day before the meeting is no due date. */
function isDue(text: string, mention: DateMention, reference: string | null): boolean {
  if (NO_DUE_BEFORE.test(text.slice(Math.max(0, mention.at - 12), mention.at)) || /^seit /i.test(mention.words))
    return false
  return (
    mention.from === null ||
    reference === null ||
    (mention.until ?? mention.from) >= reference.slice(0, mention.from.length)
  )
}

const SHORT_WEEKDAY = cue(
  /(?<!\p{L})(?:bis|am|spätestens)(?: zum)? (Mo|Di|Mi|Do|Fr|Sa|So)\.?(?![\p{L}\d]|,? ?\d{1,2}\.)/iu,
)
/** "fährt Freitag", "Sonntag Endfassung"; not one of many, and none that was. */
const BARE_WEEKDAY = cue(
  /(?<!(?:jede[nrsm]?|letzte[nrm]?|vergangene[nrm]?|vorige[nrm]?|der|den|dem|ein|einen|einem|pro|immer|ab|vom|seit|zweite[nrm]?|erste[nrm]?|dritte[nrm]?|vierte[nrm]?|und|bis|–|-|\/) ?)(?<![\p{L}-])(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?![\p{L}-])(?!,? ?(?:den )?\d|und|oder|bis|–| (?:und|oder|bis|–) )/u,
)
const NAMES: Readonly<Record<string, string>> = {
  mo: 'Montag',
  di: 'Dienstag',
  mi: 'Mittwoch',
  do: 'Donnerstag',
  fr: 'Freitag',
  sa: 'Samstag',
  so: 'Sonntag',
}
/** Not the time of day: "Dienstag morgen", "am morgen". */
const TOMORROW = cue(
  /(?<!\p{L}(?:tag|woch|abend|estern|eute|eden|uten|hsten|ühen) )(?<!(?<!\p{L})am )(?<![\p{L}-])(?:heute|morgen|übermorgen)(?![\p{L}-])/u,
)

/** "bis Fr", "schickt sie morgen herum": days that are only said in tasks. */
function shortDayIn(text: string, reference: string | null): When | null {
  const weekday = SHORT_WEEKDAY.exec(text)
  const name = weekday ? `am ${NAMES[weekday[1]!.toLowerCase()]}` : TOMORROW.exec(text)?.[0]
  const day = name ? datesIn(name, reference)[0] : undefined
  return day ? { ...whenOf(day), words: weekday?.[0] ?? day.words } : null
}

function bareWeekdayIn(text: string, reference: string | null): When | null {
  const name = BARE_WEEKDAY.exec(text)?.[0]
  const day = name ? datesIn(`am ${name}`, reference)[0] : undefined
  return day ? { ...whenOf(day), words: name! } : null
}

/** A date as the Reading holds it; start and end are times of day. */
export function whenOf(mention: DateMention, start: string | null = null, end: string | null = null): When {
  return { words: mention.words, from: mention.from, until: mention.until, start, end }
}

const MONTH_ALONE =
  /^(?:Jan(?:uar)?|Jänner|Feb(?:ruar|er)?|März|April|Mai|Juni|Juli|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)\.?$/
const WEEKDAY_ALONE = /^(?:Mo|Di|Mi|Do|Fr|Sa|So|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)$/

/** The time that words say which stand for nothing else, as in a column of days: "Mai", "Sonntag", "nach dem Fest". */
export function dueSaid(words: string, reference: string | null): When {
  const asked = MONTH_ALONE.test(words) ? `im ${words}` : WEEKDAY_ALONE.test(words) ? `am ${words}` : words
  const due = dueIn(asked, reference)
  if (!due) return inWords(words)
  return asked === words && due.from !== null ? due : { ...due, words }
}
