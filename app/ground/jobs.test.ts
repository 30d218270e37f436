import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tests/world/database.ts'
import { type Jobs, startJobs } from './jobs.ts'

/** So long that no new turn begins while a test looks. */
const HOURS = 36_000
let world: TestDatabase
const running: Jobs[] = []
const errors: [name: string, error: unknown][] = []

beforeAll(async () => {
  world = await testDatabase()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(jobs => jobs.stop()))
})
afterAll(() => world.close())

async function start(): Promise<Jobs> {
  const jobs = await startJobs(world.appAddress, (error, name) => errors.push([name, error]))
  running.push(jobs)
  return jobs
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isTrue(); tries++) await pause(50)
  expect(isTrue()).toBe(true)
}

test('runs at once and again after the interval', async () => {
  let runs = 0
  await (await start()).every('test.count', 1, async () => {
    runs += 1
  })
  await until(() => runs >= 2)
})

test('runs what is due once a day', async () => {
  let runs = 0
  await (await start()).every('test.daily', 86_400, async () => {
    runs += 1
  })
  await until(() => runs === 1)
  expect(errors.filter(([name]) => name === 'test.daily')).toEqual([])
})

test('of two processes one takes each turn', async () => {
  const runs: string[] = []
  const [one, two] = await Promise.all([start(), start()])
  await Promise.all([
    one.every('test.shared', HOURS, async () => void runs.push('one')),
    two.every('test.shared', HOURS, async () => void runs.push('two')),
  ])
  await until(() => runs.length > 0)
  await pause(300)
  expect(runs).toHaveLength(1)
})

test('a run that fails is heard of, and tried again at the next turn', async () => {
  let runs = 0
  await (await start()).every('test.failing', 1, async () => {
    runs += 1
    if (runs === 1) throw new Error('the first time')
  })
  await until(() => runs >= 2)
  expect(errors.map(([name, error]) => [name, String(error)])).toContainEqual(['test.failing', 'Error: the first time'])
})

test('stopping waits for what runs and starts no more', async () => {
  const jobs = await start()
  const steps: string[] = []
  await jobs.every('test.slow', 1, async () => {
    steps.push('begun')
    await pause(400)
    steps.push('finished')
  })
  await until(() => steps.length > 0)
  await jobs.stop()
  running.pop()
  const seen = steps.length
  expect(steps.at(-1)).toBe('finished')
  await pause(1200)
  expect(steps).toHaveLength(seen)
})
