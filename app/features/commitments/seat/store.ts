import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import { appendEvents } from '../history/store.ts'

export type Owed = { readonly seatId: Id; readonly meetingId: Id }

/** The rule of model.ts in SQL: reports that are owed and not yet opened, the oldest meeting first. */
const owed = (viewer: Viewer) =>
  viewer.db
    .selectFrom('membership')
    .innerJoin('meeting', join =>
      join
        .onRef('meeting.network_id', '=', 'membership.network_id')
        .onRef('meeting.body_id', '=', 'membership.body_id'),
    )
    .where('membership.network_id', '=', viewer.network.id)
    .where('membership.reports_to_id', 'is not', null)
    .where('meeting.state', 'not in', ['draft', 'cancelled'])
    .where('meeting.day', '<', viewer.today)
    .whereRef('meeting.day', '>=', 'membership.reports_since')
    .whereRef('meeting.day', '>=', 'membership.start_date')
    .where(e => e.or([e('membership.end_date', 'is', null), e('meeting.day', '<=', e.ref('membership.end_date'))]))
    .where(
      sql<boolean>`not exists (select from commitment c where c.network_id = membership.network_id
        and c.seat_id = membership.id and c.seat_meeting_id = meeting.id)`,
    )

export const owedReports = (viewer: Viewer): Promise<Owed[]> =>
  owed(viewer)
    .orderBy('meeting.day')
    .orderBy('meeting.id')
    .orderBy('membership.id')
    .select(['membership.id as seatId', 'meeting.id as meetingId'])
    .execute()

/** One that is owed still, once nobody else holds the seat; null where the report was opened meanwhile. */
export async function lockOwed(viewer: Viewer, { seatId, meetingId }: Owed) {
  const seat = visible.memberships(viewer).where('membership.id', '=', seatId)
  if (!(await seat.select('membership.id').forUpdate('membership').executeTakeFirst())) return null
  const row = await owed(viewer)
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'membership.network_id').onRef('body.id', '=', 'membership.body_id'),
    )
    .where('membership.id', '=', seatId)
    .where('meeting.id', '=', meetingId)
    .select([
      'membership.person_id as personId',
      'membership.reports_to_id as bodyId',
      'body.name as seatIn',
      'meeting.day',
    ])
    .executeTakeFirst()
  if (!row?.bodyId || !row.day) return null
  return { ...row, bodyId: row.bodyId, day: row.day, seatId, meetingId }
}

/** The next meeting of a body that is planned. */
export async function nextMeetingDay(viewer: Viewer, bodyId: Id): Promise<Day | null> {
  const row = await visible
    .meetings(viewer)
    .where('meeting.body_id', '=', bodyId)
    .where('meeting.state', 'in', ['draft', 'scheduled'])
    .where('meeting.day', '>=', viewer.today)
    .orderBy('meeting.day')
    .select('meeting.day')
    .executeTakeFirst()
  return row?.day ?? null
}

type Report = Owed & { readonly bodyId: Id; readonly personId: Id; readonly wording: string; readonly dueOn: Day }

/** Opens the report as a commitment of whoever has the seat. */
export async function insertReport(viewer: Viewer, report: Report): Promise<Id> {
  const { clock } = viewer.ground
  const id = newId(clock)
  await viewer.db
    .insertInto('commitment')
    .values({
      ...{ network_id: viewer.network.id, id, body_id: report.bodyId, entry_id: null, wording: report.wording },
      ...{ owner_kind: 'person', owner_person_id: report.personId, owner_office_id: null, owner_name: null },
      ...{ owner_organization_id: null, due_on: report.dueOn, due_words: null, state: 'open', audience: null },
      ...{ revision: 1, created_at: clock.instant().toString() },
      ...{ seat_id: report.seatId, seat_meeting_id: report.meetingId },
    })
    .execute()
  await appendEvents(viewer, [{ commitmentId: id, kind: 'opened', state: 'open' }])
  return id
}
