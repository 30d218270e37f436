import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { clockTime } from '../../../ground/database.ts'
import type { Id } from '../../../ground/schema.ts'
import { raise } from '../../../ground/signals.ts'
import { textOf, WHOLE_EVERY, type WritingMeeting, wholeOf } from './model.ts'

/** The meeting, where the viewer sees it as a whole and it was not held yet. */
export async function findWritingMeeting(viewer: Viewer, id: Id): Promise<WritingMeeting | null> {
  const row = await visible
    .wholeMeetings(viewer)
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'meeting.network_id').onRef('body.id', '=', 'meeting.body_id'),
    )
    .where('meeting.id', '=', id)
    .where('meeting.state', 'in', ['draft', 'scheduled'])
    .select([
      'meeting.id',
      'meeting.name',
      'body.id as bodyId',
      'body.name as bodyName',
      'meeting.day',
      'meeting.place',
    ])
    .select(clockTime('meeting.start_time').as('startTime'))
    .select(clockTime('meeting.end_time').as('endTime'))
    .select(({ selectFrom }) =>
      selectFrom('reading')
        .whereRef('reading.network_id', '=', 'meeting.network_id')
        .whereRef('reading.meeting_id', '=', 'meeting.id')
        .where('reading.state', '=', 'open')
        .select('reading.id')
        .limit(1)
        .as('readingId'),
    )
    .executeTakeFirst()
  return row ?? null
}

/** The items that the viewer writes under, by id; in no order. */
export async function itemsToWrite(viewer: Viewer, meetingId: Id): Promise<ReadonlySet<Id>> {
  const rows = await visible
    .itemsToWrite(viewer)
    .where('agenda_item.meeting_id', '=', meetingId)
    .select('agenda_item.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** How many items the meeting has, whoever may see them: only compared, never shown. */
export async function countItems({ db, network }: Viewer, meetingId: Id): Promise<number> {
  const row = await db
    .selectFrom('agenda_item')
    .where('network_id', '=', network.id)
    .where('meeting_id', '=', meetingId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** The meeting of an item that the viewer writes under. */
export async function meetingOfItem(viewer: Viewer, id: Id): Promise<Id | null> {
  const row = await visible
    .itemsToWrite(viewer)
    .where('agenda_item.id', '=', id)
    .select('agenda_item.meeting_id as meetingId')
    .executeTakeFirst()
  return row?.meetingId ?? null
}

/** An item that the viewer writes under, with its meeting; its row is taken, so that changes are numbered one by one. */
export async function lockItem(viewer: Viewer, id: Id): Promise<{ id: Id; meetingId: Id } | null> {
  const row = await visible
    .itemsToWrite(viewer)
    .where('agenda_item.id', '=', id)
    .select(['agenda_item.id', 'agenda_item.meeting_id as meetingId'])
    .forUpdate('agenda_item')
    .executeTakeFirst()
  return row ?? null
}

export type Change = { readonly item: Id; readonly number: number; readonly change: Uint8Array }

/**
 * The changes after those that somebody has, by item and in order. Who has little gets one that holds all before it
 * first.
 */
export async function changesAfter(
  viewer: Viewer,
  items: Iterable<Id>,
  since: ReadonlyMap<Id, number>,
): Promise<Change[]> {
  const ids = [...items]
  if (ids.length === 0) return []
  const has = sql`coalesce((${JSON.stringify(Object.fromEntries(since))}::jsonb ->> writing.agenda_item_id::text)::int, 0)`
  return visible
    .writings(viewer)
    .where('writing.agenda_item_id', 'in', ids)
    .where(
      sql<boolean>`writing.number > greatest(${has}, coalesce((select max(w.number) - 1 from writing w
        where w.network_id = writing.network_id and w.agenda_item_id = writing.agenda_item_id and w.whole), 0))`,
    )
    .orderBy('writing.agenda_item_id')
    .orderBy('writing.number')
    .select(['writing.agenda_item_id as item', 'writing.number', 'writing.change'])
    .execute()
}

/** The changes up to one of them, for telling what somebody made of the text he was shown. */
export async function changesUpTo(viewer: Viewer, item: Id, last: number): Promise<Uint8Array[]> {
  const rows = await visible
    .writings(viewer)
    .where('writing.agenda_item_id', '=', item)
    .where('writing.number', '<=', last)
    .orderBy('writing.number')
    .select(['writing.change', 'writing.whole'])
    .execute()
  const begin = rows.findLastIndex(({ whole }) => whole)
  return rows.slice(Math.max(begin, 0)).map(({ change }) => change)
}

/** What stands under each item, with the number of its last change. */
export async function textsOf(viewer: Viewer, items: Iterable<Id>): Promise<Map<Id, { text: string; last: number }>> {
  const changes = Map.groupBy(await changesAfter(viewer, items, new Map()), ({ item }) => item)
  return new Map(
    [...changes].map(([item, some]) => [
      item,
      { text: textOf(some.map(({ change }) => change)), last: some.at(-1)!.number },
    ]),
  )
}

/** Keeps a change; the item's row is locked by the caller. Gives its number. */
export async function appendChange(
  viewer: Viewer,
  { id, meetingId }: { id: Id; meetingId: Id },
  change: Uint8Array,
): Promise<number> {
  const { db, network, ground, personId } = viewer
  const last = await db
    .selectFrom('writing')
    .where('network_id', '=', network.id)
    .where('agenda_item_id', '=', id)
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const whole = number % WHOLE_EVERY === 0
  const kept = whole ? wholeOf([...(await changesUpTo(viewer, id, number)), change]) : change
  await db
    .insertInto('writing')
    .values({
      ...{ network_id: network.id, agenda_item_id: id, number, change: Buffer.from(kept), whole },
      ...{ person_id: personId, at: ground.clock.instant().toString() },
    })
    .execute()
  await raise(db, { kind: 'writing', network: network.id, meeting: meetingId })
  return number
}

/** The text of a meeting stands in its minutes now: the log of how it was written goes. */
export async function endWriting({ db, network }: Viewer, meetingId: Id): Promise<void> {
  const items = db
    .selectFrom('agenda_item')
    .where('network_id', '=', network.id)
    .where('meeting_id', '=', meetingId)
    .select('id')
  await db.deleteFrom('writing').where('network_id', '=', network.id).where('agenda_item_id', 'in', items).execute()
}

/** What is written under an item: all its changes, and the number of the last. */
export type WrittenItem = {
  readonly id: Id
  readonly meetingId: Id
  readonly last: number
  readonly changes: readonly Uint8Array[]
}

/** Items under which something is written, in the whole network, whoever may see it: for the erasure of a person. */
export async function writtenItems({ db, network }: Viewer): Promise<WrittenItem[]> {
  const rows = await db
    .selectFrom('writing')
    .innerJoin('agenda_item', join =>
      join
        .onRef('agenda_item.network_id', '=', 'writing.network_id')
        .onRef('agenda_item.id', '=', 'writing.agenda_item_id'),
    )
    .where('writing.network_id', '=', network.id)
    .orderBy('writing.agenda_item_id')
    .orderBy('writing.number')
    .select(['agenda_item.id', 'agenda_item.meeting_id as meetingId', 'writing.number', 'writing.change'])
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map(some => {
    const { id, meetingId, number } = some.at(-1)!
    return { id, meetingId, last: number, changes: some.map(({ change }) => change) }
  })
}

/** Begins the log of an item anew with one change that holds what all of it says with this last one. */
export async function replaceChanges(viewer: Viewer, item: WrittenItem, change: Uint8Array): Promise<void> {
  const { db, network, ground } = viewer
  await db.deleteFrom('writing').where('network_id', '=', network.id).where('agenda_item_id', '=', item.id).execute()
  const whole = Buffer.from(wholeOf([...item.changes, change]))
  await db
    .insertInto('writing')
    .values({
      ...{ network_id: network.id, agenda_item_id: item.id, number: item.last + 1, change: whole, whole: true },
      ...{ person_id: null, at: ground.clock.instant().toString() },
    })
    .execute()
  await raise(db, { kind: 'writing', network: network.id, meeting: item.meetingId })
}
