import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { box } from '../../../ground/shapes.ts'

const id = z.uuid('not-found')
export const CancelInput = z.object({ id })
/** `tell`: those who were invited get a letter and a cancellation for their calendar. */
export const MeetingCancel = z.object({
  id,
  reason: z.string().trim().min(1, 'reason-missing').max(500, 'input-too-long'),
  tell: box,
})
export type MeetingCancel = z.infer<typeof MeetingCancel>

export const CancelShown = z.strictObject({
  id: shape.id,
  name: z.string(),
  day: shape.day.nullable(),
  startTime: shape.time.nullable(),
  endTime: shape.time.nullable(),
  /** Only what was announced and not held or called off yet can be called off. */
  open: z.boolean(),
  invited: z.int(),
})
export type CancelShown = z.infer<typeof CancelShown>
export const MeetingCancelled = z.strictObject({ id: shape.id, sent: z.int(), hindered: z.int() })
