import { z } from 'zod'
import { timestamp } from '../../../ground/shapes.ts'

const LONGEST_ANSWER = 20_000
const name = z.string('input-missing').trim().min(1, 'input-missing').max(100, 'input-too-long')

/** What the browser answers (WebAuthn Level 3, 5.1), as the JSON text that the form carries. Its core checks the rest. */
const answer = z
  .string('passkey-refused')
  .max(LONGEST_ANSWER, 'passkey-refused')
  .transform((text, context) => {
    const parsed = credential.safeParse(jsonOf(text))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: 'passkey-refused' })
    return z.NEVER
  })
const part = z.string().max(LONGEST_ANSWER)
const credential = z.looseObject({
  id: part,
  rawId: part,
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: part }),
  clientExtensionResults: z.looseObject({}),
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const passkeyAnswer = z.object({ answer })
export const passkeyAdd = z.object({ name, answer })
export const passkeyOfId = z.object({ id: z.string().min(1).max(100) })
export const passkeyName = passkeyOfId.extend({ name })
export type Answer = z.infer<typeof credential>

/** `used`: when it last signed in; null as long as it never did. */
export const PasskeyShown = z.strictObject({
  id: z.string(),
  name: z.string(),
  since: timestamp,
  used: timestamp.nullable(),
})
/** `zone`: the network's IANA time zone. */
export const PasskeyPageShown = PasskeyShown.extend({ zone: z.string(), fresh: z.boolean() })
export type PasskeyPageShown = z.infer<typeof PasskeyPageShown>

/** Options for the browser (WebAuthn Level 3, 5.4 and 5.5). */
export const QuestionShown = z.strictObject({ options: z.looseObject({ challenge: z.string() }) })
export const Changed = z.null()
