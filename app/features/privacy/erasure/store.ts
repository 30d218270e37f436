import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import { REMOVED_NAME } from '../../../ground/personal.ts'
import type { Id, TableName } from '../../../ground/schema.ts'
import { rewriteText } from '../../minutes/writing/acts.ts'
import {
  type Decide,
  type Search,
  type Spot,
  spotsOf,
  type Value,
  type WordRow,
  withoutPerson,
} from '../trace/model.ts'
import { addressed, columnsOf, keyColumn, type PersonFound, referring, tables, wordRows } from '../trace/store.ts'
import type { ErasureRow } from './model.ts'

const selected = [
  ...(['id', 'person_id as personId', 'state', 'asked_at as askedAt', 'reason', 'settled_at as settledAt'] as const),
] as const

export async function erasuresOf(viewer: Viewer, personId: Id): Promise<ErasureRow[]> {
  return visible.erasures(viewer).where('person_id', '=', personId).orderBy('id', 'desc').select(selected).execute()
}

export async function findErasure(viewer: Viewer, id: Id): Promise<ErasureRow | null> {
  return (await visible.erasures(viewer).where('id', '=', id).select(selected).executeTakeFirst()) ?? null
}

/** Wishes that wait, oldest first, each with the person's name. */
export async function openErasures(viewer: Viewer): Promise<{ id: Id; personId: Id; name: string; askedAt: string }[]> {
  return visible
    .erasures(viewer)
    .innerJoin(visible.people(viewer).select(['person.id', 'person.name']).as('who'), join =>
      join.onRef('who.id', '=', 'erasure.person_id'),
    )
    .where('erasure.state', '=', 'asked')
    .orderBy('erasure.id')
    .select(['erasure.id', 'erasure.person_id as personId', 'who.name', 'erasure.asked_at as askedAt'])
    .execute()
}

/** What was carried out, newest first: when and how much, and nobody's name. */
export async function doneErasures(viewer: Viewer): Promise<{ id: Id; at: string; count: number }[]> {
  const rows = await visible
    .erasures(viewer)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(50)
    .select(['id', 'settled_at as at', 'counts'])
    .execute()
  return rows.map(({ id, at, counts }) => ({
    ...{ id, at: at ?? '' },
    count: Object.values(counts ?? {}).reduce((sum, one) => sum + one, 0),
  }))
}

/** A wish; false where one waits already. */
export async function insertErasure({ db, network, ground, personId }: Viewer, of: Id): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('erasure')
    .values({
      ...{ network_id: network.id, id: newId(ground.clock), person_id: of, state: 'asked', asked_by: personId },
      ...{
        asked_at: ground.clock.instant().toString(),
        reason: null,
        settled_by: null,
        settled_at: null,
        counts: null,
      },
    })
    .onConflict(conflict => conflict.columns(['network_id', 'person_id']).where('state', '=', 'asked').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function declineErasure({ db, network, ground, personId }: Viewer, id: Id, reason: string): Promise<void> {
  await db
    .updateTable('erasure')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .set({ state: 'declined', reason, settled_by: personId, settled_at: ground.clock.instant().toString() })
    .execute()
}

/** Begins the act, in this transaction: the database lets append-only records be changed only behind it. */
export async function beginErasure(viewer: Viewer, of: Id): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const now = ground.clock.instant().toString()
  const settled = { state: 'done', settled_by: personId, settled_at: now } as const
  const asked = await db
    .updateTable('erasure')
    .where('network_id', '=', network.id)
    .where('person_id', '=', of)
    .where('state', '=', 'asked')
    .set(settled)
    .returning('id')
    .executeTakeFirst()
  if (asked) return asked.id
  const id = newId(ground.clock)
  await db
    .insertInto('erasure')
    .values({
      ...{ network_id: network.id, id, person_id: of, asked_by: personId, asked_at: now, reason: null, counts: null },
      ...settled,
    })
    .execute()
  return id
}

export async function keepCounts({ db, network }: Viewer, id: Id, counts: Record<string, number>): Promise<void> {
  await db
    .updateTable('erasure')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .set({ counts: JSON.stringify(counts) })
    .execute()
}

/** Whether somebody else would still coordinate the network. */
export async function coordinatedWithout({ db, network, today }: Viewer, personId: Id): Promise<boolean> {
  const { rows } = await sql`
    select from office_holding h join office o on o.network_id = h.network_id and o.id = h.office_id
    where h.network_id = ${network.id} and o.grants = 'coordination' and h.person_id <> ${personId}
      and h.start_date <= ${today} and coalesce(h.end_date, ${today}) >= ${today} limit 1`.execute(db)
  return rows.length > 0
}

/** Whether the imprint names the person. */
export async function operatorTexts({ db, network }: Viewer): Promise<string[]> {
  const row = await db.selectFrom('operator').where('network_id', '=', network.id).selectAll().executeTakeFirst()
  return Object.values(row ?? {}).filter(value => typeof value === 'string')
}

/** Rows of the person's own, by record: they go. */
export async function ownRows(viewer: Viewer, person: PersonFound): Promise<Map<TableName, Set<string>>> {
  const own = new Map<TableName, Set<string>>()
  for (const table of tables)
    for (const [column, holds] of columnsOf(table)) {
      const isOwn = typeof holds === 'object' && 'person' in holds && holds.person === 'remove'
      const rows = isOwn
        ? await referring(viewer, table, column, person.id)
        : holds === 'address'
          ? await addressed(viewer, table, column, person.email)
          : []
      for (const row of rows) own.set(table, (own.get(table) ?? new Set()).add(keyOf(row)))
    }
  return own
}

const keyOf = (row: Record<string, Value>): string =>
  String(row.id ?? `${row.meeting_id ?? row.agenda_item_id}/${row.person_id}`)

/** References that stay and lead to nobody, how many. */
export async function pseudonyms(viewer: Viewer, personId: Id): Promise<number> {
  let count = 0
  for (const table of tables)
    for (const [column, holds] of columnsOf(table))
      if (typeof holds === 'object' && 'person' in holds && holds.person === 'pseudonym')
        count += (await referring(viewer, table, column, personId)).length
  return count
}

/** Every line that names the person, in every record, and the rows they stand in. */
export async function traces(viewer: Viewer, search: Search): Promise<{ row: WordRow; spots: Spot[] }[]> {
  const found: { row: WordRow; spots: Spot[] }[] = []
  for (const table of tables)
    for (const row of await wordRows(viewer, table, search.person.id)) {
      const spots = spotsOf(row, search)
      if (spots.length > 0) found.push({ row, spots })
    }
  return found
}

/** Records whose rows the app may only add to: they are changed through the erasure's own door. */
const appendOnly: ReadonlySet<TableName> = new Set(['entry', 'decision', 'appointment', 'commitment_event'])

/** Writes the row's texts without the person; false where nothing had to be changed. */
export async function redactRow(
  viewer: Viewer,
  erasure: Id,
  row: WordRow,
  search: Search,
  decide: Decide,
): Promise<boolean> {
  const { db, network } = viewer
  const changed = Object.entries(withoutPerson(row, search, decide))
  if (row.table === 'writing') return changed.length > 0 && rewriteText(viewer, row.key, String(changed[0]![1]))
  for (const [column, value] of changed) {
    const text = typeof value === 'string' || value === null ? value : JSON.stringify(value)
    if (appendOnly.has(row.table))
      await sql`select erase_words(${erasure}, ${row.table}, ${column}, ${row.key}, ${text})`.execute(db)
    else
      await sql`update ${sql.table(row.table)} set ${sql.ref(column)} = ${text}
        where network_id = ${network.id} and ${sql.ref(keyColumn(row.table))} = ${row.key}`.execute(db)
  }
  if (changed.length > 0 && (row.table === 'reading' || row.table === 'commitment')) await moveOn(viewer, row)
  return changed.length > 0
}

/** Whoever has the old text open is told that it has moved. */
async function moveOn({ db, network }: Viewer, { table, key }: WordRow): Promise<void> {
  await sql`update ${sql.table(table)} set revision = revision + 1
    where network_id = ${network.id} and id = ${key}`.execute(db)
}

/** Puts the redacted text in the place of the file that came in, and orders that to be removed after the commit. */
export async function resealSource({ db, network, ground }: Viewer, id: Id): Promise<void> {
  const of = { network_id: network.id, id }
  const row = await db
    .selectFrom('source')
    .where('network_id', '=', of.network_id)
    .where('id', '=', of.id)
    .select(['sha256', 'content', 'file_name'])
    .executeTakeFirstOrThrow()
  const bytes = new TextEncoder().encode(row.content)
  const sha256 = await ground.files.put(network.id, bytes)
  const now = ground.clock.instant().toString()
  await db
    .updateTable('source')
    .where('network_id', '=', of.network_id)
    .where('id', '=', of.id)
    .set({
      ...{ sha256, size: bytes.byteLength, media_type: 'text/plain', redacted_at: now },
      file_name: row.file_name.replace(EXTENSION, '.txt'),
    })
    .execute()
  if (sha256 !== row.sha256) await orderRemoval({ db, network, ground } as Viewer, row.sha256)
}
const EXTENSION = /\.(?:docx|odt|pdf|md)$/i

async function orderRemoval({ db, network, ground }: Viewer, sha256: string): Promise<void> {
  await db
    .insertInto('file_removal')
    .values({ network_id: network.id, sha256, asked_at: ground.clock.instant().toString() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Removes the files that were taken back and that no source names any more. Bears to be done twice. */
export async function removeOrdered(viewer: Viewer): Promise<number> {
  const { db, network, ground } = viewer
  const ordered = await visible.fileRemovals(viewer).select('sha256').execute()
  for (const { sha256 } of ordered) {
    const kept = await db
      .selectFrom('source')
      .where('network_id', '=', network.id)
      .where('sha256', '=', sha256)
      .select('id')
      .executeTakeFirst()
    if (!kept) await ground.files.remove(network.id, sha256)
    await db.deleteFrom('file_removal').where('network_id', '=', network.id).where('sha256', '=', sha256).execute()
  }
  return ordered.length
}

/** Every file of the network that a source names, to be looked into. */
export async function filesOf({ db, network }: Viewer): Promise<{ id: Id; sha256: string; mediaType: string }[]> {
  return db
    .selectFrom('source')
    .where('network_id', '=', network.id)
    .select(['id', 'sha256', 'media_type as mediaType'])
    .execute()
}

/** Takes the person's references, rows, account and mails away. The texts have been redacted before. */
export async function removePerson(viewer: Viewer, erasure: Id, person: PersonFound): Promise<void> {
  const { db, network } = viewer
  await sql`update commitment set owner_kind = 'nobody', owner_person_id = null, owner_name = ${REMOVED_NAME},
      revision = revision + 1
    where network_id = ${network.id} and owner_person_id = ${person.id}`.execute(db)
  await sql`select erase_references(${erasure})`.execute(db)
  for (const table of ['attendance', 'correction', 'frozen_report', 'candidacy', 'vote_cast'] as const)
    await sql`update ${sql.table(table)} set person_id = null
      where network_id = ${network.id} and person_id = ${person.id}`.execute(db)
  await sql`update consequence set to_person_id = null
    where network_id = ${network.id} and to_person_id = ${person.id}`.execute(db)
  await sql`update condition set asked_id = null
    where network_id = ${network.id} and asked_id = ${person.id}`.execute(db)
  await sql`update attendance set represented_by_id = null
    where network_id = ${network.id} and represented_by_id = ${person.id}`.execute(db)
  for (const table of tables)
    for (const [column, holds] of columnsOf(table)) {
      if (table === 'person') continue
      if (holds === 'address' && person.email)
        await sql`delete from ${sql.table(table)}
          where network_id = ${network.id} and lower(${sql.ref(column)}) = ${person.email.toLowerCase()}`.execute(db)
      if (typeof holds === 'object' && 'person' in holds && holds.person === 'remove')
        await sql`delete from ${sql.table(table)}
          where network_id = ${network.id} and ${sql.ref(column)} = ${person.id}`.execute(db)
    }
  await sql`delete from person where network_id = ${network.id} and id = ${person.id}`.execute(db)
  if (person.accountId)
    await sql`select erase_account(${erasure}, ${person.accountId}, ${person.email ?? person.accountId})`.execute(db)
}
