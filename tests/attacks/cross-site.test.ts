import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

let world: World<TestDatabase>
let cookie: string
beforeAll(async () => {
  world = await openWorld()
  cookie = (await world.as('coordinator')).headers.cookie
})
afterAll(() => world?.close())

const counted = async () => {
  const { n } = await world.database.owner
    .selectFrom('organization')
    .select(eb => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

const form = 'name=Von+anderswo&kind=civil_society'
const json = JSON.stringify({ name: 'Von anderswo', kind: 'civil_society' })
const urlencoded = 'application/x-www-form-urlencoded'
const evil = 'https://boese.example'
const own = 'http://localhost'

const attempts: readonly [why: string, headers: Record<string, string>, body: string][] = [
  ['a form of another site', { origin: evil, 'content-type': urlencoded }, form],
  ['a form that says nothing of where it comes from', { 'content-type': urlencoded }, form],
  ['a form without a type', {}, form],
  ['a sandboxed frame', { origin: 'null', 'content-type': urlencoded }, form],
  ['the type written large', { origin: evil, 'content-type': 'Application/X-WWW-Form-Urlencoded' }, form],
  ['plain text with JSON in it', { origin: evil, 'content-type': 'text/plain;application/json' }, json],
  ['JSON of another site', { origin: evil, 'content-type': 'application/json' }, json],
  ['a type that is no form', { origin: evil, 'content-type': 'application/octet-stream' }, form],
  ['a host that only begins like ours', { origin: `${own}.boese.example`, 'content-type': urlencoded }, form],
  ['our host at another port', { origin: `${own}:81`, 'content-type': urlencoded }, form],
  ['our host with another scheme', { origin: 'ftp://localhost', 'content-type': urlencoded }, form],
  [
    'a browser that says cross-site',
    { origin: evil, 'sec-fetch-site': 'cross-site', 'content-type': urlencoded },
    form,
  ],
  ['a neighbouring subdomain', { origin: evil, 'sec-fetch-site': 'same-site', 'content-type': urlencoded }, form],
  [
    'JSON, and the browser says cross-site',
    { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
    json,
  ],
]

describe('a write that another site begins', () => {
  it.each(attempts)('is refused: %s', async (_why, headers, body) => {
    const before = await counted()
    const answer = await world.app.request('/organizations', { method: 'POST', headers: { ...headers, cookie }, body })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('<h1')
    expect(await counted()).toBe(before)
  })

  it('is no write of our own pages, which send no referrer', async () => {
    const before = await counted()
    for (const headers of [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, { origin: own }]) {
      const answer = await world.app.request('/organizations', {
        ...{ method: 'POST', headers: { ...headers, cookie, 'content-type': urlencoded } },
        body: 'name=Von+hier&kind=civil_society',
      })
      expect(answer.status).toBe(303)
    }
    expect(await counted()).toBe(before + 2)
  })

  it('can not be dressed as reading: no method but POST writes', async () => {
    const before = await counted()
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const headers = { cookie, origin: own, 'x-http-method-override': 'POST' }
      const answer = await world.app.request(`/organizations?${form}&_method=POST`, { method, headers })
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect(await counted()).toBe(before)
  })
})
