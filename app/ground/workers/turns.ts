type Waiting = { readonly owner: string | null; readonly begin: () => void }

/** Of the places to wait, one owner may take this share. */
const OWNER_SHARE = 4

/**
 * Lets `atOnce` tasks run and `waiting` more wait for their turn. Tasks of one owner never take the last place to run,
 * nor more than a quarter of the places to wait, and of two who wait the one comes first who was served longer ago: what
 * hangs holds up whoever brought it. Tasks without an owner (our own) wait first come first served.
 */
export class Turns {
  readonly #atOnce: number
  readonly #waiting: number
  readonly #queue: Waiting[] = []
  readonly #running = new Map<string, number>()
  readonly #served = new Map<string, number>()
  #busy = 0
  #turn = 0

  constructor(atOnce: number, waiting: number) {
    this.#atOnce = atOnce
    this.#waiting = waiting
  }

  /** Runs the task when its turn comes; null, without running it, where too many wait already. */
  async run<T>(task: () => Promise<T>, owner: string | null = null): Promise<T | null> {
    if (!this.#hasPlace(owner)) {
      if (!this.#mayWait(owner)) return null
      await new Promise<void>(begin => this.#queue.push({ owner, begin }))
    } else this.#take(owner)
    try {
      return await task()
    } finally {
      this.#handOn(owner)
    }
  }

  #hasPlace(owner: string | null): boolean {
    if (this.#busy >= this.#atOnce) return false
    return owner === null || (this.#running.get(owner) ?? 0) < Math.max(1, this.#atOnce - 1)
  }

  #mayWait(owner: string | null): boolean {
    if (this.#queue.length >= this.#waiting) return false
    const own = this.#queue.filter(one => one.owner === owner).length
    return owner === null || own < Math.ceil(this.#waiting / OWNER_SHARE)
  }

  #take(owner: string | null): void {
    this.#busy += 1
    if (owner === null) return
    this.#turn += 1
    this.#served.set(owner, this.#turn)
    this.#running.set(owner, (this.#running.get(owner) ?? 0) + 1)
  }

  /** The place is taken for whoever is next before anybody who comes in between can take it. */
  #handOn(owner: string | null): void {
    this.#leave(owner)
    const next = this.#queue
      .filter(one => this.#hasPlace(one.owner))
      .reduce<Waiting | null>(
        (first, one) => (first && this.#lastTurn(first) <= this.#lastTurn(one) ? first : one),
        null,
      )
    if (!next) return
    this.#queue.splice(this.#queue.indexOf(next), 1)
    this.#take(next.owner)
    next.begin()
  }

  #leave(owner: string | null): void {
    this.#busy -= 1
    if (owner === null) return
    const rest = this.#running.get(owner)! - 1
    if (rest > 0) this.#running.set(owner, rest)
    else this.#running.delete(owner)
    if (rest === 0 && !this.#queue.some(one => one.owner === owner)) this.#served.delete(owner)
  }

  #lastTurn({ owner }: Waiting): number {
    return owner === null ? 0 : (this.#served.get(owner) ?? 0)
  }
}
