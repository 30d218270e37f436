import type { Viewer } from '../../../access/viewer.ts'
import { type AgendaItem, comingAgenda, heldAgenda, isComing, type Meeting } from '../model.ts'
import { agendaItems } from './store.ts'

/** The agenda of a meeting as the viewer may see it; before the meeting as `comingAgenda` says. */
export async function agendaOf(viewer: Viewer, meeting: Pick<Meeting, 'id' | 'state'>): Promise<AgendaItem[]> {
  const items = await agendaItems(viewer, meeting.id)
  return isComing(meeting) ? comingAgenda(items) : heldAgenda(items)
}
