import { z } from 'zod'
import { consentPurposes } from '../../../ground/schema/network.ts'

const purpose = z.enum(consentPurposes, 'choice-invalid')
const kind = z.enum(['given', 'withdrawn'], 'choice-invalid')
const secret = z.string().max(100)
const note = z.string('input-missing').trim().min(1, 'input-missing').max(300, 'input-too-long')

export const consentSay = z.object({ purpose, kind })
export type ConsentSay = z.infer<typeof consentSay>

export const consentLink = z.object({ secret })
export const consentSayByLink = z.object({ secret, purpose, kind })
export type ConsentSayByLink = z.infer<typeof consentSayByLink>

export const ofPerson = z.object({ id: z.uuid() })
export const consentRecord = z.object({ id: z.uuid(), purpose, kind, note })
export type ConsentRecord = z.infer<typeof consentRecord>
