import { type SelectQueryBuilder, sql } from 'kysely'
import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { clockTime } from '../../ground/database.ts'
import type { Audience, Day, Id, MeetingState, Schema } from '../../ground/schema.ts'
import type { Attendee, Meeting } from './model.ts'

const PAGE = 50

type Meetings = SelectQueryBuilder<Schema, 'meeting', object>

const rows = (viewer: Viewer, query: Meetings) =>
  query
    .leftJoin(visible.bodies(viewer).select(['body.id', 'body.name']).as('of'), join =>
      join.onRef('of.id', '=', 'meeting.body_id'),
    )
    .leftJoin(visible.minutes(viewer).select(['minutes.id', 'minutes.meeting_id']).as('told'), join =>
      join.onRef('told.meeting_id', '=', 'meeting.id'),
    )
    .select(['meeting.id', 'meeting.name', 'meeting.state', 'meeting.day', 'meeting.place', 'meeting.audience'])
    .select(['meeting.without_administration as withoutAdministration', 'of.id as body_id', 'of.name as body_name'])
    .select(['told.id as minutesId', 'meeting.cancelled_reason as cancelledReason'])
    .select(clockTime('meeting.start_time').as('startTime'))
    .select(clockTime('meeting.end_time').as('endTime'))

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const meetingOf = ({ body_id, body_name, ...row }: Row): Meeting => ({
  ...row,
  cancelledReason: row.cancelledReason ?? null,
  body: body_id && body_name ? { id: body_id, name: body_name } : null,
})

const ofBody = (query: Meetings, bodyId: Id | null): Meetings =>
  bodyId ? query.where('meeting.body_id', '=', bodyId) : query

export async function findMeeting(viewer: Viewer, id: Id): Promise<Meeting | null> {
  const row = await rows(viewer, visible.meetings(viewer).where('meeting.id', '=', id)).executeTakeFirst()
  return row ? meetingOf(row) : null
}

/** A meeting that the viewer sees as a whole. */
export async function findWhole(viewer: Viewer, id: Id): Promise<Meeting | null> {
  const row = await rows(viewer, visible.wholeMeetings(viewer).where('meeting.id', '=', id)).executeTakeFirst()
  return row ? meetingOf(row) : null
}

/** Whether the viewer sees the meeting as a whole; a guest for one item does not. */
export async function isWhole(viewer: Viewer, id: Id): Promise<boolean> {
  const row = await visible.wholeMeetings(viewer).where('meeting.id', '=', id).select('meeting.id').executeTakeFirst()
  return row !== undefined
}

/** Drafts and announced meetings, and those called off that would have been; the next first, those without a day last. */
export async function comingMeetings(viewer: Viewer, bodyId: Id | null): Promise<Meeting[]> {
  const found = await rows(viewer, ofBody(visible.meetings(viewer), bodyId))
    .where(sql<boolean>`not ${isPast(viewer)}`)
    .orderBy(sql`meeting.day asc nulls last`)
    .orderBy('meeting.id')
    .limit(PAGE)
    .execute()
  return found.map(meetingOf)
}

/** A page of meetings that were held, or would have been, the latest first. `before` is the place of the last one shown. */
export async function heldMeetings(
  viewer: Viewer,
  bodyId: Id | null,
  before: string | null,
  limit = PAGE,
): Promise<{ held: Meeting[]; next: string | null }> {
  const [day, id] = (before ?? '').split('~')
  const found = await rows(viewer, ofBody(visible.meetings(viewer), bodyId))
    .where(isPast(viewer))
    .$if(Boolean(id), query =>
      query.where(sql<boolean>`(${heldRank}, meeting.id) < (${day || '0001-01-01'}::date, ${id}::uuid)`),
    )
    .orderBy(heldRank, 'desc')
    .orderBy('meeting.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = found[limit - 1]
  return {
    held: found.slice(0, limit).map(meetingOf),
    next: found.length > limit && last ? `${last.day ?? '0001-01-01'}~${last.id}` : null,
  }
}
const isPast = (viewer: Viewer) => sql<boolean>`(meeting.state = 'held'
  or (meeting.state = 'cancelled' and coalesce(meeting.day < ${viewer.today}, true)))`

/** Those to come, the next first, and then those that were held, the latest first; in one query. */
export async function nextAndLast(viewer: Viewer, bodyId: Id | null, limit: number): Promise<Meeting[]> {
  const found = await rows(viewer, ofBody(visible.meetings(viewer), bodyId))
    .orderBy(sql`meeting.state in ('held', 'cancelled')`)
    .orderBy(sql`case when meeting.state in ('held', 'cancelled') then null else meeting.day end asc nulls last`)
    .orderBy('meeting.day', 'desc')
    .orderBy('meeting.id')
    .limit(limit)
    .execute()
  return found.map(meetingOf)
}
const heldRank = sql<string>`coalesce(meeting.day, '0001-01-01'::date)`

export async function attendees(viewer: Viewer, meetingId: Id): Promise<Attendee[]> {
  return visible
    .attendance(viewer)
    .where('attendance.meeting_id', '=', meetingId)
    .orderBy('attendance.name')
    .select(['attendance.person_id as personId', 'attendance.name', 'attendance.state'])
    .select('attendance.on_behalf_of as onBehalfOf')
    .execute()
}

/** Who may know of a meeting whose audience is `named`. */
export async function namedPersons(viewer: Viewer, meetingId: Id): Promise<{ id: Id; name: string }[]> {
  return visible
    .meetingNamedPersons(viewer)
    .innerJoin(visible.people(viewer).select(['person.id', 'person.name']).as('known'), join =>
      join.onRef('known.id', '=', 'meeting_named_person.person_id'),
    )
    .where('meeting_named_person.meeting_id', '=', meetingId)
    .orderBy('known.name')
    .select(['known.id', 'known.name'])
    .execute()
}

export type BodySettings = {
  readonly id: Id
  readonly name: string
  readonly meetingAudience: Exclude<Audience, 'named'>
  readonly withoutAdministration: boolean
}

const calledInShort = sql<string>`coalesce(body.short_name, body.name)`

/** A body, called in short, with what its meetings start with; null where there is none for the viewer. */
export async function bodySettings(viewer: Viewer, bodyId: Id): Promise<BodySettings | null> {
  const row = await visible
    .bodies(viewer)
    .where('body.id', '=', bodyId)
    .select(['body.id', 'body.meeting_audience as meetingAudience'])
    .select(calledInShort.as('name'))
    .select('body.without_administration as withoutAdministration')
    .executeTakeFirst()
  return row ?? null
}

/** The draft of a body, where the viewer may see it. */
export async function draftOf(viewer: Viewer, bodyId: Id): Promise<{ id: Id; name: string } | null> {
  const row = await visible
    .meetings(viewer)
    .where('meeting.body_id', '=', bodyId)
    .where('meeting.state', '=', 'draft')
    .select(['meeting.id', 'meeting.name'])
    .executeTakeFirst()
  return row ?? null
}

export type NewMeeting = {
  readonly bodyId: Id
  readonly name: string
  readonly state: MeetingState
  readonly day: Day | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string | null
  readonly audience: Audience
  readonly withoutAdministration: boolean
}

const columns = (meeting: Omit<NewMeeting, 'bodyId'>) => ({
  name: meeting.name,
  state: meeting.state,
  day: meeting.day,
  start_time: meeting.startTime,
  end_time: meeting.endTime,
  place: meeting.place,
  audience: meeting.audience,
  without_administration: meeting.withoutAdministration,
})

/** Writes a meeting under an id; null where the body has a draft already and this would be a second one. */
export async function insertMeeting(viewer: Viewer, id: Id, meeting: NewMeeting): Promise<Id | null> {
  const row = await viewer.db
    .insertInto('meeting')
    .values({
      network_id: viewer.network.id,
      id,
      body_id: meeting.bodyId,
      ...columns(meeting),
      created_at: viewer.ground.clock.instant().toString(),
    })
    .onConflict(conflict => conflict.columns(['network_id', 'body_id']).where('state', '=', 'draft').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function updateMeeting(viewer: Viewer, id: Id, meeting: Omit<NewMeeting, 'bodyId'>): Promise<void> {
  await viewer.db
    .updateTable('meeting')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', id)
    .set({ ...columns(meeting), changed_at: viewer.ground.clock.instant().toString() })
    .execute()
}

/** A planned meeting becomes one that was held; who may see it stays as it was. */
export async function markHeld(
  viewer: Viewer,
  id: Id,
  held: { name: string; day: Day; startTime: string | null; endTime: string | null; place: string | null },
): Promise<void> {
  await viewer.db
    .updateTable('meeting')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', id)
    .set({ name: held.name, day: held.day, start_time: held.startTime, end_time: held.endTime, place: held.place })
    .set({ state: 'held' })
    .execute()
}

/** Who may know of a meeting, written anew. */
export async function replaceNamed(viewer: Viewer, meetingId: Id, people: readonly Id[]): Promise<void> {
  await viewer.db
    .deleteFrom('meeting_named_person')
    .where('network_id', '=', viewer.network.id)
    .where('meeting_id', '=', meetingId)
    .execute()
  if (people.length === 0) return
  await viewer.db
    .insertInto('meeting_named_person')
    .values(people.map(person_id => ({ network_id: viewer.network.id, meeting_id: meetingId, person_id })))
    .execute()
}

/** Whether all of these are persons whom the viewer knows. */
export async function areKnown(viewer: Viewer, people: readonly Id[]): Promise<boolean> {
  if (people.length === 0) return true
  const found = await visible.people(viewer).where('person.id', 'in', people).select('person.id').execute()
  return found.length === new Set(people).size
}

/**
 * Takes the meetings of a body that were planned and not held, for this transaction, drafts last. Whether the viewer
 * sees them is not asked: a second draft beside one that is hidden from him would be wrong as well.
 */
export async function lockPlanned(
  viewer: Viewer,
  bodyId: Id,
): Promise<{ id: Id; state: MeetingState; day: Day | null }[]> {
  return viewer.db
    .selectFrom('meeting')
    .where('network_id', '=', viewer.network.id)
    .where('body_id', '=', bodyId)
    .where('state', 'in', ['draft', 'scheduled'])
    .orderBy(sql`state = 'draft'`)
    .orderBy('id')
    .select(['id', 'state', 'day'])
    .forUpdate()
    .execute()
}

/** What a body's meetings start with and the audience of the meeting whose minutes are looked back at; for recording, not for showing. */
export async function settingsForNext(viewer: Viewer, bodyId: Id, minutesId: Id) {
  return viewer.db
    .selectFrom('body')
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'body.network_id').onRef('meeting.body_id', '=', 'body.id'),
    )
    .innerJoin('minutes', join =>
      join.onRef('minutes.network_id', '=', 'meeting.network_id').onRef('minutes.meeting_id', '=', 'meeting.id'),
    )
    .where('body.network_id', '=', viewer.network.id)
    .where('body.id', '=', bodyId)
    .where('minutes.id', '=', minutesId)
    .select(calledInShort.as('name'))
    .select(['body.meeting_audience as usual', 'meeting.id as heldId', 'meeting.audience as heldAudience'])
    .select(['body.without_administration as bodyCloses', 'meeting.without_administration as heldClosed'])
    .executeTakeFirstOrThrow()
}

/** Those who may know of one meeting may know of the one that looks back at it. */
export async function copyNamed(viewer: Viewer, fromMeeting: Id, toMeeting: Id): Promise<void> {
  const people = await viewer.db
    .selectFrom('meeting_named_person')
    .where('network_id', '=', viewer.network.id)
    .where('meeting_id', '=', fromMeeting)
    .select('person_id')
    .execute()
  await replaceNamed(
    viewer,
    toMeeting,
    people.map(row => row.person_id),
  )
}

export async function insertAttendance(viewer: Viewer, row: Omit<Schema['attendance'], 'network_id'>): Promise<void> {
  await viewer.db
    .insertInto('attendance')
    .values({ network_id: viewer.network.id, ...row })
    .execute()
}
