import { describe, expect, it } from 'vitest'
import { documentOf } from './document.ts'
import { labelOf, labelsOf } from './labels.ts'

const label = (text: string) => {
  const found = labelOf(documentOf(text).lines[0]!)
  return found && [found.label, found.value]
}

describe('labelOf', () => {
  it.each([
    ['Ort: Rathaus', ['Ort', 'Rathaus']],
    ['**Ort:** Rathaus', ['Ort', 'Rathaus']],
    ['**Ort**: Rathaus', ['Ort', 'Rathaus']],
    ['- Ort : Rathaus', ['Ort', 'Rathaus']],
    [':Ort: Rathaus', ['Ort', 'Rathaus']],
    ['(Protokoll: Anna Lund)', ['Protokoll', 'Anna Lund']],
    ['Teilnehmer:innen: A, B', ['Teilnehmer:innen', 'A, B']],
    ['Beginn: 19:30', ['Beginn', '19:30']],
    ['Ort:', ['Ort', '']],
    ['| Ort | Rathaus |', ['Ort', 'Rathaus']],
  ])('%s', (text, expected) => {
    expect(label(text)).toEqual(expected)
  })

  it.each([
    ['Wir treffen uns um 19:30 Uhr', 'a time'],
    ['https://example.org', 'an address'],
    ['Ein Satz. Und noch einer! Dann: so', 'sentences'],
    ['Das ist ein viel zu langer Satz vor dem Punkt: ja', 'too many words'],
    ['| a | b | c |', 'a row of three cells'],
    ['', 'nothing'],
  ])('%s has none: %s', text => {
    expect(label(text)).toBeNull()
  })
})

it('finds the labels within a value', () => {
  const line = documentOf('Beginn: 19 Uhr, Ende: 21 Uhr, Raum 3').lines[0]!
  const labels = labelsOf(line, word => word === 'Ende')
  expect(labels.map(({ label, value }) => [label, value])).toEqual([
    ['Beginn', '19 Uhr'],
    ['Ende', '21 Uhr, Raum 3'],
  ])
})
