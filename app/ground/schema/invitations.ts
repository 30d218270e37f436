import type { Day, Id, Tenant, Time, Timestamp } from '../schema.ts'

export const invitationAnswers = ['accepted', 'declined', 'tentative'] as const
export type InvitationAnswer = (typeof invitationAnswers)[number]
export const letterKinds = ['save_the_date', 'invitation', 'update', 'reminder', 'cancellation'] as const
export type LetterKind = (typeof letterKinds)[number]
export const answerChannels = ['link', 'account', 'calendar'] as const
export type AnswerChannel = (typeof answerChannels)[number]

export type InvitationTables = {
  invitation: Tenant & {
    id: Id
    meeting_id: Id
    person_id: Id
    guest: boolean
    sequence: number
    day: Day
    start_time: Time | null
    created_at: Timestamp
  }
  invitation_letter: Tenant & {
    id: Id
    meeting_id: Id
    kind: LetterKind
    wording: string | null
    access: string | null
    sequence: number
    sent_by: Id | null
    sent_at: Timestamp
  }
  invitation_mail: Tenant & {
    id: Id
    invitation_id: Id
    letter_id: Id
    person_id: Id
    outbox_id: Id
    bounced_at: Timestamp | null
    bounce_reason: string | null
  }
  invitation_answer: Tenant & {
    id: Id
    invitation_id: Id
    person_id: Id
    answer: InvitationAnswer
    stand_in: string | null
    note: string | null
    channel: AnswerChannel
    sequence: number
    day: Day
    start_time: Time | null
    said_at: Timestamp | null
    outdated: boolean
    at: Timestamp
  }
}
