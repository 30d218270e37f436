import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { countInvited } from '../invitation/store.ts'
import { findMeeting, isWhole } from '../store.ts'
import type { CancelShown } from './contract.ts'

/** The form that calls a meeting off; null where there is nothing to call off for the viewer. */
export async function findCancelForm(viewer: Viewer, { id }: { id: Id }): Promise<CancelShown | null> {
  const meeting = await findMeeting(viewer, id)
  if (!meeting?.body || !(await isWhole(viewer, id))) return null
  if (!mayAct(viewer, 'meeting.cancel', { id, bodyId: meeting.body.id })) return null
  const { name, day, startTime, endTime, state } = meeting
  return { id, name, day, startTime, endTime, open: state === 'scheduled', invited: await countInvited(viewer, id) }
}
