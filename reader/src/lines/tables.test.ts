import { expect, it } from 'vitest'
import { documentOf } from './document.ts'

const cells = (text: string) => documentOf(text).lines.map(line => line.cells)

it.each([
  ['| a | b |', [['a', 'b']]],
  ['| a | |', [['a', '']]],
  ['a | b\n--|--\nc | d', [['a', 'b'], null, ['c', 'd']]],
  ['| a \\| b | c |', [['a \\| b', 'c']]],
  ['a | b', [null]],
  ['ja|nein', [null]],
])('%j', (text, expected) => {
  expect(cells(text)).toEqual(expected)
})
