import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import { buildApp } from '../../../server.ts'
import { oneTimeLink } from '../acts.ts'

let world: World<TestDatabase>
/** Two processes on one database, both behind one proxy, and one that stands open. */
let [first, second, open] = [] as unknown as [Hono, Hono, Hono]
beforeAll(async () => {
  world = await openWorld()
  const settings = { ...world.ground.settings, trustProxy: 1 }
  first = buildApp({ ...world.ground, settings })
  second = buildApp({ ...world.ground, db: await world.database.openApp({}), settings })
  open = buildApp({ ...world.ground })
})
afterAll(() => world.close())
beforeEach(async () => {
  await sql`delete from sign_in."rateLimit"`.execute(world.database.owner)
  world.ground.clock.set(new Date().toISOString())
})

const origin = 'http://localhost'
const PROXY = '10.0.0.1'
type From = { readonly forwarded?: string; readonly socket?: string }

function post(app: Hono, path: string, fields: Record<string, string>, { forwarded, socket = PROXY }: From = {}) {
  const headers = { origin, ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) }
  const env = { incoming: { socket: { remoteAddress: socket } } }
  return app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }, env)
}
let asked = 0
const ask = async (app: Hono, from: From, email = `nobody${++asked}@auenfurt.example`) =>
  (await post(app, '/sign-in', { email }, from)).status
/** Statuses of so many tries, by turns at both processes. */
async function tried(count: number, one: (app: Hono, n: number) => Promise<number>): Promise<number[]> {
  const statuses: number[] = []
  for (let n = 0; n < count; n += 1) statuses.push(await one(n % 2 ? second : first, n))
  return statuses
}
const allowed = (statuses: number[]) => statuses.filter(status => status !== 429).length

describe('asking for a link', () => {
  it('is limited by mail address across processes, also at the same moment', async () => {
    const email = 'asked.often@auenfurt.example'
    const answers = Array.from({ length: 12 }, (_, n) =>
      ask(n % 2 ? second : first, { forwarded: `192.0.2.${n}` }, n % 3 ? email : email.toUpperCase()),
    )
    expect(allowed(await Promise.all(answers))).toBe(5)
  })

  it('is limited by network address across processes, whoever is asked for', async () => {
    expect(allowed(await tried(43, app => ask(app, { forwarded: '192.0.2.1' })))).toBe(40)
    expect(await ask(first, { forwarded: '192.0.2.2' })).toBe(303)
  })

  it('is not freed by addresses that a visitor writes in front of his own', async () => {
    expect(allowed(await tried(43, (app, n) => ask(app, { forwarded: `203.0.113.${n}, 192.0.2.1` })))).toBe(40)
  })

  it('takes the addresses of one IPv6 line for one', async () => {
    const from = (n: number) => ({ forwarded: `2001:db8:1:2::${n.toString(16)}` })
    expect(allowed(await tried(43, (app, n) => ask(app, from(n))))).toBe(40)
    expect(await ask(first, { forwarded: '2001:db8:1:3::1' })).toBe(303)
  })

  it('believes no header where no proxy stands in front', async () => {
    const statuses = await tried(43, (_app, n) => ask(open, { forwarded: `192.0.2.${n}`, socket: '198.51.100.7' }))
    expect(allowed(statuses)).toBe(40)
  })

  it('is free again after a quarter of an hour', async () => {
    const email = 'asked.often@auenfurt.example'
    const six = () => tried(6, app => ask(app, { forwarded: '192.0.2.1' }, email))
    expect(allowed(await six())).toBe(5)
    world.ground.clock.set(world.ground.clock.instant().add({ minutes: 16 }).toString())
    expect(allowed(await six())).toBe(5)
  })
})

describe('opening links', () => {
  const wrong = (app: Hono) => post(app, `/sign-in/${'x'.repeat(43)}`, {}, { forwarded: '192.0.2.1' })

  it('is limited across processes, and nobody else is shut out by it', async () => {
    const statuses = await tried(43, async app => (await wrong(app)).status)
    expect([allowed(statuses), new Set(statuses)]).toEqual([40, new Set([410, 429])])
    const link = new URL(await oneTimeLink(world.ground, world.network, personas.guest.email)).pathname
    expect((await post(first, link, {}, { forwarded: '192.0.2.1' })).status).toBe(429)
    expect((await post(second, link, {}, { forwarded: '192.0.2.2' })).status).toBe(303)
    expect(await ask(first, { forwarded: '192.0.2.1' })).toBe(303)
  })

  it('that are right is not counted: an office shares one address', async () => {
    for (let n = 0; n < 42; n += 1) {
      const link = new URL(await oneTimeLink(world.ground, world.network, personas.guest.email)).pathname
      expect((await post(n % 2 ? second : first, link, {}, { forwarded: '192.0.2.1' })).status).toBe(303)
    }
  })
})

describe('whether an address has an account', () => {
  it('is told neither by the answer nor by the work behind it', async () => {
    const statements: string[] = []
    const db = await world.database.openApp({ onQuery: statement => statements.push(statement) })
    const app = buildApp({ ...world.ground, db })
    const of = async (email: string, accept: string) => {
      statements.length = 0
      const answer = await app.request('/sign-in', {
        ...{ method: 'POST', headers: { origin, accept }, body: new URLSearchParams({ email }) },
      })
      const headers = [...answer.headers].filter(([name]) => name !== 'date')
      const work = statements.map(statement => statement.split(' ', 1)[0])
      return { seen: [answer.status, headers, await answer.text()], work }
    }
    await of('warm.up@auenfurt.example', 'text/html')
    for (const accept of ['text/html', 'application/json']) {
      const known = await of(personas.boardMember.email, accept)
      const unknown = await of('nobody.here@auenfurt.example', accept)
      expect(unknown.seen).toEqual(known.seen)
      // The last step differs: a line in the journal, or the mail taken away again.
      expect(unknown.work.filter(word => word !== 'delete')).toEqual(
        known.work.filter((_, n) => n !== known.work.lastIndexOf('insert') && known.work[n] !== 'delete'),
      )
      expect(unknown.work).toHaveLength(known.work.length)
    }
    await db.destroy()
  })

  it('is told neither by a limit that was reached', async () => {
    const of = async (email: string) => {
      for (let n = 0; n < 5; n += 1) await ask(first, { forwarded: `192.0.2.${n}` }, email)
      const answer = await post(second, '/sign-in', { email }, { forwarded: '192.0.2.9' })
      return [answer.status, (await answer.text()).replaceAll(email, '')]
    }
    expect(await of('nobody.here@auenfurt.example')).toEqual(await of(personas.chair.email))
  })
})
