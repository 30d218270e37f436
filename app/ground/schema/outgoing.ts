import type { Id, Tenant, Timestamp } from '../schema.ts'

export type OutgoingTables = {
  outbox: Tenant & {
    id: Id
    recipient: string
    language: string
    subject: string
    content: string
    state: 'waiting' | 'sent' | 'failed' | 'shown'
    attempts: number
    last_error: string | null
    try_after: Timestamp
    created_at: Timestamp
    sent_at: Timestamp | null
    calendar?: string | null
    calendar_method?: 'REQUEST' | 'CANCEL' | null
  }
}
