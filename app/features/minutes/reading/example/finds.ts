import type { Viewer } from '../../../../access/viewer.ts'
import type { Id } from '../../../../ground/schema.ts'
import { confirmedReadings } from './store.ts'

/** The confirmed readings that the viewer sees. */
export const exampleIds = (viewer: Viewer): Promise<Id[]> => confirmedReadings(viewer)
