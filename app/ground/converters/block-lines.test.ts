import { expect, it } from 'vitest'
import type { Problem } from '../problems.ts'
import { linesOf } from './block-lines.ts'
import { type Block, textOf } from './blocks.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const item = (depth: number, label: string, text: string): Block => ({ kind: 'item', depth, label, text })
const table = (...rows: (string | Block)[][]): Block => ({
  kind: 'table',
  rows: rows.map(row => ({
    header: false,
    cells: row.map(cell => (cell === '' ? [] : [typeof cell === 'string' ? paragraph(cell) : cell])),
  })),
})

it('parts paragraphs by a blank line and keeps what is broken by hand together', () => {
  expect(linesOf([paragraph('Ort: Rathaus\nZeit: 18 Uhr'), paragraph(' '), paragraph('Beginn')])).toBe(
    'Ort: Rathaus\nZeit: 18 Uhr\n\nBeginn',
  )
})

it('sets headings and lead-ins right above what they govern', () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: 'TOP 1\nBegrüßung' },
    { kind: 'heading', level: 9, text: 'Aufgaben' },
    paragraph('Offen sind:'),
    item(0, '1.', 'Stühle'),
    item(1, '-', 'dreißig\nam Freitag'),
    item(0, '', 'Noch ein Absatz dazu'),
    item(40, '-', 'tief'),
    paragraph('Ende'),
  ]
  expect(linesOf(blocks).split('\n')).toEqual([
    '# TOP 1 Begrüßung',
    '',
    '###### Aufgaben',
    'Offen sind:',
    '1. Stühle',
    '    - dreißig',
    '      am Freitag',
    '  Noch ein Absatz dazu',
    `${' '.repeat(48)}- tief`,
    '',
    'Ende',
  ])
})

it('writes a table as pipe rows of one width', () => {
  expect(linesOf([table(['Was', 'Wer'], ['Stühle | Tische', 'Frau Weiß\nHerr Jäger'], ['', ''], ['Schlüssel'])])).toBe(
    '| Was | Wer |\n| Stühle \\| Tische | Frau Weiß / Herr Jäger |\n| Schlüssel |  |',
  )
})

it('underlines header rows only', () => {
  const rows = [{ header: true, cells: [[paragraph('Was')], [paragraph('Wer')]] }]
  expect(linesOf([{ kind: 'table', rows }])).toBe('| Was | Wer |\n| --- | --- |')
})

it('reads a row with a list or a long text paragraph by paragraph', () => {
  const long = 'Frau Weiß berichtet. '.repeat(20).trim()
  expect(linesOf([table(['TOP 1', item(0, '-', 'Stühle\nTische')], [`${long}\nKurz`, 'Wer'])])).toBe(
    `| TOP 1 | - Stühle |\n|  | Tische |\n| ${long} | Wer |\n| Kurz |  |`,
  )
})

it('takes a table of one column for a frame', () => {
  expect(linesOf([table([{ kind: 'heading', level: 2, text: 'Kasten' }], ['Inhalt'])])).toBe('## Kasten\nInhalt')
})

it('refuses more text than the bounds', () => {
  const blocks = Array.from({ length: 60 }, () => paragraph('x'.repeat(100_000)))
  expect(() => linesOf(blocks)).toThrowError(expect.objectContaining({ code: 'text-too-long' }) as Problem)
})

it.each([
  [
    'one bold word',
    [
      ['Ort: ', false],
      ['Rathaus', true],
      [' um 18 Uhr', false],
    ],
    'Ort: **Rathaus** um 18 Uhr',
  ],
  [
    'blanks stay outside',
    [
      ['Ort', true],
      [': ', true],
      ['Rathaus', false],
    ],
    '**Ort:** Rathaus',
  ],
  [
    'bold over a plain blank',
    [
      ['Frau', true],
      [' ', false],
      ['Weiß', true],
    ],
    '**Frau Weiß**',
  ],
  ['bold over a line break', [['Ort\nZeit', true]], '**Ort**\n**Zeit**'],
  ['only blanks', [['  ', true]], '  '],
] as [string, [string, boolean][], string][])('marks bold: %s', (_, spans, text) => {
  expect(textOf(spans.map(([text, bold]) => ({ text, bold })))).toBe(text)
})
