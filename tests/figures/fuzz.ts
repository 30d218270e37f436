import { measureFuzz } from '../fuzz/fuzz.ts'
import { faults } from '../fuzz/planted.ts'
import { ownDatabase } from './database.ts'
import type { Figure } from './figures.ts'

/** Requests that follow /openapi.json alone, as every persona; `--size` says how many. */
export const fuzz: Figure = async ({ size, plant }) => {
  const fault = faults.find(one => one === plant) ?? null
  if (plant && !fault) throw new Error(`faults: ${faults.join(', ')}`)
  const database = await ownDatabase()
  return measureFuzz(database, { size: size ?? 50_000, plant: fault }).finally(() => database.close())
}
