import { z } from 'zod'
import { ownerKinds } from '../../../ground/schema.ts'
import { day, id, list, named } from '../../../ground/shapes.ts'

/** `name` is null for nobody, and where names are not for the reader (persons are not shown to the public). */
export const OwnerShown = z.strictObject({ kind: z.enum(ownerKinds), id: id.nullable(), name: z.string().nullable() })
export type OwnerShown = z.infer<typeof OwnerShown>

export const OwnerChoices = z.strictObject({
  people: list(named),
  offices: list(named),
  organizations: list(named.extend({ outside: z.boolean() })),
})
export type OwnerChoices = z.infer<typeof OwnerChoices>

/** Until when. */
export const DueShown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day, words: z.string().nullable() }),
  z.strictObject({ kind: z.literal('words'), words: z.string() }),
  z.strictObject({ kind: z.literal('nothing') }),
])

/** The line of minutes that said it. */
export const SaidIn = z.strictObject({ minutesId: id, line: z.int(), day: day.nullable() })
