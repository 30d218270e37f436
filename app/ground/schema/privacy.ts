import type { ColumnType } from 'kysely'
import type { Id, Tenant, Timestamp } from '../schema.ts'

export const erasureStates = ['asked', 'done', 'declined'] as const
export type ErasureState = (typeof erasureStates)[number]

/** What goes by itself after a while. Each has a default in features/privacy/retention/model.ts. */
export const retentionKinds = ['outbox', 'discarded_reading', 'correction', 'link', 'session', 'journal'] as const
export type RetentionKind = (typeof retentionKinds)[number]

export type PrivacyTables = {
  erasure: Tenant & {
    id: Id
    person_id: Id
    state: ErasureState
    asked_by: Id | null
    asked_at: Timestamp
    reason: string | null
    settled_by: Id | null
    settled_at: Timestamp | null
    /** Rows touched, by record: parsed when read, written as a JSON string. */
    counts: ColumnType<Record<string, number> | null, string | null, string | null>
  }
  access_request: Tenant & { id: Id; person_id: Id; asked_by: Id | null; asked_at: Timestamp }
  file_removal: Tenant & { sha256: string; asked_at: Timestamp }
  retention_period: Tenant & { id: Id; kind: RetentionKind; days: number; set_by: Id | null; set_at: Timestamp }
  retention_hold: Tenant & {
    id: Id
    kind: RetentionKind
    reason: string
    set_by: Id | null
    set_at: Timestamp
    lifted_by: Id | null
    lifted_at: Timestamp | null
  }
  retention_run: Tenant & {
    id: Id
    kind: RetentionKind
    days: number
    older_than: Timestamp
    count: number
    at: Timestamp
  }
}
