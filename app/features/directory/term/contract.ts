import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { list, named, text } from '../../../ground/shapes.ts'
import { LONGEST_MEANING, LONGEST_REASON, LONGEST_TERM, termKinds, termLists } from './model.ts'

const id = z.uuid('not-found')
const day = z.iso.date('day-invalid')
const needed = (longest: number) =>
  z.string('input-missing').trim().min(1, 'input-missing').max(longest, 'input-too-long')

/** An unknown list is the first. */
export const TermListInput = z.object({ list: z.enum(termLists).default('now').catch('now') })
export type TermListInput = z.infer<typeof TermListInput>
export const TermInput = z.object({ id })

export const TermAdd = z.object({
  bodyId: z.uuid('body-missing'),
  kind: z.enum(termKinds, 'choice-invalid'),
  wording: needed(LONGEST_TERM),
  meaning: text(LONGEST_MEANING),
  fromDay: day,
})
export type TermAdd = z.infer<typeof TermAdd>
/** `fromDay`: the first day of the new one; the last of the old one is the day before. */
export const TermReplace = z.object({
  id,
  wording: needed(LONGEST_TERM),
  meaning: text(LONGEST_MEANING),
  fromDay: day,
  reason: text(LONGEST_REASON),
})
export type TermReplace = z.infer<typeof TermReplace>
export const TermEnd = z.object({ id, untilDay: day, reason: needed(LONGEST_REASON) })
export type TermEnd = z.infer<typeof TermEnd>

const other = z.strictObject({ id: shape.id, wording: z.string() })
const TermShown = z.strictObject({
  ...{ id: shape.id, kind: z.enum(termKinds), wording: z.string(), meaning: z.string().nullable(), body: named },
  ...{ from: shape.day, until: shape.day.nullable(), reason: z.string().nullable() },
  replacedBy: other.nullable(),
})
export type TermShown = z.infer<typeof TermShown>

export const TermList = z.strictObject({
  list: z.enum(termLists),
  counts: z.strictObject({ now: z.int(), before: z.int() }),
  terms: list(TermShown),
  today: shape.day,
  /** Bodies for which the viewer may set one. */
  bodies: list(named),
})
export type TermList = z.infer<typeof TermList>

export const TermPageShown = z.strictObject({
  term: TermShown,
  replaces: list(other),
  over: z.boolean(),
  today: shape.day,
  can: z.strictObject({ replace: z.boolean() }),
})
export type TermPageShown = z.infer<typeof TermPageShown>
export const TermWritten = z.strictObject({ id: shape.id })

/** A replaced term that a text uses, as it stands there. */
export const ReplacedTerm = z.strictObject({
  ...{ id: shape.id, wording: z.string(), used: list(z.string()), since: shape.day },
  replacedBy: other.nullable(),
})
export type ReplacedTerm = z.infer<typeof ReplacedTerm>
