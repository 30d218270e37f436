import type { Id, Tenant, Time, Timestamp } from '../schema.ts'

export const voteMatters = ['ordinary', 'statute', 'purpose', 'dissolution', 'election'] as const
export const voteWays = ['open', 'by_name', 'secret'] as const
export type VoteWay = (typeof voteWays)[number]
export const voteChoices = ['yes', 'no', 'abstain', 'invalid'] as const
export type VoteChoice = (typeof voteChoices)[number]
export const electionAnswers = ['accepted', 'declined'] as const
export type ElectionAnswer = (typeof electionAnswers)[number]

/** What a body voted on in a meeting, and whom it elected. */
export type VoteTables = {
  election: Tenant & {
    id: Id
    agenda_item_id: Id
    number: number
    post: string
    precondition: string | null
    secret: boolean
    opened_by: Id | null
    opened_at: Timestamp
  }
  candidacy: Tenant & {
    id: Id
    election_id: Id
    number: number
    person_id: Id | null
    name: string
    fulfils: boolean | null
    checked_by: Id | null
    checked_at: Timestamp | null
    answer: ElectionAnswer | null
    answered_at: Timestamp | null
    removed_at: Timestamp | null
  }
  vote: Tenant & {
    id: Id
    agenda_item_id: Id
    number: number
    /** Of a round of an election, with its number. */
    election_id: Id | null
    round: number | null
    question: string
    condition: string | null
    matter: (typeof voteMatters)[number]
    way: VoteWay
    yes: number
    no: number
    abstain: number
    invalid: number
    present: number | null
    quorum: boolean | null
    accepted: boolean | null
    needed: number | null
    basis: number | null
    paragraph: string | null
    elected_id: Id | null
    line: string | null
    clock_time: Time | null
    recorded_by: Id | null
    recorded_at: Timestamp
    withdrawn_by: Id | null
    withdrawn_at: Timestamp | null
    withdrawal_reason: string | null
  }
  vote_cast: Tenant & {
    id: Id
    vote_id: Id
    number: number
    person_id: Id | null
    name: string | null
    /** Of a round: whose votes these are. */
    candidacy_id: Id | null
    choice: VoteChoice | null
    votes: number
  }
}
