import type { Document } from '../documents/document.ts'
import type { Id, Tenant, Timestamp } from '../schema.ts'

/** A document that goes with a mail: what it says, which becomes a PDF of this name when the mail leaves. */
export type Enclosure = { readonly document: Document; readonly fileName: string }

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
    enclosure?: Enclosure | null
  }
}
