import { Temporal } from 'temporal-polyfill'
import type { Id, Time } from '../../../ground/schema.ts'

/**
 * Where an item goes: one step among its own level, or behind another item and all below it; behind a heading that it can
 * stand under directly below that. '' is the beginning.
 */
export type Place = 'up' | 'down' | { readonly after: Id | '' }

type Placed = { readonly id: Id; readonly level: number }

/** What moves when an item moves: itself and everything below it. Ends before the next item that is not below. */
function endOf(items: readonly Placed[], start: number): number {
  const level = items[start]!.level
  const next = items.findIndex((item, at) => at > start && item.level <= level)
  return next === -1 ? items.length : next
}

/**
 * The agenda in its new order, with the item and all below it elsewhere; null where there is nowhere to go: first and
 * last of their level, behind itself, or an item that is not there.
 */
export function moved<Item extends Placed>(items: readonly Item[], id: Id, place: Place): Item[] | null {
  const start = items.findIndex(item => item.id === id)
  if (start === -1) return null
  const end = endOf(items, start)
  const target = placeOf(items, start, end, place)
  if (target === null || (target > start && target < end)) return null
  const block = items.slice(start, end)
  const rest = [...items.slice(0, start), ...items.slice(end)]
  const at = target > start ? target - block.length : target
  return [...rest.slice(0, at), ...block, ...rest.slice(at)]
}

/** Before which item of the old order the block goes. */
function placeOf(items: readonly Placed[], start: number, end: number, place: Place): number | null {
  const { level } = items[start]!
  if (place === 'down') return items[end]?.level === level ? endOf(items, end) : null
  if (place === 'up') {
    const before = items.findLastIndex((item, at) => at < start && item.level <= level)
    return before !== -1 && items[before]!.level === level ? before : null
  }
  if (place.after === '') return 0
  const behind = items.findIndex(({ id }) => id === place.after)
  if (behind === -1 || (behind >= start && behind < end)) return null
  if (level <= items[behind]!.level) return endOf(items, behind)
  // Behind its own heading an item stands directly below it, before all others there.
  const next = items.findIndex((item, at) => at > behind && item.level <= level)
  return next === -1 ? items.length : next
}

/** Minutes that the items are planned to take together; null where none says. */
export function plannedMinutes(items: readonly { readonly duration: number | null }[]): number | null {
  const known = items.flatMap(({ duration }) => duration ?? [])
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
}

/** When the planned minutes are over, on the clock of the network; null past midnight. */
export function endsAt(startTime: Time, minutes: number): Time | null {
  const start = Temporal.PlainTime.from(startTime)
  const end = start.add({ minutes })
  return minutes < MINUTES_A_DAY && Temporal.PlainTime.compare(end, start) >= 0 ? end.toString().slice(0, 5) : null
}
const MINUTES_A_DAY = 24 * 60

export const LONGEST_TITLE = 300
export const LONGEST_DURATION = 600
/** Where an item goes that is added without a place: before dates and other matters. */
export const BEFORE_THE_END = 8000
