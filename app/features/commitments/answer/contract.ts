import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { secret, text } from '../../../ground/shapes.ts'
import { sentence } from '../contract.ts'
import { type Answer, answers, LONGEST_WORDING } from '../model.ts'
import { answerSources, isPromise, LONGEST_NAME, needsReason } from './model.ts'

const maybeDay = z.union([z.literal('').transform(() => null), z.null(), z.iso.date('day-invalid')]).default(null)

/** `promise`, `untilOn` and `untilWords`: what was promised and until when; `redirectedTo`: to whom somebody was sent. */
const said = {
  answer: z.enum(answers, 'input-missing'),
  sentence,
  speaker: text(LONGEST_NAME),
  speakerOffice: text(LONGEST_NAME),
  promise: text(LONGEST_WORDING),
  untilOn: maybeDay,
  untilWords: text(LONGEST_NAME),
  redirectedTo: text(LONGEST_NAME),
}

type Said = { answer: Answer; sentence: string; promise: string; redirectedTo: string }
function whole({ answer, sentence: reason, promise, redirectedTo }: Said, context: z.RefinementCtx): void {
  const missing = (field: string) => context.addIssue({ code: 'custom', message: 'input-missing', path: [field] })
  if (isPromise(answer) && !promise) missing('promise')
  if (needsReason(answer) && !reason) missing('sentence')
  if (answer === 'redirected' && !redirectedTo) missing('redirectedTo')
}

/** What somebody of the table writes down. `givenOn`: the day on which it was said; of silence, since when it counts. */
export const AnswerRecord = z
  .object({
    ...said,
    id: z.uuid('not-found'),
    givenOn: z.iso.date('day-invalid'),
    source: z.enum(answerSources, 'choice-invalid'),
    sourceWords: text(LONGEST_NAME),
  })
  .superRefine(whole)
export type AnswerRecord = z.infer<typeof AnswerRecord>

/** What the addressee says by personal link, today. */
export const AnswerByLink = z
  .object({ ...said, secret })
  .superRefine(whole)
  .refine(({ answer }) => answer !== 'silent', { message: 'choice-invalid', path: ['answer'] })
export type AnswerByLink = z.infer<typeof AnswerByLink>

export const AnswerWritten = z.strictObject({ id: shape.id, promisedId: shape.id.nullable() })
export const AnsweredByLink = z.strictObject({ answer: z.enum(answers) })
