import type { Timestamp } from '../../../ground/schema.ts'

export type PasskeyShown = {
  readonly id: string
  readonly name: string
  readonly since: Timestamp
  /** When it last signed in; null as long as it never did. */
  readonly used: Timestamp | null
}

/** More than anybody has devices. */
export const MOST_PASSKEYS = 20
/** From the browser's question to the answer of finger, face, or key. */
export const PASSKEY_MINUTES = 5

/** What the browser's answer must belong to; remembered by the ticket `passkey`. */
export type PasskeyTicket = {
  readonly networkId: string
  readonly challenge: string
  /** Whose passkey is added; null where somebody signs in. */
  readonly accountId: string | null
}
