import { cue } from '../../../language/cues.ts'
import { remembered } from '../../../language/remembered.ts'
import { trimmed, withoutEnd, withoutStart } from '../../../language/trim.ts'
import type { Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'

const DURATION = / ?\((?:ca\. ?)?\d{1,3} ?(?:min|Min|Minuten|'|h|Std)\.?\)/g
/** "{#finanzen}", as Markdown names a heading's anchor */
const ANCHOR = / ?\{[#.][^{}]{1,60}\}$/
const CLOCK_BEHIND = / ?[([]\d{1,2}[:.]\d{2}(?: ?[-–] ?\d{1,2}[:.]\d{2})?(?: Uhr)?[)\]]$/
const END_MARKS = ' :–—-'
/** A point behind a title, but not behind an abbreviation. */
const END_POINT = /(?<=\p{Ll}{2})\.$/u
const LONGEST_TITLE = 170
/** Some write a point behind their titles ("3. Finanzen."). */
const MOST_WORDS_WITH_POINT = 4
const SENTENCE_END = /(?<!\b(?:e\. ?V|u\. ?a|etc|usw|ggf|ca|Dr|Nr|\p{Lu}))[.;,!]$/u

/** Words that head the list of agenda items, or the part that holds them. */
const AGENDA = cue(
  /^(?:(?:vorläufige|geplante|beschlossene|aktuelle|die|vorgeschlagene|besprochene) )*(?:tagesordnung(?:spunkte?)?|tagesordnungsübersicht|agenda|traktanden(?:liste)?|tops?|top-liste|themen(?:liste|übersicht)?|ablauf|besprechungspunkte|punkte|to)$/,
)
/** Words that head the part with the minutes themselves. */
const MINUTES =
  /^(?:(?:(?:das )?(?:eigentliche|tatsächliche|heutige) )?protokoll?(?:text|inhalt)?|(?:sitzungs)?verlauf|ergebnisprotokoll|besprechung|mitschrift|inhalt|berichte und diskussion|minutes|notizen|protokoll[ -]?notizen|ablauf der sitzung|verlaufsprotokoll)$/
/** Parts that recur within items, or stand beside them: no item of the agenda. */
const TEMPLATE =
  /^(?:beschl(?:uss|üsse|ussvorlage|ussfassung|ussfähigkeit(?: .*)?)|to[- ]?dos?(?: .*)?|tasks|aufgaben(?:liste|verteilung)?|aufgaben (?:bis|für|zum|zur|aus|an) .*|(?:offene|neue|verteilte|nächste|weitere|anstehende) aufgaben(?: .*)?|erledigte? (?:aufgaben|tasks|todos)|action items|diskussion(?:spunkte)?|status|ergebnis(?:se)?|entscheidung(?:en)?|antrag(?:stext)?|antragssteller|begründung|abstimmung(?:sergebnis)?|links?|anh[aä]ng(?:e)?|anlagen?|unterschrift(?:en)?|metadaten|kopfdaten|rahmendaten|allgemeine (?:daten|angaben)|legende|hinweise?|inhaltsverzeichnis|protokollant(?:in)?|protokollix|protokolix|sitzungsende|ende(?: der sitzung)?|ort und zeit|zeit und ort|ort|datum|zeit|beginn|teilnehmer.*|anwesen.*|sitzungsleitung|moderation|abkürzungen|footnotes|quellen|redeliste|meinungsbild|kontext|vorschlag|hintergrund|pro|contra|kontra|info|nächste schritte|fazit|notizen|zusammenfassung|unterlagen|dokumente|stimmberechtigte?.*|eckdaten|tops? sammeln.*|tops?[- ](?:sammlung|vorschläge|ideen)|(?:themen|tagesordnungs)(?:sammlung|vorschläge)|(?:vorgeschlagene|vorbereitete|mögliche) (?:tops|themen)|organisatorisches zum protokoll)$/

const CATEGORY =
  /^(?:info(?:s|rmationen)?|termine?|parkplatz|themenspeicher|lernerfahrungen|ideen(?:speicher)?|wünsche|sonstiges|noch was|verschiedenes|berichte|fragen|offene (?:punkte|fragen)|feedback)$/
const NAMES_MINUTES =
  /^(?:(?:Kurz|Ergebnis|Verlaufs|Sitzungs|Gesprächs)?(?:protokoll|Protokoll)|Niederschrift|(?:\p{L}{2,30})?[Ss]itzung|Treffen|Plenum) (?:(?:zu[mr]|der|des|über|die|das|Nr\.? ?\d+) )*(?:[\p{L}-]{3,40} ){0,4}(?:vom|am|,)? ?(?=\d)/u
const DAY = /\d{1,2}\. ?(?:\d{1,2}\.|\p{Lu}\p{L}{2,8}) ?\d{2,4}|\d{4}-\d{2}-\d{2}/u
const ONLY_DAY =
  /^(?:\p{Lu}\p{L}{5,9}, (?:den )?)?(?:\d{1,2}\. ?(?:\d{1,2}\.|\p{Lu}\p{L}{2,8}) ?(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})$/u
const RESOLUTION = /^(?:beschluss|abstimmung|ergebnis|antrag)(?: [\d/.-]{1,12})?:/i

/** A title as the agenda shows it: without marks, durations, clock times and end marks. */
export const titleOf = remembered((text: string): string => {
  const bare = plainOf(text).replace(ANCHOR, '').replace(DURATION, '').replace(CLOCK_BEHIND, '')
  return trimmed(withoutStart(bare, '.)'), END_MARKS).replace(END_POINT, '')
})

const BOLD_BEGINNING = /^(?:\*\*|__)([^*_]{3,100})(?:\*\*|__)(?= ?[:–-]| \()/

/** Of "**Finanzen** – passt so." the bold beginning, which is the title; else the text as it is. */
export function titleTextOf(body: string): string {
  return BOLD_BEGINNING.exec(body)?.[1] ?? body
}

/** True of a line that has the form of a title: short, begins large, does not end like a sentence. */
export function hasTitleForm(text: string): boolean {
  const plain = plainOf(text)
  if (plain === '' || plain.length > LONGEST_TITLE) return false
  if (SENTENCE_END.test(plain) && !(plain.endsWith('.') && plain.split(' ').length <= MOST_WORDS_WITH_POINT))
    return false
  return /^[\p{Lu}\p{N}„"“«»'‚#@§]/u.test(plain) || plain.length <= 40
}

/** True of words that head the agenda's list or the part with its items ("Tagesordnung", "Traktanden"). */
export const isAgendaWord = remembered((text: string): boolean => {
  return AGENDA.test(keyOf(text))
})

/** True of words that head the part with the minutes ("Protokoll", "Verlauf"). */
export const isMinutesWord = remembered((text: string): boolean => {
  return MINUTES.test(keyOf(text))
})

/** True of a heading that names minutes as a whole ("Protokoll der Sitzung vom 3. Mai 2019", "03.05.2019"). */
export const namesMinutes = remembered((text: string): boolean => {
  const plain = titleOf(text)
  return (NAMES_MINUTES.test(plain) && DAY.test(plain)) || ONLY_DAY.test(plain)
})

/** True of words that sort what was said ("Termine", "Ideen"), where no agenda does. */
export function isCategory(text: string): boolean {
  return CATEGORY.test(keyOf(text))
}

/** True of a line that tells a resolution ("Beschluss 2019/41: …"), however it is marked. */
export function isResolution(text: string): boolean {
  return RESOLUTION.test(plainOf(text))
}

/** True of a template's category ("Beschlüsse:", "TODOs"), which is no item of the agenda. */
export const isTemplateWord = remembered((text: string): boolean => {
  return TEMPLATE.test(keyOf(text))
})

/**
 * The number of an item from its mark, without "TOP" and end marks: '0.' gives "0", 'TOP 3' "3", 'a)' "a"; null of a
 * bullet or a box.
 */
export function numberOf(marker: string | null): string | null {
  if (marker === null) return null
  const number = marker
    .replace(RANGE_END, '')
    .replace(/^.*? (?=[\dIVX])|^\D*?(?=\d)/, '')
    .replace(/[().:\s\\]+/g, '.')
    .replace(/^\.|\.$/g, '')
  return /^(?:\d{1,3}(?:\.\d{1,3})*\.?[a-z]?|[a-z]|[IVX]{1,5})$/.test(number) ? number : null
}

/** "TOP 3 & 4" counts as 3. */
const RANGE_END = /(?<=\d) ?(?:&|\/|-|–|\+|und|bis) ?\d{1,2}$/

/** True of a mark that says "TOP" or its like. */
export function isTopMarker(marker: string | null): boolean {
  return marker !== null && /^(?:(?:zu|ad) )?(?:T(?:OP|\.|ages|rak)|P(?:unkt|kt))/i.test(marker)
}

/** True of a heading that is only a bold line. */
export function isBoldHeading(line: Line): boolean {
  return line.heading !== null && /^[*_'<]/.test(line.text)
}

function keyOf(text: string): string {
  const title = withoutEnd(titleOf(text).toLowerCase(), '.?!').replace(/^(?:die|der|das) /, '')
  const bracket = title.indexOf(' (')
  return bracket > 0 ? title.slice(0, bracket) : title
}
