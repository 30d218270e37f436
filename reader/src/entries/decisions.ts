import type { Votes } from '../reading.ts'
import type { DecisionCue } from './decision-cues.ts'
import { conditionIn, decisionCueOf, decisionLabelLength, isConditional } from './decision-cues.ts'
import type { FoundOf } from './found.ts'
import type { Part } from './parts.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'
import { resultOf, votesIn } from './votes.ts'

type Decision = FoundOf<'decision'>

const NOT_HERE = new Set(['done', 'old-task', 'idea', 'parked', 'lesson', 'wish', 'question'])
const MOTION = /(?<!\p{L})(?:antrag|beschluss|beschließ\p{L}*|möge|abgestimmt|abstimmung|soll(?:en)?|wahl|vorschlag|entlastung)(?!\p{L})/iu
const MOST_BLOCKS_BACK = 8
const LONGEST_MOTION = 400

/** Finds decisions; a line that only tells the votes or the result is joined with the motion before it. */
export function decisionsIn(scene: Scene): Decision[] {
  const found: Decision[] = []
  const body = scene.context.head.body?.value ?? null
  for (const spot of scene.spots) {
    if (!spot.block.read && !isHeadingMotion(spot)) continue
    let labelled = false
    for (const part of spot.parts) {
      if (onlyResult(part.text)) {
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
  if (spot.topic === 'decision' && spot.block.kind !== 'heading' && part.text.length > 12) return { cue: 'section', confidence: 0.65 }
  return null
}

function decisionAt(spot: Spot, part: Part, cue: DecisionCue): Decision {
  const from = part.from + decisionLabelLength(part.text)
  const place = placeOf(spot, from < part.to ? from : part.from, part.to)
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

const RESULT_BEGIN = /^(?:→ ?)?(?:das )?(?:abstimmungs)?(?:ergebnis(?: der abstimmung)?|abstimmung|votum|resultat|stimmen|beschluss|ja|dafür)(?!\p{L})/iu
const RESULT_WORDS =
  /(?<!\p{L})(?:ja|nein|enth|enthaltung(?:en)?|stimmenthaltung(?:en)?|stimmen?|\p{L}{0,12}stimmen?|dafür|dagegen|einstimmig|angenommen|angennommen|abgelehnt|mehrheitlich|mehrheit|mit|dem|absoluten?|mehr|wurde|wird|ist|sind|somit|damit|der|die|das|den|antrag|beschluss|ergebnis|abstimmung|votum|resultat|bei|ohne|und|keine?r?|eine?r?|null|per|handzeichen|akklamation|große[rm]?|beschlossen|genehmigt|also|rest|hat|haben|sich|enthalten|zugestimmt|alle|zwei|drei|vier|fünf)(?!\p{L})/giu

/** "Das Ergebnis der Abstimmung: 8 Ja, keine Nein", "(5/0/3)", "einstimmig angenommen": votes without a motion. */
function onlyResult(part: string): boolean {
  const counted = votesIn(part)
  const says = counted !== null || /einstimmig|angenommen|angennommen|abgelehnt|mehrheit/iu.test(part) || /^(?:das )?ergebnis der abstimmung:/iu.test(part)
  if (!says) return false
  if (counted && RESULT_BEGIN.test(part)) return true
  if (/^(?:das )?ergebnis der abstimmung:/iu.test(part)) return true
  const rest = part.replace(RESULT_WORDS, '').match(/\p{L}{3,}/gu)?.length ?? 0
  return counted ? rest <= 1 : rest === 0
}

function joinWithMotion(scene: Scene, spot: Spot, part: Part, found: Decision[]): void {
  const votes = votesIn(part.text)?.votes ?? null
  const last = found.at(-1)
  const motion =
    parentMotion(scene, spot, found) ??
    (last && isOwnMotion(scene, last, spot, part) ? found.pop()! : motionBefore(scene, spot, part, found))
  if (!motion) return
  found.push({
    ...motion,
    lines: { from: motion.lines.from, to: placeOf(spot, part.from, part.to).lines.to },
    votes: merged(motion.votes, votes),
    result: resultOf(part.text, votes) ?? motion.result,
    cues: ['votes-behind', ...motion.cues],
    confidence: 0.9,
  })
}

/** The list item that the result is nested under, when it says no decision by itself. */
function parentMotion(scene: Scene, spot: Spot, found: readonly Decision[]): Decision | null {
  const before = scene.spots[spot.index - 1]
  if (!before || before.block.text !== spot.block.parents.at(-1) || found.at(-1)?.block === before.index) return null
  return motionAt(before, 0, before.block.text.length)
}

/** The decision read just before is the motion when no other text stands between and it was not counted yet. */
function isOwnMotion(scene: Scene, last: Decision, spot: Spot, part: Part): boolean {
  if (last.votes?.yes != null) return false
  if (last.block === spot.index) return true
  const between = scene.spots.slice(last.block + 1, spot.index)
  return between.length <= 3 && spot.parts[0] === part && !between.some(s => s.block.kind === 'heading') && sameItem(scene, last.block, spot)
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
  const used = found.at(-1)?.block ?? -1
  const before: Spot[] = []
  for (let at = spot.index - 1; at > used && before.length < MOST_BLOCKS_BACK; at--) {
    const candidate = scene.spots[at]!
    before.push(candidate)
    if (candidate.block.kind === 'heading') break
  }
  const motion = before.find(s => MOTION.test(s.block.text)) ?? before[0]
  if (!motion) return null
  if (motion.block.text.length <= LONGEST_MOTION) return motionAt(motion, 0, motion.block.text.length)
  const sentence = motion.parts.find(p => MOTION.test(p.text)) ?? motion.parts.at(-1)
  return sentence ? motionAt(motion, sentence.from, sentence.to) : null
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
