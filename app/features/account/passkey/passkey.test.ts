import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import { oneTimeLink } from '../acts.ts'
import { insertPasskey, updateCounter } from './store.ts'

/** What a browser answers is tried with a real one in tests/journeys; here is what is no such answer. */
let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { owner } = world.database
  for (const table of ['passkey', 'rateLimit']) await sql`delete from ${sql.id('sign_in', table)}`.execute(owner)
  world.ground.clock.set(new Date().toISOString())
})

const origin = 'http://localhost'
const post = (path: string, cookie = '', fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  world.app.request(path, {
    method: 'POST',
    headers: { origin, cookie, ...headers },
    body: new URLSearchParams(fields),
  })
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
async function signIn(email: string): Promise<string> {
  return cookiesOf(await post(new URL(await oneTimeLink(world.ground, world.network, email)).pathname))
}
const accountId = async (email: string) =>
  (
    await sql<{ id: string }>`
      select account_id as id from person where email = ${email} and account_id is not null`.execute(
      world.database.owner,
    )
  ).rows[0]!.id
async function add(email: string, credentialId: string, counter = 0): Promise<string> {
  const publicKey = new Uint8Array([1, 2, 3])
  await insertPasskey(
    { db: world.ground.db, ground: world.ground },
    { accountId: await accountId(email), name: 'Probe', credentialId, publicKey, counter, transports: ['internal'] },
  )
  const { rows } = await sql<{ id: string }>`
    select id from sign_in.passkey where "credentialId" = ${credentialId}`.execute(world.database.owner)
  return rows[0]!.id
}
const answerOf = (id: string, challenge = 'x') =>
  JSON.stringify({
    ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
    response: {
      clientDataJSON: Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin })).toString('base64url'),
      authenticatorData: Buffer.alloc(37).toString('base64url'),
      signature: Buffer.alloc(64).toString('base64url'),
    },
  })

const { email } = personas.boardMember

describe('the question of a sign-in', () => {
  it('names no passkey and no person, and is new each time', async () => {
    await signIn(email)
    await add(email, 'known-credential')
    const asked = async () =>
      (await post('/sign-in/passkey/options', '', {}, { accept: 'application/json' })).json() as Promise<{
        value: { options: Record<string, unknown> & { challenge: string } }
      }>
    const [one, two] = [(await asked()).value.options, (await asked()).value.options]
    expect(one).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    expect(one.allowCredentials ?? []).toEqual([])
    expect(one.challenge).not.toBe(two.challenge)
    expect(JSON.stringify(one)).not.toContain('known-credential')
  })
})

describe('an answer that is none', () => {
  it('is refused in the same words, whether the passkey is known or not', async () => {
    await signIn(email)
    await add(email, 'known-credential')
    const answers = ['known-credential', 'unknown-credential'].map(async id => {
      const question = await post('/sign-in/passkey/options')
      return post('/sign-in/passkey', cookiesOf(question), { answer: answerOf(id) })
    })
    const [known, unknown] = await Promise.all(answers)
    expect([known!.status, known!.headers.getSetCookie()]).toEqual([401, []])
    expect([unknown!.status, unknown!.headers.getSetCookie()]).toEqual([401, []])
    const text = (page: string) => page.replace(/known-credential|unknown-credential/g, '')
    expect(text(await unknown!.text())).toBe(text(await known!.text()))
  })

  it.each(['', '{', '[]', 'null', '{"id":1}', JSON.stringify({ id: 'x'.repeat(30_000) })])(
    'is refused and breaks nothing: %j',
    async answer => {
      const question = await post('/sign-in/passkey/options')
      expect((await post('/sign-in/passkey', cookiesOf(question), { answer })).status).toBe(401)
    },
  )

  it('with a sign that can not be kept is refused at the door already', async () => {
    const question = await post('/sign-in/passkey/options')
    expect((await post('/sign-in/passkey', cookiesOf(question), { answer: '"\u0000"' })).status).toBe(422)
  })

  it('without our question is refused, also with one of another kind', async () => {
    const cookie = await signIn(email)
    const toAdd = cookiesOf(await post('/account/passkeys/options', cookie))
    expect((await post('/sign-in/passkey', '', { answer: answerOf('x') })).status).toBe(401)
    expect((await post('/sign-in/passkey', toAdd, { answer: answerOf('x') })).status).toBe(401)
    const toSignIn = cookiesOf(await post('/sign-in/passkey/options'))
    const added = await post('/account/passkeys', `${cookie}; ${toSignIn}`, { name: 'X', answer: answerOf('x') })
    expect(added.status).toBe(401)
  })

  it('is limited by the network address it comes from', async () => {
    const app = world.app
    const statuses = new Set<number>()
    const env = { incoming: { socket: { remoteAddress: '192.0.2.9' } } }
    for (let n = 0; n < 42; n += 1) {
      const answer = await app.request(
        '/sign-in/passkey',
        { method: 'POST', headers: { origin }, body: new URLSearchParams({ answer: answerOf('x') }) },
        env,
      )
      statuses.add(answer.status)
    }
    expect([...statuses]).toEqual([401, 429])
  })
})

describe('adding', () => {
  it('is for who has just signed in', async () => {
    const cookie = await signIn(email)
    expect((await post('/account/passkeys/options')).status).toBe(404)
    world.ground.clock.set(world.ground.clock.instant().add({ minutes: 31 }).toString())
    expect((await post('/account/passkeys/options', cookie)).status).toBe(401)
  })

  it('leaves out what the account has, and ends at twenty', async () => {
    const cookie = await signIn(email)
    await add(email, 'known-credential')
    const headers = { accept: 'application/json' }
    const { value } = (await (await post('/account/passkeys/options', cookie, {}, headers)).json()) as {
      value: { options: { excludeCredentials: { id: string }[]; user: { name: string } } }
    }
    expect(value.options.excludeCredentials.map(({ id }) => id)).toEqual(['known-credential'])
    expect(value.options.user.name).toBe(email)
    for (let n = 0; n < 19; n += 1) await add(email, `credential-${n}`)
    expect((await post('/account/passkeys/options', cookie)).status).toBe(409)
  })
})

describe('a passkey of somebody else', () => {
  it('is neither seen, nor renamed, nor taken away', async () => {
    await signIn(personas.chair.email)
    const id = await add(personas.chair.email, 'theirs')
    const cookie = await signIn(email)
    expect((await world.app.request(`/account/passkeys/${id}`, { headers: { cookie } })).status).toBe(404)
    expect((await post(`/account/passkeys/${id}`, cookie, { name: 'Meins' })).status).toBe(404)
    expect((await post(`/account/passkeys/${id}/remove`, cookie)).status).toBe(404)
    const page = await (await world.app.request('/account', { headers: { cookie } })).text()
    expect(page).not.toContain(id)
    const { rows } = await sql`select name from sign_in.passkey`.execute(world.database.owner)
    expect(rows).toEqual([{ name: 'Probe' }])
  })
})

describe('the counter of an authenticator', () => {
  it('never goes back, and 0 is none', async () => {
    await signIn(email)
    const desk = { db: world.ground.db, ground: world.ground }
    const [counting, silent] = [await add(email, 'counting', 7), await add(email, 'silent', 0)]
    expect(await updateCounter(desk, counting, 7)).toBe(false)
    expect(await updateCounter(desk, counting, 6)).toBe(false)
    expect(await updateCounter(desk, counting, 8)).toBe(true)
    expect(await updateCounter(desk, silent, 0)).toBe(true)
    expect(await updateCounter(desk, silent, 1)).toBe(true)
    expect(await updateCounter(desk, silent, 0)).toBe(false)
  })
})
