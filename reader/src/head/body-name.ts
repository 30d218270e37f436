/** "Protokoll der", "Ergebnisprotokoll zur 3. ordentlichen", "Niederschrift über die" before the meeting's word. */
const LEAD_IN =
  /^(?:\p{L}*[Pp]rotokoll|Niederschrift|Mitschrift|Ergebnisse|Notizen)?(?:(?:^| +)(?:der|des|zur|zum|über|von|vom|die|das|den|ordentlichen?|außerordentlichen?|ausserordentlichen?|konstituierenden?|gemeinsamen?|öffentlichen?|virtuellen?|digitalen?|\d{1,3}\.|Nr\. ?\d+:?|#\d+))*[ :,–-]*/u
/** What follows the name: a date, a number, a time, a place. */
const BEHIND = /(?:[,|(–-]| - | (?:am|vom|von|im|in|um|zu|Nr\.?|den|mit|per|via|online) | #?\d|\b\d{1,2}\.).*$/u
const SITTING = /^(\p{L}+?)s?(?:sitzung|treffen|runde|meeting)$/u
const SITTING_OF = /^(?:Sitzung|Treffen|Versammlung|Besprechung)\s+(?:des|der)\s+(.+)$/u
/** Only these take an 's' before "sitzung"; of others the word is kept whole. */
const COUNCIL = /(?:vorstand|rat|ausschuss|beirat|senat|team|netzwerk|kreis|fachschaft|referat|parlament|kuratorium)$/i
const LONGEST_NAME = 100

/**
 * The body that met, in short words, from the title: "Protokoll der Vorstandssitzung des Runden Tisches am 3. Mai" gives
 * "Vorstand des Runden Tisches", "Mitgliederversammlung 2021" gives "Mitgliederversammlung". Null if nothing is left.
 */
export function bodyNameOf(title: string): string | null {
  const name = title.slice(0, 300).replace(LEAD_IN, '').replace(BEHIND, '').trim()
  if (name.length < 2 || name.length > LONGEST_NAME) return null
  const [first = '', ...rest] = name.split(' ')
  const of = SITTING_OF.exec(name)
  if (of) return withoutGenitive(of[1]!)
  const sitting = SITTING.exec(first)
  const council = sitting && COUNCIL.test(sitting[1]!) ? sitting[1]! : first
  return [council, ...rest].join(' ')
}

/** "des Vorstands" names the "Vorstand". */
function withoutGenitive(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  return [first.replace(/(?<=vorstand|rat|team|kreis)e?s$/i, ''), ...rest].join(' ')
}
