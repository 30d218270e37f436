import { z } from 'zod'
import * as shape from '../../ground/shapes.ts'
import { list } from '../../ground/shapes.ts'
import { searchNouns } from './model.ts'

const LONGEST_QUESTION = 200
const LAST_PAGE = 5

/** Whatever an address says besides: a filter that is none is no filter. */
export const SearchInput = z.object({
  q: z
    .string()
    .trim()
    .transform(question => question.slice(0, LONGEST_QUESTION))
    .optional()
    .catch(undefined),
  kind: z.enum(searchNouns).optional().catch(undefined),
  body: z.uuid().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).optional().catch(undefined),
})
export type SearchInput = z.infer<typeof SearchInput>

const hit = z.strictObject({
  noun: z.enum(searchNouns),
  id: shape.id,
  /** Where it is read, at the line. */
  href: z.string(),
  text: z.string(),
  /** Found words of the text, in UTF-16 units, end exclusive. */
  marks: list(z.strictObject({ from: z.number(), to: z.number() })),
  body: z.string().nullable(),
  /** Of the meeting; of a letter that went out, when it did; of anything else, when it was written down. */
  day: shape.day.nullable(),
})
export type Hit = z.infer<typeof hit>

export const SearchShown = z.strictObject({
  /** `none`: nothing was asked. `small`: only words that are in every text. */
  asked: z.enum(['none', 'small', 'words']),
  hits: list(hit),
  /** How many there are, as far as counted; `more` says that there are others. */
  count: z.number(),
  more: z.boolean(),
  page: z.number(),
  pages: z.number(),
  bodies: list(shape.named),
  people: list(shape.named),
})
export type SearchShown = z.infer<typeof SearchShown>
