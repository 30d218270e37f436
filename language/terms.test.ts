import { describe, expect, it } from 'vitest'
import { termUsesIn } from './terms.ts'

const terms = [{ wording: 'Anhörung' }, { wording: 'Runder Tisch vor Ort' }, { wording: 'Gast' }, { wording: '–' }]
const usesIn = (text: string) => termUsesIn(text, terms).map(({ from, to }) => text.slice(from, to))

describe('terms in a text', () => {
  it.each([
    ['Die Anhörung in Auenfurt', ['Anhörung']],
    ['Zwei Anhörungen, eine ANHOERUNG und die anhörung', ['Anhörungen', 'ANHOERUNG', 'anhörung']],
    ['Beim Runden Tisch vor Ort waren alle', ['Runden Tisch vor Ort']],
    ['Der Runde Tisch, vor Ort', ['Runde Tisch, vor Ort']],
    ['Die Anhörung-Nachlese', ['Anhörung-Nachlese']],
    ['Sie haben uns angehört und zugehört; der Tisch steht vor dem Ort.', []],
    ['Wir hören an. Gastlich ist es.', []],
    ['Alle Gäste und der Gast', ['Gast']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(usesIn(text)).toEqual(expected)
  })

  it('are the longest where one begins another', () => {
    const both = [{ wording: 'Runder Tisch' }, { wording: 'Runder Tisch vor Ort' }]
    expect(termUsesIn('Der Runde Tisch vor Ort', both).map(({ term }) => term.wording)).toEqual([
      'Runder Tisch vor Ort',
    ])
  })
})
