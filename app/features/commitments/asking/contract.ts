import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { list, secret } from '../../../ground/shapes.ts'
import { report, sentence } from '../contract.ts'

const id = z.uuid('not-found')

export const AskingInput = z.object({ id })
export type AskingInput = z.infer<typeof AskingInput>
export const AskingBegun = z.strictObject({ id: shape.id })

export const AskingShown = z.strictObject({
  meeting: z.strictObject({ id: shape.id, name: z.string(), day: shape.day.nullable() }),
  /** Null before anybody was asked. */
  asking: z.strictObject({ begunAt: shape.timestamp, done: z.boolean() }).nullable(),
  asked: list(
    z.strictObject({
      id: shape.id,
      to: z.string(),
      /** As many as the reader sees of what was asked. */
      commitments: z.int(),
      reported: z.int(),
      mail: z.enum(['waiting', 'sent', 'failed', 'shown', 'gone']).nullable(),
    }),
  ),
  /** Open ones with an owner about whom nobody was asked. */
  left: list(z.strictObject({ id: shape.id, wording: z.string(), canAsk: z.boolean() })),
  open: z.int(),
  zone: z.string(),
  can: z.strictObject({ begin: z.boolean() }),
})
export type AskingShown = z.infer<typeof AskingShown>

export const AskedLinkInput = z.object({ secret })
export const AskedReport = z.object({ secret, commitment: id, report, sentence })
export type AskedReport = z.infer<typeof AskedReport>
export const AskedReported = z.strictObject({ report })

export const AskedLinkShown = z.strictObject({
  commitments: list(
    z.strictObject({
      id: shape.id,
      wording: z.string(),
      dueOn: shape.day.nullable(),
      /** What was said through this link, the last first. */
      reports: list(z.strictObject({ report, sentence: z.string().nullable(), at: shape.timestamp })),
    }),
  ),
  zone: z.string(),
  expiresAt: shape.timestamp,
})
export type AskedLinkShown = z.infer<typeof AskedLinkShown>
