import { describe, expect, it } from 'vitest'
import { narrowed } from './normal.ts'

describe('a narrowed line', () => {
  it('has the same signs', () => {
    for (const text of [
      '',
      'Büro',
      '„Büro“ – offen',
      '\u00ff\u0100',
      'a\u0000b',
      '😀',
      'lang '.repeat(3000),
      'ß'.repeat(4000),
    ])
      expect(narrowed(`→${text}`.slice(1))).toBe(text)
  })
})
