import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { Archive } from './model.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const idOf = async (name: string) =>
  (await world.database.owner.selectFrom('person').where('name', '=', name).select('id').executeTakeFirstOrThrow()).id

async function archiveFrom(caller: Caller, page: string): Promise<{ html: string; data: Archive; path: string }> {
  const { requests } = await (await caller.get(page, true)).json()
  const path = `/privacy/requests/${requests[0].id}/archive`
  const parts = unzipSync(new Uint8Array(await (await caller.get(path)).arrayBuffer()))
  return { html: strFromU8(parts['index.html']!), data: JSON.parse(strFromU8(parts['data.json']!)), path }
}

describe('an access request', () => {
  it('gives a person everything about them at once, to read and for machines, and nobody else’s name', async () => {
    const chair = await world.as('chair')
    expect((await chair.post('/privacy/me/access')).status).toBe(303)
    const { html, data, path } = await archiveFrom(chair, '/privacy/me')
    const records = data.records.map(({ record }) => record)
    expect(records).toEqual(expect.arrayContaining(['person', 'membership', 'attendance', 'entry', 'source']))
    expect(data.signIn.length).toBeGreaterThan(0)
    expect(html).toContain('Jonas Ferber')
    expect(html).toContain('jonas.ferber@auenfurt.example')
    expect(html).not.toMatch(/<script|<link|https?:/)
    for (const other of ['Aydemir', 'Halden', 'Okafor', 'Yildirim', 'leyla.aydemir@'])
      for (const text of [html, JSON.stringify(data)]) expect(text).not.toContain(other)
    expect(JSON.stringify(data)).not.toMatch(/secret|token/i)

    for (const persona of ['boardMember', 'guest', 'public'] as const)
      expect((await (await world.as(persona)).get(path)).status).toBe(404)
    const lines = await world.database.owner
      .selectFrom('journal')
      .where('act', '=', 'accessRequest.ask')
      .selectAll()
      .execute()
    expect(lines).toHaveLength(1)
    expect(lines[0]!.person_id).toBe(await idOf('Jonas Ferber'))
  })

  it('is made by the coordination for somebody without an account, and by nobody else', async () => {
    const id = await idOf('Sören Kruse')
    const coordinator = await world.as('coordinator')
    expect((await (await world.as('chair')).post(`/privacy/people/${id}/access`)).status).toBe(404)
    expect((await coordinator.post(`/privacy/people/${id}/access`)).status).toBe(303)
    const { data } = await archiveFrom(coordinator, `/privacy/people/${id}`)
    expect(data.person.name).toBe('Sören Kruse')
    expect(data.records.map(({ record }) => record)).toContain('person')
  })

  it('tells an official nothing of a meeting without the administration', async () => {
    const { owner } = world.database
    const closed = await owner
      .selectFrom('meeting')
      .where('without_administration', '=', true)
      .select(['id', 'name'])
      .executeTakeFirstOrThrow()
    await owner
      .updateTable('meeting')
      .where('id', '=', closed.id)
      .set({ place: 'Nach dem Brief von Petra Lindner' })
      .execute()
    const official = await world.as('official')
    await official.post('/privacy/me/access')
    const { html, data } = await archiveFrom(official, '/privacy/me')
    expect(html + JSON.stringify(data)).not.toContain('Nach dem Brief')
    const coordinator = await world.as('coordinator')
    const id = await idOf('Petra Lindner')
    await coordinator.post(`/privacy/people/${id}/access`)
    expect(JSON.stringify((await archiveFrom(coordinator, `/privacy/people/${id}`)).data)).toContain('Nach dem Brief')
  })

  it('is open for a week', async () => {
    const chair = await world.as('chair')
    const { path } = await archiveFrom(chair, '/privacy/me')
    await world.database.owner.updateTable('access_request').set({ asked_at: '2020-01-01T00:00:00Z' }).execute()
    expect((await chair.get(path)).status).toBe(404)
  })
})
