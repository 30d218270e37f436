import { expect, it } from 'vitest'
import { testDatabase } from '../world/database.ts'
import { measureFuzz } from './fuzz.ts'
import { faults } from './planted.ts'

const LONG = 600_000
const SIZE = 1_000
const measured = async (options: Parameters<typeof measureFuzz>[1]) => {
  const database = await testDatabase()
  return measureFuzz(database, options).finally(() => database.close())
}

it(
  'finds no error, no answer that is not described and nothing hidden, following the description alone',
  async () => {
    const { findings, statuses, ...found } = await measured({ size: SIZE })
    expect(findings).toEqual([])
    expect(found).toEqual({ requests: SIZE, serverErrors: 0, schemaBreaks: 0, leaks: 0 })
    // It has come in, been refused for every kind of reason, and written.
    for (const status of [200, 303, 403, 404, 422]) expect(statuses[status] ?? 0).toBeGreaterThan(0)
  },
  LONG,
)

const shown = { error: 'serverErrors', shape: 'schemaBreaks', leak: 'leaks' } as const
it.each(faults)(
  'notices a planted fault: %s',
  async fault => {
    expect((await measured({ size: 6_000, seed: 2, plant: fault, untilFound: true }))[shown[fault]]).toBeGreaterThan(0)
  },
  LONG,
)
