import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { doors } from '../../app/server.ts'
import { doorCases } from '../access/doors.ts'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { Caller, World } from '../world/world.ts'

const LONG = 600_000
let world: World<TestDatabase>
let coordinator: Caller

/** Fields of a door that take a text, told by its schema: a new door is tried without being named here. */
function textsOf(input: z.ZodType): string[] {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return Object.keys(properties)
}

const SESSION_ENDS = new Set(['/sign-out'])
const PLACE = /:\w+/g

async function address(path: string): Promise<string> {
  const noun = doorCases[`post ${path}`]?.noun ?? doorCases[`get ${path}`]?.noun
  if (!noun) return path.replace(PLACE, '01890a5d-ac96-774b-bcce-b302099a8057')
  const { rows } = await sql<{ id?: string }>`select * from ${sql.id(noun)} limit 1`.execute(world.database.owner)
  return path.replace(PLACE, rows[0]?.id ?? '01890a5d-ac96-774b-bcce-b302099a8057')
}

const asJson = (path: string, fields: object) =>
  world.app.request(path, {
    method: 'POST',
    headers: { ...coordinator.headers, accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })

const attacks: readonly [string, string][] = [
  ['a statement after the string', "x'; drop table organization cascade; --"],
  ['a condition', "' or '1'='1' /*"],
  ['a function, a cast and a placeholder', "$1||(select pg_sleep(0))::text\\'); commit; --"],
  ['more than a number holds', '99999999999999999999999'],
  ['NUL', 'a\u0000b'],
  ['half a sign', 'a\ud800b'],
]

describe.each(attacks)('%s in every field of every form', (_why, text) => {
  // Some forms end a session or an office: each attack has a world of its own.
  beforeAll(async () => {
    world = await openWorld()
    coordinator = await world.as('coordinator')
  }, LONG)
  afterAll(() => world?.close())

  it(
    'is a word like any other, or refused',
    async () => {
      const failed: string[] = []
      let tried = 0
      for (const door of doors) {
        if (door.method !== 'post' || SESSION_ENDS.has(door.path)) continue
        const path = await address(door.path)
        const valid = doorCases[`post ${door.path}`]?.fields ?? {}
        for (const field of textsOf(door.input)) {
          const answer = await asJson(path, { ...valid, [field]: text })
          tried += 1
          if (answer.status >= 500) failed.push(`${door.path} ${field} ${answer.status}`)
        }
      }
      expect(failed).toEqual([])
      expect(tried).toBeGreaterThan(100)
      expect((await world.app.request('/')).status).toBe(200)
    },
    LONG,
  )

  it(
    'does nothing in an address either',
    async () => {
      const failed: string[] = []
      const written = encodeURIComponent(text.toWellFormed())
      for (const door of doors) {
        if (door.method === 'post') continue
        const query = textsOf(door.input).map(field => `${field}=${written}`)
        for (const path of [await address(door.path), door.path.replace(PLACE, written)]) {
          const answer = await coordinator.get(`${path}?${query.join('&')}`)
          if (answer.status >= 500) failed.push(`${path} ${answer.status}`)
        }
      }
      expect(failed).toEqual([])
    },
    LONG,
  )
})
