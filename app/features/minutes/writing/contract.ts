import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { list } from '../../../ground/shapes.ts'
import { ReplacedTerm } from '../../directory/term/contract.ts'
import { LARGEST_CHANGE, LONGEST_TEXT } from './model.ts'

const id = z.uuid('not-found')

export const WritingInput = z.object({ id })

/** `since`: for each item of which the listener has something, `item~number of the last change`, by commas. */
export const WritingSince = z.object({
  id,
  since: z
    .string()
    .max(50_000)
    .regex(/^(?:[0-9a-f-]{36}~\d{1,9}(?:,|$))*$/)
    .default(''),
})
export type WritingSince = z.infer<typeof WritingSince>

/** A change as bytes in base64, or the whole text as a form sends it, with the number of the change it was shown with. */
export const WritingChange = z
  .object({
    id,
    change: z
      .string()
      .max(Math.ceil(LARGEST_CHANGE / 3) * 4, 'input-too-long')
      .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'input-invalid')
      .optional(),
    text: z
      .string()
      .max(LONGEST_TEXT, 'input-too-long')
      .transform(text => text.replaceAll('\r\n', '\n'))
      .optional(),
    last: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
  })
  .refine(({ change, text }) => (change === undefined) !== (text === undefined), {
    message: 'input-missing',
    path: ['text'],
  })
export type WritingChange = z.infer<typeof WritingChange>

export const WritingTaken = z.strictObject({
  id: shape.id,
  meetingId: shape.id,
  /** Of the change that was kept; null where nothing differed. */
  number: z.int().nullable(),
})

export const WritingShown = z.strictObject({
  meeting: z.strictObject({
    ...{ id: shape.id, name: z.string(), bodyId: shape.id, bodyName: z.string(), day: shape.day.nullable() },
    ...{ startTime: shape.time.nullable(), endTime: shape.time.nullable(), place: z.string().nullable() },
    readingId: shape.id.nullable(),
  }),
  items: list(
    z.strictObject({
      ...{ id: shape.id, number: z.string().nullable(), title: z.string(), level: z.int(), text: z.string() },
      ...{ last: z.int(), duration: z.int().nullable(), closed: z.boolean() },
    }),
  ),
  today: shape.day,
  /** Words in what was written that hold no longer. */
  replacedTerms: list(ReplacedTerm),
  can: z.strictObject({ write: z.boolean(), finish: z.boolean() }),
})
export type WritingShown = z.infer<typeof WritingShown>

export const WritingFinished = z.strictObject({ id: shape.id })
