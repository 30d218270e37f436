import { diffWordsWithSpace } from 'diff'
import { Temporal } from 'temporal-polyfill'
import type { ConsultationResult, PaperEventKind, PaperState } from '../../ground/schema/papers.ts'
import type { Day, Id } from '../../ground/schema.ts'

export const LONGEST_NAME = 200
export const LONGEST_WORDING = 20_000
export const LONGEST_SENTENCE = 2000

/** It is asked, and nobody has said how it ends. */
export const openStates: ReadonlySet<PaperState> = new Set(['raised', 'under_way'])
export const endStates: ReadonlySet<PaperState> = new Set(['won', 'partly_won', 'lost', 'dropped'])

/** Who ends a paper without an end in its favour says why. */
export const needsSentence = (state: PaperState): boolean => state === 'dropped' || state === 'lost'

export const listNames = ['open', 'drafted', 'won', 'ended', 'all'] as const
export type ListName = (typeof listNames)[number]

/** In which list a paper stands, beside `all`. */
export const listOf = (state: PaperState): Exclude<ListName, 'all'> => {
  if (state === 'drafted') return 'drafted'
  if (state === 'won' || state === 'partly_won') return 'won'
  return openStates.has(state) ? 'open' : 'ended'
}

export type StateRecord = { readonly state: PaperState; readonly day: Day }

/**
 * For how many whole years a paper has been open, on a day: since it was raised for the first time after it was last
 * ended. Null where it is not open.
 */
export function openYears(states: readonly StateRecord[], today: Day): number | null {
  const last = states.at(-1)
  if (!last || !openStates.has(last.state)) return null
  const ended = states.findLastIndex(({ state }) => !openStates.has(state))
  const since = states[ended + 1]!.day
  return Temporal.PlainDate.from(since).until(today, { largestUnit: 'year' }).years
}

/** A stretch of a wording: in both, in the older one alone, in the newer one alone. */
export type Stretch = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

/**
 * What differs between two wordings, word by word. Where they differ so much that comparing would take long, the older
 * one is gone as a whole and the newer one new.
 */
export function compare(before: string, after: string): Stretch[] {
  const parts = diffWordsWithSpace(before, after, { timeout: MOST_MS })
  if (!parts)
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]
  return parts.map(({ value, added, removed }) => ({ kind: added ? 'new' : removed ? 'gone' : 'same', text: value }))
}
const MOST_MS = 200

/** What happened to a paper on a day. */
export type LineEntry =
  | { readonly kind: 'state'; readonly day: Day; readonly state: PaperState; readonly sentence: string | null }
  | { readonly kind: 'version'; readonly day: Day; readonly number: number; readonly note: string | null }
  | {
      readonly kind: 'event'
      readonly day: Day
      readonly event: PaperEventKind
      readonly whom: string | null
      readonly sentence: string
      readonly count: number | null
    }
  | {
      readonly kind: 'support'
      readonly day: Day
      readonly until: Day
      readonly all: number
      readonly named: number
    }
  | {
      readonly kind: 'consultation'
      readonly day: Day
      readonly id: Id
      readonly body: string
      readonly result: ConsultationResult | null
      readonly sentence: string | null
      readonly source: string | null
    }

/** Everything that happened in one line through the years; of one day in the order in which it was written down. */
export const inOrder = (entries: readonly LineEntry[]): LineEntry[] =>
  entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
