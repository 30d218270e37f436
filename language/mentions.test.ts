import { expect, it } from 'vitest'
import { withoutOverlaps } from './mentions.ts'

it('keeps what begins first, then what is longer, in the order of the text', () => {
  const stretches = [
    { at: 8, end: 9 },
    { at: 0, end: 3 },
    { at: 0, end: 5 },
    { at: 4, end: 7 },
    { at: 5, end: 6 },
  ]
  expect(withoutOverlaps(stretches)).toEqual([
    { at: 0, end: 5 },
    { at: 5, end: 6 },
    { at: 8, end: 9 },
  ])
  expect(withoutOverlaps([])).toEqual([])
})
