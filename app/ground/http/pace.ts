import type { Clock } from '../clock.ts'

const MINUTE_MS = 60_000

/**
 * How fast one caller asks: so many requests in a minute of the clock. The counts are this process's own and are
 * forgotten with the minute: they hold machines back, they prove nothing.
 */
export class Pace {
  private readonly clock: Clock
  private readonly most: number
  private minute = 0
  private counts = new Map<string, number>()

  /** `most` 0 counts nothing. */
  constructor(clock: Clock, most: number) {
    this.clock = clock
    this.most = most
  }

  /** Counts a request of `caller` and says whether it is one too many. */
  isTooFast(caller: string, cost: number): boolean {
    if (this.most === 0) return false
    const minute = Math.floor(this.clock.instant().epochMilliseconds / MINUTE_MS)
    if (minute !== this.minute) {
      this.minute = minute
      this.counts = new Map()
    }
    const count = (this.counts.get(caller) ?? 0) + cost
    this.counts.set(caller, count)
    return count > this.most
  }
}
