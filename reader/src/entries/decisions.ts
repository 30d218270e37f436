import type { Votes } from '../reading.ts'
import { isPutOff } from './agreements.ts'
import { conditionIn, isConditional } from './conditions.ts'
import type { DecisionCue } from './decision-cues.ts'
import { decisionCueOf, decisionLabelLength } from './decision-cues.ts'
import { rowDecisions } from './decision-tables.ts'
import { type Decision, isMotion, motionBefore, numberedMotion, type Used } from './motions.ts'
import { resultOf } from './outcomes.ts'
import type { Part } from './parts.ts'
import { isProposal, isYesOrNo, ownSubject, refersBack, tellsOnlyResult } from './result-lines.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'
import { topicOf } from './topics.ts'
import { votesIn } from './votes.ts'

const LOOKS_BACK = new Set(['done', 'old-task', 'lesson', 'parked'])
const LOOKS_AHEAD = new Set(['idea', 'wish', 'question'])
/** "Entscheid: MQTT" is quoted with its label: fewer words say nothing alone. */
const LEAST_WORDS = 4
/** What was read as the title of an agenda item can hold the item's minutes ("2.1 Der Vorstand beschließt …"). */
const LONGEST_TITLE = 80

/** Finds decisions; a line that only tells the votes or the result is joined with the motion before it. */
export function decisionsIn(scene: Scene): Decision[] {
  const found: Decision[] = []
  const body = scene.context.head.body?.value ?? null
  const rows = rowDecisions(scene)
  for (const spot of scene.spots) {
    const inRow = rows.get(spot.index)
    if (inRow) found.push(inRow)
    if (inRow || (!spot.block.read && !holdsMinutes(spot))) continue
    let labelled = false
    const counted = labelledVotes(spot)
    if (counted) {
      found.push(counted)
      continue
    }
    for (const part of spot.parts) {
      if (tellsOnlyResult(part.text) || answersProposal(scene, spot, part)) {
        joinWithMotion(scene, spot, part, found)
        continue
      }
      const cue = cueOf(spot, part, body, labelled)
      if (!cue) continue
      if (goesOn(found.at(-1), spot, cue)) {
        found.push(extended(found.pop()!, spot, part))
        continue
      }
      labelled ||= cue.cue === 'label'
      found.push(decisionAt(spot, part, cue))
    }
  }
  return found
}

/** "Mila: 6 Ja, 0 Nein. Sie nimmt an.": the candidate stands before the votes. */
function labelledVotes(spot: Spot): Decision | null {
  const first = spot.parts[0]
  if (!first || !spot.speaker || spot.speaker.from === 0 || spot.block.kind !== 'item') return null
  const votes = votesIn(first.text)?.votes
  if (!votes || !tellsOnlyResult(first.text)) return null
  return decisionAt(spot, { ...first, from: 0, text: spot.block.text.slice(0, first.to) }, VOTES_OF_CANDIDATE)
}

/** "Abstimmung Raummiete: 7 ja, 1 nein" */
const VOTES_WITH_SUBJECT: DecisionCue = { cue: 'votes', confidence: 0.85 }
const VOTES_OF_CANDIDATE: DecisionCue = { cue: 'candidate', confidence: 0.85 }

/** "Abstimmung über den Antrag an die Stadt: 31 Ja" where nothing before it tells more. */
const NAMES_MOTION = /(?:abstimmung|beschluss|antrag)[^:]{8,120}:/iu

const WEAK_CUE = 0.8

/** Behind "Beschluss:" the sentences up to the votes are its wording. */
function goesOn(last: Decision | undefined, spot: Spot, cue: DecisionCue): boolean {
  if (!last || last.block !== spot.index || last.cues[0] !== 'label' || last.votes) return false
  return cue.confidence < WEAK_CUE
}

function extended(decision: Decision, spot: Spot, part: Part): Decision {
  const place = placeOf(spot, decision.begin, part.to)
  return { ...decision, ...place, condition: conditionIn(place.text) }
}

function holdsMinutes({ block }: Spot): boolean {
  return votesIn(block.text) !== null || (block.text.length > LONGEST_TITLE && block.text.endsWith('.'))
}

function cueOf(spot: Spot, part: Part, body: string | null, labelled: boolean): DecisionCue | null {
  if (leadsIn(spot, part)) return null
  const cue = decisionCueOf(part.text, body, spot.block.text)
  if (cue && cue.confidence < sureEnough(spot)) return null
  if (sureEnough(spot) > 0) return cue
  if (cue) return cue
  if (isConditional(part.text)) return { cue: 'conditional', confidence: labelled ? 0.75 : 0.55 }
  if (isElectedBelow(spot)) return { cue: 'elected-list', confidence: 0.75 }
  if (
    spot.topic === 'decision' &&
    CATEGORY.test(spot.announced) &&
    spot.block.kind !== 'heading' &&
    part.text.length > 12 &&
    isTopOfList(spot, part) &&
    !(spot.block.leads && topicOf(part.text))
  )
    return { cue: 'section', confidence: 0.65 }
  return null
}

/** A line with a colon at its end announces; only "Beschluss: Mila als Kassenwartin:" says it all before its votes. */
function leadsIn({ block }: Spot, part: Part): boolean {
  if (!block.leads || part.to < block.text.length || !part.text.endsWith(':')) return false
  const label = decisionLabelLength(part.text)
  return label === 0 || part.text.slice(label).trim().split(' ').length < LEAST_WORDS
}

/** Under titles that announce something else, and in what one person says, a decision must be said plainly. */
function sureEnough({ topic, speaker, block }: Spot): number {
  if (block.kind === 'row') return 0.85
  if (speaker && speaker.from > 0) return 0.85
  if (topic && LOOKS_BACK.has(topic)) return 0.85
  return speaker || (topic && LOOKS_AHEAD.has(topic)) ? 0.7 : 0
}

/** "Beschlüsse" heads a list of them, "Beschluss über die Satzung" an item with its debate. */
const CATEGORY = /^[^\p{L}]{0,12}\p{L}{1,30}(?:(?: und |\/|, | & )\p{L}{1,30})?[^\p{L}]{0,4}$/u

/** Below an item of a list of decisions, and behind its first sentence, stands why. */
function isTopOfList(spot: Spot, part: Part): boolean {
  return spot.parts[0] === part && spot.block.parents.length === 0
}

/** The items below "Gewählt wurden:". */
function isElectedBelow({ block, parts }: Spot): boolean {
  if (block.kind !== 'item' || parts.length > 2) return false
  return /^(?:\p{L}+ )?gewählt (?:wurden|werden|sind|wird)$|^wahlergebnisse?$/iu.test(block.governing.at(-1) ?? '')
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
    result: resultFor(cue, part.text, votes),
    condition: conditionIn(place.text),
    cues: [cue.cue],
    confidence: cue.confidence,
  }
}

/** What is off the table was turned down, whatever the words; what holds only under a condition has not come out yet. */
function resultFor({ cue }: DecisionCue, text: string, votes: Votes | null): Decision['result'] {
  if (cue === 'conditional') return null
  if (cue === 'put-off' && !votes && LATER.test(text) && !SAID_NOW.test(text)) return null
  return resultOf(text, votes) ?? (cue === 'off-the-table' ? 'rejected' : null)
}

/** "Darüber wird im Mai entschieden" tells no outcome. */
const LATER = /(?<!\p{L})(?:entschieden|abgestimmt|befunden|beraten)(?!\p{L})/iu
const SAID_NOW = /beschlossen|beschlie(?:ß|ss)t|einstimmig|angenommen|mehrheit/iu

function joinWithMotion(scene: Scene, spot: Spot, part: Part, found: Decision[]): void {
  const votes = votesIn(part.text)?.votes ?? null
  if (spot.parts[0] === part && scene.spots[spot.index - 1]?.block.kind === 'row') {
    found.push(decisionAt(spot, part, BELOW_TABLE))
    return
  }
  const numbered = spot.parts[0] === part ? numberedMotion(scene, spot) : null
  while (numbered && found.length > 0 && found.at(-1)!.block >= numbered.index) found.pop()
  const last = found.at(-1)
  const { to } = placeOf(spot, part.from, part.to).lines
  if (!numbered && !votes && last && onlyConfirms(last, spot, to)) {
    const result = resultOf(part.text, null) ?? last.result
    found[found.length - 1] = { ...last, result: last.votes ? (last.result ?? result) : result }
    return
  }
  const own = !numbered && last !== undefined && isOwnMotion(scene, last, spot, part)
  const used: Used = { block: last?.block ?? -1, end: last?.end ?? 0 }
  const motion = numbered?.motion ?? (own ? found.pop()! : motionBefore(scene, spot, part, used))
  if (votes && NAMES_MOTION.test(part.text) && motion && !scene.spots[motion.block]!.block.read) {
    found.push(decisionAt(spot, part, VOTES_WITH_SUBJECT))
    return
  }
  if (!motion || (motion.block !== spot.index && isPutOff(part.text) && !isMotion(motion.text))) {
    if (isPutOff(part.text) && saysUntilWhen(part.text)) found.push(decisionAt(spot, part, PUT_OFF))
    else if (!motion && votes && NAMES_MOTION.test(part.text)) found.push(decisionAt(spot, part, VOTES_WITH_SUBJECT))
    return
  }
  if (votes && motion.block !== spot.index && ownSubject(part.text) && !isMotion(motion.text)) {
    if (own) found.push(motion)
    found.push(decisionAt(spot, part, VOTES_WITH_SUBJECT))
    return
  }
  const place = votes || motion.block !== spot.index ? {} : placeOf(spot, motion.begin, part.to)
  const cue = votes ? 'votes-behind' : refersBack(part.text) || isYesOrNo(part.text) ? 'answer-behind' : 'result-behind'
  found.push({
    ...motion,
    ...place,
    lines: { from: motion.lines.from, to },
    votes: merged(motion.votes, votes),
    result: resultOf(part.text, votes) ?? (isYesOrNo(part.text) ? resultOf(`: ${part.text}`, null) : motion.result),
    cues: [cue, ...motion.cues],
    confidence: votes ? 0.9 : 0.8,
  })
}

/** "vertagt, bis wieder Zeit ist" under a headline that moves nothing: said of itself, and a lone "vertagt" not at all. */
const PUT_OFF: DecisionCue = { cue: 'put-off', confidence: 0.5 }

function saysUntilWhen(text: string): boolean {
  return text.split(' ').length >= LEAST_WORDS && !/^\p{L}+, (?:aber|jedoch|dennoch|trotzdem)/u.test(text)
}

/** "Das Zelt kaufen? – Ja": the answer stands behind the question, in its line or as the first one nested under it. */
function answersProposal(scene: Scene, spot: Spot, part: Part): boolean {
  if (!isYesOrNo(part.text)) return false
  const at = spot.parts.indexOf(part)
  const above = scene.spots[spot.index - 1]
  const nested = above !== undefined && spot.block.parents.at(-1) === above.block.text
  const asked = at > 0 ? spot.parts[at - 1] : nested ? above.parts.at(-1) : undefined
  return asked !== undefined && isProposal(asked.text)
}

/** "(5/0/3) – angenommen": the words behind the votes that were just joined. */
function onlyConfirms(last: Decision, spot: Spot, to: number): boolean {
  if (!last.votes && !last.cues.includes('result-behind')) return false
  if (last.block === spot.index) return true
  return last.cues.includes('votes-behind') && to - last.lines.to <= 2 && spot.parts.every(p => tellsOnlyResult(p.text))
}

/** "So beschlossen, einstimmig" below a table speaks of all its rows. */
const BELOW_TABLE: DecisionCue = { cue: 'below-table', confidence: 0.75 }

const MOST_BETWEEN = 3

/** The decision read just before is the motion when no other text stands between and it was not counted yet. */
function isOwnMotion(scene: Scene, last: Decision, spot: Spot, part: Part): boolean {
  if (last.votes?.yes != null || last.cues[0]!.endsWith('-behind')) return false
  if (last.block === spot.index) return last.cues.includes('label') || !saysMoreBetween(last, spot, part)
  const between = scene.spots.slice(last.block + 1, spot.index)
  return (
    between.length <= MOST_BETWEEN &&
    spot.parts[0] === part &&
    !between.some(s => s.block.kind === 'heading') &&
    scene.spots[last.block]!.block.agendaItem === spot.block.agendaItem
  )
}

function saysMoreBetween(last: Decision, spot: Spot, part: Part): boolean {
  return spot.parts.some(p => p.from >= last.end && p.to <= part.from && !tellsOnlyResult(p.text))
}

function merged(a: Votes | null, b: Votes | null): Votes | null {
  if (!a || !b) return a ?? b
  return { yes: b.yes ?? a.yes, no: b.no ?? a.no, abstain: b.abstain ?? a.abstain }
}
