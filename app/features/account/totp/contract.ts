import { z } from 'zod'
import { list } from '../../../ground/shapes.ts'

export const codeTyped = z.object({
  code: z.string('input-missing').trim().min(1, 'input-missing').max(60, 'code-wrong'),
})

/** Confirming needs a code that works, and that the recovery codes are kept. */
export const confirmation = codeTyped.extend({ kept: z.literal('yes', 'input-missing') })

/** `codes`: shown until they are said to be kept; `fresh`: whether one signed in recently enough to change something. */
const fresh = z.boolean()
export const TotpShown = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('off'), fresh }),
  z.strictObject({
    ...{ state: z.literal('begun'), fresh, secret: z.string(), address: z.string(), codes: list(z.string()) },
  }),
  z.strictObject({
    ...{ state: z.literal('on'), fresh, codes: list(z.string()).nullable(), codesLeft: z.int() },
  }),
])
export type TotpShown = z.infer<typeof TotpShown>
export const Changed = z.null()
