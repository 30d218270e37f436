import { type RetentionKind, retentionKinds } from '../../../ground/schema/privacy.ts'
import type { Day, Id, Timestamp } from '../../../ground/schema.ts'

/** How long a kind is kept where the network says nothing else, in days, and since when that is so. */
export const defaults: Readonly<Record<RetentionKind, { readonly days: number; readonly since: Day }>> = {
  // Mails that were sent, shown or given up. What waits is not touched.
  outbox: { days: 90, since: '2026-11-23' },
  // Readings that somebody discarded, with their text and file.
  discarded_reading: { days: 180, since: '2026-11-23' },
  // What the reader proposed and people changed in confirmed readings: the minutes stay.
  correction: { days: 730, since: '2026-11-23' },
  // Personal links that ended or were taken back.
  link: { days: 30, since: '2026-11-23' },
  // Sign-ins that ended.
  session: { days: 30, since: '2026-11-23' },
  // Who did what when: proof towards the authority, and for the limitation of three years (§ 195 BGB).
  journal: { days: 1095, since: '2026-11-23' },
}

/** The shortest that may be set: a journal of a week proves nothing. */
export const shortest: Readonly<Record<RetentionKind, number>> = {
  outbox: 7,
  discarded_reading: 7,
  correction: 30,
  link: 1,
  session: 1,
  journal: 365,
}

export type Period = {
  readonly kind: RetentionKind
  readonly days: number
  readonly isDefault: boolean
  /** The day a default is of, or the day on which the network decided. */
  readonly since: Day
  readonly setBy: string | null
  /** How many would go now. */
  readonly due: number
  readonly hold: Hold | null
}
export type Hold = { readonly id: Id; readonly reason: string; readonly since: Day; readonly setBy: string | null }
export type Run = {
  readonly id: Id
  readonly kind: RetentionKind
  readonly days: number
  readonly count: number
  readonly at: Timestamp
}

/** What the network decided, newest first. */
export type Decided = {
  readonly kind: RetentionKind
  readonly days: number
  readonly day: Day
  readonly setBy: string | null
}

/** The periods that hold now: the newest decision of each kind, else the default. */
export function periodsNow(decided: readonly Decided[]): Omit<Period, 'due' | 'hold'>[] {
  return retentionKinds.map(kind => {
    const newest = decided.find(one => one.kind === kind)
    if (newest) return { kind, days: newest.days, isDefault: false, since: newest.day, setBy: newest.setBy }
    return { kind, days: defaults[kind].days, isDefault: true, since: defaults[kind].since, setBy: null }
  })
}
