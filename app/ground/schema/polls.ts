import type { Audience, Day, Id, Tenant, Time, Timestamp } from '../schema.ts'

export const pollKinds = ['date', 'opinion'] as const
export type PollKind = (typeof pollKinds)[number]
export const pollAnswers = ['yes', 'maybe', 'no'] as const
export type PollAnswer = (typeof pollAnswers)[number]
export const pollVotes = ['yes', 'no', 'abstain'] as const
export type PollVote = (typeof pollVotes)[number]
export type PollLetterKind = 'question' | 'reminder' | 'result'

export type PollTables = {
  poll: Tenant & {
    id: Id
    body_id: Id
    kind: PollKind
    question: string
    wording: string | null
    place: string | null
    audience: Exclude<Audience, 'named'>
    without_administration: boolean
    until_day: Day
    chosen_id: Id | null
    meeting_id: Id | null
    closed_by: Id | null
    closed_at: Timestamp | null
    created_by: Id | null
    created_at: Timestamp
  }
  poll_choice: Tenant & {
    id: Id
    poll_id: Id
    position: number
    day: Day | null
    start_time: Time | null
    end_time: Time | null
    label: string | null
    vote: PollVote | null
  }
  poll_invitee: Tenant & { id: Id; poll_id: Id; person_id: Id; outbox_id: Id | null; created_at: Timestamp }
  poll_answer: Tenant & {
    id: Id
    invitee_id: Id
    person_id: Id
    /** Ids of choices. */
    answers: Readonly<Record<Id, PollAnswer>>
    note: string | null
    channel: 'link' | 'account'
    at: Timestamp
  }
  poll_letter: Tenant & { id: Id; poll_id: Id; kind: PollLetterKind; sent_by: Id | null; sent_at: Timestamp }
}
