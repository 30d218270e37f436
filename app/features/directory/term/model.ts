import { Temporal } from 'temporal-polyfill'
import { type TermKind, termKinds } from '../../../ground/schema/terms.ts'
import type { Day } from '../../../ground/schema.ts'

export { type TermKind, termKinds }

export const LONGEST_TERM = 120
export const LONGEST_MEANING = 4_000
export const LONGEST_REASON = 500

export const termLists = ['now', 'before'] as const
export type TermList = (typeof termLists)[number]

/** The first and the last day on which it holds; the last may be open. */
export type Span = { readonly from: Day; readonly until: Day | null }

/** It holds on that day, or will. */
export const isOver = ({ until }: Pick<Span, 'until'>, today: Day): boolean => until !== null && until < today
export const listOf = (span: Span, today: Day): TermList => (isOver(span, today) ? 'before' : 'now')

/** The last day of what is replaced from a day on. */
export const dayBefore = (day: Day): Day => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
export const dayAfter = (day: Day): Day => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
