import { type SelectQueryBuilder, sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { clockTime } from '../../../ground/database.ts'
import type { Day, Id, MeetingState, Schema, Timestamp } from '../../../ground/schema.ts'

/** A meeting as a calendar shows it, as far as the reader sees it. */
export type CalendarMeeting = {
  readonly id: Id
  readonly name: string
  readonly body: string | null
  readonly state: MeetingState
  readonly day: Day
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string | null
  readonly sequence: number
  /** When it was last made or changed. */
  readonly at: Timestamp
}

/** More than a body holds in ten years. */
const MOST = 500

/** What the reader sees of one body's meetings, or of all, from a day on. */
export const calendarMeetings = (viewer: Viewer, since: Day, bodyId: Id | null = null): Promise<CalendarMeeting[]> =>
  rows(
    viewer,
    since,
    bodyId ? visible.meetings(viewer).where('meeting.body_id', '=', bodyId) : visible.meetings(viewer),
  )

/** What concerns the reader himself: his bodies', what he is invited to or a guest of; the coordination's is everything. */
export const ownMeetings = (viewer: Viewer, since: Day): Promise<CalendarMeeting[]> =>
  rows(
    viewer,
    since,
    visible.meetings(viewer).where(
      sql<boolean>`(${viewer.coordinator} or meeting.body_id = any(${[...viewer.bodies, ...viewer.observes]}::uuid[])
        or meeting.id in (${visible
          .invitations(viewer)
          .where('invitation.person_id', '=', viewer.personId)
          .select('invitation.meeting_id')})
        or meeting.id not in (${visible.wholeMeetings(viewer).select('meeting.id')}))`,
    ),
  )

async function rows(viewer: Viewer, since: Day, meetings: SelectQueryBuilder<Schema, 'meeting', object>) {
  const found = await meetings
    .leftJoin(visible.bodies(viewer).select(['body.id', 'body.name']).as('of'), join =>
      join.onRef('of.id', '=', 'meeting.body_id'),
    )
    .where('meeting.day', '>=', since)
    .orderBy('meeting.day', 'desc')
    .orderBy('meeting.id')
    .limit(MOST)
    .select(['meeting.id', 'meeting.name', 'of.name as body', 'meeting.state', 'meeting.place', 'meeting.sequence'])
    .select(sql<Day>`meeting.day`.as('day'))
    .select(clockTime('meeting.start_time').as('startTime'))
    .select(clockTime('meeting.end_time').as('endTime'))
    .select(sql<Timestamp>`coalesce(meeting.changed_at, meeting.created_at)`.as('at'))
    .execute()
  return found.map(row => ({ ...row, sequence: row.sequence ?? 0 }))
}

/** The reader's own links to his calendar that are open. */
export async function calendarLinks(viewer: Viewer): Promise<{ id: Id; createdAt: Timestamp }[]> {
  return visible
    .personalLinks(viewer)
    .where('personal_link.purpose', '=', 'calendar.feed')
    .where('personal_link.person_id', '=', viewer.personId)
    .where('personal_link.revoked_at', 'is', null)
    .where('personal_link.expires_at', '>', viewer.ground.clock.instant().toString())
    .orderBy('personal_link.id', 'desc')
    .select(['personal_link.id', 'personal_link.created_at as createdAt'])
    .execute()
}
