import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Id } from '../../app/ground/schema.ts'
import { openWorld } from '../world/test-world.ts'
import { addSecondNetwork, addStates } from './states.ts'
import { wallBreaches } from './wall.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let stranger: Id
beforeAll(async () => {
  world = await openWorld()
  await addStates(world)
  stranger = await addSecondNetwork(world)
  await sql`analyze`.execute(world.database.owner)
})
afterAll(() => world.close())

const tried = () => wallBreaches(world.database, world.network.id, stranger)

it('shows, changes and takes nothing of another network, with no filter at all', async () => {
  const { tries, breaches } = await tried()
  expect(breaches).toEqual([])
  expect(tries).toBeGreaterThan(500)
})

it('notices a wall that is missing, and one that lets writing through', async () => {
  const { owner } = world.database
  await sql`alter table meeting disable row level security`.execute(owner)
  expect((await tried()).breaches).toEqual(expect.arrayContaining([expect.stringMatching(/^meeting read: \d+ rows/)]))
  await sql`alter table meeting enable row level security`.execute(owner)
  await sql`create policy planted on organization for insert with check (true)`.execute(owner)
  expect((await tried()).breaches).toEqual(['organization planted there: 1 rows'])
  await sql`drop policy planted on organization`.execute(owner)
  expect((await tried()).breaches).toEqual([])
})
