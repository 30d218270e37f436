import { sql } from 'kysely'
import { type Link, linked } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id, Schema } from '../../../ground/schema.ts'
import { appendEvents } from '../history/store.ts'
import type { Owner } from '../model.ts'
import { ownerOfRow } from '../owner/store.ts'

/** A demand as it is kept, taken for this transaction. */
export type Demand = Omit<Schema['commitment'], 'answers_id' | 'seat_id' | 'seat_meeting_id'> & {
  readonly owner: Owner
}

/** What was demanded, of those that the viewer sees. */
export async function lockDemand(viewer: Viewer, id: Id): Promise<Demand | null> {
  const found = visible.commitments(viewer).where('commitment.id', '=', id)
  const row = await found.selectAll('commitment').forUpdate('commitment').executeTakeFirst()
  return row ? { ...row, owner: ownerOfRow(row) } : null
}

/** What the holder of a link was asked for. */
export async function lockLinked(viewer: Viewer, link: Link): Promise<Demand | null> {
  const row = await linked.commitments(viewer, link).selectAll('commitment').forUpdate('commitment').executeTakeFirst()
  return row ? { ...row, owner: ownerOfRow(row) } : null
}

/**
 * Opens what was promised as a commitment of whoever owns the demand, at the demand's line, in its body and for its
 * audience: whoever sees the one sees the other.
 */
export async function insertPromise(
  viewer: Viewer,
  { owner: _owner, ...demand }: Demand,
  promise: { wording: string; dueOn: Day | null; dueWords: string | null },
): Promise<Id> {
  const { clock } = viewer.ground
  const id = newId(clock)
  await viewer.db
    .insertInto('commitment')
    .values({
      ...demand,
      ...{ id, answers_id: demand.id, wording: promise.wording, due_on: promise.dueOn, due_words: promise.dueWords },
      ...{ seat_id: null, seat_meeting_id: null, state: 'open', revision: 1, created_at: clock.instant().toString() },
    })
    .execute()
  await appendEvents(viewer, [{ commitmentId: id, kind: 'opened', state: 'open' }])
  return id
}

/** Answers that came through a link on the network's day. */
export async function answersToday(viewer: Viewer, link: Link): Promise<number> {
  const { count } = await linked
    .commitmentEvents(viewer, link)
    .where('commitment_event.answer', 'is not', null)
    .where(sql<boolean>`(commitment_event.at at time zone ${viewer.network.timeZone})::date = ${viewer.today}`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
