import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import { systemClock } from '../../../ground/clock.ts'
import { logged } from '../../../ground/http/log.ts'
import { oneTimeLink } from '../../account/acts.ts'
import type { CommitmentList } from '../contract.ts'

/** What holds for everything that is opened by a secret in its address: personal links, and those that sign in. */
let world: World<TestDatabase>
let personal: string
let signIn: string
beforeAll(async () => {
  world = await openWorld()
  const coordinator = await world.as('coordinator')
  const list = (await (await coordinator.get('/commitments?list=open', true)).json()) as CommitmentList
  const { id } = list.items.find(({ wording }) => wording.includes('Amina Saleh sammelt'))!
  const { owner } = world.database
  const saleh = await owner
    .selectFrom('person')
    .where('name', '=', personas.delegate.name)
    .select('id')
    .executeTakeFirstOrThrow()
  const fields = { to: saleh.id, wording: 'Bitte melden Sie sich.', approved: 'yes', email: '' }
  await coordinator.post(`/commitments/${id}/links`, fields)
  const mail = await owner.selectFrom('outbox').where('content', 'like', '%/links/%').select('content').execute()
  personal = /\/links\/[\w-]{43}/.exec(mail.at(-1)!.content)![0]
  signIn = new URL(await oneTimeLink(world.ground, world.network, personas.guest.email)).pathname
})
afterAll(() => world.close())

const origin = 'http://localhost'
const both = () => [personal, signIn]
const secretIn = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** Every row of every table that a visit could have written, as one sum. The limits of sign-in count, and are left out. */
async function everything(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema in ('public', 'sign_in') and table_name not in ('rateLimit')`.execute(world.database.owner)
  const sums = tables.map(
    ({ name }) =>
      sql`(select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from ${sql.raw(name)} t)`,
  )
  const { rows } = await sql<{ sum: string }>`select concat(${sql.join(sums)}) as sum`.execute(world.database.owner)
  return rows[0]!.sum
}

describe('a mail scanner', () => {
  it('changes nothing and is given nothing to keep, whatever it opens', async () => {
    const before = await everything()
    const visits = [
      { method: 'GET' },
      { method: 'HEAD' },
      { method: 'OPTIONS' },
      { method: 'GET', headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' } },
      { method: 'GET', headers: { 'user-agent': 'Mozilla/5.0 (compatible; LinkScanner/1.0)', accept: '*/*' } },
      { method: 'GET', headers: { accept: 'application/json' } },
    ]
    for (const path of both())
      for (const visit of visits) {
        const answer = await world.app.request(path, visit)
        expect([visit.method, answer.status]).toEqual([visit.method, visit.method === 'OPTIONS' ? 404 : 200])
        expect(answer.headers.getSetCookie()).toEqual([])
      }
    for (const query of ['?report=done', '?_method=POST', '?approved=yes'])
      for (const path of both()) await world.app.request(`${path}${query}`)
    expect(await everything()).toBe(before)
  })

  it('would notice a change', async () => {
    const before = await everything()
    await world.app.request(personal, {
      ...{ method: 'POST', headers: { origin }, body: new URLSearchParams({ report: 'under_way', sentence: '' }) },
    })
    expect(await everything()).not.toBe(before)
  })
})

describe('the secret in the address', () => {
  it('goes into no referrer, no cache, no search engine, and nothing of another site is loaded', async () => {
    const wrong = both().map(path => `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`)
    for (const path of [...both(), ...wrong]) {
      const answer = await world.app.request(path)
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('cache-control')).toContain('no-store')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      const page = await answer.text()
      expect(page).toContain('<meta name="robots" content="noindex"')
      expect(page).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//)
    }
  })

  it('stands in no line of the log, however it is asked for', async () => {
    const lines: string[] = []
    const fetch = logged(
      request => world.app.fetch(request),
      systemClock,
      line => lines.push(line),
    )
    const wrong = `/links/${'w'.repeat(43)}`
    for (const path of [...both(), wrong, `/sign-in/${'w'.repeat(43)}`])
      for (const method of ['GET', 'HEAD', 'POST', 'DELETE'])
        for (const ending of ['', '/', '?back=/', `/${secretIn(path)}`])
          await fetch(new Request(`${origin}${path}${ending}`, { method, headers: { origin } }), {})
    expect(lines.length).toBe(64)
    for (const path of [...both(), wrong]) expect(lines.join('\n')).not.toContain(secretIn(path))
  })

  it('is only hashed in the database, but for the mail itself', async () => {
    const { owner } = world.database
    const { rows: tables } = await sql<{ name: string }>`
      select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema in ('public', 'sign_in', 'jobs') and table_type = 'BASE TABLE'`.execute(owner)
    for (const { name } of tables) {
      if (name === 'public.outbox' || name.startsWith('jobs.')) continue
      for (const path of both()) {
        const found = await sql`select from ${sql.raw(name)} t where strpos(t::text, ${secretIn(path)}) > 0`.execute(
          owner,
        )
        expect([name, found.rows.length]).toEqual([name, 0])
      }
    }
  })
})

describe('a link', () => {
  it('opens one thing: not the door of the other kind', async () => {
    expect((await world.app.request(`/links/${secretIn(signIn)}`)).status).toBe(404)
    const page = await (await world.app.request(`/sign-in/${secretIn(personal)}`)).text()
    expect(page).toContain('gilt nicht mehr')
  })

  it('is unknown in another network of the same installation', async () => {
    const created_at = world.ground.clock.instant().toString()
    const place = { host: 'other.example', region: null, languages: ['de'], time_zone: 'Europe/Berlin', demo: false }
    await world.database.owner
      .insertInto('network')
      .values({ id: '01890000-0000-7000-8000-0000000000cc', name: 'Anderer Tisch', ...place, created_at })
      .execute()
    expect((await world.app.request(`http://other.example${personal}`)).status).toBe(404)
    expect((await world.app.request(personal)).status).toBe(200)
    const fresh = new URL(await oneTimeLink(world.ground, world.network, personas.guest.email)).pathname
    const elsewhere = await (await world.app.request(`http://other.example${fresh}`)).text()
    expect(elsewhere).not.toContain(personas.guest.email)
    expect(await (await world.app.request(fresh)).text()).toContain(personas.guest.email)
  })
})
