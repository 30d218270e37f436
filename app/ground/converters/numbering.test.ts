import { expect, it } from 'vitest'
import { Counters, formatNumber, type NumberFormat } from './numbering.ts'

it.each<[number, NumberFormat, string]>([
  [7, 'decimal', '7'],
  [1, 'lowerLetter', 'a'],
  [26, 'lowerLetter', 'z'],
  [27, 'lowerLetter', 'aa'],
  [28, 'upperLetter', 'BB'],
  [300, 'lowerLetter', '300'],
  [4, 'lowerRoman', 'iv'],
  [1994, 'upperRoman', 'MCMXCIV'],
  [9_999_999, 'upperRoman', '9999999'],
  [0, 'upperRoman', '0'],
  [-3, 'lowerLetter', '-3'],
  [3, 'none', ''],
])('writes %d as %s: %s', (count, format, text) => {
  expect(formatNumber(count, format)).toBe(text)
})

it('forgets the deeper counts when an outer one goes on', () => {
  const counters = new Counters()
  const counts = [0, 1, 1, 0, 1].map(level => counters.next(level, 1))
  expect(counts).toEqual([1, 1, 2, 2, 1])
})

it('counts on from where it is restarted', () => {
  const counters = new Counters()
  counters.next(0, 1)
  counters.restart(0, 5)
  expect(counters.next(0, 1)).toBe(5)
  expect(counters.at(3, 1)).toBe(1)
})
