import { act } from '../../../../access/act.ts'
import { done, type Outcome } from '../../../../ground/problems.ts'
import type { Id } from '../../../../ground/schema.ts'
import { findReview } from '../store.ts'
import { type Example, exampleOf } from './model.ts'

type ExportInput = { readonly id: Id }

/**
 * Hands a confirmed reading out of the installation as an example, text and corrections. The journal says of each
 * reading that it was handed out. Refused: `not-found` for any reading that is not confirmed.
 */
export const exportReading = act('reading.export', {
  noun: 'reading',
  subject: async (viewer, { id }: ExportInput) => {
    const review = await findReview(viewer, id)
    return review?.state === 'confirmed' ? review : null
  },
  run: async (_viewer, _input, review): Promise<Outcome<Example>> => done(exampleOf(review)),
})
