import { wordsOf } from '../../../language/words.ts'
import type { Found } from '../entries/found.ts'
import { placeOf, type Scene } from '../entries/scene.ts'
import { weighed } from '../entries/weigh.ts'
import { judgedParts } from './claims.ts'
import type { Example } from './fit.ts'
import type { JudgedKind } from './weights.ts'

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
  return judgedParts(scene, found, weighed(found)).map(({ spot, part, signs, claimed }) => {
    const { lines } = placeOf(spot, part.from, part.to)
    const here = gold.filter(item => item.from <= lines.to && item.to >= lines.from && isSame(part.text, item.text))
    const kinds = (borderline: boolean) =>
      new Set(here.filter(item => item.borderline === borderline).map(item => item.kind))
    return { text, signs, claimed, is: kinds(false), couldBe: kinds(true) }
  })
}

function isSame(part: string, item: string): boolean {
  const left = wordsOf(part.toLowerCase()).map(word => word.text)
  const right = wordsOf(item.toLowerCase()).map(word => word.text)
  const common = left.filter(word => right.includes(word)).length
  return common > PART_IN_ITEM * left.length || common > ITEM_IN_PART * right.length
}
