import { beginsSmall } from '../../../language/capitals.ts'
import { remembered } from '../../../language/remembered.ts'
import { modalOf, type VerbForm, verbForms } from '../../../language/verbs.ts'
import type { Word } from '../../../language/words.ts'

/** A clause of a text: from word `at` on, looked at no further than before word `end`. */
export type Clause = {
  readonly words: readonly Word[]
  readonly text: string
  readonly at: number
  readonly end: number
}

/** A clause is looked at this many words far: what stands further on belongs to another thought. */
const REACH = 45
const SUBORDINATE = new Set(
  'dass daß weil wenn ob wie damit sodass obwohl nachdem bevor falls sofern indem während was wer wo warum wann welche welcher welches wodurch womit worauf denen deren dessen als'.split(
    ' ',
  ),
)
const COORDINATE = new Set('und sowie aber daher deshalb also dann'.split(' '))
const BREAK = /[,:–(→]|(?<= )-(?= )/
const RELATIVE = new Set('die der das den dem denen dessen deren'.split(' '))
const ADJECTIVE = /^\p{Ll}+e[nrms]?$/u
const AUXILIARY = new Set('ist sind war waren hat haben hatte hatten wurde wurden bin bist'.split(' '))

/** Does something other than words joined by one blank stand between two words? Most have just that. */
function isApart(text: string, before: Word, next: Word): boolean {
  return next.from !== before.to + 1 || text[before.to] !== ' '
}

function isBreak(text: string, before: Word, next: Word): boolean {
  return isApart(text, before, next) && BREAK.test(text.slice(before.to, next.from))
}

/** The clauses that a text can be cut into: one begins at each comma, dash, bracket, colon and "und". */
export function clausesOf(words: readonly Word[], text: string): Clause[] {
  const clauses: Clause[] = []
  words.forEach((word, at) => {
    const before = words[at - 1]
    const begins =
      !before || ((isBreak(text, before, word) || COORDINATE.has(before.text)) && !COORDINATE.has(word.text))
    if (begins) clauses.push({ words, text, at, end: Math.min(words.length, at + REACH) })
  })
  return clauses
}

/** Does the clause depend on another one ("weil …", "ob …", "die …, welche …")? */
export function isSubordinate({ words, at }: Clause): boolean {
  return SUBORDINATE.has(words[at]!.text.toLowerCase())
}

/** Where the clause before word `at` ends: joining words and signs between the two belong to neither. */
export function endBefore({ words, text, at }: Clause): number {
  let last = at - 1
  while (last > 0 && COORDINATE.has(words[last]!.text)) last--
  const { to } = words[last]!
  return to + (/^["”“)\]]{0,3}/.exec(text.slice(to, to + 3))?.[0].length ?? 0)
}

/** Index of the first word behind the clause whose finite verb stands at `verbAt`; a list with commas goes on. */
export function endOfClause({ words, text, end }: Clause, verbAt: number): number {
  for (let at = verbAt + 1; at < end; at++) {
    const before = words[at - 1]!
    const gap = isApart(text, before, words[at]!) ? text.slice(before.to, words[at]!.from) : ' '
    if (gap !== ' ' && /[;:!?–—→]/.test(gap)) return at
    const parts = gap.includes(',') || COORDINATE.has(before.text)
    if (parts && opensClause(words, at, end)) return at
  }
  return end
}

function opensClause(words: readonly Word[], at: number, end: number): boolean {
  const word = words[at]!.text
  const next = words[at + 1]?.text ?? ''
  if (SUBORDINATE.has(word) || /^(?:um|sondern)$/.test(word)) return true
  if (RELATIVE.has(word) && beginsSmall(next) && !ADJECTIVE.test(next)) return true
  return [at, at + 1, at + 2].some(index => index < end && isFiniteForm(words[index]!.text))
}

/** A word that is the finite verb of a clause and hardly anything else. */
export const isFiniteForm = remembered((word: string): boolean => {
  if (!beginsSmall(word)) return false
  if (isAuxiliary(word)) return true
  return verbForms(word).some(form => form.shape === 'singular') && !verbForms(word).some(f => f.shape === 'participle')
})

const isAuxiliary = remembered((word: string): boolean => AUXILIARY.has(word.toLowerCase()) || modalOf(word) !== null)

/** Index of the finite verb of a clause's main bracket, null where a sign or nothing comes first. */
export function finiteVerbAt({ words, text, at, end }: Clause): number | null {
  for (let index = at; index < Math.min(end, at + FRONT_REACH); index++) {
    const before = words[index - 1]
    if (index > at && isApart(text, before!, words[index]!)) {
      const opened = /^ ?[([]/.test(text.slice(before!.to, words[index]!.from))
      if (!opened && isBreak(text, before!, words[index]!)) return null
      if (opened) {
        const behind = behindBracket(words, text, index)
        if (behind === null) return null
        index = behind
        if (index >= end) return null
      }
    }
    const word = words[index]!.text
    if (isAuxiliary(word)) return index
    const shapes = beginsSmall(word) ? FINITE : index === at ? opening(words[index + 1]?.text) : null
    if (shapes && verbForms(word).some(form => shapes.has(form.shape))) return index
  }
  return null
}

type Shapes = ReadonlySet<VerbForm['shape']>
const FINITE: Shapes = new Set(['first', 'singular', 'plural'])
const THIRD_PERSON: Shapes = new Set(['singular', 'plural'])
const SINGULAR: Shapes = new Set(['singular'])
const SUBJECTS = new Set(['wir', 'sie', 'die', 'alle'])

/** "Macht Mila" and "Machen wir" begin with a verb, "Essen bringt Tom mit" and "Spenden sammelt Mila" with a noun. */
function opening(next: string | undefined): Shapes {
  return SUBJECTS.has(next ?? '') ? THIRD_PERSON : SINGULAR
}

/** The verb of a main clause is looked for in so many words from its beginning. */
const FRONT_REACH = 18

/** Index of the first word behind a bracket that opens before word `at`; null where it does not close soon. */
export function behindBracket(words: readonly Word[], text: string, at: number): number | null {
  const from = words[at]!.from
  const close = text.slice(from, from + 80).search(/[)\]]/)
  if (close < 0) return null
  for (let index = at + 1; index < words.length; index++) {
    if (words[index]!.from > from + close) return index
  }
  return null
}
