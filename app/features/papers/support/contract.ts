import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { box, list, named, secret, text } from '../../../ground/shapes.ts'
import { languages } from '../../../texts/texts.ts'
import { linkRequest } from '../../account/contract.ts'
import { LONGEST_ADDRESSES, LONGEST_NAME, LONGEST_SENTENCE, standings } from './model.ts'

const id = z.uuid('not-found')
const needed = (longest: number) =>
  z.string('input-missing').trim().min(1, 'input-missing').max(longest, 'input-too-long')
const number = z.coerce.number('input-invalid').int('input-invalid').min(1, 'input-invalid').max(100_000)

export const SupportInput = z.object({ id })
/** `version`: the number of the wording that was read beside the form, which people outside are then shown. */
export const SigningOpen = z.object({
  id,
  version: number,
  untilDay: z.iso.date('day-invalid'),
  sentence: needed(LONGEST_SENTENCE),
  /** Whether there is an address to pass on. */
  common: box,
})
export type SigningOpen = z.infer<typeof SigningOpen>
export const SigningInvite = z.object({
  id,
  addresses: needed(LONGEST_ADDRESSES),
  language: z.enum(languages).optional().catch(undefined),
})
export type SigningInvite = z.infer<typeof SigningInvite>
export const SigningWritten = z.strictObject({ id: shape.id, signingId: shape.id })
export const Invited = z.strictObject({ id: shape.id, signingId: shape.id, sent: z.int(), before: z.int() })

export const SignatureInput = z.object({ secret })
/** `version`: of the wording that was read. */
export const SignatureGive = z.object({
  secret,
  version: number,
  name: needed(LONGEST_NAME),
  affiliation: text(LONGEST_NAME),
  named: box,
})
export type SignatureGive = z.infer<typeof SignatureGive>
export const SignatureWritten = z.strictObject({ id: shape.id })

const key = z.string().max(100)
export const CommonInput = z.object({ key })
export type CommonInput = z.infer<typeof CommonInput>
export const SignatureAsk = z.object({ key, email: linkRequest.shape.email })
export type SignatureAsk = z.infer<typeof SignatureAsk>
/** The same for every address. */
export const SignatureAsked = shape.nothingMore

const counts = { all: z.int(), named: z.int() }
/** Who signed, as the reader may know it. `older`: another wording than the one that can be signed now. */
const signature = z.strictObject({
  ...{ id: shape.id, name: z.string(), affiliation: z.string().nullable(), named: z.boolean() },
  ...{ version: z.int(), older: z.boolean(), signedAt: shape.timestamp },
})
export type Signature = z.infer<typeof signature>

const signing = z.strictObject({
  ...{ until: shape.day, sentence: z.string(), version: z.int(), standing: z.enum(standings) },
})

export const SupportShown = z.strictObject({
  paper: named,
  /** How it reads now: people outside see the version of `signing`. */
  current: z.strictObject({ number: z.int(), wording: z.string() }),
  signing: signing.nullable(),
  ...counts,
  signatures: list(signature),
  /** Who was asked and has not signed, for those who lead the body. The address is for the coordination alone. */
  waiting: list(
    z.strictObject({
      ...{ id: shape.id, address: z.string().nullable(), askedAt: shape.timestamp, withdrawn: z.boolean() },
    }),
  ).nullable(),
  /** The address to pass on; null where there is none. */
  common: z.string().nullable(),
  languages: list(z.string()),
  today: shape.day,
  zone: z.string(),
  can: z.strictObject({ open: z.boolean(), invite: z.boolean(), close: z.boolean() }),
})
export type SupportShown = z.infer<typeof SupportShown>

const paperToSign = {
  ...{ name: z.string(), body: z.string(), wording: z.string(), signing },
  ...counts,
  signatures: list(signature),
  zone: z.string(),
}
/** What the address that is passed on opens. */
export const CommonShown = z.strictObject(paperToSign)
export type CommonShown = z.infer<typeof CommonShown>

/** What a personal link opens. */
export const SignatureShown = z.strictObject({
  ...paperToSign,
  /** What the holder of the link signed; null before, and after it was withdrawn. */
  own: signature.nullable(),
  withdrawn: z.boolean(),
})
export type SignatureShown = z.infer<typeof SignatureShown>
