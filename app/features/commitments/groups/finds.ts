import { listBodies } from '../../directory/finds.ts'
import { heldSince } from '../../meetings/finds.ts'
import type { GroupReports } from '../../meetings/model.ts'
import { decisionsOf } from '../../minutes/finds.ts'
import { countOpen } from './store.ts'

/** Fills the slot of a meeting's page: what the working groups bring to a body, each as far as the viewer sees it. */
export const groupReports: GroupReports = async (viewer, bodyId, since) => {
  const groups = (await listBodies(viewer)).filter(({ kind }) => kind === 'working_group')
  // Groups report to the bodies that are none.
  if (groups.length === 0 || groups.some(({ id }) => id === bodyId)) return []
  const ids = groups.map(({ id }) => id)
  const meetings = await heldSince(viewer, ids, since)
  const decisions = await decisionsOf(
    viewer,
    meetings.map(({ id }) => id),
  )
  const open = await countOpen(viewer, ids)
  return groups.map(({ id, name }) => {
    const held = meetings.filter(({ bodyId }) => bodyId === id)
    const own = new Set(held.map(meeting => meeting.id))
    return {
      body: { id, name },
      meetings: held.map(meeting => ({ id: meeting.id, name: meeting.name, day: meeting.day })),
      decisions: decisions
        .filter(({ meetingId }) => own.has(meetingId))
        .map(decision => ({ id: decision.id, minutesId: decision.minutesId, content: decision.content })),
      openCommitments: open.get(id) ?? 0,
    }
  })
}
