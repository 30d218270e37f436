import type { Viewer } from '../../../../access/viewer.ts'
import type { Id } from '../../../../ground/schema.ts'
import { findReview } from '../store.ts'
import { type Example, exampleOf } from './model.ts'
import { confirmedReadings } from './store.ts'

/** The confirmed readings that the viewer sees. */
export const exampleIds = (viewer: Viewer): Promise<Id[]> => confirmedReadings(viewer)

/** A confirmed reading as an example; null for any other. */
export async function findExample(viewer: Viewer, id: Id): Promise<Example | null> {
  const review = await findReview(viewer, id)
  return review?.state === 'confirmed' ? exampleOf(review) : null
}
