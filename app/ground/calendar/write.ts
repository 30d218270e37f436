import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import type { CalendarEvent, CalendarUser, Partstat } from './event.ts'

/** What a mail asks its one recipient to do with the event (RFC 5546, 3.2.2 and 3.2.5). */
export type Method = 'REQUEST' | 'CANCEL'

export type CalendarMessage = {
  readonly method: Method
  /** IANA time zone in which the event's times are told. */
  readonly zone: string
  readonly event: CalendarEvent
  /** Gets the replies: the address that the mail comes from. */
  readonly organizer: CalendarUser
  /** One attendee a mail: who else was asked is nobody's business (RFC 6047, 2.2 lets it). */
  readonly attendee: CalendarUser & { readonly answer: Partstat }
}

/** One mail's calendar part: method, zone, event, organizer and its one attendee (RFC 5545, 5546, 6047). */
export function messageText({ method, zone, event, organizer, attendee }: CalendarMessage): string {
  const calendar = begun().method(ICalCalendarMethod[method])
  const written = add(calendar, zone, event)
  written.organizer({ name: cleanName(organizer.name) || organizer.address, email: organizer.address })
  written.createAttendee({
    name: cleanName(attendee.name) || attendee.address,
    email: attendee.address,
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: statuses[attendee.answer],
    rsvp: method === 'REQUEST',
  })
  return calendar.toString()
}

export type Feed = {
  readonly name: string
  readonly zone: string
  readonly events: readonly CalendarEvent[]
}

/** A calendar to subscribe to: what was cancelled stays in it and says so, because a reader keeps what he once had. */
export function feedText({ name, zone, events }: Feed): string {
  const calendar = begun()
    .method(ICalCalendarMethod.PUBLISH)
    .name(clean(name))
    .ttl(FEED_SECONDS)
    .x('X-WR-TIMEZONE', zone)
  for (const event of events) add(calendar, zone, event)
  return calendar.toString()
}
/** How often a calendar may ask again (RFC 7986, 5.7). */
const FEED_SECONDS = 6 * 3600

const PRODUCT = { company: 'Rundtisch', product: 'Rundtisch', language: 'DE' }

// A zone of the calendar's own would have the library write instants as local times, against RFC 5545, 3.8.7.2.
const begun = (): ICalCalendar => ical({ prodId: PRODUCT, timezone: { name: null, generator: timeZoneBlock } })

/** The zone's rules, or null where the library has none: the event is told in the zone's name all the same. */
function timeZoneBlock(zone: string): string | null {
  const [block] = tzlib_get_ical_block(zone)
  return block?.startsWith('BEGIN:VTIMEZONE') ? block : null
}

function add(calendar: ICalCalendar, zone: string, event: CalendarEvent): ICalEvent {
  const { day, startTime, endTime } = event
  const at = (time: string) => Temporal.PlainDateTime.from(`${day}T${time}`)
  const when = startTime
    ? { start: at(startTime), ...(endTime ? { end: at(endTime) } : {}), timezone: zone }
    : { start: Temporal.PlainDate.from(day), allDay: true }
  return calendar.createEvent({
    ...when,
    id: event.uid,
    sequence: event.sequence,
    stamp: event.stamp,
    lastModified: event.stamp,
    summary: clean(event.summary),
    location: event.location === null ? null : clean(event.location),
    description: event.description === null ? null : cleanLines(event.description),
    url: event.url,
    status: eventStatuses[event.status],
  })
}

/** A line of its own has no line breaks; other control characters have no place in any text (RFC 5545, 3.1). */
const clean = (text: string): string => text.replace(CONTROLS_AND_BREAKS, ' ').trim()
const cleanLines = (text: string): string => text.replace(BREAKS, '\n').replace(CONTROLS, ' ').trim()
/** A parameter can not hold quotes, and what RFC 6868 offers instead is read by few; a backslash is read in two ways. */
const cleanName = (text: string): string => clean(text.replaceAll('"', "'").replaceAll('\\', '/').replaceAll('^', ' '))
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS_AND_BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
const BREAKS = /\r\n|[\r\u0085\u2028\u2029]/g

const statuses: Readonly<Record<Partstat, ICalAttendeeStatus>> = {
  'needs-action': ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
  tentative: ICalAttendeeStatus.TENTATIVE,
}
const eventStatuses: Readonly<Record<CalendarEvent['status'], ICalEventStatus>> = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}
