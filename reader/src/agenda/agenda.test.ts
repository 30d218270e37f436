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

  it('adds what is numbered below an item that is only listed', () => {
    const text = '## Inhalt\n* 1. Finanzen\n* 2. Post\n  * 2.1 Anträge\n  * nur so\n\n## 1. Finanzen\na\n## 3. Haus\nb'
    expect(agenda(text)).toEqual(['3: 2 Post', '4: > 2.1 Anträge', '7: 1 Finanzen', '9: 3 Haus'])
  })

  it('lets one section stand for several that are listed', () => {
    const text = '## Agenda\n* Jahresplan\n* Plan der Feste\n* Plan der Märkte\n\n## Jahresplan\na\n## Plan 2031\nb'
    expect(agenda(text)).toEqual(['6: - Jahresplan', '8: - Plan 2031'])
  })

  it('takes outer entries that are numbered, with or without TOP, bold or not', () => {
    expect(agenda('- 1. Kasse\n  - gut\n- 2. Fest\n  - bald')).toEqual(['1: 1 Kasse', '3: 2 Fest'])
    expect(agenda('* **TOP 1: Kasse**\n  * gut\n* **TOP 2: Fest**\n  * bald')).toEqual(['1: 1 Kasse', '3: 2 Fest'])
  })

  it('takes headings that stand for several numbers, or whose number stands alone', () => {
    expect(agenda('## TOP 1 Kasse\na\n## TOP 2 & 3: Wahlen\nb\n## TOP 4 bis 6: Berichte')).toEqual([
      '1: 1 Kasse',
      '3: 2 Wahlen',
      '5: 4 Berichte',
    ])
    expect(agenda('## TOP 1\nKasse\n## TOP 2\nFest\nBald.')).toEqual(['1: 1 Kasse', '3: 2 Fest'])
  })

  it('takes letters where no numbers are', () => {
    expect(agenda('a) Kasse\n\nGut.\n\nb) Fest\n\nBald.')).toEqual(['1: a Kasse', '5: b Fest'])
  })

  it('takes the bold beginning of numbered lines', () => {
    expect(agenda('1. **Kasse** – passt.\n\n2. **Fest**\n   Bald ist es.')).toEqual(['1: 1 Kasse', '3: 2 Fest'])
  })

  it('takes entries above lines without a mark, and lines above lines that are set in', () => {
    expect(agenda('Runde\n\n* kasse\ngut\n\n* fest\nbald\n\n* rest\nnichts', 1)).toEqual([
      '3: - kasse',
      '6: - fest',
      '9: - rest',
    ])
    expect(agenda('Runde\n\nKasse\n  gut\nFest\n  bald\nRest\n  nichts', 1)).toEqual([
      '3: - Kasse',
      '5: - Fest',
      '7: - Rest',
    ])
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
