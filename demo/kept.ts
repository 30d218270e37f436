import { type Outcome, Problem } from '../app/ground/problems.ts'

/** The demo's own records are taken without a refusal; anything else is a fault of ours. */
export function kept<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Problem(outcome.code, outcome)
}
