import { act } from '../../../access/act.ts'
import { readPeriods } from '../../../ground/calendar/periods.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { planOccurrence } from '../acts.ts'
import { bodySettings } from '../store.ts'
import type { SchoolHolidaysKeep, SeriesPlan } from './contract.ts'
import { occurrencesOf, ruleOf } from './model.ts'
import { insertOccurrences, insertSeries, replaceSchoolHolidays } from './store.ts'

/**
 * Makes a series: a meeting of each day that was left in the preview, announced to its audience, and a note of each that
 * was left out. What was made is an ordinary meeting: it can be moved, changed and cancelled by itself. Problems:
 * `input-missing` (no day was left), `choice-invalid` (a day that the pattern does not have).
 */
export const planSeries = act('series.plan', {
  noun: 'meeting_series',
  subject: async (viewer, { bodyId }: SeriesPlan) => {
    const body = await bodySettings(viewer, bodyId)
    return body && { bodyId: body.id, body }
  },
  run: async (viewer, input, { bodyId, body }): Promise<Outcome<{ id: Id }>> => {
    const rule = ruleOf(input)
    const days = occurrencesOf(rule, input.firstDay, input.untilDay)
    if (input.days.length === 0) return refused('input-missing', { field: 'days' })
    if ([...input.days, ...input.closed].some(day => !days.includes(day)))
      return refused('choice-invalid', { field: 'days' })
    const name = input.name || body.name
    const { audience, withoutAdministration, firstDay, untilDay, startTime, endTime } = input
    const id = await insertSeries(viewer, { bodyId, name, rule, firstDay, untilDay, audience, withoutAdministration })
    const occurrences = []
    for (const day of days) {
      const meeting = {
        ...{ bodyId, name, day, startTime, endTime, place: input.room || null, audience },
        withoutAdministration: withoutAdministration || input.closed.includes(day),
      }
      const meetingId = input.days.includes(day) ? await planOccurrence(viewer, meeting) : null
      occurrences.push({ series_id: id, day, meeting_id: meetingId })
    }
    await insertOccurrences(viewer, occurrences)
    return done({ id })
  },
  about: ({ id }) => id,
})

/** Keeps the school holidays of a calendar file in the place of those before. Problem: `file-broken`. */
export const keepSchoolHolidays = act('schoolHolidays.keep', {
  noun: 'school_holiday',
  subject: async () => ({}),
  run: async (viewer, { file }: SchoolHolidaysKeep) => {
    const periods = readPeriods(await file.text())
    if (!periods || periods.length === 0) return refused('file-broken', { field: 'file' })
    await replaceSchoolHolidays(viewer, periods)
    return done({ count: periods.length })
  },
  about: () => null,
})
