import { chanceOf } from './chance.ts'
import { madeMinutes } from './made.ts'
import { mutated } from './mutated.ts'

const MADE = 0.6
const MUTATED = 0.85

/** The text of a number: made minutes or one of `samples`, and mostly something happened to it. Always the same. */
export function fuzzedText(number: number, samples: readonly string[]): string {
  const chance = chanceOf(number)
  const text = chance.often(MADE) ? madeMinutes(chance) : chance.pick(samples)
  return chance.often(MUTATED) ? mutated(text, chance) : text
}
