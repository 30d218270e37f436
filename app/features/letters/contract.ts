import { z } from 'zod'
import * as shape from '../../ground/shapes.ts'
import { list, named } from '../../ground/shapes.ts'
import { ReplacedTerm } from '../directory/term/contract.ts'
import {
  fitsWindow,
  LONGEST_SUBJECT,
  LONGEST_WORDING,
  letterFormats,
  letterKinds,
  letterStates,
  letterWays,
} from './model.ts'

const id = z.uuid('not-found')
const needed = (longest: number) => z.string().trim().min(1, 'input-missing').max(longest, 'input-too-long')
const one = z.union([z.literal('').transform(() => null), z.null(), z.uuid('choice-invalid')]).default(null)
/** Six lines at most, each as long as the window is wide. */
const address = z
  .string()
  .max(1000, 'input-too-long')
  .transform(text => text.replaceAll('\r\n', '\n').trim())
  .refine(fitsWindow, 'input-too-long')
  .default('')
const words = { address, subject: needed(LONGEST_SUBJECT), wording: needed(LONGEST_WORDING) }

export const LetterListInput = z.object({})
export const LetterInput = z.object({ id })
export const LetterFileInput = z.object({ id, format: z.enum(letterFormats) })
export type LetterFileInput = z.infer<typeof LetterFileInput>
/** An unknown kind or commitment is none. */
export const LetterNewInput = z.object({
  kind: z.enum(letterKinds).optional().catch(undefined),
  commitment: z.uuid().optional().catch(undefined),
})
export type LetterNewInput = z.infer<typeof LetterNewInput>

export const LetterWrite = z.object({
  kind: z.enum(letterKinds, 'choice-invalid'),
  bodyId: z.uuid('body-missing'),
  commitmentId: one,
  language: z.string().max(20, 'choice-invalid').default(''),
  ...words,
})
export type LetterWrite = z.infer<typeof LetterWrite>
/** `from`: the revision that the form began with. */
export const LetterRevise = z.object({ id, from: z.coerce.number().int().min(1).max(1_000_000), ...words })
export type LetterRevise = z.infer<typeof LetterRevise>
/** `from`: the revision that somebody read before he threw it away. */
export const LetterDiscard = z.object({ id, from: z.coerce.number().int().min(1).max(1_000_000) })
export type LetterDiscard = z.infer<typeof LetterDiscard>
/** `approved` says that a person read what goes out; `from` which revision he read. */
export const LetterSend = z.object({
  id,
  from: z.coerce.number().int().min(1).max(1_000_000),
  way: z.enum(letterWays, 'choice-invalid'),
  email: z.string().trim().max(254, 'email-invalid').default(''),
  approved: z.literal('yes', 'input-missing'),
})
export type LetterSend = z.infer<typeof LetterSend>
export const LetterWritten = z.strictObject({ id: shape.id })

const head = {
  ...{ id: shape.id, kind: z.enum(letterKinds), subject: z.string(), body: named, state: z.enum(letterStates) },
  createdAt: shape.timestamp,
  sent: z.strictObject({ at: shape.timestamp, way: z.enum(letterWays), by: z.string().nullable() }).nullable(),
}
export const LetterList = z.strictObject({
  letters: list(z.strictObject(head)),
  zone: z.string(),
  can: z.strictObject({ write: z.boolean() }),
})
export type LetterList = z.infer<typeof LetterList>

export const LetterNewShown = z.strictObject({
  kind: z.enum(letterKinds),
  commitment: z.strictObject({ id: shape.id, wording: z.string() }).nullable(),
  bodies: list(named),
  bodyId: shape.id.nullable(),
  languages: list(z.string()),
  ...{ address: z.string(), subject: z.string(), wording: z.string() },
})
export type LetterNewShown = z.infer<typeof LetterNewShown>

export const LetterShown = z.strictObject({
  ...head,
  commitment: named.nullable(),
  /** The consequence that opened it. */
  consequenceId: shape.id.nullable(),
  ...{ language: z.string(), address: z.string(), wording: z.string(), revision: z.int() },
  /** Words of a draft that hold no longer. */
  replacedTerms: list(ReplacedTerm),
  zone: z.string(),
  can: z.strictObject({ revise: z.boolean(), send: z.boolean(), discard: z.boolean() }),
})
export type LetterShown = z.infer<typeof LetterShown>
