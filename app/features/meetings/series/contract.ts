import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { box, list, named } from '../../../ground/shapes.ts'
import { bodyAudiences } from '../../directory/model.ts'
import { inReach, LONGEST_INTERVAL, seriesUnits } from './model.ts'

const id = z.uuid('not-found')
const DAY = { error: 'day-invalid', abort: true }
const day = z.iso.date(DAY).refine(value => value >= '2000-01-01' && value <= '2999-12-31', 'day-invalid')
const count = (most: number, least = 1) =>
  z.coerce.number('input-invalid').int('input-invalid').min(least, 'input-invalid').max(most, 'input-invalid')
const place = z.coerce
  .number('choice-invalid')
  .refine(value => [1, 2, 3, 4, -1].includes(value), 'choice-invalid')
  .default(1)
const pattern = {
  unit: z.enum(seriesUnits, 'choice-invalid'),
  interval: count(LONGEST_INTERVAL),
  weekday: count(7),
  place,
}
const days = z
  .union([z.iso.date('day-invalid').transform(one => [one]), z.array(z.iso.date('day-invalid'))])
  .default([])

/** What the form of a series holds so far; incomplete or wrong parts are left out, and there is no preview. */
const plan = z
  .object({ ...pattern, firstDay: day, untilDay: day })
  .refine(({ firstDay, untilDay }) => inReach(firstDay, untilDay))
export const SeriesNewInput = z
  .object({ body: z.uuid().optional().catch(undefined) })
  .loose()
  .transform(({ body, ...rest }) => ({ body, plan: plan.safeParse(rest).data ?? null, asked: 'firstDay' in rest }))
export type SeriesNewInput = z.infer<typeof SeriesNewInput>

const time = z
  .union([z.literal('').transform(() => null), z.iso.time({ precision: -1, error: 'input-invalid' })])
  .default(null)

/** `days` of the preview take place; `closed` ones without the administration. */
export const SeriesPlan = z
  .object({
    ...pattern,
    firstDay: day,
    untilDay: day,
    bodyId: z.uuid('body-missing'),
    name: z.string().trim().max(200, 'input-too-long').default(''),
    startTime: time,
    endTime: time,
    room: z.string().trim().max(300, 'input-too-long').default(''),
    audience: z.enum(bodyAudiences, 'choice-invalid'),
    withoutAdministration: box,
    days,
    closed: days,
  })
  .superRefine(({ firstDay, untilDay, startTime, endTime }, context) => {
    if (!inReach(firstDay, untilDay)) context.addIssue({ code: 'custom', message: 'day-invalid', path: ['untilDay'] })
    if (endTime && (!startTime || endTime <= startTime))
      context.addIssue({ code: 'custom', message: 'input-invalid', path: [startTime ? 'endTime' : 'startTime'] })
  })
export type SeriesPlan = z.infer<typeof SeriesPlan>

export const SeriesInput = z.object({ id })

const patternShown = z.strictObject({
  unit: z.enum(seriesUnits),
  interval: z.int(),
  weekday: z.int(),
  place: z.int(),
})
const proposed = z.strictObject({
  day: shape.day,
  holiday: z.string().nullable(),
  schoolHoliday: z.string().nullable(),
  taken: named.nullable(),
})
export const SeriesFormShown = z.strictObject({
  bodies: list(named.extend({ audience: z.enum(bodyAudiences), withoutAdministration: z.boolean() })),
  bodyId: shape.id.nullable(),
  plan: patternShown.extend({ firstDay: shape.day, untilDay: shape.day }).nullable(),
  /** Null before a pattern is whole. */
  preview: list(proposed).nullable(),
  /** Something was asked that can not be. */
  wrong: z.boolean(),
  /** Whether school holidays were uploaded at all. */
  schoolHolidays: z.boolean(),
  today: shape.day,
})
export type SeriesFormShown = z.infer<typeof SeriesFormShown>

export const SeriesShown = z.strictObject({
  id: shape.id,
  name: z.string(),
  body: named,
  rule: z.string(),
  /** The rule as the form asks for it; null for one that another program wrote. */
  pattern: patternShown.nullable(),
  firstDay: shape.day,
  untilDay: shape.day,
  occurrences: list(
    z.strictObject({
      /** The day of the series, also where its meeting was moved. */
      day: shape.day,
      holiday: z.string().nullable(),
      schoolHoliday: z.string().nullable(),
      /** Null where it was left out from the beginning. */
      meeting: z
        .strictObject({ id: shape.id, name: z.string(), day: shape.day.nullable(), withoutAdministration: z.boolean() })
        .nullable(),
    }),
  ),
})
export type SeriesShown = z.infer<typeof SeriesShown>
export const SeriesWritten = z.strictObject({ id: shape.id })

const LARGEST_FILE = 400_000
export const SchoolHolidaysKeep = z.object({
  file: z
    .instanceof(File, { message: 'file-empty' })
    .refine(file => file.size > 0, { error: 'file-empty', abort: true })
    .refine(file => file.size <= LARGEST_FILE, 'text-too-long'),
})
export type SchoolHolidaysKeep = z.infer<typeof SchoolHolidaysKeep>
export const SchoolHolidaysShown = z.strictObject({
  holidays: list(z.strictObject({ id: shape.id, name: z.string(), firstDay: shape.day, lastDay: shape.day })),
  can: z.strictObject({ keep: z.boolean() }),
})
export type SchoolHolidaysShown = z.infer<typeof SchoolHolidaysShown>
export const SchoolHolidaysKept = z.strictObject({ count: z.int() })
export const NothingAsked = z.object({})
