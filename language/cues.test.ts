import { describe, expect, it } from 'vitest'
import { CueFamily, cue } from './cues.ts'

const ugly = [
  '',
  'ob',
  'Ob',
  '3ob',
  'Probe',
  'ob, wenn',
  'STRASSE ſo Kelvin',
  '„Ob“ – 7 zu 3',
  '\u{1D400}ob',
  'İob',
  'Ziel: 5 €'.repeat(900),
]

describe('a cue', () => {
  it('answers like its pattern, whatever the text', () => {
    const patterns = [
      /(?<!\p{L})ob(?!\p{L})/iu,
      /so|straße|k/iu,
      /\d zu \d/u,
      /^ob/iu,
      /€$/,
      /\p{L}{4}/u,
      /(?:ziel|zeit): \d/iu,
    ]
    for (const pattern of patterns) {
      const made = cue(pattern)
      for (const text of ugly) {
        expect([text.slice(0, 40), made.test(text)]).toEqual([text.slice(0, 40), pattern.test(text)])
        expect(made.exec(text)).toEqual(pattern.exec(text))
      }
    }
  })

  it('finds all that a pattern with the flag g finds', () => {
    const made = cue(/\p{Lu}ünsche/gu)
    expect(made.all('Wünsche, Münsche').map(match => match.index)).toEqual([0, 9])
    expect(made.all('Wünsch dir was')).toEqual([])
  })

  it('is known to texts that were asked before it was made', () => {
    const early = cue(/Zelt/u)
    expect(early.test('Zelt und Grill')).toBe(true)
    expect(cue(/Grill/u).test('Zelt und Grill')).toBe(true)
  })

  it('can not be in a text without its words', () => {
    expect(cue(/(?<!\p{L})ob(?!\p{L})/iu).canBeIn('Probe')).toBe(false)
  })
})

describe('a family of cues', () => {
  it('can be in a text where one of them can, and in no other', () => {
    const cues = [cue(/Pavillon/u), cue(/\d Zelte/u), cue(/(?<!\p{L})grillen(?!\p{L})/iu)]
    const family = new CueFamily(cues)
    for (const text of [...ugly, 'Der Pavillon steht', '3 Zelte', 'Zelte', 'wir Grillen', 'Grillengezirp'])
      expect([text.slice(0, 40), family.canBeIn(text)]).toEqual([
        text.slice(0, 40),
        cues.some(one => one.canBeIn(text)),
      ])
  })

  it('can always be in a text if one of them needs no words', () => {
    expect(new CueFamily([cue(/Pavillon/u), cue(/\?$/u)]).canBeIn('Brot')).toBe(true)
  })
})
