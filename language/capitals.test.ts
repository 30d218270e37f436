import { describe, expect, it } from 'vitest'
import { beginsCapital, beginsSmall } from './capitals.ts'

describe('the first letter', () => {
  it('is a capital or a small one in any alphabet, or none', () => {
    const texts = ['Zelt', 'Ärztin', 'Łukasz', 'zelt', 'ärztin', 'łuk', '3D', '', ' A', 'ª', 'ß', '\u{1D400}']
    expect(texts.map(beginsCapital)).toEqual(texts.map(text => /^\p{Lu}/u.test(text)))
    expect(texts.map(beginsSmall)).toEqual(texts.map(text => /^\p{Ll}/u.test(text)))
  })
})
