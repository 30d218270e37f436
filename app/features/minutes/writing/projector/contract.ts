import { z } from 'zod'
import * as shape from '../../../../ground/shapes.ts'

/** `item`: the one on the wall; without it the first. `open`: a closed one is shown all the same. */
export const ProjectorInput = z.object({
  id: z.uuid('not-found'),
  item: z.uuid('not-found').optional(),
  open: z.literal('yes').optional(),
})
export type ProjectorInput = z.infer<typeof ProjectorInput>

export const ProjectorShown = z.strictObject({
  meeting: z.strictObject({ id: shape.id, name: z.string() }),
  items: shape.list(
    z.strictObject({
      ...{ id: shape.id, number: z.string().nullable(), title: z.string(), last: z.int() },
      /** Not everybody in the room may read it. */
      closed: z.boolean(),
    }),
  ),
  /** The item on the wall; null where there is none. `text` is null as long as a closed one is covered. */
  now: z
    .strictObject({
      ...{ id: shape.id, number: z.string().nullable(), title: z.string().nullable() },
      ...{ text: z.string().nullable(), closed: z.boolean() },
      /** Planned, in minutes. */
      duration: z.int().nullable(),
    })
    .nullable(),
})
export type ProjectorShown = z.infer<typeof ProjectorShown>
