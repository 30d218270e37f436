import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { correctionsOf } from '../corrections/store.ts'
import { findMinutesHead, newestSource } from '../store.ts'
import type { ApprovalInput, ApprovalShown } from './contract.ts'
import type { CommitmentsAtApproval, Hindrance } from './model.ts'
import * as store from './store.ts'

/** What stands before an approval, for whoever leads the body; null for anybody else. */
export const findApproval =
  (commitments: CommitmentsAtApproval) =>
  async (viewer: Viewer, { id }: ApprovalInput): Promise<ApprovalShown | null> => {
    const head = await findMinutesHead(viewer, id)
    if (!head || !mayAct(viewer, 'minutes.approve', head)) return null
    const { name, day, bodyId, state } = head
    const minutes = { id, name, day }
    const nothing = { hindered: [], unanswered: 0, meetings: [], gaps: [] }
    if (state === 'approved') return { minutes, approval: await store.approvalOf(viewer, id), ...nothing }
    const unanswered = (await correctionsOf(viewer, id)).filter(({ answer }) => answer === null).length
    const meetings = day ? await store.meetingsAfter(viewer, bodyId, day) : []
    const hindered: Hindrance[] = []
    if (!(await newestSource(viewer, id))) hindered.push('closed')
    if (unanswered > 0) hindered.push('unanswered')
    if (meetings.length === 0) hindered.push('no-meeting')
    const gaps = await commitments.gaps(viewer, id)
    return { minutes, approval: null, hindered, unanswered, meetings, gaps: [...gaps] }
  }
