import { cue } from './cues.ts'
import { COUNT_WORDS } from './relative-dates.ts'
import { remembered } from './remembered.ts'

/** Words that bind to a time which no calendar knows, with the prepositions before them ("noch vor Ostern"). */
export type TimeWords = { readonly words: string; readonly at: number }

const COUNT = `\\d{1,3}|${Object.keys(COUNT_WORDS).join('|')}|paar|wenigen`
const FEAST = 'Ostern|Pfingsten|Weihnachten|Silvester|Neujahr|Fasnacht|Fasching|Karneval|Allerheiligen'
const HOLIDAYS = '(?:Oster|Pfingst|Sommer|Herbst|Weihnachts|Winter|Semester|Schul)?ferien'
const BREAK = '(?:Sommer|Winter|Weihnachts)pause'
const SEASON = 'Sommer|Herbst|Winter|Frühjahr|Frühling|Frost|Semesterbeginn|Semesterende|Saisonbeginn|Saisonende'
const END_OF = '(?:Jahres|Monats|Wochen|Semester|Schuljahres|Quartals|Saison)(?:ende|wechsel|anfang|beginn)'
const COMING = '(?:nächste|kommende|folgende|diese)[rnms]?'

const PATTERNS = [
  `(?:bis|vor|nach|ab|zu|über) (?:${FEAST})`,
  `(?:bis zu den|vor den|nach den|in den|vor|nach|bis) ${HOLIDAYS}`,
  `(?:bis zur|vor der|nach der|in der|vor|bis) ${BREAK}`,
  `(?:bis zum|bis|im|ab|vor dem|vor|nach dem|zum) (?:${COMING} )?(?:${SEASON})(?: 20\\d\\d)?`,
  `(?:bis zum|bis|vor|zum|am|am kommenden|am nächsten|gegen) (?:${END_OF}|WE)`,
  `(?:(?:bis|in|ab|vor) )?(?:Anfang |Mitte |Ende )?${COMING} Woche`,
  `(?:bis |im |vor )?(?:Anfang |Mitte |Ende )?${COMING} (?:Monats?|Jahr(?:es)?|Quartals?)`,
  `(?:bis |ab )?(?:Anfang|Mitte|Ende) (?:der Woche|des (?:Monats|Jahres|Semesters|Schuljahres|Quartals))`,
  `(?:innerhalb(?: von)?|binnen) (?:${COUNT}|eines|einer) (?:Tage?n?s?|Wochen?|Monate?n?s?|Jahre?n?s?)`,
  `in den (?:nächsten|kommenden) (?:(?:${COUNT}) )?(?:Tagen|Wochen|Monaten)`,
  `(?:spätestens )?(?:${COUNT}) (?:Tage|Wochen|Monate|Woche|Monat) (?:vorher|zuvor|danach|nachher|vor)(?! (?:Ort))`,
  `nach (?:einem|${COUNT}) (?:Jahr(?:en)?|Monat(?:en)?|Wochen?)`,
  `(?:bis|vor|ab|in|im) (?:(?:der|dem) )?(?:Anfang|Mitte) \\p{Lu}\\p{L}+`,
  '(?:bis zum|beim|zum|ab dem) nächsten Mal|nächstes Mal',
  '(?:möglichst |so )(?:bald|schnell|zeitnah|rasch)(?: wie möglich)?',
  '(?:bald|schnellst|baldigst)möglichst|schnellstmöglich|zeitnah|demnächst|umgehend|kurzfristig|unverzüglich|in Kürze|ab sofort|sofort|asap|vorgängig',
].join('|')
const TIME_WORDS = cue(
  new RegExp(`(?<!\\p{L})(?:(?:noch|spätestens|möglichst|gleich|möglichst noch) )?(?:${PATTERNS})(?!\\p{L})`, 'giu'),
)
/** One of these is in every such time. */
const TRIGGER = cue(
  /ostern|pfingst|weihnacht|silvester|neujahr|fas(?:nacht|ching)|karneval|allerheil|ferien|pause|sommer|herbst|winter|früh|frost|semester|saison|ende|beginn|wechsel|anfang|mitte|woche|monat|jahr|quartal|tage|mal|möglich|zeitnah|demnächst|umgehend|kurzfristig|unverzüglich|kürze|sofort|asap|vorgängig|we(?!\p{L})/iu,
)

/** Finds them in the order of the text. What resolves to a day is found by `datesIn`. */
export const timeWordsIn = remembered((text: string): readonly TimeWords[] => {
  if (!TRIGGER.test(text)) return []
  return TIME_WORDS.all(text).map(match => ({ words: match[0], at: match.index }))
})
