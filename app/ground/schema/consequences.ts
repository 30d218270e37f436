import type { Day, Id, OwnerKind, Tenant, Timestamp } from '../schema.ts'

export const consequenceKinds = ['reminder', 'agenda', 'letter', 'fallback_owner', 'public_mark'] as const
export type ConsequenceKind = (typeof consequenceKinds)[number]
export const consequenceStates = ['armed', 'fired', 'stopped'] as const
export type ConsequenceState = (typeof consequenceStates)[number]
/**
 * What came of one that fired: an item on an agenda, or waiting for a meeting; a letter that is due; a mark for the
 * public; a mail; a new owner; or nobody whom it could have reached.
 */
export const consequenceEffects = ['item', 'waits', 'letter', 'mark', 'mail', 'owner', 'nobody'] as const
export type ConsequenceEffect = (typeof consequenceEffects)[number]

/** What follows when a day passes without an answer. */
export type ConsequenceTables = {
  consequence: Tenant & {
    id: Id
    commitment_id: Id
    number: number
    kind: ConsequenceKind
    wording: string
    grace: number
    body_id: Id | null
    to_kind: Exclude<OwnerKind, 'nobody'> | null
    to_person_id: Id | null
    to_office_id: Id | null
    to_organization_id: Id | null
    to_name: string | null
    agreed_by: Id | null
    agreed_at: Timestamp
    state: ConsequenceState
    fired_at: Timestamp | null
    missed_on: Day | null
    effect: ConsequenceEffect | null
    meeting_id: Id | null
    item_id: Id | null
    stopped_by: Id | null
    stopped_at: Timestamp | null
    stop_reason: string | null
  }
}
