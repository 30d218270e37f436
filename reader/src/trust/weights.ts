import type { EntryKind } from '../reading.ts'
import fitted from './weights.json' with { type: 'json' }

/** The kinds that a part is judged for. */
export const judgedKinds = ['task', 'decision', 'idea', 'wish', 'lesson', 'appointment'] as const satisfies readonly EntryKind[]
export type JudgedKind = (typeof judgedKinds)[number]

/**
 * What examples taught about one kind: the probability of a part is the logistic of `bias`, what the rules say
 * (`rules` times the log-odds of their confidence, or `silent` where they say nothing) and the weights of its signs. From `keep` on
 * what a rule found is kept, from `add` on a part is taken though no rule found it.
 */
export type Weights = {
  readonly bias: number
  readonly rules: number
  readonly silent: number
  readonly keep: number
  readonly add: number
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

/** How probably a part with these signs is of a kind, 0 to 1; `claimed`: the highest confidence of a rule, null without. */
export function probability(of: Weights, signs: readonly string[], claimed: number | null): number {
  let sum = of.bias + (claimed === null ? of.silent : of.rules * logOdds(claimed))
  for (const sign of signs) sum += of.signs[sign] ?? 0
  return 1 / (1 + Math.exp(-sum))
}
