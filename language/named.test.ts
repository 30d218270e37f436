import { describe, expect, it } from 'vitest'
import { mentionsOf, replaced } from './named.ts'
import { fold } from './words.ts'

const rita = { name: 'Rita Weiß', email: 'rita.weiss@tisch.example' }
const takenOut = (text: string, others: string[] = [], known: string[] = []) =>
  replaced(
    text,
    mentionsOf(
      text,
      rita,
      others.map(name => ({ name, email: null })),
      {
        this: new Set(known.map(fold)),
        others: new Set(),
      },
    ).filter(({ sure }) => sure),
    '[–]',
  )
const asked = (text: string, others: string[] = []) =>
  mentionsOf(
    text,
    rita,
    others.map(name => ({ name, email: null })),
  )
    .filter(({ sure }) => !sure)
    .map(({ at, end }) => text.slice(at, end))

describe('where a text names a person', () => {
  it.each([
    ['Rita Weiß berichtet.', '[–] berichtet.'],
    ['Weiß, Rita (entschuldigt)', '[–] (entschuldigt)'],
    ['R. Weiß klärt das.', '[–] klärt das.'],
    ['Fr. Dr. R. Weiss ruft an, Frau Weiß auch.', '[–] ruft an, [–] auch.'],
    ['Frau Weiß’ Vorschlag und Weißs Liste', '[–] Vorschlag und [–] Liste'],
    ['RITA WEISS', '[–]'],
    ['an rita.weiss@tisch.example, r.weiss@amt.example', 'an [–], [–]'],
    ['Protokoll_rita-weiss.docx', 'Protokoll_[–].docx'],
    ['Rita Weiß (RW) leitet. Bericht: RW.', '[–] leitet. Bericht: [–].'],
    ['J. Kern, R. Weiß, T. Rabe', 'J. Kern, [–], T. Rabe'],
  ])('takes out “%s”', (text, expected) => expect(takenOut(text)).toBe(expected))

  it.each([
    ['Tom Weiß berichtet.', ['Tom Weiß']],
    ['T. Weiß berichtet.', ['Tom Weiß']],
    ['an tom@tisch.example', []],
    ['Die Wand ist groß und hell.', []],
    ['Rita Kern geht.', ['Rita Kern']],
  ])('leaves somebody else alone: “%s”', (text, others) => {
    expect(takenOut(text, others)).toBe(text)
    expect(asked(text, others)).toEqual([])
  })

  it.each([
    ['Weiß kommt später.', ['Tom Weiß'], ['Weiß']],
    ['Fr. Weiß kommt später.', ['Tom Weiß'], ['Fr. Weiß']],
    ['Rita sagt zu.', [], ['Rita']],
    ['Ich weiß es nicht.', [], ['weiß']],
    ['Die Weißstraße ist gesperrt.', [], ['Weißstraße']],
    ['Rita Weiß sagt zu.', ['Rita Weiß'], ['Rita Weiß']],
    ['Emma Weiß sagt zu.', [], ['Weiß']],
  ])('asks about what can be another or a word: “%s”', (text, others, expected) => {
    expect(takenOut(text, others)).toBe(text)
    expect(asked(text, others)).toEqual(expected)
  })

  it('finds a given name and its family name as one, so that nobody is asked about half of it', () => {
    const amina = { name: 'Amina Saleh', email: null }
    for (const text of ['Mit Amina Saleh besprochen', 'Frau Amina Saleh', 'Amina El Saleh'])
      expect(replaced(text, mentionsOf(text, amina), 'X').match(/X/g)).toEqual(['X'])
    expect(mentionsOf('Amina Saleh geht, Amina kommt', amina)).toEqual([
      { at: 0, end: 11, sure: true },
      { at: 18, end: 23, sure: false },
    ])
  })

  it('knows a given name that somebody has said is hers', () =>
    expect(takenOut('Rita übernimmt das, Rita ruft an.', ['Rita Kern'], ['Rita'])).toBe(
      '[–] übernimmt das, [–] ruft an.',
    ))

  it('is done with an ugly text in no time', () => {
    const started = performance.now()
    mentionsOf('Weiß. '.repeat(20_000) + 'a.'.repeat(20_000) + '@'.repeat(10_000), rita)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
