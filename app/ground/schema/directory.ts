import type { ColumnType } from 'kysely'
import type { Day, Id, OfficeGrant, Tenant, Timestamp } from '../schema.ts'

export type DirectoryTables = {
  office: Tenant & { id: Id; name: string; organization_id: Id | null; grants: OfficeGrant; created_at: Timestamp }
  office_holding: Tenant & { id: Id; office_id: Id; person_id: Id; start_date: Day; end_date: Day | null }
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
