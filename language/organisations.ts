import { matchesOf } from './matches.ts'
import { withoutOverlaps } from './mentions.ts'
import { isFunction } from './offices.ts'
import { besideEnd, isName, legalEnd, quotedEnd, type Tokens, tailEnd, word } from './organisation-ends.ts'
import { ANY, type Head, headOfWord, KNOWN_NAMES, namingAdjective } from './organisation-words.ts'

/**
 * An organisation as named: `name` with its noun in the nominative ("des Vereins Neue Wege" gives "Verein Neue Wege"),
 * `short` the abbreviation in brackets behind it; `at` and `end` are offsets in the text.
 */
export type OrganisationMention = {
  readonly name: string
  readonly short: string | null
  readonly at: number
  readonly end: number
}

const TOKEN = /[\p{L}\p{N}#][\p{L}\p{N}\p{M}]*(?:[-.&/*:_'’+][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|[^\s\p{L}\p{N}]/gu
const SHORT = /^(?=.{2,12}$)\p{L}*\p{Lu}\p{L}*(?:\p{Lu}|[-.])[\p{L}\p{N}.-]*$/u
const ROUND = /^Runde[rnsm]?$/
const TABLE = /^Tisch(?:e?s)?$/
/**
 * Finds organisations in German words: by what their names are made of (see organisation-words.ts), a legal form, or
 * because everybody knows them. A kind alone ("der Verein", "eine Stiftung") is none. In the order of the text, without
 * overlaps; time grows with the length of the text.
 */
export function organisationsIn(text: string): OrganisationMention[] {
  const tokens = matchesOf(TOKEN, text).map(({ 0: word, index }) => ({
    text: word,
    at: index,
    end: index + word.length,
  }))
  const found: OrganisationMention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const mention = knownAt(text, tokens, at) ?? headAt(text, tokens, at) ?? formAt(text, tokens, at)
    if (mention) found.push(mention)
  }
  return withoutOverlaps(found)
}

const knownByFirst = new Map<string, string[][]>()
for (const name of KNOWN_NAMES) {
  const words = name.split(' ')
  const first = stemOf(words[0]!)
  knownByFirst.set(
    first,
    [...(knownByFirst.get(first) ?? []), words].sort((a, b) => b.length - a.length),
  )
}

/** Adjectives change their ending ("des Deutschen Roten Kreuzes"), abbreviations do not. */
function stemOf(word: string): string {
  return /^\p{Lu}\p{Ll}{3,}/u.test(word) ? word.replace(/(?:e[rsnm]?|s)$/u, '') : word
}

function knownAt(text: string, tokens: Tokens, at: number): OrganisationMention | null {
  const names = knownByFirst.get(stemOf(word(tokens, at)))
  const name = names?.find(words => words.every((one, next) => stemOf(one) === stemOf(word(tokens, at + next))))
  if (!name) return null
  const branch = headOfWord(word(tokens, at + name.length))
  const from = branch ? at + name.length + 1 : at + name.length
  const end = legalEnd(tokens, from) ?? besideEnd(tokens, from, false)
  return mentionOf(text, tokens, at, [...name, ...(branch ? [branch.word] : [])].join(' '), from, end)
}

function headAt(text: string, tokens: Tokens, at: number): OrganisationMention | null {
  if (ROUND.test(word(tokens, at)) && TABLE.test(word(tokens, at + 1))) {
    if (ANY.test(word(tokens, at - 1))) return null
    return mentionOf(text, tokens, at, 'Runder Tisch', at + 2, tailEnd(tokens, at + 2, 'group'))
  }
  const head = headOfWord(word(tokens, at))
  if (!head || word(tokens, at + 1) === '-' || (head.kind === 'territory' && isPlaceOnly(tokens, at))) return null
  const from = beforeOf(tokens, at, head)
  const adjectives = tokens.slice(from, at).map(token => namingAdjective(token.text, head.gender) ?? token.text)
  const end = quotedEnd(tokens, from, at) ?? legalEnd(tokens, at + 1) ?? tailEnd(tokens, at + 1, head.kind)
  const named = end > at + 1 || from < at || isDistinct(head)
  if (!named && (head.kind !== 'authority' || ANY.test(word(tokens, from - 1)))) return null
  return mentionOf(text, tokens, from, [...adjectives, head.word].join(' '), at + 1, end)
}

/** A legal form behind words of which none says what it is ("Nachbarschaftswerk gGmbH"). */
function formAt(text: string, tokens: Tokens, at: number): OrganisationMention | null {
  if (!isName(word(tokens, at)) || isName(word(tokens, at - 1)) || isFunction(word(tokens, at))) return null
  const end = legalEnd(tokens, at + 1)
  if (end === null || tokens.slice(at, end).some(token => headOfWord(token.text) || isFunction(token.text))) return null
  return mentionOf(text, tokens, at, word(tokens, at), at + 1, end)
}

/** "Amadeu-Antonio-Stiftung" and "Goethe-Institut" bear their name themselves. */
function isDistinct({ kind, word }: Head): boolean {
  return kind === 'house' && /^\p{Lu}[\p{L}]+-\p{Lu}/u.test(word)
}

/** "in der Stadt Neuental" is where, not who. */
function isPlaceOnly(tokens: Tokens, at: number): boolean {
  const before = word(tokens, at - 1).toLowerCase()
  const place = /^(?:in|im|aus|ins)$/
  return place.test(before) || (/^(?:der|dem)$/.test(before) && place.test(word(tokens, at - 2).toLowerCase()))
}

/** The first word of the name: adjectives of names, and before foundations and schools the names they are called after. */
function beforeOf(tokens: Tokens, at: number, head: Head): number {
  let from = at
  while (from > 0 && at - from < 3) {
    const before = word(tokens, from - 1)
    const belongs =
      namingAdjective(before, head.gender) !== null ||
      (head.kind === 'house' && isName(before) && !isFunction(before) && !ANY.test(before) && !/\d/.test(before))
    if (
      !belongs ||
      (head.kind === 'house' && from - 1 === 0 && /(?:e|en|er)$/.test(before) && !namingAdjective(before, 'f'))
    )
      break
    from -= 1
  }
  return from
}

/** `name` is what stands from `first` to `from` in the nominative; the rest is taken as written up to `end`. */
function mentionOf(
  text: string,
  tokens: Tokens,
  first: number,
  name: string,
  from: number,
  end: number,
): OrganisationMention {
  const rest = end > from ? text.slice(tokens[from]!.at, tokens[end - 1]!.end) : ''
  const tail = rest
    .replace(/ ?\( ?/, ' (')
    .replace(/[“"»](?=\p{L})/u, '„')
    .replace(/[”"«]/u, '“')
    .replace(/ ?\/ ?/g, '/')
  const isShort = word(tokens, end) === '(' && word(tokens, end + 2) === ')' && SHORT.test(word(tokens, end + 1))
  const last = isShort ? end + 2 : end - 1
  return {
    name: tail === '' ? name : `${name} ${tail}`,
    short: isShort ? word(tokens, end + 1) : null,
    at: tokens[first]!.at,
    end: tokens[Math.max(last, first)]!.end,
  }
}
