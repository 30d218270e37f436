import type { Id, TableName, Timestamp } from '../../../ground/schema.ts'
import type { Purpose, Recipient } from '../processing/model.ts'
import type { Value } from '../trace/model.ts'

/** An archive that was asked for; it can be fetched for `DAYS_OPEN` days. */
export type AccessRequest = { readonly id: Id; readonly personId: Id; readonly askedAt: Timestamp }
export const DAYS_OPEN = 7

/** Everything about a person (Art. 15 GDPR), as machines read it. Documented in docs/data-protection.md. */
export type Archive = {
  readonly version: 1
  readonly network: string
  readonly operator: { readonly name: string; readonly email: string | null }
  readonly madeAt: Timestamp
  readonly person: { readonly name: string; readonly email: string | null; readonly language: string }
  readonly signIn: readonly Record<string, Value>[]
  readonly records: readonly ArchiveRecord[]
}
export type ArchiveRecord = {
  readonly record: TableName
  readonly purpose: Purpose
  readonly recipients: Recipient
  /** How long it is kept, in days; null: as long as the network. */
  readonly days: number | null
  readonly rows: readonly ArchiveRow[]
}
/** `role`: by which column the row is about the person. */
export type ArchiveRow = { readonly role: string; readonly facts: Readonly<Record<string, Value>> }

/** What stands in the place of anybody else's name. */
export const SOMEBODY_ELSE = '[andere Person]'
