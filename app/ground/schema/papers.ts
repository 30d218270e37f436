import type { Day, Id, Tenant, Timestamp } from '../schema.ts'

export const paperTypes = ['demand', 'position', 'motion', 'letter', 'open_letter'] as const
export type PaperType = (typeof paperTypes)[number]
export const paperStates = ['drafted', 'raised', 'under_way', 'won', 'partly_won', 'lost', 'dropped'] as const
export type PaperState = (typeof paperStates)[number]
export const paperAudiences = ['network', 'body', 'board'] as const
export const paperEventKinds = ['petition', 'rally', 'press', 'talk', 'call', 'mail', 'letter'] as const
export type PaperEventKind = (typeof paperEventKinds)[number]
export const consultationRoles = ['hearing', 'decision', 'information', 'preliminary'] as const
export const consultationResults = ['accepted', 'partly', 'rejected', 'deferred', 'noted'] as const
export type ConsultationResult = (typeof consultationResults)[number]

type Said = { id: Id; paper_id: Id; number: number; person_id: Id | null; at: Timestamp }

/** Demands and everything that became of them. */
export type PaperTables = {
  paper: Tenant & {
    id: Id
    body_id: Id
    paper_type: PaperType
    name: string
    commitment_id: Id | null
    audience: (typeof paperAudiences)[number]
    without_administration: boolean
    created_by: Id | null
    created_at: Timestamp
  }
  paper_version: Tenant & Said & { wording: string; note: string | null }
  paper_state: Tenant & Said & { state: PaperState; day: Day; sentence: string | null }
  paper_event: Tenant &
    Said & {
      kind: PaperEventKind
      day: Day
      whom: string | null
      sentence: string
      count: number | null
    }
  signing: Tenant & {
    id: Id
    paper_id: Id
    number: number
    version: number
    until_day: Day
    sentence: string
    common_key: string | null
    opened_by: Id | null
    opened_at: Timestamp
    closed_by: Id | null
    closed_at: Timestamp | null
  }
  signature: Tenant & {
    id: Id
    paper_id: Id
    number: number
    asked_by: Id | null
    begun_at: Timestamp
    name: string | null
    affiliation: string | null
    named: boolean
    consent: string | null
    version: number | null
    signed_at: Timestamp | null
    withdrawn_at: Timestamp | null
  }
  consultation: Tenant &
    Said & {
      body_id: Id | null
      organization_id: Id | null
      body_name: string | null
      day: Day | null
      role: (typeof consultationRoles)[number]
      result: ConsultationResult | null
      result_day: Day | null
      sentence: string | null
      source: string | null
      result_by: Id | null
      result_at: Timestamp | null
    }
}
