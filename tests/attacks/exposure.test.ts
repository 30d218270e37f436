import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('what the server hands out', () => {
  it('is no file of the program, no folder, no history and no echo of a request', async () => {
    const paths = ['/.git/config', '/.git/HEAD', '/.env', '/package.json', '/app/server.ts', '/data/secret', '/assets/']
    for (const path of [...paths, '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/package.json'])
      expect([path, (await world.app.request(path)).status]).toEqual([path, 404])
    const trace = await world.app.request('/', { method: 'OPTIONS', headers: { 'x-secret': 'hunter2' } })
    expect(trace.status).toBe(404)
    expect(await trace.text()).not.toContain('hunter2')
  })
})

describe('a value that comes twice', () => {
  it('does not change which record is meant: the path counts', async () => {
    const coordinator = await world.as('coordinator')
    const rows = await world.database.owner.selectFrom('organization').select(['id', 'name']).limit(2).execute()
    const [one, other] = rows as [(typeof rows)[0], (typeof rows)[0]]
    const fields = { id: other.id, name: 'Umbenannt', kind: 'other', shortName: '', website: '' }
    await coordinator.post(`/organizations/${one.id}?id=${other.id}`, fields)
    const names = await world.database.owner.selectFrom('organization').select(['id', 'name']).execute()
    expect(names.find(({ id }) => id === one.id)!.name).toBe('Umbenannt')
    expect(names.find(({ id }) => id === other.id)!.name).toBe(other.name)
  })

  it('is refused where one is wanted, and a field of the address does not come before the form', async () => {
    const chair = await world.as('chair')
    expect((await chair.post('/language', { language: ['de', 'en'], back: '/' })).status).toBe(422)
    await chair.post('/language?language=ar', { language: 'en', back: '/' })
    const person = world.database.owner.selectFrom('person').where('name', '=', 'Jonas Ferber')
    expect((await person.select('language').executeTakeFirstOrThrow()).language).toBe('en')
  })

  it('writes no field that the form does not have', async () => {
    const coordinator = await world.as('coordinator')
    const more = {
      name: 'Verein',
      kind: 'other',
      shortName: '',
      website: '',
      created_at: '2000-01-01',
      network_id: 'x',
    }
    expect((await coordinator.post('/organizations', more)).status).toBe(303)
    const row = world.database.owner.selectFrom('organization').where('name', '=', 'Verein').selectAll()
    const { network_id, created_at } = await row.executeTakeFirstOrThrow()
    expect(network_id).toBe(world.network.id)
    expect(created_at).not.toContain('2000')
  })
})
