import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { RetentionKind } from '../../../ground/schema/privacy.ts'
import type { Id, Timestamp } from '../../../ground/schema.ts'
import type { Decided, Hold, Run } from './model.ts'

/** What the network decided, newest first. The periods themselves are told to everybody in the privacy notice. */
export async function decidedPeriods({ db, network }: Viewer): Promise<Decided[]> {
  const rows = await db
    .selectFrom('retention_period')
    .leftJoin('person', join =>
      join
        .onRef('person.network_id', '=', 'retention_period.network_id')
        .onRef('person.id', '=', 'retention_period.set_by'),
    )
    .where('retention_period.network_id', '=', network.id)
    .orderBy('retention_period.set_at', 'desc')
    .orderBy('retention_period.id', 'desc')
    .select(['kind', 'days', 'set_at', 'person.name as setBy'])
    .execute()
  return rows.map(({ set_at, ...row }) => ({ ...row, day: dayOf(network.timeZone, set_at) }))
}

const dayOf = (zone: string, instant: Timestamp): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()

export async function insertPeriod(
  viewer: Viewer,
  { kind, days }: { kind: RetentionKind; days: number },
): Promise<void> {
  const { db, network, ground, personId } = viewer
  const at = ground.clock.instant().toString()
  await db
    .insertInto('retention_period')
    .values({ network_id: network.id, id: newId(ground.clock), kind, days, set_by: personId, set_at: at })
    .execute()
}

export async function standingHolds(viewer: Viewer): Promise<(Hold & { kind: RetentionKind })[]> {
  const rows = await visible
    .retentionHolds(viewer)
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('who'), join =>
      join.onRef('who.id', '=', 'retention_hold.set_by'),
    )
    .where('retention_hold.lifted_at', 'is', null)
    .select(['retention_hold.id', 'kind', 'reason', 'set_at', 'who.name as setBy'])
    .execute()
  return rows.map(({ set_at, ...row }) => ({ ...row, since: dayOf(viewer.network.timeZone, set_at) }))
}

/** False where one stands already. */
export async function insertHold(
  viewer: Viewer,
  { kind, reason }: { kind: RetentionKind; reason: string },
): Promise<boolean> {
  const { db, network, ground, personId } = viewer
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('retention_hold')
    .values({
      ...{ network_id: network.id, id: newId(ground.clock), kind, reason, set_by: personId },
      ...{ set_at: ground.clock.instant().toString(), lifted_by: null, lifted_at: null },
    })
    .onConflict(conflict => conflict.columns(['network_id', 'kind']).where('lifted_at', 'is', null).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findHold(viewer: Viewer, id: Id): Promise<{ id: Id } | null> {
  const hold = visible.retentionHolds(viewer).where('id', '=', id).where('lifted_at', 'is', null)
  return (await hold.select('id').executeTakeFirst()) ?? null
}

export async function liftHold({ db, network, ground, personId }: Viewer, id: Id): Promise<void> {
  await db
    .updateTable('retention_hold')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .set({ lifted_by: personId, lifted_at: ground.clock.instant().toString() })
    .execute()
}

const RUNS_SHOWN = 50

export async function listRuns(viewer: Viewer): Promise<Run[]> {
  return visible
    .retentionRuns(viewer)
    .orderBy('id', 'desc')
    .select(['id', 'kind', 'days', 'count', 'at'])
    .limit(RUNS_SHOWN)
    .execute()
}

/** The rows of a kind that are older than `before`. */
function due({ network }: Viewer, kind: RetentionKind, before: Timestamp): RawBuilder<unknown> {
  const here = network.id
  const from: Readonly<Record<RetentionKind, RawBuilder<unknown>>> = {
    outbox: sql`outbox t where t.network_id = ${here} and t.state <> 'waiting' and coalesce(t.sent_at, t.created_at) < ${before}`,
    discarded_reading: sql`reading t where t.network_id = ${here} and t.state = 'discarded' and t.settled_at < ${before}`,
    correction: sql`reading_item t where t.network_id = ${here} and t.reading_id in (
      select r.id from reading r where r.network_id = ${here} and r.state = 'confirmed' and r.settled_at < ${before})`,
    link: sql`personal_link t where t.network_id = ${here} and coalesce(t.revoked_at, t.expires_at) < ${before}
      and t.secret_hash <> t.id::text`,
    session: sql`sign_in.session t where t."expiresAt" < ${before} and t."userId" in (
      select p.account_id from person p where p.network_id = ${here})`,
    journal: sql`journal t where t.network_id = ${here} and t.at < ${before}`,
  }
  return from[kind]
}

/** How many of a kind would go now. Counts alone: no text of them is shown. */
export async function countDue(viewer: Viewer, kind: RetentionKind, before: Timestamp): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${due(viewer, kind, before)}`.execute(
    viewer.db,
  )
  return rows[0]!.n
}

/** Writes down what goes, then lets it go, in one transaction. */
export async function forget(
  viewer: Viewer,
  { kind, days, before, count }: { kind: RetentionKind; days: number; before: Timestamp; count: number },
): Promise<void> {
  const { db, network, ground } = viewer
  const id = newId(ground.clock)
  const at = ground.clock.instant().toString()
  await db
    .insertInto('retention_run')
    .values({ network_id: network.id, id, kind, days, older_than: before, count, at })
    .execute()
  if (kind === 'journal') await sql`select forget_journal(${id})`.execute(db)
  else if (kind === 'discarded_reading') await forgetReadings(viewer, before)
  else if (kind === 'link') await forgetLinks(viewer, before)
  else {
    const table = kind === 'session' ? sql`sign_in.session` : sql.table(kind === 'outbox' ? 'outbox' : 'reading_item')
    await sql`delete from ${table} where id in (select t.id from ${due(viewer, kind, before)})`.execute(db)
  }
}

/** A discarded reading goes with its text; the file is ordered to go where nothing else names it. */
async function forgetReadings(viewer: Viewer, before: Timestamp): Promise<void> {
  const { db, network, ground } = viewer
  const { rows } = await sql<{ id: Id; source: Id }>`
    select t.id, t.source_id as source from ${due(viewer, 'discarded_reading', before)}`.execute(db)
  const [ids, sources] = [rows.map(({ id }) => id), rows.map(({ source }) => source)]
  await sql`delete from reading where network_id = ${network.id} and id = any(${ids}::uuid[])`.execute(db)
  await sql`
    with gone as (
      delete from source s where s.network_id = ${network.id} and s.id = any(${sources}::uuid[])
        and not exists (select from reading r where r.network_id = s.network_id and r.source_id = s.id)
        and not exists (select from revision v where v.network_id = s.network_id and v.source_id = s.id)
      returning sha256)
    insert into file_removal (network_id, sha256, asked_at)
    select distinct ${network.id}::uuid, sha256, ${ground.clock.instant().toString()}::timestamptz from gone
    on conflict do nothing`.execute(db)
}

/** A link through which something was said stays as a number; its secret and its addressee go. */
async function forgetLinks(viewer: Viewer, before: Timestamp): Promise<void> {
  const { db, network } = viewer
  const old = sql`(select t.id from ${due(viewer, 'link', before)})`
  const used = sql`exists (select from commitment_event e where e.network_id = ${network.id} and e.link_id = personal_link.id)`
  await sql`delete from personal_link where network_id = ${network.id} and id in ${old} and not ${used}`.execute(db)
  await sql`update personal_link set secret_hash = id::text, addressee = null
    where network_id = ${network.id} and id in ${old}`.execute(db)
}
