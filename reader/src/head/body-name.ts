import { trimmed, withoutStart } from '../../../language/trim.ts'

/** "Protokoll", "Ergebnisprotokoll", "Niederschrift" before the meeting's word. */
const MINUTES = /^(?:\p{L}{0,20}[Pp]rotokoll|Niederschrift|Mitschrift|Ergebnisse|Notizen)(?!\p{L})[:,]?/iu
/** Words between "Protokoll" and the meeting's word: "der 3. ordentlichen …". */
const FILLER =
  /^(?:der|des|zur|zum|über|von|vom|die|das|den|\d{1,3}\.|(?:außer|ausser)?ordentlichen?|(?:konstituierend|gemeinsam|öffentlich|virtuell|digital)en?)$/i
/** What follows the name: a date, a number, a time, a place. */
const BEHIND = /[,|(–—]| - | (?:am|vom|von|im|in|um|zu|Nr\.?|den|mit|per|via|online) | #?\d/
const SITTING = /^(\p{L}{2,40}?)s?(?:sitzung|treffens?|runde|meeting)$/iu
const SITTING_WORD = /^(?:Sitzung|Treffen|Versammlung|Besprechung)$/
/** Only these take an 's' before "sitzung"; of others the word is kept whole. */
const COUNCIL =
  /(?:vorstand|rat|ausschuss|beirat|senat|team|netzwerk|kreis|fachschaft|referat|parlament|kuratorium|fsr)$/i
const GENITIVE = /(?<=(?:vorstand|rat|team|kreis|ausschuss|netzwerk|treffen))e?s$/i
/** A date before the words is none of them. */
const DATE_SIGNS = '0123456789.-/ :,'
const LONGEST_TITLE = 300
const LONGEST_NAME = 100

/**
 * The body that met, in short words, from the title: "Protokoll der Vorstandssitzung des Runden Tisches am 3. Mai" gives
 * "Vorstand des Runden Tisches", "Mitgliederversammlung 2021" gives "Mitgliederversammlung". Null if nothing is left.
 */
export function bodyNameOf(title: string): string | null {
  const undated = withoutStart(title.slice(0, LONGEST_TITLE), DATE_SIGNS)
  const words = undated.replace(MINUTES, '').split(' ').filter(Boolean)
  const first = words.findIndex(word => !FILLER.test(word))
  const named = first < 0 ? '' : words.slice(first).join(' ')
  const behind = named.search(BEHIND)
  const name = trimmed(behind < 0 ? named : named.slice(0, behind), ' :,–-')
  if (name.length < 2 || name.length > LONGEST_NAME || /^[\d\p{Ll}]/u.test(name) || SITTING_WORD.test(name)) return null
  return inShort(name)
}

/** "Vorstandssitzung" and "Sitzung des Vorstands" are of the "Vorstand". */
function inShort(name: string): string {
  const [first = '', article, ...rest] = name.split(' ')
  if (SITTING_WORD.test(first) && (article === 'des' || article === 'der') && rest[0])
    return [rest[0].replace(GENITIVE, ''), ...rest.slice(1)].join(' ')
  const council = SITTING.exec(first.replace('-', ''))?.[1]
  const short = council && COUNCIL.test(council) ? council : first.replace(GENITIVE, '')
  return [short, ...(article === undefined ? [] : [article]), ...rest].join(' ')
}
