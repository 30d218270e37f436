import type { Updateable } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Id, Schema } from '../../../ground/schema.ts'
import type { AsRead, EntryItem, EntryNow, HeadNow, Item, Names, Review } from './model.ts'

/** A line of the list of readings. */
export type ReadingRow = {
  readonly id: Id
  readonly title: string
  readonly fileName: string
  readonly state: Review['state']
  readonly createdAt: string
  readonly undecided: number
}

export async function listReadings(viewer: Viewer): Promise<ReadingRow[]> {
  const rows = await visible
    .readings(viewer)
    .innerJoin('source', join =>
      join.onRef('source.network_id', '=', 'reading.network_id').onRef('source.id', '=', 'reading.source_id'),
    )
    .select(['reading.id', 'reading.head', 'reading.state', 'reading.created_at', 'source.file_name'])
    .select(({ selectFrom }) =>
      selectFrom('reading_item')
        .whereRef('reading_item.network_id', '=', 'reading.network_id')
        .whereRef('reading_item.reading_id', '=', 'reading.id')
        .where('reading_item.state', '=', 'proposed')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('undecided'),
    )
    .where('reading.state', '<>', 'discarded')
    .orderBy('reading.id', 'desc')
    .limit(100)
    .execute()
  return rows.map(row => ({
    id: row.id,
    title: (row.head as HeadNow).title || row.file_name,
    fileName: row.file_name,
    state: row.state,
    createdAt: row.created_at,
    undecided: row.state === 'open' ? (row.undecided ?? 0) : 0,
  }))
}

/** The whole review in two queries; null where there is none for the viewer. */
export async function findReview(viewer: Viewer, id: Id): Promise<Review | null> {
  const row = await visible
    .readings(viewer)
    .innerJoin('source', join =>
      join.onRef('source.network_id', '=', 'reading.network_id').onRef('source.id', '=', 'reading.source_id'),
    )
    .where('reading.id', '=', id)
    .selectAll('reading')
    .select(['source.file_name', 'source.content'])
    .executeTakeFirst()
  if (!row) return null
  const items = await visible
    .readingItems(viewer)
    .where('reading_item.reading_id', '=', id)
    .orderBy('reading_item.line_from')
    .orderBy('reading_item.position')
    .selectAll('reading_item')
    .execute()
  return {
    id: row.id,
    sourceId: row.source_id,
    fileName: row.file_name,
    state: row.state,
    revision: row.revision,
    head: row.head as HeadNow,
    bodyId: row.body_id,
    meetingId: row.meeting_id ?? null,
    audience: row.audience,
    withoutAdministration: row.without_administration,
    findings: row.findings as Review['findings'],
    names: row.names as Names,
    lines: row.content.split('\n'),
    items: items.map(
      item =>
        ({
          id: item.id,
          section: item.section,
          lines: { from: item.line_from, to: item.line_to },
          position: item.position,
          state: item.state,
          touched: item.read === null || item.changed_at !== null,
          now: item.now,
          ...(item.section === 'entry' ? { read: asRead(item.read as EntryNow | null) } : {}),
        }) as Item,
    ),
  }
}

const asRead = (read: EntryNow | null): AsRead | null => read && { confidence: read.confidence, doubts: read.doubts }

/** An earlier reading of the same bytes that the viewer sees, discarded ones aside. */
export async function readingOfSame(viewer: Viewer, sha256: string): Promise<Id | null> {
  const row = await visible
    .readings(viewer)
    .innerJoin('source', join =>
      join.onRef('source.network_id', '=', 'reading.network_id').onRef('source.id', '=', 'reading.source_id'),
    )
    .where('source.sha256', '=', sha256)
    .where('reading.state', '<>', 'discarded')
    .select('reading.id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Takes the row for this transaction, so that two who confirm at once come one after the other. */
export async function lockReading(viewer: Viewer, id: Id): Promise<boolean> {
  const row = await visible
    .readings(viewer)
    .where('reading.id', '=', id)
    .select('reading.id')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function insertSource(
  viewer: Viewer,
  source: Omit<Schema['source'], 'network_id' | 'id' | 'created_at' | 'created_by'>,
): Promise<Id> {
  const id = newId(viewer.ground.clock)
  await viewer.db
    .insertInto('source')
    .values({
      ...source,
      network_id: viewer.network.id,
      id,
      created_by: viewer.personId,
      created_at: viewer.ground.clock.instant().toString(),
    })
    .execute()
  return id
}

export async function insertReading(
  viewer: Viewer,
  reading: Pick<
    Review,
    'sourceId' | 'bodyId' | 'meetingId' | 'head' | 'findings' | 'names' | 'audience' | 'withoutAdministration'
  > & {
    reader: string
  },
): Promise<Id> {
  const id = newId(viewer.ground.clock)
  await viewer.db
    .insertInto('reading')
    .values({
      network_id: viewer.network.id,
      id,
      source_id: reading.sourceId,
      body_id: reading.bodyId,
      meeting_id: reading.meetingId,
      reader: reading.reader,
      state: 'open',
      revision: 1,
      head: JSON.stringify(reading.head),
      findings: JSON.stringify(reading.findings),
      names: JSON.stringify(reading.names),
      audience: reading.audience,
      without_administration: reading.withoutAdministration,
      created_by: viewer.personId,
      created_at: viewer.ground.clock.instant().toString(),
      settled_by: null,
      settled_at: null,
    })
    .execute()
  return id
}

/** Rows a statement: PostgreSQL allows 65,535 parameters, a row has eleven. */
const ROWS_AT_ONCE = 2000

/** `read` says whether the reader made them; what a person adds has no reading of its own. */
export async function insertItems(
  viewer: Viewer,
  readingId: Id,
  items: readonly Pick<Item, 'section' | 'lines' | 'position' | 'state' | 'now'>[],
  by: 'reader' | 'person',
): Promise<Id[]> {
  const at = viewer.ground.clock.instant().toString()
  const rows = items.map(item => ({
    network_id: viewer.network.id,
    id: newId(viewer.ground.clock),
    reading_id: readingId,
    section: item.section,
    line_from: item.lines.from,
    line_to: item.lines.to,
    position: item.position,
    state: item.state,
    read: by === 'reader' ? JSON.stringify(item.now) : null,
    now: JSON.stringify(item.now),
    changed_by: by === 'person' ? viewer.personId : null,
    changed_at: by === 'person' ? at : null,
  }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await viewer.db
      .insertInto('reading_item')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
  return rows.map(row => row.id)
}

export async function updateReading(viewer: Viewer, id: Id, change: Updateable<Schema['reading']>): Promise<void> {
  await viewer.db
    .updateTable('reading')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', id)
    .set(change)
    .set(eb => ({ revision: eb('revision', '+', 1) }))
    .execute()
}

export async function updateItem(viewer: Viewer, item: Pick<Item, 'id' | 'lines' | 'state' | 'now'>): Promise<void> {
  await viewer.db
    .updateTable('reading_item')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', item.id)
    .set({
      now: JSON.stringify(item.now),
      state: item.state,
      line_from: item.lines.from,
      line_to: item.lines.to,
      changed_by: viewer.personId,
      changed_at: viewer.ground.clock.instant().toString(),
    })
    .execute()
}

/** Keeps what the reader proposes anew; nobody has changed anything. */
export async function updateProposal(viewer: Viewer, { id, now }: EntryItem): Promise<void> {
  await viewer.db
    .updateTable('reading_item')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', id)
    .set({ now: JSON.stringify(now) })
    .execute()
}

/** Judging keeps who judged, and leaves `changed_at` to changes of the content. */
export async function judgeItems(
  viewer: Viewer,
  readingId: Id,
  ids: readonly Id[],
  state: Item['state'],
): Promise<void> {
  if (ids.length === 0) return
  await viewer.db
    .updateTable('reading_item')
    .where('network_id', '=', viewer.network.id)
    .where('reading_id', '=', readingId)
    .where('id', 'in', ids)
    .set({ state, changed_by: viewer.personId })
    .execute()
}

export async function settleReading(viewer: Viewer, id: Id, state: 'confirmed' | 'discarded'): Promise<void> {
  await updateReading(viewer, id, {
    state,
    settled_by: viewer.personId,
    settled_at: viewer.ground.clock.instant().toString(),
  })
}
