import { beginsCapital } from '../../../language/capitals.ts'
import { isFirstName } from '../../../language/first-names.ts'
import { withoutTitles } from '../../../language/names.ts'
import { fold, type Word, wordsOf } from '../../../language/words.ts'
import type { Context } from '../context.ts'
import { initialsIn } from './initials.ts'

/** The persons that a text's head and attendance name, for recognising them in its sentences. */
export type Cast = {
  /** How many words from `at` on are a name of the cast ("Mila", "Mila Sahin", "M. Sahin"), 0 for none. */
  nameAt(words: readonly Word[], at: number): number
  /** Is the word a first or family name of the cast, a handle of it ("lotte_k"), or a common given name? */
  isName(word: string): boolean
  /** Is the word the name of somebody whom only the text's sentences name (see acquaintances.ts)? */
  isAcquaintance(word: string): boolean
  /** Full names of everybody who was not absent; empty where the text has no attendance. */
  readonly present: readonly string[]
  readonly absent: readonly string[]
}

const MOST_WORDS = 4
const PARTICLES = new Set(['von', 'van', 'de', 'der', 'den', 'al', 'el', 'zu', 'bin'])

export function castOf(context: Context): Cast {
  const { chair, minuteTaker } = context.head
  const leads = [chair, minuteTaker].flatMap(field => (field ? field.value.split('; ') : []))
  const present = context.attendance.filter(a => a.state === 'present' || a.state === 'guest').map(a => a.name)
  const absent = context.attendance.filter(a => a.state === 'absent' || a.state === 'excused').map(a => a.name)
  const known = new Set([...present, ...absent, ...leads].flatMap(nameWords))
  for (const short of initialsIn(context.document.lines)) known.add(fold(short))
  const handles = new Set([...present, ...absent, ...leads].filter(name => /^\p{Ll}[\p{L}_.-]*$/u.test(name)))
  const writesSmall = isWrittenSmall(context)
  const isName = (word: string) =>
    beginsCapital(word)
      ? known.has(fold(word)) || isFirstName(word)
      : handles.has(word) || (writesSmall && word.length > 2 && (known.has(word) || isFirstName(word)))
  return { isName, isAcquaintance: () => false, present, absent, nameAt: (words, at) => nameLength(words, at, isName) }
}

const LINES_LOOKED_AT = 60
const MOST_CAPITALS = 0.12

/** Does the text write nouns and names without capitals, as quick notes do? */
function isWrittenSmall({ document }: Context): boolean {
  const text = document.lines
    .slice(0, LINES_LOOKED_AT)
    .map(line => line.text)
    .join(' ')
  const words = wordsOf(text.slice(0, 6000))
  return words.length > 40 && words.filter(word => /^\p{Lu}/u.test(word.text)).length < MOST_CAPITALS * words.length
}

function nameWords(name: string): string[] {
  return wordsOf(withoutTitles(name))
    .map(word => fold(word.text))
    .filter(word => word.length > 1 && !PARTICLES.has(word))
}

function nameLength(words: readonly Word[], at: number, isName: (word: string) => boolean): number {
  let length = 0
  let named = false
  while (length < MOST_WORDS) {
    const word = words[at + length]
    if (!word || (length > 0 && !isNextTo(words[at + length - 1]!, word))) break
    if (isName(word.text)) named = true
    else if (
      !isInitial(word.text) &&
      !(named === false && length > 0 && PARTICLES.has(word.text)) &&
      !isFamilyName(words, at, length)
    )
      break
    length++
  }
  return named ? length : 0
}

/** Between the words of a name stands one blank, after an initial a point too. */
function isNextTo(left: Word, right: Word): boolean {
  return right.from - left.to <= (isInitial(left.text) ? 2 : 1)
}

/** UTF-16 units of one sign. */
const LONGEST_SIGN = 2

function isInitial(word: string): boolean {
  return word.length <= LONGEST_SIGN && /^\p{Lu}$/u.test(word)
}

/** Behind a given name or an initial one unknown capital word is taken as the family name. */
function isFamilyName(words: readonly Word[], at: number, length: number): boolean {
  return length === 1 && /^\p{Lu}\p{Ll}/u.test(words[at + 1]!.text)
}
