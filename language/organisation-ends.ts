import { isFirstName } from './first-names.ts'
import { isFunction } from './offices.ts'
import { type Head, headOfWord, LEGAL_FORM, NO_NAME, REGION } from './organisation-words.ts'

/** A word or a sign of a text; `at` and `end` are offsets. */
export type Token = { readonly text: string; readonly at: number; readonly end: number }
export type Tokens = readonly Token[]

const CAPITAL = /^\p{Lu}|^\d{1,4}$|^\p{Ll}+\p{Lu}/u
const OPENING = '„“"»«‚‘'
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['„', '“”"'],
  ['“', '“”"'],
  ['"', '"'],
  ['»', '«'],
  ['«', '»'],
  ['‚', '‘'],
  ['‘', '’'],
])
const CLOSING_SIGNS = '“”"«‘’'
/** How far a name reaches, in words. */
const LONGEST_NAME = 14
const MOST_BESIDE = 4
const LONGEST_QUOTE = 80

/** The word at a place, empty outside of the text. */
export const word = (tokens: Tokens, at: number): string => tokens[at]?.text ?? ''
const isCapital = (text: string): boolean => CAPITAL.test(text)
/** A capitalised word that can be part of a name. */
export const isName = (text: string): boolean => isCapital(text) && !NO_NAME.test(text)

const LINKING = /^(?:der|die|das|des|den|für|und|in|im|aus|zur|zum|von|vom|am|an|bei|auf|gegen|mit|&|-|–|\/|\+|\.)$/u

/** The place behind a legal form that follows over words of a name only, or null. */
export function legalEnd(tokens: Tokens, from: number): number | null {
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_NAME); at++) {
    const text = word(tokens, at)
    const end = legalFormEnd(tokens, at)
    if (end !== null) return hasOpenedJust(tokens, from, at) ? null : closedEnd(tokens, from, end)
    if (text === 'und' && /^(?:de[rnms]|die|das)$/.test(word(tokens, at + 1))) return null
    const belongs = isName(text) || LINKING.test(text) || OPENING.includes(text) || '()”’'.includes(text)
    if (!belongs || text === '') return null
  }
  return null
}

/** "e.V.", "e. V.", "gGmbH" */
function legalFormEnd(tokens: Tokens, at: number): number | null {
  const point = (end: number) => (word(tokens, end) === '.' ? end + 1 : end)
  if (LEGAL_FORM.test(word(tokens, at))) return /GmbH|UG|eG/.test(word(tokens, at)) ? at + 1 : point(at + 1)
  return word(tokens, at) === 'e' && word(tokens, at + 1) === '.' && word(tokens, at + 2) === 'V' ? point(at + 3) : null
}

/** Nothing but the legal form in quotes is no name. */
function hasOpenedJust(tokens: Tokens, from: number, at: number): boolean {
  return OPENING.includes(word(tokens, at - 1)) && (at - 1 === from || !CLOSING_SIGNS.includes(word(tokens, at - 1)))
}

/** With the mark that closes quotes which the name has opened. */
function closedEnd(tokens: Tokens, from: number, end: number): number {
  const opened = tokens.slice(from, end).findLast(({ text }) => OPENING.includes(text) || CLOSING.has(text))
  return opened && end < tokens.length && CLOSING.get(opened.text)?.includes(word(tokens, end)) ? end + 1 : end
}

/** Behind a head: its name in quotes, what it is for, whose it is, and the words beside it. */
export function tailEnd(tokens: Tokens, from: number, kind: Head['kind']): number {
  let end = quoteEnd(tokens, from)
  if (end > from) return placeEnd(tokens, end)
  end = besideEnd(tokens, from, kind === 'group')
  if (kind === 'territory') return end
  end = forEnd(tokens, end)
  end = ownerEnd(tokens, end, kind === 'named' && end === from)
  return placeEnd(tokens, end)
}

/** A name that stands in quotes as a whole ends where they close: „Netzwerk Wohnen in Neuental“. */
export function quotedEnd(tokens: Tokens, from: number, at: number): number | null {
  const end = from > 0 ? quoteEnd(tokens, from - 1) : 0
  return end > at + 1 ? end - 1 : null
}

function quoteEnd(tokens: Tokens, from: number): number {
  const closing = CLOSING.get(word(tokens, from))
  if (closing === undefined) return from
  for (let at = from + 1; at < Math.min(tokens.length, from + 2 * LONGEST_NAME); at++) {
    if (tokens[at]!.end - tokens[from]!.at > LONGEST_QUOTE) return from
    if (closing.includes(word(tokens, at))) return at > from + 1 ? at + 1 : from
  }
  return from
}

/** Names directly behind: "Jobcenter Neuental", "AG Kasse & Recht", "Halle (Saale)". */
export function besideEnd(tokens: Tokens, from: number, isGroup: boolean): number {
  let at = from
  while (at - from < MOST_BESIDE && isBeside(word(tokens, at), isGroup, at === from)) {
    at += 1
    if (isGroup && /^(?:&|und|\/)$/.test(word(tokens, at)) && isName(word(tokens, at + 1))) at += 1
  }
  if (at > from && word(tokens, at) === '(' && REGION.test(word(tokens, at + 1)) && word(tokens, at + 2) === ')')
    at += 3
  return at
}

function isBeside(text: string, isGroup: boolean, isFirst: boolean): boolean {
  if (!isName(text) || isFunction(text) || (isFirst && isFirstName(text))) return false
  if (/^\d/.test(text)) return false
  const head = headOfWord(text)
  return head === null || isGroup || head.kind === 'territory'
}

/** "für Migration und Integration", "für Arbeit, Soziales und Gesundheit" */
function forEnd(tokens: Tokens, from: number): number {
  if (word(tokens, from) !== 'für') return from
  let at = from + 1
  let end = from
  while (at - from < LONGEST_NAME && isName(word(tokens, at))) {
    while (isName(word(tokens, at))) at += 1
    const link = word(tokens, at)
    if (link === ',') {
      if (!isListed(tokens, at)) return at
    } else if (link !== 'und' && link !== '&') return at
    end = at
    at += 1
  }
  return end
}

/** A comma belongs to the name only if "… und …" follows soon. */
function isListed(tokens: Tokens, comma: number): boolean {
  for (let at = comma + 1; at < comma + LONGEST_NAME; at++) {
    if (word(tokens, at) === 'und') return at > comma + 1 && isName(word(tokens, at + 1))
    if (!isName(word(tokens, at)) && word(tokens, at) !== ',') return false
  }
  return false
}

/** "der Stadt Neuental", "des Landkreises Au"; behind a kind alone also "der Deutschen aus Russland". */
function ownerEnd(tokens: Tokens, from: number, isKindAlone: boolean): number {
  if (!/^(?:der|des|von)$/.test(word(tokens, from))) return from
  const head = headOfWord(word(tokens, from + 1))
  if (head?.kind === 'territory') {
    const end = besideEnd(tokens, from + 2, false)
    return end > from + 2 || isKindAlone ? end : from
  }
  if (!isKindAlone || head || word(tokens, from) === 'von' || !isName(word(tokens, from + 1))) return from
  return /(?:en|er|innen|s)$/.test(word(tokens, from + 1)) && !isFunction(word(tokens, from + 1))
    ? besideEnd(tokens, from + 1, false)
    : from
}

/** "im Landkreis Au" */
function placeEnd(tokens: Tokens, from: number): number {
  if (word(tokens, from) !== 'im' || headOfWord(word(tokens, from + 1))?.kind !== 'territory') return from
  const end = besideEnd(tokens, from + 2, false)
  return end > from + 2 ? end : from
}
