import { type Chance, chanceOf } from './chance.ts'
import { madeMinutes } from './made.ts'

export const FIVE_KILOBYTES = 5000
/** Behind so many lines the head of minutes has ended; what follows may stand in any minutes. */
const HEAD_LINES = 8

/**
 * Different texts of 5 kB of UTF-8, as many as asked for: made minutes and `samples` by turns, each lengthened by the
 * later lines of others of its sort, and cut at the end of a line.
 */
export function fiveKilobyteTexts(count: number, samples: readonly string[]): string[] {
  return Array.from({ length: count }, (_, at) => {
    const chance = chanceOf(5000 + at)
    const source = at % 2 === 0 ? madeMinutes : (by: Chance) => by.pick(samples)
    return lengthened(source(chance), () => source(chance))
  })
}

function lengthened(text: string, more: () => string): string {
  const lines = text.split('\n')
  let bytes = Buffer.byteLength(text)
  while (bytes < FIVE_KILOBYTES) {
    const further = more().split('\n').slice(HEAD_LINES)
    lines.push(...further, '')
    bytes += Buffer.byteLength(further.join('\n')) + 2
  }
  while (bytes > FIVE_KILOBYTES && lines.length > 1) bytes -= Buffer.byteLength(lines.pop()!) + 1
  return lines.join('\n')
}
