import { expect, it } from 'vitest'
import { isFirstName } from './first-names.ts'

it.each(['Julia', 'YUSUF', 'Jens-Peter', 'René', 'Günter', 'Özlem'])('%s is a given name', name => {
  expect(isFirstName(name)).toBe(true)
})

it.each([
  ['Antrag', 'a noun'],
  ['August', 'a month'],
  ['Jens-Straße', 'half a name'],
  ['', 'nothing'],
])('%s is none: %s', name => {
  expect(isFirstName(name)).toBe(false)
})
