import { remembered } from './remembered.ts'
import { fold } from './words.ts'

const GENDER_MARK = /[*:_/](?:in(?:nen)?|r)$/
const INNER_I = /In(?:nen)?$/
const ENDINGS = ['erinnen', 'innen', 'erin', 'ern', 'ens', 'em', 'en', 'er', 'es', 'e', 'n', 's'] as const
/** Shorter stems would fall together: "Ende" must not become "end" and "Eis" not "ei". */
const SHORTEST_STEM = 4

/**
 * Brings the gender forms of a noun to one: "Akteur*innen", "Akteur:innen", "AkteurInnen", "Akteur/innen" → "Akteur".
 * "Berlin" and "Termin" stay: only a marked or an inner capital form is cut.
 */
export function withoutGenderMark(word: string): string {
  if (!word.endsWith('n') && !word.endsWith('r')) return word
  const unmarked = word.replace(GENDER_MARK, '')
  return unmarked === word ? word.replace(INNER_I, '') : unmarked
}

/**
 * A light stem: folded, without gender mark and one inflection ending. It only has to make forms of one word meet
 * ("Plakate", "Plakaten", "Plakat"), not to be a word; verbs are brought together by `lemmasOf` in verbs.ts.
 */
export const stem = remembered((word: string): string => {
  const folded = fold(withoutGenderMark(word))
  const ending = ENDINGS.find(e => folded.endsWith(e) && folded.length - e.length >= SHORTEST_STEM)
  return ending === undefined ? folded : folded.slice(0, -ending.length)
})
