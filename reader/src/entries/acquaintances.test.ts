import { expect, it } from 'vitest'
import { withAcquaintances } from './acquaintances.ts'
import type { Block } from './blocks.ts'
import type { Cast } from './cast.ts'

const nobody: Cast = { nameAt: () => 0, isName: () => false, isAcquaintance: () => false, present: [], absent: [] }
const blocks = ['Bosko fragt im Amt. Plakat hängt Enno auf, das Plakat ist alt.', 'Liste schickt Bosko.'].map(
  text => ({ text, read: true }) as Block,
)

it('learns from sentences who is somebody, and keeps nouns out', () => {
  const { isAcquaintance } = withAcquaintances(nobody, blocks)
  expect(isAcquaintance('Bosko')).toBe(true)
  expect(isAcquaintance('Plakat')).toBe(false)
  expect(isAcquaintance('bosko')).toBe(false)
  expect(isAcquaintance('Amt')).toBe(false)
})
