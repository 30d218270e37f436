/** How a counter is written. `none` shows no number at all. */
export type NumberFormat = 'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman' | 'none'

const LETTERS = 26
const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const LARGEST_ROMAN = 3999
/** Word and LibreOffice write 27 as "aa", 53 as "aaa"; longer rows of letters tell nobody anything. */
const MOST_LETTERS = 10

/** A count (1 or more) in its format; what a format can not write is written as a plain number. */
export function formatNumber(count: number, format: NumberFormat): string {
  if (format === 'none') return ''
  if (format === 'decimal' || count < 1) return String(count)
  if (format === 'lowerLetter') return letters(count)
  if (format === 'upperLetter') return letters(count).toUpperCase()
  return format === 'lowerRoman' ? roman(count) : roman(count).toUpperCase()
}

function letters(count: number): string {
  const times = Math.ceil(count / LETTERS)
  if (times > MOST_LETTERS) return String(count)
  return String.fromCharCode('a'.charCodeAt(0) + ((count - 1) % LETTERS)).repeat(times)
}

function roman(count: number): string {
  if (count > LARGEST_ROMAN) return String(count)
  let rest = count
  let text = ''
  for (const [value, digits] of romanDigits) {
    text += digits.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

/**
 * Counts one numbered list. `next` counts a level (0 outermost) up from its start and forgets the deeper ones, as both
 * Word and LibreOffice do; `at` tells a level's count, its start where nothing was counted yet.
 */
export class Counters {
  readonly #counts: (number | undefined)[] = []

  next(level: number, start: number): number {
    const count = (this.#counts[level] ?? start - 1) + 1
    this.#counts[level] = count
    this.#counts.length = level + 1
    return count
  }

  at(level: number, start: number): number {
    return this.#counts[level] ?? start
  }

  /** The next `next` of this level gives `count`. */
  restart(level: number, count: number): void {
    this.#counts[level] = count - 1
  }
}
