import { cue } from '../../../language/cues.ts'
import { datesIn } from '../../../language/dates.ts'
import type { When } from '../reading.ts'
import { dueIn, waitsForMeeting } from './due.ts'
import type { Scene, Spot } from './scene.ts'
import type { Task } from './task.ts'

/**
 * Completes what tasks say of their time with what stands around them: the day of the next meeting, the date to which
 * "bis dahin" points back, a deadline told beside the task, and for what is done at an event the day of that event.
 */
export function withDueAround(scene: Scene, tasks: readonly Task[]): Task[] {
  const meeting = nextMeetingDay(scene)
  return tasks.map(task => {
    const due = dueAround(scene, task, meeting)
    return due === task.due ? task : { ...task, due }
  })
}

function dueAround(scene: Scene, task: Task, meeting: string | null): When | null {
  const { due } = task
  if (due?.from) return due
  if (due && waitsForMeeting(due.words)) return meeting ? { ...due, from: meeting } : due
  if (due && !BY_THEN.test(due.words)) return due
  const spot = scene.spots[task.block]!
  if (due) return dayBefore(scene, spot, task, due.words) ?? (meeting ? { ...due, from: meeting } : due)
  return besideTask(scene, spot, task) ?? (AT_EVENT.test(task.text) ? eventDay(scene, spot, task) : null)
}

const BY_THEN = /^bis dahin$/i
const MEETING = cue(
  /(?<!\p{L})(?:(?:nächste[rsn]?|kommende[rsn]?) (?:\p{L}+ ){0,2}?\p{L}*(?:sitzung|treffen|versammlung|plenum|runde|konferenz|besprechung|termin|call|meeting|redaktion|abend|GV|MV|LR|JHV|AK|mal|weekly|jour fixe)|(?:nächste|folge)termin)(?!\p{L})/iu,
)

/** The first day behind the reference that a line names for the next meeting ("Nächste Sitzung: 3.5."), or null. */
function nextMeetingDay({ spots, context }: Scene): string | null {
  const { reference } = context
  if (!reference) return null
  for (const { block } of [...spots].reverse()) {
    const match = MEETING.exec(block.text) ?? MEETING.exec(block.governing.at(-1) ?? '')
    if (!match) continue
    const from = match.input === block.text ? match.index : 0
    const day = datesIn(block.text.slice(from, from + NEAR_MEETING), reference).find(isDay)?.from
    if (day && day > reference) return day
  }
  return null
}

const NEAR_MEETING = 80
const ISO_DAY_LENGTH = 10

function isDay({ from }: { readonly from: string | null }): boolean {
  return from?.length === ISO_DAY_LENGTH
}

/** The day named last before the task, in its block or in the one above. */
function dayBefore({ spots, context }: Scene, spot: Spot, task: Task, words: string): When | null {
  const { reference } = context
  const above = spots[spot.index - 1]
  const near = above && above.block.agendaItem === spot.block.agendaItem ? above.block.text : ''
  for (const text of [spot.block.text.slice(0, task.begin), near]) {
    const day = datesIn(text.slice(-LONGEST_LOOK_BACK), reference).findLast(isDay)
    if (day?.from && reference && day.from >= reference)
      return { words, from: day.from, until: day.until, start: null, end: null }
  }
  return null
}

const LONGEST_LOOK_BACK = 300
/** "…, Abgabe 30.4.", "; Stichtag beim Kreis ist der 31.10." */
const DEADLINE_BEHIND = cue(
  /^[\s,;.–(-]{0,4}(?:\p{L}+ ){0,3}(?:Frist|Abgabe(?:termin|schluss)?|Stichtag|\p{L}+schluss|Deadline|Termin|Ziel|spätestens|bis|rechtzeitig)(?!\p{L})(?:[^.;!?]|(?<=\d)\.){0,60}/iu,
)
/** "wenn sie bis 1.11. nicht da ist, ruft Mila an" */
const CONDITION_BEFORE =
  /(?<!\p{L})(?:wenn|falls|sofern|sollte|sollten|kommt|meldet)(?!\p{L})[^.;!?]{0,20}(?<!\p{L})bis(?!\p{L})[^;!?]{0,80}$/iu

/** A time told in the same sentence: a deadline behind the task, or the condition before it. */
function besideTask({ context }: Scene, { block, parts }: Spot, task: Task): When | null {
  const part = parts.find(p => p.from <= task.begin && task.begin < p.to)
  const behind = DEADLINE_BEHIND.exec(block.text.slice(task.end, task.end + LONGEST_LOOK_BACK))?.[0]
  const before = part && CONDITION_BEFORE.exec(block.text.slice(Math.max(part.from, task.begin - 200), task.begin))?.[0]
  return (behind ? dueIn(behind, context.reference) : null) ?? (before ? dueIn(before, context.reference) : null)
}

/** What one does at an event, and so on its day. */
const AT_EVENT = cue(
  /(?<!\p{L})(?:(?:bringt|bringen|nimmt|nehmen|geht|gehen|kommt|kommen|fährt|fahren|reist|reisen|hilft|helfen) (?=[^.;]{0,120}(?<!\p{L})(?:mit|hin|teil|dorthin|aus)(?!\p{L}))|(?:kocht|kochen|grillt|grillen|backt|moderiert|moderieren|vertritt|vertreten|begrüßt|begrüßen|bewirtet)(?!\p{L})|(?:sorgt|sorgen)(?= |$)|(?:baut|bauen) [^.;]{0,80}(?:auf|ab)(?!\p{L})|(?:Moderation|Redeleitung|Sitzungsleitung|Brandwache|Standdienst|Bewirtung|Getränke|Essen|Kuchen|Kekse|Protokoll|Aufbau|Abbau)(?!\p{L})|(?:führt|führen) (?:durch|vorher)|sind da(?!\p{L})|(?:geht|gehen) hin(?!\p{L}))/iu,
)

/** The day of the event of which the words before the task speak: in its block, its titles, or the line above. */
function eventDay(scene: Scene, spot: Spot, task: Task): When | null {
  const { reference } = scene.context
  if (!reference) return null
  const before = datesIn(spot.block.text.slice(0, task.begin).slice(-LONGEST_LOOK_BACK), reference).findLast(isDay)
  const titles = [...[...spot.block.parents].reverse(), ...[...spot.block.governing].reverse().slice(0, MOST_TITLES)]
  for (const day of [before, ...titles.map(title => datesIn(title, reference).find(isDay))]) {
    if (day?.from && day.from >= reference)
      return { words: day.words, from: day.from, until: day.until, start: null, end: null }
  }
  return null
}

const MOST_TITLES = 2
