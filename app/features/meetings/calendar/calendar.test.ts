import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Persona } from '../../../../demo/network.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import { logged } from '../../../ground/http/log.ts'
import { newId } from '../../../ground/ids.ts'
import type { Audience, Id, MeetingState } from '../../../ground/schema.ts'

let world: Awaited<ReturnType<typeof openWorld>>
const bodies = new Map<string, Id>()

beforeAll(async () => {
  world = await openWorld()
  const rows = await world.database.owner.selectFrom('body').select(['id', 'kind', 'name']).execute()
  for (const { id, kind, name } of rows) bodies.set(name === 'AG Strategie' ? 'strategy' : kind, id)
  await meeting('Offene Sitzung', 'plenary', 'public')
  await meeting('Vorstand tagt', 'board', 'board')
  await meeting('Wohnen intern', 'working_group', 'body')
  await meeting('Strategie', 'strategy', 'body')
  await meeting('Fällt aus', 'plenary', 'public', 'cancelled')
})
afterAll(() => world.close())

async function meeting(name: string, body: string, audience: Audience, state: MeetingState = 'scheduled') {
  const now = world.ground.clock.instant().toString()
  await world.database.owner
    .insertInto('meeting')
    .values({
      ...{ network_id: world.network.id, id: newId(world.ground.clock), body_id: bodies.get(body)!, name, state },
      ...{ day: '2031-03-31', start_time: '18:00', end_time: '20:00', place: 'Rathaus, Saal; 2', audience },
      ...{ without_administration: false, created_at: now, cancelled_at: state === 'cancelled' ? now : null },
    })
    .execute()
}

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map(one => new ICAL.Event(one))
const namesAt = async (path: string, who: Persona | 'public' = 'public') => {
  const answer = await (await world.as(who)).get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  return eventsOf(await answer.text())
    .map(event => event.summary)
    .filter(name => /^(?:Abgesagt: )?(?:Offene Sitzung|Vorstand tagt|Wohnen intern|Strategie|Fällt aus)$/.test(name))
    .sort()
}

async function subscribe(who: Persona): Promise<string> {
  const answer = await (await world.as(who)).post('/calendar/links')
  expect(answer.status).toBe(303)
  const page = answer.headers.get('location')!
  const shown = await (await world.as(who)).get(page, true)
  const { address } = (await shown.json()) as { address: string }
  return new URL(address).pathname
}

describe('calendars to subscribe to', () => {
  it('show the public what is public, what was cancelled as cancelled', async () => {
    expect(await namesAt('/calendar.ics')).toEqual(['Abgesagt: Fällt aus', 'Offene Sitzung'])
    const text = await (await (await world.as('public')).get('/calendar.ics')).text()
    const [off] = eventsOf(text).filter(event => event.summary.startsWith('Abgesagt'))
    expect(off!.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(off!.location).toBe('Rathaus, Saal; 2')
    expect(off!.startDate.zone.tzid).toBe('Europe/Berlin')
  })

  it('of a body exist for those who see the body', async () => {
    expect(await namesAt(`/bodies/${bodies.get('plenary')}/calendar.ics`)).toContain('Offene Sitzung')
    expect(await namesAt(`/bodies/${bodies.get('board')}/calendar.ics`, 'chair')).toEqual(['Vorstand tagt'])
    const closed = await (await world.as('public')).get(`/bodies/${bodies.get('board')}/calendar.ics`)
    expect(closed.status).toBe(404)
    const official = await (await world.as('official')).get(`/bodies/${bodies.get('strategy')}/calendar.ics`)
    expect(official.status).toBe(404)
  })

  it('by a secret link show its person what concerns them, without a session', async () => {
    const address = await subscribe('groupMember')
    expect(await namesAt(address)).toEqual(['Abgesagt: Fällt aus', 'Offene Sitzung', 'Wohnen intern'])
    const delegate = await subscribe('delegate')
    expect(await namesAt(delegate)).toEqual(['Abgesagt: Fällt aus', 'Offene Sitzung', 'Strategie'])
  })

  it('are asked again and not sent again while nothing has changed', async () => {
    const first = await world.app.request('/calendar.ics')
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const again = await world.app.request('/calendar.ics', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    world.ground.clock.set(world.ground.clock.instant().add({ minutes: 5 }).toString())
    const later = await world.app.request('/calendar.ics', { headers: { 'if-none-match': etag } })
    expect(later.status).toBe(304)
  })

  it('end when the link is taken back, by its owner alone', async () => {
    const address = await subscribe('boardMember')
    const answer = await (await world.as('boardMember')).get('/calendar', true)
    const { links } = (await answer.json()) as { links: { id: Id }[] }
    const path = `/calendar/links/${links[0]!.id}/revocation`
    expect((await (await world.as('coordinator')).post(path)).status).toBe(404)
    expect((await world.app.request(address)).status).toBe(200)
    expect((await (await world.as('boardMember')).post(path)).status).toBe(303)
    expect((await world.app.request(address)).status).toBe(410)
  })

  it('end when their person leaves', async () => {
    const address = await subscribe('guest')
    expect((await world.app.request(address)).status).toBe(200)
    const guest = world.database.owner.selectFrom('person').where('name', '=', 'Henrik Olsson').select('id')
    await world.database.owner
      .updateTable('membership')
      .where('person_id', 'in', guest)
      .set({ start_date: '2020-01-01', end_date: '2020-12-31' })
      .execute()
    expect((await world.app.request(address)).status).toBe(410)
  })

  it('keep the secret out of the log, and out of the pages of others', async () => {
    const address = await subscribe('chair')
    const lines: string[] = []
    const fetch = logged(
      request => world.app.fetch(request),
      world.ground.clock,
      line => void lines.push(line),
    )
    await fetch(new Request(`http://localhost${address}`), {} as never)
    expect(lines.join()).toContain('/links/calendar/…/calendar.ics 200')
    const shownTo = address.replace('/links/calendar/', '/calendar/links/').replace('/calendar.ics', '')
    expect((await (await world.as('coordinator')).get(shownTo)).status).toBe(404)
    expect((await (await world.as('chair')).get(shownTo)).status).toBe(200)
    expect((await world.app.request('/links/calendar/nonsense/calendar.ics')).status).toBe(404)
  })

  it('are ten for one person at most, and none for the public', async () => {
    const chair = await world.as('coordinator')
    for (let made = 0; made < 10; made++) expect((await chair.post('/calendar/links')).status).toBe(303)
    expect((await chair.post('/calendar/links')).status).toBe(429)
    expect((await (await world.as('public')).post('/calendar/links')).status).toBe(404)
  })
})
