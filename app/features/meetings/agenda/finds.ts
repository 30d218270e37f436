import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { findReplacedTerms } from '../../directory/term/finds.ts'
import { countInvited } from '../invitation/store.ts'
import { type AgendaItem, comingAgenda, heldAgenda, isComing, type Meeting } from '../model.ts'
import { findMeeting, isWhole } from '../store.ts'
import type { AgendaShown } from './contract.ts'
import { endsAt, moved, plannedMinutes } from './model.ts'
import { agendaItems } from './store.ts'

/** The agenda of a meeting as the viewer may see it; before the meeting as `comingAgenda` says. */
export async function agendaOf(viewer: Viewer, meeting: Pick<Meeting, 'id' | 'state'>): Promise<AgendaItem[]> {
  const items = await agendaItems(viewer, meeting.id)
  return isComing(meeting) ? comingAgenda(items) : heldAgenda(items)
}

/** The agenda to work on, closed once the meeting was held; null for whoever may not, and where it was called off. */
export async function findAgenda(viewer: Viewer, { id }: { id: Id }): Promise<AgendaShown | null> {
  const meeting = await findMeeting(viewer, id)
  if (!meeting?.body || meeting.state === 'cancelled' || !(await isWhole(viewer, id))) return null
  if (!mayAct(viewer, 'agendaItem.add', { id, bodyId: meeting.body.id })) return null
  const items = await agendaOf(viewer, meeting)
  const { name, day, startTime, endTime } = meeting
  const planned = plannedMinutes(items)
  const ends = startTime && planned !== null ? endsAt(startTime, planned) : null
  return {
    meeting: { id, name, day, startTime, endTime },
    open: isComing(meeting),
    items: items.map(({ id: itemId, number, title, level, kind, duration, commitment }) => ({
      ...{ id: itemId, number, title, level, kind, duration, commitment },
      up: moved(items, itemId, 'up') !== null,
      down: moved(items, itemId, 'down') !== null,
    })),
    ...{ planned, ends, over: planned !== null && endTime !== null && startTime !== null && (ends ?? '24') > endTime },
    invited: await countInvited(viewer, id),
    replacedTerms: isComing(meeting) ? await findReplacedTerms(viewer, items.map(item => item.title).join('\n')) : [],
  }
}
