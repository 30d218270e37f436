import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Id, Report, Timestamp } from '../../../ground/schema.ts'
import type { CommitmentLine, CommitmentListInput } from '../contract.ts'
import { type List, lists, openStates } from '../model.ts'
import { officesOf } from '../owner/store.ts'
import { lineOf, lines, ofBody } from '../store.ts'

const PAGE = 50

/** The core of model.ts in SQL, one condition a list. `store.test.ts` proves that both put everything in the same lists. */
function conditions(viewer: Viewer): Record<List, RawBuilder<boolean>> {
  const open = sql<boolean>`commitment.state = any(${[...openStates]}::text[])`
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

/** How many commitments that the viewer sees are in each list, of one body or of all. */
export async function countLists(viewer: Viewer, bodyId: Id | null): Promise<Record<List, number>> {
  const holds = conditions(viewer)
  return ofBody(visible.commitments(viewer), bodyId)
    .select(lists.map(list => sql<number>`count(*) filter (where ${holds[list]})`.as(list)))
    .executeTakeFirstOrThrow() as Promise<Record<List, number>>
}

/**
 * A page of a list: what is due first comes first, what has no day last; of the ended the youngest first.
 * The cursor is the last line's place in that order, so that a page stays whole while others are added.
 */
export async function listCommitments(
  viewer: Viewer,
  { list, body, after }: CommitmentListInput,
): Promise<{ items: CommitmentLine[]; next: string | null }> {
  const [afterDay, afterId] = (after ?? '').split('~')
  const byDay = list !== 'ended'
  const rows = await lines(viewer, ofBody(visible.commitments(viewer), body ?? null))
    .where(conditions(viewer)[list])
    .$if(byDay && Boolean(afterId), query =>
      query.where(sql<boolean>`(${dueRank}, commitment.id) > (${afterDay || 'infinity'}::date, ${afterId}::uuid)`),
    )
    .$if(!byDay && Boolean(afterId), query => query.where('commitment.id', '<', afterId!))
    .$if(byDay, query => query.orderBy(dueRank).orderBy('commitment.id'))
    .$if(!byDay, query => query.orderBy('commitment.id', 'desc'))
    .limit(PAGE + 1)
    .execute()
  const items = rows.slice(0, PAGE).map(row => lineOf(viewer, row))
  const last = rows[PAGE - 1]
  return { items, next: rows.length > PAGE && last ? `${byDay ? (last.due_on ?? 'infinity') : ''}~${last.id}` : null }
}
const dueRank = sql<string>`coalesce(commitment.due_on, 'infinity'::date)`

/**
 * Every open commitment of a body that the viewer may see, with what its owner said last. A report stands on no line of
 * minutes, so it is seen by who sees the commitment.
 */
export async function openOfBody(
  viewer: Viewer,
  bodyId: Id,
): Promise<{ line: CommitmentLine; report: LastReport | null }[]> {
  const rows = await lines(viewer, ofBody(visible.commitments(viewer), bodyId))
    .where(conditions(viewer).open)
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
    .orderBy(dueRank)
    .orderBy('commitment.id')
    .execute()
  return rows.map(row => ({
    line: lineOf(viewer, row),
    report: row.report && row.at ? { report: row.report, sentence: row.sentence, at: row.at } : null,
  }))
}

type LastReport = { readonly report: Report; readonly sentence: string | null; readonly at: Timestamp }
