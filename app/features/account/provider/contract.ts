import { z } from 'zod'

const LONGEST = 4000
/** 32 random bytes or a SHA-256, in base64url. */
const RANDOM = /^[A-Za-z0-9_-]{43}$/
const random = z.string().regex(RANDOM)
const part = z.string().max(LONGEST)

export const question = z.object({ state: random, nonce: random, challenge: random })

/** What the provider sends back (RFC 6749, 4.1.2; RFC 9207): a code, or why there is none. */
export const providerAnswer = z.object({
  state: part.optional(),
  code: part.optional(),
  iss: part.optional(),
  error: part.optional(),
})

export const Left = z.strictObject({ question })
export const Way = z.strictObject({ name: z.string(), address: z.string() })
export const AnswerShown = z.strictObject({ name: z.string(), given: z.boolean() })
export type ProviderAnswer = z.infer<typeof providerAnswer>
