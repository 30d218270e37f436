import { z } from 'zod'
import type { PasskeyShown } from '../passkey/model.ts'
import type { SessionShown } from './model.ts'

export const sessionOfId = z.object({ id: z.string().min(1).max(100) })

/** One's own account. `zone`: the network's IANA time zone, in which the page tells the time. */
export type AccountShown = {
  readonly name: string
  readonly email: string
  readonly language: string
  readonly zone: string
  readonly sessions: readonly SessionShown[]
  readonly passkeys: readonly PasskeyShown[]
  /** Whether a second step is asked for after the link by mail. */
  readonly secondStep: boolean
  /** The operator's OpenID provider, where there is one. */
  readonly provider: string | null
  /** Whether one signed in recently enough to change how one does. */
  readonly fresh: boolean
}
