import ICAL from 'ical.js'
import type { Timestamp } from '../schema.ts'
import type { CalendarUser, Partstat } from './event.ts'

/** What a calendar program answered for one attendee (RFC 5546, 3.2.3). */
export type CalendarReply = {
  readonly uid: string
  /** That of the invitation that was answered. */
  readonly sequence: number
  /** When it was said, by the attendee's clock; null where the program does not say. */
  readonly stamp: Timestamp | null
  readonly attendee: CalendarUser
  readonly answer: Exclude<Partstat, 'needs-action'>
  /** Whoever comes instead, where it was delegated. */
  readonly delegate: CalendarUser | null
  readonly comment: string | null
}

/** Longer than any calendar program answers. */
const LONGEST = 200_000

/**
 * Reads a REPLY with exactly one event and one attendee; null for anything else, broken texts included. A delegation
 * is a "no" with somebody instead: who comes is for the table to invite.
 */
export function readReply(text: string): CalendarReply | null {
  if (text.length > LONGEST) return null
  try {
    return replyIn(text)
  } catch {
    // The parser throws at what it can not read, in many ways, and at values only when they are asked for.
    return null
  }
}

function replyIn(text: string): CalendarReply | null {
  const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0])
  if (calendar.name !== 'vcalendar') return null
  if (calendar.getFirstPropertyValue('method')?.toString().toUpperCase() !== 'REPLY') return null
  const [event, another] = calendar.getAllSubcomponents('vevent')
  if (!event || another || event.getFirstProperty('recurrence-id')) return null
  const [attendee, second] = event.getAllProperties('attendee')
  const uid = event.getFirstPropertyValue('uid')
  const address = attendee && addressOf(attendee.getFirstValue())
  if (!attendee || second || !address || typeof uid !== 'string') return null
  const answer = answers[String(attendee.getFirstParameter('partstat') ?? '').toUpperCase()]
  if (!answer) return null
  const to = attendee.getFirstParameter('delegated-to')
  const delegate = to ? addressOf(to) : null
  const comment = event.getFirstPropertyValue('comment')
  return {
    uid,
    sequence: wholeNumber(event.getFirstPropertyValue('sequence')),
    stamp: instantOf(event.getFirstPropertyValue('dtstamp')),
    attendee: { name: nameOf(attendee), address },
    answer,
    delegate: delegate ? { name: delegate, address: delegate } : null,
    comment: typeof comment === 'string' ? comment : null,
  }
}

const answers: Readonly<Record<string, CalendarReply['answer']>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  DELEGATED: 'declined',
}

function addressOf(value: unknown): string | null {
  const text = String(value ?? '').trim()
  return MAILTO.test(text) ? text.slice(MAILTO_LENGTH).trim().toLowerCase() || null : null
}
const MAILTO = /^mailto:/i
const MAILTO_LENGTH = 7

function nameOf(attendee: ICAL.Property): string {
  return String(attendee.getFirstParameter('cn') ?? '')
}

function wholeNumber(value: unknown): number {
  const number = Number(value ?? 0)
  return Number.isSafeInteger(number) && number >= 0 ? number : 0
}

/** DTSTAMP is in UTC (RFC 5545, 3.8.7.2); what is not is no use for an order. */
function instantOf(value: unknown): Timestamp | null {
  if (!(value instanceof ICAL.Time) || value.zone !== ICAL.Timezone.utcTimezone) return null
  const text = value.toString()
  return STAMP.test(text) ? text : null
}
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
