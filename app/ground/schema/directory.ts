import type { ColumnType } from 'kysely'
import type { Day, Id, Tenant, Timestamp } from '../schema.ts'

export type DirectoryTables = {
  body_rule: Tenant & {
    id: Id
    body_id: Id
    number: number
    valid_from: Day
    /** Parsed by the driver when read, written as a JSON string. */
    rules: ColumnType<unknown, string, string>
    created_by: Id | null
    created_at: Timestamp
  }
}
