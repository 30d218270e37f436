import { describe, expect, it } from 'vitest'
import { markersOf } from './markers.ts'

const marked = (...texts: string[]) => {
  const found = markersOf(
    texts,
    texts.map(() => false),
  )
  return found.map(({ marker, body }) => `${marker ?? '·'} ${body}`)
}

describe('markersOf', () => {
  it.each([
    ['- a', '- a'],
    ['* a', '* a'],
    ['→ Wie weiter?', '→ Wie weiter?'],
    ['o Punkt', 'o Punkt'],
    ['- [ ] a', '[ ] a'],
    ['[x] a', '[x] a'],
    ['☑ a', '☑ a'],
    ['1. a', '1. a'],
    ['2) a', '2) a'],
    ['(3) a', '(3) a'],
    ['a) b', 'a) b'],
    ['0.1 Begrüßung', '0.1 Begrüßung'],
    ['TOP 3: Finanzen', 'TOP 3 Finanzen'],
    ['TOP3 - Finanzen', 'TOP3 Finanzen'],
    ['zu TOP 4 Kasse', 'zu TOP 4 Kasse'],
    ['> - a', '- a'],
    ['- 3. Finanzen', '3. Finanzen'],
    ['- 2. Vorsitzende: Karla Lund', '- 2. Vorsitzende: Karla Lund'],
    ['* 14. November', '* 14. November'],
    ['* TOP 3: Finanzen', 'TOP 3 Finanzen'],
    ['TOP 3 und 4: Finanzen', 'TOP 3 und 4 Finanzen'],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual([expected])
  })

  it.each([
    ['14. November 2022', 'a date'],
    ['24.10.2022 Sitzung', 'a date'],
    ['2.5 Stunden Arbeit', 'an amount'],
    ['z. B. Stühle', 'an abbreviation'],
    ['I. Weiß ruft an', 'an initial'],
    ['TOP 3 wird vertagt', 'a sentence'],
    ['-a', 'no blank'],
    ['-', 'a mark alone'],
    ['12.', 'a number alone'],
    ['', 'nothing'],
  ])('%s has none: %s', text => {
    expect(marked(text)).toEqual([`· ${text}`])
  })

  it('takes a dotted number behind its parent or its elder sibling', () => {
    expect(marked('3. Bericht', '3.1. Kasse', '3.2. Haus')).toEqual(['3. Bericht', '3.1. Kasse', '3.2. Haus'])
    expect(marked('14.11. Treffen')).toEqual(['· 14.11. Treffen'])
  })

  it('takes Roman numbers where II follows', () => {
    expect(marked('I. Kasse', 'II. Haus', 'X. Weiß')).toEqual(['I. Kasse', 'II. Haus', 'X. Weiß'])
    expect(marked('I. Kasse', 'V. Weiß')).toEqual(['· I. Kasse', '· V. Weiß'])
  })
})
