import { cue } from '../../../language/cues.ts'
import { matchesOf } from '../../../language/matches.ts'
import { headFieldOf } from '../head/fields.ts'
import type { AttendanceState } from '../reading.ts'
import {
  isListOfPersons,
  isRowOfNames,
  isShortRowOfNames,
  type Listed,
  listedIn,
  personsFromStart,
} from './attendees.ts'
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
    `^((?:[Ee]s |Als )?(?:[Aa]nwesend|[Ee]ntschuldigt|Abwesend|Gäste?|Teilnehmende|Teilgenommen|[Dd]abei|Da|[Mm]it dabei|Erschienen|Gekommen|Am Tisch|An (?:der|dem) \\p{L}{4,30}|${COPULA})(?: (?:${COPULA}|da|dabei|teil|teilgenommen|sich|anwesend|erschienen|gekommen|heute|diesmal|als Gäste?)){1,4}):? (?=\\S)`,
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
  for (const match of matchesOf(SENTENCE_END, text)) {
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

/** What parts a line of the head; the row of names is one of the segments. */
const SEGMENT = / [|/·–] |; /
/** "So 20.10.2019, " before the names. */
const WHEN_BEFORE = /^(?:[^,]{0,30}\d[^,]{0,20}, ){1,2}/
/** "Aktive: Anna, Ben, Cem": whatever they are called, at the top they came; but not these. */
const LABEL_BEFORE = /^([^:,]{2,40}): /
const OTHER_LABEL =
  /verteiler|kandid|cc|kopie|kontakt|wahl|gewählt(?!e)|kasse|prüf|beschl|todo|aufgabe|redeliste|termin|autor|tags?|categor|kategor|stichw|themen?|tagesordnung|fehl|abwes|nächste/i

/** Names of a line of the head that stand beside day and place, or behind a label that nobody knows. */
export function namesBeside(text: string): readonly Listed[] {
  if (text.length > LONGEST) return []
  return sentencesOf(text).flatMap(({ sentence }) =>
    sentence.split(SEGMENT).flatMap(segment => {
      const label = LABEL_BEFORE.exec(segment)
      if (label && (OTHER_LABEL.test(label[1]!) || headFieldOf(label[1]!) !== null || stateOfHeadLabel(label[1]!)))
        return []
      const names = segment.slice(label ? label[0].length : 0).replace(WHEN_BEFORE, '')
      return isShortRowOfNames(names) ? personsFromStart(names) : []
    }),
  )
}

const DAY_FIRST = /^\p{Lu}\p{Ll}\.?,? \d/u

/** Names in a row with no word about them, as notes have them below the title; null where a sentence is none. */
export function rowOfNames(text: string): { persons: readonly Listed[]; at: number; whole: boolean } | null {
  if (text.length > LONGEST) return null
  const row = sentencesOf(text).find(({ sentence }) => !DAY_FIRST.test(sentence) && isRowOfNames(sentence))
  return row
    ? { persons: listedIn(row.sentence, true), at: row.at, whole: row.sentence.length >= text.length - 1 }
    : null
}
