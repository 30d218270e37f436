import { expect, it } from 'vitest'
import { documentOf } from './document.ts'
import { paragraphsOf } from './paragraphs.ts'

const paragraphs = (text: string) => paragraphsOf(documentOf(text).lines)

it('puts wrapped lines together, and keeps lists, headings and tables apart', () => {
  const texts = paragraphs('# A\nb\n**c**\n\n- d\n  e\n- f\n| g | h |').map(({ text }) => text)
  expect(texts).toEqual(['A', 'b', 'c', 'd e', 'f'])
})

it('knows the line of an offset', () => {
  const [paragraph] = paragraphs('Die Sitzung wurde um\n20 Uhr\ngeschlossen')
  expect(paragraph!.text).toBe('Die Sitzung wurde um 20 Uhr geschlossen')
  expect(['Sitzung', '20', 'geschlossen'].map(word => paragraph!.lineAt(paragraph!.text.indexOf(word)))).toEqual([
    1, 2, 3,
  ])
})

it('ends a paragraph that grows too long', () => {
  expect(paragraphs('Wort Wort Wort Wort\n'.repeat(500)).length).toBeGreaterThan(3)
})
