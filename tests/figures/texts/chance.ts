/** Chance that can be had again: the same seed gives the same choices. */
export type Chance = {
  /** 0 (inclusive) to 1 (exclusive). */
  next(): number
  /** An integer from `from` to `to`, both inclusive. */
  whole(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  often(share: number): boolean
  times<T>(from: number, to: number, make: (at: number) => T): T[]
  shuffled<T>(from: readonly T[]): T[]
}

/** Mulberry32: 32 bits of state are enough for texts, and it needs no library. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)]!
  return {
    next,
    whole,
    pick,
    often: share => next() < share,
    times: (from, to, make) => Array.from({ length: whole(from, to) }, (_, at) => make(at)),
    shuffled: from => {
      const cards = [...from]
      for (let at = cards.length - 1; at > 0; at--) {
        const other = whole(0, at)
        const card = cards[at]!
        cards[at] = cards[other]!
        cards[other] = card
      }
      return cards
    },
  }
}
