import { describe, expect, it } from 'vitest'
import { documentOf } from '../lines/document.ts'
import { agendaOf } from './agenda.ts'

/** "line: > number title" of each item, one ">" a depth. */
const agenda = (text: string, ...taken: number[]) =>
  agendaOf(documentOf(text), new Set(taken)).items.map(
    ({ number, title, level, lines }) => `${lines.from}: ${'> '.repeat(level - 1)}${number ?? '-'} ${title}`,
  )

describe('agendaOf', () => {
  it('takes headings with numbers', () => {
    expect(agenda('# 1. A\na\n# 2. B\n## 2.1 C\n# Ohne Zahl')).toEqual([
      '1: 1 A',
      '3: 2 B',
      '4: > 2.1 C',
      '5: - Ohne Zahl',
    ])
  })

  it('takes lines with TOP, bold or plain', () => {
    expect(agenda('**TOP1 - A:**\n- a\n**TOP2 - B:**')).toEqual(['1: 1 A', '3: 2 B'])
    expect(agenda('TOP 1: A\na\nTOP 2: B\nb')).toEqual(['1: 1 A', '3: 2 B'])
  })

  it('leaves out a run of TOPs that is told again below', () => {
    expect(agenda('TOP 1: A\nTOP 2: B\n\nTOP 1: A\na\nTOP 2: B')).toEqual(['4: 1 A', '6: 2 B'])
  })

  it('takes headings below a container, and those behind it', () => {
    expect(agenda('## Ort\n## Traktanden\n### A\n### B\n#### C\n## Schluss')).toEqual([
      '3: - A',
      '4: - B',
      '5: > - C',
      '6: - Schluss',
    ])
  })

  it('leaves out categories of templates', () => {
    expect(agenda('## A\n### Beschlüsse\n### TODOs\n## B')).toEqual(['1: - A', '4: - B'])
  })

  it('takes numbered lines that go on from each other, and no lists within', () => {
    const text = '0. A\n\n0.1 B\n\n1. C\n\nWünsche:\n\n1. x\n2. y\n3. z\n\n2. D\n\nText'
    expect(agenda(text)).toEqual(['1: 0 A', '3: > 0.1 B', '5: 1 C', '13: 2 D'])
  })

  it('knows a list below a lead-in whose entries stand apart', () => {
    const text = '1. A\n\na\n\nWünsche:\n\n1. x\n\n2. y\n\n3. z\n\n2. B\n\nb\n\n3. C\n\nc'
    expect(agenda(text)).toEqual(['1: 1 A', '13: 2 B', '17: 3 C'])
  })

  it('takes a number told twice where it stands alone', () => {
    expect(agenda('1. A\n\na\n\n2. B\n\nb\n\n2. C\n\nc')).toEqual(['1: 1 A', '5: 2 B', '9: 2 C'])
  })

  it('takes Roman numbers and letters', () => {
    expect(agenda('I. A\n\na\n\na) B\n\nb\n\nb) C\n\nc\n\nII. D')).toEqual(['1: I A', '5: a B', '9: b C', '13: II D'])
  })

  it('adds what is only listed, and lends numbers', () => {
    const text = '## Tagesordnung\n1. Finanzen\n2. Ausflug\n   - wohin\n\n## Finanzen\na\n## Haus\nb'
    expect(agenda(text)).toEqual(['3: 2 Ausflug', '6: 1 Finanzen', '8: - Haus'])
  })

  it('takes the list alone where there is nothing else', () => {
    expect(agenda('Tagesordnung:\n1. A\n2. B')).toEqual(['2: 1 A', '3: 2 B'])
  })

  it('takes a list that holds the minutes', () => {
    const text = '## Themen\n1. A\n\t1. Rita ruft an.\n1. B\n\t1. C\n\t\t1. Max wird kommen.\n\t1. Es ist alles gut.'
    expect(agenda(text)).toEqual(['2: 1 A', '4: 1 B', '5: > 1 C'])
  })

  it('takes a list that is all there is for the minutes, even without sentences', () => {
    expect(agenda('## Tops\n1. A\n   - Max holt Angebote\n   - Eva macht Plakate\n2. B')).toEqual(['2: 1 A', '5: 2 B'])
  })

  it('takes rows of a table', () => {
    expect(agenda('| TOP | Thema | Ergebnis |\n|---|---|---|\n| 1 | A | x |\n| 2 | B | y |')).toEqual([
      '3: 1 A',
      '4: 2 B',
    ])
  })

  it('takes outer list entries or lead-ins where nothing else is marked', () => {
    expect(agenda('- A\n  - a\n- B\n  - b\n- C\n  - c')).toEqual(['1: - A', '3: - B', '5: - C'])
    expect(agenda('**Eins**: Text a.\n\n**Zwei** Text b.\n\n**Drei:** Text c.')).toEqual([
      '1: - Eins',
      '3: - Zwei',
      '5: - Drei',
    ])
    expect(agenda('Eins:\na\nZwei:\nb\nDrei:\nc')).toEqual(['1: - Eins', '3: - Zwei', '5: - Drei'])
  })

  it.each([
    ['', 'nothing'],
    ['Ein Satz. Noch ein Satz.', 'prose'],
    ['1. Brot\n2. Butter\n3. Käse', 'a list'],
    ['14. November 2022\n15. November 2022', 'dates'],
    ['## Beschlüsse\n## TODOs', 'nothing but categories'],
  ])('finds none in %j: %s', text => {
    expect(agenda(text)).toEqual([])
  })

  it('leaves taken lines alone', () => {
    expect(agenda('# A\n## B\n## C', 1)).toEqual(['2: - B', '3: - C'])
  })
})
