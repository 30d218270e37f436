import type { ConsentChannel, ConsentKind, ConsentPurpose } from '../../../ground/schema/network.ts'
import { consentPurposes } from '../../../ground/schema/network.ts'
import type { Id, Timestamp } from '../../../ground/schema.ts'

/**
 * The version of each purpose's sentence (`consent.wording.<purpose>`). Whoever changes a sentence so that it means
 * something else counts its version up: what was agreed to before then no longer counts as read.
 */
export const wordingVersion: Readonly<Record<ConsentPurpose, number>> = {
  attendance: 1,
  contact: 1,
  photograph: 1,
  minutes: 1,
}

/** What a person said about a purpose, with the words as they read them. */
export type Said = {
  readonly id: Id
  readonly purpose: ConsentPurpose
  readonly number: number
  readonly kind: ConsentKind
  readonly wording: string
  readonly version: number
  readonly language: string
  readonly channel: ConsentChannel
  readonly note: string | null
  readonly at: Timestamp
}

export type Standing = {
  readonly purpose: ConsentPurpose
  /** The last word; null where nothing was said yet, which means no. */
  readonly last: Said | null
  readonly given: boolean
  /** Newest first. */
  readonly history: readonly Said[]
}

/** Where a person stands on each purpose. Silence is no (Art. 4 Nr. 11 GDPR: an unambiguous act). */
export function standingOf(said: readonly Said[]): Standing[] {
  return consentPurposes.map(purpose => {
    const history = said.filter(one => one.purpose === purpose).toSorted((a, b) => b.number - a.number)
    const last = history[0] ?? null
    return { purpose, last, given: last?.kind === 'given', history }
  })
}
