import type { Day } from '../../../ground/schema.ts'

export const LONGEST_SENTENCE = 2000
export const LONGEST_NAME = 200
/** Addresses in one go; more are asked in a second one. */
export const MOST_ADDRESSES = 100
export const LONGEST_ADDRESS = 254
export const LONGEST_ADDRESSES = MOST_ADDRESSES * (LONGEST_ADDRESS + 2)
/** A link lets its addressee read for so long after the last day, and sign again should the paper be opened once more. */
export const LINK_DAYS_AFTER = 180

export const standings = ['open', 'over', 'closed'] as const
export type Standing = (typeof standings)[number]

/** The last day counts: until it ends a paper can be signed, and signatures changed and withdrawn. */
export function standingOf({ until, closed }: { until: Day; closed: boolean }, today: Day): Standing {
  if (closed) return 'closed'
  return until < today ? 'over' : 'open'
}

/** Addresses as people paste them: one a line, or with commas, semicolons and spaces between them; each once. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(BETWEEN)
      .filter(part => part !== '')
      .map(part => part.toLowerCase()),
  ),
]
const BETWEEN = /[\s,;]/
