import type { Document } from '../documents/document.ts'
import type { Id, Tenant, Timestamp } from '../schema.ts'

export const letterKinds = ['demand', 'reminder', 'thanks', 'save_the_date', 'talk'] as const
export type LetterKind = (typeof letterKinds)[number]
export const letterStates = ['drafted', 'sent'] as const
export type LetterState = (typeof letterStates)[number]
export const letterWays = ['post', 'mail'] as const
export type LetterWay = (typeof letterWays)[number]

/** Letters of bodies to somebody outside. */
export type LetterTables = {
  letter: Tenant & {
    id: Id
    body_id: Id
    kind: LetterKind
    commitment_id: Id | null
    consequence_id: Id | null
    language: string
    address: string
    subject: string
    wording: string
    revision: number
    state: LetterState
    created_by: Id | null
    created_at: Timestamp
    sent_by: Id | null
    sent_at: Timestamp | null
    way: LetterWay | null
    content: Document | null
  }
}
