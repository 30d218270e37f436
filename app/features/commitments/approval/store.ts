import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Id } from '../../../ground/schema.ts'
import type { Approving, CommitmentsAtApproval, Gap } from '../../minutes/approval/model.ts'
import { appendEvents } from '../history/store.ts'

/** Open commitments out of these minutes that nobody owns or that have no day, in the order in which they were said. */
async function gaps(viewer: Viewer, minutesId: Id): Promise<Gap[]> {
  const rows = await visible
    .commitments(viewer)
    .innerJoin('entry', join =>
      join.onRef('entry.network_id', '=', 'commitment.network_id').onRef('entry.id', '=', 'commitment.entry_id'),
    )
    .where('entry.minutes_id', '=', minutesId)
    .where('commitment.state', 'in', ['open', 'under_way'])
    .where(
      sql<boolean>`(commitment.owner_kind = 'nobody' or (commitment.due_on is null and commitment.due_words is null))`,
    )
    .orderBy('entry.line_from')
    .orderBy('entry.position')
    .select(['commitment.id', 'commitment.wording'])
    .select(sql<boolean>`commitment.owner_kind = 'nobody'`.as('owner'))
    .select(sql<boolean>`commitment.due_on is null and commitment.due_words is null`.as('due'))
    .execute()
  return rows
}

const confirm = (viewer: Viewer, open: readonly Gap[]): Promise<void> =>
  appendEvents(
    viewer,
    open.map(({ id }) => ({ commitmentId: id, kind: 'confirmed' as const })),
  )

/**
 * The last report on each commitment of the body from the meeting before until the day of this one is over (in the zone of
 * the network). Whatever the viewer sees of them: who reads the minutes sees each where he sees the commitment.
 */
async function freeze({ db, network, ground }: Viewer, { minutesId, bodyId, day }: Approving): Promise<void> {
  const { rows } = await sql<{
    commitment_id: Id
    wording: string
    report: 'done'
    sentence: string | null
    person_id: Id | null
    said_at: string
  }>`
    select distinct on (c.id) c.id as commitment_id, c.wording, e.report, e.sentence, e.person_id, e.at as said_at
    from commitment c join commitment_event e on e.network_id = c.network_id and e.commitment_id = c.id
    where c.network_id = ${network.id} and c.body_id = ${bodyId} and e.kind = 'report'
      and e.at < ((${day}::date + 1)::timestamp at time zone ${network.timeZone})
      and e.at >= coalesce((select ((max(m.day) + 1)::timestamp at time zone ${network.timeZone}) from meeting m
        where m.network_id = c.network_id and m.body_id = c.body_id and m.state = 'held' and m.day < ${day}::date), '-infinity')
    order by c.id, e.at desc, e.id desc`.execute(db)
  if (rows.length === 0) return
  await db
    .insertInto('frozen_report')
    .values(rows.map(row => ({ network_id: network.id, id: newId(ground.clock), minutes_id: minutesId, ...row })))
    .execute()
}

/** Fills the slot of the approval of minutes. */
export const commitmentsAtApproval: CommitmentsAtApproval = { gaps, confirm, freeze }
