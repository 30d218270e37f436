import { cue } from '../../../language/cues.ts'
import type { DateMention } from '../../../language/dates.ts'
import type { TimeMention } from '../../../language/times.ts'
import { personsIn } from './antecedents.ts'
import { EVENT } from './event-titles.ts'
import { onlyOwners } from './named.ts'
import type { Part } from './parts.ts'
import type { Scene, Spot } from './scene.ts'

/** Why a date is taken for that of an appointment, and how often it is. */
export type EventCue = { readonly cue: string; readonly confidence: number }

/** A date in its part, with the times beside it. */
export type Dated = { readonly part: Part; readonly date: DateMention; readonly times: readonly TimeMention[] }

const NEXT_MEETING = cue(
  /^(?:\W*)(?:(?:der|die|das|unser|unsere) )?(?:nächste[rsn]?|folgende[rsn]?|kommende[rsn]?|neuer) (?!(?:woche|monat|jahr|schritt|tage|quartal|zeit|stufe|ausgabe|punkt|frage)\p{L}*)\p{L}|^(?:\W*)termin(?:e|vorschlag)?(?!\p{L})|^(?:\W*)(?:auf )?wiedersehen am/iu,
)
const TAKES_PLACE =
  /(?<!\p{L})(?:findet|finden|ist|sind|wird|werden|gibt es|steht|stehen|startet|beginnt|trifft|treffen|geplant|lädt|laden|steigt|spielen|spielt|feiern|feiert|fahren|fährt)(?!\p{L})/iu
const HYPOTHETICAL = /(?<!\p{L})(?:wäre?n?|könnten?|würden?|denkbar|vielleicht|vorschlag|ggf|falls)(?!\p{L})/iu

/** Below this a guess helps nobody. */
const LEAST_CONFIDENCE = 0.45
const MONTH_LENGTH = 7
/** A month or a week is less often a date to be kept than a day. */
const VAGUE_DISCOUNT = 0.78

/** What makes a date ahead of the meeting an appointment, or null for a paper's date, a due date, a habit and the like. */
export function eventCueOf(scene: Scene, spot: Spot, dated: Dated): EventCue | null {
  const { part, date } = dated
  if (!isAhead(date, scene.context.reference) || isNoDay(spot, dated, scene)) return null
  const before = part.text.slice(Math.max(0, date.at - LONGEST_LEAD), date.at)
  if (UNTIL.test(before) || /^bis /i.test(date.words)) return deadlineCue(part)
  const cue = announcedCue(spot, dated) ?? (bindsLoosely(before, date) ? null : wordedCue(spot, dated, scene))
  const factor = isVague(date) ? VAGUE_DISCOUNT : 1
  return cue && cue.confidence * factor >= LEAST_CONFIDENCE ? { ...cue, confidence: cue.confidence * factor } : null
}

const LONGEST_LEAD = 30

/** After the day of the meeting; a month counts when it is not over. Without that day only a full date is believed. */
function isAhead(date: DateMention, reference: string | null): boolean {
  if (date.from === null) return false
  if (reference === null) return date.yearSaid
  return date.from.length === MONTH_LENGTH ? date.from > reference.slice(0, MONTH_LENGTH) : date.from > reference
}

/** A month or a week of the calendar. */
function isVague(date: DateMention): boolean {
  return date.from!.length === MONTH_LENGTH || /KW|Kalenderwoche|^in .* Wochen?$/i.test(date.words)
}

const PAPER_BEFORE = cue(/(?<!\p{L})(?:vom|seit|von|protokoll|stand:?|rechnung|mail|schreiben)\s?$/iu)
/** "der 1. Oktober als Beginn des Vereinsjahres" */
const AS_SUCH_BEHIND = /^ als (?=\p{L})/u
const OTHER_DAY_BEFORE = cue(/(?<!\p{L})nicht (?:mehr |erst |schon )?(?:am |den |der |ab )?$/iu)
/** "beim Quartierfest vom 23. Juni", but not "das Protokoll der Sitzung vom 3. Mai" */
const EVENT_OF_DAY =
  /(?:fest|markt|tag|lauf|konzert|messe|turnier|kurs|seminar|tagung|ausflug|feier|aktion)e?s? vom $/iu
const CALLED_OFF = cue(
  /(?<!\p{L})(?:fällt|fallen)(?!\p{L})[^;]{0,80}(?<!\p{L})aus(?!\p{L})|(?<!\p{L})(?:entfällt|entfallen|abgesagt|ausgefallen|ausfallen)(?!\p{L})/iu,
)
const INSTEAD = /(?<!\p{L})(?:dafür|also|stattdessen|sondern|neuer termin|ersatz\p{L}*|verschoben)(?!\p{L})/iu
const PAST = cue(
  /(?<!\p{L})(?:war|waren|wars|warens|fand|fanden|hatten?|gab|ergab|lief|liefen|kam|kamen|nahm|nahmen|stand|standen|wurden? \p{L}+ gefeiert)(?!\p{L})/u,
)
/** The clause around a date, for texts that set no points. */
const CLAUSE_REACH = 80
/** "Für das Protokoll: Mila Sahin, 9.2.18", "Kronau am See, den 17.03.2010" */
const SIGNED =
  /^(?:(?:[Ff]ür das|[Ff]\. ?d\. ?) ?(?:Protokoll|Richtigkeit)|[Gg]ez\.|[Ee]rstellt|[Aa]ufgenommen|Unterschrift)|^\p{Lu}[\p{L}-]{2,20}(?: (?:(?:am|an der|im|in) )?\p{Lu}[\p{L}-]{2,20})?, (?:den )?$/u

/** A day that is over, does not hold, or belongs to a paper, a signature or a task. */
function isNoDay(spot: Spot, { part, date, times }: Dated, scene: Scene): boolean {
  const before = part.text.slice(0, date.at)
  if (OTHER_DAY_BEFORE.test(before) || AS_SUCH_BEHIND.test(part.text.slice(date.end, date.end + 6))) return true
  if (CALLED_OFF.test(part.text) && !INSTEAD.test(before)) return true
  if (!date.yearSaid && PAST.test(around(part, date))) return true
  if (spot.block.kind === 'paragraph' && SIGNED.test(before) && part.text.length - date.end < 12)
    return times.length === 0
  if (date.until === null && (PAPER_BEFORE.test(before) || /^(?:seit|vom) /i.test(date.words)))
    return !EVENT_OF_DAY.test(before)
  if (spot.topic === 'appointment' || times.length > 0) return false
  return isDueCell(spot, date, part, scene) || isBehindOwner(before, scene)
}

function around({ text }: Part, { at, end }: DateMention): string {
  return text.slice(Math.max(0, at - CLAUSE_REACH), end + CLAUSE_REACH)
}

/** In a table row the date in the last cell, behind one that names only persons, is when something is due. */
function isDueCell({ block }: Spot, date: DateMention, part: Part, { cast }: Scene): boolean {
  const cells = block.cells?.filter(cell => cell.trim() !== '') ?? []
  const [owner, last] = cells.slice(-2)
  if (cells.length < 3 || !part.text.includes(date.words)) return false
  return last!.trim().replace(/^(?:bis|zum|am) /i, '') === date.words && onlyOwners(owner!, cast, true) !== null
}

const OWNER_BEFORE = /\s[–—-]\s([^–—]{2,40})(?:\s[–—-]|,)\s$/u

/** "Halle reservieren – Mila – 2.5." */
function isBehindOwner(before: string, { cast }: Scene): boolean {
  const owner = OWNER_BEFORE.exec(before)?.[1]
  return owner !== undefined && onlyOwners(owner, cast, true) !== null
}

const UNTIL = cue(
  /(?<!\p{L})(?:bis|spätestens)(?: (?:zum|spätestens|ende|anfang|mitte|einschließlich|einschl\.)){0,3}\s{0,2}$/iu,
)
const DEADLINE =
  /(?<!\p{L})(?:(?!für die )\p{L}*frist|\p{L}*schluss|abgabe\p{L}*|deadline|stichtag|bewerbung(?:en)?|anmeldung(?:en)?|frühbucher\p{L}*|einreichung(?:en)?)(?!\p{L})/iu
const GRANTED = /(?<!\p{L})(?:setzt|setzen|bekommt|bekommen|erhält|erhalten|verlängert)(?!\p{L})/iu
/** What somebody outside asks for by a day: "Der Antrag ist bis 3.5. zu stellen", "Vorschläge müssen bis 3.5. vorliegen" */
const MUST_BE_IN =
  /(?<!\p{L})(?:ist|sind)(?!\p{L})[^;]{0,80}(?<!\p{L})(?:zu (?:stellen|beantragen|melden)|(?:ein|vor|ab|nach|an)zu(?:reichen|legen|geben|melden))(?!\p{L})|(?<!\p{L})(?:muss|müssen)(?!\p{L})[^;]{0,80}(?<!\p{L})(?:vorliegen|eingehen|eingegangen sein|eingereicht sein|rein)(?!\p{L})|(?<!\p{L})(?:kann|können)(?!\p{L})[^;]{0,80}(?<!\p{L})(?:eingereicht|gestellt|beantragt|abgegeben|angemeldet) werden(?!\p{L})/iu

function deadlineCue(part: Part): EventCue | null {
  if (DEADLINE.test(part.text) && !GRANTED.test(part.text)) return { cue: 'deadline', confidence: 0.6 }
  return MUST_BE_IN.test(part.text) ? { cue: 'must-be-in', confidence: 0.55 } : null
}

/** The title over it or the words at the beginning announce appointments. */
function announcedCue(spot: Spot, { part, date, times }: Dated): EventCue | null {
  if (!isDated(date)) return null
  if (spot.topic === 'appointment') return { cue: 'section', confidence: 0.88 }
  if (NEXT_MEETING.test(part.text)) return { cue: 'next-meeting', confidence: 0.88 }
  return times.length > 0 && !isVague(date) ? { cue: 'date-and-time', confidence: 0.8 } : null
}

/** "ab 1.1." and "zum 31.3." tell since when something holds. */
function bindsLoosely(before: string, date: DateMention): boolean {
  return /(?<!\p{L})(?:ab|per|zum|mit)(?: dem)?\s{0,2}$/iu.test(before) || /^(?:ab|bis) /i.test(date.words)
}

const HABIT = /(?<!\p{L})(?:jede[nrsm]?|jeweils|immer|regelmäßig|wöchentlich|monatlich)(?!\p{L})/iu

function wordedCue(spot: Spot, { part, date, times }: Dated, scene: Scene): EventCue | null {
  const isEvent = EVENT.test(part.text.slice(0, date.at)) || EVENT.test(part.text.slice(date.end))
  if (!isDated(date)) {
    const once = times.length > 0 && isEvent && !HABIT.test(part.text)
    return once ? { cue: 'weekday-and-time', confidence: 0.65 } : null
  }
  if (isHeading(spot)) return { cue: 'heading', confidence: 0.6 }
  if (isVague(date)) return isPlanned(part, date, isEvent) ? { cue: 'event-in-month', confidence: 0.7 } : null
  if (isEvent) return { cue: 'event', confidence: 0.72 }
  if (spot.block.kind === 'item' && isDateLine(part, date) && !namesOwner(part, date, scene))
    return { cue: 'short-item', confidence: 0.6 }
  if (TAKES_PLACE.test(part.text)) return { cue: 'takes-place', confidence: 0.6 }
  return { cue: 'dated', confidence: 0.5 }
}

const PLANNED =
  /(?<!\p{L})(?:voraussichtlich|vermutlich|wahrscheinlich|irgendwann|geplant|vorgesehen|angesetzt|findet|finden|stattfinden|wie immer|ist|sind|wird|werden|soll|sollen)(?!\p{L})/iu
const WILL_BE =
  /(?<!\p{L})(?:soll|sollen|wird|werden)(?!\p{L})[^;]{0,80}(?<!\p{L})(?:erfolgen|stattfinden|erscheinen|starten|beginnen|eröffnet werden|eröffnen)(?!\p{L})/iu

/** In a month or a week something is an appointment where it is planned in so many words, or its name is all that is said. */
function isPlanned({ text }: Part, date: DateMention, isEvent: boolean): boolean {
  if (HYPOTHETICAL.test(text) || text.endsWith('?')) return false
  return WILL_BE.test(text) || (isEvent && (PLANNED.test(text) || (date.at > 0 && text.length < SHORT)))
}

const SHORT = 40

/** A weekday alone ("am Mittwoch") most often tells a habit. */
function isDated(date: DateMention): boolean {
  return isVague(date) || /\d|nächste|kommende|heute|morgen|woche|erste|zweite|dritte|vierte|letzte/iu.test(date.words)
}

/** "Mila, Entwurf 6.4." hands something out. */
function namesOwner(part: Part, date: DateMention, { cast }: Scene): boolean {
  return personsIn(part.text.slice(0, date.at), cast).length > 0
}

/** A list item that is about its date: a short one, or one that begins with it. */
function isDateLine(part: Part, date: DateMention): boolean {
  return part.text.length < 70 || date.at < 8
}

/** Headings, and lines that were read as agenda or head, name an event rather than tell of it. */
export function isHeading({ block }: Spot): boolean {
  return block.kind === 'heading' || !block.read
}
