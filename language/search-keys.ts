import { partsOf, shortOf } from './compounds.ts'
import { stem, withoutGenderMark } from './stems.ts'
import { isVerbPrefix, verbForms } from './verbs.ts'
import { fold, isStopWord, wordsOf } from './words.ts'

/** A word of a text as search knows it: where it stands, and the keys under which the whole of it and its parts lie. */
export type SearchWord = {
  readonly from: number
  readonly to: number
  readonly whole: readonly string[]
  readonly parts: readonly string[]
}

/** One word of a question: a text answers it with any of its keys. */
export type AskedWord = { readonly text: string; readonly keys: readonly string[] }

/** Written with two letters or with one, of a plural or not: "Gärten" and "Garten", "Kroeger", "Kröger" and "Kroger". */
const UMLAUT = /([aou])e(?![aeio])/g
const FEMALE = /(?<=zt|st|nt|at|or|eur)in$/
const CAPITAL = /^\p{Lu}/u
const HYPHEN = /[-_/]/
const VERBAL_NOUN = /ung$/
const PARTICIPLE = /^(\p{Ll}{2,7})(ge\p{Ll}{2,20})$/u
const SHORTEST_VERBAL = 7
/** Of no matter in a question, though the reader of minutes looks at them. */
const SMALL_WORDS = new Set(['wegen', 'waehrend', 'trotz', 'laut'])

/**
 * The words of a text under the keys by which search finds them, in order and with their places for highlighting (offsets
 * in UTF-16 units, end exclusive). All forms of a word share a key; the parts of a compound are kept apart from whole
 * words, so that these can be put first. Stop words have no keys and are left out.
 */
export function searchWordsOf(text: string): readonly SearchWord[] {
  const found: SearchWord[] = []
  for (const { text: word, from, to } of wordsOf(text)) {
    if (isSmall(word)) continue
    const whole = new Set(keysOf(word))
    const parts = new Set<string>()
    const pieces = word.split(HYPHEN).filter(piece => piece !== '')
    for (const piece of pieces) {
      if (pieces.length > 1 && !isSmall(piece)) for (const key of keysOf(piece)) parts.add(key)
      if (CAPITAL.test(piece)) addParts(parts, piece)
    }
    found.push({ from, to, whole: [...whole], parts: [...parts].filter(part => !whole.has(part)) })
  }
  return found
}

/**
 * A question as the words that an answer must hold, each in any form. Empty where it has stop words only: then there is
 * nothing to look for, which is to be said instead of answered with everything.
 */
export function askedWordsOf(question: string): readonly AskedWord[] {
  return wordsOf(question)
    .filter(({ text }) => !isSmall(text))
    .map(({ text }) => ({ text, keys: keysOf(text) }))
}

/** Where the asked words stand in a text, whole or as a part of a compound: the words to be highlighted, in order. */
export function foundIn(text: string, asked: readonly AskedWord[]): readonly { from: number; to: number }[] {
  const keys = new Set(asked.flatMap(word => word.keys))
  return searchWordsOf(text)
    .filter(({ whole, parts }) => whole.some(key => keys.has(key)) || parts.some(key => keys.has(key)))
    .map(({ from, to }) => ({ from, to }))
}

function keysOf(word: string): readonly string[] {
  const joined = word.split(HYPHEN).join('')
  const keys = new Set([keyOf(joined)])
  const folded = fold(joined)
  if (folded.length >= SHORTEST_VERBAL && VERBAL_NOUN.test(stem(joined)))
    keys.add(keyOf(stem(joined).replace(VERBAL_NOUN, '')))
  if (CAPITAL.test(word) && FEMALE.test(folded)) keys.add(keyOf(folded.replace(FEMALE, '')))
  const verb = prefixedVerb(folded)
  if (verb) keys.add(keyOf(verb))
  for (const lemma of simpleVerbs(word)) keys.add(keyOf(lemma))
  return [...keys]
}

function addParts(keys: Set<string>, word: string): void {
  const { heads, tails } = partsOf(withoutGenderMark(word))
  for (const head of heads) keys.add(plain(head))
  for (const tail of tails) keys.add(keyOf(tail))
}

/** "angebracht" is a form of "anbringen". */
function prefixedVerb(folded: string): string | null {
  const [, prefix, participle] = PARTICIPLE.exec(folded) ?? []
  if (!prefix || !participle || !isVerbPrefix(prefix)) return null
  const form = verbForms(participle)[0]
  return form ? prefix + form.lemma : null
}

/** "prüft" and "geprüft" are forms of "prüfen"; with a capital they may be nouns. Of parted verbs the stem alone is no form. */
const simpleVerbs = (word: string): readonly string[] =>
  CAPITAL.test(word) ? [] : verbForms(word).flatMap(({ lemma, prefix }) => (prefix === '' ? [lemma] : []))

/** One inflection ending after the other goes: "Gartenplan" and "Gartenpläne" must lose the same. */
function keyOf(word: string): string {
  let key = plain(fold(withoutGenderMark(word)))
  const short = shortOf(key)
  if (short !== null) return short
  for (let shorter = stem(key); shorter !== key; shorter = stem(key)) key = shorter
  return key
}

const plain = (folded: string): string => folded.replace(UMLAUT, '$1')

const isSmall = (word: string): boolean => isStopWord(word) || SMALL_WORDS.has(fold(word))
