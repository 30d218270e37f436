import { Temporal } from 'temporal-polyfill'
import {
  type ConsequenceEffect,
  type ConsequenceKind,
  type ConsequenceState,
  consequenceEffects,
  consequenceKinds,
  consequenceStates,
} from '../../../ground/schema/consequences.ts'
import type { Answer, CommitmentState, Day, Id, Report } from '../../../ground/schema.ts'
import type { Owner } from '../model.ts'

export {
  type ConsequenceEffect,
  type ConsequenceKind,
  type ConsequenceState,
  consequenceEffects,
  consequenceKinds,
  consequenceStates,
}

export const LONGEST_GRACE = 365
/** So many may follow one commitment. */
export const MOST_AGREED = 20

/** To whom a letter goes, or who takes a commitment over. */
export type Addressee = Exclude<Owner, { kind: 'nobody' }>

/** What an owner or somebody outside said. `on` is the day in the network's time zone. */
export type Said = { readonly report: Report | null; readonly answer: Answer | null; readonly on: Day }

/** What the rule needs to know. `said`: since it was agreed, and since the day was moved last. */
export type Watched = {
  readonly state: CommitmentState
  readonly dueOn: Day | null
  readonly grace: number
  readonly said: readonly Said[]
}

/** These bind still, and what was missed more than ever; what is done or dropped has no consequence. */
export const bindingStates = ['open', 'under_way', 'missed'] as const satisfies readonly CommitmentState[]
/** Somebody said yes, in part, or no. Evasive, redirected and silent are no answers. */
export const answering = ['promised', 'partly', 'refused'] as const satisfies readonly Answer[]
/** Whoever is at it says so before the day, too: that answers only afterwards. */
export const reporting = ['done', 'can_not', 'need_help'] as const satisfies readonly Report[]

const among = <T extends string>(list: readonly T[], one: string | null): boolean =>
  (list as readonly (string | null)[]).includes(one)

/** Whether this is an answer to a commitment that was due on that day. */
export const isAnswer = ({ report, answer, on }: Said, dueOn: Day | null): boolean =>
  among(answering, answer) || among(reporting, report) || (report === 'under_way' && dueOn !== null && on > dueOn)

export const isAnswered = ({ said, dueOn }: Pick<Watched, 'said' | 'dueOn'>): boolean =>
  said.some(one => isAnswer(one, dueOn))

/** The first day on which it fires: the day after the due day and its days of grace. Null without a due day. */
export const firesOn = (dueOn: Day | null, grace: number): Day | null =>
  dueOn &&
  Temporal.PlainDate.from(dueOn)
    .add({ days: grace + 1 })
    .toString()

/** The rule. `store.ts` says the same in SQL, and `consequence.test.ts` proves that both agree. */
export function fires(watched: Watched, today: Day): boolean {
  const day = firesOn(watched.dueOn, watched.grace)
  if (day === null || today < day) return false
  return among(bindingStates, watched.state) && !isAnswered(watched)
}

/** What has ended can be told by whom and when; while it is armed, when it fires. */
export type Fired = {
  readonly id: Id
  readonly commitmentId: Id
  readonly kind: ConsequenceKind
  readonly effect: ConsequenceEffect
}
