import { wordsOf } from '../../../language/words.ts'
import { conditionIn } from '../entries/conditions.ts'
import type { Found } from '../entries/found.ts'
import { ownerAt } from '../entries/owners.ts'
import { placeOf, type Scene } from '../entries/scene.ts'
import { taskAt } from '../entries/task.ts'
import { resultOf } from '../entries/outcomes.ts'
import { votesIn } from '../entries/votes.ts'
import { wisherIn } from '../entries/wishers.ts'
import { type Judged, judgedParts } from './claims.ts'
import { type JudgedKind, judgedKinds, probability, type Weights, weights } from './weights.ts'

/** What examples taught, by kind. */
export type Taught = Readonly<Record<JudgedKind, Weights>>

/**
 * Holds what the rules found against what examples taught: each entry gets the confidence that entries with its signs
 * deserve, what is too doubtful goes, and sentences that no rule knows but that have all signs of a kind are added.
 */
export function trusted(found: readonly Found[], scene: Scene, taught: Taught = weights): Found[] {
  const parts = Map.groupBy(judgedParts(scene, found), ({ spot }) => spot.index)
  const kept = found.flatMap(one => retold(one, parts.get(one.block) ?? [], taught))
  const added = [...parts.values()].flat().flatMap(judged => addedFrom(scene, judged, taught))
  return [...kept, ...added]
}

function retold(found: Found, parts: readonly Judged[], taught: Taught): Found[] {
  const kind = judgedKinds.find(one => one === found.kind)
  const judged = parts.toSorted((a, b) => shared(b, found) - shared(a, found))[0]
  if (!kind || !judged || shared(judged, found) <= 0) return [found]
  const confidence = rounded(probability(taught[kind], judged.signs, found.confidence))
  return confidence < taught[kind].keep ? [] : [{ ...found, confidence }]
}

function shared({ part }: Judged, found: Found): number {
  return Math.min(part.to, found.end) - Math.max(part.from, found.begin)
}

function addedFrom(scene: Scene, judged: Judged, taught: Taught): Found[] {
  return judgedKinds.flatMap(kind => {
    if (kind === 'appointment' || judged.claimed[kind] !== undefined) return []
    const confidence = rounded(probability(taught[kind], judged.signs, null))
    return confidence < taught[kind].add ? [] : [entryOf(kind, scene, judged, confidence)]
  })
}

function entryOf(kind: Exclude<JudgedKind, 'appointment'>, scene: Scene, judged: Judged, confidence: number): Found {
  const { spot, part } = judged
  const place = placeOf(spot, part.from, part.to)
  const base = { ...place, cues: ['signs'], confidence }
  if (kind === 'task') return taskAt(scene, spot, part.from, part.to, { ...base, owners: ownersIn(scene, judged) })
  if (kind === 'decision') {
    const votes = votesIn(part.text)?.votes ?? null
    return { ...base, kind, votes, result: resultOf(part.text, votes), condition: conditionIn(part.text) }
  }
  if (kind === 'wish') return { ...base, kind, from: spot.speaker?.name ?? wisherIn(part.text) }
  return kind === 'idea' ? { ...base, kind, parked: spot.topic === 'parked' } : { ...base, kind }
}

function ownersIn({ cast }: Scene, { part }: Judged): readonly string[] {
  const words = wordsOf(part.text)
  const owner = words.length > 0 ? ownerAt(words, 0, part.text, cast) : null
  return owner && owner.sure !== 'bare' && owner.sure !== 'pronoun' ? owner.names : []
}

function rounded(probability: number): number {
  return Math.round(probability * 100) / 100
}
