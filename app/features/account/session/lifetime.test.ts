import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endSessions } from '../../../../cli/sign-out.ts'
import { type Persona, personas } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import { buildApp } from '../../../server.ts'
import { retainNightly } from '../../privacy/retention/jobs.ts'
import { oneTimeLink } from '../acts.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
const started = new Date().toISOString()
beforeEach(async () => {
  world.ground.clock.set(started)
  await sql`delete from sign_in.session`.execute(world.database.owner)
  await sql`delete from sign_in."rateLimit"`.execute(world.database.owner)
  await world.database.owner.deleteFrom('outbox').execute()
})

const origin = 'http://localhost'
const { email } = personas.groupMember
const later = (hours: number) =>
  world.ground.clock.set(
    world.ground.clock
      .instant()
      .add({ minutes: hours * 60 })
      .toString(),
  )

async function signIn(address: string): Promise<string> {
  const link = await oneTimeLink(world.ground, world.network, address)
  const answer = await world.app.request(new URL(link).pathname, { method: 'POST', headers: { origin } })
  expect(answer.status).toBe(303)
  const [session] = answer.headers.getSetCookie().filter(one => one.startsWith('rundtisch.'))
  return session!.split(';')[0]!
}
const statusOf = async (cookie: string, app = world.app) =>
  (await app.request('/account', { headers: { cookie } })).status
const post = (path: string, cookie: string, fields: Record<string, string> = {}) =>
  world.app.request(path, { method: 'POST', headers: { origin, cookie }, body: new URLSearchParams(fields) })
const idOf = async (table: 'person' | 'office' | 'body', name: string) =>
  (await world.database.owner.selectFrom(table).where('name', '=', name).select('id').executeTakeFirstOrThrow()).id
const personOf = (persona: Persona) => idOf('person', personas[persona].name)
const mails = () => world.database.owner.selectFrom('outbox').select(['recipient', 'content']).orderBy('id').execute()

describe('a session that nobody uses', () => {
  it('ends after a week, and one that is used does not', async () => {
    const [idle, used] = [await signIn(email), await signIn(email)]
    for (let day = 0; day < 8; day++) {
      later(24)
      expect(await statusOf(used)).toBe(200)
    }
    expect(await statusOf(idle)).toBe(404)
    const { rows } = await sql`select from sign_in.session`.execute(world.database.owner)
    expect(rows).toHaveLength(1)
  })

  it('is not listed any more', async () => {
    await signIn(email)
    later(169)
    const here = await signIn(email)
    const answer = await world.app.request('/account', { headers: { cookie: here, accept: 'application/json' } })
    expect(((await answer.json()) as { sessions: unknown[] }).sessions).toHaveLength(1)
  })
})

describe('a session in use', () => {
  it('ends after 30 days, whatever was done with it', async () => {
    const cookie = await signIn(email)
    for (let day = 0; day < 30; day++) {
      later(23.9)
      expect(await statusOf(cookie)).toBe(200)
    }
    later(4)
    expect(await statusOf(cookie)).toBe(404)
  })

  it('ends as soon as the settings say, also where they were longer when it began', async () => {
    const cookie = await signIn(email)
    later(3)
    const settings = { ...world.ground.settings, sessionHours: 2 }
    expect(await statusOf(cookie)).toBe(200)
    expect(await statusOf(cookie, buildApp({ ...world.ground, settings }))).toBe(404)
  })
})

describe('signing out', () => {
  it('tells the browser to forget what it kept, and leaves the language', async () => {
    const answer = await post('/sign-out', await signIn(email))
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(answer.headers.getSetCookie().join()).not.toContain('language')
  })
})

describe('whoever leaves', () => {
  it('is signed out when the last mandate ends', async () => {
    const cookie = await signIn(email)
    const { owner } = world.database
    const person = await personOf('groupMember')
    const kept = await owner.selectFrom('membership').where('person_id', '=', person).selectAll().execute()
    const coordinator = await signIn(personas.coordinator.email)
    const yesterday = world.ground.clock.today('Europe/Berlin').subtract({ days: 1 }).toString()
    for (const { id } of kept) {
      expect(await statusOf(cookie)).toBe(200)
      expect((await post(`/memberships/${id}/end`, coordinator, { endDate: yesterday })).status).toBe(303)
    }
    expect(await statusOf(cookie)).toBe(404)
    expect(await statusOf(coordinator)).toBe(200)
    for (const { id } of kept)
      await owner.updateTable('membership').where('id', '=', id).set({ end_date: null }).execute()
  })

  it('is signed out at night when the mandate ended by itself', async () => {
    const [cookie, stays] = [await signIn(email), await signIn(personas.chair.email)]
    const mandates = world.database.owner
      .updateTable('membership')
      .where('person_id', '=', await personOf('groupMember'))
    await mandates
      .set({ end_date: world.ground.clock.today('Europe/Berlin').subtract({ days: 1 }).toString() })
      .execute()
    expect(await statusOf(cookie)).toBe(200)
    await retainNightly(world.ground)
    expect(await statusOf(cookie)).toBe(404)
    expect(await statusOf(stays)).toBe(200)
    await mandates.set({ end_date: null }).execute()
  })
})

describe('the coordination and the operator', () => {
  it('end all sessions of a person, who is told and may come back', async () => {
    const [one, other] = [await signIn(email), await signIn(email)]
    const coordinator = await signIn(personas.coordinator.email)
    const id = await personOf('groupMember')
    const page = await world.app.request(`/people/${id}`, { headers: { cookie: coordinator, 'accept-language': 'de' } })
    expect(await page.text()).toContain(`action="/people/${id}/sign-out"`)
    expect((await post(`/people/${id}/sign-out`, coordinator)).status).toBe(303)
    for (const cookie of [one, other]) expect(await statusOf(cookie)).toBe(404)
    expect(await statusOf(coordinator)).toBe(200)
    expect(await mails()).toMatchObject([{ recipient: email, content: expect.stringContaining('abgemeldet') }])
    expect(await statusOf(await signIn(email))).toBe(200)
  })

  it('are the only ones who do', async () => {
    const [mine, theirs] = [await signIn(personas.chair.email), await signIn(email)]
    const id = await personOf('groupMember')
    expect((await post(`/people/${id}/sign-out`, mine)).status).toBe(403)
    expect((await post(`/people/${id}/sign-out`, '')).status).toBe(404)
    expect(await statusOf(theirs)).toBe(200)
  })

  it('reach no session that began in another network', async () => {
    const cookie = await signIn(email)
    await sql`update sign_in.session set "networkId" = ${'01890000-0000-7000-8000-00000000000a'}`.execute(
      world.database.owner,
    )
    expect(await endSessions(world.ground, 'localhost', email)).toBe(0)
    expect(await statusOf(cookie)).toBe(200)
  })

  it('end those of one or of everybody on the command line, with a line in the journal', async () => {
    const [one, other] = [await signIn(email), await signIn(personas.chair.email)]
    expect(await endSessions(world.ground, 'localhost', email)).toBe(1)
    expect([await statusOf(one), await statusOf(other)]).toEqual([404, 200])
    expect(await endSessions(world.ground, 'localhost', null)).toBe(1)
    expect(await statusOf(other)).toBe(404)
    await expect(endSessions(world.ground, 'localhost', 'nobody@auenfurt.example')).rejects.toThrow('person-unknown')
    const lines = world.database.owner.selectFrom('journal').where('actor', '=', 'system:operator')
    const told = await lines.distinct().orderBy('act').select(['act', 'noun']).execute()
    expect(told).toEqual([
      { act: 'network.signOut', noun: 'network' },
      { act: 'person.signOut', noun: 'person' },
    ])
  })
})

describe('a sign-in of long ago', () => {
  const stale = async (persona: Persona) => {
    const cookie = await signIn(personas[persona].email)
    later(0.6)
    return cookie
  }

  it("ends none of one's own sessions", async () => {
    const other = await signIn(email)
    const cookie = await stale('groupMember')
    expect((await post('/account/sessions/end', cookie)).status).toBe(401)
    expect(await statusOf(other)).toBe(200)
    const page = await (await world.app.request('/account', { headers: { cookie } })).text()
    expect(page).not.toContain('action="/account/sessions/end"')
    expect((await post('/account/sessions/end', await signIn(email))).status).toBe(303)
  })

  it('changes no address, no office that coordinates, no operator, no factor of the network, and erases nobody', async () => {
    const cookie = await stale('coordinator')
    const person = await personOf('groupMember')
    const { name } = personas.groupMember
    const { owner } = world.database
    const office = await owner
      .selectFrom('office')
      .where('grants', '=', 'coordination')
      .selectAll()
      .executeTakeFirstOrThrow()
    const body = await idOf('body', 'AG Wohnen')
    const tries: [string, Record<string, string>][] = [
      [`/people/${person}`, { name, email: 'moved@auenfurt.example', language: 'de' }],
      [`/offices/${office.id}/holdings`, { personId: person, startDate: '2026-01-01' }],
      [`/offices/${office.id}`, { name: office.name, organizationId: '', grants: 'nothing' }],
      ['/offices', { name: 'Zweite Koordination', organizationId: '', grants: 'coordination' }],
      ['/memberships', { personId: person, where: `body:${body}`, role: 'chair', startDate: '2026-01-01' }],
      ['/network/operator', { legalForm: 'association', name: 'X', revision: '0' }],
      ['/network', { name: 'X', region: 'DE-BY', de: 'on', secondFactor: 'leading', revision: '1' }],
      [`/privacy/people/${person}/erasure`, { name }],
      [`/privacy/people/${person}/access`, {}],
      ['/privacy/retention/periods', { kind: 'outbox', days: '30' }],
    ]
    for (const [path, fields] of tries) {
      const answer = await post(path, cookie, fields)
      expect([path, answer.status]).toEqual([path, path === '/network' ? 409 : 401])
    }
    const page = await world.app.request('/network/operator', { headers: { cookie, 'accept-language': 'de' } })
    expect(await page.text()).toContain('Bitte melden Sie sich dafür noch einmal an')
    const other = { name: `${name} (neu)`, email, language: 'de' }
    expect((await post(`/people/${person}`, cookie, other)).status).toBe(303)
    expect((await post(`/people/${person}`, cookie, { ...other, name })).status).toBe(303)
    const role = { personId: person, where: `body:${body}`, role: 'member', startDate: '2026-01-01' }
    expect((await post('/memberships', cookie, role)).status).toBe(303)
  })
})

describe('another address', () => {
  it('ends what the old one began, and is told to both mailboxes', async () => {
    const cookie = await signIn(email)
    const coordinator = await signIn(personas.coordinator.email)
    const id = await personOf('groupMember')
    const { name } = personas.groupMember
    const moved = 'umgezogen@auenfurt.example'
    expect((await post(`/people/${id}`, coordinator, { name, email: moved, language: 'de' })).status).toBe(303)
    expect(await statusOf(cookie)).toBe(404)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from sign_in.session`.execute(
      world.database.owner,
    )
    expect(rows[0]!.n).toBe(1)
    const told = await mails()
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual([email, moved].toSorted())
    expect(told.find(({ recipient }) => recipient === email)!.content).not.toContain(moved)
    expect((await post(`/people/${id}`, coordinator, { name, email, language: 'de' })).status).toBe(303)
  })
})
