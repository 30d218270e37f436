import { measureMatrix } from '../access/matrix.ts'
import { faultNames } from '../access/planted.ts'
import { ownDatabase } from './database.ts'
import type { Figure } from './figures.ts'

/** The access matrix; `--size` says how many alike rows are opened at each door (1 in `npm test`). */
export const matrix: Figure = async ({ size, plant }) => {
  const fault = faultNames.find(one => one === plant) ?? null
  if (plant && !fault) throw new Error(`faults: ${faultNames.join(', ')}`)
  const database = await ownDatabase()
  return measureMatrix(database, { plant: fault, alike: size ?? 3 }).finally(() => database.close())
}
