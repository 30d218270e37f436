import { z } from 'zod'
import { isMailAddress } from '../../ground/outbox.ts'
import { legalForms } from '../../ground/schema/network.ts'
import { list, revision } from '../../ground/shapes.ts'
import { languages } from '../../texts/texts.ts'
import { regions } from '../account/model.ts'
import { legalPages, type OperatorField, operatorFields } from './model.ts'

/** Forms of the network's settings, and the JSON of the same doors. Messages are problem codes. */
export const nothing = z.object({})

const name = z.string('input-missing').trim().min(1, 'input-missing').max(200, 'input-too-long')

/** A box of a form: sent when ticked, absent when not. */
const box = z.string().optional()

export const networkChange = z
  .object({ name, region: z.enum(regions, 'choice-invalid'), de: box, en: box, ar: box, revision })
  .refine(input => languages.some(language => input[language]), { error: 'input-missing', path: ['de'] })
  .transform(({ name, region, revision, ...boxes }) => ({
    ...{ name, region, revision },
    languages: languages.filter(language => boxes[language]),
  }))
export type NetworkChange = z.infer<typeof networkChange>

const LONGEST = 300
const words = z
  .string()
  .trim()
  .max(LONGEST, 'input-too-long')
  .transform(text => text || null)
  .nullish()
  .transform(text => text ?? null)
const email = words.refine(address => address === null || isMailAddress(address), 'email-invalid')

const fields = Object.fromEntries(
  operatorFields.map(field => [field, field === 'email' ? email : words]),
) as unknown as Record<OperatorField, typeof words>

export const operatorChange = z.object({ ...fields, legalForm: z.enum(legalForms, 'choice-invalid'), revision })
export type OperatorChange = z.infer<typeof operatorChange>

/** JSON of the same doors. What nobody entered yet is null. */
const operator = z.strictObject({
  ...(Object.fromEntries(operatorFields.map(field => [field, z.string().nullable()])) as Record<
    OperatorField,
    z.ZodNullable<z.ZodString>
  >),
  legalForm: z.enum(legalForms),
  revision: z.int(),
})
const missing = list(z.strictObject({ field: z.enum(operatorFields), page: z.enum(legalPages), law: z.string() }))
export const shown = {
  done: z.null(),
  network: z.strictObject({
    settings: z.strictObject({
      name: z.string(),
      region: z.string().nullable(),
      languages: list(z.string()),
      revision: z.int(),
    }),
    operator,
    missing,
  }),
  legal: z.strictObject({
    operator,
    region: z.string().nullable(),
    missing,
    kept: list(z.strictObject({ what: z.string(), days: z.int() })),
    mayChange: z.boolean(),
  }),
}
