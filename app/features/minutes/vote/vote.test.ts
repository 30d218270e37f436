import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Persona, personas } from '../../../../demo/network.ts'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import type { Id } from '../../../ground/schema.ts'
import { presetRules } from '../../directory/rules/preset/model.ts'
import type { ItemVotesShown } from './contract.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
})
afterAll(() => world.close())

const idOf = (who: Persona) => house.people.get(personas[who].name)!
const NOW = { day: '', startTime: '', endTime: '' }

/** A meeting of today at which three with a vote are there, with one item. */
async function sitting(present: readonly Persona[] = ['chair', 'delegate', 'boardMember']) {
  const day = world.ground.clock.today('Europe/Berlin').add({ days: 1 }).toString()
  const meeting = await house.plan({ ...NOW, day, audience: 'network' })
  const coordinator = await world.as('coordinator')
  await coordinator.post(`/meetings/${meeting}/agenda`, { title: 'Schließzeiten', duration: '' })
  const { id: item } = await world.database.owner
    .selectFrom('agenda_item')
    .where('meeting_id', '=', meeting)
    .where('title', '=', 'Schließzeiten')
    .select('id')
    .executeTakeFirstOrThrow()
  for (const who of present)
    await coordinator.post(`/meetings/${meeting}/attendance`, { person: idOf(who), state: 'present' })
  return { meeting, item }
}

/** The rules of an association, with so many who have to be there. */
async function ruled(number: number) {
  const rules = presetRules('association', null)
  const { owner } = world.database
  const { id } = await owner.selectFrom('body').where('kind', '=', 'plenary').select('id').executeTakeFirstOrThrow()
  await owner.deleteFrom('body_rule').where('body_id', '=', id).execute()
  const quorum = { ...rules.quorum, kind: 'number', number }
  await owner
    .insertInto('body_rule')
    .values({
      ...{ network_id: world.network.id, id: crypto.randomUUID(), body_id: id, number: 1, created_by: null },
      ...{ valid_from: '2020-01-01', rules: JSON.stringify({ ...rules, quorum }), created_at: '2026-01-01T12:00:00Z' },
    })
    .execute()
}

const shown = async (item: Id, who: Persona = 'coordinator') =>
  (await (await (await world.as(who)).get(`/agenda/${item}/votes`, true)).json()) as ItemVotesShown
const post = async (path: string, fields: Record<string, string | string[]>, who: Persona = 'coordinator') =>
  (await world.as(who)).post(path, fields)
const vote = (item: Id, fields: Record<string, string | string[]>) =>
  post(`/agenda/${item}/votes`, { question: 'Der Laden bleibt zu.', condition: '', way: 'open', ...fields })
const notes = async (meeting: Id, item: Id) => {
  const answer = await (await world.as('chair')).get(`/meetings/${meeting}/writing`, true)
  const { items } = (await answer.json()) as { items: { id: Id; text: string }[] }
  return items.find(({ id }) => id === item)!.text
}

describe('a vote', () => {
  it('is recorded with what follows from it by the rules, and stands in the notes as a line', async () => {
    await ruled(3)
    const { meeting, item } = await sitting()
    expect((await vote(item, { yes: '2', no: '1' })).status).toBe(303)
    const { votes } = await shown(item)
    expect(votes).toMatchObject([{ yes: 2, no: 1, accepted: true, quorum: true, present: 3, needed: 2, basis: 3 }])
    expect(await notes(meeting, item)).toBe(
      'Beschluss (angenommen, Ja 2, Nein 1, Enthaltung 0): Der Laden bleibt zu.\n',
    )
  })

  it('decides nothing without a quorum', async () => {
    await ruled(3)
    const { item } = await sitting(['chair', 'delegate'])
    await vote(item, { yes: '2' })
    expect((await shown(item)).votes).toMatchObject([{ accepted: false, quorum: false }])
    const page = await (await world.as('coordinator')).get(`/agenda/${item}/votes`)
    expect(await page.text()).toContain('Nicht beschlussfähig')
  })

  it('can not count more votes than are in the room, nor none', async () => {
    const { item } = await sitting()
    const answer = await vote(item, { yes: '3', no: '1' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Gezählt sind 4 Stimmen, im Raum sind 3.')
    expect(page).toContain('Der Laden bleibt zu.')
    expect((await vote(item, {})).status).toBe(422)
    expect((await vote(item, { yes: '-1' })).status).toBe(422)
    expect((await shown(item)).votes).toEqual([])
  })

  it('by name counts those who are named, once each and only who has a vote', async () => {
    const { item } = await sitting()
    const casts = [`${idOf('chair')}~yes`, `${idOf('delegate')}~no`, '', `${idOf('boardMember')}~yes`]
    await vote(item, { way: 'by_name', casts })
    expect((await shown(item)).votes).toMatchObject([{ yes: 2, no: 1, way: 'by_name' }])
    expect((await shown(item)).votes[0]!.casts.map(({ name, choice }) => [name, choice])).toEqual([
      [personas.chair.name, 'yes'],
      [personas.delegate.name, 'no'],
      [personas.boardMember.name, 'yes'],
    ])
    const twice = { way: 'by_name', casts: [`${idOf('chair')}~yes`, `${idOf('chair')}~no`] }
    expect((await vote(item, twice)).status).toBe(422)
    expect((await vote(item, { way: 'by_name', casts: [`${idOf('guest')}~yes`] })).status).toBe(422)
  })

  it('in secret keeps no name, whatever is sent, and the database refuses one', async () => {
    const { item } = await sitting()
    await vote(item, { way: 'secret', yes: '2', no: '1', casts: [`${idOf('chair')}~yes`] })
    const [{ id, casts }] = (await shown(item)).votes as [ItemVotesShown['votes'][number]]
    expect(casts).toEqual([])
    const named = world.database.owner.insertInto('vote_cast').values({
      ...{ network_id: world.network.id, id: crypto.randomUUID(), vote_id: id, number: 1, person_id: idOf('chair') },
      ...{ name: 'X', candidacy_id: null, choice: 'yes', votes: 1 },
    })
    await expect(named.execute()).rejects.toThrow('nobody is named in this vote')
  })

  it('that was recorded wrongly stays as withdrawn, and its line leaves the notes', async () => {
    const { meeting, item } = await sitting()
    await vote(item, { yes: '2', no: '1' })
    const [{ id }] = (await shown(item)).votes as [ItemVotesShown['votes'][number]]
    const path = `/agenda/${item}/votes/${id}/withdrawal`
    expect((await post(path, { reason: '' })).status).toBe(422)
    expect((await post(path, { reason: 'Verzählt.' })).status).toBe(303)
    expect((await shown(item)).votes).toMatchObject([{ withdrawn: { reason: 'Verzählt.' } }])
    expect(await notes(meeting, item)).not.toContain('Beschluss')
    expect((await post(path, { reason: 'Noch einmal.' })).status).toBe(409)
  })

  it('keeps its item on the agenda', async () => {
    const { item } = await sitting()
    await vote(item, { yes: '1' })
    expect((await post(`/agenda/${item}/removal`, {})).status).toBe(409)
  })

  it('is for those who lead the body to record, and for nobody outside the network to see', async () => {
    const { item } = await sitting()
    expect((await post(`/agenda/${item}/votes`, { question: 'X', yes: '1' }, 'groupMember')).status).toBe(403)
    expect((await shown(item, 'delegate')).recording).toBeNull()
    expect((await (await world.as('public')).get(`/agenda/${item}/votes`)).status).toBe(404)
  })
})

describe('an election', () => {
  const names = [personas.chair.name, personas.delegate.name, 'Rieke Sommer'].join('\r\n')
  const opened = async (over: Record<string, string> = {}) => {
    const at = await sitting()
    await post(`/agenda/${at.item}/elections`, { post: 'Sprecher:in', candidates: names, secret: 'yes', ...over })
    const [election] = (await shown(at.item)).elections
    return { ...at, election: election!, ids: election!.candidates.map(({ id }) => id) }
  }
  const round = (item: Id, election: Id, all: Record<Id, number>, over: Record<string, string> = {}) =>
    post(`/agenda/${item}/elections/${election}/rounds`, {
      ...{ candidacies: Object.keys(all), votes: Object.values(all).map(String), ...over },
    })

  it('waits for the precondition of everybody, then goes through a run-off to an answer', async () => {
    await ruled(3)
    const { meeting, item, election, ids } = await opened({ precondition: 'seit einem Jahr dabei' })
    const [a, b, c] = ids as [Id, Id, Id]
    expect((await round(item, election.id, { [a]: 3 })).status).toBe(409)
    for (const id of [a, b]) await post(`/agenda/${item}/candidacies/${id}/check`, { fulfils: 'yes' })
    await post(`/agenda/${item}/candidacies/${c}/check`, { fulfils: 'no' })
    expect((await round(item, election.id, { [a]: 1, [c]: 2 })).status).toBe(422)
    expect((await round(item, election.id, { [a]: 1, [b]: 1 }, { abstain: '1' })).status).toBe(303)
    expect((await shown(item)).votes).toMatchObject([{ round: 1, accepted: false, electedId: null }])
    await round(item, election.id, { [a]: 1, [b]: 2 })
    expect((await shown(item)).votes.at(-1)).toMatchObject({ round: 2, electedId: b, accepted: true })
    expect((await round(item, election.id, { [a]: 1, [b]: 2 })).status).toBe(409)
    expect((await post(`/agenda/${item}/candidacies/${a}/answer`, { answer: 'accepted' })).status).toBe(404)
    await post(`/agenda/${item}/candidacies/${b}/answer`, { answer: 'accepted' })
    const text = await notes(meeting, item)
    expect(text).toContain(`Beschluss: ${personas.delegate.name} ist gewählt als Sprecher:in (2. Wahlgang, geheim: `)
    expect(text).toContain(`${personas.delegate.name} nimmt die Wahl an.`)
  })

  it('goes on when the elected one declines', async () => {
    const { item, election, ids } = await opened()
    const [a, b, c] = ids as [Id, Id, Id]
    await round(item, election.id, { [a]: 3, [b]: 0, [c]: 0 })
    await post(`/agenda/${item}/candidacies/${a}/answer`, { answer: 'declined' })
    expect((await round(item, election.id, { [a]: 3, [b]: 0, [c]: 0 })).status).toBe(422)
    expect((await round(item, election.id, { [b]: 2, [c]: 1 })).status).toBe(303)
    expect((await shown(item)).votes.at(-1)).toMatchObject({ electedId: b })
  })

  it('takes somebody in and strikes somebody out until somebody is elected, and takes back its last round alone', async () => {
    const { item, election, ids } = await opened()
    const [a, b, c] = ids as [Id, Id, Id]
    await post(`/agenda/${item}/candidacies/${c}/removal`, {})
    expect((await post(`/agenda/${item}/candidacies/${c}/removal`, {})).status).toBe(409)
    const add = `/agenda/${item}/elections/${election.id}/candidacies`
    expect((await post(add, { name: 'Mara Holm' })).status).toBe(303)
    expect((await post(add, { name: 'Mara Holm' })).status).toBe(409)
    const mara = (await shown(item)).elections[0]!.candidates.at(-1)!.id
    await round(item, election.id, { [a]: 1, [b]: 1, [mara]: 1 })
    await round(item, election.id, { [a]: 3, [b]: 0, [mara]: 0 })
    expect((await post(add, { name: 'Zu Spät' })).status).toBe(409)
    const [first, second] = (await shown(item)).votes.map(({ id }) => id) as [Id, Id]
    expect((await post(`/agenda/${item}/votes/${first}/withdrawal`, { reason: 'X' })).status).toBe(409)
    expect((await post(`/agenda/${item}/votes/${second}/withdrawal`, { reason: 'Verzählt.' })).status).toBe(303)
    expect((await post(add, { name: 'Zu Spät' })).status).toBe(303)
  })
})
