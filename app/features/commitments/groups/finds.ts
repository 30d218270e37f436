import type { OpenInBodies } from '../../meetings/preparation/model.ts'
import { countOpen } from './store.ts'

/** Fills the slot of what comes to a meeting: what the working groups still owe, as far as the viewer sees it. */
export const openInBodies: OpenInBodies = countOpen
