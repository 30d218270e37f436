import { expect, it } from 'vitest'
import { Turns } from './turns.ts'

it('runs some at once, lets some wait in order and sends the rest away', async () => {
  const turns = new Turns(2, 3)
  const started: number[] = []
  const finish: (() => void)[] = []
  const tasks = [0, 1, 2, 3, 4, 5, 6].map(number =>
    turns.run(() => {
      started.push(number)
      return new Promise<number>(resolve => finish.push(() => resolve(number)))
    }),
  )
  expect(started).toEqual([0, 1])
  expect(await Promise.all(tasks.slice(5))).toEqual([null, null])
  for (let at = 0; at < 5; at += 1) {
    finish[at]!()
    await tasks[at]
    await new Promise(resolve => setImmediate(resolve))
    expect(started.length).toBe(Math.min(at + 3, 5))
  }
  expect(await Promise.all(tasks.slice(0, 5))).toEqual([0, 1, 2, 3, 4])
  expect(started).toEqual([0, 1, 2, 3, 4])
})

it('hands the place on when a task fails', async () => {
  const turns = new Turns(1, 1)
  const failed = turns.run(() => Promise.reject(new Error('broken')))
  const next = turns.run(async () => 'next')
  await expect(failed).rejects.toThrow('broken')
  expect(await next).toBe('next')
  expect(await turns.run(async () => 'after')).toBe('after')
})

it('keeps a place for others while the tasks of one owner hang, and serves in turn who waits', async () => {
  const turns = new Turns(2, 8)
  const order: string[] = []
  const finish: (() => void)[] = []
  const task = (name: string, owner: string) =>
    turns.run(() => {
      order.push(name)
      return new Promise<string>(resolve => finish.push(() => resolve(name)))
    }, owner)
  const hanging = [1, 2, 3, 4].map(number => task(`hangs ${number}`, 'Ada'))
  const other = [1, 2].map(number => task(`other ${number}`, 'Ben'))
  const third = task('third', 'Cem')
  expect(order).toEqual(['hangs 1', 'other 1'])
  expect(await hanging[3]).toBeNull()
  finish[1]!()
  await other[0]
  await new Promise(resolve => setImmediate(resolve))
  expect(order).toEqual(['hangs 1', 'other 1', 'third'])
  finish[0]!()
  await hanging[0]
  await new Promise(resolve => setImmediate(resolve))
  expect(order).toEqual(['hangs 1', 'other 1', 'third', 'hangs 2'])
  while (order.length < 6 || finish.length > 0) {
    finish.shift()?.()
    await new Promise(resolve => setImmediate(resolve))
  }
  expect(await Promise.all([...hanging.slice(0, 3), ...other, third])).not.toContain(null)
})
