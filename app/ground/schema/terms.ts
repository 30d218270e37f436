import type { Day, Id, Tenant, Timestamp } from '../schema.ts'

export const termKinds = ['word', 'position'] as const
export type TermKind = (typeof termKinds)[number]

/** What a body calls things and what it stands for, from a day until another. */
export type TermTables = {
  term: Tenant & {
    id: Id
    body_id: Id
    kind: TermKind
    wording: string
    meaning: string | null
    from_day: Day
    until_day: Day | null
    replaced_by: Id | null
    reason: string | null
    created_by: Id | null
    created_at: Timestamp
    ended_by: Id | null
  }
}
