import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../world/database.ts'
import { measureWorlds } from './measure.ts'
import { faults } from './planted.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const WORLDS = 200
const FEW = 30

it('shows everybody in random networks what the slow definition says, and nothing else', async () => {
  const { disagreements, empty, findings } = await measureWorlds(database, { worlds: WORLDS })
  expect(findings).toEqual([])
  expect({ disagreements, empty }).toEqual({ disagreements: 0, empty: [] })
}, 900_000)

it.each(faults)(
  'notices a planted fault: %s',
  async fault => {
    expect((await measureWorlds(database, { worlds: FEW, fault })).disagreements).toBeGreaterThan(0)
  },
  300_000,
)
