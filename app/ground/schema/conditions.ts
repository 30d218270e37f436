import type { Day, Id, Tenant, Timestamp } from '../schema.ts'

export const conditionStates = ['watched', 'met', 'not_yet', 'never', 'replaced'] as const
export type ConditionState = (typeof conditionStates)[number]

/** A question whether what a commitment hangs on has come true. */
export type ConditionTables = {
  condition: Tenant & {
    id: Id
    commitment_id: Id
    number: number
    wording: string
    days: number | null
    asked_id: Id | null
    ask_on: Day
    named_by: Id | null
    named_at: Timestamp
    asked_at: Timestamp | null
    mailed: boolean | null
    state: ConditionState
    answered_by: Id | null
    answered_at: Timestamp | null
    met_on: Day | null
    sentence: string | null
  }
}
