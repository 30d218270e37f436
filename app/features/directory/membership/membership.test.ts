import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import { officeHolders } from '../finds.ts'

let world: World
let coordinator: Caller
let member: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  member = await world.as('boardMember')
})
afterAll(() => world.close())

const json = async (caller: Caller, path: string) => (await caller.get(path, true)).json()
const created = (answer: Response) => {
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').split('?')[0]!.split('#')[0]!
}
const idOf = async (table: 'body' | 'person' | 'office', name: string) =>
  (await world.database.owner.selectFrom(table).where('name', '=', name).select('id').executeTakeFirstOrThrow()).id

describe('memberships', () => {
  it('give rights from the first day to the last', async () => {
    const personId = await idOf('person', personas.guest.name)
    const bodyId = await idOf('body', 'AG Wohnen')
    const guest = await world.as('guest')
    const today = world.ground.clock.today('Europe/Berlin')
    const sees = async () => (await json(guest, '/people')).insider
    expect(await sees()).toBe(false)

    const fields = { personId, where: `body:${bodyId}`, role: 'member', votingRight: 'yes' }
    const added = await coordinator.post('/memberships', { ...fields, startDate: today.add({ days: 1 }).toString() })
    expect(created(added)).toBe(`/bodies/${bodyId}`)
    expect(await sees()).toBe(false)
    const now = world.ground.clock.instant()
    world.ground.clock.set(now.add({ hours: 24 }).toString())
    expect(await sees()).toBe(true)

    const { memberships } = await json(coordinator, `/bodies/${bodyId}`)
    const mine = memberships.find((one: { person: { id: string } }) => one.person.id === personId)
    expect(mine).toMatchObject({ role: 'member', votingRight: true, onBehalfOf: null, organization: null })
    expect((await member.get(`/memberships/${mine.id}/end`)).status).toBe(404)
    expect((await member.post(`/memberships/${mine.id}/end`, { endDate: today.toString() })).status).toBe(403)
    expect((await coordinator.post(`/memberships/${mine.id}/end`, { endDate: '2020-01-01' })).status).toBe(422)
    created(await coordinator.post(`/memberships/${mine.id}/end`, { endDate: today.add({ days: 1 }).toString() }))
    expect(await sees()).toBe(true)
    world.ground.clock.set(now.add({ hours: 48 }).toString())
    expect(await sees()).toBe(false)
    world.ground.clock.set(now.toString())
  })

  it('of people, bodies and organizations that are there', async () => {
    const personId = await idOf('person', personas.guest.name)
    const bodyId = await idOf('body', 'AG Wohnen')
    const nobody = '01890000-0000-7000-8000-00000000000a'
    const fields = { personId, where: `body:${bodyId}`, role: 'member' }
    for (const wrong of [
      { personId: nobody },
      { where: `body:${nobody}` },
      { where: `organization:${bodyId}` },
      { where: 'body:1' },
      { role: 'king' },
      { onBehalfOfId: nobody },
    ])
      expect([wrong, (await coordinator.post('/memberships', { ...fields, ...wrong })).status]).toEqual([wrong, 422])
  })
})

describe('offices', () => {
  it('stay when the person changes', async () => {
    const path = created(
      await coordinator.post('/offices', { name: 'Sprachmittlung', organizationId: '', grants: 'nothing' }),
    )
    const id = path.slice('/offices/'.length)
    const personId = await idOf('person', personas.groupMember.name)
    created(await coordinator.post(`${path}/holdings`, { personId, startDate: '2026-01-01' }))
    expect(await world.view('boardMember', viewer => officeHolders(viewer, id))).toEqual([personId])
    const { holdings } = await json(coordinator, path)
    created(await coordinator.post(`/holdings/${holdings[0].id}/end`, { endDate: '2026-01-31' }))
    expect(await world.view('boardMember', viewer => officeHolders(viewer, id))).toEqual([])
    expect((await json(member, path)).holdings).toMatchObject([{ endDate: '2026-01-31' }])
  })

  it('never leave a network without coordination', async () => {
    const id = await idOf('office', 'Koordinierungsstelle')
    const { holdings } = await json(coordinator, `/offices/${id}`)
    const end = { endDate: world.ground.clock.today('Europe/Berlin').toString() }
    expect((await coordinator.post(`/holdings/${holdings[0].id}/end`, end)).status).toBe(409)
    const change = { name: 'Koordinierungsstelle', organizationId: '', grants: 'nothing' }
    expect((await coordinator.post(`/offices/${id}`, change)).status).toBe(409)
    expect((await json(coordinator, `/offices/${id}`)).office.grants).toBe('coordination')

    const personId = await idOf('person', personas.chair.name)
    created(await coordinator.post(`/offices/${id}/holdings`, { personId }))
    created(await coordinator.post(`/holdings/${holdings[0].id}/end`, end))
    expect((await json(coordinator, '/bodies')).can.add).toBe(true)
  })

  it('are not for members to give', async () => {
    expect((await member.post('/offices', { name: 'Ich', organizationId: '', grants: 'coordination' })).status).toBe(
      403,
    )
    const id = await idOf('office', 'Koordinierungsstelle')
    const personId = await idOf('person', personas.boardMember.name)
    expect((await member.post(`/offices/${id}/holdings`, { personId })).status).toBe(403)
  })
})
