import { remembered } from '../../../language/remembered.ts'
import { withoutEnd } from '../../../language/trim.ts'
import type { AttendanceState } from '../reading.ts'

const LEAD_IN =
  '(?:(?:es|als|neu|sind|ist|waren|weiterhin|weitere|weiters|ferner|außerdem|zusätzlich|davon|von|vom|der|die|des|dem|online|digital|persönlich|in präsenz|vor ort|virtuell|per \\p{L}+|vorstand|mitglieder|stimmberechtigte?) )*'
const state = (words: string) => new RegExp(`^${LEAD_IN}(?:${words})(?!\\p{L})`, 'u')

const EXCUSED = state(
  '(?<!nicht )entschuldigte?[rns]?|entschuldigungen|entsch\\.?|ent\\.?|abgemeldete?|verhinderte?|(?:es )?fehl(?:en|end|t|te|ten) entschuldigt|abwesend entschuldigt|excused',
)
const ABSENT = state(
  'unentschuldigte?[rns]?|nicht entschuldigt|unangemeldet \\p{L}+|absenzen|abw|abwesende?[rn]?|abwesenheiten|abwesenheit|nicht (?:anwesende?[rn]?|da|dabei|erschienen)|(?:es )?fehl(?:en|end|ende|t|te|ten)|absent',
)
const GUEST = state(
  '(?:anwesende |externe |interessierte )?(?:gäste|gaeste|gast|gästinnen|besuchende|zuhörende|zuschauer|guests?)',
)
const PRESENT = state(
  'anwesende?[rn]?|anwesenheit|anwesenheitsliste|präsente?|präsenz|teilgenommen(?: haben)?|teilnehmer(?:innen)?|teilnehmende[rn]?|teilnahme|teilnehmerliste|teilnehmendenliste|teilnahmeliste|tn|dabei|da|mit dabei|attendees|present|participants|teilnehmerkreis|anw|teiln|beteiligte?|mitwirkende',
)
/** "Vom Elternbeirat anwesend", "Folgende Mitglieder waren anwesend" */
const ENDS_PRESENT = /^(?!zu |.*(?:nicht|un)).* (?:anwesend|dabei)$/
const ENDS_EXCUSED = /^(?!zu |.*(?:nicht|un)).* entschuldigt$/
const GENDER_FORM = /[:*_/]-?in(?:nen)?(?!\p{L})|\(innen\)|innen(?!\p{L})/gu
const BRACKETED = /\([^()]*\)/g
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
  if (EXCUSED.test(plain) || ENDS_EXCUSED.test(plain)) return 'excused'
  if (ABSENT.test(plain)) return 'absent'
  if (GUEST.test(plain)) return 'guest'
  return PRESENT.test(plain) || ENDS_PRESENT.test(plain) ? 'present' : null
})

const HEAD_STATES: readonly (readonly [RegExp, AttendanceState])[] = [
  [/^(?:ohne|(?:heute |diesmal )?nicht mit dabei|fehlen heute)$/, 'absent'],
  [/^(?:krank|(?:im )?urlaub|beurlaubt|abgesagt|abgemeldet)$/, 'excused'],
  [
    /^(?:öffentlichkeit|ferner|außerdem|zu besuch|besuch|begleitung|betreuer|betreuerin|betreuung|referentin|referent|extern|externe|presse|vom (?:magistrat|landratsamt|bezirksamt|amt|ministerium|landkreis|bezirk|kreis|träger)|von der (?:stadt|gemeinde|presse|polizei|stadtverwaltung|behörde)|(?:(?:gast|gäste) )?zu[mr]? (?:top|punkt|hf|traktandum)? ?\d{1,2}\.?(?: anwesend)?)$/u,
    'guest',
  ],
  [
    /^(?:vor ort|im (?:raum|saal)|hier|wir waren|leute|menschen|eingeloggt|im call|mit|wer|wer (?:ist|war) da|team|besetzung|runde|räte|am tisch(?: saßen)?|neu dabei|neu|später (?:gekommen|dazu|da)|(?:online|digital|telefonisch|per \p{L}{3,12})(?: zugeschaltet| dabei)?|zugeschaltet|crew|[\p{L}-]{0,30}mitglieder(?: des \p{L}{3,30}| der \p{L}{3,30})?|stimmberechtigte?|es waren da|(?:es )?erschienen(?: sind)?|(?:da|dabei|anwesend|erschienen) (?:sind|waren|ist|war)|präsidium|(?:nicht )?stimmberechtigte?(?: mitglieder)?|beratende?(?: mitglieder)?|mit beratender stimme)$/u,
    'present',
  ],
]

/**
 * The state that a label gives where the head of minutes stands: there "Wer:", "Mitglieder:", "Zu TOP 4:" or "krank:" name
 * who came or not; elsewhere the same words say something else.
 */
export const stateOfHeadLabel = remembered((label: string): AttendanceState | null => {
  const sure = stateOfLabel(label)
  if (sure) return sure
  const plain = withoutEnd(label.toLowerCase(), ' :.,').replace(GENDER_FORM, '').replace(BRACKETED, ' ').trim()
  return HEAD_STATES.find(([pattern]) => pattern.test(plain))?.[1] ?? null
})

const NOTE_STATES: readonly (readonly [RegExp, AttendanceState])[] = [
  [/^(?:entschuldigt|entsch\.?|entschuldigt .{0,40}|e|verhindert|abgemeldet)$/i, 'excused'],
  [/^(?:unentschuldigt|unentsch\.?|abwesend|fehlt|fehlte|nicht anwesend|nicht da)$/i, 'absent'],
  [/^(?:anwesend|da|dabei)(?: (?:ab|bis) .{0,20})?$/i, 'present'],
  [/^(?:als )?(?:gast|gäste)(?!\p{L})/iu, 'guest'],
]

/** The state that a note behind a name gives it: "(entschuldigt)", "(Gast)"; null of any other note. */
export function stateOfNote(note: string): AttendanceState | null {
  const plain = note.trim()
  return NOTE_STATES.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}
