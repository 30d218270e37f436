import { isFirstName } from '../../../language/first-names.ts'
import { isOffice } from '../../../language/offices.ts'
import { wordsOf } from '../../../language/words.ts'
import type { Cast } from './cast.ts'
import { ownerAt } from './owners.ts'

/**
 * The owners that a short piece of text consists of ("Mila", "Mila & Yusuf", "Hr. Ott, AG Fest"), or null when it says
 * anything else. `bare`: take a single unknown capital word too, as task lists write short names ("Michi").
 */
export function onlyOwners(text: string, cast: Cast, bare: boolean): readonly string[] | null {
  const plain = text.replace(/^[\s@]{1,5}|[\s.,;]{1,5}$/g, '').replace(/@/g, ' ')
  if (plain === '' || plain.length > 80) return null
  const words = wordsOf(plain)
  const owner = ownerAt(words, 0, plain, cast)
  if (!owner || owner.end !== words.length || owner.sure === 'pronoun') return null
  if (owner.sure !== 'bare') return owner.names
  return bare && SHORT_NAME.test(plain) ? owner.names : null
}

/** "Michi", and groups by a short name of their own: "StuKo". */
const SHORT_NAME = /^\p{Lu}\p{Ll}{1,14}(?:\p{Lu}\p{Ll}{1,6})?$/u

/** Owners in brackets at the end of a text: "Flyer drucken (Mila)"; where the bracket begins. */
export type TrailingOwners = { readonly owners: readonly string[]; readonly at: number }

const LAST_BRACKET = /\(([^()]{2,80})\)[\s.;,!]*$/
/** "(Marek, bis 15.5.)" */
const DUE_BEHIND = /[,;]? ?(?:(?:bis|zum|am|ab|spätestens|nächste)(?!\p{L})[^()]{0,40}|\d[\d. ]{2,12})$/iu
const LAST_DASH = /\s(?:[-–—]|→|=>|->|\|)\s*([^-–—→|]{2,60})$/
const LAST_COLON = /:\s*([^:]{2,60})$/
const LAST_BY = /(?<!\p{L})(?:durch|Verantwortlich(?:e[rn]?)?:?|Zuständig:?|macht|verantw\.:?)\s+([^:]{2,60})$/iu

export function trailingOwners(text: string, cast: Cast, bare: boolean): TrailingOwners | null {
  return (
    trailing(text, LAST_BRACKET, cast, bare) ??
    trailing(text, LAST_DASH, cast, false) ??
    trailing(text, LAST_BY, cast, false) ??
    (bare ? colonOwners(text, cast) : null)
  )
}

/** Labels before a name that hand nothing out: "Kassier: Mila", "Gäste: Tom". */
const NO_CHARGE =
  /(?:gäste?|referent(?:in|innen|en)?|helfer(?:in|innen)?|team|kontakt|ansprechpartner(?:in)?|interesse(?: haben| hat)?|interessierte|gewählt|kandidat(?:in|innen|en)?|mitglieder|von|mit|anwesend|abwesend|moderation|protokoll|leitung|autor(?:in|en)?)$/iu

/** "Ankündigung im Verteiler: Mila" */
export function colonOwners(text: string, cast: Cast): TrailingOwners | null {
  const found = trailing(text, LAST_COLON, cast, false)
  const label = found && text.slice(0, found.at).trim()
  return label && !isOffice(label) && !NO_CHARGE.test(label) ? found : null
}

function trailing(text: string, pattern: RegExp, cast: Cast, bare: boolean): TrailingOwners | null {
  const match = pattern.exec(text.trimEnd())
  if (!match) return null
  const named = match[1]!.replace(/^(?:macht|durch|von|verantwortlich:?) /i, '').replace(DUE_BEHIND, '')
  const owners = onlyOwners(named, cast, bare)
  return owners && { owners, at: match.index }
}

/** Owners before a colon or a dash: "Mila: Flyer drucken", "Mila & Tom – Flyer"; where the rest begins. */
export type LeadingOwners = { readonly owners: readonly string[]; readonly end: number }

const FIRST_LABEL = /^\(?((?:[^:;.!?]|(?<=\p{Lu})\.){2,60}?)\)?\s*(?::|\s[-–—]|→|=>|->)\s+(?=\S)/u
const MENTION = /(?<![\p{L}\d.])@(\p{L}[\p{L}\d_'’-]{1,30})(?: ?(?:,|und|&|\+) ?@(\p{L}[\p{L}\d_'’-]{1,30}))?/u

export function leadingOwners(text: string, cast: Cast, bare: boolean): LeadingOwners | null {
  const match = FIRST_LABEL.exec(text)
  if (!match) return null
  const owners = onlyOwners(match[1]!, cast, bare)
  return owners && { owners, end: match[0].length }
}

/** Who is called with an at sign: "@Mila Flyer drucken"; empty for an address of mail. */
export function mentionedOwners(text: string): readonly string[] {
  const match = MENTION.exec(text)
  return match ? [match[1]!, ...(match[2] ? [match[2]] : [])] : []
}

/** Does the text begin with a given name, as lists of tasks without colon do ("Mila Flyer drucken")? */
export function firstNameLength(text: string): number {
  const first = /^\p{Lu}[\p{L}-]+(?= )/u.exec(text)?.[0]
  return first && isFirstName(first) ? first.length : 0
}
