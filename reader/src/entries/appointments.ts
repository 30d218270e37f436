import { type DateMention, datesIn } from '../../../language/dates.ts'
import { withoutOverlaps } from '../../../language/mentions.ts'
import { stem } from '../../../language/stems.ts'
import { type TimeMention, timesIn } from '../../../language/times.ts'
import { isStopWord, wordsOf } from '../../../language/words.ts'
import { whenOf } from './due.ts'
import { EVENT, eventWords } from './event-titles.ts'
import type { FoundOf } from './found.ts'
import type { Part } from './parts.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'

type Appointment = FoundOf<'appointment'>

const NEXT_MEETING =
  /^(?:\W*)(?:nächste[rsn]?|folgende[rsn]?|kommende[rsn]?|neuer) (?:\p{L}*(?:sitzung|treffen|termin|versammlung|runde|plenum|meeting|stammtisch|redaktion\p{L}*)|MV|GV|VS)|^(?:\W*)termin(?:e|vorschlag)?(?!\p{L})/iu
const TAKES_PLACE =
  /(?<!\p{L})(?:findet|finden|ist|sind|wird|werden|gibt es|steht|stehen|startet|beginnt|trifft|treffen|geplant|lädt|laden)(?!\p{L})/iu
const DEADLINE =
  /(?<!\p{L})(?:frist|anmeldeschluss|einsendeschluss|abgabe\p{L}*|deadline|stichtag|bewerbung\p{L}*|anmeld\p{L}*|redaktionsschluss|einreich\p{L}*|spätestens)(?!\p{L})/iu
const NO_EVENT_BEFORE = /(?<!\p{L})(?:vom|seit|von|protokoll|stand:?|rechnung|mail|schreiben)\s?$/iu
const UNTIL = /(?<!\p{L})bis(?: (?:zum|spätestens|ende|anfang|mitte|einschließlich))?\s?$/iu
const MONTH_LENGTH = 7

/** Finds what will take place after the meeting at a day or in a month that is named, each event once. */
export function appointmentsIn(scene: Scene): Appointment[] {
  const all = scene.spots.flatMap(spot =>
    spot.topic === 'done' || (spot.block.kind === 'row' && !spot.block.read) ? [] : appointmentsOf(scene, spot),
  )
  return eachOnce(all, scene)
}

function appointmentsOf(scene: Scene, spot: Spot): Appointment[] {
  const { reference } = scene.context
  return spot.parts.flatMap(part => {
    const dates = datesIn(part.text, reference)
    if (dates.length === 0) return []
    const times = timesIn(part.text)
    return dates.flatMap((date, at) => {
      const cue = cueOf(scene, spot, part, date, times)
      if (!cue) return []
      const stretch = stretchOf(part, dates, at)
      return [appointmentAt(scene, spot, part, stretch, { date, dates, times }, cue)]
    })
  })
}

type Cue = { readonly cue: string; readonly confidence: number }

function cueOf(scene: Scene, spot: Spot, part: Part, date: DateMention, times: readonly TimeMention[]): Cue | null {
  if (!isAhead(date, scene.context.reference)) return null
  const before = part.text.slice(Math.max(0, date.at - 24), date.at)
  if (date.until === null && (NO_EVENT_BEFORE.test(before) || /^(?:seit|vom) /i.test(date.words))) return null
  if (UNTIL.test(before) || /^bis /i.test(date.words)) {
    return DEADLINE.test(part.text) ? { cue: 'deadline', confidence: 0.6 } : null
  }
  const factor = date.from!.length === MONTH_LENGTH ? 0.75 : 1
  const cue = eventCue(spot, part, date, times.length > 0)
  return cue && cue.confidence * factor >= 0.45 ? { ...cue, confidence: cue.confidence * factor } : null
}

/** A weekday alone ("am Mittwoch") most often tells a habit. */
const IS_DATED = /\d|nächste|kommende|heute|morgen/iu
const HABIT = /(?<!\p{L})(?:jede[nrsm]?|jeweils|immer|regelmäßig|wöchentlich|monatlich)(?!\p{L})/iu

function eventCue(spot: Spot, part: Part, date: DateMention, timed: boolean): Cue | null {
  const isMonth = date.from!.length === MONTH_LENGTH
  const isEvent = EVENT.test(part.text.slice(0, date.at)) || EVENT.test(part.text.slice(date.end))
  if (!IS_DATED.test(date.words) && !isMonth)
    return timed && isEvent && !HABIT.test(part.text) ? { cue: 'date-and-time', confidence: 0.65 } : null
  if (spot.topic === 'appointment') return { cue: 'section', confidence: 0.88 }
  if (NEXT_MEETING.test(part.text)) return { cue: 'next-meeting', confidence: 0.88 }
  if (timed) return { cue: 'date-and-time', confidence: 0.8 }
  if (isHeading(spot)) return { cue: 'heading', confidence: 0.6 }
  if (isEvent) return { cue: 'event', confidence: isMonth && !TAKES_PLACE.test(part.text) ? 0.6 : 0.72 }
  if (spot.block.kind === 'item' && isDateLine(part, date)) return { cue: 'short-item', confidence: 0.6 }
  if (TAKES_PLACE.test(part.text)) return { cue: 'takes-place', confidence: 0.6 }
  return isMonth ? null : { cue: 'dated', confidence: 0.5 }
}

/** A list item that is about its date: a short one, or one that begins with it. */
function isDateLine(part: Part, date: DateMention): boolean {
  return part.text.length < 70 || date.at < 8
}

/** After the day of the meeting; a month counts when it is not over. Without that day only a full date is believed. */
function isAhead(date: DateMention, reference: string | null): boolean {
  if (date.from === null) return false
  if (reference === null) return date.yearSaid
  return date.from.length === MONTH_LENGTH ? date.from > reference.slice(0, MONTH_LENGTH) : date.from > reference
}

/** "14 Uhr Aufbau, 17 Uhr Beginn" */
const BEGINS = /^,? ?(?:beginn|anfang|start)/i

type Range = { readonly from: number; readonly to: number }

/** With several dates in one part, the words that belong to each: behind it where the part begins with one, else before. */
function stretchOf(part: Part, dates: readonly DateMention[], at: number): Range {
  if (dates.length === 1 || dates.some((date, next) => !saysBetween(part, dates[next - 1], date)))
    return { from: 0, to: part.text.length }
  const leads = part.text.slice(0, dates[0]!.at).replace(/[^\p{L}]/gu, '').length <= 4
  if (leads) return { from: dates[at]!.at, to: dates[at + 1]?.at ?? part.text.length }
  return { from: at === 0 ? 0 : dates[at - 1]!.end, to: at === dates.length - 1 ? part.text.length : dates[at]!.end }
}

/** What a part says of times: the date of the appointment, and all dates and times beside it. */
type Said = {
  readonly date: DateMention
  readonly dates: readonly DateMention[]
  readonly times: readonly TimeMention[]
}

/** Two dates with nothing but signs between them share the words around them ("8.6., 15.6. und 22.6."). */
function saysBetween(part: Part, before: DateMention | undefined, date: DateMention): boolean {
  return !before || /\p{L}{4}/u.test(part.text.slice(before.end, date.at))
}

function appointmentAt(
  scene: Scene,
  spot: Spot,
  part: Part,
  { from, to }: Range,
  { date, dates, times }: Said,
  cue: Cue,
): Appointment {
  const own = times.filter(time => time.at >= from && time.end <= to)
  const time = timeOf(part, own, date) ?? (EACH.test(part.text) ? times[0] : undefined) ?? timeNearby(scene, spot, part)
  const text = part.text.slice(from, to)
  const named = dates.filter(other => other.at >= from && other.end <= to)
  const cut = withoutOverlaps([...own, ...named]).map(s => ({
    at: s.at - from,
    end: s.end - from,
  }))
  const words = eventWords(text, cut)
  return {
    kind: 'appointment',
    ...placeOf(spot, part.from + from, part.from + to),
    title: titleOf(words.title, spot),
    place: words.place,
    when: whenOf(date, time?.start ?? null, time?.until ?? null),
    cues: [cue.cue],
    confidence: cue.confidence,
  }
}

/** "jeweils 18:30": the time holds for all days of the sentence. */
const EACH = /(?<!\p{L})(?:jeweils|immer|je)(?!\p{L})/iu

function timeOf(part: Part, own: readonly TimeMention[], date: DateMention): TimeMention | undefined {
  return own.find(t => BEGINS.test(part.text.slice(t.end, t.end + 10))) ?? own.find(t => t.at >= date.end) ?? own[0]
}

const TIME_LABEL =
  /^(?:beginn|start|uhrzeit|zeit|treffpunkt|einlass|um |ab |von |\d{1,2}(?:[:.]\d\d)? ?(?:uhr|h|-|–))/iu

/** The time that a day's next sentence or nested line tells: "Termin: Samstag, 6. April" › "Beginn: 10 Uhr". */
function timeNearby({ spots, context }: Scene, spot: Spot, part: Part): TimeMention | undefined {
  const behind = spot.parts.filter(p => p.from >= part.to).map(p => p.text)
  const below = spots
    .slice(spot.index + 1, spot.index + 3)
    .filter(({ block }) => block.parents.at(-1) === spot.block.text || TIME_LABEL.test(block.text))
  for (const text of [...behind.slice(0, 1), ...below.map(next => next.block.text)]) {
    const times = timesIn(text)
    if (times.length > 0) return datesIn(text, context.reference).length > 0 ? undefined : times[0]
  }
  return undefined
}

const GENERIC = /^(?:termine?(?: (?:steht|stehen|ist|sind))?|datum|zeit|wann|tag|ergebnis|beschluss|entscheid)$/i

/** Words that begin with a verb ("fahren wir zum See") name no event; what stands over them does. */
function titleOf(words: string, { block }: Spot): string {
  const over = block.parents.at(-1) ?? block.governing.at(-1) ?? ''
  return words === '' || GENERIC.test(words) || (over !== '' && /^\p{Ll}+(?:en|t) /u.test(words))
    ? over.replace(/:$/, '') || words
    : words
}

/** Compared with this many mentions of the same day; more are a calendar, not one event told again. */
const MOST_OF_A_DAY = 20

/** Keeps of mentions of one event the fullest: with time, with place, outside of a heading; then the first. */
function eachOnce(all: readonly Appointment[], scene: Scene): Appointment[] {
  const byDay = new Map<string, Appointment[]>()
  for (const appointment of all) {
    const day = byDay.get(appointment.when.from!) ?? []
    byDay.set(appointment.when.from!, day)
    const same = day.slice(-MOST_OF_A_DAY).find(other => isSameEvent(other, appointment, scene))
    if (!same) day.push(appointment)
    else if (fullness(appointment, scene) > fullness(same, scene)) day[day.indexOf(same)] = appointment
  }
  return [...byDay.values()].flat()
}

function fullness({ when, place, block }: Appointment, scene: Scene): number {
  return (when.start ? 4 : 0) + (place ? 1 : 0) + (isHeading(scene.spots[block]!) ? 0 : 2)
}

function isHeading({ block }: Spot): boolean {
  return block.kind === 'heading' || !block.read
}

function isSameEvent(a: Appointment, b: Appointment, scene: Scene): boolean {
  if (a.when.start && b.when.start && a.when.start !== b.when.start) return false
  const inHeading = isHeading(scene.spots[a.block]!) || isHeading(scene.spots[b.block]!)
  return inHeading || sharesWord(a.title, b.title)
}

function sharesWord(a: string, b: string): boolean {
  const stems = new Set(
    wordsOf(a)
      .filter(w => !isStopWord(w.text))
      .map(w => stem(w.text)),
  )
  if (stems.size === 0) return true
  const others = wordsOf(b).filter(w => !isStopWord(w.text))
  return others.length === 0 || others.some(w => stems.has(stem(w.text)))
}
