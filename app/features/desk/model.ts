import { Temporal } from 'temporal-polyfill'
import type { Day } from '../../ground/schema.ts'
import { dueDay, type Facts, standing } from '../commitments/model.ts'

/** What the morning page asks of the commitments: each number opens its list. */
export const dueLists = ['overdue', 'today', 'week', 'without-owner', 'without-date'] as const
export type DueList = (typeof dueLists)[number]

/** Every list of the page, in its order. */
export const morningLists = [...dueLists, 'asked', 'fires', 'drafts', 'answers', 'meetings'] as const
export type MorningList = (typeof morningLists)[number]

/** The days after today that "this week" means: it says as much on a Friday as on a Monday. */
export const WEEK = 7
/** How far ahead consequences that would fire are looked for. */
export const FIRES_AHEAD = 14
/** How far ahead meetings are looked for. */
export const MEETINGS_AHEAD = 60

/** Lines of each list on the page of all; of one list on its own. Counting stops one above. */
export const BRIEFLY = 5
export const LISTED = 200

export const lastOfWeek = (today: Day): Day => daysAfter(today, WEEK)
export const daysAfter = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString()

/** The lists that a commitment is in, by the core that all lists of commitments share. `store.test.ts` holds the SQL against it. */
export function dueListsOf(facts: Facts, today: Day): readonly DueList[] {
  const { open, overdue, withoutOwner, withoutDate } = standing(facts, today)
  const day = dueDay(facts.due)
  const holds: Record<DueList, boolean> = {
    overdue,
    today: open && day === today,
    week: open && day !== null && day > today && day <= lastOfWeek(today),
    'without-owner': withoutOwner,
    'without-date': withoutDate,
  }
  return dueLists.filter(list => holds[list])
}
