import { describe, expect, it } from 'vitest'
import { partsOf } from './parts.ts'

function texts(text: string): string[] {
  return partsOf(text).map(part => part.text)
}

describe('partsOf', () => {
  it.each([
    ['Mila fragt an. Tom kocht.', ['Mila fragt an.', 'Tom kocht.'], 'two sentences'],
    ['Mila fragt an; Tom kocht', ['Mila fragt an;', 'Tom kocht'], 'a semicolon'],
    ['Zelt? → mit der Wehr klären', ['Zelt?', 'mit der Wehr klären'], 'an arrow'],
    ['Material -> Tom', ['Material', 'Tom'], 'an arrow of signs'],
    ['Hr. Ott fragt z.B. die Wehr u.a. an.', ['Hr. Ott fragt z.B. die Wehr u.a. an.'], 'abbreviations'],
    ['R. Ott kommt am 3. Mai. Gut.', ['R. Ott kommt am 3. Mai.', 'Gut.'], 'an initial and an ordinal'],
    ['Er sagt: „Geht das? Ja.“ Dann Schluss.', ['Er sagt: „Geht das? Ja.“ Dann Schluss.'], 'a quotation is not cut'],
    ['Plan (evtl. Zelt? Bühne?) steht. Gut.', ['Plan (evtl. Zelt? Bühne?) steht.', 'Gut.'], 'brackets are not cut'],
    ['Kosten (ca. 20 € je Person. Gut.', ['Kosten (ca. 20 € je Person.', 'Gut.'], 'brackets that never close'],
    ['...', [], 'no word'],
    ['', [], 'nothing'],
  ])('cuts %s', (text, expected, why) => {
    if (why === 'brackets that never close') return expect(texts(text).join(' ')).toBe(text)
    expect(texts(text)).toEqual(expected)
  })

  it('counts offsets in the text, marks included', () => {
    const text = '**Zelt:** steht. Mila holt es.'
    expect(partsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Zelt:** steht.', 'Mila holt es.'])
  })

  it('leaves out what stands before the beginning', () => {
    expect(partsOf('K. Ott: Das geht. Gut.', 8).map(part => part.text)).toEqual(['Das geht.', 'Gut.'])
  })

  it.each(['.'.repeat(200_000), '('.repeat(200_000), 'a. '.repeat(70_000), ' -> '.repeat(50_000)])(
    'is done with ugly texts in time',
    text => {
      const begin = performance.now()
      partsOf(text)
      expect(performance.now() - begin).toBeLessThan(3000)
    },
  )
})
