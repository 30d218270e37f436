import { expect, it } from 'vitest'
import type { Order } from '../../../tests/world/obedient-worker.ts'
import { type Allowance, Workers } from './workers.ts'

const SCRIPT = new URL('../../../tests/world/obedient-worker.ts', import.meta.url)
type Told = { readonly worker: number; readonly isChair: boolean }
/** Time enough for a busy machine, and memory for what a worker holds until it is collected. */
const usual: Allowance = { milliseconds: 30_000, megabytes: 80, atOnce: 1, waiting: 4, idleMilliseconds: 60_000 }
const crewOf = (allowance: Partial<Allowance> = {}) => new Workers<Order, Told>(SCRIPT, { ...usual, ...allowance })
async function told(asked: Workers<Order, Told>, order: Order = 'tell', owner: string | null = null): Promise<Told> {
  const result = await asked.run(order, owner)
  if (result.ended !== 'done') throw new Error(result.ended)
  return result.value
}

it('does job after job in one worker', async () => {
  const crew = crewOf()
  const { worker } = await told(crew)
  expect(await told(crew)).toMatchObject({ worker })
  expect(await told(crew)).toMatchObject({ worker })
})

it.each([
  ['exit', { ended: 'broken', error: null }],
  ['throw', { ended: 'broken', error: { name: 'RangeError', message: 'as told' } }],
  ['throw behind', { ended: 'broken', error: null }],
  ['write a file', { ended: 'broken', error: { message: expect.stringContaining('permission') } }],
  ['start a program', { ended: 'broken', error: { message: expect.stringContaining('permission') } }],
  ['fill heap', { ended: 'out-of-memory' }],
  ['fill buffers', { ended: 'out-of-memory' }],
] as const)('replaces a worker told to %s, and the one who waits gets an answer', async (order, ended) => {
  const crew = crewOf()
  const { worker } = await told(crew)
  const [bad, next] = await Promise.all([crew.run(order), told(crew)])
  expect(bad).toMatchObject(ended)
  expect(next).toMatchObject({ isChair: false })
  expect(next.worker).not.toBe(worker)
  expect(await told(crew)).toMatchObject({ worker: next.worker })
})

it.each(['hang', 'hang behind'] as const)(
  'ends a worker told to %s by its time, and does the next job',
  async order => {
    const crew = crewOf({ milliseconds: 2000 })
    const { worker } = await told(crew)
    expect(await crew.run(order)).toEqual({ ended: 'took-too-long' })
    expect((await told(crew)).worker).not.toBe(worker)
  },
)

it.each(['pollute', 'unsound', 'keep much'] as const)('gives no other job to a worker told to %s', async order => {
  const crew = crewOf()
  const { worker } = await told(crew, order)
  const next = await told(crew)
  expect(next.worker).not.toBe(worker)
  expect(next.isChair).toBe(false)
})

it('does what others bring while the jobs of one owner hang', async () => {
  const crew = crewOf({ atOnce: 2, milliseconds: 4000 })
  const ended: string[] = []
  const hanging = crew.run('hang', 'Ada').then(() => ended.push('Ada'))
  await told(crew, 'tell', 'Ben').then(() => ended.push('Ben'))
  await told(crew, 'tell', 'Cem').then(() => ended.push('Cem'))
  await hanging
  expect(ended).toEqual(['Ben', 'Cem', 'Ada'])
})

it('ends an idle worker', async () => {
  const crew = crewOf({ idleMilliseconds: 20 })
  const { worker } = await told(crew)
  await new Promise(resolve => setTimeout(resolve, 200))
  expect((await told(crew)).worker).not.toBe(worker)
})

it('sends away who comes when too many wait', async () => {
  const crew = crewOf({ waiting: 1 })
  const all = await Promise.all([crew.run('tell'), crew.run('tell'), crew.run('tell')])
  expect(all.map(({ ended }) => ended)).toEqual(['done', 'done', 'too-many'])
})
