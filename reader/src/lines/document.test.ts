import { describe, expect, it } from 'vitest'
import { documentOf } from './document.ts'

const line = (text: string) => documentOf(text).lines[0]!

describe('documentOf', () => {
  it('counts lines over line feeds only', () => {
    const { lines } = documentOf('eins\f\nzwei\r\ndrei\u2028vier')
    expect(lines.map(({ number, text }) => [number, text])).toEqual([
      [1, 'eins'],
      [2, 'zwei'],
      [3, 'drei vier'],
    ])
  })

  it('keeps the raw line beside its normal form', () => {
    const raw = '  \u2022\u00a0Mu\u0308ll\u00adtonne   leeren '
    expect(line(raw)).toMatchObject({
      raw,
      text: '• Mülltonne leeren',
      marker: '•',
      body: 'Mülltonne leeren',
      indent: 2,
    })
  })

  it.each([
    ['', 1, 'nothing is one empty line'],
    ['\n\n', 3, 'blank lines'],
    ['\ufeffTitel', 1, 'a byte order mark'],
    ['\0\u0001', 1, 'control characters'],
    ['\ud800', 1, 'half a surrogate pair'],
  ])('takes %j: %i lines', (text, count) => {
    expect(documentOf(text).lines).toHaveLength(count)
  })

  it('does not count the byte order mark as text', () => {
    expect(line('\ufeff# Titel')).toMatchObject({ heading: 1, body: 'Titel' })
  })

  it('gives a heading its number as marker', () => {
    expect(line('## **TOP 3: Finanzen**')).toMatchObject({ heading: 2, marker: 'TOP 3', body: 'Finanzen' })
    expect(line('## 2 Finanzen')).toMatchObject({ heading: 2, marker: '2', body: 'Finanzen' })
    expect(line('2 Finanzen')).toMatchObject({ heading: null, marker: null })
  })
})

describe('lines apart from the prose', () => {
  const aparts = (text: string) => documentOf(text).lines.map(({ apart }) => apart)

  it.each([
    ['> Moin', ['quote']],
    ['a\n\n---\n\nb', [null, null, 'rule', null, null]],
    ['```\na\n```\nb', ['code', 'code', 'code', null]],
    ['```\na', [null, null]],
    ['<!-- a\nb -->\nc', ['comment', 'comment', null]],
    ['<!-- a\nb', [null, null]],
    ['a <!-- b -->', [null]],
    ['---\ntitle: A\n---\nb', ['front-matter', 'front-matter', 'front-matter', null]],
  ])('are those of %j', (text, expected) => {
    expect(aparts(text)).toEqual(expected)
  })
})
