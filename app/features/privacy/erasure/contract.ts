import { z } from 'zod'
import { erasureStates } from '../../../ground/schema/privacy.ts'
import { id, list, timestamp } from '../../../ground/shapes.ts'
import { CLOSED, type Decisions } from './model.ts'

export const ofPerson = z.object({ id: z.uuid() })

const LINE = 'line-'

/** Who is erased is named once more, letter by letter; each question has an answer under `line-<question>`. */
export const carryOut = z
  .object({ id: z.uuid(), name: z.string('input-missing').trim().min(1, 'input-missing').max(200, 'input-too-long') })
  .catchall(z.unknown())
  .transform(({ id, name, ...rest }) => ({ id, name, decisions: decisionsIn(rest) }))
export type CarryOut = z.infer<typeof carryOut>

function decisionsIn(fields: Record<string, unknown>): Decisions {
  const decided = Object.entries(fields)
    .filter(([name, value]) => name.startsWith(LINE) && (value === 'remove' || value === 'leave'))
    .map(([name, value]) => [name.slice(LINE.length), value as 'remove' | 'leave'] as const)
  return Object.fromEntries(decided)
}

export const fieldOf = (question: string): string => `${LINE}${question}`
export const closedField = fieldOf(CLOSED)

export const decline = z.object({
  id: z.uuid(),
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(1000, 'input-too-long'),
})
export type Decline = z.infer<typeof decline>

const counted = list(z.strictObject({ record: z.string(), count: z.int() }))
const line = { record: z.string(), pieces: list(z.string()) }
export const erasureRow = z.strictObject({
  ...{ id, personId: id, state: z.enum(erasureStates), askedAt: timestamp, reason: z.string().nullable() },
  settledAt: timestamp.nullable(),
})

export const preview = z.strictObject({
  person: z.strictObject({ id, name: z.string() }),
  request: z.strictObject({ id, askedAt: timestamp }).nullable(),
  removed: counted,
  redacted: counted,
  stays: list(z.strictObject({ ground: z.string(), count: z.int() })),
  inImprint: z.boolean(),
  lines: list(z.strictObject(line)),
  more: z.int(),
  closed: z.int(),
  questions: list(z.strictObject({ ...line, key: z.string(), count: z.int() })),
  closedQuestions: z.int(),
})
