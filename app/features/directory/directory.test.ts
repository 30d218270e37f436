import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas } from '../../../demo/network.ts'
import type { TestDatabase } from '../../../tests/world/database.ts'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../tests/world/world.ts'
import { buildApp } from '../../server.ts'
import { oneTimeLink } from '../account/acts.ts'
import { directoryNames, listBodies, listPeople } from './finds.ts'

let world: World<TestDatabase>
let coordinator: Caller
let member: Caller
let official: Caller
let visitor: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  member = await world.as('boardMember')
  official = await world.as('official')
  visitor = await world.as('public')
})
afterAll(() => world.close())

const json = async (caller: Caller, path: string) => (await caller.get(path, true)).json()
const created = (answer: Response) => {
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').split('?')[0]!.split('#')[0]!
}
const idOf = async (table: 'body' | 'person' | 'office' | 'organization', name: string) =>
  (await world.database.owner.selectFrom(table).where('name', '=', name).select('id').executeTakeFirstOrThrow()).id

describe('bodies', () => {
  const fields = { name: 'AG Sprache', kind: 'working_group', audience: 'network', meetingAudience: 'body' }

  it('are added and changed by the coordination', async () => {
    const path = created(
      await coordinator.post('/bodies', { ...fields, withoutAdministration: 'yes', startDate: '2026-01-01' }),
    )
    expect((await json(coordinator, path)).body).toEqual({
      id: path.slice('/bodies/'.length),
      name: 'AG Sprache',
      shortName: null,
      kind: 'working_group',
      audience: 'network',
      withoutAdministration: true,
      meetingAudience: 'body',
      startDate: '2026-01-01',
      endDate: null,
    })
    const form = await (await coordinator.get(`${path}/change`)).text()
    expect(form).toContain('value="AG Sprache"')
    created(await coordinator.post(path, { ...fields, name: 'AG Sprache und Bildung', endDate: '2026-06-30' }))
    expect((await json(coordinator, path)).body).toMatchObject({
      name: 'AG Sprache und Bildung',
      withoutAdministration: false,
    })
    const journal = await world.database.owner
      .selectFrom('journal')
      .where('subject_id', '=', path.slice('/bodies/'.length))
      .orderBy('act')
      .select(['act', 'noun'])
      .execute()
    expect(journal).toEqual([
      { act: 'body.add', noun: 'body' },
      { act: 'body.change', noun: 'body' },
    ])
  })

  it('come back with what was typed and what is wrong', async () => {
    const answer = await coordinator.post('/bodies', { ...fields, name: '', startDate: '2026-02-30' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(2)
    const backwards = await coordinator.post('/bodies', { ...fields, startDate: '2026-05-01', endDate: '2026-04-30' })
    expect(backwards.status).toBe(422)
  })

  it('are not for others to add', async () => {
    for (const caller of [member, official, visitor]) {
      expect((await caller.post('/bodies', fields)).status).toBe(403)
      expect((await caller.get('/bodies/new')).status).toBe(404)
    }
    expect((await visitor.post(`/bodies/${await idOf('body', 'AG Strategie')}`, fields)).status).toBe(404)
    expect((await member.post(`/bodies/${await idOf('body', 'Offene Runde')}`, fields)).status).toBe(403)
  })

  it('without the administration do not exist for it', async () => {
    const id = await idOf('body', 'AG Strategie')
    expect((await member.get(`/bodies/${id}`)).status).toBe(200)
    for (const caller of [official, visitor]) {
      expect((await caller.get(`/bodies/${id}`)).status).toBe(404)
      expect(await (await caller.get('/bodies')).text()).not.toContain('AG Strategie')
    }
    const leyla = `/people/${await idOf('person', personas.boardMember.name)}`
    expect(await (await member.get(leyla)).text()).toContain('AG Strategie')
    for (const path of [leyla, '/people', '/people/'])
      expect(await (await official.get(path)).text()).not.toContain('AG Strategie')
  })

  it('show the public no people', async () => {
    const path = `/bodies/${await idOf('body', 'Offene Runde')}`
    expect(await json(visitor, path)).toMatchObject({ memberships: [], can: { change: false } })
    const page = await (await visitor.get(path)).text()
    for (const { name } of Object.values(personas)) expect(page).not.toContain(name)
  })

  it('of another network or no id are not found', async () => {
    for (const path of ['/bodies/01890000-0000-7000-8000-00000000000a', '/bodies/1', "/bodies/'%20or%201=1"])
      expect((await coordinator.get(path)).status).toBe(404)
  })
})

describe('people', () => {
  it('are listed for those who take part, and for nobody else', async () => {
    expect((await json(member, '/people')).people.length).toBeGreaterThan(5)
    expect(await json(visitor, '/people')).toEqual({ people: [], insider: false, can: { add: false } })
    expect((await visitor.get(`/people/${await idOf('person', personas.chair.name)}`)).status).toBe(404)
  })

  it('show their contact to the coordination and to themselves only', async () => {
    const path = `/people/${await idOf('person', personas.chair.name)}`
    const { email } = personas.chair
    expect((await json(coordinator, path)).person.contact).toEqual({ email, language: 'de' })
    expect((await json(await world.as('chair'), path)).person.contact).toEqual({ email, language: 'de' })
    for (const caller of [member, official]) {
      expect((await json(caller, path)).person.contact).toBeNull()
      expect(await (await caller.get(path)).text()).not.toContain(email)
    }
    for (const caller of [member, official, visitor])
      expect(await (await caller.get('/people')).text()).not.toContain('@')
  })

  it('have an address of their own', async () => {
    const taken = await coordinator.post('/people', {
      name: 'Zweite Mira',
      email: personas.coordinator.email.toUpperCase(),
      language: 'de',
    })
    expect(taken.status).toBe(409)
    expect(await taken.text()).toContain('aria-invalid="true"')
    const path = created(await coordinator.post('/people', { name: 'Ohne Adresse', email: '', language: 'ar' }))
    expect((await json(coordinator, path)).person.contact).toEqual({ email: null, language: 'ar' })
  })

  it('lose what they were signed in for when their address changes', async () => {
    const guest = await world.as('delegate')
    const path = `/people/${await idOf('person', personas.delegate.name)}`
    expect((await json(guest, '/people')).insider).toBe(true)
    created(
      await coordinator.post(path, {
        name: personas.delegate.name,
        email: personas.delegate.email.toUpperCase(),
        language: 'de',
      }),
    )
    expect((await json(guest, '/people')).insider).toBe(true)
    created(
      await coordinator.post(path, { name: personas.delegate.name, email: 'neu@auenfurt.example', language: 'de' }),
    )
    expect((await json(guest, '/people')).insider).toBe(false)
  })
})

describe('organizations', () => {
  it('link only to pages', async () => {
    const fields = { name: 'Lesehaus', kind: 'institution' }
    const script = await coordinator.post('/organizations', { ...fields, website: 'javascript:alert(1)' })
    expect(script.status).toBe(422)
    const path = created(await coordinator.post('/organizations', { ...fields, website: 'https://lesehaus.example' }))
    expect(await (await member.get(path)).text()).toContain('href="https://lesehaus.example"')
    expect((await visitor.get(path)).status).toBe(404)
  })

  it('show who sits somewhere on their behalf', async () => {
    const page = await json(member, `/organizations/${await idOf('organization', 'Mieterverein Auenfurt')}`)
    expect(page.memberships).toMatchObject([{ person: { name: personas.groupMember.name }, role: 'delegate' }])
  })
})

describe('what later features read', () => {
  it('gives every name once, and nothing to the public', async () => {
    const names = await world.view('boardMember', directoryNames)
    expect(Object.keys(names)).toEqual(['people', 'offices', 'organizations'])
    expect(names.people.map(({ name }) => name)).toContain(personas.chair.name)
    expect(names.organizations.find(({ name }) => name === 'Stadt Auenfurt')?.outside).toBe(true)
    expect(await world.view('public', directoryNames)).toEqual({ people: [], offices: [], organizations: [] })
  })

  it('orders by name as people do', async () => {
    const names = (await world.view('boardMember', listPeople)).map(({ name }) => name)
    expect(names).toEqual([...names].sort(new Intl.Collator('de').compare))
    expect((await world.view('public', listBodies)).map(({ name }) => name)).toEqual(['Offene Runde'])
  })
})

describe('pages', () => {
  it('ask at most six queries beside the session', async () => {
    const statements: string[] = []
    const db = await world.database.openApp({ onQuery: statement => statements.push(statement) })
    const app = buildApp({ ...world.ground, db })
    const link = await oneTimeLink(world.ground, world.network, personas.boardMember.email)
    const signedIn = await app.request(new URL(link).pathname, {
      method: 'POST',
      headers: { origin: 'http://localhost' },
    })
    const cookie = signedIn.headers
      .getSetCookie()
      .map(one => one.split(';')[0])
      .join('; ')
    const counts: [string, number][] = []
    for (const path of [
      '/bodies',
      `/bodies/${await idOf('body', 'Offene Runde')}`,
      '/people',
      `/people/${await idOf('person', personas.chair.name)}`,
      '/organizations',
      `/organizations/${await idOf('organization', 'Stadt Auenfurt')}`,
      '/offices',
    ]) {
      statements.length = 0
      expect((await app.request(path, { headers: { cookie } })).status).toBe(200)
      counts.push([path, statements.filter(statement => !NOT_COUNTED.test(statement)).length])
    }
    await db.destroy()
    expect(counts.filter(([, queries]) => queries > 6)).toEqual([])
  })
})

/** The transaction's own statements, the session's, and which network it is. */
const NOT_COUNTED =
  /^(?:begin|start transaction|commit|set |select set_config|select .* from "sign_in"\."session"|select .* from "network")/i
