import { describe, expect, it } from 'vitest'
import { fold, isStopWord, wordsOf } from './words.ts'

describe('fold', () => {
  it.each([
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Jörgens', 'joergens'],
    ['Çelik', 'celik'],
    ['Łukasz', 'lukasz'],
    ['a\u0308', 'ae'],
    ['', ''],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })
})

describe('wordsOf', () => {
  it.each([
    ['Akteur*innen und Helfer:innen', ['Akteur*innen', 'und', 'Helfer:innen'], 'gender forms stay whole'],
    ['der Kita-Platz', ['der', 'Kita-Platz'], 'a compound with a hyphen'],
    ['z.B. der e.V.', ['z.B', 'der', 'e.V'], 'abbreviations with an inner point'],
    ['und/oder', ['und', 'oder'], 'a stroke between words'],
    ["Ben's Liste", ["Ben's", 'Liste'], 'an apostrophe'],
    ['lotte_k', ['lotte_k'], 'a handle'],
    ['**wichtig**', ['wichtig'], 'marks are no letters'],
    ['', [], 'nothing'],
    ['– … !', [], 'signs only'],
  ])('cuts %s', (text, words, _why) => {
    expect(wordsOf(text).map(word => word.text)).toEqual(words)
  })

  it('says where each word stands', () => {
    expect(wordsOf('ein Wort')[1]).toEqual({ text: 'Wort', from: 4, to: 8 })
  })

  it('ends a word where no sign of one stands, whatever the alphabet', () => {
    const text = 'Über 3×4=12; naïve\u0301r\u00a0Café… Łódź/Plzeň, κόσμε! x'
    const words = 'Über 3 4 12 naïve\u0301r Café Łódź Plzeň κόσμε x'.split(' ')
    expect(wordsOf(text).map(word => word.text)).toEqual(words)
    expect(wordsOf(text).map(word => text.slice(word.from, word.to))).toEqual(words)
  })
})

describe('isStopWord', () => {
  it('knows words without matter in any spelling', () => {
    expect(['der', 'Für', 'FUER', 'über', 'Fr'].every(isStopWord)).toBe(true)
    expect(['Antrag', 'Zelt', 'drucken'].some(isStopWord)).toBe(false)
  })
})
