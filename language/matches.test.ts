import { describe, expect, it } from 'vitest'
import { matchesOf } from './matches.ts'

describe('all matches of a pattern', () => {
  it('are those that matchAll finds, those without a sign too', () => {
    const texts = ['', 'a', 'aab a', '𝒜a𝒜', '„a“ – a', 'a'.repeat(50)]
    const patterns = [/a/g, /a*/g, /a*/gu, /(?=a)/gu, /(?<first>a)(b)?/gu, /$/g]
    for (const pattern of patterns)
      for (const text of texts)
        expect(matchesOf(pattern, text), `${pattern} ${text}`).toEqual([...text.matchAll(pattern)])
  })

  it('are the same when asked again', () => {
    const pattern = /a/g
    matchesOf(pattern, 'aaa')
    expect(matchesOf(pattern, 'aa').length).toBe(2)
    expect(matchesOf(pattern, 'b')).toEqual([])
  })
})
