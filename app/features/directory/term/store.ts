import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id, Schema } from '../../../ground/schema.ts'

/** Terms that the viewer sees, with their body and what replaced them; the newest first. */
export function termsOf(viewer: Viewer, only: { id?: Id; replacedBy?: Id; overOn?: Day } = {}) {
  let query = visible
    .terms(viewer)
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'term.network_id').onRef('body.id', '=', 'term.body_id'),
    )
    .leftJoin(visible.terms(viewer).select(['term.id', 'term.wording']).as('newer'), join =>
      join.onRef('newer.id', '=', 'term.replaced_by'),
    )
    .orderBy('term.from_day', 'desc')
    .orderBy('term.id', 'desc')
    .select(['term.id', 'term.kind', 'term.wording', 'term.meaning', 'term.from_day as from'])
    .select(['term.until_day as until', 'term.reason', 'body.id as bodyId', 'body.name as bodyName'])
    .select(['newer.id as newerId', 'newer.wording as newerWording'])
  if (only.id) query = query.where('term.id', '=', only.id)
  if (only.replacedBy) query = query.where('term.replaced_by', '=', only.replacedBy)
  if (only.overOn) query = query.where('term.until_day', '<', only.overOn)
  return query.execute()
}
export type TermRow = Awaited<ReturnType<typeof termsOf>>[number]

/** A term with its body, taken for this transaction: it ends once. */
export async function lockTerm(viewer: Viewer, id: Id) {
  const row = await visible
    .terms(viewer)
    .where('term.id', '=', id)
    .select(['term.id', 'term.body_id as bodyId', 'term.kind', 'term.wording'])
    .select(['term.from_day as from', 'term.until_day as until'])
    .forUpdate('term')
    .executeTakeFirst()
  return row ?? null
}

/** A term of the body with the same wording that holds on the day or after it. */
export async function holds(viewer: Viewer, bodyId: Id, wording: string, day: Day): Promise<boolean> {
  const found = await visible
    .terms(viewer)
    .where('term.body_id', '=', bodyId)
    .where(sql<boolean>`lower(term.wording) = lower(${wording})`)
    .where(sql<boolean>`(term.until_day is null or term.until_day >= ${day}::date)`)
    .select('term.id')
    .executeTakeFirst()
  return found !== undefined
}

export async function insertTerm(
  viewer: Viewer,
  term: Pick<Schema['term'], 'body_id' | 'kind' | 'wording' | 'meaning' | 'from_day'>,
): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const id = newId(ground.clock)
  const open = { until_day: null, replaced_by: null, reason: null, ended_by: null }
  const created = { created_by: personId, created_at: ground.clock.instant().toString() }
  await db
    .insertInto('term')
    .values({ network_id: network.id, id, ...term, ...open, ...created })
    .execute()
  return id
}

export async function endTerm(
  { db, network, personId }: Viewer,
  id: Id,
  end: Pick<Schema['term'], 'until_day' | 'replaced_by' | 'reason'>,
): Promise<void> {
  await db
    .updateTable('term')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .set({ ...end, ended_by: personId })
    .execute()
}
