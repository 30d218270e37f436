import type { GoldItem } from './gold.ts'

const SOFT_HYPHEN = /\u00ad/g
const SPACE = /\s+/g
const WORD = /[\p{L}\p{N}]+/gu
const TITLE = /^(?:dr|prof|mag|hr|herr|herrn|fr|frau)$/

/** Text as it is compared: NFC, without soft hyphens, every space one blank. */
export const plain = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFC').replace(SOFT_HYPHEN, '').replace(SPACE, ' ').trim()

const tokensOf = (text: string | null | undefined): string[] => plain(text).toLowerCase().match(WORD) ?? []

/** A name as it is compared: words in small letters, without titles. */
export const nameKey = (name: string | null | undefined): string =>
  tokensOf(name)
    .filter(word => !TITLE.test(word))
    .join(' ')

/** F1 of the words that two texts share, each counted as often as it stands there: 0 to 1. Two empty texts are alike. */
export function alike(a: string | null | undefined, b: string | null | undefined): number {
  const [left, right] = [tokensOf(a), tokensOf(b)]
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0
  const waiting = new Map<string, number>()
  for (const word of left) waiting.set(word, (waiting.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const count = waiting.get(word) ?? 0
    if (count === 0) continue
    waiting.set(word, count - 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

/** Whether the lines of two items touch, with `slack` lines between them allowed. An item without a line is near nothing. */
export function near(a: GoldItem, b: GoldItem, slack: number): boolean {
  const [one, other] = [linesOf(a), linesOf(b)]
  return one.from <= other.to + slack && other.from <= one.to + slack
}

function linesOf({ line, lines }: GoldItem): { from: number; to: number } {
  const [from, to] = lines ?? [line ?? Number.NaN, line ?? Number.NaN]
  return { from, to }
}
