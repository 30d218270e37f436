import { attendanceCompared } from './measure/attendance.ts'
import { type Calibration, calibrated, type Share, shareOf } from './measure/calibration.ts'
import { type Compared, type MeasuredKind, type Miss, measuredKinds, type Pair } from './measure/compared.ts'
import { type MeasuredField, measuredFields } from './measure/fields.ts'
import { listKinds } from './measure/gold.ts'
import { headCompared } from './measure/head.ts'
import { listCompared } from './measure/lists.ts'

/** The kinds whose mean F1 is the one figure of a reader. */
export const coreKinds = [
  'agenda',
  'attendance',
  'head',
  'tasks',
  'decisions',
  'appointments',
] as const satisfies readonly MeasuredKind[]

/**
 * `precision`: how much of what was read is right; `recall`: how much of the gold was read; `f1`: both in one; 0 to 1.
 * `gold` and `read` count what was judged, borderline items aside. The three figures are null where both are 0.
 */
export type Score = {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  readonly gold: number
  readonly read: number
}

export type Measure = {
  readonly texts: number
  readonly kinds: { readonly [K in MeasuredKind]: Score }
  /** Mean F1 of the core kinds that occur; null where none does. */
  readonly core: number | null
  /** Of the items found whose field the gold says: how many have it right. */
  readonly fields: { readonly [F in MeasuredField]: Share }
  readonly calibration: Calibration
  readonly misses: readonly Miss[]
}

/**
 * How well texts were read, held against gold. An item is found when its lines touch those of a gold item of its kind,
 * one line of slack allowed, and they share enough words; an appointment by its date. Pure; takes time by the product
 * of the items of a text on both sides.
 */
export function measure(pairs: readonly Pair[]): Measure {
  const compared = pairs.flatMap(pair => [
    ...listKinds.map(kind => listCompared(kind, pair)),
    attendanceCompared(pair),
    headCompared(pair),
  ])
  const checks = compared.flatMap(one => one.checks)
  const kinds = byName(measuredKinds, kind => scoreOf(compared.filter(one => one.kind === kind)))
  return {
    texts: pairs.length,
    kinds,
    core: coreOf(kinds),
    fields: byName(measuredFields, field => shareOf(checks.filter(check => check.field === field))),
    calibration: calibrated(compared.flatMap(one => one.judged)),
    misses: compared.flatMap(one => one.misses),
  }
}

function scoreOf(compared: readonly Compared[]): Score {
  const sum = (of: 'found' | 'missed' | 'invented') => compared.reduce((total, one) => total + one[of], 0)
  const found = sum('found')
  const [gold, read] = [found + sum('missed'), found + sum('invented')]
  if (gold + read === 0) return { precision: null, recall: null, f1: null, gold, read }
  return { precision: found / (read || 1), recall: found / (gold || 1), f1: (2 * found) / (gold + read), gold, read }
}

function coreOf(kinds: Measure['kinds']): number | null {
  const scores = coreKinds.map(kind => kinds[kind].f1).filter(f1 => f1 !== null)
  return scores.length === 0 ? null : scores.reduce((sum, f1) => sum + f1, 0) / scores.length
}

function byName<N extends string, T>(names: readonly N[], of: (name: N) => T): Record<N, T> {
  return Object.fromEntries(names.map(name => [name, of(name)])) as Record<N, T>
}
