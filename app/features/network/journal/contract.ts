import { z } from 'zod'
import { list, timestamp } from '../../../ground/shapes.ts'
import { pickable } from './model.ts'

/** `person`: acts of this person; `before`: the last line of the page before. */
export const journalPage = z.object({
  noun: z.enum(pickable).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
})
export type JournalPageInput = z.infer<typeof journalPage>

const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), name: z.string() }),
  z.strictObject({ kind: z.enum(['hidden', 'system', 'public']) }),
])
export const journalShown = z.strictObject({
  lines: list(
    z.strictObject({
      id: z.uuid(),
      at: timestamp,
      act: z.string(),
      actor,
      noun: z.string(),
      href: z.string().nullable(),
    }),
  ),
  zone: z.string(),
  whole: z.boolean(),
  noun: z.enum(pickable).nullable(),
  person: z.uuid().nullable(),
  next: z.uuid().nullable(),
})
