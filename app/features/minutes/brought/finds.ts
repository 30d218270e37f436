import type { GroupEntries, IdeasDue } from '../../meetings/preparation/model.ts'
import { selectGroupEntries, selectIdeasDue } from './store.ts'

/** Fills the slot of what comes to a meeting: the parking lot, as far as its day has come. */
export const ideasDue: IdeasDue = selectIdeasDue

/** Fills the slot of what comes to a meeting: decisions and wishes from the minutes of the working groups. */
export const groupEntries: GroupEntries = selectGroupEntries
