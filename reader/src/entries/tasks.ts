import { timesIn } from '../../../language/times.ts'
import { wordsOf } from '../../../language/words.ts'
import type { When } from '../reading.ts'
import { type Action, actionsIn } from './actions.ts'
import { antecedentOf } from './antecedents.ts'
import { dueIn } from './due.ts'
import type { FoundOf } from './found.ts'
import { colonOwners, mentionedOwners, onlyOwners, trailingOwners } from './named.ts'
import { type Need, needIn } from './needs.ts'
import type { Part } from './parts.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'
import type { Speaker } from './speakers.ts'
import { isTicked } from './statuses.ts'
import { chargesIn, listOwners, sectionOwners, titleOwners, volunteersIn } from './task-lists.ts'
import { isTaskRow, type TaskColumns, taskRows } from './task-tables.ts'

type Task = FoundOf<'task'>

const LIST_TOPICS = new Set(['task', 'old-task'])
/** Under these titles a line is what the title says; only somebody named who acts makes it a task as well. */
const OTHER_TOPICS = new Set(['idea', 'parked', 'lesson', 'wish', 'question'])
const UNCHECKED = /^(?:\[ ?\]|☐)$/u
const KEYWORD = /^(?:to-?\s?do|aufgabe|auftrag|action(?: item)?|ap|task)(?: (?:an|für) ([^:]{2,40}))?\s?:\s*/iu
const LEAST_CONFIDENCE = 0.35

/** Finds what somebody will, should or is asked to do. */
export function tasksIn(scene: Scene): Task[] {
  const rows = taskRows(scene.spots.map(spot => spot.block))
  const tasks = scene.spots.flatMap(spot => {
    const { block } = spot
    if (!block.read || block.kind === 'heading' || spot.topic === 'done' || isTicked(spot)) return []
    const columns = rows[spot.index]
    if (block.kind === 'row') return columns ? rowTask(scene, spot, columns) : []
    if (spot.topic && LIST_TOPICS.has(spot.topic)) return listed(scene, spot)
    if (UNCHECKED.test(block.marker ?? ''))
      return [wholeTask(scene, spot, listOwners(block.text, scene.cast), 'checkbox', 0.85)]
    return told(scene, spot)
  })
  return [...withVolunteers(scene, tasks), ...answered(scene)]
}

/** A question who, or a need, whose only answer is a name nested under it: "Wer baut auf?" › "Mila, Okan". */
function answered(scene: Scene): Task[] {
  return scene.spots.flatMap((spot, at) => {
    const asked = scene.spots[at - 1]
    if (!asked?.block.read || spot.block.kind !== 'item' || asked.block.text !== spot.block.parents.at(-1)) return []
    if (!WHO.test(asked.block.text) && needIn(asked.block.text) === null) return []
    const owners = onlyOwners(spot.block.text, scene.cast, false)
    if (!owners) return []
    const task = wholeTask(scene, asked, owners, 'owner-nested', 0.9)
    return [{ ...task, lines: { from: task.lines.from, to: spot.block.lines.to } }]
  })
}

function taskAt(
  scene: Scene,
  spot: Spot,
  from: number,
  to: number,
  owners: readonly string[],
  cues: readonly string[],
  confidence: number,
  due?: When | null,
): Task {
  const place = placeOf(spot, from, to)
  return {
    kind: 'task',
    ...place,
    owners,
    due: due === undefined ? dueIn(place.text, scene.context.reference) : due,
    cues,
    confidence,
  }
}

function wholeTask(scene: Scene, spot: Spot, owners: readonly string[], cue: string, confidence: number): Task {
  return taskAt(scene, spot, 0, spot.block.text.length, owners, [cue], confidence)
}

function rowTask(scene: Scene, spot: Spot, columns: TaskColumns): Task[] {
  const cells = spot.block.cells ?? []
  const what = cells[columns.what] ?? ''
  if (!/\p{L}{3}/u.test(what) || !isTaskRow(cells, columns)) return []
  const who = cells[columns.who] ?? ''
  const when = cells[columns.when] ?? ''
  const from = Math.max(0, spot.block.text.indexOf(what))
  const said = when === '' ? null : (dueIn(when, scene.context.reference) ?? wordsOnly(when))
  const owners = onlyOwners(who, scene.cast, true) ?? splitNames(who)
  return [taskAt(scene, spot, from, from + what.length, owners, ['table'], 0.9, said)]
}

function wordsOnly(words: string): When | null {
  return /[\p{L}\d]/u.test(words) ? { words, from: null, until: null, start: null, end: null } : null
}

function splitNames(cell: string): string[] {
  return cell
    .split(/,|;|\/|&|\+|<br ?\/?>| und /)
    .map(name => name.replace(/[@*_]/g, '').trim())
    .filter(name => /^\p{L}/u.test(name))
}

/** An entry of a list of tasks: one task, or several where its sentences each name an act. */
function listed(scene: Scene, spot: Spot): Task[] {
  const { block } = spot
  if (block.kind === 'paragraph' && block.text.endsWith(':')) return []
  if (onlyOwners(block.text.replace(/:$/, ''), scene.cast, block.leads)) return []
  const section = sectionOwners(spot, scene.cast)
  const told = toldParts(scene, spot).map(task => (task.owners.length > 0 ? task : { ...task, owners: section }))
  const isDetail =
    block.parents.length > 0 && block.parents.at(-1) !== spot.announced && !isNameOf(scene, block.parents.at(-1)!)
  const own = listOwners(block.text, scene.cast)
  if (isDetail || (block.kind === 'paragraph' && own.length === 0))
    return told.map(task => ({ ...task, confidence: Math.max(task.confidence, 0.7) }))
  const cue = spot.topic === 'old-task' ? 'carried-over' : 'section'
  if (told.length >= 2 || (told.length === 1 && spot.parts.length > 1)) {
    return told.map(task => ({ ...task, cues: [cue, ...task.cues], confidence: 0.9 }))
  }
  const named = told[0]?.owners ?? []
  const owners = own.length > 0 ? own : named.length > 0 ? named : section
  return [wholeTask(scene, spot, owners, cue, spot.topic === 'old-task' ? 0.6 : owners.length > 0 ? 0.92 : 0.85)]
}

function isNameOf(scene: Scene, title: string): boolean {
  return onlyOwners(title.replace(/:$/, ''), scene.cast, true) !== null
}

function told(scene: Scene, spot: Spot): Task[] {
  return toldParts(scene, spot).filter(task => task.confidence >= LEAST_CONFIDENCE)
}

/** The tasks that the sentences of a block tell. */
function toldParts(scene: Scene, spot: Spot): Task[] {
  return spot.parts.flatMap((part, at) => {
    if (at > 0 && handedOver(scene, spot, at - 1)) return []
    const handed = handedOver(scene, spot, at)
    if (handed)
      return [taskAt(scene, spot, part.from, spot.parts[at + 1]!.to, handed.owners, [handed.cue], handed.confidence)]
    return partTasks(scene, spot, part)
  })
}

type Handed = { readonly owners: readonly string[]; readonly cue: string; readonly confidence: number }

/**
 * What the piece behind a sentence makes of it: brackets with a name ("Der Kanal wird entfernt. (Mila)"), a name behind
 * an arrow or a question who ("Material → Tilo", "Wer hilft? Mila, Okan"), or a lone infinitive ("Livestream? → klären").
 */
function handedOver(scene: Scene, spot: Spot, at: number): Handed | null {
  const part = spot.parts[at]!
  const next = spot.parts[at + 1]
  if (!next || next.text.length > LONGEST_HANDED) return null
  const bracketed = /^\([^()]+\)\.?$/.test(next.text)
  const behindArrow = ARROW_BEFORE.test(spot.block.text.slice(part.to, next.from))
  const asked = WHO.test(part.text)
  if (!bracketed && !behindArrow && !asked) return null
  const owners = onlyOwners(next.text.replace(/[()]/g, ''), scene.cast, false)
  if (owners) return { owners, cue: 'owner-behind-it', confidence: asked || behindArrow ? 0.9 : 0.65 }
  const alone = behindArrow && /^\p{Ll}+[.!]?$/u.test(next.text) && needIn(`das ${next.text}`)?.kind === 'infinitive'
  return alone ? { owners: [], cue: 'infinitive', confidence: 0.55 } : null
}

/** "Wer baut auf?", "Aufbau: wer hilft?" */
const WHO = /^(?:[^?:]{0,40}: ?)?wer(?!\p{L})[^?]{0,200}\?$/iu
const ARROW_BEFORE = /→|=>|->/
const LONGEST_HANDED = 80

function partTasks(scene: Scene, spot: Spot, part: Part): Task[] {
  const keyword = KEYWORD.exec(part.text)
  if (keyword) return [keywordTask(scene, spot, part, keyword)]
  const charges = chargesIn(part.text, scene.cast)
  if (charges.length > 0) {
    return charges.map(charge =>
      taskAt(scene, spot, part.from + charge.from, part.from + charge.to, charge.owners, ['charge'], 0.6),
    )
  }
  const mentioned = mentionedOwners(part.text)
  if (mentioned.length > 0) return [taskAt(scene, spot, part.from, part.to, mentioned, ['at-sign'], 0.8)]
  const voice = spot.block.kind === 'item' && spot.speaker?.from && part === spot.parts[0] ? spot.speaker : null
  const handed = voice && labelledTask(scene, spot, part, voice)
  if (handed) return [handed]
  const actions = actionsIn(part.text, scene.cast, voice?.name)
  if (actions.length > 0) return actions.flatMap((action, at) => actionTask(scene, spot, part, action, at === 0))
  return namedTask(scene, spot, part) ?? neededTask(scene, spot, part)
}

/** "Mila: Flyer drucken" in a list, outside of titles that announce tasks. */
function labelledTask(scene: Scene, spot: Spot, part: Part, voice: Speaker): Task | null {
  if (needIn(part.text)?.kind !== 'infinitive') return null
  return taskAt(scene, spot, 0, part.to, [voice.name], ['owner-label'], 0.8)
}

function keywordTask(scene: Scene, spot: Spot, part: Part, keyword: RegExpExecArray): Task {
  const from = part.from + keyword[0].length
  const text = part.text.slice(keyword[0].length)
  const charged = keyword[1] ? onlyOwners(keyword[1], scene.cast, true) : null
  const acting = actionsIn(text, scene.cast)[0]?.owner.names
  return taskAt(scene, spot, from, part.to, charged ?? acting ?? listOwners(text, scene.cast), ['keyword'], 0.85)
}

function actionTask(scene: Scene, spot: Spot, part: Part, action: Action, isFirst: boolean): Task[] {
  const resolved = antecedentOf(scene, spot, part, action.owner)
  const factor = OTHER_TOPICS.has(spot.topic ?? '') ? 0.75 : spot.speaker ? 0.85 : 1
  const weak = /^(?:we|organisation|bare)$/.test(action.owner.sure)
  if (weak && (spot.speaker || OTHER_TOPICS.has(spot.topic ?? ''))) return []
  const clause = part.text.slice(action.from, action.to)
  const leans = action.cue === 'owner-elided' || leansOnSentence(clause)
  const from =
    leans && isFirst && timesIn(part.text.slice(0, action.from)).length === 0 ? part.from : part.from + action.from
  const due = dueIn(clause, scene.context.reference) ?? (leans ? dueIn(part.text, scene.context.reference) : null)
  const cues = [action.cue, ...(resolved.ambiguous ? ['pronoun-ambiguous'] : [])]
  return [taskAt(scene, spot, from, part.from + action.to, resolved.names, cues, action.confidence * factor, due)]
}

/**
 * A clause that says nothing without the sentence around it: "…, Mila überweist", "…, Hr. Ott kümmert sich darum". It is
 * quoted with what stands before, unless that is an act or an appointment of its own.
 */
function leansOnSentence(clause: string): boolean {
  return wordsOf(clause).length <= 3 || LEANS.test(clause)
}

const LEANS =
  /(?<!\p{L})(?:darum|dafür|dazu|damit|daran|davon|darauf|hin|es|das|dies|sie|ihn)(?=[.,;!]|$| (?:mit|weiterhin|weiter|an|ab|auf|zusammen|bekannt|weiter|noch|zeitnah|demnächst)(?!\p{L}))/iu

/** "Die Liste ist unvollständig (Mila)": who is named beside what is to be done. */
function namedTask(scene: Scene, spot: Spot, part: Part): Task[] | null {
  if (OTHER_TOPICS.has(spot.topic ?? '') || /\?$/.test(part.text)) return null
  const isItem = spot.block.kind === 'item'
  const trailing = trailingOwners(part.text, scene.cast, false) ?? (isItem ? colonOwners(part.text, scene.cast) : null)
  if (!trailing) return null
  const said = part.text.slice(0, trailing.at)
  const need = needIn(said)
  const sentence =
    /(?<!\p{L})(?:ist|sind|soll|sollen|sollte|sollten|muss|müssen|wird|werden|wollen|will)(?!\p{L})/u.test(said)
  if (!need && !sentence && !isShortCharge(spot, said)) return null
  return [
    taskAt(scene, spot, part.from, part.to, trailing.owners, ['owner-at-end'], need ? 0.8 : sentence ? 0.6 : 0.45),
  ]
}

/** "Getränke (Mila)" hands something out; "Bericht aus dem Beirat (Mila)" names who reports. */
function isShortCharge(spot: Spot, said: string): boolean {
  return (
    spot.block.kind === 'item' &&
    !spot.block.leads &&
    said.length < 60 &&
    !REPORTS.test(said) &&
    spot.topic !== 'information'
  )
}

const REPORTS =
  /(?<!\p{L})(?:bericht\p{L}*|vortrag|info\p{L}*|rückblick|protokoll|begrüßung|input|vorstellung|präsentation|moderation|leitung|anwesend|stand|mitglied|kandidat\p{L}*|gewählt|ab|bis)(?!\p{L})/iu
const NEED_CONFIDENCE_IN_REPORTS = 0.7

function neededTask(scene: Scene, spot: Spot, part: Part): Task[] {
  const bracketed = bracketedNeed(part)
  const need = bracketed?.need ?? needIn(part.text)
  if (!need || need.kind === 'rule') return []
  if (!bracketed && (spot.speaker || OTHER_TOPICS.has(spot.topic ?? ''))) return []
  if (need.kind === 'infinitive' && !bracketed && (spot.topic === 'decision' || spot.topic === 'review')) return []
  const [from, to] = bracketed ? [part.from + bracketed.from, part.from + bracketed.to] : [part.from, part.to]
  const confidence = need.confidence * (spot.topic === 'information' ? NEED_CONFIDENCE_IN_REPORTS : 1)
  return [taskAt(scene, spot, from, to, titleOwners(spot, scene.cast), [need.kind], confidence)]
}

const BRACKETED = /\((mit [^()]{4,120})\)/iu

/** "(Mit der Schulleitung rücksprechen)" inside an idea. */
function bracketedNeed(part: Part): { need: Need; from: number; to: number } | null {
  const match = BRACKETED.exec(part.text)
  const need = match && needIn(match[1]!.replace(/\p{Lu}(?=\p{Ll}+$)/u, first => first.toLowerCase()))
  return need?.kind === 'infinitive' ? { need, from: match!.index + 1, to: match!.index + match![0].length - 1 } : null
}

/** A sentence that says who took on the list before it gives owners to its tasks. */
function withVolunteers(scene: Scene, tasks: readonly Task[]): Task[] {
  const result = [...tasks]
  for (const spot of scene.spots) {
    if (spot.block.kind !== 'paragraph') continue
    const owners = volunteersIn(spot.block.text, scene.cast)
    if (owners.length === 0) continue
    for (let at = result.length - 1; at >= 0; at--) {
      const task = result[at]!
      const listed = scene.spots[task.block]!
      if (task.block >= spot.index || listed.block.kind !== 'item') continue
      if (
        listed.topic !== 'task' ||
        spot.index - task.block > MOST_LISTED ||
        listed.block.agendaItem !== spot.block.agendaItem
      )
        break
      if (task.owners.length === 0) result[at] = { ...task, owners, cues: [...task.cues, 'volunteers'] }
    }
  }
  return result
}

const MOST_LISTED = 30
