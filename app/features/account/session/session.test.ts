import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import { oneTimeLink } from '../acts.ts'
import { deviceFrom, deviceOf, deviceText } from './model.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await sql`delete from sign_in.session`.execute(world.database.owner)
  await sql`delete from sign_in."rateLimit"`.execute(world.database.owner)
})

const origin = 'http://localhost'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

async function signIn(email: string, userAgent = FIREFOX, cookie = ''): Promise<string> {
  const link = await oneTimeLink(world.ground, world.network, email)
  const answer = await world.app.request(new URL(link).pathname, {
    ...{ method: 'POST', headers: { origin, cookie, 'user-agent': userAgent } },
  })
  expect(answer.status).toBe(303)
  const set = answer.headers.getSetCookie().map(one => one.split(';')[0])
  return set.filter(one => one?.startsWith('rundtisch.')).join('; ')
}
type Account = {
  name: string
  email: string
  sessions: { id: string; here: boolean; seen: string; device: { browser: string; system: string } }[]
}
const account = async (cookie: string): Promise<Account> =>
  (await world.app.request('/account', { headers: { cookie, accept: 'application/json' } })).json()
const statusOf = async (cookie: string) => (await world.app.request('/account', { headers: { cookie } })).status
const post = (path: string, cookie: string) =>
  world.app.request(path, { method: 'POST', headers: { origin, cookie }, body: new URLSearchParams() })
const { email, name } = personas.boardMember

describe('my account', () => {
  it('is there for whoever is signed in, and nobody else', async () => {
    const cookie = await signIn(email)
    const page = await world.app.request('/account', { headers: { cookie } })
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain(name)
    expect(text).toContain(email)
    expect(text).toContain('Firefox auf Linux')
    expect(await statusOf('')).toBe(404)
  })

  it('tells where one is signed in, with this place first and marked', async () => {
    const [phone, here] = [await signIn(email, IPHONE), await signIn(email)]
    const { sessions } = await account(here)
    expect(sessions.map(({ device, here: marked }) => [device.browser, device.system, marked])).toEqual([
      ['firefox', 'linux', true],
      ['safari', 'ios', false],
    ])
    expect((await account(phone)).sessions[0]).toMatchObject({ here: true, device: { system: 'ios' } })
    await signIn(personas.chair.email)
    expect((await account(here)).sessions).toHaveLength(2)
  })

  it('keeps of a device what the page says, and of the network address nothing', async () => {
    await signIn(email)
    const { rows } = await sql`select "userAgent", "ipAddress" from sign_in.session`.execute(world.database.owner)
    expect(rows).toEqual([{ userAgent: 'firefox linux', ipAddress: '' }])
  })

  it('ends one session, which is out at once', async () => {
    const [other, here] = [await signIn(email, IPHONE), await signIn(email)]
    const { sessions } = await account(here)
    const answer = await post(`/account/sessions/${sessions[1]!.id}/end`, here)
    expect(answer.headers.get('location')).toBe('/account?notice=account.endSession#sessions')
    expect(await statusOf(other)).toBe(404)
    expect(await statusOf(here)).toBe(200)
  })

  it('ends all others and stays here', async () => {
    const others = [await signIn(email, IPHONE), await signIn(email)]
    const stranger = await signIn(personas.chair.email)
    const here = await signIn(email)
    expect((await post('/account/sessions/end', here)).status).toBe(303)
    for (const other of others) expect(await statusOf(other)).toBe(404)
    expect(await statusOf(here)).toBe(200)
    expect(await statusOf(stranger)).toBe(200)
  })

  it("does not end another's session, and does not say whether it exists", async () => {
    const theirs = await signIn(personas.chair.email)
    const [{ id } = { id: '' }] = (await account(theirs)).sessions
    const mine = await signIn(email)
    const answers = [await post(`/account/sessions/${id}/end`, mine), await post('/account/sessions/none/end', mine)]
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect(await statusOf(theirs)).toBe(200)
    const outside = await post(`/account/sessions/${id}/end`, '')
    expect(outside.status).toBe(404)
  })

  it('leaves a line in the journal for a sign-in and for each end', async () => {
    await sql`delete from journal`.execute(world.database.owner)
    const cookie = await signIn(email)
    await post('/account/sessions/end', cookie)
    const lines = await world.database.owner
      .selectFrom('journal')
      .where('act', 'like', 'account.%')
      .orderBy('act')
      .selectAll()
      .execute()
    expect(lines.map(({ act, actor, noun }) => [act, actor.split(':')[0], noun])).toEqual([
      ['account.endOthers', 'person', 'person'],
      ['account.signIn', 'system', 'person'],
    ])
    expect(lines[0]!.subject_id).toBe(lines[1]!.subject_id)
  })

  it('saves the language and says so', async () => {
    const cookie = await signIn(email)
    const answer = await world.app.request('/language', {
      ...{ method: 'POST', headers: { origin, cookie } },
      body: new URLSearchParams({ language: 'en', back: '/account?notice=person.chooseLanguage' }),
    })
    const page = await world.app.request(answer.headers.get('location') ?? '', {
      headers: { cookie: `${cookie}; language=en` },
    })
    expect(await page.text()).toContain('The language is saved.')
  })
})

describe('session fixation', () => {
  it('is of no use: a sign-in begins a session under a name of its own', async () => {
    const planted = await signIn(personas.guest.email)
    const after = await signIn(email, FIREFOX, planted)
    expect(after).not.toBe(planted)
    expect((await account(after)).email).toBe(email)
    expect(await statusOf(planted)).toBe(404)
  })

  it('takes no name that the browser brings', async () => {
    for (const brought of ['made-up', 'made-up.signature', `${'x'.repeat(32)}.${'y'.repeat(43)}%3D`]) {
      const after = await signIn(email, FIREFOX, `rundtisch.session_token=${brought}`)
      expect(after).not.toContain(brought)
      expect(await statusOf(`rundtisch.session_token=${brought}`)).toBe(404)
    }
  })

  it('takes none from the address', async () => {
    const token = (await signIn(email)).split('=')[1]
    const answer = await world.app.request(`/account?rundtisch.session_token=${token}`)
    expect(answer.status).toBe(404)
  })
})

describe('when a device was last seen', () => {
  it('is written down now and then, not with every page', async () => {
    const cookie = await signIn(email)
    const before = (await account(cookie)).sessions[0]!.seen
    await account(cookie)
    expect((await account(cookie)).sessions[0]!.seen).toBe(before)
    const later = world.ground.clock.instant().add({ minutes: 20 })
    world.ground.clock.set(later.toString())
    await account(cookie)
    const { seen } = (await account(cookie)).sessions[0]!
    expect(Date.parse(seen)).toBe(later.epochMilliseconds)
  })
})

describe('the address', () => {
  it('has moved on when the coordination changes it: the old account is nobody here', async () => {
    const cookie = await signIn(personas.delegate.email)
    const coordinator = await world.as('coordinator')
    const person = await world.database.owner
      .selectFrom('person')
      .where('email', '=', personas.delegate.email)
      .select('id')
      .executeTakeFirstOrThrow()
    const same = { name: personas.delegate.name, email: personas.delegate.email, language: 'de' }
    await coordinator.post(`/people/${person.id}`, same)
    expect(await statusOf(cookie)).toBe(200)
    await coordinator.post(`/people/${person.id}`, { ...same, email: 'moved@auenfurt.example' })
    expect(await statusOf(cookie)).toBe(404)
    expect((await account(await signIn('moved@auenfurt.example'))).name).toBe(personas.delegate.name)
    await coordinator.post(`/people/${person.id}`, same)
  })
})

describe('a device in words', () => {
  it.each([
    [FIREFOX, 'firefox', 'linux'],
    [IPHONE, 'safari', 'ios'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'edge',
      'windows',
    ],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/139.0 Mobile Safari/537.36', 'chrome', 'android'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15',
      'safari',
      'macos',
    ],
    ['curl/8.9', 'other', 'other'],
    ['', 'other', 'other'],
    [null, 'other', 'other'],
    [`Firefox/${'9'.repeat(200_000)}`, 'firefox', 'other'],
    ['<script>alert(1)</script>', 'other', 'other'],
  ])('%s', (userAgent, browser, system) => {
    const device = deviceOf(userAgent)
    expect(device).toEqual({ browser, system })
    expect(deviceFrom(deviceText(device))).toEqual(device)
  })

  it('is unknown where something else was stored', () => {
    expect(deviceFrom('<b> x')).toEqual({ browser: 'other', system: 'other' })
    expect(deviceFrom(null)).toEqual({ browser: 'other', system: 'other' })
  })
})
