import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { list, named, secret } from '../../../ground/shapes.ts'
import { LONGEST_SENTENCE, LONGEST_WORDING } from '../model.ts'
import { conditionAnswers, conditionStates, LONGEST_DAYS } from './model.ts'

const id = z.uuid('not-found')
const empty = z.literal('').transform(() => null)
const maybeDay = z.union([empty, z.null(), z.iso.date('day-invalid')]).default(null)

export const ConditionNewInput = z.object({ id })

/** `days`: from the day it came true until the commitment is due; empty: its due day stays. */
export const ConditionName = z.object({
  id,
  wording: z.string().trim().min(1, 'input-missing').max(LONGEST_WORDING, 'input-too-long'),
  askedId: z.uuid('choice-invalid'),
  askOn: z.iso.date('day-invalid'),
  days: z
    .union([
      empty,
      z.null(),
      z.coerce.number('input-invalid').int('input-invalid').min(0, 'input-invalid').max(LONGEST_DAYS, 'input-invalid'),
    ])
    .default(null),
})
export type ConditionName = z.infer<typeof ConditionName>

/** `metOn` is needed where it came true, `againOn` where it has not yet, `sentence` where it never will. */
const said = {
  answer: z.enum(conditionAnswers, 'input-missing'),
  metOn: maybeDay,
  againOn: maybeDay,
  sentence: z.string().trim().max(LONGEST_SENTENCE, 'input-too-long').default(''),
}
type Said = { answer: string; metOn: string | null; againOn: string | null; sentence: string }
function whole({ answer, metOn, againOn, sentence }: Said, context: z.RefinementCtx): void {
  const missing = (field: string, message = 'input-missing') =>
    context.addIssue({ code: 'custom', message, path: [field] })
  if (answer === 'met' && !metOn) missing('metOn')
  if (answer === 'not_yet' && !againOn) missing('againOn')
  if (answer === 'never' && !sentence) missing('sentence', 'reason-missing')
}

/** Of one condition, whose id is `condition`. */
export const ConditionAnswered = z.object({ id, condition: id, ...said }).superRefine(whole)
export type ConditionAnswered = z.infer<typeof ConditionAnswered>
export const ConditionLinkInput = z.object({ secret })
export const ConditionByLink = z.object({ secret, ...said }).superRefine(whole)
export type ConditionByLink = z.infer<typeof ConditionByLink>

const person = named.nullable()

export const ConditionShown = z.strictObject({
  id: shape.id,
  wording: z.string(),
  days: z.int().nullable(),
  /** Null where the person is not for the reader, or was erased. */
  asked: person,
  askOn: shape.day,
  state: z.enum(conditionStates),
  named: z.strictObject({ at: shape.timestamp, by: person }),
  /** `mailed` is false where there was no mailbox. */
  sent: z.strictObject({ at: shape.timestamp, mailed: z.boolean() }).nullable(),
  answered: z
    .strictObject({ at: shape.timestamp, by: person, metOn: shape.day.nullable(), sentence: z.string().nullable() })
    .nullable(),
})
export type ConditionShown = z.infer<typeof ConditionShown>

export const ConditionNewShown = z.strictObject({
  commitment: named,
  people: list(named),
  /** The one that is watched now, which a new one takes the place of. */
  current: ConditionShown.nullable(),
  today: shape.day,
})
export type ConditionNewShown = z.infer<typeof ConditionNewShown>

/** What the link of whoever is asked opens: the question, and what was said to it. */
export const ConditionLinkShown = z.strictObject({
  wording: z.string(),
  body: z.string(),
  /** Nobody waits for an answer any more: given, replaced, or the commitment has ended. */
  state: z.enum([...conditionStates, 'ended']),
  metOn: shape.day.nullable(),
  sentence: z.string().nullable(),
  today: shape.day,
})
export type ConditionLinkShown = z.infer<typeof ConditionLinkShown>

export const ConditionWritten = z.strictObject({ id: shape.id, commitmentId: shape.id })
export const ConditionLinkWritten = z.strictObject({ answer: z.enum(conditionAnswers) })
