import { read } from '../../../reader/src/read.ts'
import type { Day, DecisionResult, EntryKind, Id, MinutesState } from '../../ground/schema.ts'

/**
 * Whom a name in the minutes means. `nobody` keeps the words as written and binds no one; `outside` is a body
 * without an account.
 */
export type OwnerRef =
  | { readonly kind: 'person' | 'office' | 'organization'; readonly id: Id; readonly name: string }
  | { readonly kind: 'outside'; readonly name: string }
  | { readonly kind: 'nobody'; readonly name: string | null }

/** What a confirmed reading hands to those who follow what was said. Value of the act `reading.confirm`. */
export type ConfirmedReading = {
  readonly minutesId: Id
  readonly meetingId: Id
  readonly bodyId: Id
  readonly day: Day
  readonly tasks: readonly ConfirmedTask[]
  readonly statuses: readonly ConfirmedStatus[]
}
export type ConfirmedTask = {
  readonly entryId: Id
  readonly wording: string
  readonly owner: OwnerRef
  readonly dueOn: Day | null
  readonly dueWords: string | null
}
/** A line that tells how an earlier commitment stands; `done` is null where it does not say. */
export type ConfirmedStatus = {
  readonly entryId: Id
  readonly commitmentId: Id
  readonly done: boolean | null
  readonly sentence: string
}

export type Minutes = {
  readonly id: Id
  readonly meetingId: Id
  readonly state: MinutesState
}

/** Minutes with the meeting they tell of. */
export type MinutesHead = {
  readonly id: Id
  readonly state: MinutesState
  readonly meetingId: Id
  readonly name: string
  readonly day: Day | null
  readonly bodyId: Id
  readonly bodyName: string
  /** The last time they went round for corrections. */
  readonly circulation: { readonly id: Id; readonly until: Day } | null
  /** They were sent to the viewer then. */
  readonly asked: boolean
}

/** An entry as it is shown; the fields that its kind does not have are null. */
export type EntryRow = {
  readonly id: Id
  readonly kind: EntryKind
  readonly content: string
  readonly lineFrom: number
  readonly lineTo: number
  readonly speaker: string | null
  readonly lookAgainOn: Day | null
  /** Of a task: who was named for it and by when, as it was confirmed. */
  readonly owners: string | null
  readonly dueOn: Day | null
  readonly dueWords: string | null
  readonly agendaItemId: Id | null
  readonly agendaNumber: string | null
  readonly agendaTitle: string | null
  readonly result: DecisionResult | null
  readonly yes: number | null
  readonly no: number | null
  readonly abstain: number | null
  readonly condition: string | null
  readonly appointmentTitle: string | null
  readonly dateFrom: Day | null
  readonly dateUntil: Day | null
  readonly startTime: string | null
  readonly endTime: string | null
  /** When it is, as the minutes say it. */
  readonly appointmentWords: string | null
  readonly place: string | null
}

/** Parked ideas that say no day are looked at again after this long. */
export const MONTHS_UNTIL_LOOK_AGAIN = 3

/** Whether a sentence judges a person or tells what is nobody's business, as far as the reader sees it. */
export const judgesSomebody = (sentence: string): boolean =>
  read(sentence).findings.some(({ code }) => code === 'frank-judgement')
