import { z } from 'zod'

/** JSON shapes of what schema.ts calls Id, Day, Time and Timestamp, and of what every feature shows beside them. */
export const id = z.uuid()
export const day = z.iso.date()
export const time = z.iso.time()
export const timestamp = z.iso.datetime()
export const named = z.strictObject({ id, name: z.string() })
export const list = <One extends z.ZodType>(one: One) => z.array(one).readonly()
/** Which version of a record a form began with, as forms send it: as far as the database counts. */
export const revision = z.coerce
  .number('input-invalid')
  .int('input-invalid')
  .min(0, 'input-invalid')
  .max(2_147_483_647, 'input-invalid')
/** A box of a form: `yes` when ticked, absent when not. */
export const box = z
  .union([z.literal('yes'), z.boolean()])
  .optional()
  .transform(Boolean)
/** A line or several of a form, empty where nothing was written. */
export const text = (longest: number) => z.string().trim().max(longest, 'input-too-long').default('')
/** The secret of a personal link, as far as it is looked at. */
export const secret = z.string().max(100)
/** Nothing to tell: a form without data, an act of which only that it was done is told. */
export const nothingMore: z.ZodType<object> = z.strictObject({})
