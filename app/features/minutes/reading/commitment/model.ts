import { resemblance } from '../../../../../language/resemblance.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import type { Id } from '../../../../ground/schema.ts'
import type { EntryItem, Item } from '../model.ts'

/** An open commitment of a body, as far as a reading needs it to recognise it in a later line. */
export type OpenCommitment = { readonly id: Id; readonly wording: string; readonly owner: string | null }

/** Slot: filled by the commitments in server.ts. Lists what the viewer may see of the body's open commitments. */
export type OpenCommitments = (viewer: Viewer, bodyId: Id) => Promise<readonly OpenCommitment[]>

/** From this resemblance on a line is offered as the status of an open commitment instead of opening a second one. */
export const RESEMBLES = 0.45

/** Beyond this many a body needs a clean-up first; comparing all with all would take too long. */
const MOST_COMPARED = 2000

/**
 * The items whose proposed commitment changes when the reader compares them with what is open: lines that tell how a
 * task stands, and tasks that say again what is open already. What a person has decided stays.
 */
export function withSameAs(items: readonly Item[], open: readonly OpenCommitment[]): EntryItem[] {
  const changed: EntryItem[] = []
  const taken = new Set(items.map(decidedCommitment).filter(id => id !== null))
  for (const item of items) {
    if (item.section !== 'entry' || item.now.sameAs?.by === 'person') continue
    if (item.now.kind !== 'task' && item.now.kind !== 'status') continue
    const best = mostAlike(item, open.slice(0, MOST_COMPARED), taken)
    // A commitment may have several status lines, but only one task says it again.
    if (best && item.now.kind === 'task') taken.add(best.id)
    if ((item.now.sameAs?.id ?? null) === (best?.id ?? null)) continue
    changed.push({ ...item, now: { ...item.now, sameAs: best ? { id: best.id, by: 'reader' } : null } })
  }
  return changed
}

const decidedCommitment = (item: Item): Id | null =>
  item.section === 'entry' && item.now.sameAs?.by === 'person' ? item.now.sameAs.id : null

function mostAlike(item: EntryItem, open: readonly OpenCommitment[], taken: ReadonlySet<Id>): OpenCommitment | null {
  let best: OpenCommitment | null = null
  let most = RESEMBLES
  for (const commitment of open) {
    if (item.now.kind === 'task' && taken.has(commitment.id)) continue
    const alike = resemblance(item.now.text, commitment.wording)
    if (alike < most) continue
    most = alike
    best = commitment
  }
  return best
}
