import { describe, expect, it } from 'vitest'
import { lastingVerbs, strongRoots, verbLists } from './verb-list.ts'
import { finiteVerb, isInfinitive, isParticiple, lemmasOf, modalOf, verbForms } from './verbs.ts'
import { wordsOf } from './words.ts'

describe('the lists', () => {
  const all = Object.values(verbLists).flatMap(list => list.trim().split(/\s+/))

  it('hold each verb once', () => {
    const twice = all.filter((verb, at) => all.indexOf(verb) !== at)
    expect(twice).toEqual([])
  })

  it('hold infinitives only', () => {
    expect(all.filter(verb => !/^(?:\p{Ll}+\|)?\p{Ll}+n$/u.test(verb))).toEqual([])
    expect(
      lastingVerbs
        .trim()
        .split(/\s+/)
        .filter(verb => !/n$/.test(verb)),
    ).toEqual([])
  })

  it('give four forms to every strong root', () => {
    const short = strongRoots.split('|').filter(root => root.trim().split(/\s+/).length !== 4)
    expect(short).toEqual([])
  })
})

function finite(clause: string, at: number) {
  const words = wordsOf(clause)
  return finiteVerb(words, at, words.length)?.lemma ?? null
}

describe('finiteVerb', () => {
  it.each([
    ['Mila ruft die Schule an', 1, 'anrufen', 'a separated prefix'],
    ['Mila ruft laut', 1, 'rufen', 'without its prefix'],
    ['Mila bespricht das', 1, 'besprechen', 'an inseparable verb on a strong root'],
    ['Mila lädt alle ein', 1, 'einladen', 'a changed vowel'],
    ['Mila rechnet ab', 1, 'abrechnen', 'a stem that needs an e'],
    ['Mila sammelt Spenden', 1, 'sammeln', 'an infinitive in -eln'],
    ['Mila und Tom bereiten das Fest vor', 3, 'vorbereiten', 'a plural'],
    ['Mila kümmert sich', 1, 'kümmern', 'an infinitive in -ern'],
    ['Mila Plakat', 1, null, 'no verb'],
    ['Mila', 1, null, 'no word at all'],
  ])('reads %s', (clause, at, lemma, _why) => {
    expect(finite(clause, at)).toBe(lemma)
  })
})

describe('isParticiple', () => {
  it.each(['abgeklärt', 'hergestellt', 'versendet', 'besprochen', 'organisiert', 'eingeladen', 'geflyert'])(
    '%s is one',
    word => {
      expect(isParticiple(word)).toBe(true)
    },
  )

  it.each(['gegen', 'klärt', 'drucken', 'Gesicht', 'verschieden', ''])('%s is none', word => {
    expect(isParticiple(word)).toBe(false)
  })
})

describe('isInfinitive', () => {
  it.each(['abklären', 'einkaufen', 'Abklären', 'anzufragen', 'ausflyern'])('%s is one', word => {
    expect(isInfinitive(word)).toBe(true)
  })

  it.each(['offen', 'allen', 'zwischen', 'besprochen', 'Wochen', 'morgen', ''])('%s is none', word => {
    expect(isInfinitive(word)).toBe(false)
  })
})

it('tells past forms apart from present ones', () => {
  expect(verbForms('sprach').every(form => form.shape === 'past')).toBe(true)
  expect(verbForms('sprach')).not.toEqual([])
  expect(verbForms('fragten').every(form => form.shape === 'past')).toBe(true)
})

it('knows modals in every form', () => {
  expect(['sollten', 'müssen', 'wird', 'Könnte', 'Tisch'].map(modalOf)).toEqual([
    'sollte',
    'muss',
    'wird',
    'kann',
    null,
  ])
})

it('gives one infinitive to all forms of a verb', () => {
  const lemmas = (text: string) => [...lemmasOf(wordsOf(text)).values()]
  expect(lemmas('Mila fragt die Schule an')).toEqual(['anfragen'])
  expect(lemmas('Die Schule wurde angefragt')).toContain('anfragen')
})
