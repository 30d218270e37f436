import { act } from '../../../access/act.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { ensureDraft } from '../acts.ts'
import { type Sent, writeToInvited } from '../invitation/letter/acts.ts'
import { countInvited } from '../invitation/store.ts'
import { findMeeting, isWhole } from '../store.ts'
import type { MeetingCancel } from './contract.ts'
import { cancel, controlled } from './store.ts'

/**
 * Calls off a meeting that was announced. Who was invited is told where that is wanted; what it was to look back at goes
 * to the next meeting. Problem: `already-done` (it is a draft, was held, or was called off before).
 */
export const cancelMeeting = act('meeting.cancel', {
  noun: 'meeting',
  subject: async (viewer, { id }: MeetingCancel) => {
    const meeting = await findMeeting(viewer, id)
    return meeting?.body && (await isWhole(viewer, id)) ? { id, bodyId: meeting.body.id, meeting } : null
  },
  run: async (viewer, { reason, tell }, { id, bodyId, meeting }): Promise<Outcome<Sent & { id: Id }>> => {
    if (meeting.state !== 'scheduled') return refused('already-done')
    await cancel(viewer, id, reason)
    for (const { minutesId, day } of await controlled(viewer, id))
      await ensureDraft(viewer, { bodyId, minutesId, minutesDay: day })
    const nobody = { sent: 0, hindered: 0 }
    const told = tell && (await countInvited(viewer, id)) > 0
    const words = { kind: 'cancellation', wording: reason, access: null } as const
    return done({ id, ...(told ? await writeToInvited(viewer, id, words) : nobody) })
  },
})
