import { alike, near } from './alike.ts'
import { type GoldAppointment, type GoldItem, type ListKind, wordsOf } from './gold.ts'

/** How much of the words of an agenda item, and of any other text, must be shared to be the same item. */
const SAME_TITLE = 0.6
const SAME_TEXT = 0.4
/** An appointment is known by its date: less of its words, or a line close by, will do. */
const SAME_EVENT = 0.3
const LINES_APART = 1
const LINES_APART_WITH_DATE = 2

/** Which item read is which item of the gold: indices, both ways. */
export type Matching = { readonly byGold: ReadonlyMap<number, number>; readonly byRead: ReadonlyMap<number, number> }

/** Matches each item with at most one of the other side, the most alike first, an item that counts before a borderline one. */
export function matched(kind: ListKind, gold: readonly GoldItem[], read: readonly GoldItem[]): Matching {
  const pairs = gold.flatMap((item, at) =>
    read.flatMap((other, otherAt) => {
      const likeness = likenessOf(kind, item, other)
      return likeness > 0 ? [{ at, otherAt, likeness, borderline: Number(item.borderline === true) }] : []
    }),
  )
  pairs.sort((a, b) => b.likeness - a.likeness || a.borderline - b.borderline)
  const [byGold, byRead] = [new Map<number, number>(), new Map<number, number>()]
  for (const { at, otherAt } of pairs) {
    if (byGold.has(at) || byRead.has(otherAt)) continue
    byGold.set(at, otherAt)
    byRead.set(otherAt, at)
  }
  return { byGold, byRead }
}

function likenessOf(kind: ListKind, gold: GoldItem, read: GoldItem): number {
  if (kind === 'appointments') return sameEvent(gold as GoldAppointment, read as GoldAppointment)
  if (!near(gold, read, LINES_APART)) return 0
  const likeness = alike(wordsOf(gold), wordsOf(read))
  return likeness >= (kind === 'agenda' ? SAME_TITLE : SAME_TEXT) ? likeness : 0
}

function sameEvent(gold: GoldAppointment, read: GoldAppointment): number {
  if (gold.date !== read.date) return 0
  const likeness = alike(gold.title, read.title)
  return near(gold, read, LINES_APART_WITH_DATE) || likeness >= SAME_EVENT ? 0.5 + likeness / 2 : 0
}
