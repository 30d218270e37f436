import type { CorrectionAnswer } from '../../../ground/schema/corrections.ts'
import type { Day, Id, MembershipRole, MinutesState, Timestamp } from '../../../ground/schema.ts'

/** What a correction is about: a line, all of an item, or the minutes as they are. */
export type Place = { readonly entryId: Id | null; readonly agendaItemId: Id | null }
export const WHOLE: Place = { entryId: null, agendaItemId: null }

/** A place as forms and addresses say it: `entry-…`, `item-…`, or nothing. */
export const markOf = ({ entryId, agendaItemId }: Place): string =>
  entryId ? `entry-${entryId}` : agendaItemId ? `item-${agendaItemId}` : ''

export function placeOf(mark: string): Place {
  const id = mark.slice(mark.indexOf('-') + 1)
  if (mark.startsWith('entry-')) return { entryId: id, agendaItemId: null }
  return mark.startsWith('item-') ? { entryId: null, agendaItemId: id } : WHOLE
}

/** Minutes as they go round. */
export type Circulation = { readonly id: Id; readonly until: Day }

/** Whether corrections are taken: until the last day is over, and not once the minutes were approved. */
export const isRound = (state: MinutesState, circulation: Pick<Circulation, 'until'> | null, today: Day): boolean =>
  state !== 'approved' && circulation !== null && today <= circulation.until

/** Whoever has a seat is asked, beside those who were there. */
export const SEATED: ReadonlySet<MembershipRole> = new Set([
  ...(['chair', 'deputy_chair', 'minute_taker', 'member', 'delegate', 'deputy'] as const),
])

/** After the last day the link still tells what became of one's proposals. */
export const DAYS_AFTER = 30
/** So many proposals does one person make on one day, by link or signed in. */
export const PROPOSALS_A_DAY = 30
export const LONGEST_WORDING = 2000
export const LONGEST_REASON = 1000
/** What the form begins with: so many days from today. */
export const DAYS_TO_CORRECT = 14

export type Correction = Place & {
  readonly id: Id
  readonly wording: string
  readonly reason: string | null
  readonly by: string | null
  readonly own: boolean
  readonly proposedAt: Timestamp
  readonly answer: CorrectionAnswer | null
  readonly word: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Timestamp | null
  /** Recorded after the minutes had been approved. */
  readonly later: boolean
}

/** What can be corrected, in the order of the minutes, as one reader sees it. */
export type Line = { readonly at: string; readonly number: string | null; readonly text: string }
