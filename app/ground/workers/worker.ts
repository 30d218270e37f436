import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Answer, WorkerData } from './serve.ts'

/** How often the memory of a busy worker is looked at. */
const LOOK_EVERY = 100
/** Node and the libraries themselves, in megabytes. */
const BARE_MEGABYTES = 128
const RESIDENT = /^VmRSS:\s*(\d{1,15}) kB$/m
/** V8 ends a process whose heap is full by abort (SIGTRAP in some builds); the system one that takes too much. */
const FULL = new Set<NodeJS.Signals | null>(['SIGABRT', 'SIGTRAP', 'SIGKILL'])

/** What hangs would outlive us. */
const living = new Set<ChildProcess>()
process.on('exit', () => {
  for (const one of living) one.kill('SIGKILL')
})

/** `broken`: the worker broke down, with the error where the job threw one. */
export type Result<T> =
  | { readonly ended: 'done'; readonly value: T }
  | { readonly ended: 'took-too-long' | 'out-of-memory' }
  | { readonly ended: 'broken'; readonly error: unknown }

/** Milliseconds of one job; megabytes of JavaScript heap, and as many outside of it; milliseconds of idleness. */
export type Limits = {
  readonly milliseconds: number
  readonly megabytes: number
  readonly idleMilliseconds: number
}

/**
 * A process that does one job at a time. It knows no environment, may write no file and start nothing. A process and
 * not a thread: a thread whose heap fills fast takes the whole server with it, whatever its resource limits say.
 */
export class Worker<T> {
  readonly #process: ChildProcess
  readonly #limits: Limits
  #settle: ((result: Result<T>, fit: boolean) => void) | null = null
  #whenGone: (() => void) | null = null
  #idleTime: NodeJS.Timeout | undefined
  #hasEnded = false

  constructor(script: URL, limits: Limits) {
    this.#limits = limits
    const { megabytes } = limits
    this.#process = fork(script, [JSON.stringify({ megabytes } satisfies WorkerData)], {
      execArgv: [`--max-old-space-size=${megabytes}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    living.add(this.#process)
    this.#process.on('message', answer => this.#answered(answer as Answer))
    this.#process.on('error', error => this.#gone({ ended: 'broken', error }))
    this.#process.on('exit', (_, signal) =>
      this.#gone(FULL.has(signal) ? { ended: 'out-of-memory' } : { ended: 'broken', error: null }),
    )
  }

  /** `fit`: whether the worker may take another job; otherwise it has to end. */
  run(job: unknown): Promise<{ readonly result: Result<T>; readonly fit: boolean }> {
    clearTimeout(this.#idleTime)
    this.#process.ref()
    this.#process.channel?.ref()
    return new Promise(resolve => {
      const timeOut = setTimeout(() => this.#settle?.({ ended: 'took-too-long' }, false), this.#limits.milliseconds)
      const look = setInterval(() => this.#look(), LOOK_EVERY)
      this.#settle = (result, fit) => {
        this.#settle = null
        clearTimeout(timeOut)
        clearInterval(look)
        resolve({ result, fit })
      }
      // Whoever ended in between says so by its exit.
      this.#process.send(job as object, () => undefined)
    })
  }

  /** Waits for the next job, for a while; false where the worker has ended. `whenGone`: it takes no more jobs. */
  rest(whenGone: () => void): boolean {
    if (this.#hasEnded) return false
    this.#process.unref()
    this.#process.channel?.unref()
    this.#idleTime = setTimeout(() => this.end(), this.#limits.idleMilliseconds).unref()
    this.#whenGone = whenGone
    return true
  }

  end(): void {
    this.#process.kill('SIGKILL')
    this.#gone({ ended: 'broken', error: null })
  }

  #answered(answer: Answer): void {
    if ('error' in answer) this.#settle?.({ ended: 'broken', error: answer.error }, false)
    else this.#settle?.({ ended: 'done', value: answer.result as T }, answer.fit)
  }

  #gone(result: Result<T>): void {
    this.#hasEnded = true
    living.delete(this.#process)
    clearTimeout(this.#idleTime)
    this.#settle?.(result, false)
    this.#whenGone?.()
  }

  /** Buffers stand outside of the heap, which alone is bounded by V8. Where there is no /proc, nobody looks. */
  async #look(): Promise<void> {
    const status = await readFile(`/proc/${this.#process.pid}/status`, 'utf8').catch(() => '')
    const megabytes = Number(RESIDENT.exec(status)?.[1] ?? 0) / 1024
    if (megabytes > BARE_MEGABYTES + 2 * this.#limits.megabytes) this.#settle?.({ ended: 'out-of-memory' }, false)
  }
}
