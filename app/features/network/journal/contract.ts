import { z } from 'zod'
import { pickable } from './model.ts'

/** `person`: acts of this person; `before`: the last line of the page before. */
export const journalPage = z.object({
  noun: z.enum(pickable).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
})
export type JournalPageInput = z.infer<typeof journalPage>
