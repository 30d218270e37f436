import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../tests/world/database.ts'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../tests/world/world.ts'
import { missingOf, noOperator } from './model.ts'

let world: World<TestDatabase>
let coordinator: Caller
let member: Caller
let visitor: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  member = await world.as('boardMember')
  visitor = await world.as('public')
})
afterAll(() => world.close())

const json = async (caller: Caller, path: string) => (await caller.get(path, true)).json()

describe('what the law wants to be told', () => {
  it('asks of an association more than of a person', () => {
    const fieldsOf = (legalForm: 'association' | 'person' | 'public_body') =>
      missingOf({ ...noOperator, legalForm }).map(({ field }) => field)
    expect(fieldsOf('association')).toContain('register')
    expect(fieldsOf('person')).not.toContain('representedBy')
    expect(fieldsOf('public_body')).toEqual(expect.arrayContaining(['dataProtectionContact', 'enforcementBody']))
  })

  it('asks nothing once all is there', () => {
    const filled = Object.fromEntries(Object.keys(noOperator).map(field => [field, 'X']))
    expect(missingOf({ ...noOperator, ...filled, legalForm: 'public_body', revision: 1 })).toEqual([])
  })
})

describe('settings of the network', () => {
  it('are there for the coordination alone', async () => {
    for (const path of ['/network', '/network/change', '/network/operator']) {
      expect((await coordinator.get(path)).status).toBe(200)
      for (const caller of [member, visitor]) expect((await caller.get(path)).status).toBe(404)
    }
    const change = { name: 'Gekapert', region: 'DE-SN', de: 'on', revision: '1' }
    for (const caller of [member, visitor]) expect((await caller.post('/network', change)).status).toBe(403)
    expect(await (await visitor.get('/')).text()).not.toContain('Gekapert')
  })

  it('change the name on every page and the languages on offer, and keep what a rival wrote', async () => {
    const { settings } = await json(coordinator, '/network')
    const fields = { region: 'DE-SN', de: 'on', ar: 'on', revision: String(settings.revision) }
    expect((await coordinator.post('/network', { ...fields, name: 'Tisch am Fluss' })).status).toBe(303)
    const home = await (await visitor.get('/')).text()
    expect(home).toContain('Tisch am Fluss')
    expect(home).not.toContain('English')

    const late = await coordinator.post('/network', { ...fields, name: 'Zu spät' })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Tisch am Fluss')
    expect(page).toContain('value="Zu spät"')
    expect((await json(coordinator, '/network')).settings).toMatchObject({
      name: 'Tisch am Fluss',
      languages: ['de', 'ar'],
    })
  })

  it('refuse a network without a language, keeping what was typed', async () => {
    const { settings } = await json(coordinator, '/network')
    const answer = await coordinator.post('/network', {
      ...{ name: 'Ohne Sprache', region: 'DE-SN', revision: String(settings.revision) },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="Ohne Sprache"')
  })
})

describe('the legal pages', () => {
  it('say who operates the network, to everybody', async () => {
    const { operator } = await json(coordinator, '/network')
    const fields = Object.fromEntries(Object.entries(operator).map(([name, value]) => [name, String(value ?? '')]))
    const change = {
      ...{ ...fields, name: 'Tisch am Fluss gGmbH', legalForm: 'company', street: 'Uferweg 9' },
      ...{ postalCode: '01234', city: 'Auenfurt', email: 'amt@auenfurt.example' },
    }
    expect((await coordinator.post('/network/operator', change)).status).toBe(303)
    const imprint = await (await visitor.get('/imprint')).text()
    for (const words of ['Tisch am Fluss gGmbH', 'Uferweg 9', '01234 Auenfurt', 'mailto:amt@auenfurt.example'])
      expect(imprint).toContain(words)
    const privacy = await (await visitor.get('/privacy')).text()
    expect(privacy).toContain('Tisch am Fluss gGmbH')
    expect(privacy).toContain('Datenschutz-Aufsichtsbehörde in')
    expect(await (await visitor.get('/accessibility')).text()).toContain('mailto:amt@auenfurt.example')
    expect((await coordinator.post('/network/operator', change)).status).toBe(409)
  })

  it('tell the coordination what is missing, and everybody that something is', async () => {
    const { operator, missing } = await json(coordinator, '/network')
    expect(missing).toEqual([])
    const fields = Object.fromEntries(Object.entries(operator).map(([name, value]) => [name, String(value ?? '')]))
    await coordinator.post('/network/operator', { ...fields, street: '' })
    expect((await json(coordinator, '/network')).missing).toEqual([
      { field: 'street', page: 'imprint', law: 'ddg-5-1-1' },
    ])
    expect(await (await visitor.get('/imprint')).text()).toContain('noch nicht vollständig')
    expect(await (await visitor.get('/imprint')).text()).not.toContain('/network/operator')
    expect(await (await coordinator.get('/imprint')).text()).toContain('/network/operator')
    expect(await (await visitor.get('/accessibility')).text()).not.toContain('noch nicht vollständig')
  })

  it('refuse a mail address that is none', async () => {
    const { operator } = await json(coordinator, '/network')
    const fields = Object.fromEntries(Object.entries(operator).map(([name, value]) => [name, String(value ?? '')]))
    const answer = await coordinator.post('/network/operator', { ...fields, email: 'kein at' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="kein at"')
  })

  it('write a line in the journal for each change, with a reference and no words', async () => {
    const lines = await world.database.owner
      .selectFrom('journal')
      .where('act', 'in', ['network.change', 'operator.change'])
      .select(['act', 'noun', 'person_id'])
      .execute()
    expect(lines.map(({ act }) => act)).toEqual(expect.arrayContaining(['network.change', 'operator.change']))
    expect(lines.every(({ person_id }) => person_id !== null)).toBe(true)
  })
})
