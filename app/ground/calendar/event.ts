import type { Day, Id, Timestamp } from '../schema.ts'

/** What somebody says to an invitation. `needs-action`: nothing yet. */
export const partstats = ['needs-action', 'accepted', 'declined', 'tentative'] as const
export type Partstat = (typeof partstats)[number]

/** A name and a mail address, each as data: neither can hold a second line or address. */
export type CalendarUser = { readonly name: string; readonly address: string }

/** A day, with times or whole, as a calendar keeps it (RFC 5545, 3.6.1). Texts may hold anything that people write. */
export type CalendarEvent = {
  /** The same for as long as the meeting is the same, in every calendar (`uidOf`). */
  readonly uid: string
  /** How often what was sent has changed (RFC 5546, 2.1.4). */
  readonly sequence: number
  readonly stamp: Timestamp
  readonly day: Day
  /** HH:MM, local to the calendar's zone; null where the event has no time yet. */
  readonly startTime: string | null
  readonly endTime: string | null
  readonly summary: string
  readonly location: string | null
  readonly description: string | null
  readonly url: string | null
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
}

/**
 * RFC 7986, 5.3 wants a UUID and nothing of a host, which may change. Both ids are UUIDs: no other installation has
 * the same.
 */
export const uidOf = (network: Id, meeting: Id): string => `${meeting}@${network}`

/** Which meeting of which network a calendar speaks of; null where it is none of ours. */
export function subjectOf(uid: string): { network: Id; meeting: Id } | null {
  const found = UID.exec(uid)
  return found ? { meeting: found[1]!.toLowerCase(), network: found[2]!.toLowerCase() } : null
}
const UID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i
