import { z } from 'zod'
import { publicationNouns } from '../../ground/schema.ts'
import * as shape from '../../ground/shapes.ts'
import { box, list } from '../../ground/shapes.ts'
import { LONGEST_WORDING, wordedNouns } from './model.ts'

export const PageInput = z.object({})
export const SubjectInput = z.object({ id: z.uuid('not-found') })
export const PublicationInput = z.object({ id: z.uuid('not-found') })

/** `approved` says that somebody read the preview; without it the preview is shown. */
export const Approval = z.object({
  id: z.uuid('not-found'),
  wording: z.string('input-missing').trim().min(1, 'input-missing').max(LONGEST_WORDING, 'input-too-long'),
  approved: box,
})
export type Approval = z.infer<typeof Approval>

/** What everybody sees: the wording, and since when. */
const published = z.strictObject({
  id: shape.id,
  noun: z.enum(publicationNouns),
  wording: z.string(),
  approvedAt: shape.timestamp,
})
export const PublishedShown = z.strictObject({ published: list(published), zone: z.string() })
export type PublishedShown = z.infer<typeof PublishedShown>

export const PublicationsShown = z.strictObject({
  publications: list(
    published.extend({
      /** Null where the subject is not for the reader. */
      subjectId: shape.id.nullable(),
      door: z.enum(['public', 'link']),
      /** Null where nobody is known any more. */
      approvedBy: z.string().nullable(),
      withdrawnAt: shape.timestamp.nullable(),
      can: z.strictObject({ withdraw: z.boolean() }),
    }),
  ),
  zone: z.string(),
})
export type PublicationsShown = z.infer<typeof PublicationsShown>

export const ApprovalShown = z.strictObject({
  id: shape.id,
  noun: z.enum(wordedNouns),
  /** What stands inside, for whoever writes the wording. */
  text: z.string(),
  /** What the form begins with; empty where the words were said behind closed doors. */
  proposal: z.string(),
  day: shape.day.nullable(),
  /** Names of the directory, to warn of. */
  people: list(z.string()),
  zone: z.string(),
})
export type ApprovalShown = z.infer<typeof ApprovalShown>

export const PublicationWritten = z.strictObject({ id: shape.id })
