import type { Id, Tenant, Timestamp } from '../schema.ts'

export type AskingTables = {
  asking: Tenant & {
    id: Id
    meeting_id: Id
    body_id: Id
    begun_by: Id | null
    begun_at: Timestamp
    done_at: Timestamp | null
  }
  asked: Tenant & {
    id: Id
    asking_id: Id
    person_id: Id | null
    addressee: string | null
    /** Ids of commitments, each with that of the approved wording in which it is told; null where he sees it himself. */
    commitments: Readonly<Record<Id, Id | null>>
    outbox_id: Id | null
    at: Timestamp
  }
}
