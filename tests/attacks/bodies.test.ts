import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { Caller, World } from '../world/world.ts'

const LONG = 120_000
let world: World<TestDatabase>
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
}, LONG)
afterAll(() => world?.close())

describe('a body that is not one', () => {
  const counted = async () => {
    const { rows } = await sql<{ n: string }>`select count(*) as n from organization`.execute(world.database.owner)
    return rows[0]!.n
  }
  const type = (contentType: string) => ({ ...coordinator.headers, 'content-type': contentType })
  const urlencoded = 'application/x-www-form-urlencoded'
  const deep = 200_000
  const bodies: readonly [why: string, contentType: string, body: BodyInit, statuses: number[]][] = [
    ['too large', urlencoded, `name=${'x'.repeat(2_000_000)}`, [413]],
    ['a name too long', urlencoded, `name=${'x'.repeat(900_000)}`, [422]],
    ['nested deep', 'application/json', `{"name":${'['.repeat(deep)}${']'.repeat(deep)}}`, [422]],
    ['objects nested deep', 'application/json', `${'{"name":'.repeat(50_000)}1${'}'.repeat(50_000)}`, [422]],
    ['a list', 'application/json', '[1,2]', [422]],
    ['half of an object', 'application/json', '{"name":"x"', [422]],
    ['another type than promised', 'application/json', 'name=x', [422]],
    ['a number for a text', 'application/json', '{"name":7}', [422]],
    ['a field twice', urlencoded, 'name=a&name=b', [422]],
    ['a prototype and no name', 'application/json', '{"__proto__":{"name":"x"}}', [422]],
    ['a constructor and no name', urlencoded, 'constructor.prototype.name=x&__proto__[name]=x', [422]],
    ['very many fields and no name', urlencoded, 'a=1&'.repeat(200_000), [422]],
    ['a boundary that never comes', 'multipart/form-data; boundary=x', '--y\r\n\r\nname', [422]],
  ]
  it.each(bodies)(
    'is refused in a sentence, and nothing is kept: %s',
    async (_why, contentType, body, statuses) => {
      const before = await counted()
      const answer = await world.app.request('/organizations', { method: 'POST', headers: type(contentType), body })
      expect(statuses).toContain(answer.status)
      expect(await answer.text()).toContain('<h1')
      expect(await counted()).toBe(before)
    },
    LONG,
  )

  it('of bytes that are no UTF-8 never fails', async () => {
    for (const bytes of [
      [0xff, 0xfe],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
    ]) {
      const body = new Uint8Array([...Buffer.from('name='), ...bytes])
      const answer = await world.app.request('/organizations', { method: 'POST', headers: type(urlencoded), body })
      expect(answer.status).toBeLessThan(500)
    }
    for (const path of [
      '/people/%ff',
      '/bodies/%c0%af',
      '/meetings/%00',
      '/%e0%80%af',
      '/assets/..%2f..%2fpackage.json',
    ])
      expect((await coordinator.get(path)).status).toBe(404)
  })
})
