import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { list, named, secret } from '../../../ground/shapes.ts'
import { languages } from '../../../texts/texts.ts'
import { report, sentence, wording } from '../contract.ts'
import { answers } from '../model.ts'
import { DueShown } from '../owner/contract.ts'

const id = z.uuid('not-found')

export const AskInput = z.object({ id })

/**
 * Asking is a publication: `wording` is what leaves, and `approved` says that a person read it. `to` is one of the
 * persons offered, or `address` with an e-mail address of an outside body and its language.
 */
export const Ask = z
  .object({
    id,
    to: z.union([z.literal('address'), z.uuid()], 'input-missing'),
    email: z.string().trim().max(254, 'input-too-long').default(''),
    language: z.enum(languages).optional().catch(undefined),
    wording,
    approved: z.literal('yes', 'input-missing'),
  })
  .refine(({ to, email }) => to !== 'address' || z.email().safeParse(email).success, {
    message: 'email-invalid',
    path: ['email'],
  })
export type Ask = z.infer<typeof Ask>

export const LinkRevoke = z.object({ id, linkId: id })
export type LinkRevoke = z.infer<typeof LinkRevoke>

/** A secret of any shape: whether it opens something is for access/link.ts to say. */
export const LinkInput = z.object({ secret })
export const LinkReport = z.object({ secret, report, sentence })
export type LinkReport = z.infer<typeof LinkReport>

export const AskShown = z.strictObject({
  id: shape.id,
  wording: z.string(),
  /** What the form begins with; empty where the wording is word for word a line that was said behind closed doors. */
  proposal: z.string(),
  /** The commitment was said where not everybody may read. */
  closed: z.boolean(),
  due: DueShown,
  /** Persons who can be written to, each in his language. */
  people: list(named.extend({ language: z.string() })),
  /** Null for nobody, and where names are not for the reader. */
  ownerName: z.string().nullable(),
  /** Whether an address may be written by hand. */
  mayWriteAddress: z.boolean(),
  zone: z.string(),
})
export type AskShown = z.infer<typeof AskShown>

export const LinkSent = z.strictObject({ id: shape.id, linkId: shape.id })

/** What the holder of a link sees, and all of it. */
export const LinkPageShown = z.strictObject({
  wording: z.string(),
  dueOn: shape.day.nullable(),
  expiresAt: shape.timestamp,
  zone: z.string(),
  reports: list(z.strictObject({ report, sentence: z.string().nullable(), at: shape.timestamp })),
  /** Whether it is a demand, which is answered; what was said of one through this link, the youngest first. */
  isDemand: z.boolean(),
  answers: list(z.strictObject({ answer: z.enum(answers), sentence: z.string().nullable(), at: shape.timestamp })),
})
export type LinkPageShown = z.infer<typeof LinkPageShown>

export const LinkReported = z.strictObject({ report })
