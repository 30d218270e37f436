import { readersOf } from '../../../access/readers.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Audience, Id } from '../../../ground/schema.ts'

export const meetingReaders = (viewer: Viewer, id: Id) =>
  readersOf(viewer, async reader => {
    const whole = visible.wholeMeetings(reader).where('meeting.id', '=', id)
    return (await whole.select('meeting.id').executeTakeFirst()) !== undefined
  })

export const itemReaders = (viewer: Viewer, id: Id) =>
  readersOf(viewer, async reader => {
    const item = visible.agendaItems(reader).where('agenda_item.id', '=', id)
    return (await item.select('agenda_item.id').executeTakeFirst()) !== undefined
  })

/** An item of a meeting that the viewer sees as a whole, with those who are let in to it by name. */
export async function findItem(viewer: Viewer, id: Id) {
  const row = await visible
    .agendaItems(viewer)
    .where('agenda_item.id', '=', id)
    .where('agenda_item.meeting_id', 'in', visible.wholeMeetings(viewer).select('meeting.id'))
    .select(['agenda_item.id', 'agenda_item.meeting_id as meetingId', 'agenda_item.title', 'agenda_item.audience'])
    .select(['agenda_item.without_administration as withoutAdministration', 'agenda_item.duration'])
    .select(['agenda_item.level', 'agenda_item.kind'])
    .executeTakeFirst()
  if (!row) return null
  const named = await visible
    .agendaItemPersons(viewer)
    .where('agenda_item_person.agenda_item_id', '=', id)
    .select('agenda_item_person.person_id')
    .execute()
  return { ...row, named: named.map(({ person_id }) => person_id) }
}

type ItemAudience = {
  readonly audience: Audience | null
  readonly withoutAdministration: boolean
  readonly named: readonly Id[]
}

export async function updateItemAudience(viewer: Viewer, id: Id, change: ItemAudience): Promise<void> {
  const { audience, withoutAdministration, named } = change
  const network_id = viewer.network.id
  await viewer.db
    .updateTable('agenda_item')
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .set({ audience, without_administration: withoutAdministration })
    .execute()
  const letIn = viewer.db.deleteFrom('agenda_item_person').where('network_id', '=', network_id)
  await letIn.where('agenda_item_id', '=', id).execute()
  if (named.length === 0) return
  const rows = [...new Set(named)].map(person_id => ({ network_id, agenda_item_id: id, person_id }))
  await viewer.db.insertInto('agenda_item_person').values(rows).execute()
}
