import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Persona } from '../../../../demo/network.ts'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import type { Audience, Id } from '../../../ground/schema.ts'
import type { PreparationShown } from './contract.ts'
import { circleOf, reportCircle, titleOf } from './model.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
})
afterAll(() => world.close())

const bodyOf = async (name: string) =>
  (
    await world.database.owner
      .selectFrom('body')
      .where('name', 'like', `${name}%`)
      .select('id')
      .executeTakeFirstOrThrow()
  ).id
const shownTo = async (who: Persona, id: Id) =>
  (await (await (await world.as(who)).get(`/meetings/${id}/preparation`, true)).json()) as PreparationShown
const bring = async (who: Persona, id: Id, fields: Record<string, string>) =>
  (await world.as(who)).post(`/meetings/${id}/preparation`, fields)
const itemsOf = (id: Id) =>
  world.database.owner.selectFrom('agenda_item').where('meeting_id', '=', id).orderBy('position').selectAll().execute()
/** The board's last meeting becomes one of another body, for other people. */
const giveMinutesTo = async (body_id: Id, audience: Audience) => {
  const { owner } = world.database
  const board = await bodyOf('Vorstand')
  const held = owner.updateTable('meeting').where('body_id', '=', board).where('state', '=', 'held')
  await held
    .set({ body_id, audience, day: '2030-06-01', name: 'Treffen der AG', without_administration: false })
    .execute()
}

describe('what comes to a meeting', () => {
  it('are ideas whose day has come, put on the agenda in one act, and for nobody more than before', async () => {
    const board = await bodyOf('Vorstand')
    const early = await house.plan({ bodyId: board, audience: 'board', announced: 'yes', day: '2026-12-01' })
    expect((await shownTo('coordinator', early)).ideas).toEqual([])
    const id = await house.plan({ bodyId: board, audience: 'network', announced: 'yes', day: '2031-02-01' })
    const [idea] = (await shownTo('coordinator', id)).ideas
    expect(idea).toMatchObject({ bring: 'one-act', itemId: null })
    expect(idea?.content).toContain('Ausflug')
    expect((await shownTo('groupMember', id)).ideas).toEqual([])
    expect((await bring('boardMember', id, { idea: idea!.id })).status).toBe(403)
    expect((await bring('coordinator', id, { idea: idea!.id })).status).toBe(303)
    expect((await bring('coordinator', id, { idea: idea!.id })).status).toBe(303)
    const items = (await itemsOf(id)).filter(item => item.idea_id === idea!.id)
    expect(items.map(({ title, audience }) => [title.includes('Ausflug'), audience])).toEqual([[true, 'board']])
    const order = (await itemsOf(id)).map(({ title }) => title.split(' ')[0])
    expect(order.slice(-3)).toEqual([items[0]!.title.split(' ')[0], 'Termine', 'Verschiedenes'])
    expect((await shownTo('coordinator', id)).ideas[0]).toMatchObject({ itemId: items[0]!.id, bring: null })
    const page = await (await (await world.as('groupMember')).get(`/meetings/${id}`)).text()
    expect(page).not.toContain('Ausflug')
    expect(await (await (await world.as('boardMember')).get(`/meetings/${id}`)).text()).toContain('Ausflug')
  })

  it('are the reports of the working groups since the body met last, those of the silent too', async () => {
    const [housing, plenary] = [await bodyOf('AG Wohnen'), await bodyOf('Offene')]
    const id = await house.plan()
    const before = (await shownTo('coordinator', id)).groups.find(({ body }) => body.id === housing)
    expect(before).toMatchObject({ meetings: [], decisions: [], bring: 'one-act' })
    await giveMinutesTo(housing, 'network')
    const after = (await shownTo('delegate', id)).groups.find(({ body }) => body.id === housing)!
    expect(after.meetings.map(({ name, day }) => [name, day])).toEqual([['Treffen der AG', '2030-06-01']])
    expect(after.decisions.length).toBeGreaterThan(0)
    expect(after.wishes.length).toBeGreaterThan(0)
    expect(after.bring).toBe(null)
    const { owner } = world.database
    await owner
      .updateTable('meeting')
      .where('body_id', '=', plenary)
      .where('state', '=', 'held')
      .set({ day: '2030-07-01' })
      .execute()
    const later = await shownTo('delegate', id)
    expect(later.since).toBe('2030-07-01')
    expect(later.groups.find(({ body }) => body.id === housing)).toMatchObject({ meetings: [], decisions: [] })
    const html = await (await (await world.as('coordinator')).get(`/meetings/${id}/preparation`)).text()
    expect(html).toContain('nichts seither')
    expect((await bring('coordinator', id, { group: housing })).status).toBe(303)
    const [item] = (await itemsOf(id)).filter(({ group_id }) => group_id === housing)
    expect(item).toMatchObject({ title: 'Bericht: AG Wohnen', audience: 'network' })
  })

  it('are results about its papers elsewhere, until one meeting has taken them up, and for nobody more than the paper', async () => {
    const plenary = await bodyOf('Offene')
    const id = await house.plan({ bodyId: plenary, audience: 'public', announced: 'yes' })
    const coordinator = await world.as('coordinator')
    const begun = { bodyId: plenary, paperType: 'motion', name: 'Mehr Bänke', wording: 'Bänke.', audience: 'network' }
    const paper = (await coordinator.post('/papers', begun)).headers.get('location')!.split(/[/?#]/)[2]!
    const at = `/papers/${paper}/consultations`
    await coordinator.post(at, { where: '', bodyName: 'Bauausschuss', day: '', role: 'decision' })
    const shown = async () => (await shownTo('coordinator', id)).results.filter(one => one.paper.id === paper)
    expect(await shown()).toEqual([])
    const noted = (await (await coordinator.get(`/papers/${paper}`, true)).json()) as { consultations: { id: Id }[] }
    const result = { result: 'rejected', resultDay: '2026-01-10', sentence: 'Kein Geld.', source: '' }
    await coordinator.post(`${at}/${noted.consultations[0]!.id}/result`, result)
    expect(await shown()).toMatchObject([{ where: 'Bauausschuss', result: 'rejected', bring: 'one-act' }])
    const consultation = (await shown())[0]!.id
    expect((await bring('coordinator', id, { result: consultation })).status).toBe(303)
    expect((await bring('coordinator', id, { result: consultation })).status).toBe(303)
    const [item, ...more] = (await itemsOf(id)).filter(({ consultation_id }) => consultation_id === consultation)
    expect(more).toEqual([])
    expect(item).toMatchObject({ title: 'Bauausschuss zu „Mehr Bänke“: abgelehnt', audience: 'network' })
    expect(await (await (await world.as('public')).get(`/meetings/${id}`)).text()).not.toContain('Mehr Bänke')
    const later = await house.plan({ bodyId: plenary, day: '2031-06-01' })
    expect((await shownTo('coordinator', later)).results.filter(one => one.paper.id === paper)).toEqual([])
  })

  it('names no group that not everybody at the meeting may know of', async () => {
    const [strategy, id] = [await bodyOf('AG Strategie'), await house.plan()]
    const seen = (await shownTo('coordinator', id)).groups.find(({ body }) => body.id === strategy)
    expect(seen?.bring).toBe('own-words')
    expect((await bring('coordinator', id, { group: strategy })).status).toBe(422)
    const others = (await shownTo('groupMember', id)).groups.map(({ body }) => body.id)
    expect(others).not.toContain(strategy)
  })

  it('comes before the meeting and to members alone; a group hears no groups', async () => {
    const id = await house.plan()
    expect((await (await world.as('public')).get(`/meetings/${id}/preparation`)).status).toBe(404)
    const group = await house.plan({ bodyId: await bodyOf('AG Wohnen'), audience: 'network' })
    expect((await shownTo('coordinator', group)).groups).toEqual([])
    await world.database.owner.updateTable('meeting').where('id', '=', id).set({ state: 'held' }).execute()
    expect((await (await world.as('coordinator')).get(`/meetings/${id}/preparation`)).status).toBe(404)
    expect((await bring('coordinator', id, { group: await bodyOf('AG Wohnen') })).status).toBe(409)
    expect((await bring('coordinator', group, {})).status).toBe(422)
  })
})

describe('an item that tells of something said elsewhere', () => {
  const open = { withoutAdministration: false }
  it.each([
    ['network', ['body', 'network'], 'body'],
    ['body', ['body', 'network'], null],
    ['body', ['board'], 'board'],
    ['public', ['public'], null],
    ['named', ['body'], 'body'],
    ['network', ['named'], undefined],
    ['named', ['named'], undefined],
    ['network', ['body', 'board'], undefined],
    ['board', ['body', 'board'], 'body'],
  ] as const)('in a meeting for %s, said for %j, is for %s', (audience, audiences, expected) => {
    expect(circleOf({ audience, ...open }, { audiences, ...open })?.audience).toBe(expected)
  })

  it('stays without the administration', () => {
    const closed = { audiences: ['body'] as const, withoutAdministration: true }
    expect(circleOf({ audience: 'body', ...open }, closed)?.withoutAdministration).toBe(true)
    expect(reportCircle({ audience: 'network', ...open }, { audience: 'body', ...open })).toBe(null)
  })

  it('has a title that fits', () => {
    expect(titleOf('Ein Ausflug\nim Mai', 300)).toBe('Ein Ausflug im Mai')
    expect(titleOf('Ein langer Gedanke', 14)).toBe('Ein langer…')
    expect(titleOf('x'.repeat(20), 10)).toHaveLength(10)
  })
})
