import { z } from 'zod'
import { consultationResults } from '../../../ground/schema/papers.ts'
import * as shape from '../../../ground/shapes.ts'
import { list, named } from '../../../ground/shapes.ts'

const id = z.uuid('not-found')

export const PreparationInput = z.object({ id })

const nothing = z.literal('').transform(() => null)
/** One idea, the report of one group, or one result elsewhere. */
export const ItemBring = z
  .object({
    id,
    idea: z.union([nothing, z.null(), z.uuid('choice-invalid')]).default(null),
    group: z.union([nothing, z.null(), z.uuid('choice-invalid')]).default(null),
    result: z.union([nothing, z.null(), z.uuid('choice-invalid')]).default(null),
  })
  .superRefine(({ idea, group, result }, context) => {
    if ([idea, group, result].filter(one => one !== null).length !== 1)
      context.addIssue({ code: 'custom', message: 'choice-invalid', path: ['idea'] })
  })
export type ItemBring = z.infer<typeof ItemBring>

/** Whether it is on the agenda already, can be put there, or only in words of one's own. */
const onAgenda = z.strictObject({
  itemId: shape.id.nullable(),
  bring: z.enum(['one-act', 'own-words']).nullable(),
})
const told = list(z.strictObject({ id: shape.id, minutesId: shape.id, content: z.string() }))

export const PreparationShown = z.strictObject({
  meeting: z.strictObject({
    ...{ id: shape.id, name: z.string(), day: shape.day.nullable() },
    ...{ startTime: shape.time.nullable(), endTime: shape.time.nullable() },
  }),
  /** The last meeting of the body, from which the groups report; null where none was held. */
  since: shape.day.nullable(),
  groups: list(
    onAgenda.extend({
      body: named,
      meetings: list(named.extend({ day: shape.day })),
      decisions: told,
      wishes: told,
      openCommitments: z.int(),
    }),
  ),
  ideas: list(onAgenda.extend({ id: shape.id, minutesId: shape.id, content: z.string(), lookAgainOn: shape.day })),
  results: list(
    onAgenda.extend({
      ...{ id: shape.id, paper: named, where: z.string(), result: z.enum(consultationResults), day: shape.day },
      sentence: z.string().nullable(),
    }),
  ),
  can: z.strictObject({ agenda: z.boolean() }),
})
export type PreparationShown = z.infer<typeof PreparationShown>
