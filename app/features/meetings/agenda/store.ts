import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Id, Schema } from '../../../ground/schema.ts'
import type { AgendaItem } from '../model.ts'

/**
 * The agenda as the viewer may see it, in order. Where it has items that are not for him, no written number is given:
 * a gap would tell of them.
 */
export async function agendaItems(viewer: Viewer, meetingId: Id): Promise<AgendaItem[]> {
  const rows = await visible
    .agendaItems(viewer)
    .leftJoin('minutes', join =>
      join
        .onRef('minutes.network_id', '=', 'agenda_item.network_id')
        .onRef('minutes.id', '=', 'agenda_item.minutes_id'),
    )
    .leftJoin('meeting as controlled', join =>
      join.onRef('controlled.network_id', '=', 'minutes.network_id').onRef('controlled.id', '=', 'minutes.meeting_id'),
    )
    .where('agenda_item.meeting_id', '=', meetingId)
    .orderBy('agenda_item.position')
    .select(['agenda_item.id', 'agenda_item.number', 'agenda_item.title', 'agenda_item.level', 'agenda_item.kind'])
    .select(['agenda_item.minutes_id as minutesId', 'controlled.day as minutesDay'])
    .select(['agenda_item.audience', 'agenda_item.without_administration as withoutAdministration'])
    .select(({ selectFrom }) =>
      selectFrom('agenda_item as any_item')
        .where('any_item.network_id', '=', viewer.network.id)
        .where('any_item.meeting_id', '=', meetingId)
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .as('all'),
    )
    .execute()
  return rows.map(({ all, number, ...item }) => ({ ...item, number: all === rows.length ? number : null }))
}

export async function insertAgendaItems(
  viewer: Viewer,
  items: readonly Omit<Schema['agenda_item'], 'network_id'>[],
): Promise<void> {
  await viewer.db
    .insertInto('agenda_item')
    .values(items.map(item => ({ network_id: viewer.network.id, ...item })))
    .execute()
}

/** Empties the agenda of a meeting that was only planned: what was really on it stands in its minutes. */
export async function clearAgenda(viewer: Viewer, meetingId: Id): Promise<void> {
  await viewer.db
    .deleteFrom('agenda_item')
    .where('network_id', '=', viewer.network.id)
    .where('meeting_id', '=', meetingId)
    .execute()
}

/** The controls on an agenda, whoever may see them: for adding one that is missing. */
export async function controlsOf(viewer: Viewer, meetingId: Id): Promise<{ minutesId: Id | null; position: number }[]> {
  return viewer.db
    .selectFrom('agenda_item')
    .where('network_id', '=', viewer.network.id)
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', 'minutes_control')
    .select(['minutes_id as minutesId', 'position'])
    .execute()
}

/** Every item of a meeting, whoever may see it: for acts that end the planning of all of them. */
export async function wholeAgenda(
  viewer: Viewer,
  meetingId: Id,
): Promise<{ id: Id; title: string; position: number }[]> {
  return viewer.db
    .selectFrom('agenda_item')
    .where('network_id', '=', viewer.network.id)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .select(['id', 'title', 'position'])
    .execute()
}
