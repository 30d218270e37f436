import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, subjectOf, uidOf } from './event.ts'
import { readReply } from './read.ts'
import { feedText, messageText } from './write.ts'

const NETWORK = '0199aaaa-0000-7000-8000-000000000001'
const MEETING = '0199bbbb-0000-7000-8000-000000000002'
const event: CalendarEvent = {
  ...{ uid: uidOf(NETWORK, MEETING), sequence: 3, stamp: '2026-03-01T10:00:00.000Z', day: '2026-04-13' },
  ...{ startTime: '18:00', endTime: '20:30', summary: 'Sitzung des Plenums', location: 'Rathaus, Saal 2; Hof' },
  ...{ description: 'Zeile eins\nZeile zwei', url: 'https://tisch.example/meetings/1', status: 'confirmed' },
}
const organizer = { name: 'Runder Tisch Auenfurt', address: 'tisch@auenfurt.example' }
const attendee = { name: 'Amina Saleh', address: 'amina.saleh@auenfurt.example', answer: 'needs-action' } as const
const request = (change: Partial<CalendarEvent> = {}, who: { name: string } = attendee) =>
  messageText({
    ...{ method: 'REQUEST', zone: 'Europe/Berlin', organizer },
    ...{ event: { ...event, ...change }, attendee: { ...attendee, ...who } },
  })

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const vevent = calendar.getAllSubcomponents('vevent')
  return { calendar, vevent, event: new ICAL.Event(vevent[0]!) }
}
const zone = (calendar: ICAL.Component) => new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)

describe('an invitation for a calendar', () => {
  it('says method, event, organizer and its one attendee, and ical.js reads the same', () => {
    const { calendar, vevent, event: got } = read(request())
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(vevent).toHaveLength(1)
    expect(got.uid).toBe(event.uid)
    expect(got.sequence).toBe(3)
    expect(got.summary).toBe(event.summary)
    expect(got.location).toBe(event.location)
    expect(got.description).toBe(event.description)
    expect(got.startDate.zone.tzid).toBe('Europe/Berlin')
    expect(got.startDate.toString()).toBe('2026-04-13T18:00:00')
    expect(got.endDate.toString()).toBe('2026-04-13T20:30:00')
    expect(vevent[0]!.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-01T10:00:00Z')
    expect(got.attendees).toHaveLength(1)
    const [one] = got.attendees
    expect(String(one!.getFirstValue()).toLowerCase()).toBe(`mailto:${attendee.address}`)
    expect(one!.getFirstParameter('partstat')).toBe('NEEDS-ACTION')
    expect(one!.getFirstParameter('rsvp')).toBe('TRUE')
    expect(one!.getFirstParameter('cn')).toBe('Amina Saleh')
    expect(String(got.organizer).toLowerCase()).toBe(`mailto:${organizer.address}`)
  })

  it('carries the rules of its zone, so that a clock change in between moves nothing', () => {
    const utc = (day: string) => {
      const { calendar, event: got } = read(request({ day }))
      const start = got.startDate.clone()
      start.zone = zone(calendar)
      return start.toJSDate().toISOString()
    }
    expect(utc('2026-03-28')).toBe('2026-03-28T17:00:00.000Z')
    expect(utc('2026-03-29')).toBe('2026-03-29T16:00:00.000Z')
    expect(utc('2026-10-25')).toBe('2026-10-25T17:00:00.000Z')
  })

  it('is a whole day where there is no time yet', () => {
    const { event: got } = read(request({ startTime: null, endTime: null, status: 'tentative' }))
    expect(got.startDate.isDate).toBe(true)
    expect(got.startDate.toString()).toBe('2026-04-13')
    expect(got.component.getFirstPropertyValue('status')).toBe('TENTATIVE')
  })

  it('is taken back with CANCEL', () => {
    const text = messageText({
      ...{ method: 'CANCEL', zone: 'Europe/Berlin', organizer, attendee },
      event: { ...event, sequence: 4, status: 'cancelled' },
    })
    const { calendar, event: got } = read(text)
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(got.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(got.sequence).toBe(4)
    expect(got.attendees[0]!.getFirstParameter('rsvp')).not.toBe('TRUE')
  })

  it('takes any text without a line, a property or an attendee of its own coming out of it', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('\r\n', '\r', '\n', '\u2028', '\u0085', ',', ';', ':', '"', '^', "^'", '\\', '\\n'), {
          maxLength: 8,
        })
        .map(parts => `A${parts.join('ATTENDEE:mailto:x@y.example')}Z`),
      fc.constant('سلام '.repeat(40)),
      fc.constant('\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2'),
    )
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (summary, location, description, name) => {
        const text = request({ summary, location, description }, { name })
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const { vevent, event: got } = read(text)
        expect(vevent).toHaveLength(1)
        expect(got.attendees).toHaveLength(1)
        expect(got.uid).toBe(event.uid)
        expect(got.summary ?? '').toBe(flat(summary))
        expect(got.location ?? '').toBe(flat(location))
        expect(got.description ?? '').toBe(lines(description))
        expect(got.attendees[0]!.getFirstParameter('cn')).toBe(plain(flat(name)) || attendee.address)
      }),
      { numRuns: 300, seed: 5545 },
    )
  })
})

// What must come back: line breaks and control characters are spaces in what has one line.
const flat = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
/** Quotes and backslashes have no place in a parameter that every program reads alike. */
const plain = (name: string) => name.replaceAll('"', "'").replaceAll('\\', '/').replaceAll('^', ' ').trim()
const lines = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim()

describe('a feed', () => {
  it('keeps what was cancelled and says so', () => {
    const text = feedText({
      ...{ name: 'Runder Tisch, Auenfurt', zone: 'Europe/Berlin' },
      events: [event, { ...event, uid: uidOf(NETWORK, NETWORK), status: 'cancelled' }],
    })
    const { calendar, vevent } = read(text)
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Runder Tisch, Auenfurt')
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
    expect(vevent.map(one => one.getFirstPropertyValue('status'))).toEqual(['CONFIRMED', 'CANCELLED'])
  })

  it('is a calendar when there is nothing in it', () => {
    expect(read(`${feedText({ name: 'Leer', zone: 'Europe/Berlin', events: [] })}`).vevent).toEqual([])
  })
})

describe('a reply of a calendar', () => {
  const reply = (...lines: string[]) =>
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', 'METHOD:REPLY', 'BEGIN:VEVENT'],
      ...[`UID:${event.uid}`, 'DTSTAMP:20260302T080000Z', 'SEQUENCE:3', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n')
  const said = (partstat: string, rest = '') =>
    `ATTENDEE;PARTSTAT=${partstat}${rest}:mailto:Amina.Saleh@auenfurt.example`

  it('tells who said what to which version', () => {
    expect(readReply(reply(said('ACCEPTED', ';CN=Amina Saleh'), 'COMMENT:Gern\\, bis dann'))).toEqual({
      ...{ uid: event.uid, sequence: 3, stamp: '2026-03-02T08:00:00Z', answer: 'accepted' },
      ...{ attendee: { name: 'Amina Saleh', address: 'amina.saleh@auenfurt.example' } },
      ...{ delegate: null, comment: 'Gern, bis dann' },
    })
    expect(readReply(reply(said('DECLINED')))?.answer).toBe('declined')
    expect(readReply(reply(said('TENTATIVE')))?.answer).toBe('tentative')
  })

  it('that delegates is a no with somebody instead', () => {
    const to = readReply(reply(said('DELEGATED', ';DELEGATED-TO="mailto:t@auenfurt.example"')))
    expect(to).toMatchObject({ answer: 'declined', delegate: { address: 't@auenfurt.example' } })
  })

  it('with another method, two attendees, two events or nothing said is none', () => {
    expect(readReply(request())).toBeNull()
    expect(readReply(reply(said('ACCEPTED'), said('DECLINED')))).toBeNull()
    expect(readReply(reply(said('NEEDS-ACTION')))).toBeNull()
    expect(readReply(reply('ATTENDEE;PARTSTAT=ACCEPTED:https://x.example'))).toBeNull()
    expect(readReply(reply(said('ACCEPTED'), 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2'))).toBeNull()
  })

  it('that is broken is none, whatever stands in it', () => {
    const whole = reply(said('ACCEPTED'))
    fc.assert(
      fc.property(fc.nat(whole.length), fc.string({ unit: 'binary', maxLength: 30 }), (at, noise) => {
        readReply(whole.slice(0, at) + noise + whole.slice(at))
        readReply(noise)
      }),
      { numRuns: 300, seed: 5546 },
    )
    expect(readReply('')).toBeNull()
    expect(readReply('BEGIN:VCALENDAR'.repeat(100_000))).toBeNull()
  })
})

describe('a UID', () => {
  it('is that of one meeting of one network, and leads back to it', () => {
    expect(subjectOf(uidOf(NETWORK, MEETING).toUpperCase())).toEqual({ network: NETWORK, meeting: MEETING })
    expect(subjectOf('somebody@else.example')).toBeNull()
  })
})
