import { describe, expect, it } from 'vitest'
import { termUsesIn } from './terms.ts'

const terms = [{ wording: 'Fachkonferenz' }, { wording: 'Offenes Ohr am Ort' }, { wording: 'Gast' }, { wording: '–' }]
const usesIn = (text: string) => termUsesIn(text, terms).map(({ from, to }) => text.slice(from, to))

describe('terms in a text', () => {
  it.each([
    ['Die Fachkonferenz in Auenfurt', ['Fachkonferenz']],
    [
      'Zwei Fachkonferenzen, eine FACHKONFERENZ und die fachkonferenz',
      ['Fachkonferenzen', 'FACHKONFERENZ', 'fachkonferenz'],
    ],
    ['Beim Offenen Ohr am Ort waren alle', ['Offenen Ohr am Ort']],
    ['Das Offene Ohr, am Ort', ['Offene Ohr, am Ort']],
    ['Die Fachkonferenz-Nachlese', ['Fachkonferenz-Nachlese']],
    ['Fachlich war die Konferenz gut; das Ohr lag am offenen Fenster.', []],
    ['Wir sind da. Gastlich ist es.', []],
    ['Alle Gäste und der Gast', ['Gast']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(usesIn(text)).toEqual(expected)
  })

  it('are the longest where one begins another', () => {
    const both = [{ wording: 'Offenes Ohr' }, { wording: 'Offenes Ohr am Ort' }]
    expect(termUsesIn('Das Offene Ohr am Ort', both).map(({ term }) => term.wording)).toEqual(['Offenes Ohr am Ort'])
  })
})
