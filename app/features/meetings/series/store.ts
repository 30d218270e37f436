import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Audience, Day, Id, Schema } from '../../../ground/schema.ts'
import type { SchoolHoliday } from './model.ts'

export type Series = {
  readonly id: Id
  readonly name: string
  readonly bodyId: Id
  readonly bodyName: string
  readonly rule: string
  readonly firstDay: Day
  readonly untilDay: Day
}

export async function findSeriesRow(viewer: Viewer, id: Id): Promise<Series | null> {
  const row = await visible
    .series(viewer)
    .innerJoin(visible.bodies(viewer).select(['body.id', 'body.name']).as('of'), join =>
      join.onRef('of.id', '=', 'meeting_series.body_id'),
    )
    .where('meeting_series.id', '=', id)
    .select(['meeting_series.id', 'meeting_series.name', 'of.id as bodyId', 'of.name as bodyName'])
    .select(['meeting_series.rule', 'meeting_series.first_day as firstDay', 'meeting_series.until_day as untilDay'])
    .executeTakeFirst()
  return row ?? null
}

/** What became of each day, as far as the viewer sees the meeting that was made of it. */
export const occurrenceRows = (viewer: Viewer, seriesId: Id) =>
  visible
    .seriesOccurrences(viewer)
    .leftJoin('meeting', join =>
      join
        .onRef('meeting.network_id', '=', 'series_occurrence.network_id')
        .onRef('meeting.id', '=', 'series_occurrence.meeting_id'),
    )
    .where('series_occurrence.series_id', '=', seriesId)
    .orderBy('series_occurrence.day')
    .select(['series_occurrence.day', 'meeting.id as meetingId', 'meeting.name', 'meeting.day as meetingDay'])
    .select('meeting.without_administration as withoutAdministration')
    .execute()

/** Meetings of a body on these days, as far as the viewer sees them. */
export const meetingsOn = (viewer: Viewer, bodyId: Id, days: readonly Day[]) =>
  visible
    .wholeMeetings(viewer)
    .where('meeting.body_id', '=', bodyId)
    .where(sql<boolean>`meeting.day = any(${[...days]}::date[])`)
    .orderBy('meeting.id')
    .select(['meeting.id', 'meeting.name', 'meeting.day'])
    .execute()

type NewSeries = {
  readonly bodyId: Id
  readonly name: string
  readonly rule: string
  readonly firstDay: Day
  readonly untilDay: Day
  readonly audience: Exclude<Audience, 'named'>
  readonly withoutAdministration: boolean
}

export async function insertSeries(viewer: Viewer, series: NewSeries): Promise<Id> {
  const { clock } = viewer.ground
  const id = newId(clock)
  await viewer.db
    .insertInto('meeting_series')
    .values({
      ...{ network_id: viewer.network.id, id, body_id: series.bodyId, name: series.name, rule: series.rule },
      ...{ first_day: series.firstDay, until_day: series.untilDay, audience: series.audience },
      ...{ without_administration: series.withoutAdministration, created_by: viewer.personId },
      created_at: clock.instant().toString(),
    })
    .execute()
  return id
}

export async function insertOccurrences(
  viewer: Viewer,
  rows: readonly Omit<Schema['series_occurrence'], 'network_id' | 'id'>[],
): Promise<void> {
  const of = { network_id: viewer.network.id }
  const made = rows.map(row => ({ ...of, id: newId(viewer.ground.clock), ...row }))
  await viewer.db.insertInto('series_occurrence').values(made).execute()
}

export const schoolHolidays = (viewer: Viewer) =>
  visible
    .schoolHolidays(viewer)
    .orderBy('school_holiday.first_day')
    .orderBy('school_holiday.id')
    .select(['school_holiday.id', 'school_holiday.name', 'school_holiday.first_day as firstDay'])
    .select('school_holiday.last_day as lastDay')
    .execute()

/** The file that came last is the calendar. */
export async function replaceSchoolHolidays(viewer: Viewer, holidays: readonly SchoolHoliday[]): Promise<void> {
  const { db, network, ground } = viewer
  await db.deleteFrom('school_holiday').where('network_id', '=', network.id).execute()
  if (holidays.length === 0) return
  await db
    .insertInto('school_holiday')
    .values(
      holidays.map(({ name, firstDay, lastDay }) => ({
        ...{ network_id: network.id, id: newId(ground.clock), name, first_day: firstDay, last_day: lastDay },
      })),
    )
    .execute()
}
