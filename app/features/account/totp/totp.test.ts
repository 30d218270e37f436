import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import { buildApp } from '../../../server.ts'
import { oneTimeLink } from '../acts.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { owner } = world.database
  for (const table of ['session', 'totp', 'rateLimit'])
    await sql`delete from ${sql.id('sign_in', table)}`.execute(owner)
  await owner.deleteFrom('outbox').execute()
  await owner.deleteFrom('journal').execute()
  // better-auth reads the machine's time: every test begins there.
  world.ground.clock.set(new Date().toISOString())
})

const origin = 'http://localhost'
const email: string = personas.boardMember.email
const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map(one => one.split(';')[0])
const post = (path: string, cookie: string, fields: Record<string, string> = {}, app = world.app) =>
  app.request(path, { method: 'POST', headers: { origin, cookie }, body: new URLSearchParams(fields) })
const json = async <T>(path: string, cookie: string): Promise<T> =>
  (await world.app.request(path, { headers: { cookie, accept: 'application/json' } })).json()
const statusOf = async (cookie: string) => (await world.app.request('/account', { headers: { cookie } })).status
const later = (seconds: number) => world.ground.clock.set(world.ground.clock.instant().add({ seconds }).toString())

/** The first step: what the browser has after the link. */
async function byLink(address = email): Promise<{ to: string | null; cookie: string }> {
  const link = await oneTimeLink(world.ground, world.network, address)
  const answer = await post(new URL(link).pathname, '')
  return { to: answer.headers.get('location'), cookie: cookiesOf(answer).join('; ') }
}

type Begun = { state: string; secret: string; address: string; codes: string[] | null; codesLeft: number }
const own = (cookie: string) => json<Begun>('/account/totp', cookie)
const codeFor = (secret: string, seconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: world.ground.clock.instant().epochMilliseconds + seconds * 1000,
  })

async function switchedOn(address = email): Promise<Begun & { cookie: string }> {
  const { cookie } = await byLink(address)
  await post('/account/totp', cookie)
  const begun = await own(cookie)
  const answer = await post('/account/totp/confirmation', cookie, { code: codeFor(begun.secret), kept: 'yes' })
  expect(answer.headers.get('location')).toBe('/account/totp?notice=account.confirmTotp')
  later(60)
  return { ...begun, cookie }
}

describe('switching an authenticator app on', () => {
  it('takes a code that shows the app works, and the recovery codes being kept', async () => {
    const { cookie } = await byLink()
    expect((await own(cookie)).state).toBe('off')
    await post('/account/totp', cookie)
    const begun = await own(cookie)
    expect(begun.address).toContain('otpauth://totp/')
    expect(begun.address).toContain(`secret=${begun.secret}`)
    expect(new Set(begun.codes).size).toBe(8)
    const page = await (await world.app.request('/account/totp', { headers: { cookie } })).text()
    expect(page).toContain('<svg class="square"')
    for (const code of begun.codes ?? []) expect(page).toContain(code)

    const code = codeFor(begun.secret)
    expect((await post('/account/totp/confirmation', cookie, { code })).status).toBe(422)
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await post('/account/totp/confirmation', cookie, { code: wrong, kept: 'yes' })).status).toBe(422)
    expect((await own(cookie)).state).toBe('begun')
    expect((await byLink()).to).toBe('/?notice=session.begin')
    await post('/account/totp/confirmation', cookie, { code, kept: 'yes' })
    expect(await own(cookie)).toMatchObject({ state: 'on', codes: null, codesLeft: 8 })
  })

  it('keeps neither secret nor codes in clear', async () => {
    const { secret, codes, cookie } = await switchedOn()
    const { owner } = world.database
    const rows = JSON.stringify([
      (await sql`select * from sign_in.totp`.execute(owner)).rows,
      (await sql`select * from sign_in."recoveryCode"`.execute(owner)).rows,
    ])
    for (const word of [secret, ...(codes ?? [])]) expect(rows).not.toContain(word)
    await post('/account/totp/codes', cookie)
    const renewed = await own(cookie)
    const waiting = JSON.stringify((await sql`select * from sign_in.totp`.execute(owner)).rows)
    for (const word of renewed.codes ?? []) expect(waiting).not.toContain(word)
  })

  it('is told by mail, in the language of the person, and in the journal', async () => {
    await switchedOn()
    const mails = await world.database.owner.selectFrom('outbox').selectAll().execute()
    expect(mails.map(({ recipient, content }) => [recipient, content.includes('Authenticator-App')])).toEqual([
      [email, true],
    ])
    const lines = await world.database.owner
      .selectFrom('journal')
      .where('act', '=', 'account.confirmTotp')
      .selectAll()
      .execute()
    expect(lines).toHaveLength(1)
  })

  it('is for who has just signed in', async () => {
    const { cookie } = await byLink()
    later(31 * 60)
    expect((await post('/account/totp', cookie)).status).toBe(401)
    expect((await own(cookie)).state).toBe('off')
  })

  it('shows its secret and its codes to nobody who finds the screen later', async () => {
    const { cookie } = await byLink()
    await post('/account/totp', cookie)
    const { secret, codes } = await own(cookie)
    later(31 * 60)
    const page = await (await world.app.request('/account/totp', { headers: { cookie } })).text()
    for (const word of [secret, ...codes!]) expect(page).not.toContain(word)
    expect(await own(cookie)).toEqual({ state: 'off', fresh: false })
  })

  it('is for nobody without a session', async () => {
    for (const path of ['', '/confirmation', '/codes', '/codes/kept', '/end'])
      expect((await post(`/account/totp${path}`, '', { code: '123456', kept: 'yes' })).status).toBe(404)
    expect((await world.app.request('/account/totp')).status).toBe(404)
  })
})

describe('signing in with a second step', () => {
  it('gives no session for the link alone', async () => {
    await switchedOn()
    const first = await byLink()
    expect(first.to).toBe('/sign-in/code')
    expect(first.cookie).toMatch(/^sign-in-step=/)
    expect(await statusOf(first.cookie)).toBe(404)
  })

  it('lets in with a code of the app', async () => {
    const { secret } = await switchedOn()
    const first = await byLink()
    const answer = await post('/sign-in/code', first.cookie, { code: codeFor(secret) })
    expect(answer.headers.get('location')).toBe('/?notice=session.begin')
    expect(await statusOf(cookiesOf(answer).join('; '))).toBe(200)
    expect(
      answer.headers.getSetCookie().some(one => one.startsWith('sign-in-step=;') && one.includes('Max-Age=0')),
    ).toBe(true)
  })

  it('takes a code once, also of several at the same moment, and no older one after it', async () => {
    const { secret } = await switchedOn()
    const code = codeFor(secret)
    const steps = await Promise.all([byLink(), byLink(), byLink()])
    const answers = await Promise.all(steps.map(({ cookie }) => post('/sign-in/code', cookie, { code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
    const again = await byLink()
    expect((await post('/sign-in/code', again.cookie, { code })).status).toBe(422)
    expect((await post('/sign-in/code', again.cookie, { code: codeFor(secret, -30) })).status).toBe(422)
    later(60)
    expect((await post('/sign-in/code', again.cookie, { code: codeFor(secret) })).status).toBe(303)
  })

  it('takes a recovery code once, and says so by mail', async () => {
    const { codes } = await switchedOn()
    await world.database.owner.deleteFrom('outbox').execute()
    const typed = codes![2]!.toUpperCase().replace('-', ' ')
    const first = await byLink()
    expect((await post('/sign-in/code', first.cookie, { code: typed })).status).toBe(303)
    const second = await byLink()
    expect((await post('/sign-in/code', second.cookie, { code: typed })).status).toBe(422)
    const answer = await post('/sign-in/code', second.cookie, { code: codes![3]! })
    expect(answer.status).toBe(303)
    expect((await own(cookiesOf(answer).join('; '))).codesLeft).toBe(6)
    expect(await world.database.owner.selectFrom('outbox').select('recipient').execute()).toHaveLength(2)
  })

  it('uses the first step up with the second', async () => {
    const { secret, codes } = await switchedOn()
    const first = await byLink()
    await post('/sign-in/code', first.cookie, { code: codeFor(secret) })
    expect((await post('/sign-in/code', first.cookie, { code: codes![0]! })).status).toBe(410)
  })

  it('ends after ten minutes, and is no one without its cookie', async () => {
    const { codes } = await switchedOn()
    const { cookie } = await byLink()
    expect((await post('/sign-in/code', '', { code: codes![0]! })).status).toBe(410)
    expect((await post('/sign-in/code', `sign-in-step=${'A'.repeat(43)}`, { code: codes![0]! })).status).toBe(410)
    later(11 * 60)
    expect((await post('/sign-in/code', cookie, { code: codes![0]! })).status).toBe(410)
  })

  it('is of another account as little use as a wrong code', async () => {
    const mine = await switchedOn()
    const theirs = await switchedOn(personas.chair.email)
    const { cookie } = await byLink()
    const answers = [
      await post('/sign-in/code', cookie, { code: theirs.codes![0]! }),
      await post('/sign-in/code', cookie, { code: 'nonsense' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([422, 422])
    expect((await post('/sign-in/code', cookie, { code: mine.codes![0]! })).status).toBe(303)
  })

  it('is limited for the account, whichever process and step it is tried in', async () => {
    const { codes } = await switchedOn()
    const other = buildApp({ ...world.ground })
    const steps = [await byLink(), await byLink()]
    const tries = [0, 1, 2, 3, 4, 5].map(n => ({ app: n % 2 ? other : world.app, cookie: steps[n % 2]!.cookie }))
    const statuses: number[] = []
    for (const { app, cookie } of tries)
      statuses.push((await post('/sign-in/code', cookie, { code: '000000' }, app)).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    expect((await post('/sign-in/code', steps[0]!.cookie, { code: codes![0]! })).status).toBe(429)
    const recovery = await byLink(personas.chair.email)
    expect(recovery.to).toBe('/?notice=session.begin')
  })
})

describe('new recovery codes', () => {
  it('count once they are kept, and are shown until then', async () => {
    const { cookie, codes } = await switchedOn()
    await post('/account/totp/codes', cookie)
    const renewed = await own(cookie)
    expect(renewed.codes).toHaveLength(8)
    expect(renewed.codes).not.toContain(codes![0])
    expect((await post('/sign-in/code', (await byLink()).cookie, { code: renewed.codes![0]! })).status).toBe(422)
    await post('/account/totp/codes/kept', cookie)
    expect(await own(cookie)).toMatchObject({ codes: null, codesLeft: 8 })
    expect((await post('/account/totp/codes/kept', cookie)).status).toBe(404)
    expect((await post('/sign-in/code', (await byLink()).cookie, { code: codes![1]! })).status).toBe(422)
    expect((await post('/sign-in/code', (await byLink()).cookie, { code: renewed.codes![0]! })).status).toBe(303)
  })
})

describe('switching it off', () => {
  it('makes the link enough again', async () => {
    const { cookie } = await switchedOn()
    expect((await post('/account/totp/end', cookie)).status).toBe(303)
    expect((await byLink()).to).toBe('/?notice=session.begin')
    expect((await post('/account/totp/end', cookie)).status).toBe(404)
  })

  it('is for who has just signed in', async () => {
    const { cookie } = await switchedOn()
    later(31 * 60)
    expect((await post('/account/totp/end', cookie)).status).toBe(401)
    world.ground.clock.set(new Date().toISOString())
    expect((await byLink()).to).toBe('/sign-in/code')
  })
})
