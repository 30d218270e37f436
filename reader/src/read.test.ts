import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exchangeOf } from './exchange.ts'
import { read } from './read.ts'
import type { Lines, Reading } from './reading.ts'

const FOLDER = new URL('../samples/', import.meta.url)
const samples = readdirSync(FOLDER)
  .filter(file => file.endsWith('.md') && file !== 'README.md')
  .map(file => readFileSync(new URL(file, FOLDER), 'utf8'))
/** On a busy machine the first texts take long, until the patterns are compiled. */
const PATIENCE = 60_000
/** Pieces that patterns bite on, to be thrown among the samples. */
const PIECES = [
  'TOP 1:',
  '**',
  '| a |',
  '```',
  '---',
  '> ',
  '<!--',
  '(',
  'Anwesend:',
  '14.11.',
  '31.2.2022',
  '\f',
  '\0',
  '\ud83d',
  'é',
  '- [ ]',
  '\t\t',
  '.'.repeat(300),
  ' '.repeat(300),
  'Hr. ',
  '[x](y)',
  '1.1.1.1',
  '„',
  'م',
]

function codes(text: string): string[] {
  return read(text).findings.map(({ code }) => code)
}

describe('read', () => {
  it(
    'says the same of the same text',
    () => {
      for (const sample of samples.slice(0, 4)) expect(read(sample)).toEqual(read(sample))
    },
    PATIENCE,
  )

  it.each([
    ['', 'an empty text'],
    ['\n\n\n', 'blank lines'],
    ['Protokoll', 'one word'],
    ['\0\ufffd\ud800', 'no text at all'],
    ['<html><body>Protokoll</body></html>', 'a page'],
    ['{"a": [1, 2, 3]}', 'data'],
    ['---\n'.repeat(1000), 'rules'],
    ['> '.repeat(5000), 'one long quote'],
    ['- '.repeat(5000), 'marks without text'],
    ['Anwesend:\n'.repeat(2000), 'one label again and again'],
    ['## Protokoll\n'.repeat(2000), 'one heading again and again'],
    ['a:\n'.repeat(2000), 'nothing but lead-ins'],
  ])('bears %j: %s', text => {
    const reading = read(text)
    expect(reading.lineCount).toBe(text.split('\n').length)
  })

  it(
    'points at lines that are there, whatever was thrown into the text',
    () => {
      const mutated = fc
        .tuple(
          fc.constantFrom(...samples),
          fc.array(fc.tuple(fc.nat(4000), fc.nat(40), fc.constantFrom(...PIECES)), { maxLength: 8 }),
        )
        .map(([sample, cuts]) =>
          cuts.reduce((text, [at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length), sample),
        )
      fc.assert(
        fc.property(mutated, text => {
          const reading = read(text)
          expect(allLines(reading).filter(({ from, to }) => from < 1 || to < from || to > reading.lineCount)).toEqual(
            [],
          )
          expect(
            reading.entries.filter(({ agendaItem }) => agendaItem !== null && !reading.agenda[agendaItem]),
          ).toEqual([])
          expect(() => JSON.stringify(exchangeOf(reading))).not.toThrow()
        }),
        { seed: 20221024, numRuns: 120 },
      )
    },
    PATIENCE,
  )

  it(
    'bears any string',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
          expect(read(text).lineCount).toBe(text.split('\n').length)
        }),
        { seed: 7, numRuns: 100 },
      )
    },
    PATIENCE,
  )
})

describe('findings of the whole text', () => {
  it('finds nothing to doubt in good minutes', () => {
    expect(codes(samples[0]!)).toEqual([])
  })

  it(
    'an article is no minutes',
    () => {
      const article =
        'Ein Netzwerk stellt sich vor\n\nSeit vielen Jahren setzen sich Menschen in unserem Landkreis für ein gutes Zusammenleben ein. Sie beraten Familien, begleiten zu Ämtern und feiern Feste.\n\nIm Mai fand eine Konferenz statt, auf der viele Fragen besprochen wurden. Das Echo war groß.'
      expect(codes(article)).toContain('not-minutes')
      expect(codes('- Brot\n- Butter\n- Käse')).toContain('not-minutes')
      for (const sample of samples) expect(codes(sample)).not.toContain('not-minutes')
    },
    PATIENCE,
  )

  it('says how sure it is', () => {
    const { values } = read('Nur ein Satz.').findings.find(({ code }) => code === 'not-minutes')!
    expect(Number(values!.score)).toBeLessThan(0.45)
  })

  it('tells another language', () => {
    const english =
      'The meeting was opened by the chair and the minutes of the last meeting were approved as they are.\n'
    expect(read(english.repeat(5)).findings).toContainEqual(
      expect.objectContaining({ code: 'other-language', values: { language: 'en' } }),
    )
  })

  it('holds weekdays against the calendar', () => {
    const { findings } = read('Protokoll vom Mittwoch, 13. Januar 2020')
    expect(findings).toContainEqual({
      code: 'weekday-mismatch',
      lines: { from: 1, to: 1 },
      values: { words: 'Mittwoch, 13. Januar 2020', date: '2020-01-13', said: 'Mittwoch', real: 'Montag' },
    })
    expect(codes('Protokoll vom Montag, 13. Januar 2020')).not.toContain('weekday-mismatch')
  })

  it('tells a number that two sections bear, once', () => {
    const text = '# Protokoll 3.5.2021\n## 1. A\n## 2. B\n## 2. C\n## 2. D\n## 3. E'
    const repeated = read(text).findings.filter(({ code }) => code === 'number-repeated')
    expect(repeated).toEqual([{ code: 'number-repeated', lines: { from: 4, to: 4 }, values: { number: '2' } }])
  })

  it('misses the date, or only its year', () => {
    expect(codes('# Protokoll\nText')).toContain('date-missing')
    expect(codes('# Protokoll vom 3.5.\nText')).toContain('year-missing')
    expect(read('# Protokoll vom 3.5.\nText', { reference: '2021-06-01' }).head.date?.value).toBe('2021-05-03')
  })
})

function allLines(reading: Reading): Lines[] {
  const fields = Object.values(reading.head).flatMap(field => (field ? [field.lines] : []))
  const placed = [...reading.attendance, ...reading.agenda, ...reading.entries, ...reading.findings]
  return [
    ...fields,
    ...placed.map(({ lines }) => lines),
    ...reading.entries.flatMap(({ doubts }) => doubts.map(({ lines }) => lines)),
  ]
}
