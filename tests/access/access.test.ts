import { expect, it } from 'vitest'
import { testDatabase } from '../world/database.ts'
import { measureMatrix } from './matrix.ts'
import { faults } from './planted.ts'

const measured = async (options: Parameters<typeof measureMatrix>[1] = {}) => {
  const database = await testDatabase()
  return measureMatrix(database, options).finally(() => database.close())
}
/** The door at which each fault is looked for; the whole matrix finds them too (`npm run figures -- matrix`). */
const where = { filter: '/minutes/:id', count: '/commitments', agenda: '/meetings/:id' }

it('shows every persona what is there for them and nothing else, at every door', async () => {
  const { leaks, withheld, missing, misshapen, findings, cases } = await measured()
  expect(findings).toEqual([])
  expect({ leaks, withheld, missing, misshapen }).toEqual({ leaks: 0, withheld: 0, missing: 0, misshapen: 0 })
  expect(cases).toBeGreaterThan(10_000)
}, 600_000)

it.each(faults)(
  'notices a planted fault: %s',
  async fault => {
    expect((await measured({ plant: fault, only: where[fault] })).leaks).toBeGreaterThan(0)
  },
  600_000,
)
