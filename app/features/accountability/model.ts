import type { Day } from '../../ground/schema.ts'
import type { Answer, CommitmentState } from '../commitments/model.ts'

export const LONGEST_WORDING = 1000
export const LONGEST_STATEMENT = 4000
export const LONGEST_REASON = 500
export const PAGE = 50
/** How many authorities a page shows. */
export const AUTHORITIES = 200
/** Days between showing an entry to its authority and publishing it. */
export const FEWEST_DAYS = 7
export const WAITING_DAYS = 14
export const MOST_DAYS = 90
/** An authority may change its statement for as long as its link holds. */
export const STATEMENT_DAYS = 730
/** Statements through one link: nobody needs more. */
export const MOST_STATEMENTS = 100

/** The numbers of an account, each with the list behind it. */
export const measures = ['asked', 'answered', 'promised', 'kept', 'late'] as const
export type Measure = (typeof measures)[number]

/** An answer as everybody reads it: who spoke stays inside, the office may stand there. */
export type PublicAnswer = {
  readonly on: Day | null
  readonly answer: Answer
  readonly wording: string | null
  readonly office: string | null
}

export type Facts = {
  readonly state: CommitmentState
  readonly dueOn: Day | null
  readonly answeredOn: Day | null
  readonly promisedOn: Day | null
  readonly kept: boolean
}

/** What a number counts. A day is late once it has passed; today is not. */
export function counts(measure: Measure, { state, dueOn, answeredOn, promisedOn, kept }: Facts, today: Day): boolean {
  if (measure === 'answered') return answeredOn !== null
  if (measure === 'promised') return promisedOn !== null
  if (measure === 'kept') return kept
  if (measure === 'asked') return true
  if (kept || state === 'done' || state === 'dropped') return false
  return state === 'missed' || (dueOn !== null && dueOn < today)
}

type Told = { readonly on: Day | null; readonly answer: Answer }
/** The promise that an answer opened, as it stands. */
export type Promised = { readonly state: CommitmentState; readonly dueOn: Day | null }

/** What follows from the answers, oldest first, and from what was promised in them, oldest first. */
export function factsOf(
  demand: { readonly state: CommitmentState; readonly dueOn: Day | null },
  answers: readonly Told[],
  promises: readonly Promised[],
): Facts {
  const first = (is: (answer: Answer) => boolean) =>
    answers.find(({ on, answer }) => on !== null && is(answer))?.on ?? null
  const promisedOn = first(answer => answer === 'promised' || answer === 'partly')
  const last = promises.at(-1)
  return {
    state: demand.state,
    dueOn: last?.dueOn ?? demand.dueOn,
    answeredOn: first(answer => answer !== 'silent'),
    promisedOn,
    kept: promisedOn !== null && (demand.state === 'done' || last?.state === 'done'),
  }
}
