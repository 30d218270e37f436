import type { Day, Id, Tenant, Timestamp } from '../schema.ts'

export const proposalAnswers = ['accepted', 'declined'] as const
export type ProposalAnswer = (typeof proposalAnswers)[number]

export type ProposalTables = {
  proposal_call: Tenant & {
    id: Id
    meeting_id: Id
    until_day: Day
    wording: string | null
    sent: number
    called_by: Id | null
    called_at: Timestamp
  }
  proposal: Tenant & {
    id: Id
    meeting_id: Id
    person_id: Id
    title: string
    why: string | null
    duration: number | null
    channel: 'link' | 'account'
    at: Timestamp
    answer: ProposalAnswer | null
    reason: string | null
    answered_by: Id | null
    answered_at: Timestamp | null
  }
}
