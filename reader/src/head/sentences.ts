import { withoutTitles } from '../../../language/names.ts'
import { isOffice } from '../../../language/offices.ts'
import { type TimeMention, timesIn } from '../../../language/times.ts'

/** A person's name, or a function with its article; at most four words. */
const WHO = "((?:der |die |den |dem )?\\p{Lu}[\\p{L}.’'-]*(?: (?:von|van|de|der|\\p{Lu}[\\p{L}.’'-]*)(?!\\p{L})){0,4})"
const LEADING = '(?:Versammlungs|Sitzungs|Gesprächs|Rede|Diskussions)?(?:leitung|[Ll]eitung)|Moderation|(?:den )?Vorsitz|Redeleitung|Versammlungsleitung|Sitzungsleitung|Gesprächsleitung'
const MINUTES = '(?:das )?Protokoll|Protokollführung|Protokollierung|Schriftführung|Mitschrift'
const CHAIR_PATTERNS = [
  new RegExp(`(?:übernahm|übernimmt|hat|hatte|führte?|macht(?:e)?) ${WHO} (?:die |den )?(?:${LEADING})`, 'u'),
  new RegExp(`${WHO} (?:übernahm|übernimmt|hat|hatte|führte?|macht(?:e)?) (?:die |den )?(?:${LEADING})`, 'u'),
  new RegExp(`${WHO} (?:leitete?|moderierte?) (?:die|das|durch die) (?:Sitzung|Versammlung|Treffen|Besprechung|Vorstandssitzung)`, 'u'),
  new RegExp(`(?:Sitzung|Versammlung|Treffen|Moderation|Vorstandssitzung) (?:wird|wurde) (?:von|durch) ${WHO} (?:geleitet|moderiert|übernommen)`, 'u'),
  new RegExp(`(?:Eröffnung|Leitung) der \\p{L}*(?:[Ss]itzung|[Vv]ersammlung) durch ${WHO}`, 'u'),
  new RegExp(`(?:zur?m? (?:Versammlungsleiter|Sitzungsleiter|Versammlungsleitung|Sitzungsleitung|Vorsitzenden)(?:in)?) (?:wird|wurde) (?:einstimmig )?${WHO} (?:gewählt|bestimmt|vorgeschlagen|bestellt)`, 'iu'),
  new RegExp(`${WHO} (?:wird|wurde) (?:einstimmig |per \\p{L}+ )*zu[rm] (?:Versammlungsleit|Sitzungsleit)\\p{L}+ (?:gewählt|bestimmt|bestellt)`, 'u'),
]
const MINUTES_PATTERNS = [
  new RegExp(`^(?:Das )?Protokoll(?:führung|iert)?(?: (?:wurde|wird))?(?: (?:geführt|erstellt|verfasst|geschrieben))? (?:von|durch) ${WHO}(?=$|[.,;)])`, 'u'),
  new RegExp(`(?:^|[ ,])(?:${MINUTES}) (?:wird|wurde) (?:von|durch) ${WHO} (?:geführt|übernommen|erstellt|verfasst|geschrieben)`, 'u'),
  new RegExp(`(?:^|[ ,])(?:${MINUTES}) (?:führte?|schr(?:ei|ie)b[te]?|übern[ai][hm]mt?|macht(?:e)?) ${WHO}`, 'u'),
  new RegExp(`(?:übernahm|übernimmt|führte?|schreibt|macht) ${WHO} (?:die |das )?(?:${MINUTES})`, 'u'),
  new RegExp(`${WHO} (?:übernahm|übernimmt|führte?|schr(?:ei|ie)bt?|macht(?:e)?|erklärt sich bereit,) (?:die |das )?(?:${MINUTES})`, 'u'),
  new RegExp(`und ${WHO} (?:die )(?:${MINUTES})`, 'u'),
  new RegExp(`(?:zur?m? (?:Protokollführer|Protokollanten|Protokollführung|Schriftführer|Protokollant)(?:in)?) (?:wird|wurde) (?:einstimmig )?${WHO} (?:gewählt|bestimmt|vorgeschlagen|bestellt)`, 'iu'),
  new RegExp(`${WHO} (?:wird|wurde) (?:einstimmig |per \\p{L}+ )*zu[rm] (?:Protokoll|Schrift)\\p{L}+ (?:gewählt|bestimmt|bestellt)`, 'u'),
]
const OPENER = new RegExp(
  `${WHO} (?:eröffnete?|begrüßte?|begrüsste?) (?:um [\\d:.]+ Uhr |die Anwesenden |alle |herzlich |und )*(?:die|das|zur?m?|als) \\p{L}*(?:[Ss]itzung|[Vv]ersammlung|[Tt]reffen|[Bb]esprechung|[Kk]onferenz)`,
  'u',
)
const ARTICLE = /^(?:der|die|das|den|dem) /
const PRONOUN = /^(?:Er|Sie|Es|Wir|Wer|Man|Dies\p{L}*|Alle|Jemand|Niemand|Keiner?|Die|Der|Das|Den|Heute|Danach|Anschließend)$/u
const OPENING = /(?:beginn|begann|eröffne|versammel|startet|trafen|treffen sich|fand .* statt|eröffnung)/i
const CLOSING = /(?:schlie(?:ß|ss)t|geschlossen|schloss|beend|endet|ende der|sitzungsende|schlu(?:ss|ß)(?: der|:)|(?<!\p{L})ende:? (?:um |gegen |ca\.? )*\d)/iu
/** A time counts for a verb at most so many signs away. */
const NEAR = 90
const LONGEST_SENTENCE = 1500

/** A person or function that a sentence names, and where. */
export type Who = { readonly name: string; readonly at: number }

/** Who leads the meeting according to a text ("Mit Einverständnis aller übernahm Karla Blau die Leitung"), or null. */
export function chairIn(text: string): Who | null {
  return whoIn(text, CHAIR_PATTERNS)
}

/** Who opens the meeting, which whoever leads it does ("Die Vorsitzende eröffnet die Sitzung"), or null. */
export function openerIn(text: string): Who | null {
  return whoIn(text, [OPENER])
}

/** Who writes the minutes according to a text ("Das Protokoll führt Otto Grün"), or null. */
export function minuteTakerIn(text: string): Who | null {
  return whoIn(text, MINUTES_PATTERNS)
}

function whoIn(text: string, patterns: readonly RegExp[]): Who | null {
  if (text.length > LONGEST_SENTENCE) return null
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const name = match && withoutTitles(match[1]!.replace(ARTICLE, ''))
    if (match && name && !PRONOUN.test(name)) return { name: isOffice(name) ? match[1]! : name, at: match.index }
  }
  return null
}

/** The time at which a text lets the meeting begin ("eröffnet die Sitzung um 19:05 Uhr"), or null. */
export function startIn(text: string): TimeMention | null {
  return timeBeside(text, OPENING)
}

/** The time at which a text ends the meeting ("Die Sitzung wurde um 21 Uhr geschlossen"), or null. */
export function endIn(text: string): TimeMention | null {
  return timeBeside(text, CLOSING)
}

function timeBeside(text: string, verb: RegExp): TimeMention | null {
  if (text.length > LONGEST_SENTENCE) return null
  const match = verb.exec(text)
  if (!match) return null
  const distance = (time: TimeMention) => Math.max(match.index - time.end, time.at - match.index - match[0].length, 0)
  const [nearest] = timesIn(text).sort((a, b) => distance(a) - distance(b))
  return nearest && distance(nearest) <= NEAR ? nearest : null
}
