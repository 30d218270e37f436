import type { Day, Id, Report, Tenant, Timestamp } from '../schema.ts'

export const approvalManners = ['as_is', 'corrected'] as const
export type ApprovalManner = (typeof approvalManners)[number]

/** In which later meeting minutes were approved, and what was reported until theirs. */
export type ApprovalTables = {
  approval: Tenant & {
    id: Id
    minutes_id: Id
    meeting_id: Id
    day: Day
    manner: ApprovalManner
    recorded_by: Id | null
    at: Timestamp
  }
  frozen_report: Tenant & {
    id: Id
    minutes_id: Id
    commitment_id: Id
    wording: string
    report: Report
    sentence: string | null
    person_id: Id | null
    said_at: Timestamp
  }
}
