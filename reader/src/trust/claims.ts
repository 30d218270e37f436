import type { Found } from '../entries/found.ts'
import type { Part } from '../entries/parts.ts'
import type { Scene, Spot } from '../entries/scene.ts'
import { signsOf } from './signs.ts'
import { type JudgedKind, judgedKinds } from './weights.ts'

/** A part with its signs, and for each kind the most confident thing that a rule found on it. */
export type Judged = {
  readonly spot: Spot
  readonly part: Part
  readonly signs: readonly string[]
  readonly claimed: { readonly [K in JudgedKind]?: number }
}

/**
 * All parts of a scene that can hold an entry, with the signs of what any rule `found` and the claims of what was `kept`
 * when the rules were weighed against each other. The rows of tables are one part each.
 */
export function judgedParts(scene: Scene, found: readonly Found[], kept: readonly Found[]): Judged[] {
  const byBlock = Map.groupBy(found, one => one.block)
  const keptByBlock = Map.groupBy(kept, one => one.block)
  return scene.spots.flatMap(spot => {
    if (!spot.block.read || spot.block.kind === 'heading') return []
    const claims = byBlock.get(spot.index) ?? []
    return partsOf(spot).map(part => ({
      spot,
      part,
      signs: signsOf(scene, spot, part, claims),
      claimed: claimedOn(part, keptByBlock.get(spot.index) ?? []),
    }))
  })
}

function partsOf({ block, parts }: Spot): readonly Part[] {
  return block.kind === 'row' ? [{ from: 0, to: block.text.length, text: block.text }] : parts
}

function claimedOn(part: Part, claims: readonly Found[]): Judged['claimed'] {
  const claimed: { [K in JudgedKind]?: number } = {}
  for (const found of claims) {
    const kind = judgedKinds.find(one => one === found.kind)
    if (!kind || found.begin >= part.to || found.end <= part.from) continue
    claimed[kind] = Math.max(claimed[kind] ?? 0, found.confidence)
  }
  return claimed
}
