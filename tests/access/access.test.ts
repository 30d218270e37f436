import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp, doors } from '../../app/server.ts'
import { testDatabase } from '../world/database.ts'
import { openMatrix } from './matrix.ts'
import { faultNames, faults } from './planted.ts'

/** A machine that does other things beside takes three times as long as one that does not. */
const LONG = 1_500_000
let matrix: Awaited<ReturnType<typeof openMatrix>>
beforeAll(async () => {
  matrix = await openMatrix(await testDatabase())
}, LONG)
afterAll(() => matrix.world.close())

it(
  'shows every persona what is there for them and nothing else, at every door',
  async () => {
    const { leaks, withheld, missing, misshapen, findings, cases } = await matrix.measure()
    expect(findings).toEqual([])
    expect({ leaks, withheld, missing, misshapen }).toEqual({ leaks: 0, withheld: 0, missing: 0, misshapen: 0 })
    expect(cases).toBeGreaterThan(10_000)
  },
  LONG,
)

it.each(faultNames)(
  'notices a planted fault: %s',
  async fault => {
    expect((await matrix.measure({ plant: fault, only: faults[fault] })).leaks).toBeGreaterThan(0)
  },
  LONG,
)

it('lets nothing be mounted beside the doors', () => {
  const routes = buildApp(matrix.world.ground).routes.filter(({ method }) => method !== 'ALL')
  const beside = routes.filter(
    ({ method, path }) => !doors.some(door => door.path === path && mounts(door.method, method)),
  )
  expect([...new Set(beside.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual([
    'GET /assets/:name',
    'GET /healthz',
    'GET /openapi.json',
  ])
})
const mounts = (door: string, method: string) => (door === 'post') === (method === 'POST')
