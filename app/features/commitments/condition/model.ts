import { Temporal } from 'temporal-polyfill'
import { type ConditionState, conditionStates } from '../../../ground/schema/conditions.ts'
import type { CommitmentState, Day } from '../../../ground/schema.ts'

export { type ConditionState, conditionStates }

export const LONGEST_DAYS = 730

/** What whoever is asked can say. */
export const conditionAnswers = ['met', 'not_yet', 'never'] as const satisfies readonly ConditionState[]
export type ConditionAnswer = (typeof conditionAnswers)[number]

/** These bind still; of what is done or dropped nobody asks what it hung on. */
export const bindingStates = ['open', 'under_way', 'missed'] as const satisfies readonly CommitmentState[]
export const binds = (state: CommitmentState): boolean => (bindingStates as readonly CommitmentState[]).includes(state)

export type Question = {
  readonly state: ConditionState
  readonly askOn: Day
  /** The question has gone out, or found nobody to go to. */
  readonly asked: boolean
}

/** Whether the question goes out on that day: once, on its day or after, while the commitment binds. */
export const goesOut = ({ state, askOn, asked }: Question, commitment: CommitmentState, today: Day): boolean =>
  state === 'watched' && !asked && askOn <= today && binds(commitment)

/** Until when a commitment is due whose condition came true on a day; null where the day stays as it is. */
export const dueAfter = (metOn: Day, days: number | null): Day | null =>
  days === null ? null : Temporal.PlainDate.from(metOn).add({ days }).toString()
