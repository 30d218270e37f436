import type { AccountSide } from '../../ground/schema/account.ts'
import type { Day } from '../../ground/schema.ts'
import type { Answer, CommitmentState } from '../commitments/model.ts'
import type { LineEntry } from '../papers/model.ts'

export type { AccountSide }

export const LONGEST_WORDING = 1000
export const LONGEST_STATEMENT = 4000
export const LONGEST_REASON = 500
export const PAGE = 50
/** The last published ones in a feed; the files hold more. */
export const IN_FEED = 50
export const IN_FILES = 20_000
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
/** What the table takes on is answered and promised from the first day: these say something of it. */
export const measuresOf = (side: AccountSide): readonly Measure[] =>
  side === 'table' ? ['asked', 'kept', 'late'] : measures

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
  readonly keptOn: Day | null
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
/** A step of a demand's paper as everybody reads it. */
export type PublicStep = WithoutId<Exclude<LineEntry, { kind: 'version' | 'support' }>>

/** What a number counts. A day is late once it has passed; today is not. */
export function counts(measure: Measure, { state, dueOn, answeredOn, promisedOn, keptOn }: Facts, today: Day): boolean {
  if (measure === 'answered') return answeredOn !== null
  if (measure === 'promised') return promisedOn !== null
  if (measure === 'kept') return keptOn !== null
  if (measure === 'asked') return true
  if (keptOn !== null || state === 'done' || state === 'dropped') return false
  return state === 'missed' || (dueOn !== null && dueOn < today)
}

type Told = { readonly on: Day | null; readonly answer: Answer }
/** A promise that an answer opened, as it stands. */
export type Promised = { readonly state: CommitmentState; readonly dueOn: Day | null; readonly doneOn: Day | null }
type Standing = { readonly state: CommitmentState; readonly dueOn: Day | null; readonly doneOn: Day | null }

/**
 * What follows from the answers, oldest first, and from what was promised in them. A demand is kept once it is done, or
 * all that was promised. It is due on the first day that was promised and is not kept yet, or else as demanded.
 */
export function factsOf(demand: Standing, answers: readonly Told[], promises: readonly Promised[]): Facts {
  const first = (is: (answer: Answer) => boolean) =>
    answers.find(({ on, answer }) => on !== null && is(answer))?.on ?? null
  const promisedOn = first(answer => answer === 'promised' || answer === 'partly')
  const waiting = promises.filter(({ state }) => state !== 'done' && state !== 'dropped')
  const days = (waiting.length > 0 ? waiting : promises).flatMap(({ dueOn }) => dueOn ?? []).toSorted()
  const done = promises.flatMap(({ doneOn }) => doneOn ?? []).toSorted()
  const allDone = promises.length > 0 && done.length === promises.length
  const keptOn = demand.doneOn ?? (allDone ? done.at(-1)! : null)
  return {
    state: demand.state,
    dueOn: (waiting.length > 0 ? days[0] : days.at(-1)) ?? demand.dueOn,
    answeredOn: first(answer => answer !== 'silent'),
    promisedOn,
    keptOn: promisedOn === null ? null : keptOn,
  }
}

/** The same of what the table took on itself: that is a promise from the day on which it was written down. */
export const ownFacts = ({ state, dueOn, doneOn }: Standing, askedOn: Day): Facts => ({
  ...{ state, dueOn, answeredOn: askedOn, promisedOn: askedOn, keptOn: doneOn },
})
