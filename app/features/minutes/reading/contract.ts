import { z } from 'zod'
import { attendanceStates, decisionResults, entryKinds } from '../../../../reader/src/reading.ts'
import { audiences } from '../../../ground/schema.ts'
import { revision } from '../../../ground/shapes.ts'
import { orders, shows } from './view/model.ts'

/** What forms, API and command line send. Messages are problem codes; empty fields arrive as ''. */
const id = z.uuid('input-invalid')
const text = (most: number) => z.string().trim().max(most, 'input-too-long')
const filled = (most: number) => text(most).min(1, 'input-missing')
const line = z.coerce
  .number('lines-invalid')
  .int('lines-invalid')
  .min(1, 'lines-invalid')
  .max(1_000_000, 'lines-invalid')
const day = z.union([z.literal('').transform(() => null), z.iso.date('day-invalid')])
const time = z.union([z.literal('').transform(() => null), z.string().regex(/^\d\d:\d\d$/, 'input-invalid')])
const checkbox = z
  .union([z.enum(['yes', 'on']), z.boolean()])
  .optional()
  .transform(Boolean)
const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform(value => (value === undefined ? [] : Array.isArray(value) ? value : [value]))

export const ReadingList = z.object({})
export const ReadingNew = z.object({})

/** Kept from page to page in the address, also of forms. */
const order = z.enum(orders).default('doubt').catch('doubt')

/** Filters and the open place of the review page. */
export const ReviewInput = z.object({
  id,
  item: id.optional().catch(undefined),
  show: z.enum(shows).default('all').catch('all'),
  order,
  from: line.optional().catch(undefined),
  to: line.optional().catch(undefined),
})
export type ReviewInput = z.infer<typeof ReviewInput>

export const ReadingBegin = z.object({
  file: z.instanceof(File).optional(),
  pasted: z.string().max(6_000_000, 'text-too-long').optional(),
})
export type ReadingBegin = z.infer<typeof ReadingBegin>

export const ReadingHead = z.object({
  id,
  revision,
  title: text(500),
  bodyId: z.union([z.literal('').transform(() => null), id]),
  body: text(200).default(''),
  date: day,
  start: time,
  end: time,
  place: text(300),
  chair: text(200),
  minuteTaker: text(200),
  audience: z.enum(audiences, 'choice-invalid'),
  withoutAdministration: checkbox,
})
export type ReadingHead = z.infer<typeof ReadingHead>

/** Three columns of one table: the name as written, what it is, and the name in the directory. */
export const ReadingNames = z
  .object({ id, revision, written: list, kind: list, name: list })
  .refine(all => all.written.length === all.kind.length && all.written.length === all.name.length, 'input-invalid')
export type ReadingNames = z.infer<typeof ReadingNames>

/** One press of a button beside an item, or of the one for all that is sure. */
export const ReadingJudge = z.object({
  id,
  order,
  accept: id.optional(),
  reject: id.optional(),
  reopen: id.optional(),
  sure: z.enum(['accept', 'reopen'], 'input-invalid').optional(),
})
export type ReadingJudge = z.infer<typeof ReadingJudge>

const entryFields = {
  kind: z.enum(entryKinds, 'choice-invalid'),
  text: filled(20_000),
  from: line,
  to: line,
  owners: text(500).default(''),
  due: text(200).default(''),
  dueOn: day.default(null),
  speaker: text(200).default(''),
  result: z.union([z.literal('').transform(() => null), z.enum(decisionResults)]).default(null),
  votes: text(40).default(''),
  condition: text(500).default(''),
  title: text(300).default(''),
  date: day.default(null),
  until: day.default(null),
  start: time.default(null),
  end: time.default(null),
  place: text(300).default(''),
  parked: checkbox,
  lookAgainOn: day.default(null),
  done: z.enum(['', 'yes', 'no']).default(''),
  sameAs: z.union([z.enum(['', 'new']), id]).default(''),
}
const linesInOrder = <T extends { from: number; to: number }>(fields: T) => fields.from <= fields.to

/** What may be added by marking lines: an entry of any kind, an agenda item, somebody of the attendance list. */
export const addedKinds = [...entryKinds, 'agenda', ...attendanceStates] as const

export const ItemAdd = z
  .object({ id, order, revision, ...entryFields, kind: z.enum(addedKinds, 'choice-invalid'), text: text(20_000) })
  .refine(linesInOrder, { message: 'lines-invalid', path: ['to'] })
export type ItemAdd = z.infer<typeof ItemAdd>

export const EntryChange = z
  .object({ id, order, item: id, revision, act: z.enum(['save', 'split', 'merge']).default('save'), ...entryFields })
  .refine(linesInOrder, { message: 'lines-invalid', path: ['to'] })
export type EntryChange = z.infer<typeof EntryChange>

export const AttendeeChange = z.object({
  id,
  order,
  item: id,
  revision,
  name: filled(200),
  state: z.enum(attendanceStates, 'choice-invalid'),
  onBehalfOf: text(200).default(''),
})
export type AttendeeChange = z.infer<typeof AttendeeChange>

export const AgendaChange = z.object({
  id,
  order,
  item: id,
  revision,
  number: text(20),
  title: filled(500),
  level: z.coerce.number('input-invalid').int().min(1, 'input-invalid').max(6, 'input-invalid'),
})
export type AgendaChange = z.infer<typeof AgendaChange>

/** What becomes of items that nobody decided on is said before confirming. */
export const ReadingConfirm = z.object({
  id,
  revision,
  undecided: z.enum(['accept', 'leave'], 'input-missing').optional(),
  bodyKind: z.enum(['plenary', 'board', 'working_group', 'accompanying']).optional(),
})
export type ReadingConfirm = z.infer<typeof ReadingConfirm>

export const ReadingDiscard = z.object({ id, revision })
export type ReadingDiscard = z.infer<typeof ReadingDiscard>
