import { cue } from '../../../language/cues.ts'
import type { AttendanceState } from '../reading.ts'
import { isListOfPersons, isRowOfNames, type Listed, listedIn, personsFromStart } from './attendees.ts'
import { stateOfHeadLabel, stateOfLabel } from './states.ts'

/** Persons that a sentence names as present, excused and so on; `at` is the offset of the sentence in the paragraph. */
export type Told = {
  readonly persons: readonly Listed[]
  readonly state: AttendanceState
  readonly at: number
  /** The sentence is the paragraph. */
  readonly whole: boolean
}

const COPULA = '(?:sind|ist|waren|war|haben|hat|hatten|nahmen|nehmen|saßen|sitzen)'
/** "Anwesend sind", "Es waren da:", "Am Tisch saßen:": words that open a row of names. */
const OPENING = cue(
  new RegExp(
    `^((?:Es |Als )?(?:Anwesend|Entschuldigt|Abwesend|Gäste?|Teilnehmende|Teilgenommen|Dabei|Da|Mit dabei|Erschienen|Gekommen|Am Tisch|An (?:der|dem) \\p{L}{4,30}|${COPULA})(?: (?:${COPULA}|da|dabei|teil|teilgenommen|sich|anwesend|erschienen|gekommen|heute|diesmal|als Gäste?)){1,4}):? (?=\\S)`,
    'u',
  ),
)
/** "… hat sich entschuldigt", "… hatten sich Egon Pohl und … entschuldigen lassen", "Nina und Paul hatten abgesagt" */
const EXCUSED =
  /^(.{0,160}?) ?(?<!\p{L})(?:hat|haben|hatte|hatten|ließ|ließen|lässt|lassen) (?:sich )?(.{0,160}?) ?(?:entschuldigt|entschuldigen(?: lassen)?|abgemeldet|abgesagt)(?!\p{L})/u
const MISSING = /^(.{3,160}?) (?:fehlt|fehlen|fehlten?|ist|sind|waren?) (?:\p{L}+ )?(?:entschuldigt|verhindert)$/u
const EXCUSED_WORD = cue(/entschuldig|abgemeldet|abgesagt|verhindert/)
const SENTENCE_END = /(?<![ .]\p{Lu}|(?:Hr|Fr|Dr|Frau|Prof|Mag|Th|Chr|St|ca|bzw))[.!?] +(?=\p{Lu}|$)/gu
const PARTICIPATION = / teil(?:genommen)?(?!\p{L})/u
const LONGEST = 1000
const ARTICLE = /^(?:das|der|die) /

/**
 * Who was there or not, as the sentences of a paragraph tell it. `inHead`: also in the loose words that elsewhere tell
 * other things ("Da waren …").
 */
export function personsInSentences(text: string, inHead: boolean): Told[] {
  if (text.length > LONGEST) return []
  return sentencesOf(text).flatMap(({ sentence, at }) => {
    const told = opened(sentence, inHead) ?? (inHead ? excused(sentence) : null)
    return told ? [{ ...told, at, whole: sentence.length >= text.length - 1 }] : []
  })
}

function sentencesOf(text: string): { sentence: string; at: number }[] {
  const found: { sentence: string; at: number }[] = []
  let from = 0
  for (const match of text.matchAll(SENTENCE_END)) {
    found.push({ sentence: text.slice(from, match.index), at: from })
    from = match.index + match[0].length
  }
  return [...found, { sentence: text.slice(from).replace(/[.!]$/, ''), at: from }].filter(
    ({ sentence }) => sentence !== '',
  )
}

function opened(sentence: string, inHead: boolean): Pick<Told, 'persons' | 'state'> | null {
  const match = OPENING.exec(sentence)
  if (!match) return null
  const words = match[1]!
  const first = words.split(' ').slice(0, 2).join(' ')
  const state = PARTICIPATION.test(words)
    ? 'present'
    : (stateOfLabel(first) ?? (inHead ? (stateOfHeadLabel(words) ?? stateOfHeadLabel(first)) : null))
  if (!state) return null
  const persons = personsFromStart(sentence.slice(match[0].length))
  return persons.length > 0 ? { persons, state } : null
}

function excused(sentence: string): Pick<Told, 'persons' | 'state'> | null {
  if (!EXCUSED_WORD.test(sentence)) return null
  const match = EXCUSED.exec(sentence) ?? MISSING.exec(sentence)
  const subject = [match?.[1], match?.[2]].find(words => words && isListOfPersons(words.replace(ARTICLE, '')))
  return subject ? { persons: listedIn(subject.replace(ARTICLE, ''), false), state: 'excused' } : null
}

/** Names in a row with no word about them, as notes have them below the title; null where a sentence is none. */
export function rowOfNames(text: string): { persons: readonly Listed[]; at: number; whole: boolean } | null {
  if (text.length > LONGEST) return null
  const row = sentencesOf(text).find(({ sentence }) => isRowOfNames(sentence))
  return row
    ? { persons: listedIn(row.sentence, true), at: row.at, whole: row.sentence.length >= text.length - 1 }
    : null
}
