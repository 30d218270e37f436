import { sql } from 'kysely'
import type { Viewer } from '../../../../access/viewer.ts'
import { newId } from '../../../../ground/ids.ts'
import type { PollLetterKind } from '../../../../ground/schema/polls.ts'
import type { Id } from '../../../../ground/schema.ts'

export async function insertLetter(viewer: Viewer, pollId: Id, kind: PollLetterKind): Promise<void> {
  await viewer.db
    .insertInto('poll_letter')
    .values({
      ...{ network_id: viewer.network.id, id: newId(viewer.ground.clock), poll_id: pollId, kind },
      ...{ sent_by: viewer.personId, sent_at: viewer.ground.clock.instant().toString() },
    })
    .execute()
}

/** Whether those who are silent were reminded on the network's day, or by the job at any time. */
export async function reminded(
  { db, network, today }: Viewer,
  pollId: Id,
): Promise<{ readonly today: boolean; readonly byItself: boolean }> {
  const row = await db
    .selectFrom('poll_letter')
    .where('network_id', '=', network.id)
    .where('poll_id', '=', pollId)
    .where('kind', '=', 'reminder')
    .select([
      sql<boolean>`coalesce(bool_or((sent_at at time zone ${network.timeZone})::date = ${today}), false)`.as('today'),
      sql<boolean>`coalesce(bool_or(sent_by is null), false)`.as('byItself'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** Where everybody is written to who is asked, for the letter that tells the result. */
export async function everybody({ db, network }: Viewer, pollId: Id): Promise<{ id: Id; personId: Id }[]> {
  return db
    .selectFrom('poll_invitee')
    .where('network_id', '=', network.id)
    .where('poll_id', '=', pollId)
    .orderBy('id')
    .select(['id', 'person_id as personId'])
    .execute()
}
