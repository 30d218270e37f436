import type { Block } from './blocks.ts'
import { conditionIn } from './conditions.ts'
import type { FoundOf } from './found.ts'
import type { Part } from './parts.ts'
import { refersBack, tellsOnlyResult } from './result-lines.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'

export type Decision = FoundOf<'decision'>

const MOTION =
  /(?<!\p{L})(?:\p{L}{0,20}-?antrag|beantrag(?:t|en)|beschluss\p{L}{0,12}|beschließ\p{L}*|möge|abgestimmt|abstimmung|soll(?:en)?|wahl|\p{L}{0,12}vorschlag|vorgeschlagen|schlägt|schlagen|kandidier(?:t|en)|bewirbt|entlastung|empfiehlt|bittet|möchte|mögen)(?!\p{L})/iu
/** What is said about a motion stands between it and its votes, and is none itself. */
const TALK =
  /^(?:diskussion|rückfragen?|fragen?|begründung|anmerkung|(?:formale |inhaltliche )?gegenrede|für ?rede|aussprache|nach (?:kurzer|längerer|langer|einer)|konsensrunde)/iu
const MOST_BLOCKS_BACK = 8
const MOST_PARTS_BACK = 4
const LONGEST_MOTION = 400

/** Does a text move something that can be voted on or put off? */
export function isMotion(text: string): boolean {
  return MOTION.test(text)
}

/** Where the text before a result was already quoted as a motion: in this block up to this offset. */
export type Used = { readonly block: number; readonly end: number }

/** The sentence or heading that was voted on: the nearest that reads like a motion, else the one just before. */
export function motionBefore(scene: Scene, spot: Spot, part: Part, used: Used): Decision | null {
  const inBlock = motionInBlock(spot, part, used)
  if (inBlock) return motionAt(spot, inBlock.from, inBlock.to)
  const before = blocksBefore(scene, spot, used.block)
  const motion = motionAmong(before, spot.block.parents.at(-1))
  if (!motion) return null
  if (motion.block.text.length <= LONGEST_MOTION) return motionAt(motion, 0, motion.block.text.length)
  const sentence = motion.parts.find(p => MOTION.test(p.text)) ?? motion.parts.at(-1)
  return sentence ? motionAt(motion, sentence.from, sentence.to) : null
}

/** A sentence before a result in the same block; an answer ("Damit sind alle einverstanden") means the last one. */
function motionInBlock(spot: Spot, part: Part, used: Used): Part | null {
  const open = spot.parts.filter(p => p.to <= part.from && (used.block !== spot.index || p.from >= used.end))
  const said = open.filter(p => !TALK.test(p.text) && !tellsOnlyResult(p.text)).slice(-MOST_PARTS_BACK)
  const last = said.at(-1) ?? null
  if (refersBack(part.text) || !last) return last
  return said.findLast(p => MOTION.test(p.text)) ?? last
}

/** The blocks before a result, nearest first, as far as they can hold its motion. */
function blocksBefore(scene: Scene, spot: Spot, used: number): Spot[] {
  const before: Spot[] = []
  for (let at = spot.index - 1; at > used && before.length < MOST_BLOCKS_BACK; at--) {
    const candidate = scene.spots[at]!
    if (candidate.block.kind !== 'row') before.push(candidate)
    if (candidate.block.kind === 'heading' || candidate.block.text === spot.block.parents.at(-1)) break
  }
  return before
}

function motionAmong(before: readonly Spot[], parent: string | undefined): Spot | undefined {
  const said = before.filter(spot => !TALK.test(spot.block.text))
  const wordings = said.filter(spot => !leadsOnly(spot.block))
  return (
    wordings.find(spot => MOTION.test(spot.block.text) || leadsOnly(lineBefore(before, spot))) ??
    wordings[0] ??
    said[0] ??
    before.find(s => s.block.text === parent)
  )
}

function lineBefore(before: readonly Spot[], spot: Spot): Block | undefined {
  return before[before.indexOf(spot) + 1]?.block
}

/** "Der Rat fasst folgenden Beschluss:" tells that the wording follows. */
function leadsOnly(block: Block | undefined): boolean {
  return block !== undefined && block.text.endsWith(':') && MOTION.test(block.text)
}

const MOST_ITEMS = 12
const NUMBER = /^(?:\d{1,2}|\p{L})[.)]/u

/** A motion in numbered parts under "Beschlussvorschlag:", line by line up to the result: quoted as one. `index` is its lead-in. */
export function numberedMotion(scene: Scene, spot: Spot): { motion: Decision; index: number } | null {
  let at = spot.index - 1
  const items: Spot[] = []
  for (; at >= 0 && items.length < MOST_ITEMS; at--) {
    const candidate = scene.spots[at]!
    if (candidate.block.kind !== 'item' || !NUMBER.test(candidate.block.marker ?? '')) break
    if (items.length > 0 && candidate.block.lines.to + 1 !== items[0]!.block.lines.from) return null
    items.unshift(candidate)
  }
  const lead = scene.spots[at]
  if (items.length < 2 || !lead || !leadsOnly(lead.block)) return null
  const first = motionAt(items[0]!, 0, items[0]!.block.text.length)
  const text = items.map(item => item.block.text).join(' ')
  const lines = { from: first.lines.from, to: items.at(-1)!.block.lines.to }
  return { motion: { ...first, text, lines }, index: at }
}

export function motionAt(spot: Spot, from: number, to: number): Decision {
  const place = placeOf(spot, from, to)
  return {
    kind: 'decision',
    ...place,
    votes: null,
    result: null,
    condition: conditionIn(place.text),
    cues: ['motion'],
    confidence: 0.8,
  }
}
