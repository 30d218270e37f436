import { Temporal } from 'temporal-polyfill'
import type { Viewer } from '../../access/viewer.ts'
import {
  type AgendaItemKind,
  type AttendanceState,
  type Audience,
  audiences,
  type CommitmentState,
  type Day,
  type Id,
  type MeetingState,
  type OwnerKind,
  type Report,
  type Time,
  type Timestamp,
} from '../../ground/schema.ts'
import type { PreparationSlots } from './preparation/model.ts'

/** A meeting of a body. Times are local to the network. A draft may have no day yet. */
export type Meeting = {
  readonly id: Id
  readonly name: string
  /** Null for a guest for one item who may not know of the body. */
  readonly body: { readonly id: Id; readonly name: string } | null
  readonly state: MeetingState
  readonly day: Day | null
  readonly startTime: Time | null
  readonly endTime: Time | null
  readonly place: string | null
  readonly audience: Audience
  readonly withoutAdministration: boolean
  /** Its minutes, where there are some for the reader. */
  readonly minutesId: Id | null
  /** Why it was called off, where it was. */
  readonly cancelledReason: string | null
}

export type Attendee = {
  readonly personId: Id | null
  readonly name: string
  readonly state: AttendanceState
  readonly onBehalfOf: string | null
}

export type AgendaItem = {
  readonly id: Id
  readonly number: string | null
  readonly title: string
  readonly level: number
  readonly kind: AgendaItemKind
  /** The minutes that a control looks back at, and their day. */
  readonly minutesId: Id | null
  readonly minutesDay: Day | null
  /** They wait for their approval still. */
  readonly minutesWait: boolean
  /** The commitment whose consequence put it there, where the viewer sees that. */
  readonly commitment: { readonly id: Id; readonly name: string } | null
  /** Planned, in minutes. */
  readonly duration: number | null
  /** Null: that of the meeting. */
  readonly audience: Audience | null
  readonly withoutAdministration: boolean
}

/** An open commitment as an agenda shows it. Owner and name are null for nobody, and where names are not for the reader. */
export type AgendaLine = {
  readonly commitmentId: Id
  readonly wording: string
  readonly owner: { readonly kind: OwnerKind; readonly name: string | null }
  readonly due: { readonly day: Day | null; readonly words: string | null }
  readonly state: CommitmentState
  readonly daysOverdue: number | null
  /** What the owner said last. */
  readonly report: { readonly report: Report; readonly sentence: string | null; readonly at: Timestamp } | null
  readonly href: string
}

/** Slot: every open commitment of the body that the viewer may see, by its own source. Filled by the commitments. */
export type AgendaSource = (
  viewer: Viewer,
  control: { readonly minutesId: Id; readonly meetingId: Id; readonly bodyId: Id },
) => Promise<readonly AgendaLine[]>

/** Slot: what was noted under items for which the viewer is a guest. Filled by the minutes. */
export type GuestEntries = (viewer: Viewer, meetingId: Id) => Promise<readonly GuestEntry[]>
export type GuestEntry = { readonly id: Id; readonly agendaItemId: Id; readonly content: string }

/** What later features bring to a meeting's pages. */
export type MeetingSlots = PreparationSlots & {
  readonly agendaSource: AgendaSource
  readonly guestEntries: GuestEntries
}

/** What is still to come: its agenda lives, its open commitments are those of today. */
export const isComing = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'draft' || state === 'scheduled'

/** The day that lies so many days before. */
export const dayBefore = (day: Day, days: number): Day => Temporal.PlainDate.from(day).subtract({ days }).toString()

/**
 * An agenda as one reader sees it, before the meeting. Of several minutes to control only the latest that he sees is
 * left: it carries the open commitments of all. Numbers are given last, so that no gap tells of an item that is not
 * for him.
 */
export function comingAgenda(items: readonly AgendaItem[]): AgendaItem[] {
  const control = latestControl(items)
  return numbered(items.filter(item => item.kind !== 'minutes_control' || item === control))
}

/** The agenda of a meeting that was held. Where the reader does not see all of it, the items that he sees are counted anew. */
export const heldAgenda = (items: readonly AgendaItem[]): AgendaItem[] =>
  items.some(({ number }) => number !== null) ? [...items] : numbered(items)

export function latestControl(items: readonly AgendaItem[]): AgendaItem | null {
  let latest: AgendaItem | null = null
  for (const item of items) {
    if (item.kind !== 'minutes_control' || !item.minutesId) continue
    if (!latest || (item.minutesDay ?? '') >= (latest.minutesDay ?? '')) latest = item
  }
  return latest
}

/**
 * Gives items without a number theirs: 1, 1.1, 1.2, 2. A number that is written stays. Levels count as they follow each
 * other: an item below one that is not there stands where that would have stood, so that none begins with 0.
 */
export function numbered(items: readonly AgendaItem[]): AgendaItem[] {
  const open: { level: number; count: number }[] = []
  return items.map(item => {
    let last = 0
    while (open.length > 0 && open.at(-1)!.level > item.level) last = open.pop()!.count
    const top = open.at(-1)
    if (top?.level === item.level) top.count += 1
    else open.push({ level: item.level, count: last + 1 })
    return item.number === null ? { ...item, number: open.map(({ count }) => count).join('.') } : item
  })
}

type Reach = Exclude<Audience, 'named'>
const reach: Readonly<Record<Audience, number>> = { public: 0, network: 1, body: 2, board: 2, named: 3 }

/**
 * The audience of the meeting that looks back at another: what its body is used to, but at least as narrow as the one
 * looked back at. Members of the body and of the board are not parts of each other; the looked-back-at decides.
 */
export function narrower(usual: Reach, lookedBackAt: Audience): Audience {
  return reach[lookedBackAt] >= reach[usual] ? lookedBackAt : usual
}

/**
 * What the audience of a meeting that was held can become. Its minutes inherit it, so it is never widened afterwards:
 * what more people are to read is published, with a wording of its own. Body and board are not parts of each other.
 */
export function audiencesWithin(held: Audience): readonly Audience[] {
  return audiences.filter(audience => audience === held || reach[audience] > reach[held])
}

/** Items that a draft begins with, in order, as texts `meetings.standing.<word>`; the control stands in between. */
export const standingItems = [
  { word: 'formalities', level: 1, position: 100 },
  { word: 'welcome', level: 2, position: 200 },
  { word: 'attendance', level: 2, position: 300 },
  { word: 'agenda', level: 2, position: 5000 },
  { word: 'dates', level: 1, position: 8000 },
  { word: 'other', level: 1, position: 9000 },
] as const
/** Where controls of minutes stand: after the attendance, before the agenda is settled. */
export const FIRST_CONTROL = 1000
