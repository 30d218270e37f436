import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import { buildApp } from '../../../server.ts'

let world: World<TestDatabase>
let app: Hono
let server: Server
let issuer: string

const origin = 'http://localhost'
const { email } = personas.boardMember

/** Who is known at the provider, by the name they sign in there with. */
const people: Record<string, { email: string; email_verified?: boolean }> = {
  known: { email, email_verified: true },
  upper: { email: email.toUpperCase(), email_verified: true },
  unchecked: { email, email_verified: false },
  silent: { email },
  stranger: { email: 'nobody@elsewhere.example', email_verified: true },
  successor: { email: personas.chair.email, email_verified: true },
  predecessor: { email: personas.chair.email, email_verified: true },
}

/** A real provider (certified, from npm) on this machine, with its own forms for signing in. */
async function openProvider(): Promise<void> {
  server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'rundtisch', client_secret: 'a-secret-of-the-test', response_types: ['code'] },
        ...{ grant_types: ['authorization_code'], redirect_uris: [`${origin}/sign-in/provider`] },
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
    cookies: { keys: ['a-key-of-the-test'] },
  })
  server.on('request', provider.callback())
}

beforeAll(async () => {
  world = await openWorld()
  await openProvider()
  const settings = {
    ...world.ground.settings,
    ...{
      oidcIssuer: issuer,
      oidcClientId: 'rundtisch',
      oidcClientSecret: 'a-secret-of-the-test',
      oidcName: 'Stadtkonto',
    },
  }
  app = buildApp({ ...world.ground, settings })
})
afterAll(async () => {
  server?.closeAllConnections()
  await new Promise(resolve => server?.close(resolve))
  await world?.close()
})
beforeEach(async () => {
  const { owner } = world.database
  for (const table of ['rateLimit', 'account', 'totp'])
    await sql`delete from ${sql.id('sign_in', table)}`.execute(owner)
})

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
const post = (path: string, cookie = '', fields: Record<string, string> = {}, to: Hono = app) =>
  to.request(path, { method: 'POST', headers: { origin, cookie }, body: new URLSearchParams(fields) })

/** Leaves for the provider: the address there, and what the browser remembers. */
async function left(): Promise<{ address: URL; cookie: string }> {
  const answer = await post('/sign-in/provider/question')
  expect(answer.status).toBe(303)
  const page = await (await app.request(answer.headers.get('location')!)).text()
  const [, href = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(page) ?? []
  return { address: new URL(href.replaceAll('&amp;', '&')), cookie: cookiesOf(answer) }
}

/** A browser at the provider: follows, signs in as somebody, agrees, and comes back with the answer. */
async function answered(address: URL, who: string): Promise<URLSearchParams> {
  const jar = new Map<string, string>()
  let next = address
  for (let step = 0; step < 12; step += 1) {
    const headers = { cookie: [...jar].map(pair => pair.join('=')).join('; ') }
    let answer = await fetch(next, { headers, redirect: 'manual' })
    if (answer.status === 200) {
      const page = await answer.text()
      const [, action = ''] = /action="([^"]+)"/.exec(page) ?? []
      const prompt = page.includes('name="login"')
        ? { prompt: 'login', login: who, password: 'x' }
        : { prompt: 'consent' }
      answer = await fetch(new URL(action, next), {
        ...{ method: 'POST', headers, redirect: 'manual', body: new URLSearchParams(prompt) },
      })
    }
    for (const one of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (one.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '' || one.includes('01 Jan 1970')) jar.delete(name)
      else jar.set(name, value)
    }
    next = new URL(answer.headers.get('location') ?? '', next)
    if (next.origin === origin) return next.searchParams
  }
  throw new Error(`did not come back: ${next}`)
}

async function signInAs(who: string): Promise<Response> {
  const { address, cookie } = await left()
  const answer = await answered(address, who)
  return post('/sign-in/provider', cookie, Object.fromEntries(answer))
}
const accountPage = async (answer: Response) =>
  (await app.request('/account', { headers: { cookie: cookiesOf(answer) } })).text()

describe('signing in at a provider', () => {
  it('is offered where the operator named one, and only there', async () => {
    expect(await (await app.request('/sign-in')).text()).toContain('Mit Stadtkonto anmelden')
    expect(await (await world.app.request('/sign-in')).text()).not.toContain('/sign-in/provider')
    expect((await post('/sign-in/provider/question', '', {}, world.app)).status).toBe(404)
    expect((await post('/sign-in/provider', '', { code: 'x', state: 'y' }, world.app)).status).toBe(404)
    expect((await world.app.request('/sign-in/provider?code=x')).status).toBe(404)
  })

  it('asks with PKCE, state and nonce, and tells no secret', async () => {
    const { address, cookie } = await left()
    expect(address.origin).toBe(issuer)
    const asked = Object.fromEntries(address.searchParams)
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: 'rundtisch' })
    expect(asked.redirect_uri).toBe(`${origin}/sign-in/provider`)
    for (const part of [asked.state, asked.nonce, asked.code_challenge]) expect(part).toMatch(/^[\w-]{43}$/)
    expect((await left()).address.searchParams.get('state')).not.toBe(asked.state)
    expect(address.href).not.toContain('a-secret-of-the-test')
    expect(cookie).not.toContain(asked.state)
  })

  it('lets in whom the provider vouches for, as the person with that address', async () => {
    const answer = await signInAs('known')
    expect(answer.headers.get('location')).toBe('/?notice=session.begin')
    expect(await accountPage(answer)).toContain(email)
    expect(await accountPage(await signInAs('known'))).toContain(email)
    const { rows } = await sql`select * from sign_in.account`.execute(world.database.owner)
    expect(rows).toMatchObject([{ providerId: issuer, accountId: 'known', accessToken: null, idToken: null }])
  })

  it('does not mind how an address is capitalised', async () => {
    expect(await accountPage(await signInAs('upper'))).toContain(email)
  })

  it('shows on coming back and acts on the button: opening changes nothing', async () => {
    const { address, cookie } = await left()
    const answer = await answered(address, 'known')
    for (let n = 0; n < 2; n += 1) {
      const page = await app.request(`/sign-in/provider?${answer}`, { headers: { cookie } })
      expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
      expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    }
    expect((await post('/sign-in/provider', cookie, Object.fromEntries(answer))).status).toBe(303)
  })

  it('asks for the second step where one is switched on', async () => {
    await signInAs('known')
    await sql`
      insert into sign_in.totp ("userId", secret, "confirmedAt", "lastStep", "createdAt")
      select "userId", '', "createdAt", 0, "createdAt" from sign_in.account`.execute(world.database.owner)
    expect((await signInAs('known')).headers.get('location')).toBe('/sign-in/code')
  })
})

describe('a refusal', () => {
  it('is the same, whether an address is unknown or not checked', async () => {
    const answers = [await signInAs('stranger'), await signInAs('unchecked'), await signInAs('silent')]
    const seen = await Promise.all(
      answers.map(async one => [one.status, one.headers.getSetCookie(), await one.text()] as const),
    )
    expect(seen[0]!.slice(0, 2)).toEqual([401, []])
    const plain = seen.map(([, , page]) => page)
    expect(plain[1]).toBe(plain[0])
    expect(plain[2]).toBe(plain[0])
    expect(plain[0]).not.toContain(email)
  })

  it('meets whoever has the address of somebody else there since', async () => {
    expect((await signInAs('predecessor')).status).toBe(303)
    expect((await signInAs('successor')).status).toBe(401)
  })

  it('meets an answer in another browser, a second time, to another question, or changed', async () => {
    const refusedWith = async (cookie: string, fields: Record<string, string>) => {
      const answer = await post('/sign-in/provider', cookie, fields)
      return [answer.status, answer.headers.getSetCookie()]
    }
    const mine = await left()
    const answer = Object.fromEntries(await answered(mine.address, 'known'))
    expect(await refusedWith('', answer)).toEqual([401, []])
    const other = await left()
    expect(await refusedWith(other.cookie, answer)).toEqual([401, []])
    const { state = '', ...stateless } = answer
    expect(await refusedWith((await left()).cookie, stateless)).toEqual([401, []])
    expect(await refusedWith((await left()).cookie, { ...answer, state: `${state}x` })).toEqual([401, []])
    expect(await refusedWith((await left()).cookie, { ...answer, iss: 'https://other.example' })).toEqual([401, []])
    expect((await post('/sign-in/provider', mine.cookie, answer)).status).toBe(303)
    expect(await refusedWith(mine.cookie, answer)).toEqual([401, []])
  })

  it('by the provider is told in words', async () => {
    const page = await (await app.request('/sign-in/provider?error=access_denied&state=x')).text()
    expect(page).toContain('Die Anmeldung wurde abgebrochen')
  })

  it('from another site comes before anything', async () => {
    const { cookie } = await left()
    const answer = await app.request('/sign-in/provider', {
      ...{ method: 'POST', headers: { origin: 'https://evil.example', cookie } },
      body: new URLSearchParams({ code: 'x', state: 'y' }),
    })
    expect(answer.status).toBe(403)
  })

  it('to leave with a question that is none of ours', async () => {
    for (const query of ['', '?state=a&nonce=b&challenge=c', `?state=${'"'.repeat(43)}&nonce=x&challenge=y`])
      expect((await app.request(`/sign-in/provider/way${query}`)).status).toBe(404)
  })

  it('because nobody is there is a sentence, and the link by mail still goes', async () => {
    const settings = {
      ...world.ground.settings,
      ...{ oidcIssuer: 'http://localhost:1', oidcClientId: 'x', oidcClientSecret: 'y', oidcName: 'Ferne' },
    }
    const alone = buildApp({ ...world.ground, settings })
    const question = await post('/sign-in/provider/question', '', {}, alone)
    const answer = await alone.request(question.headers.get('location')!)
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('Ferne')
    expect((await post('/sign-in', '', { email }, alone)).status).toBe(303)
  })
})
