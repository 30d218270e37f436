import { remembered } from './remembered.ts'
import { fold } from './words.ts'

/**
 * Names as minutes write them: "Hr. Weiß", "R. Weiß", "Fr. Dr. Weiß", "Nils", "von Thun, Anna".
 */
const TITLE =
  /^(?:(?:Dipl|Mag)\.?-\p{L}{2,20}\.?|(?:Hr|Hrn|Herr|Herrn|Fr|Frau|Dr|Prof|Mag|Ing|Dipl|Pfr|Univ)(?:\.|(?= ))|med\.|phil\.|jur\.|h\. ?c\.|rer\. ?(?:nat|pol)\.|Pfarrer(?:in)?|Pastor(?:in)?) */u
const DEGREE_BEHIND = /,? (?:M\.?A\.?|B\.?A\.?|MA|BA|MSc|BSc|M\. ?Sc\.|B\. ?Sc\.|LL\.?M\.?|MBA|PhD)$/
const PARTICLE =
  /^(?:von|van|vom|zu|zur|zum|de|del|della|der|den|des|di|da|do|dos|du|el|al|ap|bin|bint|ibn|la|le|ten|ter|und|y|af|av)$/
const ARTICLE = /^(?:der|die|das|den|dem|des|und)$/
const INITIALS = /^\p{Lu}(?:\.-?\p{Lu})*\.?$/u
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’-]*|[dDlO]['’]\p{Lu}[\p{L}'’-]*)\.?$/u
const MOST_NAME_WORDS = 6
const LONGEST_NAME = 60

/** The name without forms of address and academic titles: "Fr. Dr. A. Weiß" gives "A. Weiß". */
export const withoutTitles = remembered((name: string): string => {
  let rest = name.trim()
  for (let title = TITLE.exec(rest); title && title[0].length < rest.length; title = TITLE.exec(rest))
    rest = rest.slice(title[0].length)
  return rest.replace(DEGREE_BEHIND, '').trim()
})

/** True where the text begins with a form of address or an academic title: what follows is a person. */
export function hasTitle(text: string): boolean {
  return TITLE.test(text.trim())
}

/**
 * True of a text that has the form of a person's name, titles allowed: one to six words, each an initial, a particle or
 * a capitalised word, at least one of them longer than an initial. A form only: "Runder Tisch" has it too.
 */
export const looksLikeName = remembered((text: string): boolean => {
  const name = withoutTitles(text)
  if (name === '' || name.length > LONGEST_NAME) return false
  const words = name.split(' ')
  if (words.length > MOST_NAME_WORDS) return false
  if (ARTICLE.test(words[0]!) || PARTICLE.test(words.at(-1)!)) return false
  if (!words.every(word => INITIALS.test(word) || NAME_WORD.test(word) || PARTICLE.test(word))) return false
  return words.some(word => NAME_WORD.test(word) && !INITIALS.test(word) && !PARTICLE.test(word))
})

/**
 * Whether two ways of writing can mean the same person: the family names agree and the first names do not contradict
 * ("Hr. Weiß" and "R. Weiß", "Rita Weiss" and "R. Weiß"), or one of them is a first name alone ("Nils" and "Nils Farn").
 * Symmetric. Says "can", not "does": two persons of a list may both fit.
 */
export function sameName(a: string, b: string): boolean {
  const left = partsOfName(a)
  const right = partsOfName(b)
  if (!left || !right) return false
  if (left.family !== right.family) return firstNameAlone(left, right) || firstNameAlone(right, left)
  return left.first === null || right.first === null || agree(left.first, right.first)
}

type NameParts = { readonly first: string | null; readonly family: string; readonly titled: boolean }

function partsOfName(name: string): NameParts | null {
  const titled = hasTitle(name)
  const plain = fold(turnedAround(withoutTitles(name)))
  const words = plain.split(' ').filter(word => word !== '')
  const family = words.at(-1)
  if (!family) return null
  return { first: words.length > 1 ? words[0]! : null, family, titled }
}

/** "Weiß, Rita" is written as "Rita Weiß". */
function turnedAround(name: string): string {
  const [family, first, more] = name.split(', ')
  return family && first && more === undefined ? `${first} ${family}` : name
}

function firstNameAlone(single: NameParts, full: NameParts): boolean {
  return single.first === null && !single.titled && full.first !== null && agree(single.family, full.first)
}

/** Equal, or one is the initial of the other. */
function agree(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.replace('.', '').length === 1 && long.startsWith(short[0]!)
}
