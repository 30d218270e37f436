import { cue } from '../../../language/cues.ts'
import { type DateMention, datesIn } from '../../../language/dates.ts'
import { timesBesideDate } from '../../../language/loose-times.ts'
import type { TimeMention } from '../../../language/times.ts'
import type { Part } from './parts.ts'
import type { Scene, Spot } from './scene.ts'

/** An appointment's time of day, as far as it was said. */
export type EventTime = { readonly start: string; readonly until: string | null }

/** The day in its part; `own` are the times in the words that belong to it, `times` all of the part. */
export type Day = {
  readonly part: Part
  readonly date: DateMention
  readonly own: readonly TimeMention[]
  readonly times: readonly TimeMention[]
}

/** The times of a part that stand beside its dates and are not parts of them. */
export function timesBeside(text: string, dates: readonly DateMention[]): readonly TimeMention[] {
  return timesBesideDate(text).filter(time => !dates.some(date => date.at < time.end && time.at < date.end))
}

/** "jeweils 18:30": the time holds for all days of the sentence. */
const EACH = cue(/(?<!\p{L})(?:jeweils|immer|je)(?!\p{L})/iu)
const SAME_TIME = cue(/(?<!\p{L})(?:gleiche|selbe|dieselbe) (?:uhr)?zeit(?!\p{L})/iu)

/** When an appointment begins: said beside its day, or near it, or "gleiche Zeit" as this meeting. */
export function timeOf(scene: Scene, spot: Spot, day: Day): EventTime | undefined {
  const { part, times } = day
  const said = ownTime(day) ?? (EACH.test(part.text) ? times[0] : undefined) ?? timeNearby(scene, spot, part)
  if (said) return said
  const start = SAME_TIME.test(part.text) ? scene.context.head.start?.value : undefined
  return start ? { start, until: null } : undefined
}

/** "14 Uhr Aufbau, 17 Uhr Beginn", "Einlass 19:30, Beginn 20 Uhr" */
const BEGINS_BEHIND = /^,? ?(?:beginn|anfang|start)(?!\p{L})(?!:? ?(?:um |ab )?\d)/iu
const BEGINS_BEFORE = /(?<!\p{L})(?:beginn|anfang|start|los geht['’]?s?)(?: ist)?:? (?:um |ab )?$/iu
/** "bis 7 Uhr zu räumen", "ab 12 Uhr geschlossen", "bis abends um zehn" tell no beginning. */
const NO_BEGIN_BEFORE = /(?<!\p{L})(?:bis|ende|schluss|spätestens|vor):? (?:um |gegen |ca\.? )?$/iu
const NO_BEGIN_BEHIND = /^ (?:geschlossen|zu|dicht|schluss|heim)(?!\p{L})/iu

function ownTime({ part, date, own }: Day): TimeMention | undefined {
  const { text } = part
  const starts = own.filter(
    t =>
      !NO_BEGIN_BEFORE.test(text.slice(Math.max(0, t.at - 20), t.at)) &&
      !NO_BEGIN_BEHIND.test(text.slice(t.end, t.end + 20)),
  )
  return (
    starts.find(
      t =>
        BEGINS_BEHIND.test(text.slice(t.end, t.end + 10)) ||
        BEGINS_BEFORE.test(text.slice(Math.max(0, t.at - 24), t.at)),
    ) ??
    starts.find(t => t.at >= date.end) ??
    starts[0]
  )
}

const TIME_LABEL = cue(
  /^(?:beginn|start|uhrzeit|zeit|treffpunkt|einlass|los geht|um |ab |von |\d{1,2}(?:[:.]\d\d)? ?(?:uhr|h|-|–))/iu,
)

/** The time that a day's next sentence or nested line tells: "Termin: Samstag, 6. April" › "Beginn: 10 Uhr". */
function timeNearby({ spots, context }: Scene, spot: Spot, part: Part): TimeMention | undefined {
  const behind = spot.parts.find(p => p.from >= part.to)?.text ?? ''
  const below = spots
    .slice(spot.index + 1, spot.index + 3)
    .map(({ block }) => block)
    .filter(block => block.parents.at(-1) === spot.block.text || TIME_LABEL.test(block.text))
    .map(block => block.text)
  for (const text of [...(TIME_LABEL.test(behind) ? [behind] : []), ...below]) {
    const dates = datesIn(text, context.reference)
    const times = timesBeside(text, dates)
    const [time] = times
    if (time) return dates[0] && dates[0].at < time.at ? undefined : time
  }
  return undefined
}
