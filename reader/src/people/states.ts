import { remembered } from '../../../language/remembered.ts'
import { withoutEnd } from '../../../language/trim.ts'
import type { AttendanceState } from '../reading.ts'

const LEAD_IN =
  '(?:(?:es|als|sind|ist|waren|weiterhin|weitere|weiters|ferner|außerdem|zusätzlich|davon|von|vom|der|die|des|dem|online|digital|persönlich|in präsenz|vor ort|virtuell|per \\p{L}+|vorstand|mitglieder|stimmberechtigte?) )*'
const state = (words: string) => new RegExp(`^${LEAD_IN}(?:${words})(?!\\p{L})`, 'u')

const EXCUSED = state(
  'entschuldigte?[rns]?|entschuldigungen|entsch\\.?|abgemeldete?|verhinderte?|(?:es )?fehl(?:en|end|t|te|ten) entschuldigt|abwesend entschuldigt|excused',
)
const ABSENT = state(
  'unentschuldigte?[rns]?|abwesende?[rn]?|abwesenheiten|abwesenheit|nicht (?:anwesende?[rn]?|da|dabei|erschienen)|(?:es )?fehl(?:en|end|ende|t|te|ten)|absent',
)
const GUEST = state(
  '(?:anwesende |externe |interessierte )?(?:gäste|gaeste|gast|gästinnen|besuchende|zuhörende|zuschauer|guests?|öffentlichkeit)',
)
const PRESENT = state(
  'anwesende?[rn]?|anwesenheit|anwesenheitsliste|präsente?|präsenz|teilgenommen(?: haben)?|teilnehmer(?:innen)?|teilnehmende[rn]?|teilnahme|teilnehmerliste|teilnehmendenliste|teilnahmeliste|tn|dabei|da|mit dabei|attendees|present|participants|teilnehmerkreis',
)
const GENDER_FORM = /[:*_/]-?in(?:nen)?(?!\p{L})|\(innen\)|innen(?!\p{L})/gu
const COUNT_OR_NOTE = /\([^()]*\)|\d+/g
/** Words behind the state that keep the label one: "Anwesende Mitglieder des Vorstands". */
const MOST_LABEL_WORDS = 6
/** Agenda items and findings about attendance are no lists of it. */
const NO_LIST = /^(?:feststellung|prüfung|kontrolle)|beschlussfähigkeit|quorum|pflicht|an-\s?\/|an- und/

/** The state of attendance that a heading or a label announces ("Es fehlen entschuldigt", "Teilnehmer:innen (12)"), or null. */
export const stateOfLabel = remembered((label: string): AttendanceState | null => {
  const plain = withoutEnd(label.toLowerCase(), ' :.,')
    .replace(GENDER_FORM, '')
    .replace(COUNT_OR_NOTE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain === '' || plain.split(' ').length > MOST_LABEL_WORDS || NO_LIST.test(plain)) return null
  if (EXCUSED.test(plain)) return 'excused'
  if (ABSENT.test(plain)) return 'absent'
  if (GUEST.test(plain)) return 'guest'
  return PRESENT.test(plain) ? 'present' : null
})

const NOTE_STATES: readonly (readonly [RegExp, AttendanceState])[] = [
  [/^(?:entschuldigt|entsch\.?|e|verhindert|abgemeldet|krank|urlaub)$/i, 'excused'],
  [/^(?:unentschuldigt|abwesend|fehlt|nicht anwesend|nicht da)$/i, 'absent'],
  [/^(?:als )?(?:gast|gäste)(?!\p{L})/iu, 'guest'],
]

/** The state that a note behind a name gives it: "(entschuldigt)", "(Gast)"; null of any other note. */
export function stateOfNote(note: string): AttendanceState | null {
  const plain = note.trim()
  return NOTE_STATES.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}
