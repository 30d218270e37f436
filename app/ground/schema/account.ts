import type { ColumnType } from 'kysely'
import type { CommitmentState, Day, Id, Tenant, Timestamp } from '../schema.ts'

/** Whom an entry is about: somebody who was asked, or the table itself. */
export type AccountSide = 'authority' | 'table'

/** The public account of what authorities were asked, and what they say beside it. */
export type AccountTables = {
  account_entry: Tenant & {
    id: Id
    commitment_id: Id
    side: AccountSide
    authority_id: Id
    authority: string
    wording: string
    asked_on: Day
    due_on: Day | null
    state: CommitmentState
    answered_on: Day | null
    promised_on: Day | null
    kept_on: Day | null
    marked_on: Day | null
    /** Parsed when read, written as a JSON string. */
    answers: ColumnType<unknown, string, string>
    line: ColumnType<unknown, string, string>
    proposed_by: Id | null
    proposed_at: Timestamp
    public_from: Day
    published_by: Id | null
    published_at: Timestamp | null
    withdrawn_by: Id | null
    withdrawn_at: Timestamp | null
    withdrawn_reason: string | null
  }
  account_statement: Tenant & {
    id: Id
    entry_id: Id
    number: number
    content: string
    said_at: Timestamp
  }
}
