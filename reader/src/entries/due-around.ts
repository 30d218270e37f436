import { cue } from '../../../language/cues.ts'
import { datesIn } from '../../../language/dates.ts'
import type { When } from '../reading.ts'
import type { Block } from './blocks.ts'
import { dueIn, monthOfMeeting, waitsForMeeting } from './due.ts'
import { needIn } from './needs.ts'
import type { Scene, Spot } from './scene.ts'
import type { Task } from './task.ts'

/**
 * Completes what tasks say of their time with what stands around them: the day of the next meeting, the date to which
 * "bis dahin" points back, a deadline told beside the task, and for what is done at an event the day of that event.
 */
export function withDueAround(scene: Scene, tasks: readonly Task[]): Task[] {
  const meeting = nextMeetingDay(scene)
  const deadlines = deadlinesBelow(scene)
  return tasks.flatMap(task => {
    if (deadlines.has(task.block) && task.owners.length === 0) return []
    const due = onDay(dueAround(scene, task, meeting) ?? deadlines.get(task.block + 1) ?? null, meeting)
    return due === task.due ? [task] : [{ ...task, due }]
  })
}

/** What waits for the next meeting gets the day that the minutes name for it. */
function onDay(due: When | null, meeting: string | null): When | null {
  return due && meeting && due.from === null && waitsForMeeting(due.words) ? { ...due, from: meeting } : due
}

/** A line that says nothing but until when: "sollte bis zum 9.3. geklärt sein", "Frist: Ende Mai", "bis 9.3.". */
const DEADLINE_ALONE =
  /^(?:(?:das |dies )?(?:soll|sollte|muss|müsste) (?:\p{Ll}+ )?)?(?:bis(?!\p{L})|spätestens|(?:Frist|Deadline|Abgabe|Stichtag|Termin|Fällig|Zeit|Wann)\p{L}{0,8}(?::| bis| am| ist))(?:[^.;!?]|(?<=\d)\.){0,40}(?:\d\.?|\p{L})(?: (?:geklärt|erledigt|fertig|gemacht|abgeschlossen|da|stehen|passieren|passiert|raus|durch)(?: sein| werden)?)?(?: \([^()]{1,40}\))?[.!]?$/iu

/** The deadlines that stand alone beneath or behind an entry of a list, by the index of their block. */
function deadlinesBelow({ spots, context }: Scene): ReadonlyMap<number, When> {
  const deadlines = new Map<number, When>()
  for (const { block, index } of spots) {
    if (block.kind !== 'item' || block.text.length > LONGEST_DEADLINE || block.leads || index === 0) continue
    const above = spots[index - 1]!.block
    const isBelow = above.text === block.parents.at(-1) || (above.indent === block.indent && block.parents.length > 0)
    if (above.kind !== 'item' || !isBelow || !DEADLINE_ALONE.test(block.text)) continue
    const due = dueIn(block.text, context.reference)
    if (due && needIn(block.text)?.kind !== 'infinitive') deadlines.set(index, due)
  }
  return deadlines
}

const LONGEST_DEADLINE = 90

function dueAround(scene: Scene, task: Task, meeting: string | null): When | null {
  const { due } = task
  if (due?.from) return due
  if (due && waitsForMeeting(due.words)) return due
  const month = due ? monthOfMeeting(due.words) : null
  if (due && month && meeting && Number(meeting.slice(5, 7)) === month) return { ...due, from: meeting }
  if (due && !BY_THEN.test(due.words)) return due
  const spot = scene.spots[task.block]!
  if (due) return dayBefore(scene, spot, task, due.words) ?? (meeting ? { ...due, from: meeting } : due)
  return (
    besideTask(scene, spot, task) ??
    deadlineOver(scene, spot) ??
    (AT_EVENT.test(task.text) ? eventDay(scene, spot, task) : null)
  )
}

/** A title that is a deadline: "Aufgaben bis 9.3.", "Bis zur nächsten Sitzung:", "To-dos (bis Ende Mai)". */
const DEADLINE_TITLE =
  /^(?:\W{0,4}(?:\d{1,2}\.? )?)(?:(?:\p{L}[\p{L}'’-]*[,:]? ){0,4}\(?)(?:bis (?!\d{1,2}(?:[:.]\d\d)? ?(?:Uhr|h)(?!\p{L}))|fällig|Deadline:?)/iu

function deadlineOver({ context }: Scene, { block }: Spot): When | null {
  const titles = [block.parents.at(-1), block.governing.at(-1)]
  for (const title of titles) {
    if (!title || title.length > LONGEST_DEADLINE || !DEADLINE_TITLE.test(title)) continue
    const due = dueIn(
      title.slice(title.search(/bis |fällig|deadline/iu)).replace(/[:)\]*_ ]{1,4}$/, ''),
      context.reference,
    )
    if (due) return due
  }
  return null
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
    const near = block.text.slice(from, from + NEAR_MEETING)
    const day = datesIn(near, reference).find(isDay)
    if (day?.from && day.from > reference && !SPEAKS_OF.test(near.slice(0, day.at))) return day.from
  }
  return null
}

const NEAR_MEETING = 80
/** "An der nächsten Sitzung soll der 1. Oktober …": the day is what is spoken of there. */
const SPEAKS_OF = /(?<!\p{L})(?:soll|sollen|wird über|werden|muss)(?!\p{L})/iu
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
  /(?<!\p{L})(?:(?:bringt|bringen|nimmt|nehmen|geht|gehen|kommt|kommen|fährt|fahren|reist|reisen|hilft|helfen) (?=[^.;]{0,120}(?<!\p{L})(?:mit|hin|teil|dorthin|aus)(?!\p{L}))|(?:kocht|kochen|grillt|grillen|backt|moderiert|moderieren|vertritt|vertreten|begrüßt|begrüßen|bewirtet)(?!\p{L})|(?:sorgt|sorgen)(?= |$)|(?:baut|bauen) [^.;]{0,80}(?:auf|ab)(?!\p{L})|(?:Moderation|Redeleitung|Sitzungsleitung|Brandwache|Standdienst|Bewirtung|Getränke|Essen|Kuchen|Kekse|Protokoll|Aufbau|Abbau)(?!\p{L})|(?:führt|führen) (?:durch|vorher)|sind da(?!\p{L})|(?:geht|gehen|treten|tritt|fahren|fährt) (?:hin|an|(?:den|das|die) \p{L}+ an)(?!\p{L})|(?:ist|sind) dabei(?!\p{L})|(?:fährt|fahren)\.?$)/iu,
)

/** The day of the event of which the words before the task speak: in its block, its titles, or the line above. */
function eventDay(scene: Scene, spot: Spot, task: Task): When | null {
  const { reference } = scene.context
  if (!reference) return null
  const before = datesIn(spot.block.text.slice(0, task.begin).slice(-LONGEST_LOOK_BACK), reference).findLast(isDay)
  const above = scene.spots[spot.index - 1]?.block
  const beside = above && isBeside(above, spot.block) ? datesIn(above.text, reference).find(isDay) : undefined
  const titles = [...[...spot.block.parents].reverse(), ...[...spot.block.governing].reverse().slice(0, MOST_TITLES)]
  for (const day of [before, beside, ...titles.map(title => datesIn(title, reference).find(isDay))]) {
    if (day?.from && day.from >= reference)
      return { words: day.words, from: day.from, until: day.until, start: null, end: null }
  }
  return null
}

const MOST_TITLES = 2

/** Entries of one nested list tell of the same thing: "Gespräch am 25.3., 16 Uhr", "Mila und Tom gehen hin". */
function isBeside(above: Block, block: Block): boolean {
  return (
    block.kind === 'item' &&
    above.kind === 'item' &&
    block.parents.length > 0 &&
    above.parents.at(-1) === block.parents.at(-1) &&
    above.lines.to + 1 === block.lines.from
  )
}
