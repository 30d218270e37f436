import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Persona, personas } from '../../../../demo/network.ts'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import { newId } from '../../../ground/ids.ts'
import type { Id } from '../../../ground/schema.ts'
import type { BodyRules } from '../../directory/rules/model.ts'
import { presetRules } from '../../directory/rules/preset/model.ts'
import type { AttendanceShown } from './contract.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
  day = world.ground.clock.today('Europe/Berlin').add({ days: 1 }).toString()
})
afterAll(() => world.close())

let day: string
const plan = (over: Record<string, string> = {}) => house.plan({ day, ...over })
const clockAt = (time: string) =>
  world.ground.clock.set(
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/Berlin').toInstant().toString(),
  )
const shown = async (id: Id, who: Persona = 'coordinator') =>
  (await (await (await world.as(who)).get(`/meetings/${id}/attendance`, true)).json()) as AttendanceShown
const page = async (id: Id, who: Persona = 'coordinator') =>
  (await (await world.as(who)).get(`/meetings/${id}/attendance`)).text()
const idOf = (who: Persona) => house.people.get(personas[who].name)!
const tap = async (id: Id, who: Persona | Id, state: string, by: Persona = 'coordinator') =>
  (await world.as(by)).post(`/meetings/${id}/attendance`, {
    person: who in personas ? idOf(who as Persona) : who,
    state,
  })
const lineOf = async (id: Id, name: string) => (await shown(id)).people.find(one => one.name === name)!

/** Rules of the plenary, in the place of those before. */
async function ruled(over: Partial<BodyRules['quorum']>, more: Partial<BodyRules> = {}) {
  const preset = presetRules('association', null)
  const rules = { ...preset, ...more, quorum: { ...preset.quorum, ...over } }
  const { owner } = world.database
  const body = await owner.selectFrom('body').where('kind', '=', 'plenary').select('id').executeTakeFirstOrThrow()
  const { count } = await owner
    .selectFrom('body_rule')
    .where('body_id', '=', body.id)
    .select(e => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('body_rule')
    .values({
      ...{ network_id: world.network.id, id: newId(world.ground.clock), body_id: body.id, number: Number(count) + 1 },
      ...{ valid_from: '2020-01-01', rules: JSON.stringify(rules), created_by: null },
      created_at: '2026-01-01T12:00:00.000Z',
    })
    .execute()
}
const source = { basis: 'statute', paragraph: '§ 8 Abs. 2 der Satzung' } as const

describe('attendance at a meeting', () => {
  it('is taken with one tap a person, and knows what time it is', async () => {
    const id = await plan()
    clockAt('17:50')
    expect((await tap(id, 'chair', 'present')).status).toBe(303)
    clockAt('18:20')
    await tap(id, 'delegate', 'present')
    await tap(id, 'official', 'excused')
    clockAt('19:10')
    const answer = await tap(id, 'delegate', 'left')
    expect(answer.headers.get('location')).toBe(`/meetings/${id}/attendance#${idOf('delegate')}`)
    const seen = (await shown(id)).people.map(({ name, state, cameAt, leftAt }) => [name, state, cameAt, leftAt])
    expect(seen).toContainEqual(['Jonas Ferber', 'present', null, null])
    expect(seen).toContainEqual(['Amina Saleh', 'present', '18:20', '19:10'])
    expect(seen).toContainEqual(['Petra Lindner', 'excused', null, null])
    await tap(id, 'delegate', 'present')
    expect(await lineOf(id, 'Amina Saleh')).toMatchObject({ cameAt: '18:20', leftAt: null })
  })

  it('says with its paragraph when the quorum is lost because somebody leaves, and when it is found again', async () => {
    const id = await plan()
    await ruled({ kind: 'number', number: 3, by: 'person', source })
    clockAt('18:00')
    for (const who of ['chair', 'boardMember'] as const) await tap(id, who, 'present')
    expect(await page(id)).toContain('Nicht beschlussfähig')
    await tap(id, 'guest', 'guest')
    expect((await shown(id)).quorum).toMatchObject({ met: false, present: 2, needed: 3, source })
    clockAt('18:05')
    await tap(id, 'delegate', 'present')
    expect((await shown(id)).quorum?.met).toBe(true)
    clockAt('19:05')
    await tap(id, 'delegate', 'left')
    const html = await page(id, 'groupMember')
    expect(html).toContain('Seit 19:05 Uhr nicht mehr beschlussfähig')
    expect(html).toContain('§ 8 Abs. 2 der Satzung')
    clockAt('19:20')
    await tap(id, 'groupMember', 'present')
    expect(await page(id)).toContain('Seit 19:20 Uhr wieder beschlussfähig')
    expect((await shown(id)).changes.map(({ kind, time, present }) => [kind, time, present])).toEqual([
      ...[['found', '18:05', 3] as const, ['lost', '19:05', 2] as const, ['found', '19:20', 3] as const],
    ])
  })

  it('holds a presumed quorum until somebody doubts it', async () => {
    const id = await plan()
    await ruled({ kind: 'share', share: 'more-half', by: 'person', presumed: true, source })
    clockAt('18:00')
    await tap(id, 'chair', 'present')
    expect((await shown(id)).quorum).toMatchObject({ met: true, reason: 'presumed', present: 1 })
    const coordinator = await world.as('coordinator')
    expect((await coordinator.post(`/meetings/${id}/quorum`, { said: 'doubted' })).status).toBe(303)
    expect((await shown(id)).quorum).toMatchObject({ met: false, reason: 'counted' })
    expect((await coordinator.post(`/meetings/${id}/quorum`, { said: 'doubted' })).status).toBe(409)
    expect((await coordinator.post(`/meetings/${id}/quorum`, { said: 'second' })).status).toBe(422)
    expect((await shown(id)).changes.map(({ kind }) => kind)).toEqual(['found', 'doubted', 'lost'])
  })

  it('counts a vote that was handed over while its owner is away', async () => {
    const id = await plan()
    const deputies = { kind: 'proxy', most: 1, source } as const
    await ruled({ kind: 'number', number: 2, by: 'person', presumed: false, source }, { deputies })
    clockAt('18:00')
    await tap(id, 'chair', 'present')
    const coordinator = await world.as('coordinator')
    const handOver = (of: Persona, to: Persona) =>
      coordinator.post(`/meetings/${id}/attendance/times`, { person: idOf(of), representedBy: idOf(to) })
    expect((await handOver('delegate', 'chair')).status).toBe(303)
    expect(await lineOf(id, 'Amina Saleh')).toMatchObject({ state: 'excused', representedBy: { name: 'Jonas Ferber' } })
    expect(await lineOf(id, 'Jonas Ferber')).toMatchObject({ votes: 2 })
    expect((await shown(id)).quorum).toMatchObject({ met: true, present: 2 })
    await tap(id, 'delegate', 'present')
    expect(await lineOf(id, 'Jonas Ferber')).toMatchObject({ votes: 1 })
    expect((await handOver('chair', 'chair')).status).toBe(422)
  })

  it('takes times afterwards, and refuses what can not be', async () => {
    const id = await plan()
    clockAt('18:00')
    await tap(id, 'chair', 'present')
    world.ground.clock.set(world.ground.clock.instant().add({ hours: 48 }).toString())
    const coordinator = await world.as('coordinator')
    const times = (fields: Record<string, string>) =>
      coordinator.post(`/meetings/${id}/attendance/times`, { person: idOf('chair'), ...fields })
    expect((await tap(id, 'chair', 'left')).status).toBe(422)
    expect((await times({ cameAt: '19:00', leftAt: '18:30' })).status).toBe(422)
    expect((await times({ cameAt: '18:10', leftAt: '19:30' })).status).toBe(303)
    expect(await lineOf(id, 'Jonas Ferber')).toMatchObject({ cameAt: '18:10', leftAt: '19:30' })
    const stranger = await world.database.owner
      .selectFrom('person')
      .where('name', '=', 'Sören Kruse')
      .select('id')
      .executeTakeFirstOrThrow()
    expect((await tap(id, stranger.id, 'present')).status).toBe(422)
  })

  it('writes down guests by their name, and takes a record back', async () => {
    const id = await plan()
    const coordinator = await world.as('coordinator')
    const add = (name: string) => coordinator.post(`/meetings/${id}/attendance/guests`, { name })
    expect((await add('Ulla Beispiel')).status).toBe(303)
    expect((await add('Jonas Ferber')).status).toBe(422)
    const { recordId } = await lineOf(id, 'Ulla Beispiel')
    await coordinator.post(`/meetings/${id}/attendance`, { record: recordId!, state: 'none' })
    expect((await shown(id)).people.some(({ name }) => name === 'Ulla Beispiel')).toBe(false)
  })

  it('is for the network to see and for whoever leads to record', async () => {
    const id = await plan()
    expect((await tap(id, 'chair', 'present', 'groupMember')).status).toBe(403)
    expect(await page(id, 'groupMember')).not.toContain('Ist da')
    expect((await (await world.as('public')).get(`/meetings/${id}/attendance`)).status).toBe(404)
    const { id: draft } = await world.database.owner
      .selectFrom('meeting')
      .innerJoin('body', 'body.id', 'meeting.body_id')
      .where('meeting.state', '=', 'draft')
      .where('body.kind', '=', 'board')
      .select('meeting.id')
      .executeTakeFirstOrThrow()
    expect((await (await world.as('coordinator')).get(`/meetings/${draft}/attendance`)).status).toBe(404)
    expect((await tap(draft, 'chair', 'present')).status).toBe(404)
  })

  it('stays as it was once the minutes are approved', async () => {
    const { owner } = world.database
    const { id, meeting_id } = await owner
      .selectFrom('minutes')
      .innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
      .innerJoin('body', 'body.id', 'meeting.body_id')
      .where('body.kind', '=', 'plenary')
      .select(['minutes.id', 'minutes.meeting_id'])
      .executeTakeFirstOrThrow()
    await owner.updateTable('minutes').set({ state: 'approved' }).where('id', '=', id).execute()
    const answer = await tap(meeting_id, 'chair', 'excused')
    expect(answer.status).toBe(409)
    expect((await shown(meeting_id)).can.record).toBe(false)
  })

  it('names nobody as a guest who is asked only to an item that the reader does not see', async () => {
    const id = await plan()
    const { owner } = world.database
    const item = await owner
      .selectFrom('agenda_item')
      .where('meeting_id', '=', id)
      .where('title', '=', 'Verschiedenes')
      .select('id')
      .executeTakeFirstOrThrow()
    await owner.updateTable('agenda_item').where('id', '=', item.id).set({ audience: 'board' }).execute()
    const klaus = (
      await owner.selectFrom('person').where('name', '=', 'Farah Navid').select('id').executeTakeFirstOrThrow()
    ).id
    await owner
      .insertInto('agenda_item_person')
      .values({ network_id: world.network.id, agenda_item_id: item.id, person_id: klaus })
      .execute()
    expect(await page(id, 'coordinator')).toContain('Farah Navid')
    expect((await tap(id, klaus, 'excused')).status).toBe(422)
    expect((await tap(id, klaus, 'guest')).status).toBe(303)
    expect(await page(id, 'groupMember')).not.toContain('Farah Navid')
  })
})
