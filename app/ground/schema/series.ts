import type { Audience, Day, Id, Tenant, Timestamp } from '../schema.ts'

export type SeriesTables = {
  meeting_series: Tenant & {
    id: Id
    body_id: Id
    name: string
    /** RFC 5545 RRULE, without first and last day. */
    rule: string
    first_day: Day
    until_day: Day
    audience: Exclude<Audience, 'named'>
    without_administration: boolean
    created_by: Id | null
    created_at: Timestamp
  }
  series_occurrence: Tenant & { id: Id; series_id: Id; day: Day; meeting_id: Id | null }
  school_holiday: Tenant & { id: Id; name: string; first_day: Day; last_day: Day }
}
