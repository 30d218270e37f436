import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { listPeople } from '../../directory/finds.ts'
import { findReplacedTerms } from '../../directory/term/finds.ts'
import { agendaOf } from '../agenda/finds.ts'
import type { AgendaItemFormShown, MeetingReadersShown } from '../contract.ts'
import { isComing } from '../model.ts'
import { findMeeting, isWhole } from '../store.ts'
import { findItem, itemReaders, meetingReaders } from './store.ts'

/** Who sees the meeting and each of its items today, for whoever may change that; null for everybody else. */
export async function findReaders(viewer: Viewer, { id }: { id: Id }): Promise<MeetingReadersShown | null> {
  const meeting = await findMeeting(viewer, id)
  if (!meeting?.body || !mayAct(viewer, 'meeting.change', { id, bodyId: meeting.body.id })) return null
  if (!(await isWhole(viewer, id))) return null
  const items = []
  for (const { id: itemId, number, title } of await agendaOf(viewer, meeting))
    items.push({ id: itemId, number, title, ...(await itemReaders(viewer, itemId)) })
  return { meeting, whole: await meetingReaders(viewer, id), items }
}

/** The form for an item's audience; null where there is nothing to change for the viewer. */
export async function findItemForm(viewer: Viewer, { id }: { id: Id }): Promise<AgendaItemFormShown | null> {
  const found = await findItem(viewer, id)
  if (!found) return null
  const meeting = await findMeeting(viewer, found.meetingId)
  if (!meeting?.body || !mayAct(viewer, 'agendaItem.change', { id, bodyId: meeting.body.id })) return null
  const { meetingId: _meeting, ...item } = found
  const people = (await listPeople(viewer)).map(person => ({ id: person.id, name: person.name }))
  const coming = isComing(meeting)
  const replacedTerms = coming ? await findReplacedTerms(viewer, item.title) : []
  return { item, meeting, people, coming, replacedTerms }
}
