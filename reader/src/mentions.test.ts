import { describe, expect, it } from 'vitest'
import { documentOf } from './lines/document.ts'
import { mentionsOf } from './mentions.ts'
import { read } from './read.ts'

const told = (text: string, reference: string | null = null) => {
  const { dates, organisations } = mentionsOf(documentOf(text), reference)
  return {
    dates: dates.map(
      ({ words, from, until, lines, count }) =>
        `${lines.from}: ${words} = ${from}${until ? `/${until}` : ''} x${count}`,
    ),
    organisations: organisations.map(
      ({ name, short, lines, count }) => `${lines.from}: ${name}${short ? ` (${short})` : ''} x${count}`,
    ),
  }
}

describe('dates of a text that is no minutes', { timeout: 60_000 }, () => {
  it('are days, months, years and spans, each once', () => {
    const text =
      'Seit 2012 gibt es uns.\nAm 3. Mai 2021 und im Juni 2021 kamen viele, am 3.5.2021 die meisten.\nPlan 2024–2027 und 2020/21.'
    expect(told(text).dates).toEqual([
      '1: 2012 = 2012 x1',
      '2: 3. Mai 2021 = 2021-05-03 x2',
      '2: im Juni 2021 = 2021-06 x1',
      '3: 2024–2027 = 2024/2027 x1',
      '3: 2020/21 = 2020/2021 x1',
    ])
  })

  it('take a missing year from the first full date, a month from the nearest', () => {
    expect(told('3. Dezember 2022\n\nIm Oktober begann es, am 12. November folgte der Rest.').dates).toEqual([
      '1: 3. Dezember 2022 = 2022-12-03 x1',
      '3: Im Oktober = 2022-10 x1',
      '3: 12. November = 2022-11-12 x1',
    ])
    expect(told('Am 12. November war Basar.').dates).toEqual(['1: 12. November = null x1'])
    expect(told('Am 12. November war Basar.', '2020-11-01').dates).toEqual(['1: 12. November = 2020-11-12 x1'])
  })

  it('are no prices, telephone numbers, or words that count from today', () => {
    expect(
      told('2000 Euro, 2010 Personen, Telefon 0341 2022, Nr. 2017, morgen, möglichst bald, am Freitag.').dates,
    ).toEqual([])
  })

  it('are found over the end of a line, in tables and in quoted mail', () => {
    expect(told('Wir laden am 3. Mai\n2021 ein.\n\n| Wann |\n| --- |\n| 4.5.2021 |\n\n> bis 6.5.2021').dates).toEqual([
      '1: 3. Mai 2021 = 2021-05-03 x1',
      '6: 4.5.2021 = 2021-05-04 x1',
      '8: 6.5.2021 = 2021-05-06 x1',
    ])
  })
})

describe('organisations of a text that is no minutes', { timeout: 60_000 }, () => {
  it('stand once, by their fullest name, and their abbreviation counts', () => {
    const text =
      'Das Jugendamt hilft.\n\nDer Verband der Chöre Altau e.V. (VCA) singt.\n\nDer VCA dankt dem Jugendamt Altau. VCA!'
    expect(told(text).organisations).toEqual(['1: Jugendamt Altau x2', '3: Verband der Chöre Altau e.V. (VCA) x3'])
  })
})

describe('a reading', { timeout: 60_000 }, () => {
  it('has mentions only where the text is no minutes', () => {
    expect(read('Der Verein Neue Wege feiert am 3. Mai 2021.').mentions).toEqual({
      dates: [{ words: '3. Mai 2021', from: '2021-05-03', until: null, lines: { from: 1, to: 1 }, count: 1 }],
      organisations: [{ name: 'Verein Neue Wege', short: null, lines: { from: 1, to: 1 }, count: 1 }],
    })
    expect(read('Protokoll vom 3. Mai 2021\nAnwesend: Ina Quast, Bo Tamm').mentions).toBeNull()
  })

  it('lists no more than three hundred of each', () => {
    const many = Array.from(
      { length: 400 },
      (_, at) =>
        `Jobcenter ${String.fromCharCode(65 + (at % 26))}${'a'.repeat(3 + Math.floor(at / 26))} ${1500 + at}-01-02`,
    )
    const { dates, organisations } = mentionsOf(documentOf(many.join('\n\n')), null)
    expect([dates.length, organisations.length]).toEqual([300, 300])
  })
})
