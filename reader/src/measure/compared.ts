import type { HeadField } from '../reading.ts'
import type { Confidences, Judged } from './calibration.ts'
import type { FieldCheck, MeasuredField } from './fields.ts'
import { type AttendanceList, type Gold, listKinds } from './gold.ts'

/** A text read by the reader and by a careful person. `confidence` comes from `confidencesOf` of the same reading. */
export type Pair = {
  readonly name: string
  readonly gold: Gold
  readonly read: Gold
  readonly confidence: Confidences
}

export const measuredKinds = [...listKinds, 'attendance', 'head'] as const
export type MeasuredKind = (typeof measuredKinds)[number]

/**
 * What gold and reading say differently: an item that one of them lacks, or a field of an item that both have. `line`
 * is the gold's where it has the item. `list`: how a name attended, null for all other kinds.
 */
export type Miss = {
  readonly name: string
  readonly kind: MeasuredKind
  readonly line: number | null
  readonly list: AttendanceList | null
  readonly text: string
} & (
  | { readonly is: 'missed' | 'invented' }
  | { readonly is: 'wrong'; readonly field: MeasuredField | HeadField; readonly gold: string; readonly read: string }
)

/** One kind of one text, compared: counts of items, fields checked, entries that count for the calibration. */
export type Compared = {
  readonly kind: MeasuredKind
  readonly found: number
  readonly missed: number
  readonly invented: number
  readonly checks: readonly FieldCheck[]
  readonly judged: readonly Judged[]
  readonly misses: readonly Miss[]
}

export const lineOf = ({ line, lines }: { line?: number; lines?: readonly [number, number] }): number | null =>
  line ?? lines?.[0] ?? null
