import type { Day, Id, Tenant, Timestamp } from '../schema.ts'

export const correctionAnswers = ['accepted', 'declined'] as const
export type CorrectionAnswer = (typeof correctionAnswers)[number]

/** Minutes that go round for corrections, to whom they went, and what was proposed. */
export type CorrectionTables = {
  circulation: Tenant & { id: Id; minutes_id: Id; until_day: Day; begun_by: Id | null; begun_at: Timestamp }
  circulated: Tenant & {
    id: Id
    circulation_id: Id
    meeting_id: Id
    person_id: Id
    guest: boolean
    outbox_id: Id | null
  }
  correction: Tenant & {
    id: Id
    minutes_id: Id
    /** Null for one that was recorded after the minutes had been approved. */
    circulation_id: Id | null
    entry_id: Id | null
    agenda_item_id: Id | null
    wording: string
    reason: string | null
    person_id: Id | null
    channel: 'link' | 'account'
    proposed_at: Timestamp
    answer: CorrectionAnswer | null
    word: string | null
    answered_by: Id | null
    answered_at: Timestamp | null
  }
}
