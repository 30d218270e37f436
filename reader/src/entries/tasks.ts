import type { When } from '../reading.ts'
import { holdsMinutes } from './blocks.ts'
import { dueSaid } from './due.ts'
import { withDueAround } from './due-around.ts'
import { onlyOwners } from './named.ts'
import { needIn } from './needs.ts'
import type { Scene, Spot } from './scene.ts'
import { isTicked } from './statuses.ts'
import { type Task, taskAt, wholeTask } from './task.ts'
import { isLabelLine, labelledTask, tasksOfLabelLines } from './task-labels.ts'
import { listCharge, sectionOwners, volunteersIn } from './task-lists.ts'
import { rowTask, taskRows } from './task-tables.ts'
import { toldTasks, WHO } from './told-tasks.ts'
import { topicOf } from './topics.ts'

const UNCHECKED = /^(?:\[ ?\]|☐)$/u
/** Below this a task is a guess that would only be noise. */
const LEAST_CONFIDENCE = 0.35

/** Finds what somebody will, should or is asked to do. */
export function tasksIn(scene: Scene): Task[] {
  const rows = taskRows(scene.spots.map(spot => spot.block))
  const tasks = scene.spots.flatMap(spot => {
    const { block, topic } = spot
    const columns = rows[spot.index]
    if (block.kind === 'row') return columns ? rowTask(scene, spot, columns) : []
    if (holdsMinutes(block)) return toldTasks(scene, spot).filter(task => task.confidence >= LEAST_CONFIDENCE)
    if (!block.read || block.kind === 'heading' || topic === 'done' || isTicked(spot)) return []
    if (isLabelLine(spot, scene) || isTitle(spot)) return []
    const charged = marginTask(scene, spot) ?? labelledTask(scene, spot)
    if (charged) return [charged]
    if (topic === 'task' || topic === 'old-task') return listed(scene, spot)
    if (UNCHECKED.test(block.marker ?? '')) return [checkbox(scene, spot)]
    return toldTasks(scene, spot).filter(task => task.confidence >= LEAST_CONFIDENCE)
  })
  const all = [...withVolunteers(scene, tasks), ...answered(scene), ...tasksOfLabelLines(scene)]
  return withDueAround(scene, all)
}

/** An entry that only announces what is nested under it: "weiteres Vorgehen:". */
function isTitle({ block }: Spot): boolean {
  return block.leads && block.text.endsWith(':') && topicOf(block.text) !== null
}

/** What the line says beside whose name stands at its right margin: its last sentence. */
function marginTask(scene: Scene, spot: Spot): Task | null {
  const { margin, text } = spot.block
  if (!margin) return null
  const end = text.lastIndexOf(margin.text)
  const part = spot.parts.findLast(p => p.from < end)
  if (!part) return null
  const charged = { owners: margin.owners, cues: ['owner-at-margin'], confidence: 0.85 }
  return taskAt(scene, spot, part.from, Math.min(part.to, end), charged)
}

function checkbox(scene: Scene, spot: Spot): Task {
  const { owners, time } = listCharge(spot.block.text, scene.cast)
  return wholeTask(scene, spot, { owners, cues: ['checkbox'], confidence: 0.85, ...dueOfTail(scene, time) })
}

/** A day that only the tail of an entry names: "…, Sonntag". What has a date anywhere is read as a whole. */
function dueOfTail({ context }: Scene, time: string | null): { due?: When } {
  const due = time === null ? null : dueSaid(time, context.reference)
  return due ? { due } : {}
}

/** An entry of a list of tasks: one task, or several where its sentences each name an act. */
function listed(scene: Scene, spot: Spot): Task[] {
  const { block } = spot
  if (block.kind === 'paragraph' && block.text.endsWith(':')) return []
  if (onlyOwners(block.text.replace(/:$/, ''), scene.cast, block.leads)) return []
  const section = sectionOwners(spot, scene.cast)
  const { owners: own, time } = listCharge(block.text, scene.cast)
  const told = toldTasks(scene, spot).map(task => (task.owners.length > 0 ? task : { ...task, owners: section }))
  if (isDetail(scene, spot) || (block.kind === 'paragraph' && own.length === 0))
    return told.map(task => ({ ...task, confidence: Math.max(task.confidence, 0.7) }))
  const cue = spot.topic === 'old-task' ? 'carried-over' : 'section'
  if (told.length > 0 && spot.parts.length > 1)
    return told.map(task => ({ ...task, cues: [cue, ...task.cues], confidence: 0.9 }))
  const owners = [own, told[0]?.owners ?? [], section].find(names => names.length > 0) ?? []
  const confidence = spot.topic === 'old-task' ? 0.6 : owners.length > 0 ? 0.92 : 0.85
  return [wholeTask(scene, spot, { owners, cues: [cue], confidence, ...dueOfTail(scene, time) })]
}

/** Nested under another entry of the list, and not under a name: it tells more about that task. */
function isDetail(scene: Scene, { block, announced }: Spot): boolean {
  const parent = block.parents.at(-1)
  return parent !== undefined && parent !== announced && onlyOwners(parent.replace(/:$/, ''), scene.cast, true) === null
}

/** A question who, or a need, whose only answer is a name nested under it: "Wer baut auf?" › "Mila, Okan". */
function answered(scene: Scene): Task[] {
  return scene.spots.flatMap((spot, at) => {
    const asked = scene.spots[at - 1]
    if (!asked?.block.read || spot.block.kind !== 'item' || asked.block.text !== spot.block.parents.at(-1)) return []
    if (!WHO.test(asked.block.text) && needIn(asked.block.text) === null) return []
    const owners = onlyOwners(spot.block.text, scene.cast, false)
    if (!owners) return []
    const task = wholeTask(scene, asked, { owners, cues: ['owner-nested'], confidence: 0.9 })
    return [{ ...task, lines: { from: task.lines.from, to: spot.block.lines.to } }]
  })
}

/** So many blocks back a sentence about volunteers can speak of the tasks of a list. */
const MOST_LISTED = 30

/** "… haben sich Mila und Tom gemeldet" says no more than that. */
const SAYS_WHO = /(?<!\p{L})(?:gemeldet|gefunden|erklärt)[.!]?$/iu

/** A sentence that says who took on the list before it gives owners to its tasks. */
function withVolunteers(scene: Scene, tasks: readonly Task[]): Task[] {
  const volunteers = new Map<number, readonly string[]>()
  const spent = new Set<number>()
  for (const spot of scene.spots) {
    const owners = spot.block.kind === 'paragraph' ? volunteersIn(spot.block.text, scene.cast) : []
    const before = owners.length > 0 ? listBefore(scene, spot) : []
    for (const listed of before) volunteers.set(listed.index, owners)
    if (before.length > 0) spent.add(spot.index)
  }
  const own = tasks.filter(task => !spent.has(task.block) || !SAYS_WHO.test(task.text))
  return own.map(task => {
    const owners = volunteers.get(task.block)
    return owners && task.owners.length === 0 ? { ...task, owners, cues: [...task.cues, 'volunteers'] } : task
  })
}

/** The entries of the list of tasks that ends before a spot. */
function listBefore({ spots }: Scene, { index, block }: Spot): Spot[] {
  const listed: Spot[] = []
  for (let at = index - 1; at >= Math.max(0, index - MOST_LISTED); at--) {
    const spot = spots[at]!
    if (spot.block.kind !== 'item' || spot.topic !== 'task' || spot.block.agendaItem !== block.agendaItem) break
    listed.push(spot)
  }
  return listed
}
