import type { EntryKind } from '../reading.ts'
import fitted from './weights.json' with { type: 'json' }

/** The kinds that a part is judged for. */
export const judgedKinds = [
  'task',
  'decision',
  'idea',
  'wish',
  'lesson',
  'appointment',
] as const satisfies readonly EntryKind[]
export type JudgedKind = (typeof judgedKinds)[number]

/**
 * What examples taught about one kind: the probability of an entry is the logistic of `bias`, of what its rule says
 * (`rules` times the log-odds of its confidence) and of the weights of the signs around it.
 */
export type Weights = {
  readonly bias: number
  readonly rules: number
  readonly signs: Readonly<Record<string, number>>
}

/** Made by `npm run fit` from the samples. */
export const weights: Readonly<Record<JudgedKind, Weights>> = fitted

const LEAST = 0.03

/** The log-odds of a confidence, kept away from the ends. */
export function logOdds(confidence: number): number {
  const inner = Math.min(1 - LEAST, Math.max(LEAST, confidence))
  return Math.log(inner / (1 - inner))
}

/** How probably an entry with these signs is right, 0 to 1; `confidence`: what its rule thinks. */
export function probability(of: Weights, signs: readonly string[], confidence: number): number {
  const weightOf = tableOf(of)
  let sum = of.bias + of.rules * logOdds(confidence)
  for (const sign of signs) sum += weightOf.get(sign) ?? 0
  return 1 / (1 + Math.exp(-sum))
}

const tables = new WeakMap<Weights, ReadonlyMap<string, number>>()

/** The weights of the signs as a map: looking a sign put together just now up in an object takes three times as long. */
function tableOf(of: Weights): ReadonlyMap<string, number> {
  const known = tables.get(of)
  if (known) return known
  const table = new Map(Object.entries(of.signs))
  tables.set(of, table)
  return table
}
