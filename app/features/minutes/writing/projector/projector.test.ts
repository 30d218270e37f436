import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../../tests/world/world.ts'
import type { ProjectorShown } from './contract.ts'

let world: World
let coordinator: Caller
let chair: Caller
let meeting: string

beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  chair = await world.as('chair')
  const { bodies } = await (await coordinator.get('/meetings', true)).json()
  const bodyId = bodies.find(({ name }: { name: string }) => name.startsWith('Vorstand')).id
  const fields = { name: 'Sitzung an der Wand', bodyId, day: '2027-02-08', audience: 'body', announced: 'yes' }
  meeting = (await coordinator.post('/meetings', fields)).headers.get('location')!.split('?')[0]!
})
afterAll(() => world?.close())

const wall = async (query = '', caller = chair) =>
  (await (await caller.get(`${meeting}/projector${query}`, true)).json()) as ProjectorShown
const numberOf = async (number: string) => (await wall()).items.find(item => item.number === number)!

describe('the wall of the room', () => {
  it('shows the first item, then the one that is asked for, with what is written there', async () => {
    const { items, now } = await wall()
    expect(now).toMatchObject({ id: items[0]!.id, closed: false, text: '' })
    const second = items[1]!
    await chair.post(`/agenda/${second.id}/writing`, { text: 'Die Kasse ist geprüft.', last: '0' })
    expect((await wall(`?item=${second.id}`)).now).toMatchObject({ id: second.id, text: 'Die Kasse ist geprüft.' })
    const page = await (await chair.get(`${meeting}/projector?item=${second.id}`)).text()
    expect(page).toContain('Die Kasse ist geprüft.')
    expect(page).toContain('Nächster Punkt')
  })

  it('covers a closed item with its title until somebody uncovers it', async () => {
    const { items } = await wall()
    const { id } = items.at(-1)!
    await chair.post(`/agenda/${id}/content`, { title: 'Streit im Büro', duration: '20' })
    await chair.post(`/agenda/${id}/writing`, { text: 'Nur für den Vorstand.', last: '0' })
    expect((await coordinator.post(`/agenda/${id}`, { audience: 'board' })).status).toBe(303)
    const covered = await (await chair.get(`${meeting}/projector?item=${id}`)).text()
    expect(covered).not.toMatch(/Streit|Nur für den Vorstand/)
    expect(await (await chair.get(`${meeting}/projector`)).text()).not.toContain('Streit')
    const { now } = await wall(`?item=${id}&open=yes`)
    expect(now).toMatchObject({ title: 'Streit im Büro', text: 'Nur für den Vorstand.', duration: 20, closed: true })
  })

  it('is there for those who write, and for no item of another meeting', async () => {
    for (const persona of ['groupMember', 'official', 'public'] as const)
      expect((await (await world.as(persona)).get(`${meeting}/projector`)).status).toBe(404)
    expect((await chair.get(`${meeting}/projector?item=${meeting.split('/')[2]}`)).status).toBe(404)
    expect((await numberOf('1')).closed).toBe(false)
  })
})
