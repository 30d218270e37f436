import { type Cue, CueFamily, cue } from '../../../language/cues.ts'
import { withoutTitles } from '../../../language/names.ts'
import { isOffice } from '../../../language/offices.ts'
import { type TimeMention, timesIn } from '../../../language/times.ts'

const NAME_WORD = "(?:(?:\\p{Lu}|Hrn?|Fr|Dr|Prof)\\.|\\p{Lu}[\\p{L}’'-]{0,30})"
/** A person's name, or a function with its article; at most five words. */
const WHO = `(?<![\\p{L}.’'-])((?:der |die |den |dem )?${NAME_WORD}(?: (?:von|van|de|der|${NAME_WORD})(?!\\p{L})){0,4})`
const ARTICLE_OF_NOUN = '(?:die |den |das )?'
const MEETING = '(?:Sitzung|Versammlung|Treffen|Besprechung|Konferenz|(?<=\\p{Ll})(?:sitzung|versammlung|treffen))'

/**
 * Sentences that give somebody a task in the meeting. `noun` is what is taken over ("die Moderation"), `holder` the stem
 * of the word for who does it ("Versammlungsleit…").
 */
function takingOver(noun: string, holder: string): Cue[] {
  const took = '(?:übernahm|übernimmt|übernehmen|hatte?|führte?|machte?|schreibt)'
  const done = '(?:geführt|geleitet|moderiert|übernommen|erstellt|verfasst|geschrieben)'
  const chosen = '(?:gewählt|bestimmt|bestellt|ernannt)'
  const manner = '(?:einstimmig |per \\p{L}{2,20} |einvernehmlich ){0,2}'
  return [
    `${took} ${WHO} ${ARTICLE_OF_NOUN}(?:${noun})(?!\\p{L})`,
    `${WHO} ${took} ${ARTICLE_OF_NOUN}(?:${noun})(?!\\p{L})`,
    `(?<!\\p{L})(?:${noun}) (?:wird|wurde) (?:von|durch) ${WHO} ${done}`,
    `(?<!\\p{L})(?:${noun}) ${took} ${WHO}`,
    `(?<!\\p{L})und ${WHO} (?:die|das) (?:${noun})(?!\\p{L})`,
    `[Zz]u[rm] (?:${holder})\\p{L}{0,12} (?:wird|wurde) ${manner}${WHO} ${chosen}`,
    `${WHO} (?:wird|wurde) ${manner}zu[rm] (?:${holder})\\p{L}{0,12} ${chosen}`,
    `wählte?n? ${WHO} ${manner}zu[rm] (?:${holder})`,
  ].map(source => cue(new RegExp(source, 'u')))
}

const CHAIR_PATTERNS = [
  ...takingOver(
    '(?:(?:Versammlungs|Sitzungs|Gesprächs|Rede|Diskussions)l|L)eitung|Moderation|Vorsitz',
    'Versammlungsleit|Sitzungsleit|Gesprächsleit|Moderat',
  ),
  cue(new RegExp(`${WHO} (?:leitete?|moderierte?) (?:die|das) \\p{L}{0,20}${MEETING}`, 'u')),
  cue(new RegExp(`${MEETING} (?:wird|wurde) (?:von|durch) ${WHO} (?:geleitet|moderiert)`, 'u')),
  cue(new RegExp(`(?:Eröffnung|Leitung) der \\p{L}{0,30}${MEETING} durch ${WHO}`, 'u')),
]
const MINUTES_PATTERNS = [
  ...takingOver('Protokoll(?:führung|ierung)?|Schriftführung|Mitschrift', 'Protokoll|Schriftführ'),
  cue(
    new RegExp(
      `^(?:Das )?Protokoll(?:führung|iert)?(?: (?:geführt|erstellt|verfasst|geschrieben))? (?:von|durch) ${WHO}(?=$|[.,;)])`,
      'u',
    ),
  ),
]
const CHAIRS = new CueFamily(CHAIR_PATTERNS)
const MINUTES = new CueFamily(MINUTES_PATTERNS)
const OPENER = cue(
  new RegExp(
    `${WHO} (?:eröffnete?|begrüßte?|begrüsste?) (?:um [\\d:.]{1,5} Uhr |die Anwesenden |alle |herzlich |und ){0,3}(?:die|das|zur?m?|als) \\p{L}{0,30}${MEETING}`,
    'u',
  ),
)
const ARTICLE = /^(?:der|die|das|den|dem) /
const PRONOUN =
  /^(?:Er|Sie|Es|Wir|Wer|Man|Diese[rs]?|Alle|Jemand|Niemand|Keiner?|Die|Der|Das|Den|Heute|Danach|Anschließend)$/
/** "Beginn 19 Uhr" on its own, or a verb in a sentence that names the meeting. */
const BEGIN_LABEL = /^(?:Sitzungs)?beginn/i
const BEGIN_VERB = /beginnt|begann|eröffne|versammel|startet|trafen|treffen sich|eröffnung/i
const END_LABEL = /^(?:Sitzungs)?(?:ende|schlu(?:ss|ß))(?!\p{L})/iu
const END_VERB = /schlie(?:ß|ss)t|geschlossen|schloss|beend|endet|(?<!\p{L})(?:ende|schluss) der/iu
const MEETING_NAMED = cue(/sitzung|versammlung|treffen|besprechung|plenum|konferenz|vorsitzende|leitung/i)
/** A time counts for a verb at most so many signs away. */
const NEAR = 90
const LONGEST_TEXT = 1500

/** A person or function that a sentence names, and where. */
export type Who = { readonly name: string; readonly at: number }

/** Who leads the meeting according to a text ("Mit Einverständnis aller übernahm Karla Lund die Leitung"), or null. */
export function chairIn(text: string): Who | null {
  return CHAIRS.canBeIn(text) ? whoIn(text, CHAIR_PATTERNS) : null
}

/** Who opens the meeting, which whoever leads it does ("Die Vorsitzende eröffnet die Sitzung"), or null. */
export function openerIn(text: string): Who | null {
  return whoIn(text, [OPENER])
}

/** Who writes the minutes according to a text ("Das Protokoll führt Otto Grün"), or null. */
export function minuteTakerIn(text: string): Who | null {
  return MINUTES.canBeIn(text) ? whoIn(text, MINUTES_PATTERNS) : null
}

function whoIn(text: string, patterns: readonly Cue[]): Who | null {
  if (text.length > LONGEST_TEXT) return null
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const name = match && withoutTitles(match[1]!.replace(ARTICLE, ''))
    if (match && name && !PRONOUN.test(name)) return { name: isOffice(name) ? match[1]! : name, at: match.index }
  }
  return null
}

/** The time at which a text lets the meeting begin ("eröffnet die Sitzung um 19:05 Uhr"), or null. */
export function startIn(text: string): TimeMention | null {
  return timeBeside(text, BEGIN_LABEL, BEGIN_VERB)
}

/** The time at which a text ends the meeting ("Die Sitzung wurde um 21 Uhr geschlossen"), or null. */
export function endIn(text: string): TimeMention | null {
  return timeBeside(text, END_LABEL, END_VERB)
}

function timeBeside(text: string, label: RegExp, verb: RegExp): TimeMention | null {
  if (text.length > LONGEST_TEXT) return null
  const match = label.exec(text) ?? (MEETING_NAMED.test(text) ? verb.exec(text) : null)
  if (!match) return null
  const distance = (time: TimeMention) => Math.max(match.index - time.end, time.at - match.index - match[0].length, 0)
  const [nearest] = timesIn(text).toSorted((a, b) => distance(a) - distance(b))
  return nearest && distance(nearest) <= NEAR ? nearest : null
}
