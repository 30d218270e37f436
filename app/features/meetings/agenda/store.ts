import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Id, Schema } from '../../../ground/schema.ts'
import type { AgendaItem } from '../model.ts'

/**
 * The agenda as the viewer may see it, in order. Where it has items that are not for him, no written number is given:
 * a gap would tell of them. What a consequence put there comes with its commitment, in the same query.
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
    .select('agenda_item.duration')
    .select(({ selectFrom }) =>
      selectFrom('agenda_item as any_item')
        .where('any_item.network_id', '=', viewer.network.id)
        .where('any_item.meeting_id', '=', meetingId)
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .as('all'),
    )
    .select(sql<boolean>`coalesce(minutes.state <> 'approved', false)`.as('minutesWait'))
    .select(firedInto(viewer, meetingId).as('fired'))
    .execute()
  return rows.map(({ all, number, fired, ...item }) => ({
    ...item,
    number: all === rows.length ? number : null,
    commitment: fired[item.id] ?? null,
  }))
}

/** By the item that a consequence became on this agenda: its commitment, as far as the viewer sees both. */
const firedInto = (viewer: Viewer, meetingId: Id) =>
  sql<Record<Id, NonNullable<AgendaItem['commitment']>>>`(
    select coalesce(json_object_agg(fired.item_id, json_build_object('id', about.id, 'name', about.wording)), '{}')
    from (${visible
      .consequences(viewer)
      .where('consequence.meeting_id', '=', meetingId)
      .where('consequence.item_id', 'is not', null)
      .select(['consequence.item_id', 'consequence.commitment_id'])}) fired
    join (${visible.commitments(viewer).select(['commitment.id', 'commitment.wording'])}) about
      on about.id = fired.commitment_id)`

export async function insertAgendaItems(
  viewer: Viewer,
  items: readonly Omit<Schema['agenda_item'], 'network_id'>[],
): Promise<void> {
  await viewer.db
    .insertInto('agenda_item')
    .values(items.map(item => ({ network_id: viewer.network.id, ...item })))
    .execute()
}

/** Keeps others from ordering the same agenda until the transaction ends. */
export async function lockAgenda({ db, network }: Viewer, meetingId: Id): Promise<void> {
  const meeting = db.selectFrom('meeting').where('network_id', '=', network.id).where('id', '=', meetingId)
  await meeting.select('id').forUpdate().execute()
}

/** Gives items the places of each other: the first of them the first place that any of them has. The rest stay. */
export async function orderItems({ db, network }: Viewer, ids: readonly Id[]): Promise<void> {
  await sql`
    update agenda_item set position = placed.position
    from (
      select given.id, slot.position
      from unnest(${ids}::uuid[]) with ordinality as given (id, nth)
      join (
        select position, row_number() over (order by position) as nth from agenda_item
        where network_id = ${network.id} and id = any(${ids}::uuid[])
      ) slot using (nth)
    ) placed
    where agenda_item.network_id = ${network.id} and agenda_item.id = placed.id`.execute(db)
}

/** A free place behind `position`, before whatever comes next; what comes later makes room where there is none. */
export async function freePlace({ db, network }: Viewer, meetingId: Id, position: number): Promise<number> {
  const items = db.selectFrom('agenda_item').where('network_id', '=', network.id).where('meeting_id', '=', meetingId)
  const next = await items
    .where('position', '>', position)
    .select(({ fn }) => fn.min('position').as('at'))
    .executeTakeFirst()
  const gap = (next?.at ?? position + 2 * ROOM) - position
  if (gap > 1) return position + Math.min(Math.floor(gap / 2), ROOM)
  await db
    .updateTable('agenda_item')
    .where('network_id', '=', network.id)
    .where('meeting_id', '=', meetingId)
    .where('position', '>', position)
    .set({ position: sql`position + ${2 * ROOM}` })
    .execute()
  return position + ROOM
}
const ROOM = 100

/** The last place before another, of items that the viewer may see; 0 where none is. */
export async function placeBefore(viewer: Viewer, meetingId: Id, position: number): Promise<number> {
  const items = visible.agendaItems(viewer).where('agenda_item.meeting_id', '=', meetingId)
  const before = items.where('agenda_item.position', '<', position)
  const last = await before.select(({ fn }) => fn.max('agenda_item.position').as('at')).executeTakeFirst()
  return last?.at ?? 0
}

export async function placeOf(viewer: Viewer, meetingId: Id, itemId: Id): Promise<number | null> {
  const items = visible.agendaItems(viewer).where('agenda_item.meeting_id', '=', meetingId)
  return (
    (await items.where('agenda_item.id', '=', itemId).select('agenda_item.position').executeTakeFirst())?.position ??
    null
  )
}

export async function updateItem(
  { db, network }: Viewer,
  id: Id,
  content: Pick<Schema['agenda_item'], 'title' | 'level' | 'duration'>,
): Promise<void> {
  await db.updateTable('agenda_item').where('network_id', '=', network.id).where('id', '=', id).set(content).execute()
}

/** Whether minutes are being written under an item, or something was voted on. */
export async function isWritten({ db, network }: Viewer, id: Id): Promise<boolean> {
  for (const table of ['writing', 'vote', 'election'] as const) {
    const kept = db.selectFrom(table).where('network_id', '=', network.id).where('agenda_item_id', '=', id)
    if ((await kept.select('number').limit(1).executeTakeFirst()) !== undefined) return true
  }
  return false
}

export async function deleteItem({ db, network }: Viewer, id: Id): Promise<void> {
  await db.deleteFrom('agenda_item').where('network_id', '=', network.id).where('id', '=', id).execute()
}

/**
 * Empties the agenda of a meeting that was only planned: what was really on it stands in its minutes. An item under which
 * was voted or somebody elected stays with that.
 */
export async function clearAgenda(viewer: Viewer, meetingId: Id): Promise<void> {
  await viewer.db
    .deleteFrom('agenda_item')
    .where('network_id', '=', viewer.network.id)
    .where('meeting_id', '=', meetingId)
    .where(
      'id',
      'not in',
      viewer.db.selectFrom('vote').where('network_id', '=', viewer.network.id).select('agenda_item_id'),
    )
    .where(
      'id',
      'not in',
      viewer.db.selectFrom('election').where('network_id', '=', viewer.network.id).select('agenda_item_id'),
    )
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
