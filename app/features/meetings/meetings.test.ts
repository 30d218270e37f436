import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { World } from '../../../tests/world/world.ts'
import type { MeetingList, MeetingShown } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('probe', () => {
  it('lists', async () => {
    const answer = await (await world.as('coordinator')).get('/meetings', true)
    const list = (await answer.json()) as MeetingList
    console.log(JSON.stringify(list, null, 1))
    for (const m of list.coming) {
      const shown = (await (await (await world.as('coordinator')).get(`/meetings/${m.id}`, true)).json()) as MeetingShown
      console.log(JSON.stringify(shown, null, 1))
    }
    const page = await (await world.as('coordinator')).get('/commitments')
    console.log(page.status, (await page.text()).slice(0, 6000))
    expect(answer.status).toBe(200)
  })
})
