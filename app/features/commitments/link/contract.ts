import { z } from 'zod'
import type { Id, Report, Timestamp } from '../../../ground/schema.ts'
import { languages } from '../../../texts/texts.ts'
import { report, sentence, wording } from '../contract.ts'
import type { Due } from '../model.ts'

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
const secret = z.string().max(100)
export const LinkInput = z.object({ secret })
export const LinkReport = z.object({ secret, report, sentence })
export type LinkReport = z.infer<typeof LinkReport>

export type AskShown = {
  readonly id: Id
  readonly wording: string
  /** What the form begins with; empty where the wording is word for word a line that was said behind closed doors. */
  readonly proposal: string
  /** The commitment was said where not everybody may read. */
  readonly closed: boolean
  readonly due: Due
  /** Persons who can be written to, each in his language. */
  readonly people: readonly { readonly id: Id; readonly name: string; readonly language: string }[]
  /** Null for nobody, and where names are not for the reader. */
  readonly ownerName: string | null
  /** Whether an address may be written by hand. */
  readonly mayWriteAddress: boolean
  readonly zone: string
}

/** What the holder of a link sees, and all of it. */
export type LinkPageShown = {
  readonly wording: string
  readonly dueOn: string | null
  readonly expiresAt: Timestamp
  readonly zone: string
  readonly reports: readonly { readonly report: Report; readonly sentence: string | null; readonly at: Timestamp }[]
}
