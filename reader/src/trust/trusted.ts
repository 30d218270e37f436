import type { Found } from '../entries/found.ts'
import type { Scene } from '../entries/scene.ts'
import { type Judged, judgedParts } from './claims.ts'
import { type JudgedKind, judgedKinds, probability, type Weights, weights } from './weights.ts'

/** What examples taught, by kind. */
export type Taught = Readonly<Record<JudgedKind, Weights>>

/**
 * Gives each entry the confidence that entries with its signs deserve: how often they were right in the examples.
 * `found`: everything that rules found; `kept`: what was left when the rules were weighed against each other.
 */
export function trusted(
  scene: Scene,
  found: readonly Found[],
  kept: readonly Found[],
  taught: Taught = weights,
): Found[] {
  const parts = Map.groupBy(judgedParts(scene, found, kept), ({ spot }) => spot.index)
  return kept.map(one => retold(one, parts.get(one.block) ?? [], taught))
}

function retold(found: Found, parts: readonly Judged[], taught: Taught): Found {
  const kind = judgedKinds.find(one => one === found.kind)
  const judged = parts.toSorted((a, b) => shared(b, found) - shared(a, found))[0]
  if (!kind || !judged || shared(judged, found) <= 0) return found
  const confidence = Math.round(100 * probability(taught[kind], judged.signs, found.confidence)) / 100
  return { ...found, confidence }
}

function shared({ part }: Judged, found: Found): number {
  return Math.min(part.to, found.end) - Math.max(part.from, found.begin)
}
