import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import { newId } from '../../../ground/ids.ts'
import type { Answer, Id, Report } from '../../../ground/schema.ts'
import { reactions } from '../../../server.ts'
import type { CommitmentShown } from '../contract.ts'
import type { ConsequenceListShown, ConsequencePageShown } from './contract.ts'
import { firesNext } from './finds.ts'
import { fireConsequences } from './jobs.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
let plenary: Id
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
  const { owner } = world.database
  plenary = (await owner.selectFrom('body').where('kind', '=', 'plenary').select('id').executeTakeFirstOrThrow()).id
})
// A session ends after some days: every test begins where the world did.
let start: string
beforeEach(() => {
  start ??= world.ground.clock.instant().toString()
  world.ground.clock.set(start)
})
afterAll(() => world.close())

const personOf = (who: keyof typeof personas) => house.people.get(personas[who].name)!
const inDays = (days: number) => world.ground.clock.today('Europe/Berlin').add({ days }).toString()
const later = (days: number) =>
  world.ground.clock.set(
    world.ground.clock
      .instant()
      .add({ hours: 24 * days })
      .toString(),
  )
const fire = () => fireConsequences(world.ground, reactions)

async function owes(owner: { person?: Id; outside?: string }, wording: string, dueOn: string | null): Promise<Id> {
  const id = newId(world.ground.clock)
  await world.database.owner
    .insertInto('commitment')
    .values({
      ...{ network_id: world.network.id, id, body_id: plenary, entry_id: null, wording, state: 'open', audience: null },
      ...{ owner_kind: owner.person ? 'person' : 'outside', owner_person_id: owner.person ?? null, due_words: null },
      ...{ owner_office_id: null, owner_organization_id: null, owner_name: owner.outside ?? null, due_on: dueOn },
      ...{ revision: 1, created_at: world.ground.clock.instant().toString() },
    })
    .execute()
  return id
}

async function says(commitment_id: Id, said: { report?: Report; answer?: Answer }): Promise<void> {
  await world.database.owner
    .insertInto('commitment_event')
    .values({
      ...{ network_id: world.network.id, id: newId(world.ground.clock), commitment_id, state: null, sentence: null },
      ...{ kind: said.report ? 'report' : 'answer', report: said.report ?? null, answer: said.answer ?? null },
      ...{ entry_id: null, person_id: null, link_id: null, at: world.ground.clock.instant().toString() },
    })
    .execute()
}

async function agree(commitment: Id, fields: Record<string, string>): Promise<Id> {
  const coordinator = await world.as('coordinator')
  const given = { wording: 'Die Frist verstrich.', grace: '3', ...fields }
  const answer = await coordinator.post(`/commitments/${commitment}/consequences`, given)
  expect(answer.status).toBe(303)
  const { consequences } = await shown(commitment)
  return consequences.at(-1)!.id
}
const shown = async (commitment: Id) =>
  (await (await (await world.as('coordinator')).get(`/commitments/${commitment}`, true)).json()) as CommitmentShown
const one = async (id: Id) => {
  const page = await (await world.as('coordinator')).get(`/consequences/${id}`, true)
  return ((await page.json()) as ConsequencePageShown).consequence
}

describe('a consequence', () => {
  it('fires by itself once, the day after due day and grace, and is shown on page, list and in the history', async () => {
    const commitment = await owes({ person: personOf('delegate') }, 'Den Bericht schicken', inDays(2))
    const id = await agree(commitment, { kind: 'public_mark' })
    expect((await one(id)).firesOn).toBe(inDays(6))
    later(5)
    expect(await fire()).toBe(0)
    expect((await one(id)).state).toBe('armed')
    later(1)
    expect((await Promise.all([fire(), fire(), fire()])).reduce((sum, fired) => sum + fired, 0)).toBe(1)
    expect(await fire()).toBe(0)
    expect(await one(id)).toMatchObject({ state: 'fired', fired: { effect: 'mark', missedOn: inDays(-4) } })
    const page = await shown(commitment)
    expect(page.fired).toBe(true)
    expect(page.history.map(({ kind }) => kind)).toEqual(['agreed', 'fired'])
    expect(page.history.at(-1)!.by).toEqual({ kind: 'system', name: null })
    const coordinator = await world.as('coordinator')
    const list = await (await coordinator.get('/commitments?list=overdue')).text()
    expect(list).toContain('Folge eingetreten')
    const fired = (await (await coordinator.get('/consequences?list=fired', true)).json()) as ConsequenceListShown
    expect(fired.items.map(({ consequence }) => consequence.id)).toContain(id)
    expect(await (await coordinator.get(`/commitments/${commitment}`)).text()).toContain('Öffentlicher Vermerk')
  })

  it.each<[string, { report?: Report; answer?: Answer }, boolean]>([
    ['promised', { answer: 'promised' }, true],
    ['partly', { answer: 'partly' }, true],
    ['refused', { answer: 'refused' }, true],
    ['evasive', { answer: 'evasive' }, false],
    ['redirected', { answer: 'redirected' }, false],
    ['silent', { answer: 'silent' }, false],
    ['done', { report: 'done' }, true],
    ['can not', { report: 'can_not' }, true],
    ['need help', { report: 'need_help' }, true],
    ['under way before the day', { report: 'under_way' }, false],
  ])('is answered or not by: %s', async (_name, said, answered) => {
    const commitment = await owes({ outside: 'Amt' }, 'Eine Antwort', inDays(1))
    const id = await agree(commitment, { kind: 'letter', grace: '0', to: 'outside', outsideName: 'Dezernat' })
    await says(commitment, said)
    later(2)
    await fire()
    const after = await one(id)
    expect([after.state, after.answered]).toEqual(answered ? ['armed', true] : ['fired', false])
  })

  it('counts under way after the day, and asks anew once the day is moved', async () => {
    const commitment = await owes({ outside: 'Amt' }, 'Eine Auskunft', inDays(1))
    const id = await agree(commitment, { kind: 'public_mark', grace: '5' })
    later(2)
    await says(commitment, { report: 'under_way' })
    later(10)
    await fire()
    expect((await one(id)).answered).toBe(true)
    const { revision } = await shown(commitment)
    const change = { wording: 'Eine Auskunft', owner: 'outside', outsideName: 'Amt', revision: String(revision) }
    const coordinator = await world.as('coordinator')
    expect((await coordinator.post(`/commitments/${commitment}`, { ...change, dueOn: inDays(1) })).status).toBe(303)
    expect(await one(id)).toMatchObject({ answered: false, firesOn: inDays(7) })
    const next = await world.view('coordinator', viewer => firesNext(viewer, { until: inDays(7) }))
    expect(next.map(({ consequence }) => consequence.id)).toContain(id)
    const sooner = await world.view('coordinator', viewer => firesNext(viewer, { until: inDays(6) }))
    expect(sooner.map(({ consequence }) => consequence.id)).not.toContain(id)
    later(7)
    await fire()
    expect((await one(id)).state).toBe('fired')
  })

  it('is stopped before by a person with a reason, and stays so', async () => {
    const commitment = await owes({ outside: 'Amt' }, 'Ein Gespräch', inDays(1))
    const id = await agree(commitment, { kind: 'agenda', bodyId: plenary })
    const coordinator = await world.as('coordinator')
    const stop = (reason: string) => coordinator.post(`/consequences/${id}/stopping`, { reason })
    expect((await (await world.as('delegate')).post(`/consequences/${id}/stopping`, { reason: 'Nein' })).status).toBe(
      403,
    )
    expect((await stop('')).status).toBe(422)
    expect((await stop('Das Gespräch ist vereinbart.')).status).toBe(303)
    expect((await stop('Noch einmal')).status).toBe(409)
    later(20)
    await fire()
    expect(await one(id)).toMatchObject({ state: 'stopped', stopped: { reason: 'Das Gespräch ist vereinbart.' } })
    expect((await shown(commitment)).history.at(-1)).toMatchObject({ kind: 'stopped', consequence: 'agenda' })
  })

  it('does not fire for what is done, and is not agreed when it would fire at once', async () => {
    const commitment = await owes({ outside: 'Amt' }, 'Ein Schild', inDays(1))
    const id = await agree(commitment, { kind: 'public_mark' })
    const coordinator = await world.as('coordinator')
    await coordinator.post(`/commitments/${commitment}/state`, { revision: '1', state: 'done', reason: '' })
    later(9)
    await fire()
    expect((await one(id)).state).toBe('armed')
    const agreed = (of: Id, fields: Record<string, string>) =>
      coordinator.post(`/commitments/${of}/consequences`, { wording: 'X', grace: '3', ...fields })
    expect((await agreed(commitment, { kind: 'public_mark' })).status).toBe(409)
    const past = await owes({ outside: 'Amt' }, 'Vorbei', inDays(-10))
    expect((await agreed(past, { kind: 'public_mark' })).status).toBe(422)
    expect((await agreed(past, { kind: 'public_mark', grace: '30' })).status).toBe(303)
    expect((await agreed(past, { kind: 'letter', grace: '30' })).status).toBe(422)
    expect((await agreed(past, { kind: 'agenda', grace: '30' })).status).toBe(422)
    expect((await agreed(past, { kind: 'fallback_owner', grace: '30', to: `person:${plenary}` })).status).toBe(422)
  })

  it('goes to the next agenda that still takes items, waits where there is none, and moves on from one called off', async () => {
    await world.database.owner.updateTable('meeting').set({ state: 'held' }).where('body_id', '=', plenary).execute()
    const commitment = await owes({ outside: 'Amt' }, 'Geheimes aus dem Protokoll', inDays(1))
    const id = await agree(commitment, { kind: 'agenda', bodyId: plenary, grace: '0', wording: 'Brücke am Bahnhof' })
    later(2)
    await fire()
    expect((await one(id)).fired!.effect).toBe('waits')
    const first = await house.plan({ day: inDays(30) })
    await Promise.all([fire(), fire()])
    expect((await one(id)).fired).toMatchObject({ effect: 'item', meeting: { id: first } })
    const itemsOf = (meeting: Id) =>
      world.database.owner
        .selectFrom('agenda_item')
        .where('meeting_id', '=', meeting)
        .where('title', 'like', '%Brücke%')
        .select('title')
        .execute()
    expect(await itemsOf(first)).toEqual([{ title: 'Frist verstrichen: Brücke am Bahnhof' }])
    const { owner } = world.database
    const link = `<a href="/commitments/${commitment}"><bdi>Geheimes aus dem Protokoll</bdi></a>`
    const agenda = async (who: 'coordinator' | 'groupMember', path = '') =>
      (await (await world.as(who)).get(`/meetings/${first}${path}`)).text()
    for (const path of ['', '/agenda']) expect(await agenda('coordinator', path)).toContain(link)
    await owner.updateTable('commitment').set({ audience: 'board' }).where('id', '=', commitment).execute()
    expect(await agenda('groupMember')).toContain('Brücke am Bahnhof')
    expect(await agenda('groupMember')).not.toContain(commitment)
    await owner
      .updateTable('meeting')
      .set({ state: 'cancelled', cancelled_at: world.ground.clock.instant().toString() })
      .where('id', '=', first)
      .execute()
    const second = await house.plan({ day: inDays(40) })
    await fire()
    await fire()
    expect((await one(id)).fired).toMatchObject({ effect: 'item', meeting: { id: second } })
    expect(await itemsOf(second)).toHaveLength(1)
  })

  it('hands over to the fallback owner, with history and without the old links', async () => {
    const commitment = await owes({ person: personOf('delegate') }, 'Den Saal buchen', inDays(1))
    const id = await agree(commitment, { kind: 'fallback_owner', to: `person:${personOf('coordinator')}`, grace: '0' })
    const coordinator = await world.as('coordinator')
    const ask = { to: personOf('delegate'), wording: 'Gebucht?', approved: 'yes' }
    house.later()
    expect((await coordinator.post(`/commitments/${commitment}/links`, ask)).status).toBe(303)
    later(2)
    await fire()
    expect((await one(id)).fired!.effect).toBe('owner')
    const page = await shown(commitment)
    expect(page.owner.name).toBe(personas.coordinator.name)
    expect(page.history.map(({ kind }) => kind)).toEqual(['agreed', 'asked', 'owner', 'fired'])
    expect(page.links.map(({ standing }) => standing)).toEqual(['revoked'])
  })

  it('reminds whoever stands for the owner, signed by the chair, in the approved words alone', async () => {
    await house.clear()
    const commitment = await owes({ person: personOf('official') }, 'Das Amt hat geschlafen', inDays(1))
    const id = await agree(commitment, { kind: 'reminder', grace: '0', wording: 'Bitte antworten Sie zur Brücke.' })
    later(2)
    await Promise.all([fire(), fire()])
    expect((await one(id)).fired!.effect).toBe('mail')
    const mails = await world.database.owner.selectFrom('outbox').selectAll().execute()
    expect(mails.map(({ recipient }) => recipient)).toEqual([personas.official.email])
    expect(mails[0]!.content).toContain('Bitte antworten Sie zur Brücke.')
    expect(mails[0]!.content).not.toContain('geschlafen')
    expect(mails[0]!.content).toContain(personas.chair.name)
    const secret = /\/links\/([\w-]{43})/.exec(mails[0]!.content)![1]!
    const answer = await (await world.as('public')).post(`/links/${secret}`, { report: 'need_help', sentence: '' })
    expect(answer.status).toBe(303)
    const silent = await owes({ outside: 'Ohne Adresse' }, 'Etwas', inDays(1))
    const nobody = await agree(silent, { kind: 'reminder', grace: '0' })
    later(2)
    await fire()
    expect((await one(nobody)).fired!.effect).toBe('nobody')
  })

  it('is not for the public, and agreed only by those who lead', async () => {
    const commitment = await owes({ outside: 'Amt' }, 'Ein Plan', inDays(1))
    const id = await agree(commitment, { kind: 'public_mark' })
    expect((await (await world.as('public')).get(`/consequences/${id}`)).status).toBe(404)
    expect((await (await world.as('public')).get('/consequences')).status).toBe(404)
    const member = await world.as('delegate')
    expect((await member.get(`/consequences/${id}`)).status).toBe(200)
    expect((await member.get(`/commitments/${commitment}/consequences/new`)).status).toBe(404)
    const tried = await member.post(`/commitments/${commitment}/consequences`, { kind: 'public_mark', wording: 'X' })
    expect(tried.status).toBe(403)
    for (const page of [`/consequences/${id}`, '/consequences', `/commitments/${commitment}/consequences/new`])
      expect((await (await world.as('coordinator')).get(page)).status).toBe(200)
  })
})
