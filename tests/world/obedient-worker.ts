import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../../app/ground/workers/serve.ts'

/** What a worker can be told to do in a test. */
export type Order =
  | 'tell'
  | 'hang'
  | 'hang behind'
  | 'exit'
  | 'throw'
  | 'throw behind'
  | 'fill heap'
  | 'fill buffers'
  | 'keep much'
  | 'write a file'
  | 'start a program'
  | 'pollute'
  | 'unsound'

const kept: unknown[] = []
const MEGABYTE = 1024 * 1024

const doings: Readonly<Record<Order, () => void>> = {
  tell: () => undefined,
  unsound: () => undefined,
  hang: () => {
    for (;;);
  },
  'hang behind': () => void setImmediate(doings.hang),
  exit: () => process.exit(7),
  throw: () => {
    throw new RangeError('as told')
  },
  'throw behind': () => void setImmediate(doings.throw),
  'fill heap': () => {
    for (;;) kept.push(new Array(1000).fill(kept.length))
  },
  'fill buffers': () => {
    for (let at = 0; at < 400; at += 1) kept.push(Buffer.alloc(MEGABYTE, 1))
    doings.hang()
  },
  'write a file': () => writeFileSync(join(tmpdir(), 'disobedient'), ''),
  'start a program': () => void execFileSync('true'),
  'keep much': () => void kept.push(Buffer.alloc(48 * MEGABYTE, 1)),
  pollute: () => {
    Object.assign(Object.prototype, { isChair: true })
  },
}

/** Does what it is told, and says which process it is and what it sees of the orders before. */
serve(
  async (order: Order) => {
    doings[order]()
    return { worker: process.pid, order, isChair: 'isChair' in {} }
  },
  ({ order }) => order !== 'unsound',
)
