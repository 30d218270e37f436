import { Turns } from './turns.ts'
import { type Limits, type Result, Worker } from './worker.ts'

/** The limits of each worker, how many work at once, and how many jobs wait. */
export type Allowance = Limits & { readonly atOnce: number; readonly waiting: number }

/** The module `NAME.worker` beside a file: as TypeScript in a checkout, as an entry of its own in the bundle. */
export const workerBeside = (here: string, name: string): URL =>
  new URL(`${name}.worker.${here.endsWith('.ts') ? 'ts' : 'js'}`, here)

/**
 * Workers that do jobs of one kind and live on for the next one: loading a library takes longer than most jobs. One is
 * ended and replaced when a job takes too long, needs too much memory, throws, or leaves the process changed (`serve`);
 * and when it was idle. Idle workers keep no process alive.
 */
export class Workers<Job, T> {
  readonly #script: URL
  readonly #allowance: Allowance
  readonly #turns: Turns
  readonly #idle: Worker<T>[] = []

  /** `script` is a module that calls `serve`. */
  constructor(script: URL, allowance: Allowance) {
    this.#script = script
    this.#allowance = allowance
    this.#turns = new Turns(allowance.atOnce, allowance.waiting)
  }

  /**
   * Does the job when its turn comes; `too-many`: not begun, others wait already. `owner`: whose it is, so that nobody
   * waits for what another person brought (`Turns`). Never throws.
   */
  async run(job: Job, owner: string | null = null): Promise<Result<T> | { readonly ended: 'too-many' }> {
    return (await this.#turns.run(() => this.#done(job), owner)) ?? { ended: 'too-many' }
  }

  async #done(job: Job): Promise<Result<T>> {
    const worker = this.#idle.pop() ?? new Worker<T>(this.#script, this.#allowance)
    const { result, fit } = await worker.run(job)
    if (!fit) worker.end()
    else if (worker.rest(() => this.#forget(worker))) this.#idle.push(worker)
    return result
  }

  #forget(worker: Worker<T>): void {
    const at = this.#idle.indexOf(worker)
    if (at >= 0) this.#idle.splice(at, 1)
  }
}
