import { type DateMention, datesIn } from '../../../language/dates.ts'
import type { When } from '../reading.ts'

const NEXT_MEETING =
  /(?<!\p{L})(?:bis (?:zur?m? )?|(?:in|auf|an|zu|bei) (?:der|dem) |zur? |am )?(?:nächste[nrm]?|kommende[nrm]?|folgende[nrm]?) (?:\p{L}*(?:sitzung|versammlung|treffen|plenum|runde)|GV|MV|Mal)(?!\p{L})|(?<!\p{L})bis (?:dahin|zum Fest|Weihnachten|Ostern|Pfingsten|zu den \p{L}*ferien|(?:zum )?\p{L}+anfang|(?:zum )?\p{L}+beginn)(?!\p{L})/iu
const EVENT_DAY = /(?<!\p{L})am (?:ersten|letzten) \p{L}+(?:tag|abend)(?: (?:der|des) (?:\p{Ll}+ )?\p{Lu}\p{L}+)?/iu
const NO_DUE_BEFORE = /(?<!\p{L})(?:vom|seit|ab|von|über das|über den|Protokoll)\s?$/iu

/** The time by which a task is to be done, as its words say it; null where they name none. */
export function dueIn(text: string, reference: string | null): When | null {
  const date = datesIn(text, reference).find(mention => isDue(text, mention, reference))
  if (date) return whenOf(date)
  const words = (NEXT_MEETING.exec(text) ?? EVENT_DAY.exec(text))?.[0]
  return words ? { words, from: null, until: null, start: null, end: null } : null
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
  return due ? { ...due, words } : { words, from: null, until: null, start: null, end: null }
}
