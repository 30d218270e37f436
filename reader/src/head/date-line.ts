import { cue } from '../../../language/cues.ts'
import { isFirstName } from '../../../language/first-names.ts'
import { trimmed } from '../../../language/trim.ts'
import type { Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { isListOfPersons } from '../people/attendees.ts'
import { clockIn } from './clock.ts'
import { headFieldOf } from './fields.ts'
import { dayIn, type Said } from './said.ts'
import { namesMeeting } from './title.ts'

const LONGEST_LINE = 180
const LONGEST_PART = 70
const JOINT = /, | ?[·|] ?| \/ |; |(?<!\d)\. (?=\p{Lu}\p{Ll})/u
/** The first sentence is looked at; "16. Juni" and "e. V." end none. */
const SENTENCE_BREAK = /(?<=\p{Ll}{3}|Uhr|\d{4}|\))\. (?=\p{Lu})/u
const WEEKDAY = /^(?:Mo|Di|Mi|Do|Fr|Sa|So|\p{Lu}\p{Ll}+tag|Mittwoch|Sonnabend)\.?$/u
/** What stands before a place: "im Bürgerhaus", "Ort: Saal", "Gastgeberin diesmal: Familienzentrum". */
const BEFORE_PLACE = /^(?:(?:im|in der|in den|in|am|an der) (?=\p{Lu})|\p{Lu}[\p{L} ]{2,24}: )/u
/** Behind the day in the same part: "20.1.11 bei Margit in der Küche". */
const PLACE_BEHIND = /^(?:im|in|bei|beim|am|auf|per|via|online)(?!\p{L})/iu
const PLACE_BEGIN = /^(?:[\p{Lu}„"]|bei |beim |online|per |via |auf )/u
const DOES = /(?:^es | )(?:leitet|moderiert|schreibt|protokolliert|tippt|kommt|fehlt)(?: |$)/i
const ROLE_BEHIND = /\((?:Protokoll|Moderation|Notizen|Leitung|tippt|schreibt)/
const SENTENCE = cue(/ (?:ist|sind|war|waren|wird|wurde|hat|haben|hatte|fand|trafen|traf) /)

/**
 * Day, times and place of a line that lists them: "Mittwoch, 16. Juni 2021, 18.30 bis 21.05 Uhr, Lehrerzimmer". The place
 * is what follows day or time and is neither, up to persons and labels. Empty for a sentence and for any other line.
 * `day` is that of the meeting where it is known; another one belongs to something else.
 */
export function dateLine(line: Line, reference: string | null, day: string | null): Said[] {
  const [text = ''] = plainOf(line.body).split(SENTENCE_BREAK)
  if (text.length > LONGEST_LINE || SENTENCE.test(text) || line.cells) return []
  const date = dayIn(text, reference)
  if (date && day && date.from !== day) return []
  const behindDay = date ? text.slice(0, date.at) + ' '.repeat(date.end - date.at) + text.slice(date.end) : text
  const time = clockIn(behindDay)
  if (!date && !time?.until) return []
  const place = placeIn(text, reference)
  return [
    ...(date ? [{ field: 'date' as const, value: date.from!, line: line.number }] : []),
    ...(time ? [{ field: 'start' as const, value: time.start, line: line.number }] : []),
    ...(time?.until ? [{ field: 'end' as const, value: time.until, line: line.number }] : []),
    ...(place ? [{ field: 'place' as const, value: place, line: line.number }] : []),
  ]
}

function placeIn(text: string, reference: string | null): string | null {
  const parts = text.split(JOINT).map(part => trimmed(part, ' .+'))
  const anyOrder = /[·|]/.test(text)
  const places: string[] = []
  let dated = false
  for (const part of parts) {
    const rest = behindWhen(part, reference)
    const isWhen = rest !== part || WEEKDAY.test(part)
    dated ||= isWhen
    const place = isWhen ? (PLACE_BEHIND.test(rest) ? rest : '') : part
    const fits = (dated || anyOrder) && isPlace(place)
    if (fits) places.push(place.replace(BEFORE_PLACE, ''))
    else if (places.length > 0) break
  }
  return places.length === 0 ? null : places.join(', ')
}

/** The part without day and time; the part itself where it holds neither. */
function behindWhen(part: string, reference: string | null): string {
  const date = dayIn(part, reference)
  const behindDate = date ? part.slice(date.end) : part
  const time = clockIn(behindDate)
  return trimmed(time ? behindDate.slice(time.end) : behindDate, ' ,')
}

function isPlace(text: string): boolean {
  const bare = text.replace(BEFORE_PLACE, '')
  if (bare.length < 3 || bare.length > LONGEST_PART || !PLACE_BEGIN.test(bare)) return false
  if (headFieldOf(text.split(/[ :]/)[0]!) || namesMeeting(bare) || /^(?:Nr|ZVR|Az|Uhr|CES?T|Beginn|Ende)/.test(bare))
    return false
  return !ROLE_BEHIND.test(bare) && !DOES.test(bare) && !isRowBegin(bare)
}

/** "Yunus (Notizen)", "Conrad Wiesner": the list of those who came begins. */
function isRowBegin(text: string): boolean {
  return isListOfPersons(text) && isFirstName(text.split(' ')[0]!)
}
