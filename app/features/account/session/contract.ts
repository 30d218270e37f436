import { z } from 'zod'
import { id, list, timestamp } from '../../../ground/shapes.ts'
import { PasskeyShown } from '../passkey/contract.ts'
import { browsers, systems } from './model.ts'

export const sessionOfId = z.object({ id: z.string().min(1).max(100) })

const session = z.strictObject({
  id: z.string(),
  device: z.strictObject({ browser: z.enum(browsers), system: z.enum(systems) }),
  since: timestamp,
  /** To a quarter of an hour. */
  seen: timestamp,
  /** The one that asks. */
  here: z.boolean(),
})

/** One's own account. `zone`: the network's IANA time zone, in which the page tells the time. */
export const AccountShown = z.strictObject({
  name: z.string(),
  email: z.string(),
  language: z.string(),
  zone: z.string(),
  sessions: list(session),
  passkeys: list(PasskeyShown),
  /** Whether a second step is asked for after the link by mail. */
  secondStep: z.boolean(),
  /** The operator's OpenID provider, where there is one. */
  provider: z.string().nullable(),
  /** Whether one signed in recently enough to change how one does. */
  fresh: z.boolean(),
})
export type AccountShown = z.infer<typeof AccountShown>

export const Ended = z.null()

/** The person whose sessions end, and how many did. */
export const sessionsOf = z.object({ id: z.uuid() })
export const SignedOut = z.strictObject({ id, count: z.int() })
