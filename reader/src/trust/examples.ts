import { wordsOf } from '../../../language/words.ts'
import type { Found } from '../entries/found.ts'
import type { Part } from '../entries/parts.ts'
import { placeOf, type Scene } from '../entries/scene.ts'
import { weighed } from '../entries/weigh.ts'
import type { Example } from './fit.ts'
import { judgedPartsOf } from './judged-parts.ts'
import { signsOf } from './signs.ts'
import { type JudgedKind, judgedKinds } from './weights.ts'

/** An item of the gold: its kind, words, lines, and whether a careful reader could leave it out. */
export type GoldItem = {
  readonly kind: JudgedKind
  readonly text: string
  readonly from: number
  readonly to: number
  readonly borderline: boolean
}

/** So much of a part must be in the item, or of the item in the part, for both to be the same. */
const PART_IN_ITEM = 0.55
const ITEM_IN_PART = 0.7

/** The parts of a text as examples: what rules found and what the gold says. */
export function examplesOf(text: string, scene: Scene, found: readonly Found[], gold: readonly GoldItem[]): Example[] {
  const all = Map.groupBy(found, one => one.block)
  const kept = Map.groupBy(weighed(found), one => one.block)
  return scene.spots.flatMap(spot =>
    judgedPartsOf(spot).map(part => {
      const { lines } = placeOf(spot, part.from, part.to)
      const here = gold.filter(item => item.from <= lines.to && item.to >= lines.from && isSame(part.text, item.text))
      const kinds = (borderline: boolean) =>
        new Set(here.filter(item => item.borderline === borderline).map(item => item.kind))
      return {
        text,
        signs: signsOf(scene, spot, part, all.get(spot.index) ?? []),
        claimed: claimedOn(part, kept.get(spot.index) ?? []),
        is: kinds(false),
        couldBe: kinds(true),
      }
    }),
  )
}

function claimedOn(part: Part, claims: readonly Found[]): Example['claimed'] {
  const claimed: { [K in JudgedKind]?: number } = {}
  for (const found of claims) {
    const kind = judgedKinds.find(one => one === found.kind)
    if (!kind || found.begin >= part.to || found.end <= part.from) continue
    claimed[kind] = Math.max(claimed[kind] ?? 0, found.confidence)
  }
  return claimed
}

function isSame(part: string, item: string): boolean {
  const left = wordsOf(part.toLowerCase()).map(word => word.text)
  const right = wordsOf(item.toLowerCase()).map(word => word.text)
  const common = left.filter(word => right.includes(word)).length
  return common > PART_IN_ITEM * left.length || common > ITEM_IN_PART * right.length
}
