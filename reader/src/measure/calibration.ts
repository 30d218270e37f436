import { type Entry, type Reading, SURE } from '../reading.ts'
import type { ListKind } from './gold.ts'

/** How many of `of` are right; `share` is null where there is nothing to ask. */
export type Share = { readonly right: number; readonly of: number; readonly share: number | null }
export type Band = Share & { readonly from: number; readonly to: number }

/**
 * Whether confidence means something: how many of the entries read with at least `SURE` are right, and how many in
 * each band of 0.1 (from inclusive, to exclusive but for 1). An entry is right where the gold has it in the same kind.
 */
export type Calibration = { readonly sure: Share; readonly bands: readonly Band[] }

/** An entry that counts: how confident the reader was, and whether the gold has it. */
export type Judged = { readonly confidence: number; readonly right: boolean }

/** Confidences of a reading's entries by kind, in the order of the exchange format's lists. */
export type Confidences = { readonly [K in ListKind]?: readonly number[] }

const kindOf = {
  tasks: 'task',
  decisions: 'decision',
  appointments: 'appointment',
  ideas: 'idea',
  lessons: 'lesson',
  wishes: 'wish',
} as const satisfies { readonly [K in ListKind]?: Entry['kind'] }

export function confidencesOf({ entries }: Reading): Confidences {
  return Object.fromEntries(
    Object.entries(kindOf).map(([list, kind]) => [
      list,
      entries.filter(entry => entry.kind === kind).map(({ confidence }) => confidence),
    ]),
  )
}

const BANDS = 10

export function calibrated(judged: readonly Judged[]): Calibration {
  const bandOf = ({ confidence }: Judged) => Math.min(BANDS - 1, Math.floor(confidence * BANDS))
  return {
    sure: shareOf(judged.filter(({ confidence }) => confidence >= SURE)),
    bands: Array.from({ length: BANDS }, (_, band) => ({
      ...{ from: band / BANDS, to: (band + 1) / BANDS },
      ...shareOf(judged.filter(one => bandOf(one) === band)),
    })),
  }
}

export function shareOf(judged: readonly { readonly right: boolean }[]): Share {
  const right = judged.filter(one => one.right).length
  return { right, of: judged.length, share: judged.length === 0 ? null : right / judged.length }
}
