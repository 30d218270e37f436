import { expect, it } from 'vitest'
import { addressesIn, standingOf } from './model.ts'

it('takes addresses as they are pasted, each once', () => {
  expect(addressesIn(' a@x.example, B@x.example;\n\nb@x.example  c@x.example\r\n')).toEqual([
    ...['a@x.example', 'b@x.example', 'c@x.example'],
  ])
  expect(addressesIn(' , ;')).toEqual([])
  // However long it is, it is read once.
  expect(addressesIn(' ,'.repeat(200_000))).toEqual([])
})

it('is open on its last day, and no longer', () => {
  const until = '2026-01-16'
  expect(standingOf({ until, closed: false }, '2026-01-16')).toBe('open')
  expect(standingOf({ until, closed: false }, '2026-01-17')).toBe('over')
  expect(standingOf({ until, closed: true }, '2026-01-10')).toBe('closed')
})
