import type { InvitationAnswer, LetterKind } from '../../../ground/schema/invitations.ts'
import type { Day, Id, Time, Timestamp } from '../../../ground/schema.ts'

/** When a meeting is: what people answer to. */
export type When = { readonly day: Day | null; readonly startTime: Time | null }

export type Answer = {
  readonly answer: InvitationAnswer
  /** Who comes instead, as a name. */
  readonly standIn: string | null
  readonly note: string | null
  readonly channel: 'link' | 'account' | 'calendar'
  readonly at: Timestamp
  /** It answered a letter that had been overtaken. */
  readonly outdated: boolean
} & When

/** Oldest first in, what holds out: the last one that was said to the day and time that hold. */
export function holding(answers: readonly Answer[], when: When): Answer | null {
  return answers.findLast(answer => !answer.outdated && sameTime(answer, when)) ?? null
}

export const sameTime = (a: When, b: When): boolean =>
  a.day === b.day && (a.startTime?.slice(0, 5) ?? null) === (b.startTime?.slice(0, 5) ?? null)

/** What calendars are told again when it changes. */
export type Told = When & { readonly name: string; readonly endTime: Time | null; readonly place: string | null }

export const saysOther = (before: Told, after: Told): boolean =>
  !sameTime(before, after) ||
  before.name !== after.name ||
  before.endTime?.slice(0, 5) !== after.endTime?.slice(0, 5) ||
  before.place !== after.place

/** Where a letter to one person stands. `gone`: the outbox has forgotten it, so it left long ago. */
export type MailState = 'waiting' | 'sent' | 'failed' | 'shown' | 'bounced' | 'gone'

export type LetterMail = {
  readonly id: Id
  readonly kind: LetterKind
  readonly at: Timestamp
  readonly state: MailState
  readonly reason: string | null
}

/** What did not arrive can be sent again. */
export const failed = ({ state }: Pick<LetterMail, 'state'>): boolean => state === 'failed' || state === 'bounced'

/** Which letter somebody can still get: once invited, no second invitation; a save-the-date only before everything. */
export function awaits(kind: LetterKind, had: readonly LetterKind[]): boolean {
  if (kind === 'save_the_date') return had.length === 0
  return !had.includes('invitation')
}

/** So many days before a meeting can be chosen for the reminder that goes by itself; 0 is never. */
export const remindedBefore = [0, 1, 2, 3, 5, 7, 10, 14] as const

export const ANSWERS_A_DAY = 20
export const LONGEST_WORDING = 4000
export const LONGEST_ACCESS = 1000
