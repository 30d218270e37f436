import type { ColumnType } from 'kysely'
import type {
  Audience,
  Day,
  DecisionResult,
  EntryKind,
  Id,
  MinutesState,
  ReadingItemState,
  ReadingSection,
  ReadingState,
  Tenant,
  Time,
  Timestamp,
} from '../schema.ts'
import type { TaskTerms } from './task-terms.ts'

/** JSON columns: parsed by the driver when read, written as a JSON string. */
type Json = ColumnType<unknown, string, string>

/** From the text that came in or was written at the table to the lines of minutes. */
export type MinutesTables = {
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
  source: Tenant & {
    id: Id
    file_name: string
    media_type: string
    sha256: string
    size: number
    converter: string
    content: string
    line_count: number
    created_by: Id | null
    created_at: Timestamp
    redacted_at?: Timestamp | null
  }
  reading: Tenant & {
    id: Id
    source_id: Id
    body_id: Id | null
    /** The meeting at whose table it was written. */
    meeting_id?: Id | null
    reader: string
    state: ReadingState
    revision: number
    head: Json
    findings: Json
    names: Json
    audience: Audience
    without_administration: boolean
    created_by: Id | null
    created_at: Timestamp
    settled_by: Id | null
    settled_at: Timestamp | null
  }
  reading_item: Tenant & {
    id: Id
    reading_id: Id
    section: ReadingSection
    line_from: number
    line_to: number
    position: number
    state: ReadingItemState
    read: ColumnType<unknown, string | null, string | null>
    now: Json
    changed_by: Id | null
    changed_at: Timestamp | null
  }
  minutes: Tenant & {
    id: Id
    meeting_id: Id
    reading_id: Id | null
    state: MinutesState
    audience: Audience | null
    created_at: Timestamp
  }
  revision: Tenant & {
    id: Id
    minutes_id: Id
    number: number
    source_id: Id
    created_by: Id | null
    created_at: Timestamp
  }
  entry: Tenant &
    TaskTerms & {
      id: Id
      minutes_id: Id
      revision_id: Id
      agenda_item_id: Id | null
      position: number
      kind: EntryKind
      content: string
      line_from: number
      line_to: number
      speaker: string | null
      speaker_id: Id | null
      look_again_on: Day | null
    }
  decision: Tenant & {
    entry_id: Id
    result: DecisionResult | null
    votes_yes: number | null
    votes_no: number | null
    votes_abstain: number | null
    condition: string | null
  }
  appointment: Tenant & {
    entry_id: Id
    title: string
    words: string
    date_from: Day | null
    date_until: Day | null
    start_time: Time | null
    end_time: Time | null
    place: string | null
  }
}
