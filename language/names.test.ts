import { describe, expect, it } from 'vitest'
import { hasTitle, looksLikeName, sameName, withoutTitles } from './names.ts'

describe('withoutTitles', () => {
  it.each([
    ['Hr. Weiß', 'Weiß'],
    ['Herrn Weiß', 'Weiß'],
    ['Fr. Dr. A. Weiß', 'A. Weiß'],
    ['Dr. med. Ö. Ünal, M.A.', 'Ö. Ünal'],
    ['Prof. Dr. Ute Lund', 'Ute Lund'],
    ['Dipl.-Päd. Ute Lund', 'Ute Lund'],
    ['Frauke Lund', 'Frauke Lund'],
    ['Hr.', 'Hr.'],
    ['', ''],
  ])('%s is %s', (name, expected) => {
    expect(withoutTitles(name)).toBe(expected)
  })

  it('knows a form of address', () => {
    expect(hasTitle('Frau Lund')).toBe(true)
    expect(hasTitle('Frauke Lund')).toBe(false)
  })
})

describe('looksLikeName', () => {
  it.each(['R. Weiß', 'Nils', 'Hans-Jörg Lund', "O'Neill", 'Anna von der Heide', 'von Thun', 'Hr. Weiß', 'Hans M.'])(
    '%s is one',
    name => {
      expect(looksLikeName(name)).toBe(true)
    },
  )

  it.each([
    ['R.', 'an initial alone'],
    ['13 Personen', 'a head count'],
    ['der Vorstand', 'an article'],
    ['siehe Liste', 'small letters'],
    ['Anna und', 'a word that joins'],
    ['Ein Sehr Langer Titel Über Viele Dinge', 'too many words'],
    ['Anna?', 'a sign'],
    ['', 'nothing'],
  ])('%s is none: %s', text => {
    expect(looksLikeName(text)).toBe(false)
  })
})

describe('sameName', () => {
  it.each([
    ['Hr. Weiß', 'R. Weiß'],
    ['Rita Weiss', 'R. Weiß'],
    ['Nils', 'Nils Farn'],
    ['Weiß, Rita', 'Rita Weiß'],
    ['Fr. Goeldner', 'C. Göldner'],
    ['RITA WEIß', 'Rita Weiß'],
  ])('%s can be %s', (a, b) => {
    expect(sameName(a, b)).toBe(true)
    expect(sameName(b, a)).toBe(true)
  })

  it.each([
    ['R. Weiß', 'S. Weiß', 'another first name'],
    ['Rita Weiß', 'Ruth Weiß', 'same initial, other name'],
    ['Hr. Nils', 'Nils Farn', 'behind a form of address stands a family name'],
    ['Weiß', 'Weißer', 'another family name'],
    ['', 'Nils', 'nothing'],
    ['', '', 'nothing at all'],
  ])('%s is not %s: %s', (a, b) => {
    expect(sameName(a, b)).toBe(false)
    expect(sameName(b, a)).toBe(false)
  })
})
