import { Worker } from 'node:worker_threads'
import { type Outcome, refused } from '../problems.ts'
import { bounds, fileExpandsTooFar, fileTookTooLong } from './bounds.ts'
import type { Converted } from './extracted.ts'
import type { Container } from './kind.ts'
import { Turns } from './turns.ts'

/** What a thread gets to do. */
export type Job = { readonly container: Exclude<Container, 'text'>; readonly bytes: Uint8Array }

/** The thread stands beside this file: as TypeScript in a checkout, as an entry of its own in the bundle. */
const here = import.meta.url
const WORKER = new URL(here.endsWith('.ts') ? 'convert.worker.ts' : 'convert.worker.js', here)
const MEGABYTE = 1024 * 1024
/** How often the buffers of a thread are looked at; resource limits count its JavaScript heap only. */
const LOOK_EVERY = 100
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'

/** What a thread may use: milliseconds, and megabytes of heap and as many of buffers. */
export type Allowance = { readonly milliseconds: number; readonly megabytes: number }
const usual: Allowance = { milliseconds: bounds.milliseconds, megabytes: bounds.workerMegabytes }

const turns = new Turns(bounds.workersAtOnce, bounds.waitingFiles)

/**
 * Converts in a thread made for this one file: bounded in memory and time, ended in any case, so that no file meets
 * what another left behind. Two run at once, a few wait. Refused: `file-took-too-long` (also with too many waiting),
 * `file-expands-too-far` (memory), and whatever the converter refuses.
 */
export async function convertApart(job: Job, allowance: Allowance = usual): Promise<Outcome<Converted>> {
  return (await turns.run(() => inThread(job, allowance))) ?? fileTookTooLong()
}

function inThread(job: Job, { milliseconds, megabytes }: Allowance): Promise<Outcome<Converted>> {
  const worker = new Worker(WORKER, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  return new Promise(resolve => {
    const settle = (outcome: Outcome<Converted>) => {
      clearTimeout(timeOut)
      clearInterval(look)
      resolve(worker.terminate().then(() => outcome))
    }
    const timeOut = setTimeout(() => settle(fileTookTooLong()), milliseconds)
    const look = setInterval(() => {
      if (worker.threadId < 0) return
      const seen = (size: number) => size > megabytes * MEGABYTE && settle(fileExpandsTooFar())
      worker.getHeapStatistics().then(
        heap => seen(heap.external_memory),
        // The thread has ended in between.
        () => undefined,
      )
    }, LOOK_EVERY)
    worker.once('message', settle)
    worker.once('error', error => {
      const isFull = 'code' in error && error.code === OUT_OF_MEMORY
      settle(isFull ? fileExpandsTooFar() : refused('file-broken'))
    })
    worker.once('exit', () => settle(refused('file-broken')))
  })
}
