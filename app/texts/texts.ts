import { IntlMessageFormat } from 'intl-messageformat'
import ar from './ar.json' with { type: 'json' }
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }

export const languages = ['de', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

/** German is written first; `npm run check` proves that the others hold the same keys. */
export type TextKey = keyof typeof de
export type TextValues = Readonly<Record<string, string | number>>
/** Key and values in, sentence out. A value that was forgotten shows as "…", so that no page dies of it. */
export type Texts = (key: TextKey, values?: TextValues) => string

/** Every language is offered in its own name and script. */
export const ownNames: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English', ar: 'العربية' }

/** BCP 47 tag for Intl: Gregorian calendar and Latin digits in every language; English as in Britain (day before month). */
export const locales: Readonly<Record<Language, string>> = {
  de: 'de-DE-u-ca-gregory-nu-latn',
  en: 'en-GB-u-ca-gregory-nu-latn',
  ar: 'ar-u-ca-gregory-nu-latn',
}

const sources: Readonly<Record<Language, Readonly<Record<string, string>>>> = { de, en, ar }
const rightToLeft: ReadonlySet<string> = new Set<Language>(['ar'])
const readers = new Map<Language, Texts>()

export const direction = (language: Language): 'ltr' | 'rtl' => (rightToLeft.has(language) ? 'rtl' : 'ltr')

/** The texts of one language. Messages are compiled when they are first asked for, and kept. */
export function texts(language: Language): Texts {
  const known = readers.get(language)
  if (known) return known
  const messages = new Map<TextKey, Message>()
  const read: Texts = (key, values) => {
    const message = messages.get(key) ?? compiled(language, key)
    messages.set(key, message)
    return message(values ?? {})
  }
  readers.set(language, read)
  return read
}

type Message = (values: TextValues) => string

function compiled(language: Language, key: TextKey): Message {
  const source = sources[language][key] ?? de[key] ?? key
  if (!source.includes('{') && !source.includes("'")) return () => source
  const format = new IntlMessageFormat(source, locales[language], undefined, { ignoreTag: true })
  const names = argumentsOf(format.getAst())
  return values => {
    const filled = names.map(({ name, chooses }) => {
      const value = values[name] ?? '…'
      return [name, chooses ? value : isolated(value, language)]
    })
    return String(format.format(Object.fromEntries(filled)))
  }
}

/** The parser's tree, as far as we walk it: a node with a name is an argument, its options hold further nodes. */
type Node = {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { value: unknown }>>
}
const literal = 0
const select = 5
const pound = 7

/** `chooses`: the value is compared with the choices of a select, so nothing may be put around it. */
type Argument = { readonly name: string; readonly chooses: boolean }

function argumentsOf(nodes: unknown): Argument[] {
  const named = (nodes as readonly Node[]).flatMap(({ type, value, options }): Argument[] => [
    ...(type === literal || type === pound || typeof value !== 'string'
      ? []
      : [{ name: value, chooses: type === select }]),
    ...Object.values(options ?? {}).flatMap(option => argumentsOf(option.value)),
  ])
  const choosing = new Set(named.filter(({ chooses }) => chooses).map(({ name }) => name))
  return [...new Set(named.map(({ name }) => name))].map(name => ({ name, chooses: choosing.has(name) }))
}

const firstStrongIsolate = '\u2068'
const popDirectionalIsolate = '\u2069'
const latinLetter = /[A-Za-z\u00C0-\u024F]/
const rightToLeftLetter = /[\u0590-\u08FF\uFB1D-\uFEFC]/

/** A Latin name in an Arabic sentence (or the reverse) would pull the punctuation around it to the wrong side (UAX #9). */
function isolated(value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value
  const foreign = direction(language) === 'rtl' ? latinLetter : rightToLeftLetter
  return foreign.test(value) ? `${firstStrongIsolate}${value}${popDirectionalIsolate}` : value
}

const quality = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/

/**
 * Chooses among the offered languages by an `Accept-Language` header (RFC 9110, 12.5.4), compared by primary subtag.
 * Without header or match it is the first one offered.
 */
export function languageFrom(acceptLanguage: string | null | undefined, offered: readonly Language[]): Language {
  const first = offered[0] ?? 'de'
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map(part => part.trim().toLowerCase().split(';'))
    .map(([tag = '', ...rest]) => ({ tag: tag.split('-')[0] ?? '', weight: weightOf(rest) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    if (tag === '*') return first
    const match = offered.find(language => language === tag)
    if (match) return match
  }
  return first
}

function weightOf(parameters: readonly string[]): number {
  const match = parameters.map(parameter => quality.exec(parameter.trim())).find(Boolean)
  return match ? Number(match[1]) : parameters.length === 0 ? 1 : 0
}

/** Whether a stranger's string (a cookie, a form) names a language we have. */
export const isLanguage = (value: unknown): value is Language => languages.some(language => language === value)

/** The first of these tags in which there are texts; German where there is none. */
export const languageOf = (...tags: readonly string[]): Language => tags.find(isLanguage) ?? 'de'
