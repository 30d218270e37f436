import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../app/server.ts'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const limited = () => {
  const settings = { ...world.ground.settings, requestsPerMinute: 12, trustProxy: 1 }
  return buildApp({ ...world.ground, settings })
}
const statuses = async (times: number, ask: () => Response | Promise<Response>) => {
  const seen: number[] = []
  for (let count = 0; count < times; count++) seen.push((await ask()).status)
  return seen
}

it('holds back whoever reads faster than anybody can, and nobody beside', async () => {
  const app = limited()
  const [chair, member] = [await world.as('chair'), await world.as('groupMember')]
  const seen = await statuses(14, () => app.request('/commitments', { headers: chair.headers }))
  expect(seen).toEqual([...Array(12).fill(200), 429, 429])
  expect((await app.request('/commitments', { headers: member.headers })).status).toBe(200)
  const refused = await app.request('/commitments', { headers: { ...chair.headers, accept: 'application/json' } })
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(await refused.json()).toMatchObject({ code: 'too-many-requests' })
  world.ground.clock.set(world.ground.clock.instant().add({ minutes: 1 }).toString())
  expect((await app.request('/commitments', { headers: chair.headers })).status).toBe(200)
})

it('counts a write for five reads', async () => {
  const app = limited()
  const chair = await world.as('chair')
  const write = () => app.request('/language', { method: 'POST', headers: chair.headers, body: new URLSearchParams() })
  expect((await statuses(3, write)).map(status => status === 429)).toEqual([false, false, true])
})

it('counts strangers by their network address, an IPv6 line as one, and not by what they claim', async () => {
  const app = limited()
  const from = (address: string) => app.request('/public', { headers: { 'x-forwarded-for': address } })
  let last = 0
  expect(await statuses(13, () => from(`6.6.6.6, 2001:db8:1:2::${++last}`))).toEqual([...Array(12).fill(200), 429])
  expect((await from('2001:db8:1:3::1')).status).toBe(200)
})
