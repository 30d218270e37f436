import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../tests/world/world.ts'
import type { MeetingList, MeetingShown } from './contract.ts'

let world: World
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world.close())

const listOf = async (caller: Caller, query = ''): Promise<MeetingList> =>
  (await (await caller.get(`/meetings${query}`, true)).json()) as MeetingList
const bodyId = async (name: string) => (await listOf(coordinator)).bodies.find(body => body.name === name)!.id
const draftOf = async (body: string, caller = coordinator) =>
  (await listOf(caller)).coming.find(meeting => meeting.body?.name === body && meeting.state === 'draft')

describe('the next meeting', () => {
  it('stands as a draft of every body whose minutes were confirmed, without anybody having made it', async () => {
    const { coming } = await listOf(coordinator)
    expect(coming.map(({ name, state, day }) => [name, state, day])).toEqual(
      expect.arrayContaining([
        ['Sitzung Vorstand', 'draft', null],
        ['Sitzung Offene Runde', 'draft', null],
        ['Sitzung AG Strategie', 'draft', null],
      ]),
    )
  })

  it('looks back at the minutes and carries every open commitment of the body', async () => {
    const draft = (await draftOf('Offene Runde'))!
    const page = (await (await coordinator.get(`/meetings/${draft.id}`, true)).json()) as MeetingShown
    const controls = page.agenda.filter(item => item.kind === 'minutes_control')
    expect(controls).toHaveLength(1)
    expect(controls[0]!.title).toMatch(/^Kontrolle des Protokolls vom \d\d\.\d\d\.\d{4}$/)
    expect(controls[0]!.commitments!.map(({ wording }) => wording).sort()).toEqual([
      expect.stringMatching(/^Amina Saleh sammelt/),
      expect.stringMatching(/^Frau Lindner klärt/),
      expect.stringMatching(/^Tomasz Wrobel fragt/),
    ])
    expect(page.agenda.map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '1.3', '1.4', '2', '3'])
  })

  it('says so on the page, with the owner of each', async () => {
    const draft = (await draftOf('Offene Runde'))!
    const page = await (await coordinator.get(`/meetings/${draft.id}`)).text()
    expect(page).toContain('Kontrolle des Protokolls vom')
    expect(page).toContain('3 Zusagen sind noch offen:')
    expect(page).toContain('Petra Lindner')
    expect(page).toContain('Solange sie ein Entwurf ist, sehen sie nur die Mitglieder von „Offene Runde“')
  })

  it('is not there for whoever may not know of the body, nor for the public', async () => {
    const draft = (await draftOf('AG Strategie'))!
    for (const persona of ['official', 'guest', 'public', 'groupMember'] as const) {
      const caller = await world.as(persona)
      expect((await caller.get(`/meetings/${draft.id}`)).status).toBe(404)
      expect(await (await caller.get('/meetings')).text()).not.toContain('Strategie')
    }
  })
})

describe('a meeting that was held', () => {
  it('tells who was there to the network, and nobody else', async () => {
    const held = (await listOf(coordinator)).held.find(({ body }) => body?.name === 'Offene Runde')!
    const shown = (await (await coordinator.get(`/meetings/${held.id}`, true)).json()) as MeetingShown
    expect(shown.attendance!.map(({ name }) => name)).toContain('Amina Saleh')
    expect(shown.minutesId).toBe(held.minutesId)
    expect(shown.agenda.every(({ commitments }) => commitments === null)).toBe(true)

    const set = (audience: 'public' | 'network') =>
      world.database.owner.updateTable('meeting').where('id', '=', held.id).set({ audience }).execute()
    await set('public')
    const stranger = (await (await (await world.as('public')).get(`/meetings/${held.id}`, true)).json()) as MeetingShown
    await set('network')
    expect(stranger.name).toBe(held.name)
    expect(stranger.attendance).toBeNull()
    expect(JSON.stringify(stranger)).not.toContain('Amina Saleh')
  })

  it('is never opened to more people, because its minutes inherit the audience', async () => {
    const { held } = await listOf(coordinator)
    const board = held.find(({ body }) => body?.name.startsWith('Vorstand'))!
    const strategy = held.find(({ body }) => body?.name === 'AG Strategie')!
    for (const audience of ['public', 'network', 'body'])
      expect((await coordinator.post(`/meetings/${board.id}`, { audience })).status).toBe(422)
    expect((await coordinator.post(`/meetings/${strategy.id}`, { audience: 'body' })).status).toBe(422)
    expect(
      (await coordinator.post(`/meetings/${strategy.id}`, { audience: 'body', withoutAdministration: 'yes' })).status,
    ).toBe(303)
    const form = await (await coordinator.get(`/meetings/${board.id}/change`)).text()
    expect(form).not.toContain('value="public"')
  })

  it('keeps name, day and times, whatever a form says', async () => {
    const held = (await listOf(coordinator)).held.find(({ body }) => body?.name === 'Offene Runde')!
    const fields = { name: 'Anders', day: '2020-01-01', startTime: '08:00', place: 'Rathaus', audience: 'network' }
    expect((await coordinator.post(`/meetings/${held.id}`, fields)).status).toBe(303)
    const { name, day, startTime, place } = (await (
      await coordinator.get(`/meetings/${held.id}`, true)
    ).json()) as MeetingShown
    expect({ name, day, startTime, place }).toEqual({
      name: held.name,
      day: held.day,
      startTime: held.startTime,
      place: 'Rathaus',
    })
  })
})

describe('planning', () => {
  const plan = (fields: Record<string, string | string[]>) => ({ audience: 'network', ...fields })

  it('makes a draft or announces, and shows the meeting', async () => {
    const body = await bodyId('AG Wohnen')
    const answer = await coordinator.post('/meetings', plan({ bodyId: body, name: '', day: '' }))
    expect(answer.status).toBe(303)
    const page = await (await coordinator.get(answer.headers.get('location')!)).text()
    expect(page).toContain('Sitzung AG Wohnen')
    expect(page).toContain('Die Sitzung steht.')
    expect(page).toContain('Tag steht noch nicht fest')

    const second = plan({
      bodyId: body,
      name: 'Ortsbegehung',
      day: '2030-03-01',
      startTime: '17:00',
      endTime: '18:30',
      announced: 'yes',
    })
    expect((await coordinator.post('/meetings', second)).status).toBe(303)
    expect((await listOf(coordinator, `?body=${body}`)).coming.map(({ name, state }) => [name, state])).toEqual([
      ['Ortsbegehung', 'scheduled'],
      ['Sitzung AG Wohnen', 'draft'],
    ])
  })

  it.each([
    ['a second draft', {}, 409, 'schon geschehen'],
    ['announced without a day', { announced: 'yes' }, 422, 'Bitte füllen Sie dieses Feld aus'],
    ['a day that is none', { day: '2030-02-30' }, 422, 'kein gültiges Datum'],
    ['an end before its start', { day: '2030-03-02', startTime: '10:00', endTime: '09:00' }, 422, 'nicht lesen'],
    ['an audience that is none', { audience: 'everybody' }, 422, 'nicht (mehr) zur Wahl'],
    [
      'a stranger among the named',
      { audience: 'named', named: '0190abcd-0000-7000-8000-000000000000' },
      422,
      'kennen wir noch nicht',
    ],
  ])('refuses %s and keeps what was typed', async (_what, fields, status, words) => {
    const body = await bodyId('AG Wohnen')
    const answer = await coordinator.post('/meetings', plan({ bodyId: body, name: 'Mein Entwurf', ...fields }))
    const page = await answer.text()
    expect(answer.status).toBe(status)
    expect(page).toContain(words)
    expect(page).toContain('value="Mein Entwurf"')
  })

  it('is for those who lead the body', async () => {
    const board = await bodyId('Vorstand des Runden Tisches Ankommen')
    const fields = plan({
      bodyId: board,
      name: 'Sondersitzung',
      day: '2030-05-01',
      announced: 'yes',
      audience: 'board',
    })
    const expected = { chair: 303, boardMember: 403, delegate: 403, official: 403, public: 404 } as const
    for (const [persona, status] of Object.entries(expected))
      expect([persona, (await (await world.as(persona as 'chair')).post('/meetings', fields)).status]).toEqual([
        persona,
        status,
      ])
    expect((await (await world.as('boardMember')).get('/meetings/new')).status).toBe(404)
    const strategy = await bodyId('AG Strategie')
    expect((await (await world.as('official')).post('/meetings', { ...fields, bodyId: strategy })).status).toBe(404)
  })

  it('lets nobody close a meeting to himself', async () => {
    const people = await world.view('coordinator', viewer =>
      viewer.db.selectFrom('person').select(['id', 'name']).execute(),
    )
    const wohnen = await bodyId('AG Wohnen')
    const tomasz = people.find(({ name }) => name === 'Tomasz Wrobel')!.id
    await world.database.owner
      .updateTable('membership')
      .where('person_id', '=', tomasz)
      .where('body_id', '=', wohnen)
      .set({ role: 'chair' })
      .execute()
    const leader = await world.as('groupMember')
    const draft = (await draftOf('AG Wohnen', leader))!
    const closed = await leader.post(`/meetings/${draft.id}`, { name: 'Ohne mich', audience: 'board', day: '' })
    expect(closed.status).toBe(422)
    expect((await draftOf('AG Wohnen', leader))!.name).toBe('Sitzung AG Wohnen')
  })

  it('for named persons counts whoever plans among them, and nobody else', async () => {
    const board = await bodyId('Vorstand des Runden Tisches Ankommen')
    const chair = await world.as('chair')
    const fields = plan({ bodyId: board, name: 'Nur für uns', day: '2030-06-01', announced: 'yes', audience: 'named' })
    const planned = await chair.post('/meetings', fields)
    expect(planned.status).toBe(303)
    expect((await chair.get(planned.headers.get('location')!)).status).toBe(200)
    expect((await coordinator.get(planned.headers.get('location')!)).status).toBe(404)
    expect(await (await chair.get(planned.headers.get('location')!)).text()).toContain('Jonas Ferber')
  })
})

describe('the list', () => {
  it('opens with an old bookmark', async () => {
    expect((await coordinator.get('/meetings?body=nonsense&before=nonsense')).status).toBe(200)
    expect((await coordinator.get('/meetings/nonsense')).status).toBe(404)
  })

  it('says what will be here where there is nothing', async () => {
    const body = await world.view('system', viewer =>
      viewer.db.selectFrom('body').where('name', '=', 'AG Strategie').select('id').executeTakeFirstOrThrow(),
    )
    const page = await (await (await world.as('official')).get(`/meetings?body=${body.id}`)).text()
    expect(page).toContain('Noch keine Sitzung')
  })

  it('pages through everything held, each once', async () => {
    const board = await bodyId('Vorstand des Runden Tisches Ankommen')
    const rows = Array.from({ length: 120 }, (_, at) => ({
      network_id: world.network.id,
      id: `0190abcd-0000-7000-8000-${String(at).padStart(12, '0')}`,
      body_id: board,
      name: `Alte Sitzung ${at}`,
      state: 'held' as const,
      day: at % 7 === 0 ? null : `2019-0${1 + (at % 5)}-10`,
      start_time: null,
      end_time: null,
      place: null,
      audience: 'board' as const,
      without_administration: false,
      created_at: '2019-01-01T00:00:00Z',
    }))
    await world.database.owner.insertInto('meeting').values(rows).execute()
    const seen: string[] = []
    for (let query: string | null = `?body=${board}`; query; ) {
      const { held, next }: MeetingList = await listOf(coordinator, query)
      seen.push(...held.map(({ id }) => id))
      query = next && `?body=${board}&before=${encodeURIComponent(next)}`
    }
    expect(seen).toHaveLength(121)
    expect(new Set(seen).size).toBe(121)
  })
})
