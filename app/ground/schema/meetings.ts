import type {
  AgendaItemKind,
  AttendanceState,
  Audience,
  Day,
  Id,
  MeetingState,
  Tenant,
  Time,
  Timestamp,
} from '../schema.ts'

export type MeetingTables = {
  meeting: Tenant & {
    id: Id
    body_id: Id
    name: string
    state: MeetingState
    day: Day | null
    start_time: Time | null
    end_time: Time | null
    place: string | null
    audience: Audience
    without_administration: boolean
    created_at: Timestamp
    sequence?: number
    changed_at?: Timestamp | null
    cancelled_reason?: string | null
    cancelled_by?: Id | null
    cancelled_at?: Timestamp | null
    /** So many days before it those are reminded who have not answered; 0 is never. */
    remind_before?: number
  }
  meeting_named_person: Tenant & { meeting_id: Id; person_id: Id }
  agenda_item: Tenant & {
    id: Id
    meeting_id: Id
    position: number
    number: string | null
    title: string
    level: number
    kind: AgendaItemKind
    minutes_id: Id | null
    audience: Audience | null
    without_administration: boolean
    /** Planned, in minutes. */
    duration: number | null
    /** What it was put there for: a line of minutes, or a working group that reports. */
    idea_id?: Id | null
    consultation_id?: Id | null
    group_id?: Id | null
  }
  agenda_item_person: Tenant & { agenda_item_id: Id; person_id: Id }
  attendance: Tenant & {
    id: Id
    meeting_id: Id
    person_id: Id | null
    name: string
    state: AttendanceState
    on_behalf_of: string | null
    came_at?: Time | null
    left_at?: Time | null
    /** Who sits or votes for somebody who is not there. */
    represented_by_id?: Id | null
  }
  quorum_change: Tenant & {
    id: Id
    meeting_id: Id
    /** In the order in which they were recorded, from 1 in each meeting. */
    number: number
    kind: QuorumChangeKind
    clock_time: Time | null
    present: number | null
    needed: number | null
    basis: number | null
    recorded_by: Id | null
    recorded_at: Timestamp
  }
}

export const quorumChangeKinds = ['found', 'lost', 'doubted', 'presumed', 'second', 'first'] as const
export type QuorumChangeKind = (typeof quorumChangeKinds)[number]
