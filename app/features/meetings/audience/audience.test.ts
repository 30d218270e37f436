import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Persona, personas } from '../../../../demo/network.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { MeetingReadersShown, MeetingShown } from '../contract.ts'

let world: World
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world.close())

const pageOf = async <T>(caller: Caller, path: string) => (await (await caller.get(path, true)).json()) as T
const idOf = async (table: 'person' | 'body', name: string) =>
  (await world.database.owner.selectFrom(table).where('name', '=', name).select('id').executeTakeFirstOrThrow()).id
const personOf = (persona: Persona) => idOf('person', personas[persona].name)

/** A meeting of the board, announced, with its standing items. */
async function planned(fields: Record<string, string | string[]> = {}): Promise<string> {
  const bodyId = await idOf('body', 'Vorstand des Runden Tisches Ankommen')
  const answer = await coordinator.post('/meetings', {
    ...{ bodyId, name: 'Klausur im Herbst', day: '2030-10-01', startTime: '', endTime: '', place: 'Stadtteilhaus' },
    ...{ audience: 'board', announced: 'yes', ...fields },
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('?')[0]!
}
const firstItem = async (meeting: string) => (await pageOf<MeetingShown>(coordinator, meeting)).agenda[0]!

describe('a guest for one item', () => {
  it('is let in after somebody has read his name, and sees that item with name, day and place of the meeting', async () => {
    const meeting = await planned()
    const item = await firstItem(meeting)
    const guest = await world.as('guest')
    expect((await guest.get(meeting)).status).toBe(404)

    const fields = { audience: '', named: [await personOf('guest')] }
    const asked = await coordinator.post(`/agenda/${item.id}`, fields)
    expect(asked.status).toBe(409)
    expect(await asked.text()).toContain(personas.guest.name)
    expect((await guest.get(meeting)).status).toBe(404)
    expect((await coordinator.post(`/agenda/${item.id}`, { ...fields, wider: 'yes' })).status).toBe(303)

    const shown = await pageOf<MeetingShown>(guest, meeting)
    expect(shown).toMatchObject({ name: 'Klausur im Herbst', place: 'Stadtteilhaus', body: null, whole: false })
    expect(shown.agenda.map(({ id, number }) => [id, number])).toEqual([[item.id, '1']])
    expect(shown.attendance).toBeNull()
    const page = await (await guest.get(meeting)).text()
    expect(page).toContain('Sie sind Gast zu einzelnen Punkten')
    expect(page).not.toContain('Vorstand')
    expect(await (await guest.get('/meetings')).text()).not.toContain('Vorstand')
  })

  it('is none before the meeting is announced, nor past "without the administration", nor when nothing else holds him', async () => {
    const meeting = await planned({ name: 'Ohne das Amt', withoutAdministration: 'yes' })
    const item = await firstItem(meeting)
    const official = await world.as('official')
    const fields = { audience: '', wider: 'yes', named: [await personOf('official'), await personOf('guest')] }
    expect((await coordinator.post(`/agenda/${item.id}`, fields)).status).toBe(303)
    expect((await official.get(meeting)).status).toBe(404)
    const guest = await world.as('guest')
    expect((await guest.get(meeting)).status).toBe(200)

    const mandate = world.database.owner.updateTable('membership').where('role', '=', 'guest')
    await mandate.set({ start_date: '2020-01-01', end_date: '2020-12-31' }).execute()
    expect((await guest.get(meeting)).status).toBe(404)
    await mandate.set({ start_date: '2020-01-01', end_date: null }).execute()
  })
})

describe('an item', () => {
  it('can be narrower than its meeting, and leaves no gap in the numbers of those who do not see it', async () => {
    const meeting = await planned({ audience: 'network', name: 'Für das Netz' })
    const item = await firstItem(meeting)
    expect((await coordinator.post(`/agenda/${item.id}`, { audience: 'board' })).status).toBe(303)
    const all = await pageOf<MeetingShown>(coordinator, meeting)
    const seen = await pageOf<MeetingShown>(await world.as('groupMember'), meeting)
    expect(seen.agenda).toHaveLength(all.agenda.length - 1)
    expect(seen.agenda.map(({ id }) => id)).not.toContain(item.id)
    expect(seen.agenda[0]!.number).toMatch(/^1|0\.1$/)
  })

  it('is closed to the administration alone', async () => {
    const meeting = await planned({ audience: 'network', name: 'Auch für das Amt' })
    const item = await firstItem(meeting)
    expect((await coordinator.post(`/agenda/${item.id}`, { withoutAdministration: 'yes' })).status).toBe(303)
    const ids = async (persona: Persona) =>
      (await pageOf<MeetingShown>(await world.as(persona), meeting)).agenda.map(({ id }) => id)
    expect(await ids('official')).not.toContain(item.id)
    expect(await ids('groupMember')).toContain(item.id)
  })

  it('is changed by those who lead the body', async () => {
    const item = await firstItem(await planned({ audience: 'network', name: 'Wer darf' }))
    const fields = { audience: 'board' }
    expect((await (await world.as('chair')).post(`/agenda/${item.id}`, fields)).status).toBe(303)
    expect((await (await world.as('boardMember')).post(`/agenda/${item.id}`, fields)).status).toBe(403)
    expect((await (await world.as('groupMember')).post(`/agenda/${item.id}`, fields)).status).toBe(404)
  })
})

describe('who sees a meeting', () => {
  it('is told by name to those who may change it, by the mandates of today', async () => {
    const meeting = await planned()
    const { whole, items } = await pageOf<MeetingReadersShown>(coordinator, `${meeting}/readers`)
    expect(whole.everybody).toBe(false)
    const names = whole.people.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Mira Halden', 'Jonas Ferber', 'Leyla Aydemir']))
    expect(names).not.toContain('Tomasz Wrobel')
    expect(items[0]!.people).toEqual(whole.people)
    expect((await (await world.as('boardMember')).get(`${meeting}/readers`)).status).toBe(404)
  })

  it('is asked again before it gets wider', async () => {
    const meeting = await planned({ name: 'Noch klein' })
    const wider = { name: 'Noch klein', day: '2030-10-01', audience: 'network', announced: 'yes' }
    const asked = await coordinator.post(meeting, wider)
    expect(asked.status).toBe(409)
    expect(await asked.text()).toContain('Tomasz Wrobel')
    expect((await (await world.as('groupMember')).get(meeting)).status).toBe(404)
    expect((await coordinator.post(meeting, { ...wider, wider: 'yes' })).status).toBe(303)
    expect((await (await world.as('groupMember')).get(meeting)).status).toBe(200)
    expect((await coordinator.post(meeting, { ...wider, audience: 'board' })).status).toBe(303)
  })

  it('is asked again before the whole world sees it', async () => {
    const open = await planned({ bodyId: await idOf('body', 'Offene Runde'), audience: 'network', name: 'Für alle' })
    const fields = { name: 'Für alle', day: '2030-10-01', audience: 'public', announced: 'yes' }
    expect(await (await coordinator.post(open, fields)).text()).toContain('Damit kann es alle Welt sehen')
    expect((await (await world.as('public')).get(open)).status).toBe(404)
    expect((await coordinator.post(open, { ...fields, wider: 'yes' })).status).toBe(303)
    expect((await (await world.as('public')).get(open)).status).toBe(200)
  })
})

describe('for everybody and yet without the administration', () => {
  it('is refused for a meeting, an item of it and a body, with a sentence', async () => {
    const board = await idOf('body', 'Vorstand des Runden Tisches Ankommen')
    const open = await idOf('body', 'Offene Runde')
    const both = { audience: 'public', withoutAdministration: 'yes', wider: 'yes' }
    const when = { name: 'Offen und zu', day: '2030-11-01', announced: 'yes' }
    const refusals = [
      await coordinator.post('/meetings', { bodyId: board, ...when, ...both }),
      await coordinator.post(await planned({ audience: 'network' }), { ...when, ...both }),
      await coordinator.post(`/bodies/${open}`, {
        name: 'Offene Runde',
        kind: 'plenary',
        meetingAudience: 'body',
        ...both,
      }),
    ]
    const meeting = await planned({ bodyId: open, audience: 'public', name: 'Ganz offen', wider: 'yes' })
    const item = await firstItem(meeting)
    refusals.push(await coordinator.post(`/agenda/${item.id}`, both))
    refusals.push(await coordinator.post(`/agenda/${item.id}`, { ...both, audience: '' }))
    for (const answer of refusals) {
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Für alle und zugleich ohne die Verwaltung geht nicht')
    }
    expect((await coordinator.post(`/agenda/${item.id}`, { ...both, audience: 'network' })).status).toBe(303)
    const seen = await pageOf<MeetingShown>(await world.as('public'), meeting)
    expect(seen.agenda.map(({ id }) => id)).not.toContain(item.id)
  })

  it('is for the network at most where it was stored before', async () => {
    const open = await idOf('body', 'Offene Runde')
    const meeting = await planned({ bodyId: open, audience: 'public', name: 'Von früher', wider: 'yes' })
    const outside = await world.as('public')
    expect((await outside.get(meeting)).status).toBe(200)
    const stored = world.database.owner.updateTable('meeting').where('id', '=', meeting.split('/').at(-1)!)
    await stored.set({ without_administration: true }).execute()
    expect((await outside.get(meeting)).status).toBe(404)
    expect((await (await world.as('official')).get(meeting)).status).toBe(404)
    expect((await (await world.as('groupMember')).get(meeting)).status).toBe(200)
  })
})
