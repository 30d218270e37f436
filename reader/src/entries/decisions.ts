import type { Votes } from '../reading.ts'
import type { DecisionCue } from './decision-cues.ts'
import { conditionIn, decisionCueOf, decisionLabelLength, isConditional } from './decision-cues.ts'
import type { FoundOf } from './found.ts'
import type { Part } from './parts.ts'
import { tellsOnlyResult } from './result-lines.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'
import { resultOf, votesIn } from './votes.ts'

type Decision = FoundOf<'decision'>

const NOT_HERE = new Set(['done', 'old-task', 'idea', 'parked', 'lesson', 'wish', 'question'])
const MOTION =
  /(?<!\p{L})(?:antrag|beschluss|beschließ\p{L}*|möge|abgestimmt|abstimmung|soll(?:en)?|wahl|vorschlag|entlastung)(?!\p{L})/iu
const MOST_BLOCKS_BACK = 8
const LONGEST_MOTION = 400
/** "Entscheid: MQTT" is quoted with its label: fewer words say nothing alone. */
const LEAST_WORDS = 4

/** Finds decisions; a line that only tells the votes or the result is joined with the motion before it. */
export function decisionsIn(scene: Scene): Decision[] {
  const found: Decision[] = []
  const body = scene.context.head.body?.value ?? null
  for (const spot of scene.spots) {
    if (!spot.block.read && !isHeadingMotion(spot)) continue
    let labelled = false
    for (const part of spot.parts) {
      if (tellsOnlyResult(part.text)) {
        joinWithMotion(scene, spot, part, found)
        continue
      }
      const cue = cueOf(spot, part, body, labelled)
      if (!cue) continue
      labelled ||= cue.cue === 'label'
      found.push(decisionAt(spot, part, cue))
    }
  }
  return found
}

function isHeadingMotion(spot: Spot): boolean {
  return votesIn(spot.block.text) !== null
}

function cueOf(spot: Spot, part: Part, body: string | null, labelled: boolean): DecisionCue | null {
  if (spot.block.leads && part.to >= spot.block.text.length && part.text.endsWith(':')) return null
  const cue = decisionCueOf(part.text, body)
  const firm = cue !== null && cue.confidence >= 0.85
  if (spot.topic && NOT_HERE.has(spot.topic)) return firm ? cue : null
  if (spot.speaker) return firm ? cue : null
  if (cue) return cue
  if (isConditional(part.text)) return { cue: 'conditional', confidence: labelled ? 0.75 : 0.55 }
  if (spot.topic === 'decision' && spot.block.kind !== 'heading' && part.text.length > 12)
    return { cue: 'section', confidence: 0.65 }
  return null
}

function decisionAt(spot: Spot, part: Part, cue: DecisionCue): Decision {
  const label = decisionLabelLength(part.text)
  const says = part.text.slice(label).trim().split(' ').length >= LEAST_WORDS
  const place = placeOf(spot, says ? part.from + label : part.from, part.to)
  const votes = votesIn(part.text)?.votes ?? null
  return {
    kind: 'decision',
    ...place,
    votes,
    result: cue.cue === 'conditional' ? null : resultOf(part.text, votes),
    condition: conditionIn(place.text),
    cues: [cue.cue],
    confidence: cue.confidence,
  }
}

function joinWithMotion(scene: Scene, spot: Spot, part: Part, found: Decision[]): void {
  const votes = votesIn(part.text)?.votes ?? null
  const last = found.at(-1)
  const { to } = placeOf(spot, part.from, part.to).lines
  if (!votes && last && last.cues.includes('votes-behind') && last.lines.to === to) {
    found[found.length - 1] = { ...last, result: last.result ?? resultOf(part.text, null) }
    return
  }
  const own = last !== undefined && isOwnMotion(scene, last, spot, part)
  const motion = own ? found.pop()! : motionBefore(scene, spot, part, found)
  if (!motion) return
  found.push({
    ...motion,
    lines: { from: motion.lines.from, to },
    votes: merged(motion.votes, votes),
    result: resultOf(part.text, votes) ?? motion.result,
    cues: ['votes-behind', ...motion.cues],
    confidence: 0.9,
  })
}

/** The decision read just before is the motion when no other text stands between and it was not counted yet. */
function isOwnMotion(scene: Scene, last: Decision, spot: Spot, part: Part): boolean {
  if (last.votes?.yes != null || last.cues.includes('votes-behind')) return false
  if (last.block === spot.index) return true
  const between = scene.spots.slice(last.block + 1, spot.index)
  return (
    between.length <= 3 &&
    spot.parts[0] === part &&
    !between.some(s => s.block.kind === 'heading') &&
    sameItem(scene, last.block, spot)
  )
}

function sameItem(scene: Scene, block: number, spot: Spot): boolean {
  return scene.spots[block]!.block.agendaItem === spot.block.agendaItem
}

function merged(a: Votes | null, b: Votes | null): Votes | null {
  if (!a || !b) return a ?? b
  return { yes: b.yes ?? a.yes, no: b.no ?? a.no, abstain: b.abstain ?? a.abstain }
}

/** The sentence or heading that was voted on: the nearest that reads like a motion, else the one just before. */
function motionBefore(scene: Scene, spot: Spot, part: Part, found: readonly Decision[]): Decision | null {
  const inBlock = spot.parts.filter(p => p.to <= part.from).at(-1)
  if (inBlock) return motionAt(spot, inBlock.from, inBlock.to)
  const motion = motionAmong(blocksBefore(scene, spot, found.at(-1)?.block ?? -1), spot.block.parents.at(-1))
  if (!motion) return null
  if (motion.block.text.length <= LONGEST_MOTION) return motionAt(motion, 0, motion.block.text.length)
  const sentence = motion.parts.find(p => MOTION.test(p.text)) ?? motion.parts.at(-1)
  return sentence ? motionAt(motion, sentence.from, sentence.to) : null
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

/** A talk about the motion ("Diskussion: …") stands between it and the votes, and is none itself. */
function motionAmong(before: readonly Spot[], parent: string | undefined): Spot | undefined {
  const said = before.filter(
    spot => !/^(?:diskussion|rückfragen?|fragen?|begründung|anmerkung)/iu.test(spot.block.text),
  )
  return (
    said.find(spot => MOTION.test(spot.block.text)) ??
    (said.length > 0 ? said[0] : before.find(s => s.block.text === parent))
  )
}

function motionAt(spot: Spot, from: number, to: number): Decision {
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
