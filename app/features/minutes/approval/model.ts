import type { Viewer } from '../../../access/viewer.ts'
import type { ApprovalManner } from '../../../ground/schema/approvals.ts'
import type { Day, Id } from '../../../ground/schema.ts'

/** A commitment out of these minutes to which something is missing: who owns it, or until when. */
export type Gap = {
  readonly id: Id
  readonly wording: string
  readonly owner: boolean
  readonly due: boolean
}

/** Minutes about to be approved, with the day of their meeting. */
export type Approving = { readonly minutesId: Id; readonly bodyId: Id; readonly day: Day }

/** What the commitments bring to an approval. A slot, because they come after the minutes. */
export type CommitmentsAtApproval = {
  /** Commitments out of these minutes that still miss something, as far as the viewer sees them. */
  gaps(viewer: Viewer, minutesId: Id): Promise<readonly Gap[]>
  /** Says in the history of each that it stays as it is. */
  confirm(viewer: Viewer, gaps: readonly Gap[]): Promise<void>
  /** Keeps with the minutes what was last reported on each earlier commitment of the body, up to the meeting's day. */
  freeze(viewer: Viewer, minutes: Approving): Promise<void>
}

/** Approved with corrections or as they were. */
export const mannerOf = (accepted: number): ApprovalManner => (accepted > 0 ? 'corrected' : 'as_is')

export const hindrances = ['closed', 'unanswered', 'no-meeting'] as const
export type Hindrance = (typeof hindrances)[number]
