import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Id, Report, Timestamp } from '../../../ground/schema.ts'
import type { CommitmentLine, CommitmentListInput, Counts } from '../contract.ts'
import { type List, openStates } from '../model.ts'
import { officesOf } from '../owner/store.ts'
import { type Commitments, lineOf, lines, ofBody } from '../store.ts'

const PAGE = 50

/** The core of model.ts in SQL, one condition a list. `store.test.ts` proves that both put everything in the same lists. */
function conditions(viewer: Viewer): Record<List, RawBuilder<boolean>> {
  const open = sql<boolean>`commitment.state in (${sql.join(openStates.map(state => sql.lit(state)))})`
  const mine = sql<boolean>`(commitment.owner_person_id = ${viewer.personId}
    or commitment.owner_office_id in (${officesOf(viewer)}))`
  return {
    open,
    overdue: sql`(${open} and commitment.due_on < ${viewer.today})`,
    'without-owner': sql`(${open} and commitment.owner_kind = 'nobody')`,
    'without-date': sql`(${open} and commitment.due_on is null and commitment.due_words is null)`,
    mine: viewer.personId ? sql`(${open} and ${mine})` : sql`false`,
    ended: sql`not ${open}`,
  }
}

/**
 * How many commitments that the viewer sees are in each list, of one body or of all. Counting stops at `COUNTED` open
 * and as many ended ones, so that it costs the same however old a network is; `more` says that there are others. Then
 * the numbers of the parts of `open` are numbers of a part.
 */
export async function countLists(viewer: Viewer, bodyId: Id | null): Promise<Counts> {
  const { open, ended, ...parts } = conditions(viewer)
  const seen = () => ofBody(visible.commitments(viewer), bodyId).limit(COUNTED + 1)
  const row = await viewer.db
    // Under the name of the table, so that the conditions hold for what was cut out of it.
    .selectFrom(seen().where(open).selectAll('commitment').as('commitment'))
    .select(sql<number>`count(*)`.as('open'))
    .select(partNames.map(list => sql<number>`count(*) filter (where ${parts[list]})`.as(list)))
    .select(({ selectFrom, fn }) =>
      selectFrom(seen().where(ended).select('commitment.id').as('past'))
        .select(fn.countAll<number>().as('count'))
        .as('ended'),
    )
    .executeTakeFirstOrThrow()
  const found = row as Record<List, number>
  const more = { open: found.open > COUNTED, ended: found.ended > COUNTED }
  return { counts: { ...found, open: Math.min(found.open, COUNTED), ended: Math.min(found.ended, COUNTED) }, more }
}
const COUNTED = 500
const partNames = ['overdue', 'without-owner', 'without-date', 'mine'] as const satisfies readonly List[]

/**
 * A page of a list, of `size` lines: what is due first comes first, what has no day last; of the ended the youngest first.
 * The cursor is the last line's place in that order, so that a page stays whole while others are added.
 */
export async function listCommitments(
  viewer: Viewer,
  { list, body, after }: CommitmentListInput,
  size = PAGE,
): Promise<{ items: CommitmentLine[]; next: string | null }> {
  const [afterDay, afterId] = (after ?? '').split('~')
  const byDay = list !== 'ended'
  const page = ofBody(visible.commitments(viewer), body ?? null)
    .where(conditions(viewer)[list])
    .$if(byDay && Boolean(afterId), query =>
      query.where(sql<boolean>`(${dueRank}, commitment.id) > (${afterDay || 'infinity'}::date, ${afterId}::uuid)`),
    )
    .$if(!byDay && Boolean(afterId), query => query.where('commitment.id', '<', afterId!))
    .limit(size + 1)
  const rows = byDay
    ? await lines(viewer, page.orderBy(dueRank).orderBy('commitment.id'))
        .orderBy(dueRank)
        .orderBy('commitment.id')
        .execute()
    : await lines(viewer, page.orderBy('commitment.id', 'desc')).orderBy('commitment.id', 'desc').execute()
  const items = rows.slice(0, size).map(row => lineOf(viewer, row))
  const last = rows[size - 1]
  return { items, next: rows.length > size && last ? `${byDay ? (last.due_on ?? 'infinity') : ''}~${last.id}` : null }
}
const dueRank = sql<string>`coalesce(commitment.due_on, 'infinity'::date)`

/** These, as far as the viewer sees them, what is due first first. */
export async function linesOf(viewer: Viewer, ids: readonly Id[]): Promise<CommitmentLine[]> {
  if (ids.length === 0) return []
  const rows = await lines(viewer, visible.commitments(viewer).where('commitment.id', 'in', ids))
    .orderBy(dueRank)
    .orderBy('commitment.id')
    .execute()
  return rows.map(row => lineOf(viewer, row))
}

/**
 * Every open commitment of a body that the viewer may see, with what its owner said last. A report stands on no line of
 * minutes, so it is seen by who sees the commitment.
 */
export async function openOfBody(viewer: Viewer, bodyId: Id): Promise<OpenLine[]> {
  const rows = await reported(viewer, ofBody(visible.commitments(viewer), bodyId).where(conditions(viewer).open))
    .orderBy(dueRank)
    .orderBy('commitment.id')
    .execute()
  return rows.map(row => openLine(viewer, row))
}

/** The same of all bodies, one after the other; at most `most`. */
export async function openLines(viewer: Viewer, most: number): Promise<OpenLine[]> {
  const open = visible.commitments(viewer).where(conditions(viewer).open)
  const rows = await reported(viewer, open.orderBy(dueRank).orderBy('commitment.id').limit(most))
    .orderBy('body.name')
    .orderBy('commitment.body_id')
    .orderBy(dueRank)
    .orderBy('commitment.id')
    .execute()
  return rows.map(row => openLine(viewer, row))
}

const reported = (viewer: Viewer, page: Commitments) =>
  lines(viewer, page)
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('commitment_event as event')
          .whereRef('event.network_id', '=', 'commitment.network_id')
          .whereRef('event.commitment_id', '=', 'commitment.id')
          .where('event.kind', '=', 'report')
          .orderBy('event.at', 'desc')
          .limit(1)
          .select(['event.report', 'event.sentence', 'event.at'])
          .as('last'),
      join => join.onTrue(),
    )
    .select(['last.report', 'last.sentence', 'last.at'])

const openLine = (
  viewer: Viewer,
  row: Awaited<ReturnType<ReturnType<typeof reported>['execute']>>[number],
): OpenLine => ({
  line: lineOf(viewer, row),
  report: row.report && row.at ? { report: row.report, sentence: row.sentence, at: row.at } : null,
})

export type OpenLine = { readonly line: CommitmentLine; readonly report: LastReport | null }
type LastReport = { readonly report: Report; readonly sentence: string | null; readonly at: Timestamp }
