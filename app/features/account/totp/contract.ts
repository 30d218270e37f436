import { z } from 'zod'

export const codeTyped = z.object({
  code: z.string('input-missing').trim().min(1, 'input-missing').max(60, 'code-wrong'),
})

/** Confirming needs a code that works, and that the recovery codes are kept. */
export const confirmation = codeTyped.extend({ kept: z.literal('yes', 'input-missing') })

/** `codes`: shown until they are said to be kept; `fresh`: whether one signed in recently enough to change something. */
export type TotpShown = { readonly fresh: boolean } & (
  | { readonly state: 'off' }
  | {
      readonly state: 'begun'
      readonly secret: string
      readonly address: string
      readonly codes: readonly string[]
    }
  | { readonly state: 'on'; readonly codes: readonly string[] | null; readonly codesLeft: number }
)
