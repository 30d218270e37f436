import { beginsCapital, beginsSmall } from '../../../language/capitals.ts'
import { finiteVerb } from '../../../language/verbs.ts'
import { fold, type Word, wordsOf } from '../../../language/words.ts'
import type { Block } from './blocks.ts'
import type { Cast } from './cast.ts'
import { bareNameAt } from './owners.ts'

/** So many words behind it a verb may have its prefix. */
const REACH = 20
const ARTICLES = new Set(
  'der die das den dem des ein eine einen einem einer kein keine keinen unser unsere unseren am im zum zur beim vom'.split(
    ' ',
  ),
)

/**
 * A cast that also knows who is named by the text's own sentences alone: a capital word that acts ("Bosse fragt im
 * Amt") and never stands behind an article, as nouns do.
 */
export function withAcquaintances(cast: Cast, blocks: readonly Block[]): Cast {
  const nouns = new Set<string>()
  const named = new Set<string>()
  for (const { text, read } of blocks) {
    if (!read) continue
    const words = wordsOf(text)
    words.forEach((word, at) => {
      if (!beginsCapital(word.text)) return
      const before = words[at - 1]?.text ?? ''
      if (ARTICLES.has(before.toLowerCase()) || /^\p{Ll}+e[nrsm]?$/u.test(before)) nouns.add(fold(word.text))
      else if (acts(words, at, text)) named.add(fold(word.text))
    })
  }
  const isAcquaintance = (word: string) => beginsCapital(word) && named.has(fold(word)) && !nouns.has(fold(word))
  return { ...cast, isAcquaintance }
}

/** Does a sentence begin with this word as its subject ("Bosse fragt im Amt")? */
function acts(words: readonly Word[], at: number, text: string): boolean {
  const before = text.slice(words[at - 1]?.to ?? 0, words[at]!.from)
  const begins = at === 0 || /[.,:;!?–(]\s*$/.test(before)
  if (!begins || bareNameAt(words, at) === null) return false
  const verb = finiteVerb(words, at + 1, at + REACH)
  return verb?.shape === 'singular' && (verb.sort === 'act' || verb.sort === 'tell') && beginsSmall(words[at + 1]!.text)
}
