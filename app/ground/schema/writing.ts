import type { Id, Tenant, Timestamp } from '../schema.ts'

export type WritingTables = {
  /** One change of what several people write under an agenda item; `change` is an update of Yjs. */
  writing: Tenant & {
    agenda_item_id: Id
    /** Counts the changes of an item from 1, without a gap. */
    number: number
    change: Buffer
    /** Holds everything up to itself. */
    whole: boolean
    person_id: Id | null
    at: Timestamp
  }
}
