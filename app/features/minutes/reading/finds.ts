import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { directoryNames, listBodies } from '../../directory/finds.ts'
import type { OpenCommitment, OpenCommitments } from './commitment/model.ts'
import type { ReviewInput } from './contract.ts'
import type { Review } from './model.ts'
import { findReview, listReadings, type ReadingRow } from './store.ts'

export type ReadingListData = {
  readonly readings: readonly ReadingRow[]
  readonly timeZone: string
  readonly can: { readonly begin: boolean }
}

/** The readings on the viewer's desk. Null for whoever may neither see nor begin one: there is no such page. */
export async function readingList(viewer: Viewer): Promise<ReadingListData | null> {
  const readings = await listReadings(viewer)
  const begin = mayAct(viewer, 'reading.begin')
  return begin || readings.length > 0 ? { readings, timeZone: viewer.network.timeZone, can: { begin } } : null
}

export const readingNew = async (viewer: Viewer): Promise<{ can: { begin: true } } | null> =>
  mayAct(viewer, 'reading.begin') ? { can: { begin: true } } : null

export type ReviewData = {
  readonly review: Review
  readonly bodies: readonly { readonly id: Id; readonly name: string }[]
  /** Names of the directory, to propose while typing. */
  readonly known: readonly string[]
  /** Open commitments of the chosen body, to say which one a line speaks of. */
  readonly commitments: readonly OpenCommitment[]
  readonly can: { readonly judge: boolean; readonly confirm: boolean; readonly discard: boolean }
}

export const reviewOf =
  (openCommitments: OpenCommitments) =>
  async (viewer: Viewer, input: ReviewInput): Promise<ReviewData | null> => {
    const review = await findReview(viewer, input.id)
    if (!review) return null
    const bodies = await listBodies(viewer)
    const directory = await directoryNames(viewer)
    const known = [...directory.people, ...directory.offices, ...directory.organizations].map(({ name }) => name)
    const open = review.state === 'open'
    return {
      review,
      bodies: bodies.map(({ id, name }) => ({ id, name })),
      known: [...new Set(known)],
      commitments:
        open && review.bodyId && needsCommitments(review, input) ? await openCommitments(viewer, review.bodyId) : [],
      can: {
        judge: open && mayAct(viewer, 'reading.judge', review),
        confirm: open && mayAct(viewer, 'reading.confirm', review),
        discard: open && mayAct(viewer, 'reading.discard', review),
      },
    }
  }

/** Only where one is named or may be chosen: a form is open, lines are marked, or an item speaks of one. */
const needsCommitments = ({ items }: Review, { item, from }: ReviewInput): boolean =>
  item !== undefined || from !== undefined || items.some(one => one.section === 'entry' && one.now.sameAs?.id)
