import { expect, it } from 'vitest'
import { documentOf } from './document.ts'
import { governingOf } from './governing.ts'

function governing(text: string, ...resets: number[]): Record<string, readonly string[]> {
  const { lines } = documentOf(text)
  const found = governingOf(lines, new Set(resets))
  return Object.fromEntries(lines.flatMap((line, at) => (line.body ? [[line.body, found[at]!]] : [])))
}

it('headings govern until the next of their depth', () => {
  const found = governing('# A\n## B\nb\n## C\nc\n# D\nd')
  expect(found).toMatchObject({ b: ['A', 'B'], c: ['A', 'C'], d: ['D'] })
})

it('a lead-in governs the list below it, not the prose behind the list', () => {
  const found = governing('Wünsche:\n\n- a\n- b\n\nc')
  expect(found).toMatchObject({ a: ['Wünsche'], b: ['Wünsche'], c: [] })
})

it('a lead-in before prose governs until the next one', () => {
  const found = governing('R. Weiß:\n\na\n\nb\n\nK. Lund:\n\nc')
  expect(found).toMatchObject({ a: ['R. Weiß'], b: ['R. Weiß'], c: ['K. Lund'] })
})

it('a lead-in directly below another governs within it, to a bounded depth', () => {
  expect(governing('Vorschlag:\nJedes Jahr:\n- a')).toMatchObject({ a: ['Vorschlag', 'Jedes Jahr'] })
  expect(governing(`${'x:\n'.repeat(100)}- a`).a!.length).toBeLessThan(10)
})

it('an agenda item closes what was before', () => {
  const found = governing('Wünsche:\n- a\n1. Finanzen\nb', 3)
  expect(found).toMatchObject({ a: ['Wünsche'], b: [] })
})
