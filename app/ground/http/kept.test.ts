import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/world/database.ts'
import { type Signals, signalsAt } from '../signals.ts'
import { Kept, type Made } from './kept.ts'

let database: TestDatabase
let signals: Signals
beforeAll(async () => {
  database = await testDatabase()
  signals = signalsAt(database.appAddress)
})
afterAll(async () => {
  await signals.close()
  await database.close()
})

function kept() {
  const cache = new Kept(signals)
  const made: string[] = []
  const ask = (network: string, name: string, bytes = `${network} ${name}`) =>
    cache.answer(network, name, async (): Promise<Made> => {
      made.push(name)
      return { bytes, headers: {} }
    })
  return { cache, tell: signals.tell, made, ask }
}

describe('kept answers', () => {
  it('are made once, also for many at once, and anew after an act of their network alone', async () => {
    const { tell, made, ask } = kept()
    await Promise.all([ask('a', 'x'), ask('a', 'x'), ask('a', 'x'), ask('b', 'x')])
    await ask('a', 'x')
    expect(made).toHaveLength(2)
    tell({ kind: 'journal', network: 'a' })
    await ask('b', 'x')
    expect(made).toHaveLength(2)
    await ask('a', 'x')
    expect(made).toHaveLength(3)
    tell({ kind: 'gap' })
    await Promise.all([ask('a', 'x'), ask('b', 'x')])
    expect(made).toHaveLength(5)
  })

  it('are not kept where something changed while they were made', async () => {
    const { cache, tell } = kept()
    const gate = Promise.withResolvers<Made>()
    const first = cache.answer('a', 'x', () => gate.promise)
    await new Promise(resolve => setTimeout(resolve, 20))
    tell({ kind: 'journal', network: 'a' })
    gate.resolve({ bytes: 'old', headers: {} })
    expect((await first)?.bytes).toBe('old')
    const second = await cache.answer('a', 'x', async () => ({ bytes: 'new', headers: {} }))
    expect(second?.bytes).toBe('new')
  })

  it('forget what failed, what was not there, and the oldest of too many', async () => {
    const { cache, made, ask } = kept()
    await expect(cache.answer('a', 'x', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await cache.answer('a', 'x', async () => null)).toBeNull()
    await ask('a', 'x')
    const large = 'w'.repeat(6_000_000)
    for (const name of ['1', '2', '3', '4']) await ask('a', name, large)
    made.length = 0
    for (const name of ['4', '3', '2', '1', 'x']) await ask('a', name, large)
    expect(made).toEqual(['1', 'x'])
  })
})
