import { z } from 'zod'
import { consentPurposes } from '../../../ground/schema/network.ts'
import { list, secret, timestamp } from '../../../ground/shapes.ts'

const purpose = z.enum(consentPurposes, 'choice-invalid')
const kind = z.enum(['given', 'withdrawn'], 'choice-invalid')
const note = z.string('input-missing').trim().min(1, 'input-missing').max(300, 'input-too-long')

export const consentSay = z.object({ purpose, kind })
export type ConsentSay = z.infer<typeof consentSay>

export const consentLink = z.object({ secret })
export const consentSayByLink = z.object({ secret, purpose, kind })
export type ConsentSayByLink = z.infer<typeof consentSayByLink>

export const ofPerson = z.object({ id: z.uuid() })
export const consentRecord = z.object({ id: z.uuid(), purpose, kind, note })
export type ConsentRecord = z.infer<typeof consentRecord>

/** JSON of the same doors. */
const word = z.strictObject({
  id: z.uuid(),
  purpose: z.enum(consentPurposes),
  number: z.int(),
  kind: z.enum(['given', 'withdrawn']),
  wording: z.string(),
  version: z.int(),
  language: z.string(),
  channel: z.enum(['self', 'link', 'recorded']),
  note: z.string().nullable(),
  at: timestamp,
})
const standings = list(
  z.strictObject({
    purpose: z.enum(consentPurposes),
    last: word.nullable(),
    given: z.boolean(),
    history: list(word),
  }),
)
const whose = { personId: z.uuid(), name: z.string(), zone: z.string(), standings }
export const consentsShown = z.strictObject(whose)
export const personConsents = z.strictObject({ ...whose, reachable: z.boolean() })
export const linkedConsents = z.strictObject({
  zone: z.string(),
  expiresAt: timestamp,
  standings,
})
export const said = z.null()
export const asked = z.strictObject({ id: z.uuid() })
