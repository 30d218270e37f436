import type { Day, Id } from '../../../ground/schema.ts'

/** So many days before a meeting its owners are asked by themselves. */
export const ASKED_BEFORE = 7
/** People written to in one run of the job, so that a shutdown does not wait for a thousand. */
export const MOST_IN_A_RUN = 200
/** After the meeting the link still takes what somebody could not say before. */
export const DAYS_AFTER = 14

/** One who owes something to the body: a person, or the address at which somebody outside was asked before. */
export type Owing = {
  readonly personId: Id | null
  readonly addressee: string | null
  readonly commitmentIds: readonly Id[]
}

/** A commitment as it is told to one who owes it. `wordingId`: the approved wording; null where he sees it himself. */
export type Told = {
  readonly id: Id
  readonly wording: string
  readonly dueOn: Day | null
  readonly wordingId: Id | null
}
