import type { HeadField } from '../reading.ts'

/**
 * A text as a careful person reads it, in the exchange format; an `Exchange` is one too. What is left out was not there.
 * - `line`, `lines`: 1-based, counted over `\n`; `lines` ([from, to]) only where there are several.
 * - Dates are ISO, a span is `from/to`; words stay words. Times are `HH:MM`.
 * - `borderline`: a careful reader could as well leave it out, so it counts neither way.
 */
export type Gold = {
  readonly meeting?: { readonly [F in HeadField]?: string | null }
  readonly attendance?: { readonly [S in AttendanceList]?: readonly GoldName[] }
  readonly agenda?: readonly GoldAgendaItem[]
  readonly tasks?: readonly GoldTask[]
  readonly decisions?: readonly GoldDecision[]
  readonly appointments?: readonly GoldAppointment[]
  readonly ideas?: readonly GoldWords[]
  readonly lessons?: readonly GoldWords[]
  readonly wishes?: readonly GoldWords[]
}

export const attendanceLists = ['present', 'absent', 'excused', 'guests'] as const
export type AttendanceList = (typeof attendanceLists)[number]

type Placed = { readonly line?: number; readonly lines?: readonly [number, number]; readonly borderline?: boolean }
export type GoldName = Placed & { readonly name: string }
export type GoldAgendaItem = Placed & { readonly title: string }
export type GoldWords = Placed & { readonly text: string }
export type GoldTask = GoldWords & { readonly responsible?: readonly string[]; readonly due?: string | null }
export type GoldDecision = GoldWords & { readonly result?: string | null; readonly votes?: GoldVotes | null }
export type GoldVotes = {
  readonly yes?: number | null
  readonly no?: number | null
  readonly abstain?: number | null
}
export type GoldAppointment = Placed & {
  readonly title: string
  readonly date?: string | null
  readonly start?: string | null
}

/** The kinds that are lists of items at lines. */
export const listKinds = ['agenda', 'tasks', 'decisions', 'appointments', 'ideas', 'lessons', 'wishes'] as const
export type ListKind = (typeof listKinds)[number]
export type GoldItem = NonNullable<Gold[ListKind]>[number]

/** What an item says: its title, or its text. */
export const wordsOf = (item: GoldItem): string => ('title' in item ? item.title : item.text)
