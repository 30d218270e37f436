/** Lets `atOnce` tasks run and `waiting` more wait for their turn, first come first served. */
export class Turns {
  readonly #atOnce: number
  readonly #waiting: number
  readonly #queue: (() => void)[] = []
  #running = 0

  constructor(atOnce: number, waiting: number) {
    this.#atOnce = atOnce
    this.#waiting = waiting
  }

  /** Runs the task when its turn comes; null, without running it, where too many wait already. */
  async run<T>(task: () => Promise<T>): Promise<T | null> {
    if (this.#running >= this.#atOnce) {
      if (this.#queue.length >= this.#waiting) return null
      await new Promise<void>(resolve => this.#queue.push(resolve))
    } else this.#running += 1
    try {
      return await task()
    } finally {
      // The place is handed on, so that nobody who comes in between takes it.
      const next = this.#queue.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}
