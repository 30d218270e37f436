import type { ColumnType } from 'kysely'
import type { Day, Id, Tenant, Timestamp } from '../schema.ts'

/** Minutes for everybody: what was decided about each passage, and what was published. */
export type PublicVersionTables = {
  public_passage: Tenant & {
    id: Id
    minutes_id: Id
    entry_id: Id | null
    agenda_item_id: Id | null
    /** In the order in which they were decided, from 1 in each minutes. */
    number: number
    /** Null: it falls out. */
    wording: string | null
    about: string
    decided_by: Id | null
    decided_at: Timestamp
  }
  public_version: Tenant & {
    id: Id
    publication_id: Id
    minutes_id: Id
    approved_on: Day | null
    /** Parsed when read, written as a JSON string. */
    content: ColumnType<unknown, string, string>
  }
}
