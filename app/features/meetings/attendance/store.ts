import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { clockTime } from '../../../ground/database.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id, MeetingState, Schema, Time, Timestamp } from '../../../ground/schema.ts'
import type { Mandate } from '../../directory/rules/vote/model.ts'

export type WholeMeeting = {
  readonly id: Id
  readonly name: string
  readonly state: MeetingState
  readonly day: Day | null
  readonly startTime: Time | null
  readonly endTime: Time | null
  readonly bodyId: Id
  readonly bodyName: string
  /** Its minutes were approved: what stands in them stays. */
  readonly approved: boolean
}

/** A meeting that the viewer sees as a whole, with its body; null where there is none for him. */
export async function findWhole(viewer: Viewer, id: Id): Promise<WholeMeeting | null> {
  const row = await visible
    .wholeMeetings(viewer)
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'meeting.network_id').onRef('body.id', '=', 'meeting.body_id'),
    )
    .where('meeting.id', '=', id)
    .select(['meeting.id', 'meeting.name', 'meeting.state', 'meeting.day', 'body.id as bodyId'])
    .select('body.name as bodyName')
    .select(clockTime('meeting.start_time').as('startTime'))
    .select(clockTime('meeting.end_time').as('endTime'))
    .select(
      sql<boolean>`exists (select from minutes m where m.network_id = meeting.network_id and m.meeting_id = meeting.id
        and m.state = 'approved')`.as('approved'),
    )
    .executeTakeFirst()
  return row ?? null
}

/** Makes whoever records at the same time wait: what is counted before and after a change belongs together. */
export async function lockMeeting({ db, network }: Viewer, id: Id): Promise<void> {
  await db
    .selectFrom('meeting')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .execute()
}

export type Seat = Mandate & { readonly name: string; readonly organization: string | null }

/** The seats of a body on a day with names, the oldest first. */
export const seatsOn = (viewer: Viewer, bodyId: Id, day: Day): Promise<Seat[]> =>
  visible
    .memberships(viewer)
    .innerJoin('person as p', join =>
      join.onRef('p.network_id', '=', 'membership.network_id').onRef('p.id', '=', 'membership.person_id'),
    )
    .leftJoin('organization as o', join =>
      join.onRef('o.network_id', '=', 'membership.network_id').onRef('o.id', '=', 'membership.on_behalf_of_id'),
    )
    .where('membership.body_id', '=', bodyId)
    .where('membership.start_date', '<=', day)
    .where(e => e.or([e('membership.end_date', 'is', null), e('membership.end_date', '>=', day)]))
    .orderBy('membership.start_date')
    .orderBy('membership.id')
    .select(['membership.id', 'membership.person_id as personId', 'membership.role'])
    .select(['membership.voting_right as votingRight', 'membership.on_behalf_of_id as onBehalfOf'])
    .select(['p.name', sql<string | null>`coalesce(o.short_name, o.name)`.as('organization')])
    .execute()

/** What is recorded of those who are there or not, as far as the viewer may know. */
export const recorded = (viewer: Viewer, meetingId: Id) =>
  visible
    .attendance(viewer)
    .where('attendance.meeting_id', '=', meetingId)
    .orderBy('attendance.id')
    .select(['attendance.id', 'attendance.person_id as personId', 'attendance.name', 'attendance.state'])
    .select(['attendance.on_behalf_of as onBehalfOf', 'attendance.represented_by_id as representedById'])
    .select(clockTime('attendance.came_at').as('cameAt'))
    .select(clockTime('attendance.left_at').as('leftAt'))
    .execute()
    .then(rows => rows.map(row => ({ ...row, representedById: row.representedById ?? null })))
export type Recorded = Awaited<ReturnType<typeof recorded>>[number]

/** Who was let in by name to items of the meeting that the viewer sees. */
export const letIn = (viewer: Viewer, meetingId: Id): Promise<{ id: Id; name: string }[]> =>
  visible
    .agendaItemPersons(viewer)
    .innerJoin(visible.agendaItems(viewer).select(['agenda_item.id', 'agenda_item.meeting_id']).as('item'), join =>
      join.onRef('item.id', '=', 'agenda_item_person.agenda_item_id'),
    )
    .innerJoin(visible.people(viewer).select(['person.id', 'person.name']).as('known'), join =>
      join.onRef('known.id', '=', 'agenda_item_person.person_id'),
    )
    .where('item.meeting_id', '=', meetingId)
    .distinct()
    .orderBy('known.name')
    .select(['known.id', 'known.name'])
    .execute()

export const quorumChanges = (viewer: Viewer, meetingId: Id) =>
  visible
    .quorumChanges(viewer)
    .where('quorum_change.meeting_id', '=', meetingId)
    .orderBy('quorum_change.number')
    .select(['quorum_change.kind', 'quorum_change.present', 'quorum_change.needed', 'quorum_change.basis'])
    .select('quorum_change.recorded_at as recordedAt')
    .select(clockTime('quorum_change.clock_time').as('time'))
    .execute()

type NewChange = Pick<Schema['quorum_change'], 'kind' | 'clock_time' | 'present' | 'needed' | 'basis'>

export async function insertQuorumChange(viewer: Viewer, meetingId: Id, change: NewChange): Promise<void> {
  const { db, network, ground, personId } = viewer
  const recorded_at: Timestamp = ground.clock.instant().toString()
  await db
    .insertInto('quorum_change')
    .values({
      ...{ network_id: network.id, id: newId(ground.clock), meeting_id: meetingId, ...change },
      ...{ recorded_by: personId, recorded_at },
      number: sql<number>`(select coalesce(max(number), 0) + 1 from quorum_change
        where network_id = ${network.id} and meeting_id = ${meetingId})`,
    })
    .execute()
}

export type Attendance = Omit<Schema['attendance'], 'network_id' | 'id' | 'meeting_id'>

export async function insertRecord(viewer: Viewer, meetingId: Id, row: Attendance): Promise<Id> {
  const id = newId(viewer.ground.clock)
  await viewer.db
    .insertInto('attendance')
    .values({ network_id: viewer.network.id, id, meeting_id: meetingId, ...row })
    .execute()
  return id
}

export async function updateRecord({ db, network }: Viewer, id: Id, row: Partial<Attendance>): Promise<void> {
  await db.updateTable('attendance').where('network_id', '=', network.id).where('id', '=', id).set(row).execute()
}

export async function deleteRecord({ db, network }: Viewer, id: Id): Promise<void> {
  await db.deleteFrom('attendance').where('network_id', '=', network.id).where('id', '=', id).execute()
}
