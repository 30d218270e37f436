import { measureWorlds } from '../worlds/measure.ts'
import { faults } from '../worlds/planted.ts'
import { ownDatabase } from './database.ts'
import type { Figure } from './figures.ts'

const WORLDS = 10_000

/** Random networks, every list and record compared with the slow definition of who may see it. `--size`: how many. */
export const worlds: Figure = async ({ size, plant }) => {
  const fault = faults.find(one => one === plant) ?? null
  if (plant && !fault) throw new Error(`faults: ${faults.join(', ')}`)
  const database = await ownDatabase()
  return measureWorlds(database, { worlds: size ?? WORLDS, fault }).finally(() => database.close())
}
