import type { ProposalAnswer } from '../../../ground/schema/proposals.ts'
import type { Day, Id, Timestamp } from '../../../ground/schema.ts'
import { dayBefore, isComing, type Meeting } from '../model.ts'

/** An item that a member wishes for the agenda. Without an answer it waits. */
export type Proposal = {
  readonly id: Id
  readonly meetingId: Id
  readonly person: { readonly id: Id; readonly name: string }
  readonly title: string
  readonly why: string | null
  /** Wished for, in minutes. */
  readonly duration: number | null
  readonly at: Timestamp
  readonly answer: ProposalAnswer | null
  readonly reason: string | null
  readonly answeredAt: Timestamp | null
}

/** The last day, and whence it is: somebody set it, the rules of the body, or the day of the meeting. */
export type Deadline = { readonly until: Day | null; readonly from: 'set' | 'rules' | 'meeting' }

/**
 * Until when proposals are taken, that day included: the day that was set last; without one the day before the
 * invitation has to leave by the rules of the body; without rules the day of the meeting.
 */
export function deadlineOf(meeting: Pick<Meeting, 'day'>, set: Day | null, dispatch: Day | null): Deadline {
  if (set) return { until: set, from: 'set' }
  if (dispatch) return { until: dayBefore(dispatch, 1), from: 'rules' }
  return { until: meeting.day, from: 'meeting' }
}

/** Whether proposals are still taken. */
export const takesProposals = (
  meeting: Pick<Meeting, 'state' | 'day'>,
  { until }: Pick<Deadline, 'until'>,
  today: Day,
): boolean => isComing(meeting) && (until === null || today <= until) && (meeting.day === null || today <= meeting.day)

export const LONGEST_WHY = 2000
export const LONGEST_REASON = 1000
/** So many a person makes for one meeting. */
export const MOST_PROPOSALS = 20
