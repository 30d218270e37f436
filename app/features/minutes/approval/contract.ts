import { z } from 'zod'
import { approvalManners } from '../../../ground/schema/approvals.ts'
import { reports } from '../../../ground/schema.ts'
import * as shape from '../../../ground/shapes.ts'
import { list } from '../../../ground/shapes.ts'
import { hindrances } from './model.ts'

const id = z.uuid('not-found')

export const ApprovalInput = z.object({ id })
export type ApprovalInput = z.infer<typeof ApprovalInput>

export const MinutesApprove = z.object({
  id,
  meetingId: z.uuid('choice-invalid'),
  confirmed: z
    .literal('yes')
    .optional()
    .transform(said => said === 'yes'),
})
export type MinutesApprove = z.infer<typeof MinutesApprove>
export const MinutesApproved = z.strictObject({ id: shape.id })

/** When minutes were approved; the meeting where the reader sees it. */
export const approval = z.strictObject({
  day: shape.day,
  manner: z.enum(approvalManners),
  meetingId: shape.id.nullable(),
  meetingName: z.string().nullable(),
})

/** What was reported on an earlier commitment, as it was said then. */
export const frozenReport = z.strictObject({
  commitmentId: shape.id,
  wording: z.string(),
  report: z.enum(reports),
  sentence: z.string().nullable(),
  at: shape.timestamp,
})

export const ApprovalShown = z.strictObject({
  minutes: z.strictObject({ id: shape.id, name: z.string(), day: shape.day.nullable() }),
  approval: approval.nullable(),
  /** Why it can not be done yet. */
  hindered: list(z.enum(hindrances)),
  /** Proposals without an answer. */
  unanswered: z.int(),
  meetings: list(z.strictObject({ id: shape.id, name: z.string(), day: shape.day })),
  gaps: list(z.strictObject({ id: shape.id, wording: z.string(), owner: z.boolean(), due: z.boolean() })),
})
export type ApprovalShown = z.infer<typeof ApprovalShown>
