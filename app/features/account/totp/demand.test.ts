import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Persona, personas } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import { oneTimeLink } from '../acts.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  for (const table of ['session', 'totp', 'rateLimit'])
    await sql`delete from ${sql.id('sign_in', table)}`.execute(world.database.owner)
  await demanded('off')
  world.ground.clock.set(new Date().toISOString())
})

const origin = 'http://localhost'
const demanded = (second_factor: 'off' | 'coordination' | 'leading') =>
  world.database.owner.updateTable('network').set({ second_factor }).execute()
const get = (path: string, cookie: string) => world.app.request(path, { headers: { cookie, 'accept-language': 'de' } })
const post = (path: string, cookie: string, fields: Record<string, string> = {}) =>
  world.app.request(path, { method: 'POST', headers: { origin, cookie }, body: new URLSearchParams(fields) })
const statusOf = async (path: string, cookie: string) => (await get(path, cookie)).status

async function byLink(persona: Persona): Promise<string> {
  const link = await oneTimeLink(world.ground, world.network, personas[persona].email)
  const answer = await post(new URL(link).pathname, '')
  return answer.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
}

/** Sets an app up, as the person does on the page. */
async function withApp(cookie: string): Promise<string> {
  await post('/account/totp', cookie)
  const answer = await world.app.request('/account/totp', { headers: { cookie, accept: 'application/json' } })
  const { secret } = (await answer.json()) as { secret: string }
  const code = codeOf(secret)
  expect((await post('/account/totp/confirmation', cookie, { code, kept: 'yes' })).status).toBe(303)
  world.ground.clock.set(world.ground.clock.instant().add({ seconds: 60 }).toString())
  return secret
}
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: world.ground.clock.instant().epochMilliseconds,
  })

const settings = { name: 'Runder Tisch', region: 'DE-BY', de: 'on' }
const revision = async () =>
  String((await world.database.owner.selectFrom('network').select('revision').executeTakeFirstOrThrow()).revision)

describe('a network that demands a second factor of its coordination', () => {
  it('holds the rights of the office back from who came with a link alone, and says what to do', async () => {
    await demanded('coordination')
    const cookie = await byLink('coordinator')
    expect(await statusOf('/network', cookie)).toBe(404)
    const organization = { name: 'X', kind: 'other', shortName: '', website: '' }
    expect((await post('/organizations', cookie, organization)).status).toBe(403)
    const page = await (await get('/', cookie)).text()
    expect(page).toContain('Ihr Amt wartet auf einen zweiten Faktor')
    expect(page).toContain('href="/account"')
    expect(await statusOf('/people', cookie)).toBe(200)
  })

  it('gives them as soon as the factor is set up, and takes them when it goes', async () => {
    await demanded('coordination')
    const cookie = await byLink('coordinator')
    const secret = await withApp(cookie)
    expect(await statusOf('/network', cookie)).toBe(200)
    expect(await (await get('/', cookie)).text()).not.toContain('zweiten Faktor')
    const first = await byLink('coordinator')
    const answer = await post('/sign-in/code', first, { code: codeOf(secret) })
    const other = answer.headers
      .getSetCookie()
      .map(one => one.split(';')[0])
      .join('; ')
    expect(await statusOf('/network', other)).toBe(200)
    expect((await post('/account/totp/end', other)).status).toBe(303)
    expect([await statusOf('/network', cookie), await statusOf('/network', other)]).toEqual([404, 404])
  })

  it('asks nobody else, and those who lead only where it says so', async () => {
    await demanded('coordination')
    const chair = await byLink('chair')
    expect(await statusOf('/readings', chair)).toBe(200)
    await demanded('leading')
    expect(await statusOf('/readings', chair)).toBe(404)
    expect(await statusOf('/meetings/new', chair)).toBe(404)
    expect(await (await get('/', chair)).text()).toContain('zweiten Faktor')
    const member = await byLink('groupMember')
    expect(await (await get('/', member)).text()).not.toContain('zweiten Faktor')
    await withApp(chair)
    expect(await statusOf('/readings', chair)).toBe(200)
  })
})

describe('demanding it', () => {
  it('is for a coordination that has one itself', async () => {
    const cookie = await byLink('coordinator')
    const fields = async () => ({ ...settings, secondFactor: 'coordination', revision: await revision() })
    const refused = await post('/network', cookie, await fields())
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Sonst sperren Sie sich damit aus')
    await withApp(cookie)
    expect((await post('/network', cookie, await fields())).status).toBe(303)
    expect(await (await get('/network', cookie)).text()).toContain('Pflicht für die Koordination')
  })

  it('stays as it is where a change does not speak of it', async () => {
    await demanded('coordination')
    const cookie = await byLink('coordinator')
    await withApp(cookie)
    expect((await post('/network', cookie, { ...settings, revision: await revision() })).status).toBe(303)
    const row = await world.database.owner.selectFrom('network').select('second_factor').executeTakeFirst()
    expect(row).toEqual({ second_factor: 'coordination' })
  })
})
