import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import type { CommitmentLine } from '../contract.ts'
import { linesOf, openLines } from './store.ts'

/** These commitments as lines, as far as the viewer sees them: what is due first comes first. One query. */
export const commitmentLines = (viewer: Viewer, ids: readonly Id[]): Promise<CommitmentLine[]> => linesOf(viewer, ids)

/** Every open commitment that the viewer sees, with what its owner said last; body by body, what is due first comes first. */
export const openCommitmentLines = openLines
