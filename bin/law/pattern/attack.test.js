import { describe, expect, it } from 'vitest'
import { slowText } from './attack.js'
import { Uncovered } from './shape.js'

describe('slowText', { timeout: 60_000 }, () => {
  const slow = [
    [/\d+\./, 'begins anew at every digit'],
    [/\s+$/, 'the classic: blanks in the middle'],
    [/<[^>]*>/, 'begins anew at every bracket'],
    [/(?:bis|ab)\s.*?Uhr/, 'begins anew at every word'],
    [/\b(?:\p{L}+\s)+und/u, 'an ASCII edge within German words'],
    [/^TOP\s*\d+[.:]?\s*(.*)$/iu, 'blanks or anything, then a further line'],
    [/^(?:xab|xcd)+(?:xcd|xef)+$/, 'two loops share a word of three letters'],
    [/^(a|a)+$/, 'two ways for each letter: exponential'],
    [/(a*)*b/, 'a loop of a loop'],
    [/(?:a{0,20}){0,20}$/, 'bounded, and yet endless'],
    [/x(?=.*y)/, 'a look ahead over the whole line, at every x'],
    [/[\p{L}--[a-z]]+\d/v, 'set subtraction'],
    [/^.?[ab]b*|[ab]*$/, 'slow only where the first alternative fails'],
  ]
  it.each(slow)('%s is slow: %s', (pattern, _) => {
    const { found } = slowText(pattern.source, pattern.flags)
    expect(found).not.toBeNull()
    expect(found.word.length).toBeGreaterThan(0)
  })

  const quick = [
    [/\d+/, 'what is found is taken'],
    [/(?<!\d)\d+\./, 'begins only where digits begin'],
    [/\b\d+\./, 'the same by an edge'],
    [/(?<![\p{L}\d])(?:bis|ab)\s+\p{L}+\s+\d/u, 'neighbours do not overlap'],
    [/(?<=^|\s)\p{Lu}\p{L}+(?=:)/u, 'begins behind a blank'],
    [/^((?:\p{Lu}[\p{L}.-]*\s){1,3})(?:übernimmt|macht)/u, 'bounded words'],
    [/[a-z]{1,30}@[a-z]{1,30}/, 'bounded, thirty times linear'],
    [/^(?:\|[^|]*)+\|$/, 'each bar has one reading'],
    [/([/-])\d\1/, 'a back reference to one letter'],
    [/^(?=.*a)(?=.*b)/, 'each look reads the line once'],
    [/(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\./gu, 'named groups, flags'],
  ]
  it.each(quick)('%s is not: %s', (pattern, _) => {
    expect(slowText(pattern.source, pattern.flags)).toEqual({ found: null, sure: true })
  })

  it('says what it can not judge', () => {
    expect(() => slowText('(?<=a.*)b', 'u')).toThrow(Uncovered)
    expect(() => slowText('(?<=a.*)b', 'u')).toThrow('look behind')
  })
})
