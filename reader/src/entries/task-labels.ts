import { matchesOf } from '../../../language/matches.ts'
import { trimmed } from '../../../language/trim.ts'
import type { When } from '../reading.ts'
import { ownersInCell } from './cells.ts'
import { dueSaid } from './due.ts'
import { needIn } from './needs.ts'
import type { Part } from './parts.ts'
import type { Scene, Spot } from './scene.ts'
import { type Task, taskAt, wholeTask } from './task.ts'

/** What labels say of a task: "Verantwortlich: Mila, Termin: 12.3." `at` is where the labels begin. */
export type Labels = {
  readonly at: number
  readonly owners: readonly string[] | null
  readonly due: When | null
  readonly hasTime: boolean
}

const LABEL =
  /(?<![\p{L}\p{N}])(?:(?<who>V\.?|[Vv]erantw(?:ortlich(?:e[rn]?|keit)?(?:[:*_/]?in)?)?\.?|[Zz]uständig(?:keit)?|[Ww]er|[Ff]ederführung|[Uu]msetzung|[Ee]rledigung(?: durch)?|[Bb]earbeitung|[Oo]wner)|(?<when>T\.?|[Tt]ermin|[Ff]rist|[Bb]is(?: wann)?|[Ww]ann|[Ff]ällig|[Dd]eadline|(?:[Zz]u )?[Ee]rledig(?:en|t) bis)): ?/gu
const LONGEST_VALUE = 70
/** "Mila, bis 3.5.": a time behind the names. */
const UNTIL_BEHIND =
  /,? (?:bis (?:zum )?)((?<=bis |bis zum )(?:\d|Ende|Anfang|Mitte|KW|zur|nächst|Mo|Di|Mi|Do|Fr|Sa|So|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[^,;]{0,40})$/u
const NOTHING = /^[\W_]*$/

/** The labels that a text ends with; null where it has none that names an owner or a time, or where other words follow. */
export function labelsOf(text: string, reference: string | null): Labels | null {
  if (!text.includes(':')) return null
  const labels = matchesOf(LABEL, text)
  const first = labels[0]
  if (!first) return null
  const owners: string[] = []
  let time: string | null = null
  for (const [at, label] of labels.entries()) {
    const value = text.slice(label.index + label[0].length, labels[at + 1]?.index ?? text.length)
    if (value.length > LONGEST_VALUE || /[.!?] \p{Lu}\p{L}+ \p{Ll}/u.test(value)) return null
    const plain = trimmed(value.replace(/[*_]+/g, ''), ' ,;|/–-()')
    if (label.groups?.who) {
      const until: RegExpExecArray | null = UNTIL_BEHIND.exec(plain)
      owners.push(...ownersInCell(until ? plain.slice(0, until.index) : plain))
      time = until?.[1] ?? time
    }
    if (!label.groups?.who && !NOTHING.test(plain)) time = plain
  }
  const hasOwnerLabel = labels.some(label => label.groups?.who)
  return {
    at: first.index,
    owners: hasOwnerLabel ? owners : null,
    due: time === null ? null : dueSaid(time, reference),
    hasTime: labels.some(label => label.groups?.when),
  }
}

/** The task of an entry that ends with labels: "Flyer drucken. V: Mila, T: 12.3." */
export function labelledTask(scene: Scene, spot: Spot): Task | null {
  const labels = labelsOf(spot.block.text, scene.context.reference)
  if (!labels?.owners || labels.owners.length === 0 || labels.at < LEAST_WORDS_BEFORE) return null
  const { owners, due } = labels
  return wholeTask(scene, spot, { owners, cues: ['label'], confidence: 0.88, ...(due ? { due } : {}) })
}

const LEAST_WORDS_BEFORE = 8

/** Is the block nothing but labels, which tell of what stands before it? */
export function isLabelLine(spot: Spot, scene: Scene): boolean {
  return labelsOf(spot.block.text, scene.context.reference)?.at === 0
}

/**
 * The tasks that lines of labels make of what stands before them: the sentence of a paragraph that asks for something, or
 * the list entry they belong to. "Verantwortlich: Mila" and "Termin: 3.5." on lines of their own belong together.
 */
export function tasksOfLabelLines(scene: Scene): Task[] {
  const { spots } = scene
  const tasks: Task[] = []
  for (let at = 0; at < spots.length; at++) {
    if (!isLabelLine(spots[at]!, scene)) continue
    const first = at
    while (spots[at + 1] && isLabelLine(spots[at + 1]!, scene) && isSameGroup(spots[at]!, spots[at + 1]!)) at++
    const task = taskOfGroup(scene, spots.slice(first, at + 1))
    if (task) tasks.push(task)
  }
  return tasks
}

/** A second owner label begins another group. */
function isSameGroup(spot: Spot, next: Spot): boolean {
  return next.block.lines.from <= spot.block.lines.to + 1 && next.block.agendaItem === spot.block.agendaItem
}

function taskOfGroup(scene: Scene, group: readonly Spot[]): Task | null {
  const labels = group.map(spot => labelsOf(spot.block.text, scene.context.reference)!)
  if (!labels.some(label => label.owners !== null)) return null
  const owners = labels.flatMap(label => label.owners ?? [])
  const due = labels.find(label => label.due !== null)?.due ?? null
  const told = toldBefore(scene, group[0]!)
  if (!told || (owners.length === 0 && due === null)) return null
  const part = askingPart(told)
  return taskAt(scene, told, part.from, part.to, { owners, cues: ['label-line'], confidence: 0.93, due })
}

/** The block that a line of labels tells of: the entry it is nested under, else the one before it. */
function toldBefore({ spots }: Scene, label: Spot): Spot | null {
  const before = spots[label.index - 1]
  if (!before?.block.read || before.block.agendaItem !== label.block.agendaItem || before.block.kind === 'heading')
    return null
  const parent = label.block.parents.at(-1)
  if (parent === undefined) return before
  return (
    spots.slice(Math.max(0, label.index - FARTHEST_PARENT), label.index).findLast(s => s.block.text === parent) ??
    before
  )
}

const FARTHEST_PARENT = 10
const ASKS = /(?<!\p{L})(?:soll(?:en|te|ten)?|wird|werden|muss|müssen|möge|mögen|bitte|ist zu|sind zu)(?!\p{L})/iu

/** Of several sentences the last one that asks for something, else the last one. */
function askingPart({ block, parts }: Spot): Pick<Part, 'from' | 'to'> {
  if (block.kind === 'item' && parts.length <= 1) return { from: 0, to: block.text.length }
  const asking = parts.findLast(part => ASKS.test(part.text) || needIn(part.text) !== null)
  return asking ?? parts.at(-1) ?? { from: 0, to: block.text.length }
}
