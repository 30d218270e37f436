import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld } from './world/test-world.ts'
import type { World } from './world/world.ts'
let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(() => world?.close())
it('opens pages', async () => {
  const c = await world.as('coordinator')
  for (const p of ['/', '/meetings', '/commitments', '/readings', '/bodies', '/people', '/organizations', '/offices', '/outbox']) {
    const r = await c.get(p)
    const body = await r.text()
    console.log(p, r.status, body.length, r.status !== 200 ? body.slice(-1500).replace(/<[^>]+>/g, ' ').replace(/\s+/g,' ') : '')
    expect(r.status).toBe(200)
  }
})
