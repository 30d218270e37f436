import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import { listBodies } from '../../directory/finds.ts'
import { holidaysOf } from '../../directory/rules/finds.ts'
import type { SchoolHolidaysShown, SeriesFormShown, SeriesNewInput, SeriesShown } from './contract.ts'
import { occurrencesOf, type Proposed, patternOf, ruleOf, schoolHolidayOn } from './model.ts'
import { findSeriesRow, meetingsOn, occurrenceRows, schoolHolidays } from './store.ts'

/** The days of a pattern, each with what speaks against it. */
export async function proposedDays(viewer: Viewer, bodyId: Id, days: readonly Day[]): Promise<Proposed[]> {
  const holiday = await holidaysOf(viewer)
  const schools = await schoolHolidays(viewer)
  const taken = await meetingsOn(viewer, bodyId, days)
  return days.map(day => {
    const meeting = taken.find(one => one.day === day)
    return {
      ...{ day, holiday: holiday(day), schoolHoliday: schoolHolidayOn(schools, day) },
      taken: meeting ? { id: meeting.id, name: meeting.name } : null,
    }
  })
}

/** The form of a series, with the preview of a whole pattern; null where the viewer plans for no body. */
export async function findSeriesForm(
  viewer: Viewer,
  { body, plan, asked }: SeriesNewInput,
): Promise<SeriesFormShown | null> {
  const bodies = (await listBodies(viewer)).filter(({ id }) => mayAct(viewer, 'series.plan', { bodyId: id }))
  if (bodies.length === 0) return null
  const bodyId = bodies.find(({ id }) => id === body)?.id ?? (bodies.length === 1 ? bodies[0]!.id : null)
  const days = plan && bodyId ? occurrencesOf(ruleOf(plan), plan.firstDay, plan.untilDay) : null
  return {
    bodies: bodies.map(({ id, name, meetingAudience, withoutAdministration }) => ({
      ...{ id, name, withoutAdministration, audience: meetingAudience },
    })),
    ...{ bodyId, plan },
    preview: days && bodyId ? await proposedDays(viewer, bodyId, days) : null,
    wrong: asked && !(plan && bodyId),
    schoolHolidays: (await schoolHolidays(viewer)).length > 0,
    today: viewer.today,
  }
}

export async function findSeries(viewer: Viewer, { id }: { id: Id }): Promise<SeriesShown | null> {
  const series = await findSeriesRow(viewer, id)
  if (!series) return null
  const holiday = await holidaysOf(viewer)
  const schools = await schoolHolidays(viewer)
  const rows = await occurrenceRows(viewer, id)
  const { bodyId, bodyName, ...rest } = series
  return {
    ...rest,
    body: { id: bodyId, name: bodyName },
    pattern: patternOf(series.rule),
    occurrences: rows.map(({ day, meetingId, name, meetingDay, withoutAdministration }) => ({
      ...{ day, holiday: holiday(day), schoolHoliday: schoolHolidayOn(schools, day) },
      meeting: meetingId
        ? { id: meetingId, name: name ?? '', day: meetingDay, withoutAdministration: withoutAdministration ?? false }
        : null,
    })),
  }
}

export const findSchoolHolidays = async (viewer: Viewer): Promise<SchoolHolidaysShown | null> =>
  viewer.member
    ? { holidays: await schoolHolidays(viewer), can: { keep: mayAct(viewer, 'schoolHolidays.keep') } }
    : null

/** A pattern as its sentence takes it. */
export const sayable = ({ unit, interval, weekday, place }: NonNullable<ReturnType<typeof patternOf>>) => ({
  ...{ unit, interval, weekday: `d${weekday}`, place: place === -1 ? 'last' : `p${place}` },
})
