import { Temporal } from 'temporal-polyfill'
import type { Day } from '../../../ground/schema.ts'

/** A report is due so many days after the meeting where the body that waits for it has not planned its next one. */
export const DAYS_TO_REPORT = 14

/** A seat that owes reports since a day, and how long it is held; both days count. */
export type Seat = { readonly since: Day; readonly startDate: Day; readonly endDate: Day | null }

export type MeetingOfSeat = { readonly day: Day; readonly cancelled: boolean; readonly draft: boolean }

/** Whether the seat owes a report about that meeting: held while the seat was, since it was agreed, and over by a day. */
export const owesReport = (seat: Seat, { day, cancelled, draft }: MeetingOfSeat, today: Day): boolean =>
  !cancelled &&
  !draft &&
  day < today &&
  day >= seat.since &&
  day >= seat.startDate &&
  (seat.endDate === null || day <= seat.endDate)

/** Until when: the next meeting of the body that waits, or a while after the one that was. */
export const reportDue = (meeting: Day, next: Day | null): Day =>
  next ?? Temporal.PlainDate.from(meeting).add({ days: DAYS_TO_REPORT }).toString()
