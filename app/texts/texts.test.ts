import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { attendanceStates, decisionResults, entryKinds, findingCodes } from '../../reader/src/reading.ts'
import { problemStatus } from '../ground/problems.ts'
import ar from './ar.json' with { type: 'json' }
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import { direction, isLanguage, languageFrom, languageOf, languages, locales, type TextKey, texts } from './texts.ts'

const sources: Record<string, Record<string, string>> = { de, en, ar }

describe('texts', () => {
  test('counts as each language counts', () => {
    expect(texts('de')('ui.form.problems', { count: 1 })).toBe('Bitte prüfen Sie diese Angabe')
    expect(texts('de')('ui.form.problems', { count: 3 })).toBe('Bitte prüfen Sie diese 3 Angaben')
    expect(texts('ar')('ui.form.problems', { count: 2 })).toBe('يرجى مراجعة هذين الحقلين')
  })

  test('writes Latin digits in Arabic', () => {
    expect(texts('ar')('ui.pagination.page-of', { page: 2, pages: 15 })).toBe('الصفحة 2 من 15')
  })

  test('sets a name apart where it runs against the sentence, and only there', () => {
    expect(texts('ar')('ui.page.signed-in-as', { name: 'Ada' })).toContain('\u2068Ada\u2069')
    expect(texts('ar')('ui.page.signed-in-as', { name: 'نور' })).not.toContain('\u2068')
    expect(texts('de')('ui.page.signed-in-as', { name: 'Ada' })).toBe('Angemeldet als Ada')
    expect(texts('de')('ui.page.signed-in-as', { name: 'نور' })).toBe('Angemeldet als \u2068نور\u2069')
  })

  test('shows a forgotten value as a gap instead of failing', () => {
    expect(texts('de')('ui.page.signed-in-as')).toBe('Angemeldet als …')
  })

  test('leaves markup in a value alone: pages escape, texts do not', () => {
    expect(texts('de')('ui.page.signed-in-as', { name: '<b>' })).toBe('Angemeldet als <b>')
  })

  test('is the same function each time, so that messages are compiled once', () => {
    expect(texts('en')).toBe(texts('en'))
  })
})

describe('every language', () => {
  test.each(languages)('%s has the keys of German, each with the same placeholders', language => {
    const source = sources[language]!
    expect(Object.keys(source).sort()).toEqual(Object.keys(de).sort())
    const apart = Object.keys(de).filter(
      key => placeholders(source[key]!, language) !== placeholders(de[key as TextKey], 'de'),
    )
    expect(apart).toEqual([])
  })

  // One, two, three to ten and more than ten of a thing are four different words (CLDR plural rules).
  test('Arabic counts two and few of whatever it names with a number', () => {
    const short = Object.entries(ar).filter(([, text]) =>
      countings(new IntlMessageFormat(text, 'ar', undefined, { ignoreTag: true }).getAst() as never).some(
        kinds => !kinds.has('two') || !kinds.has('few'),
      ),
    )
    expect(short.map(([key]) => key)).toEqual([])
  })

  test.each(languages)('%s has a sentence for each closed list', language => {
    const wanted = [
      ...Object.keys(problemStatus).map(code => `problem.${code}`),
      ...findingCodes.map(code => `finding.${code}`),
      ...entryKinds.flatMap(kind => [`entry.kind.${kind}`, `entry.kinds.${kind}`]),
      ...attendanceStates.map(state => `attendance.${state}`),
      ...decisionResults.map(result => `decision.result.${result}`),
    ]
    expect(wanted.filter(key => !sources[language]![key])).toEqual([])
  })
})

function placeholders(source: string, language: keyof typeof locales): string {
  const names = new Set<string>()
  const walk = (nodes: readonly { type: number; value?: unknown; options?: Record<string, { value: unknown }> }[]) => {
    for (const { type, value, options } of nodes) {
      if (type !== 0 && typeof value === 'string') names.add(value)
      for (const option of Object.values(options ?? {})) walk(option.value as Parameters<typeof walk>[0])
    }
  }
  walk(new IntlMessageFormat(source, locales[language], undefined, { ignoreTag: true }).getAst() as never)
  return [...names].sort().join(' ')
}

describe('languageFrom', () => {
  test.each([
    ['nothing asked', null, 'de'],
    ['plain', 'ar', 'ar'],
    ['a region', 'en-US,en;q=0.9', 'en'],
    ['weights out of order', 'en;q=0.3, ar;q=0.8, de;q=0.5', 'ar'],
    ['a language we have not, then one we have', 'uk, fr;q=0.9, en;q=0.1', 'en'],
    ['only strangers', 'uk,fr', 'de'],
    ['refused by weight nought', 'en;q=0, ar;q=0.1', 'ar'],
    ['anything', '*', 'de'],
    ['a weight that is none', 'en;q=high, ar;q=0.2', 'ar'],
    ['upper case and blanks', '  AR-eg ; q=0.7 ', 'ar'],
    ['an endless header', 'xx,'.repeat(100_000), 'de'],
  ] as const)('%s', (_why, header, expected) => {
    expect(languageFrom(header, languages)).toBe(expected)
  })

  test('stays within what is offered', () => {
    expect(languageFrom('ar', ['en', 'de'])).toBe('en')
  })
})

test('Arabic runs from right to left', () => {
  expect(languages.map(direction)).toEqual(['ltr', 'ltr', 'rtl'])
})

test('languageOf takes the first that we have, else German', () => {
  expect([languageOf('fr', 'ar', 'en'), languageOf('fr'), languageOf()]).toEqual(['ar', 'de', 'de'])
})

test('isLanguage takes only what we have', () => {
  expect([isLanguage('ar'), isLanguage('fr'), isLanguage(undefined)]).toEqual([true, false, false])
})

test('a choice is made by the value itself, also where names are set apart', () => {
  const sentence = (kind: string) => texts('ar')('problem.file-type-unknown', { kind })
  expect(sentence('image')).not.toBe(sentence('something else'))
})

type Node = { type: number; value?: unknown; options?: Record<string, { value: readonly Node[] }> }
const [LITERAL, PLURAL, POUND] = [0, 6, 7]

/** The kinds of each plural that puts its number before a word. */
function countings(nodes: readonly Node[]): Set<string>[] {
  return nodes.flatMap(({ type, options = {} }) => {
    const within = Object.values(options).flatMap(({ value }) => countings(value))
    const beside = type === PLURAL ? options.other!.value : []
    const behind = beside.slice(beside.findIndex(node => node.type === POUND) + 1)
    const shows = beside.some(node => node.type === POUND)
    const counts = shows && behind.some(node => node.type === LITERAL && /\p{L}/u.test(String(node.value)))
    return counts ? [new Set(Object.keys(options)), ...within] : within
  })
}
