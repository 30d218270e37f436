import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { list, named } from '../../../ground/shapes.ts'
import { ReplacedTerm } from '../../directory/term/contract.ts'
import { LONGEST_DURATION, LONGEST_TITLE } from './model.ts'

const id = z.uuid('not-found')
const empty = z.literal('').transform(() => null)
const content = {
  title: z.string().trim().min(1, 'input-missing').max(LONGEST_TITLE, 'input-too-long'),
  /** 1 stands by itself, 2 below the one before. */
  level: z.coerce
    .number('input-invalid')
    .int('input-invalid')
    .min(1, 'input-invalid')
    .max(2, 'input-invalid')
    .default(1),
  /** Planned, in minutes. */
  duration: z
    .union([
      empty,
      z.null(),
      z.coerce
        .number('input-invalid')
        .int('input-invalid')
        .min(1, 'input-invalid')
        .max(LONGEST_DURATION, 'input-invalid'),
    ])
    .default(null),
}

export const AgendaInput = z.object({ id })

/** `after`: behind which item; without it before dates and other matters. */
export const AgendaItemAdd = z.object({
  id,
  ...content,
  after: z.union([empty, z.null(), z.uuid('choice-invalid')]).default(null),
})
export type AgendaItemAdd = z.infer<typeof AgendaItemAdd>

export const AgendaItemRevise = z.object({ id, ...content })
export type AgendaItemRevise = z.infer<typeof AgendaItemRevise>

export const AgendaItemPlace = z.object({
  id,
  /** One step, or the item behind which it goes; '' is the beginning. */
  place: z.union([z.enum(['up', 'down', '']), z.uuid()], 'choice-invalid'),
})
export type AgendaItemPlace = z.infer<typeof AgendaItemPlace>

export const AgendaItemRemove = z.object({ id })

export const AgendaShown = z.strictObject({
  meeting: z.strictObject({
    ...{ id: shape.id, name: z.string(), day: shape.day.nullable() },
    ...{ startTime: shape.time.nullable(), endTime: shape.time.nullable() },
  }),
  /** Whether it can still change. */
  open: z.boolean(),
  items: list(
    z.strictObject({
      ...{ id: shape.id, number: z.string().nullable(), title: z.string(), level: z.int() },
      kind: z.enum(['plain', 'minutes_control']),
      duration: z.int().nullable(),
      /** The commitment whose consequence put it there. */
      commitment: named.nullable(),
      up: z.boolean(),
      down: z.boolean(),
    }),
  ),
  /** Minutes planned in all, and when they are over; null where nothing says. */
  planned: z.int().nullable(),
  ends: shape.time.nullable(),
  /** Planned for longer than the meeting is. */
  over: z.boolean(),
  /** How many were told an agenda before. */
  invited: z.int(),
  /** Words in its titles that hold no longer. */
  replacedTerms: list(ReplacedTerm),
})
export type AgendaShown = z.infer<typeof AgendaShown>

export const AgendaWritten = z.strictObject({ id: shape.id, meetingId: shape.id })
