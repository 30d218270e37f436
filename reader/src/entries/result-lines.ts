import { fold, wordsOf } from '../../../language/words.ts'
import { votesIn } from './votes.ts'

/** The words that lines about a vote are made of, folded. */
const RESULT_WORDS = new Set(
  `ja nein enth enthaltung enthaltungen stimmenthaltung stimmenthaltungen stimme stimmen gegenstimme gegenstimmen ja-stimme
  ja-stimmen nein-stimme nein-stimmen jastimmen neinstimmen dafuer dagegen einstimmig einstimmige angenommen angennommen
  abgelehnt mehrheitlich mehrheit absolute absoluten absoluter mehr mit dem wurde wird ist sind somit damit der die das
  den antrag beschluss ergebnis abstimmung abstimmungsergebnis votum resultat bei ohne und kein keine keiner null ein eine
  einer einem per durch handzeichen akklamation grosse grosser beschlossen genehmigt also rest hat haben sich enthalten
  zugestimmt alle allen zwei drei vier fuenf sechs sieben acht neun zehn gegen fuer x offen geheim anwesend anwesenden
  stimmberechtigt stimmberechtigten gueltig ungueltig zustimmung fazit`
    .trim()
    .split(/\s+/),
)
const OUTCOME = /einstimmig|angenommen|angennommen|abgelehnt|mehrheit/iu
const ANNOUNCES = /^(?:das )?ergebnis der abstimmung ?:/iu
const ABSTAINED = /^\p{Lu}[^.;,]{1,60} (?:(?:hat|haben) sich enthalten|enthält sich|enthalten sich)(?!\p{L})/u

/**
 * Does a part tell nothing but how a vote came out ("Das Ergebnis der Abstimmung: 8 Ja, keine Nein", "(5/0/3)",
 * "einstimmig angenommen")? Then what was voted on stands before it.
 */
export function tellsOnlyResult(part: string): boolean {
  if (ANNOUNCES.test(part) || ABSTAINED.test(part)) return true
  if (!OUTCOME.test(part) && votesIn(part) === null) return false
  return wordsOf(part).every(word => /^\d/.test(word.text) || RESULT_WORDS.has(fold(word.text)))
}
