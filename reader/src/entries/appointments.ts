import { type DateMention, datesIn } from '../../../language/dates.ts'
import { withoutOverlaps } from '../../../language/mentions.ts'
import { stem } from '../../../language/stems.ts'
import type { TimeMention } from '../../../language/times.ts'
import { isStopWord, wordsOf } from '../../../language/words.ts'
import { whenOf } from './due.ts'
import { type EventCue, eventCueOf, isHeading } from './event-cues.ts'
import { timeOf, timesBeside } from './event-times.ts'
import { eventWords } from './event-titles.ts'
import type { FoundOf } from './found.ts'
import type { Part } from './parts.ts'
import { inSaidYear } from './said-year.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'

type Appointment = FoundOf<'appointment'>

/** Finds what will take place after the meeting at a day or in a month that is named, each event once. */
export function appointmentsIn(scene: Scene): Appointment[] {
  const all = scene.spots.flatMap(spot =>
    spot.topic === 'done' || (spot.block.kind === 'row' && !spot.block.read) ? [] : appointmentsOf(scene, spot),
  )
  return withoutVague(eachOnce(all, scene))
}

function appointmentsOf(scene: Scene, spot: Spot): Appointment[] {
  const { reference } = scene.context
  return spot.parts.flatMap(part => {
    const dates = datesIn(part.text, reference).map(date => inSaidYear(date, spot))
    if (dates.length === 0) return []
    const times = timesBeside(part.text, dates)
    return dates.flatMap((date, at) => {
      const cue = isToldAgain(part, date, dates[at + 1]) ? null : eventCueOf(scene, spot, { part, date, times })
      if (!cue) return []
      const stretch = stretchOf(part, dates, at)
      return [appointmentAt(scene, spot, part, stretch, { date, dates, times }, cue)]
    })
  })
}

/** "in zwei Wochen, 30.1." and "am Montag in zwei Wochen (30.1.)" tell one day twice: the day in numbers stays. */
function isToldAgain({ text }: Part, date: DateMention, next: DateMention | undefined): boolean {
  if (!next || /\d\./.test(date.words) || !/\d\./.test(next.words)) return false
  return /^(?:,? ?\(?|,? (?:am|also|d\. ?h\.|den) )$/.test(text.slice(date.end, next.at))
}

type Range = { readonly from: number; readonly to: number }

/** More dates share no words: reading all of them anew for each would take quadratic time. */
const MOST_SHARING = 12

/** With several dates in one part, the words that belong to each: behind it where the part begins with one, else before. */
function stretchOf(part: Part, dates: readonly DateMention[], at: number): Range {
  const isCalendar = dates.length > MOST_SHARING
  if (dates.length === 1 || (!isCalendar && dates.some((date, next) => !saysBetween(part, dates[next - 1], date))))
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
  cue: EventCue,
): Appointment {
  const own = times.filter(time => time.at >= from && time.end <= to)
  const time = timeOf(scene, spot, { part, date, own, times })
  const text = part.text.slice(from, to)
  const named = dates.filter(other => other.at >= from && other.end <= to)
  const cut = withoutOverlaps([...own, ...named]).map(s => ({
    at: s.at - from,
    end: s.end - from,
  }))
  const words = eventWords(text, cut)
  return {
    kind: 'appointment',
    ...placeOf(spot, part.from + from + (JOINING.exec(text)?.[0].length ?? 0), part.from + to),
    title: titleOf(words.title, spot),
    place: words.place,
    when: whenOf(date, time?.start ?? null, time?.until ?? null),
    cues: [cue.cue],
    confidence: cue.confidence,
  }
}

/** What joins a stretch with the one before it. */
const JOINING = /^(?:[\s,;/&+)]|(?:und|oder|sowie)\s){1,6}/
const GENERIC =
  /^(?:termine?(?: (?:steht|stehen|ist|sind))?|datum|zeit|wann|tag|steht|findet|ergebnis|beschluss|entscheid|gefeiert)$/i
/** Titles of items and lists that name no event. */
const NAMELESS =
  /^(?:sonstiges|verschiedenes|termine?|ausblick|berichte?|allfälliges|anträge|organisatorisches|(?:aktuelle )?infos?)(?!\p{L})/iu

/** "Termine Chorprobe 2019" heads the days of one kind of event. */
const OF_TERMS = /^Termine (?:(?:der|des|für|zur|zum) )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)(?: 20\d{2})?:?$/u

/** Words that begin with a verb ("fahren wir zum See") name no event; what stands over them does. */
function titleOf(words: string, { block }: Spot): string {
  const above = block.parents.at(-1) ?? block.governing.at(-1) ?? ''
  const ofTerms = OF_TERMS.exec(above)?.[1]
  const over = ofTerms ?? (NAMELESS.test(above) ? '' : above)
  return words === '' || GENERIC.test(words) || (over !== '' && /^(?!nächste)\p{Ll}+(?:en|t) /u.test(words))
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

/** A month gives way to a day in it of the same event: "Schulung im Januar" above "Die Schulung ist am 16. Januar". */
function withoutVague(all: readonly Appointment[]): Appointment[] {
  const days = new Map<string, string[]>()
  for (const { when, title } of all) {
    const month = when.from!.slice(0, MONTH_LENGTH)
    if (when.from !== month) days.set(month, [...(days.get(month) ?? []), title].slice(-MOST_OF_A_DAY))
  }
  return all.filter(
    ({ when, title }) =>
      when.from!.length > MONTH_LENGTH || !days.get(when.from!)?.some(other => sharesWord(title, other)),
  )
}

const MONTH_LENGTH = 7

function fullness({ when, place, block }: Appointment, scene: Scene): number {
  return (when.start ? 4 : 0) + (place ? 1 : 0) + (isHeading(scene.spots[block]!) ? 0 : 2)
}

function isSameEvent(a: Appointment, b: Appointment, scene: Scene): boolean {
  if (a.when.start && b.when.start && a.when.start !== b.when.start) return false
  const inHeading = isHeading(scene.spots[a.block]!) || isHeading(scene.spots[b.block]!)
  return inHeading || sharesWord(a.title, b.text) || sharesWord(b.title, a.text)
}

function sharesWord(a: string, b: string): boolean {
  const stems = new Set(stemsOf(a))
  if (stems.size === 0) return true
  const others = stemsOf(b)
  return others.length === 0 || others.some(other => stems.has(other))
}

/** Stems of the words that say something; long ones by their beginning: "Gründungssitzung", "Gründungsversammlung". */
function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter(word => !isStopWord(word.text))
    .map(word => (word.text.length < LONG_WORD ? stem(word.text) : word.text.slice(0, BEGINNING).toLowerCase()))
}

const LONG_WORD = 12
const BEGINNING = 8
