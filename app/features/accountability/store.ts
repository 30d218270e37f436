import { sql } from 'kysely'
import { type Link, linked } from '../../access/link.ts'
import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { newId } from '../../ground/ids.ts'
import type { Day, Id } from '../../ground/schema.ts'
import type { EntryShown, Numbers } from './contract.ts'
import {
  type AccountSide,
  AUTHORITIES,
  type Facts,
  type Measure,
  PAGE,
  type PublicAnswer,
  type PublicStep,
} from './model.ts'
import type { Demand } from './preparing/store.ts'

type NewEntry = Facts & {
  readonly side: AccountSide
  readonly line: readonly PublicStep[]
  readonly markedOn: Day | null
  readonly demand: Demand
  readonly wording: string
  readonly askedOn: Day
  readonly answers: readonly PublicAnswer[]
  readonly publicFrom: Day
}

/** Keeps an entry as its authority is shown it, with what the authority said beside the one before. */
export async function insertEntry(viewer: Viewer, entry: NewEntry): Promise<Id> {
  const { db, network, ground } = viewer
  const { demand } = entry
  const id = newId(ground.clock)
  const before = await db
    .selectFrom('account_entry')
    .where('network_id', '=', network.id)
    .where('authority', '=', demand.authority)
    .where('side', '=', entry.side)
    .orderBy('id', 'desc')
    .select(['authority_id as authorityId'])
    .executeTakeFirst()
  await db
    .insertInto('account_entry')
    .values({
      ...{ network_id: network.id, id, commitment_id: demand.id, side: entry.side, authority: demand.authority },
      ...{ authority_id: demand.authorityId ?? before?.authorityId ?? newId(ground.clock) },
      ...{ wording: entry.wording, asked_on: entry.askedOn, due_on: entry.dueOn, state: entry.state },
      ...{ answered_on: entry.answeredOn, promised_on: entry.promisedOn, kept_on: entry.keptOn },
      ...{ marked_on: entry.markedOn, line: JSON.stringify(entry.line) },
      ...{ answers: JSON.stringify(entry.answers), proposed_by: viewer.personId, proposed_at: now(viewer) },
      ...{ public_from: entry.publicFrom, published_by: null, published_at: null },
      ...{ withdrawn_by: null, withdrawn_at: null, withdrawn_reason: null },
    })
    .execute()
  const said = await db
    .selectFrom('account_statement')
    .innerJoin('account_entry as older', join =>
      join
        .onRef('older.network_id', '=', 'account_statement.network_id')
        .onRef('older.id', '=', 'account_statement.entry_id'),
    )
    .where('account_statement.network_id', '=', network.id)
    .where('older.commitment_id', '=', demand.id)
    .where('older.authority', '=', demand.authority)
    .orderBy('older.id', 'desc')
    .orderBy('account_statement.number', 'desc')
    .select(['account_statement.content', 'account_statement.said_at as at'])
    .executeTakeFirst()
  if (said) await insertStatement(viewer, id, said.content, said.at)
  return id
}

export async function insertStatement(viewer: Viewer, entryId: Id, content: string, at = now(viewer)): Promise<void> {
  const { db, network, ground } = viewer
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from account_statement
    where network_id = ${network.id} and entry_id = ${entryId})`
  await db
    .insertInto('account_statement')
    .values({ network_id: network.id, id: newId(ground.clock), entry_id: entryId, number, content, said_at: at })
    .execute()
}

const now = ({ ground }: Viewer): string => ground.clock.instant().toString()

/** An entry that waits for its authority. */
export async function waitingOf(viewer: Viewer, commitmentId: Id): Promise<boolean> {
  const row = await visible
    .accountEntries(viewer)
    .where('account_entry.commitment_id', '=', commitmentId)
    .where('account_entry.published_at', 'is', null)
    .where('account_entry.withdrawn_at', 'is', null)
    .select('account_entry.id')
    .executeTakeFirst()
  return row !== undefined
}

/** What every reader of entries asks for: the last statement beside it. */
const said = (column: string) => sql`(select ${sql.ref(column)} from account_statement s
  where s.network_id = account_entry.network_id and s.entry_id = account_entry.id order by s.number desc limit 1)`
const saidContent = sql<string | null>`${said('s.content')}`
const saidAt = sql<string | null>`${said('s.said_at')}`

const shownColumns = [
  'account_entry.id',
  'account_entry.commitment_id as commitmentId',
  'account_entry.authority',
  'account_entry.wording',
  'account_entry.asked_on as askedOn',
  'account_entry.due_on as dueOn',
  'account_entry.state',
  'account_entry.side',
  'account_entry.answered_on as answeredOn',
  'account_entry.promised_on as promisedOn',
  'account_entry.kept_on as keptOn',
  'account_entry.marked_on as markedOn',
  'account_entry.answers',
  'account_entry.line',
  'account_entry.proposed_at as asOf',
  'account_entry.public_from as publicFrom',
  'account_entry.published_at as publishedAt',
  'account_entry.withdrawn_at as withdrawnAt',
  'account_entry.withdrawn_reason as withdrawnReason',
] as const

const rowsOf = (query: ReturnType<typeof visible.accountEntries>) =>
  query.select(shownColumns).select([saidContent.as('content'), saidAt.as('said')])
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

export const entryOf = (row: Row): EntryShown => ({
  ...{ id: row.id, side: row.side, authority: row.authority, wording: row.wording, askedOn: row.askedOn },
  ...{ dueOn: row.dueOn, state: row.state, answeredOn: row.answeredOn, promisedOn: row.promisedOn },
  ...{ keptOn: row.keptOn, markedOn: row.markedOn, answers: row.answers as PublicAnswer[] },
  ...{ line: row.line as PublicStep[], asOf: row.asOf },
  statement: row.content !== null && row.said !== null ? { content: row.content, at: row.said } : null,
})

const isPublic = sql<boolean>`(account_entry.published_at is not null and account_entry.withdrawn_at is null)`
/** The same as `counts` of the model, in SQL. */
const counted = ({ today }: Viewer): Readonly<Record<Measure, ReturnType<typeof sql<boolean>>>> => ({
  asked: sql<boolean>`true`,
  answered: sql<boolean>`account_entry.answered_on is not null`,
  promised: sql<boolean>`account_entry.promised_on is not null`,
  kept: sql<boolean>`account_entry.kept_on is not null`,
  late: sql<boolean>`(account_entry.kept_on is null and account_entry.state not in ('done', 'dropped')
    and (account_entry.state = 'missed' or account_entry.due_on < ${today}))`,
})

/** The numbers of every authority, those of whom most was asked first. */
export async function numbersOf(
  viewer: Viewer,
  authorityId?: Id,
): Promise<(Numbers & { id: Id; side: AccountSide; authority: string })[]> {
  const is = counted(viewer)
  const count = (measure: Measure) => sql<number>`(count(*) filter (where ${is[measure]}))::int`.as(measure)
  const days = (column: 'answered_on' | 'promised_on' | 'kept_on') =>
    sql<
      number | null
    >`percentile_cont(0.5) within group (order by ${sql.ref(`account_entry.${column}`)} - account_entry.asked_on)`
  const query = visible
    .accountEntries(viewer)
    .where(isPublic)
    .groupBy(['account_entry.authority_id', 'account_entry.side'])
    .select('account_entry.authority_id as id')
    .select(sql<string>`(array_agg(account_entry.authority order by account_entry.id desc))[1]`.as('authority'))
    .select([count('asked'), count('answered'), count('promised'), count('kept'), count('late')])
    .select([days('answered_on').as('daysToAnswer'), days('promised_on').as('daysToPromise')])
    .select([days('kept_on').as('daysToKept'), 'account_entry.side'])
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('account_entry.authority_id')
    .limit(AUTHORITIES + 1)
  return (authorityId ? query.where('account_entry.authority_id', '=', authorityId) : query).execute()
}

/** What stands behind a number, the last asked first. */
export async function entriesBehind(viewer: Viewer, authorityId: Id, measure: Measure, page: number) {
  const rows = await rowsOf(visible.accountEntries(viewer))
    .where(isPublic)
    .where('account_entry.authority_id', '=', authorityId)
    .where(counted(viewer)[measure])
    .orderBy('account_entry.asked_on', 'desc')
    .orderBy('account_entry.id', 'desc')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  return rows.map(entryOf)
}

/** What is public, the last published first, with the authority's id. */
export async function publicEntries(viewer: Viewer, limit: number) {
  const rows = await rowsOf(visible.accountEntries(viewer))
    .where(isPublic)
    .orderBy('account_entry.published_at', 'desc')
    .orderBy('account_entry.id', 'desc')
    .limit(limit)
    .select('account_entry.authority_id as authorityId')
    .execute()
  return rows.map(row => ({ ...entryOf(row), authorityId: row.authorityId, publishedAt: row.publishedAt! }))
}

const PREPARED = 200
/** What waits, is public or was withdrawn of commitments that the viewer sees, the last proposed first. */
export const preparedEntries = (viewer: Viewer): Promise<Row[]> =>
  rowsOf(
    visible
      .accountEntries(viewer)
      .where('account_entry.commitment_id', 'in', visible.commitments(viewer).select('commitment.id')),
  )
    .orderBy('account_entry.id', 'desc')
    .limit(PREPARED)
    .execute()

export async function lockEntry(viewer: Viewer, id: Id) {
  const row = await visible
    .accountEntries(viewer)
    .where('account_entry.id', '=', id)
    .select([
      'account_entry.id',
      'account_entry.commitment_id as commitmentId',
      'account_entry.public_from as publicFrom',
    ])
    .select(['account_entry.published_at as publishedAt', 'account_entry.withdrawn_at as withdrawnAt'])
    .forUpdate('account_entry')
    .executeTakeFirst()
  return row ?? null
}

export async function linkedEntry(viewer: Viewer, link: Link): Promise<Row | null> {
  const row = await rowsOf(linked.accountEntries(viewer, link)).executeTakeFirst()
  return row ?? null
}

export async function statementsBy(viewer: Viewer, link: Link): Promise<number> {
  const { count } = await linked
    .accountStatements(viewer, link)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const changed = ({ db, network }: Viewer) => db.updateTable('account_entry').where('network_id', '=', network.id)

/** A newer entry takes the place of the one before. */
export async function publish(viewer: Viewer, entry: { id: Id; commitmentId: Id }): Promise<void> {
  const { personId } = viewer
  await changed(viewer)
    .where('commitment_id', '=', entry.commitmentId)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .set({ withdrawn_by: personId, withdrawn_at: now(viewer), withdrawn_reason: '' })
    .execute()
  await changed(viewer)
    .where('id', '=', entry.id)
    .set({ published_by: personId, published_at: now(viewer) })
    .execute()
}

export async function withdraw(viewer: Viewer, id: Id, reason: string): Promise<void> {
  const gone = { withdrawn_by: viewer.personId, withdrawn_at: now(viewer), withdrawn_reason: reason }
  await changed(viewer).where('id', '=', id).set(gone).execute()
}
