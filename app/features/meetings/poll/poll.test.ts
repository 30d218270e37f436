import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Persona, personas } from '../../../../demo/network.ts'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import type { Id } from '../../../ground/schema.ts'
import type { PollLinkShown, PollShown } from './contract.ts'
import { remindPolls } from './jobs.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
let plenary: Id
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
  plenary = (
    await world.database.owner.selectFrom('body').where('kind', '=', 'plenary').select('id').executeTakeFirstOrThrow()
  ).id
})
afterAll(() => world.close())
beforeEach(() => house.clear().then(() => undefined))

const dates = ['2031-05-12 18:00-20:00', '2031-05-14 18:00-20:00']
const SECRET = /\/links\/poll\/([\w-]{43})/

const ask = async (who: readonly Persona[], over: Record<string, string | string[]> = {}) =>
  (await world.as('coordinator')).post(`/polls?kind=date&body=${plenary}&day1=2031-05-12&day2=2031-05-14`, {
    ...{ bodyId: plenary, kind: 'date', question: 'Sommerrunde', wording: 'Bitte bald.', place: 'Rathaus', dates },
    ...{ audience: 'body', untilDay: '2031-05-01', people: who.map(one => house.people.get(personas[one].name)!) },
    ...over,
  })
async function asked(who: readonly Persona[], over: Record<string, string | string[]> = {}): Promise<Id> {
  house.later()
  const answer = await ask(who, over)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('/')[2]!.split('?')[0]!
}
const shown = async (id: Id, who: Persona | 'public' = 'coordinator') => {
  const answer = await (await world.as(who)).get(`/polls/${id}`, true)
  return { status: answer.status, poll: (await answer.json()) as PollShown }
}
const mails = () => world.database.owner.selectFrom('outbox').orderBy('id').selectAll().execute()
const secretOf = async (who: Persona) => {
  const own = (await mails()).filter(({ recipient }) => recipient === personas[who].email)
  return SECRET.exec(own.at(-1)?.content ?? '')?.[1] ?? ''
}
const say = async (secret: string, fields: Record<string, string>) => {
  house.later()
  return (await world.as('public')).post(`/links/poll/${secret}`, fields)
}
const open = async (secret: string) =>
  (await (await (await world.as('public')).get(`/links/poll/${secret}`, true)).json()) as PollLinkShown
const close = async (id: Id, choice = '') => {
  house.later()
  return (await world.as('coordinator')).post(`/polls/${id}/closing`, { choice })
}

describe('a date poll', () => {
  it('asks each in his language, takes answers by link, and shows sums, the best day and who is silent', async () => {
    const id = await asked(['delegate', 'chair', 'groupMember'])
    const sent = await mails()
    expect(sent).toHaveLength(3)
    expect(sent.find(({ recipient }) => recipient === personas.delegate.email)).toMatchObject({ language: 'ar' })
    const secret = await secretOf('delegate')
    const { choices } = (await shown(id)).poll
    expect(choices.map(({ day, startTime }) => [day, startTime])).toEqual([
      ['2031-05-12', '18:00'],
      ['2031-05-14', '18:00'],
    ])
    const [first, second] = choices.map(one => one.id) as [Id, Id]

    expect(await open(secret)).toMatchObject({ name: personas.delegate.name, said: null, closed: null })
    expect((await shown(id)).poll.invitees!.every(({ said }) => said === null)).toBe(true)
    expect((await say(secret, { [first]: 'yes', [second]: 'no', note: 'gern früh' })).status).toBe(303)
    expect((await say(secret, { [first]: 'no', [second]: 'maybe' })).status).toBe(303)
    expect((await say(await secretOf('chair'), { [second]: 'yes' })).status).toBe(303)
    expect(await open(secret)).toMatchObject({ said: { answers: { [first]: 'no', [second]: 'maybe' }, note: null } })

    const { poll } = await shown(id)
    expect(poll.choices.map(({ sum, best }) => [sum, best])).toEqual([
      [{ yes: 0, maybe: 0, no: 1 }, false],
      [{ yes: 1, maybe: 1, no: 0 }, true],
    ])
    expect(poll.invitees!.filter(one => one.said === null).map(({ person }) => person.name)).toEqual([
      personas.groupMember.name,
    ])
    expect((await say('x'.repeat(43), { [first]: 'yes' })).status).toBe(404)
    expect((await say(secret, { [plenary]: 'yes' })).status).toBe(422)
  })

  it('is answered on its page by whoever is signed in and asked', async () => {
    const id = await asked(['chair'])
    const [first] = (await shown(id)).poll.choices.map(one => one.id) as [Id]
    expect((await (await world.as('chair')).post(`/polls/${id}/answer`, { [first]: 'yes' })).status).toBe(303)
    expect((await shown(id, 'chair')).poll.own?.said).toMatchObject({ answers: { [first]: 'yes' }, channel: 'account' })
    expect((await (await world.as('coordinator')).post(`/polls/${id}/answer`, { [first]: 'yes' })).status).toBe(404)
    expect((await shown(id, 'public')).status).toBe(404)
  })

  it('becomes a meeting when it is closed, and everybody hears of it; a late answer is told the day', async () => {
    const id = await asked(['delegate', 'chair'])
    const [first] = (await shown(id)).poll.choices.map(one => one.id) as [Id]
    const secret = await secretOf('delegate')
    await house.clear()
    expect((await (await world.as('groupMember')).post(`/polls/${id}/closing`, { choice: first })).status).toBe(403)
    const answer = await close(id, first)
    expect(answer.status).toBe(303)
    const [, , meetingId = ''] = answer.headers.get('location')!.split(/[/?]/)
    const meeting = await (await (await world.as('coordinator')).get(`/meetings/${meetingId}`, true)).json()
    expect(meeting).toMatchObject({ name: 'Sommerrunde', day: '2031-05-12', state: 'scheduled', place: 'Rathaus' })
    expect((await mails()).map(({ recipient }) => recipient).sort()).toEqual(
      [personas.chair.email, personas.delegate.email].sort(),
    )
    const late = await say(secret, { [first]: 'yes' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('12. Mai 2031')
    expect(await open(secret)).toMatchObject({ closed: { chosen: { day: '2031-05-12' } } })
    expect((await close(id, first)).status).toBe(409)
  })

  it('gives the draft of the body its day, where that is for the same people', async () => {
    const { owner } = world.database
    const draft = async () =>
      owner
        .selectFrom('meeting')
        .where('body_id', '=', plenary)
        .where('state', '=', 'draft')
        .selectAll()
        .executeTakeFirst()
    const before = await draft()
    expect(before).toBeDefined()
    await owner.updateTable('meeting').set({ day: null }).where('id', '=', before!.id).execute()
    const id = await asked(['chair'], { audience: before!.audience, question: 'Herbstrunde' })
    const { poll } = await shown(id)
    expect(poll.draft?.id).toBe(before!.id)
    expect((await close(id, poll.choices[1]!.id)).headers.get('location')).toContain(before!.id)
    expect(await draft()).toBeUndefined()
  })

  it('reminds by hand once a day, and by itself once before its end', async () => {
    const today = world.ground.clock.today('Europe/Berlin').toString()
    const id = await asked(['delegate', 'chair'], { untilDay: today })
    await say(await secretOf('chair'), { [(await shown(id)).poll.choices[0]!.id]: 'yes' })
    await house.clear()
    await Promise.all([remindPolls(world.ground), remindPolls(world.ground)])
    await remindPolls(world.ground)
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([personas.delegate.email])
    const remind = async () => (await world.as('coordinator')).post(`/polls/${id}/reminder`)
    expect((await remind()).status).toBe(409)
  })

  it('without the administration goes to no official and is not there for one', async () => {
    const closed = { withoutAdministration: 'yes', question: 'Unter uns' }
    const refused = await ask(['chair', 'official'], closed)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(personas.official.name)
    expect(await mails()).toEqual([])
    const id = await asked(['chair'], closed)
    expect((await shown(id, 'official')).status).toBe(404)
    expect(await (await (await world.as('official')).get('/polls')).text()).not.toContain('Unter uns')
  })

  it('has no use for a link of somebody who left', async () => {
    const id = await asked(['groupMember'])
    const secret = await secretOf('groupMember')
    const person = house.people.get(personas.groupMember.name)!
    const terms = { end_date: '2020-01-01', start_date: '2019-01-01' }
    const seats = await world.database.owner
      .selectFrom('membership')
      .where('person_id', '=', person)
      .selectAll()
      .execute()
    await world.database.owner.updateTable('membership').where('person_id', '=', person).set(terms).execute()
    expect((await (await world.as('public')).get(`/links/poll/${secret}`, true)).status).toBe(410)
    expect((await say(secret, { [(await shown(id)).poll.choices[0]!.id]: 'yes' })).status).toBe(410)
    for (const { id: seat, start_date, end_date } of seats)
      await world.database.owner
        .updateTable('membership')
        .where('id', '=', seat)
        .set({ start_date, end_date })
        .execute()
  })

  it('is prepared on a form that shows holidays beside the days', async () => {
    const query = `body=${plenary}&day1=2031-05-01&from1=18:00&day2=2031-05-12&day3=2031-05-13&until3=09:00`
    const answer = await (await world.as('coordinator')).get(`/polls/new?${query}`, true)
    const form = (await answer.json()) as { wrong: boolean; days: { day: string; holiday: string | null }[] }
    expect(form).toMatchObject({ wrong: true, days: [{ day: '2031-05-01' }, { day: '2031-05-12', holiday: null }] })
    expect(form.days[0]!.holiday).not.toBeNull()
    expect((await (await world.as('delegate')).get('/polls/new')).status).toBe(404)
    expect((await ask(['chair'], { dates: dates[0]! })).status).toBe(422)
    expect((await ask(['chair'], { dates: ['2031-02-30', '2031-05-12'] })).status).toBe(422)
  })
})

describe('a quick opinion', () => {
  it('has one answer each, is told to be no decision, and makes no meeting', async () => {
    const opinion = { kind: 'opinion', question: 'Sommerfest im Park?', dates: [], form: 'votes' }
    const id = await asked(['delegate', 'chair'], opinion)
    expect((await mails()).find(({ language }) => language === 'de')?.content).toContain('kein Beschluss')
    const { poll } = await shown(id)
    expect(poll.choices.map(({ vote }) => vote)).toEqual(['yes', 'no', 'abstain'])
    const secret = await secretOf('chair')
    expect((await say(secret, { choice: poll.choices[0]!.id })).status).toBe(303)
    expect((await say(secret, { choice: poll.choices[2]!.id })).status).toBe(303)
    expect((await shown(id)).poll.choices.map(({ sum }) => sum!.yes)).toEqual([0, 0, 1])
    expect((await say(secret, { choice: '' })).status).toBe(422)
    expect((await close(id, poll.choices[0]!.id)).status).toBe(422)
    expect((await close(id)).status).toBe(303)
    expect(await (await (await world.as('chair')).get(`/polls/${id}`)).text()).toContain('kein Beschluss')
  })

  it('takes two to ten answers of one’s own', async () => {
    const opinion = { kind: 'opinion', question: 'Welche Farbe?', dates: [], form: 'options' }
    const id = await asked(['chair'], { ...opinion, options: 'Rot\nBlau\n\nRot\n' })
    expect((await shown(id)).poll.choices.map(({ label }) => label)).toEqual(['Rot', 'Blau'])
    expect((await ask(['chair'], { ...opinion, options: 'Rot' })).status).toBe(422)
    const eleven = Array.from({ length: 11 }, (_, at) => `Farbe ${at}`).join('\n')
    expect((await ask(['chair'], { ...opinion, options: eleven })).status).toBe(422)
  })
})
