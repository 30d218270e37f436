import type { PollAnswer, PollKind, PollVote } from '../../../ground/schema/polls.ts'
import type { Audience, Day, Id, Time, Timestamp } from '../../../ground/schema.ts'

/** Asks several people which of some days suits them, or what they think. */
export type Poll = {
  readonly id: Id
  readonly kind: PollKind
  readonly question: string
  readonly wording: string | null
  readonly place: string | null
  readonly bodyId: Id
  /** Null for somebody who is asked and may not know of the body. */
  readonly body: { readonly id: Id; readonly name: string } | null
  readonly audience: Exclude<Audience, 'named'>
  readonly withoutAdministration: boolean
  readonly untilDay: Day
  readonly chosenId: Id | null
  readonly meetingId: Id | null
  readonly closedAt: Timestamp | null
}

/** One of day, label and vote says what it is. */
export type Choice = {
  readonly id: Id
  readonly day: Day | null
  readonly startTime: Time | null
  readonly endTime: Time | null
  readonly label: string | null
  readonly vote: PollVote | null
}

export type Said = {
  readonly answers: Readonly<Record<Id, PollAnswer>>
  readonly note: string | null
  readonly channel: 'link' | 'account'
  readonly at: Timestamp
}

export type Sum = { readonly yes: number; readonly maybe: number; readonly no: number }

/** How often each answer was given to a choice. */
export function sumOf(choice: Id, said: readonly Pick<Said, 'answers'>[]): Sum {
  const count = (answer: PollAnswer) => said.filter(({ answers }) => answers[choice] === answer).length
  return { yes: count('yes'), maybe: count('maybe'), no: count('no') }
}

/**
 * The days on which most people can come at all; among equals those on which most can come gladly. Empty before somebody
 * can come on one.
 */
export function bestOf(sums: ReadonlyMap<Id, Sum>): readonly Id[] {
  const rank = ({ yes, maybe }: Sum) => (yes + maybe) * 10_000 + yes
  const most = Math.max(0, ...[...sums.values()].map(rank))
  return most === 0 ? [] : [...sums].filter(([, sum]) => rank(sum) === most).map(([id]) => id)
}

export const FEWEST_CHOICES = 2
export const MOST_CHOICES = 10
/** Rows of days that the form offers at once. */
export const DAY_ROWS = 8
export const MOST_INVITEES = 200
export const ANSWERS_A_DAY = 20
/** So many days before the end of a poll those are reminded who have not answered. */
export const REMINDED_BEFORE = 2

const LINES = /\r?\n/

/** Choices as they are written one a line; empty ones and repetitions are left out. */
export const choicesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(LINES)
      .map(line => line.trim())
      .filter(Boolean),
  ),
]

/** A day with its times in one word, as forms send it: `2026-11-30 18:00-20:00`. */
export const DATE_CHOICE = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d)(?:-(\d\d:\d\d))?)?$/
export type DateChoice = { readonly day: Day; readonly startTime: string | null; readonly endTime: string | null }

export function dateChoice(word: string): DateChoice | null {
  const [, day, startTime = null, endTime = null] = DATE_CHOICE.exec(word) ?? []
  return day ? { day, startTime, endTime } : null
}
export const wordOf = ({ day, startTime, endTime }: DateChoice): string =>
  `${day}${startTime ? ` ${startTime}` : ''}${startTime && endTime ? `-${endTime}` : ''}`
