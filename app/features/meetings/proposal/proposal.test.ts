import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Persona, personas } from '../../../../demo/network.ts'
import { mailbox, openInvitations } from '../../../../tests/world/invitations.ts'
import type { Id } from '../../../ground/schema.ts'
import type { AgendaShown } from '../agenda/contract.ts'
import type { ProposalLinkShown, ProposalsShown } from './contract.ts'
import { deadlineOf, takesProposals } from './model.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
})
afterAll(() => world.close())

const idOf = async (who: Persona) =>
  (
    await world.database.owner
      .selectFrom('person')
      .where('name', '=', personas[who].name)
      .select('id')
      .executeTakeFirstOrThrow()
  ).id
const proposals = async (who: Persona, id: Id) =>
  (await (await (await world.as(who)).get(`/meetings/${id}/proposals`, true)).json()) as ProposalsShown
const propose = async (who: Persona, id: Id, fields: Record<string, string>) =>
  (await world.as(who)).post(`/meetings/${id}/proposals`, fields)
const call = async (id: Id, who: readonly Persona[], over: Record<string, string> = {}) => {
  later()
  const people = await Promise.all(who.map(idOf))
  return (await world.as('coordinator')).post(`/meetings/${id}/proposals/call`, {
    ...{ untilDay: '2031-03-10', wording: '', people, ...over },
  })
}
const later = () => world.ground.clock.set(world.ground.clock.instant().add({ seconds: 1 }).toString())
const mailTo = async (who: Persona) => {
  const { owner } = world.database
  const mails = owner.selectFrom('outbox').where('recipient', '=', mailbox(who)).orderBy('id', 'desc').selectAll()
  const mail = await mails.executeTakeFirstOrThrow()
  return { ...mail, secret: /\/links\/proposals\/([\w-]{43})/.exec(mail.content)?.[1] ?? '' }
}
const mailsTo = async (who: Persona) =>
  (await world.database.owner.selectFrom('outbox').where('recipient', '=', mailbox(who)).select('id').execute()).length
const opened = async (secret: string) => (await world.as('public')).get(`/links/proposals/${secret}`, true)
const byLink = async (secret: string, fields: Record<string, string>) =>
  (await world.as('public')).post(`/links/proposals/${secret}`, fields)
const titles = async (id: Id) =>
  ((await (await (await world.as('coordinator')).get(`/meetings/${id}/agenda`, true)).json()) as AgendaShown).items.map(
    ({ title }) => title,
  )

describe('a proposal by link', () => {
  it('is made without an account, is accepted at a place, and its proposer is told in their language', async () => {
    const id = await house.plan()
    expect((await call(id, ['delegate'], { wording: 'Bitte kurz.' })).status).toBe(303)
    const asked = await mailTo('delegate')
    expect(asked.language).toBe('ar')
    expect(asked.content).toContain('Bitte kurz.')
    expect(asked.content).toMatch(/2031/)
    const said = { title: 'Sprachkurse im Sommer', why: 'Die Träger fragen.', duration: '20' }
    expect((await byLink(asked.secret, { ...said, title: '' })).status).toBe(422)
    expect((await byLink(asked.secret, said)).status).toBe(303)
    const [waiting] = (await proposals('coordinator', id)).proposals
    expect(waiting).toMatchObject({ title: said.title, answer: null, person: { name: personas.delegate.name } })
    const first = (await proposals('coordinator', id)).deadline
    expect(first).toEqual({ until: '2031-03-10', from: 'set', open: true })
    const coordinator = await world.as('coordinator')
    const agenda = (await (await coordinator.get(`/meetings/${id}/agenda`, true)).json()) as AgendaShown
    const after = agenda.items.find(({ title }) => title === 'Begrüßung')!.id
    later()
    expect((await coordinator.post(`/proposals/${waiting!.id}/acceptance`, { after })).status).toBe(303)
    expect((await titles(id)).slice(0, 3)).toEqual(['Regularien', 'Begrüßung', 'Sprachkurse im Sommer'])
    const told = await mailTo('delegate')
    expect(told.id).not.toBe(asked.id)
    expect(told.language).toBe('ar')
    expect(told.content).toContain('مدرج في جدول الأعمال')
    for (const { secret } of [asked, told]) {
      const shown = (await (await opened(secret)).json()) as ProposalLinkShown
      expect(shown.proposals).toMatchObject([{ title: said.title, answer: 'accepted', duration: 20 }])
    }
    expect((await coordinator.post(`/proposals/${waiting!.id}/refusal`, { reason: 'Doch nicht.' })).status).toBe(409)
  })

  it('is declined with a reason that reaches its proposer, and never without one', async () => {
    const id = await house.plan()
    await call(id, ['groupMember'])
    const { secret } = await mailTo('groupMember')
    await byLink(secret, { title: 'Grillfest' })
    const [waiting] = (await proposals('coordinator', id)).proposals
    const coordinator = await world.as('coordinator')
    later()
    const without = await coordinator.post(`/proposals/${waiting!.id}/refusal`, { reason: ' ' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('aria-invalid')
    expect((await coordinator.post(`/proposals/${waiting!.id}/refusal`, { reason: 'Im Juni ist Platz.' })).status).toBe(
      303,
    )
    const told = await mailTo('groupMember')
    expect(told.content).toContain('Im Juni ist Platz.')
    expect(told.content).toContain('„Grillfest“')
    const page = await (await (await world.as('public')).get(`/links/proposals/${secret}`)).text()
    expect(page).toContain('abgelehnt')
    expect(page).toContain('Im Juni ist Platz.')
    expect(await titles(id)).not.toContain('Grillfest')
  })

  it('is taken through the link of an invitation as well', async () => {
    const id = await house.plan()
    await house.invite(id, ['boardMember'])
    const { secret } = await house.letterTo('boardMember')
    const letter = await (await (await world.as('public')).get(`/links/invitation/${secret}`)).text()
    expect(letter).toContain(`/links/proposals/${secret}`)
    expect((await byLink(secret, { title: 'Räume' })).status).toBe(303)
    expect((await proposals('coordinator', id)).proposals.map(({ person }) => person.name)).toEqual([
      personas.boardMember.name,
    ])
  })

  it('comes too late after the last day, and is told so', async () => {
    const id = await house.plan()
    await call(id, ['delegate'])
    const { secret } = await mailTo('delegate')
    const { owner } = world.database
    await owner.updateTable('proposal_call').where('meeting_id', '=', id).set({ until_day: '2020-01-01' }).execute()
    const late = await byLink(secret, { title: 'Zu spät' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('keine Vorschläge mehr')
    const page = await (await (await world.as('public')).get(`/links/proposals/${secret}`)).text()
    expect(page).toContain('keine Vorschläge mehr')
    expect(page).not.toContain('Einen Punkt vorschlagen')
    expect((await propose('delegate', id, { title: 'Zu spät' })).status).toBe(409)
    expect((await proposals('coordinator', id)).proposals).toEqual([])
  })

  it('has no link any more for who left the body, and nothing is written to them', async () => {
    const id = await house.plan()
    await call(id, ['delegate'])
    const { secret } = await mailTo('delegate')
    await byLink(secret, { title: 'Abschied' })
    const [waiting] = (await proposals('coordinator', id)).proposals
    const { owner } = world.database
    const mandates = owner.updateTable('membership').where('person_id', '=', await idOf('delegate'))
    const here = mandates.where('body_id', 'is not', null)
    await here.set({ end_date: '2026-01-02', start_date: '2026-01-01' }).execute()
    expect((await opened(secret)).status).toBe(410)
    expect((await byLink(secret, { title: 'Noch einer' })).status).toBe(410)
    const before = await mailsTo('delegate')
    const answer = await (await world.as('coordinator')).post(`/proposals/${waiting!.id}/acceptance`, {})
    expect(answer.status).toBe(303)
    expect(await mailsTo('delegate')).toBe(before)
    await here.set({ end_date: null }).execute()
    expect((await opened('x'.repeat(43))).status).toBe(404)
  })
})

describe('proposals', () => {
  it('are seen by those who decide and by whoever made them, until they are accepted', async () => {
    const id = await house.plan({ audience: 'body' })
    expect((await propose('groupMember', id, { title: 'Heikles' })).status).toBe(303)
    const [own] = (await proposals('groupMember', id)).proposals
    expect(own?.title).toBe('Heikles')
    expect((await proposals('boardMember', id)).proposals).toEqual([])
    expect((await (await world.as('boardMember')).get(`/proposals/${own!.id}`)).status).toBe(404)
    expect((await (await world.as('boardMember')).post(`/proposals/${own!.id}/acceptance`, {})).status).toBe(404)
    expect((await (await world.as('groupMember')).post(`/proposals/${own!.id}/acceptance`, {})).status).toBe(403)
    const asking = { untilDay: '2031-03-10' }
    expect((await (await world.as('groupMember')).post(`/meetings/${id}/proposals/call`, asking)).status).toBe(403)
    expect((await (await world.as('groupMember')).get(`/meetings/${id}/proposals/call`)).status).toBe(404)
    expect((await (await world.as('public')).get(`/meetings/${id}/proposals`)).status).toBe(404)
    await (await world.as('coordinator')).post(`/proposals/${own!.id}/acceptance`, {})
    expect(await (await (await world.as('boardMember')).get(`/meetings/${id}`)).text()).toContain('Heikles')
  })

  it('are asked for until a day before the meeting, and of members alone', async () => {
    const id = await house.plan()
    expect((await call(id, [], { untilDay: '2031-03-29' })).status).toBe(422)
    expect((await call(id, [], { untilDay: '2020-01-01' })).status).toBe(422)
    expect((await call(id, ['guest'])).status).toBe(422)
    expect((await call(id, [])).status).toBe(303)
    const page = await (await (await world.as('coordinator')).get(`/meetings/${id}/proposals/call`)).text()
    expect(page).toContain(personas.groupMember.name)
    await world.database.owner.updateTable('meeting').where('id', '=', id).set({ state: 'held' }).execute()
    expect((await propose('groupMember', id, { title: 'Danach' })).status).toBe(409)
  })

  it('are twenty of one person at most', async () => {
    const id = await house.plan()
    for (let n = 0; n < 20; n++) expect((await propose('groupMember', id, { title: `Punkt ${n}` })).status).toBe(303)
    expect((await propose('groupMember', id, { title: 'Einer mehr' })).status).toBe(429)
  })
})

describe('the last day for proposals', () => {
  const meeting = { day: '2031-03-28', state: 'scheduled' } as const
  it('is the one that was set, else before the invitation has to leave, else the meeting', () => {
    expect(deadlineOf(meeting, '2031-03-01', '2031-03-14')).toEqual({ until: '2031-03-01', from: 'set' })
    expect(deadlineOf(meeting, null, '2031-03-14')).toEqual({ until: '2031-03-13', from: 'rules' })
    expect(deadlineOf(meeting, null, null)).toEqual({ until: '2031-03-28', from: 'meeting' })
  })

  it('counts itself, and never reaches beyond the meeting', () => {
    expect(takesProposals(meeting, { until: '2031-03-13' }, '2031-03-13')).toBe(true)
    expect(takesProposals(meeting, { until: '2031-03-13' }, '2031-03-14')).toBe(false)
    expect(takesProposals(meeting, { until: '2031-04-13' }, '2031-03-29')).toBe(false)
    expect(takesProposals({ ...meeting, state: 'cancelled' }, { until: null }, '2031-03-01')).toBe(false)
    expect(takesProposals({ day: null, state: 'draft' }, { until: null }, '2031-03-01')).toBe(true)
  })
})
