import type { Found } from '../entries/found.ts'
import type { Part } from '../entries/parts.ts'
import type { Scene, Spot } from '../entries/scene.ts'
import { judgedPartsOf } from './judged-parts.ts'
import { signsOf } from './signs.ts'
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
  const claims = Map.groupBy(found, one => one.block)
  const known = new Map<Part, readonly string[]>()
  const signsAt = (spot: Spot, part: Part) => {
    const signs = known.get(part) ?? signsOf(scene, spot, part, claims.get(spot.index) ?? [])
    known.set(part, signs)
    return signs
  }
  return kept.map(one => {
    const kind = judgedKinds.find(judged => judged === one.kind)
    const spot = scene.spots[one.block]!
    const part = kind && partOf(one, spot)
    if (!part) return one
    const confidence = Math.round(100 * probability(taught[kind], signsAt(spot, part), one.confidence)) / 100
    return { ...one, confidence }
  })
}

/** The part that an entry stands on, the one it has most of; null where it stands on none. */
function partOf(found: Found, spot: Spot): Part | null {
  const [most] = judgedPartsOf(spot).toSorted((a, b) => shared(b, found) - shared(a, found))
  return most && shared(most, found) > 0 ? most : null
}

function shared(part: Part, found: Found): number {
  return Math.min(part.to, found.end) - Math.max(part.from, found.begin)
}
