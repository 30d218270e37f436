import { describe, expect, it } from 'vitest'
import { documentOf } from './document.ts'

const headings = (text: string) => documentOf(text).lines.map(({ heading }) => heading)

describe('headings', () => {
  it.each([
    ['# A', [1]],
    ['### A ###', [3]],
    ['##A', [2]],
    ['== A ==', [2]],
    ['A\n===', [1, null]],
    ['A\n---', [2, null]],
    ['Titel\n~~~~~\n\nTeil\n-----', [1, null, null, 2, null]],
    ['**Finanzen**', [1]],
    ['## Titel\n**Finanzen:**', [2, 3]],
    ['*Finanzen*<br>', [1]],
  ])('%j', (text, expected) => {
    expect(headings(text)).toEqual(expected)
  })

  it.each([
    ['#fest', 'a hashtag'],
    ['#', 'a mark alone'],
    ['**Angenommen mit 8 Stimmen.**', 'a bold sentence'],
    ['**Ort:** Rathaus', 'bold only in part'],
    ['- **Finanzen**', 'a list entry'],
    ['= A', 'an open wiki mark'],
    ['a = b', 'an equation'],
  ])('%j is none: %s', text => {
    expect(headings(text)).toEqual([null])
  })

  it('does not take a rule below a list entry or a paragraph for an underline', () => {
    expect(headings('- Punkt\n---')).toEqual([null, null])
    expect(headings('Satz eins\nSatz zwei\n---')).toEqual([null, null, null])
    expect(headings('Ein Satz.\n---')).toEqual([null, null])
  })
})
