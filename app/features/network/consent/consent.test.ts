import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { ConsentPurpose } from '../../../ground/schema/network.ts'
import type { ConsentsShown } from './finds.ts'

let world: World<TestDatabase>
let coordinator: Caller
let delegate: Caller
let member: Caller
let official: Caller
let visitor: Caller
let now: string
let delegateId: string
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  delegate = await world.as('delegate')
  member = await world.as('groupMember')
  official = await world.as('official')
  visitor = await world.as('public')
  now = world.ground.clock.instant().toString()
  delegateId = await personId('Amina Saleh')
})
beforeEach(() => tick())
afterAll(() => world.close())

let ticks = 0
const tick = () => world.ground.clock.set(new Date(Date.parse(now) + ++ticks * 1000).toISOString())

const personId = async (name: string) =>
  (await world.database.owner.selectFrom('person').where('name', '=', name).select('id').executeTakeFirstOrThrow()).id
const standing = async (caller: Caller, path: string, purpose: ConsentPurpose) => {
  const shown = (await (await caller.get(path, true)).json()) as ConsentsShown
  return shown.standings.find(one => one.purpose === purpose)!
}
const say = (purpose: ConsentPurpose, kind: 'given' | 'withdrawn') => delegate.post('/consents', { purpose, kind })

describe('consent', () => {
  it('is no until somebody says yes, and as near to take back as to give', async () => {
    expect(await standing(delegate, '/consents', 'photograph')).toMatchObject({ given: false, last: null })
    expect((await say('photograph', 'given')).status).toBe(303)
    expect((await standing(delegate, '/consents', 'photograph')).given).toBe(true)
    const page = await (await delegate.get('/consents')).text()
    expect(page).toContain('value="withdrawn"')
    expect((await say('photograph', 'withdrawn')).status).toBe(303)
    const { given, history } = await standing(delegate, '/consents', 'photograph')
    expect(given).toBe(false)
    expect(history.map(({ kind }) => kind)).toEqual(['withdrawn', 'given'])
  })

  it('keeps the words that were read, in their language, though the network is renamed later', async () => {
    const cookie = `${delegate.headers.cookie.replace(/language=\w+/, '')}; language=en`
    const inEnglish = { ...delegate.headers, cookie }
    const body = new URLSearchParams({ purpose: 'photograph', kind: 'given' })
    expect((await world.app.request('/consents', { method: 'POST', headers: inEnglish, body })).status).toBe(303)
    const { last } = await standing(delegate, '/consents', 'photograph')
    expect(last).toMatchObject({ language: 'en', version: 1, channel: 'self' })
    expect(last!.wording).toContain(world.network.name)
    expect(last!.wording).toContain('photographs')
  })

  it('is not said twice', async () => {
    expect((await say('photograph', 'given')).status).toBe(409)
    expect((await say('contact', 'withdrawn')).status).toBe(409)
  })

  it('opens a mail address to the network, and closes it again; to the public never', async () => {
    const path = `/people/${delegateId}`
    const address = 'saleh'
    const shows = async (caller: Caller) =>
      (await (await caller.get(path, true)).text()).toLowerCase().includes(`${address}@`)
    const { email } = await world.database.owner
      .selectFrom('person')
      .where('id', '=', delegateId)
      .select('email')
      .executeTakeFirstOrThrow()
    expect(email?.toLowerCase()).toContain(`${address}@`)
    expect(await shows(member)).toBe(false)
    await say('contact', 'given')
    expect(await shows(member)).toBe(true)
    expect(await shows(official)).toBe(true)
    expect(await shows(visitor)).toBe(false)
    await say('contact', 'withdrawn')
    expect(await shows(member)).toBe(false)
  })

  it('shows a name in the attendance of a public meeting, and takes it away again', async () => {
    const { owner } = world.database
    const attended = await owner
      .selectFrom('attendance')
      .innerJoin('meeting', 'meeting.id', 'attendance.meeting_id')
      .where('person_id', '=', delegateId)
      .where('meeting.without_administration', '=', false)
      .select(['meeting_id', 'attendance.name'])
      .executeTakeFirstOrThrow()
    await owner.updateTable('meeting').where('id', '=', attended.meeting_id).set({ audience: 'public' }).execute()
    await owner.updateTable('body').set({ audience: 'public' }).execute()
    const shows = async () =>
      (await (await visitor.get(`/meetings/${attended.meeting_id}`)).text()).includes(attended.name)
    expect(await shows()).toBe(false)
    await say('attendance', 'given')
    expect(await shows()).toBe(true)
    await say('attendance', 'withdrawn')
    expect(await shows()).toBe(false)
  })

  it('is written down by the coordination, with where it comes from, and by nobody else', async () => {
    const id = await personId('Tomasz Wrobel')
    const path = `/people/${id}/consents`
    const paper = { purpose: 'contact', kind: 'given', note: 'Formular vom 3. Mai' }
    expect((await member.post(`/people/${delegateId}/consents`, paper)).status).toBe(403)
    expect((await member.get(path)).status).toBe(404)
    expect((await coordinator.post(path, { ...paper, note: '' })).status).toBe(422)
    expect((await coordinator.post(path, paper)).status).toBe(303)
    const { last } = await standing(member, '/consents', 'contact')
    expect(last).toMatchObject({ kind: 'given', channel: 'recorded', note: 'Formular vom 3. Mai' })
  })

  it('can be said through a link, which opens this one person, changes nothing by being opened, and ends', async () => {
    const id = await personId('Tomasz Wrobel')
    expect((await coordinator.post(`/people/${id}/consents/link`)).status).toBe(303)
    const mail = await world.database.owner
      .selectFrom('outbox')
      .orderBy('created_at', 'desc')
      .select('content')
      .executeTakeFirstOrThrow()
    const path = /\/links\/consent\/[\w-]{43}/.exec(mail.content)![0]
    for (let opened = 0; opened < 3; opened++) expect((await visitor.get(path)).status).toBe(200)
    expect((await standing(member, '/consents', 'contact')).given).toBe(true)
    expect(await (await visitor.get(path)).text()).not.toContain('Amina')
    expect((await visitor.post(path, { purpose: 'contact', kind: 'withdrawn' })).status).toBe(303)
    const { given, last } = await standing(member, '/consents', 'contact')
    expect({ given, channel: last?.channel }).toEqual({ given: false, channel: 'link' })
    // For another purpose the same secret is none.
    expect((await visitor.get(path.replace('/consent', ''))).status).toBe(404)
    world.ground.clock.set(new Date(Date.parse(now) + 61 * 86_400_000).toISOString())
    expect((await visitor.post(path, { purpose: 'contact', kind: 'given' })).status).toBe(410)
    expect((await visitor.get(path)).status).toBe(410)
  })

  it('can not be changed afterwards, not even by the app', async () => {
    const { view } = world
    const changed = view('system', ({ db }) => db.updateTable('consent').set({ kind: 'given' }).execute())
    await expect(changed).rejects.toThrow(/permission denied|read-only/)
    const gone = view('system', ({ db }) => db.deleteFrom('consent').execute())
    await expect(gone).rejects.toThrow(/permission denied|read-only/)
  })
})
