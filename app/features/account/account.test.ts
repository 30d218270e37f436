import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../demo/network.ts'
import type { TestDatabase } from '../../../tests/world/database.ts'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { World } from '../../../tests/world/world.ts'
import { buildApp } from '../../server.ts'
import { oneTimeLink } from './acts.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.database.owner.deleteFrom('outbox').execute()
  await sql`delete from sign_in."rateLimit"`.execute(world.database.owner)
  await sql`delete from sign_in.verification`.execute(world.database.owner)
  world.ground.clock.set(new Date().toISOString())
})

const { email, name } = personas.boardMember
const origin = 'http://localhost'

const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  world.app.request(path, { method: 'POST', headers: { origin, ...headers }, body: new URLSearchParams(fields) })
const get = (path: string, cookie = '') => world.app.request(path, { headers: { cookie } })
const outbox = () => world.database.owner.selectFrom('outbox').selectAll().orderBy('id').execute()
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
const rows = async <T = Record<string, unknown>>(query: ReturnType<typeof sql<T>>) =>
  (await query.execute(world.database.owner)).rows
const sessions = () => rows(sql`select id from sign_in.session`)

async function askedLink(address: string): Promise<string> {
  await post('/sign-in', { email: address })
  const [mail] = await outbox()
  const line = mail!.content.split('\n').find(text => text.startsWith(origin))!
  return new URL(line).pathname
}

describe('asking for a link', () => {
  it('answers the same whether the address is known or not, and writes to the known one only', async () => {
    const known = await post('/sign-in', { email: email.toUpperCase() })
    expect(await outbox()).toMatchObject([{ recipient: email, state: 'shown', language: 'de' }])
    await world.database.owner.deleteFrom('outbox').execute()
    const unknown = await post('/sign-in', { email: 'nobody@auenfurt.example' })
    expect(await outbox()).toEqual([])
    expect([unknown.status, unknown.headers.get('location'), await unknown.text()]).toEqual([
      known.status,
      known.headers.get('location'),
      await known.text(),
    ])
  })

  it('keeps what was typed when it is no address', async () => {
    const answer = await post('/sign-in', { email: 'mira@' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="mira@"')
    expect(page).toContain('aria-invalid="true"')
  })

  it('is limited by address, in the database, whoever asks', async () => {
    const address = 'asked.often@auenfurt.example'
    const statuses: number[] = []
    for (let n = 0; n < 6; n += 1) statuses.push((await post('/sign-in', { email: address })).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
    const otherProcess = buildApp({ ...world.ground })
    const again = await otherProcess.request('/sign-in', {
      ...{ method: 'POST', headers: { origin }, body: new URLSearchParams({ email: address }) },
    })
    expect(again.status).toBe(429)
    world.ground.clock.set(world.ground.clock.instant().add({ minutes: 16 }).toString())
    expect((await post('/sign-in', { email: address })).status).toBe(303)
  })

  it('leaves no expired link behind with its address', async () => {
    await askedLink(email)
    await rows(sql`update sign_in.verification set "expiresAt" = ${new Date(0)}`)
    await post('/sign-in', { email: 'somebody.else@auenfurt.example' })
    expect(JSON.stringify(await rows(sql`select value from sign_in.verification`))).not.toContain(email)
  })

  it('keeps no secret of a link and nobody who asked in clear', async () => {
    const path = await askedLink(email)
    const secret = path.slice('/sign-in/'.length)
    expect(JSON.stringify(await rows(sql`select * from sign_in.verification`))).not.toContain(secret)
    expect(JSON.stringify(await rows(sql`select * from sign_in."rateLimit"`))).not.toContain('auenfurt')
  })
})

describe('a sign-in link', () => {
  it('shows who it is for and changes nothing when opened', async () => {
    const path = await askedLink(personas.delegate.email)
    const before = await sessions()
    for (let n = 0; n < 3; n += 1) {
      const page = await get(path)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain(personas.delegate.email)
      expect(page.headers.getSetCookie()).toEqual([])
    }
    expect(await sessions()).toEqual(before)
    expect((await post(path)).status).toBe(303)
  })

  it('opens for many at once, more than there are connections', async () => {
    const path = await askedLink(email)
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(path)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  })

  it('signs in once', async () => {
    const path = await askedLink(email)
    const answer = await post(path)
    expect(answer.status).toBe(303)
    const page = await get('/', cookieOf(answer))
    expect(await page.text()).toContain(name)
    const second = await post(path)
    expect(second.status).toBe(410)
    expect(second.headers.getSetCookie()).toEqual([])
    expect(await (await get(path)).text()).not.toContain(email)
  })

  it('signs in once when pressed twice at the same moment', async () => {
    const path = await askedLink(email)
    const answers = await Promise.all([post(path), post(path), post(path)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
  })

  it('ends after ten minutes, and one that is printed after half an hour', async () => {
    const path = await askedLink(email)
    const age = async () => {
      const [link] = await rows<{ expiresAt: string }>(
        sql`select "expiresAt" from sign_in.verification order by "expiresAt" desc limit 1`,
      )
      return (Date.parse(link!.expiresAt) - world.ground.clock.instant().epochMilliseconds) / 60_000
    }
    expect(await age()).toBe(10)
    await oneTimeLink(world.ground, world.network, email)
    expect(await age()).toBe(30)
    await rows(sql`update sign_in.verification set "expiresAt" = ${new Date(Date.now() - 1000)}`)
    expect((await post(path)).status).toBe(410)
    expect((await get(path)).status).toBe(200)
  })

  it('ties the person to the account once, with a line in the journal', async () => {
    const joins = () =>
      world.database.owner.selectFrom('journal').where('act', '=', 'person.join').selectAll().execute()
    const before = (await joins()).length
    await post(await askedLink(personas.guest.email))
    await world.database.owner.deleteFrom('outbox').execute()
    await post(await askedLink(personas.guest.email))
    const lines = await joins()
    expect(lines).toHaveLength(before + 1)
    expect(lines.at(-1)).toMatchObject({ actor: 'system:sign-in', noun: 'person', person_id: null })
  })

  it('is not signed in with from another site', async () => {
    const path = await askedLink(email)
    const answer = await post(path, {}, { origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect((await post(path)).status).toBe(303)
  })

  it('has no second door: the routes of better-auth are not there', async () => {
    const secret = (await askedLink(email)).slice('/sign-in/'.length)
    for (const path of [`/api/auth/magic-link/verify?token=${secret}`, `/magic-link/verify?token=${secret}`]) {
      const answer = await get(path)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([404, []])
    }
  })
})

describe('a session', () => {
  it('lives in a cookie that scripts and other sites do not get', async () => {
    const answer = await post(await askedLink(email))
    const cookies = answer.headers.getSetCookie()
    expect(cookies.some(cookie => cookie.startsWith('rundtisch.session_token='))).toBe(true)
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly/i)
    for (const cookie of cookies) expect(cookie).toMatch(/SameSite=Lax/i)
  })

  it('is sent over HTTPS only where the site has HTTPS', async () => {
    const settings = { ...world.ground.settings, publicUrl: 'https://tisch.example' }
    const secure = buildApp({ ...world.ground, settings })
    const link = await oneTimeLink(world.ground, world.network, email)
    const headers = { origin: 'https://tisch.example' }
    const answer = await secure.request(new URL(link).pathname, { method: 'POST', headers })
    expect(answer.status).toBe(303)
    const cookies = answer.headers.getSetCookie()
    expect(cookies.map(cookie => cookie.split('=')[0])).toContain('__Host-language')
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-.*; Secure/i)
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/(?:;|$)/i)
    const session = cookies.map(cookie => cookie.split(';')[0]).join('; ')
    const account = await secure.request('/account', { headers: { cookie: session } })
    expect(account.status).toBe(200)
  })

  it('ends by signing out, and by its age', async () => {
    const first = cookieOf(await post(await askedLink(email)))
    expect(await (await get('/', first)).text()).toContain(name)
    const out = await post('/sign-out', {}, { cookie: first })
    expect(out.status).toBe(303)
    expect(await (await get('/', first)).text()).not.toContain(name)

    const second = cookieOf(await post(new URL(await oneTimeLink(world.ground, world.network, email)).pathname))
    expect(await (await get('/', second)).text()).toContain(name)
    await rows(sql`update sign_in.session set "expiresAt" = ${new Date(Date.now() - 1000)}`)
    expect(await (await get('/', second)).text()).not.toContain(name)
  })

  it('can not be made up', async () => {
    const real = cookieOf(await post(new URL(await oneTimeLink(world.ground, world.network, email)).pathname))
    const [token = ''] = decodeURIComponent(real.split('=')[1] ?? '').split('.')
    for (const forged of [`rundtisch.session_token=${token}`, `rundtisch.session_token=${token}.AAAA`])
      expect(await (await get('/', forged)).text()).not.toContain(name)
    expect(await (await get('/', real)).text()).toContain(name)
  })

  it('costs one query', async () => {
    const statements: string[] = []
    const db = await world.database.openApp({ onQuery: statement => statements.push(statement) })
    const counted = { ...world.ground, db }
    const app = buildApp(counted)
    const cookie = cookieOf(await post(new URL(await oneTimeLink(world.ground, world.network, email)).pathname))
    await app.request('/sign-in', { headers: { cookie } })
    statements.length = 0
    await app.request('/sign-in', { headers: { cookie } })
    expect(statements.filter(statement => statement.includes('"session"'))).toHaveLength(1)
    statements.length = 0
    await app.request('/sign-in')
    expect(statements.filter(statement => statement.includes('sign_in'))).toEqual([])
    await db.destroy()
  })
})

describe('the language', () => {
  it('is kept in a cookie and with the person, and leads back', async () => {
    const cookie = cookieOf(await post(new URL(await oneTimeLink(world.ground, world.network, email)).pathname))
    const answer = await post('/language', { language: 'ar', back: '/bodies?x=1' }, { cookie })
    expect(answer.headers.get('location')).toBe('/bodies?x=1')
    const page = await (await get('/sign-in', `${cookieOf(answer)}`)).text()
    expect(page).toContain('lang="ar" dir="rtl"')
    const person = await world.database.owner
      .selectFrom('person')
      .where('email', '=', email)
      .select('language')
      .executeTakeFirst()
    expect(person?.language).toBe('ar')
    await post('/language', { language: 'de', back: '/' }, { cookie })
  })

  it('leads to no other site', async () => {
    const answer = await post('/language', { language: 'en', back: '//evil.example/x' })
    expect(answer.headers.get('location')).toBe('/')
  })

  it('is one that we have', async () => {
    expect((await post('/language', { language: 'xx', back: '/' })).status).toBe(422)
  })
})

describe('the outbox of the demo', () => {
  it('shows mails as pages, with our own links to click', async () => {
    const path = await askedLink(email)
    const list = await (await get('/outbox')).text()
    const [mail] = await outbox()
    expect(list).toContain(`/outbox/${mail!.id}`)
    expect(await (await get(`/outbox/${mail!.id}`)).text()).toContain(`href="${path}"`)
  })

  it('is shut outside of a demo', async () => {
    await askedLink(email)
    const [mail] = await outbox()
    await world.database.owner.updateTable('network').set({ demo: false }).execute()
    const answers = [await get('/outbox'), await get(`/outbox/${mail!.id}`)]
    await world.database.owner.updateTable('network').set({ demo: true }).execute()
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })
})

describe('an account made in the demo', () => {
  it('is nobody in a real network of the same installation, even with the same address', async () => {
    const { owner } = world.database
    const id = '01890000-0000-7000-8000-00000000000a'
    const created_at = world.ground.clock.instant().toString()
    const place = { host: 'real.example', region: null, languages: ['de'], time_zone: 'Europe/Berlin', demo: false }
    await owner
      .insertInto('network')
      .values({ id, name: 'Echter Tisch', ...place, created_at })
      .execute()
    const person = { network_id: id, id: '01890000-0000-7000-8000-00000000000b', name, email, language: 'de' }
    await owner
      .insertInto('person')
      .values({ ...person, account_id: null, created_at })
      .execute()

    const elsewhere = (path: string, cookie: string) =>
      world.app.request(`http://real.example${path}`, { headers: { cookie } })
    const path = await askedLink(email)
    const taken = await world.app.request(`http://real.example${path}`, {
      ...{ method: 'POST', headers: { origin: 'http://real.example' } },
    })
    expect(taken.status).toBe(410)
    const cookie = cookieOf(await post(path))
    expect(await (await get('/', cookie)).text()).toContain(name)
    expect(await (await elsewhere('/', cookie)).text()).not.toContain(name)
  })
})
