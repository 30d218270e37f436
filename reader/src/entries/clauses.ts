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

/** The clauses that a text can be cut into: one begins at each comma, dash, bracket, colon and "und". */
export function clausesOf(words: readonly Word[], text: string): Clause[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1]
    const begins =
      !before ||
      (!COORDINATE.has(word.text) && (COORDINATE.has(before.text) || BREAK.test(text.slice(before.to, word.from))))
    return begins ? [{ words, text, at, end: Math.min(words.length, at + REACH) }] : []
  })
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
