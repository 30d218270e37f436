import { z } from 'zod'
import { id, list, timestamp } from '../../ground/shapes.ts'
import { erasureRow } from './erasure/contract.ts'

/** Doors of data protection: one's own, and those of the coordination. */
export const nothing = z.object({})
export const ofId = z.object({ id: z.uuid() })

export const shown = {
  done: z.null(),
  person: z.strictObject({
    person: z.strictObject({ id, name: z.string() }),
    own: z.boolean(),
    requests: list(z.strictObject({ id, personId: id, askedAt: timestamp })),
    erasures: list(erasureRow),
    mayErase: z.boolean(),
    zone: z.string(),
  }),
  overview: z.strictObject({
    open: list(z.strictObject({ id, personId: id, name: z.string(), askedAt: timestamp })),
    done: list(z.strictObject({ id, at: timestamp, count: z.int() })),
    zone: z.string(),
  }),
  made: z.strictObject({ id, personId: id }),
  declined: z.strictObject({ personId: id }),
}
