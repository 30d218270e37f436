import { getHeapStatistics } from 'node:v8'

/** What a worker is told when it begins, as its one argument. */
export type WorkerData = { readonly megabytes: number }

/** What a worker sends back, of a job done or of one that threw. `fit`: whether it may take another job. */
export type Answer =
  | { readonly result: unknown; readonly fit: boolean }
  | { readonly error: { readonly name: string; readonly message: string; readonly stack: string | undefined } }

const MEGABYTE = 1024 * 1024
/** A worker that keeps more than this part of what it may use would leave the next job too little. */
const KEPT = 0.5

/** What every object and list inherits. Own keys by number: only a job that wrote into them changes it. */
const inherited = [Object.prototype, Array.prototype]
const keysOf = (prototypes: readonly object[]): number =>
  prototypes.reduce<number>((sum, prototype) => sum + Reflect.ownKeys(prototype).length, 0)

/**
 * Makes this process take jobs one after another, as `Workers` hands them over, until nobody is there to hand one over.
 * `isSound` says by the result whether the job left the process as it found it.
 */
export function serve<Job, Result>(work: (job: Job) => Promise<Result>, isSound: (result: Result) => boolean): void {
  const { megabytes } = JSON.parse(process.argv[2] ?? '{}') as WorkerData
  const keys = keysOf(inherited)
  const send = (answer: Answer) => process.send?.(answer)
  process.on('message', async (job: Job) => {
    try {
      const result = await work(job)
      // What the job left running comes before the answer: its own time runs out, not that of the next.
      await new Promise(resolve => setImmediate(resolve))
      const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics()
      const fit = isSound(result) && keysOf(inherited) === keys && heap + buffers < megabytes * MEGABYTE * KEPT
      send({ result, fit })
    } catch (thrown) {
      const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown))
      send({ error: { name, message, stack } })
    }
  })
}
