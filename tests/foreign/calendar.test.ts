import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInvitations, when } from '../world/invitations.ts'
import { freePort, listening, systemProgram } from './program.ts'

const khal = systemProgram('khal')
const radicale = systemProgram('radicale')
const python = systemProgram('python3')
const icalendar = python !== null && spawnSync(python, ['-c', 'import icalendar']).status === 0

const NAME = 'Frühjahrsrunde für Familien: Rückblick, Ausblick; جلسة الربيع للعائلات والأطفال في المدينة'
const PLACE = 'Rathaus, Saal 2; Hofeingang'
/** The last Sunday of March 2031 is the 30th: summer time begins. */
const DAYS = { invitation: when.day, update: '2031-03-31', cancellation: '2031-10-27' }

let house: Awaited<ReturnType<typeof openInvitations>>
let folder: string
/** File name and text, as they went out by mail or through the door. */
const files = new Map<string, string>()
const ids = new Map<string, string>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rt-calendar-'))
  house = await openInvitations()
  const { world } = house
  const plan = async (kind: string) => {
    const id = await house.plan({
      name: NAME,
      place: PLACE,
      day: kind === 'update' ? when.day : DAYS[kind as 'update'],
    })
    ids.set(kind, `${id}@${world.network.id}`)
    await house.invite(id, ['delegate'], { wording: 'Bitte mitbringen:\n„Plan“, Stift; alles' })
    return id
  }
  const keep = async (kind: string) => void files.set(kind, (await house.letterTo('delegate')).calendar!)
  await plan('invitation')
  await keep('invitation')
  const moved = await plan('update')
  const to = { name: NAME, place: PLACE, day: DAYS.update, startTime: '17:30', endTime: '20:00', update: 'yes' }
  expect((await house.change(moved, to)).status).toBe(303)
  await keep('update')
  const off = await plan('cancellation')
  const coordinator = await world.as('coordinator')
  house.later()
  expect((await coordinator.post(`/meetings/${off}/cancellation`, { reason: 'Sturm', tell: 'yes' })).status).toBe(303)
  await keep('cancellation')

  const feed = async (kind: string, path: string, who: 'public' | 'delegate') => {
    const answer = await (await world.as(who)).get(path)
    expect(answer.status).toBe(200)
    files.set(kind, await answer.text())
  }
  const plenary = world.database.owner.selectFrom('body').where('kind', '=', 'plenary').select('id')
  await feed('public-feed', '/calendar.ics', 'public')
  await feed('body-feed', `/bodies/${(await plenary.executeTakeFirstOrThrow()).id}/calendar.ics`, 'delegate')
  const page = (await (await world.as('delegate')).post('/calendar/links')).headers.get('location')!
  const { address } = (await (await (await world.as('delegate')).get(page, true)).json()) as { address: string }
  await feed('person-feed', new URL(address).pathname, 'public')
  for (const [name, text] of files) writeFileSync(join(folder, `${name}.ics`), text)
})
afterAll(async () => {
  await house.world.close()
  rmSync(folder, { recursive: true, force: true })
})

const MAILS = ['invitation', 'update', 'cancellation'] as const
const FEEDS = ['public-feed', 'body-feed', 'person-feed'] as const

type Read = {
  uid: string
  sequence: number
  status: string
  summary: string
  location: string
  description: string
  /** Local times, and the hours that the clock is before UTC. */
  start: string
  end: string
  offset: number | null
  attendees: string[]
}

/** What ical.js reads, to compare others with. */
function ours(text: string): { method: string; events: Read[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const block = calendar.getFirstSubcomponent('vtimezone')
  const zone = block && new ICAL.Timezone(block)
  const events = calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component)
    const start = event.startDate.clone()
    if (zone && !start.isDate) start.zone = zone
    const end = component.getFirstProperty('dtend') ? event.endDate.toString() : ''
    return {
      ...{ uid: event.uid, sequence: event.sequence, summary: event.summary, location: event.location ?? '' },
      status: String(component.getFirstPropertyValue('status')),
      description: event.description ?? '',
      ...{ start: event.startDate.toString(), end, offset: start.isDate ? null : start.utcOffset() / 3600 },
      attendees: event.attendees.map(one => String(one.getFirstValue()).toLowerCase()),
    }
  })
  return { method: String(calendar.getFirstPropertyValue('method')), events: events.sort(byUid) }
}
const byUid = (a: Read, b: Read) => (a.uid < b.uid ? -1 : 1)

/** Prints what python3-icalendar reads, its complaints included. */
const SCRIPT = `
import datetime, json, pathlib, sys, icalendar
calendar = icalendar.Calendar.from_ical(pathlib.Path(sys.argv[1]).read_bytes())
errors = [str(e) for c in calendar.walk() for e in getattr(c, 'errors', [])]
def text(value): return '' if value is None else str(value)
def day(event, name):
  if name not in event: return '', None
  value = event[name].dt
  if not isinstance(value, datetime.datetime): return value.isoformat(), None
  return value.replace(tzinfo=None).isoformat(), value.utcoffset().total_seconds() / 3600
events = []
for event in calendar.walk('VEVENT'):
  attendees = event.get('ATTENDEE', [])
  if not isinstance(attendees, list): attendees = [attendees]
  start, offset = day(event, 'DTSTART')
  events.append(dict(uid=text(event['UID']), sequence=int(event.get('SEQUENCE', 0)), status=text(event.get('STATUS')),
    summary=text(event.get('SUMMARY')), location=text(event.get('LOCATION')), description=text(event.get('DESCRIPTION')),
    start=start, end=day(event, 'DTEND')[0], offset=offset, attendees=[str(a).lower() for a in attendees]))
print(json.dumps(dict(method=text(calendar.get('METHOD')), errors=errors, events=events)))
`

describe('what the door gives', () => {
  test('is what was meant: one meeting a mail with one attendee, feeds with all of them', () => {
    for (const kind of MAILS) {
      const { method, events } = ours(files.get(kind)!)
      expect(method).toBe(kind === 'cancellation' ? 'CANCEL' : 'REQUEST')
      expect(events).toMatchObject([{ uid: ids.get(kind), sequence: kind === 'invitation' ? 0 : 1, summary: NAME }])
      expect(events[0]!.attendees).toHaveLength(1)
      expect(events[0]!.start.slice(0, 10)).toBe(DAYS[kind])
    }
    for (const kind of FEEDS)
      expect(ours(files.get(kind)!).events.map(({ uid }) => uid)).toEqual(expect.arrayContaining([...ids.values()]))
    for (const [name, text] of files) {
      expect([name, text.replaceAll('\r\n', '').includes('\n')]).toEqual([name, false])
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
  })
})

describe.skipIf(!icalendar)('python3-icalendar (apt install python3-icalendar)', () => {
  test.each([...MAILS, ...FEEDS])('reads the %s as ical.js does, without complaint', kind => {
    const run = spawnSync(python!, ['-W', 'error', '-c', SCRIPT, join(folder, `${kind}.ics`)], { encoding: 'utf8' })
    expect(run.stderr).toBe('')
    const read = JSON.parse(run.stdout) as { method: string; errors: string[]; events: Read[] }
    expect(read.errors).toEqual([])
    expect({ method: read.method, events: read.events.sort(byUid) }).toEqual(ours(files.get(kind)!))
  })
})

describe.skipIf(!khal)('khal (apt install khal)', () => {
  test.each([...MAILS, ...FEEDS])('imports the %s and shows the same meetings at the same hours', kind => {
    const home = join(folder, `khal-${kind}`)
    mkdirSync(join(home, 'table'), { recursive: true })
    const config = join(home, 'config')
    const locale = [
      ...['local_timezone = Europe/Berlin', 'default_timezone = Europe/Berlin', 'timeformat = %H:%M'],
      ...['dateformat = %Y-%m-%d', 'longdateformat = %Y-%m-%d'],
      ...['datetimeformat = %Y-%m-%d %H:%M', 'longdatetimeformat = %Y-%m-%d %H:%M'],
    ]
    const calendars = [
      '[calendars]',
      '[[table]]',
      `path = ${join(home, 'table')}`,
      '[sqlite]',
      `path = ${home}/khal.db`,
    ]
    writeFileSync(config, [...calendars, '[locale]', ...locale, '[default]', 'default_calendar = table', ''].join('\n'))
    const env = { PATH: '/usr/bin:/bin', HOME: home, LC_ALL: 'C.UTF-8', TZ: 'UTC' }
    const run = (...args: string[]) => {
      const ran = spawnSync(khal!, ['-c', config, ...args], { encoding: 'utf8', env })
      expect([ran.status, ran.stderr]).toEqual([0, ''])
      return ran.stdout
    }
    run('import', '--batch', '-a', 'table', join(folder, `${kind}.ics`))
    const format = '{start-date}T{start-time}|{end-time}|{uid}|{title}'
    const listed = run('list', '--day-format', '', '--format', format, '2031-03-01', '300d')
    const lines = listed.split('\n').filter(Boolean).sort()
    const { events } = ours(files.get(kind)!)
    const expected = events
      .filter(({ start }) => start >= '2031-03-01' && start < '2031-12-20' && start.includes('T'))
      .map(({ start, end, uid, summary }) => `${start.slice(0, 16)}|${end.slice(11, 16)}|${uid}|${summary}`)
    expect(lines).toEqual(expected.sort())
    expect(lines.length).toBeGreaterThanOrEqual(MAILS.includes(kind as 'update') ? 1 : 3)
  })
})

describe.skipIf(!radicale)('Radicale (apt install radicale)', () => {
  let server: ChildProcess
  let base: string
  beforeAll(async () => {
    const port = await freePort()
    base = `http://127.0.0.1:${port}`
    const config = join(folder, 'radicale.conf')
    writeFileSync(
      config,
      `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = none\n[storage]\nfilesystem_folder = ${folder}/radicale\n`,
    )
    server = spawn(radicale!, ['--config', config], { stdio: 'ignore' })
    await listening(port)
    expect((await dav('MKCALENDAR', '/mira/table/')).status).toBe(201)
  })
  afterAll(async () => {
    server.kill()
    await once(server, 'exit')
  })
  const dav = (method: string, path: string, body?: string) =>
    fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Basic ${btoa('mira:test')}`, 'content-type': 'text/calendar; charset=utf-8' },
      ...(body === undefined ? {} : { body }),
    })
  /** A calendar program takes the method off before it puts an event away (RFC 4791, 4.1). */
  const stored = (text: string) => text.replace(/^METHOD:.*\r\n/m, '')

  test.each(MAILS)('takes the %s and gives it back equal', async kind => {
    const path = `/mira/table/${kind}.ics`
    expect((await dav('PUT', path, stored(files.get(kind)!))).status).toBe(201)
    const back = await dav('GET', path)
    expect(back.status).toBe(200)
    expect(ours(await back.text()).events).toEqual(ours(files.get(kind)!).events)
  })

  test('replaces an invitation by its update', async () => {
    const path = '/mira/table/update.ics'
    const later = files.get('update')!.replace('SEQUENCE:1', 'SEQUENCE:2')
    expect((await dav('PUT', path, stored(later))).status).toBe(201)
    expect(ours(await (await dav('GET', path)).text()).events).toMatchObject([{ uid: ids.get('update'), sequence: 2 }])
  })

  test.each(FEEDS)('takes the whole %s and gives it back equal', async kind => {
    const path = `/mira/${kind}/`
    expect((await dav('PUT', path, files.get(kind)!)).status).toBe(201)
    const back = await dav('GET', path)
    expect(ours(await back.text()).events).toEqual(ours(files.get(kind)!).events)
  })
})
