import { type Cue, cue } from '../../language/cues.ts'
import { isOffice, isOrganisation } from '../../language/offices.ts'
import type { Agenda } from './agenda/agenda.ts'
import type { Context } from './context.ts'
import { namesMeeting } from './head/title.ts'
import type { Document, Line } from './lines/document.ts'
import { plainOf } from './lines/inline.ts'
import type { Entry } from './reading.ts'

/** From this likeness on a text is taken for minutes. */
export const LEAST_LIKENESS = 0.45

/**
 * How much a text looks like minutes, 0 to 1. What minutes have and other texts lack speaks for it; what letters,
 * articles, statutes, plans, invitations and code have speaks against it. Weights were set by hand: no single sign
 * reaches `LEAST_LIKENESS` but the word itself ("Protokoll …") at the beginning.
 */
export function likenessOf(context: Context, agenda: Agenda, entries: readonly Entry[]): number {
  const lines = context.document.lines.filter(line => line.text !== '')
  const told = lines.filter(line => line.apart === null || line.apart === 'quote')
  if (!told.some(line => WORD.test(line.text))) return 0
  const first = told.slice(0, FIRST_LINES).map(line => plainOf(line.body))
  const signs = [
    ...signsOfHead(context, first),
    ...signsOfBody(context, agenda, entries, told),
    ...signsAgainst(told, first),
  ]
  const sum = signs.reduce((total, [there, weight]) => total + (there ? weight : 0), 0)
  return Math.min(100, Math.max(0, sum)) / 100
}

/** Weights are hundredths. */
type Sign = readonly [there: boolean, weight: number]

const WORD = /\p{L}{2}/u
const FIRST_LINES = 6
const LONGEST_TITLE = 160

const MINUTES_WORD = cue(
  /protokoll(?!s? (?:der|des|vom) letzten)|niederschrift|mitschri(?:ft|eb)|traktanden|umlaufbeschluss|(?:gesprächs|telefon|akten)(?:notiz|vermerk)|notizen (?:vom|zu[rm]?)|^ergebnisse (?:der|des|vom)/i,
)
/** A day or a day's number, as it stands beside the name of a meeting. */
const DAY = cue(
  /(?<!\d)\d{1,2}\.\s?(?:\d{1,2}\.|(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))|\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2}/iu,
)
const BODY_WORD = cue(
  /vorstand|team|(?<![\p{L}])(?:AG|AK|FSR|MV|TK|VS|GV|KG)(?!\p{L})|arbeits(?:gruppe|kreis)|elternabend|telefonat|telko|videokonferenz|kuratorium|senat|schulkonferenz|gremium|gruppe/iu,
)

function signsOfHead({ head, attendance }: Context, first: readonly string[]): Sign[] {
  const title = head.title?.value ?? ''
  const titles = [title, ...first].filter(text => text.length <= LONGEST_TITLE && !SENTENCE_END.test(text))
  const meets = titles.some(text => (namesMeeting(text) || BODY_WORD.test(text)) && DAY.test(text))
  return [
    [titles.some(text => MINUTES_WORD.test(text)), 45],
    [namesMeeting(title), 15],
    [meets, 25],
    [!meets && isNameWithDay(first), 15],
    [head.date !== null, 10],
    [head.end !== null, 15],
    [head.chair !== null, 10],
    [head.minuteTaker !== null, 25],
    [attendance.length >= 2, 35],
  ]
}

/** "Gartenabend, 2. Juli", or a name with its day below; not the place and day over a letter. */
function isNameWithDay([name = '', below = '']: readonly string[]): boolean {
  if (name.length > LONGEST_NAME || SENTENCE_END.test(name)) return false
  return DAY.test(name) ? !PLACE_AND_DAY.test(name) : WORD.test(name) && DAY_FIRST.test(below)
}

const LONGEST_NAME = 80
const PLACE_AND_DAY = /^(?:\p{L}+(?:[ -]\p{L}+)?, )?(?:den |am |\p{L}+, )?\d/u
const DAY_FIRST = /^(?:\p{L}{2,10},? )?(?:den |dem |am |vom )?\d{1,2}\.\s?(?:\d|\p{L}{3})/u

/** A label or a sentence of who was there; the label may stand alone or before names and numbers. */
const ATTENDANCE = cue(
  /^\P{L}{0,4}(?:anwesen[dh]|abwesend|entschuldigt|nicht anwesend|teilnehme(?:nde|r)|präsenz|(?:mit )?dabei(?: waren)?:|da(?: waren)?:)|(?<!\p{L})(?:es fehl(?:t|en|te|ten)|da waren:|abgesagt ha(?:t|ben|tten?)|begrüßte? die (?:anwesenden|teilnehm|eltern|mitglieder|runde))(?!\p{Ll}{0,3}\?)/iu,
)
const VOTE = cue(
  /einstimmig|enthaltung(?:en)?(?!\p{L})|ja-stimmen|gegenstimme|abstimmung(?:sergebnis)?:|\(\d{1,3}[/:]\d{1,3}[/:]\d{1,3}\)|\(\d{1,3} ja/iu,
)
const ITEM_MARK = /^\P{L}{0,4}(?:[Zz]u )?(?:TOP|Traktandum|Tagesordnungspunkt)[ .]?\d/u
const OUTCOME = cue(
  /(?<!\p{L})(?:to-?do|beschluss|beschlossen|vereinbart|vereinbarung|ergebnis|aufgaben|offen|auftrag|erledigt)(?:s|en)?\b[^.!?]{0,30}:/iu,
)
/** What somebody says at the table, told in the present. */
const TALK = cue(
  /(?<!\p{L})(?:sagt|meint|fragt|berichtet|erklärt|erläutert|informiert|erinnert|schlägt vor|weist darauf hin|findet)(?!\p{L})/iu,
)
const NEXT_MEETING = cue(
  /(?<!\p{L})(?:nächste[rsn]?|kommende[rsn]?|folgende[rsn]?) (?:\p{L}{0,30}(?:sitzung|treffen|termin|mal|runde|plenum|telko|besprechung|versammlung|meeting)|MV|TK|VS)(?!\p{L})/iu,
)

function signsOfBody({ document }: Context, agenda: Agenda, entries: readonly Entry[], told: readonly Line[]): Sign[] {
  const talk = told.filter(line => TALK.test(line.text)).length
  const some = (pattern: Cue | RegExp) => told.some(line => pattern.test(line.text))
  const tasks = entries.filter(entry => entry.kind === 'task' && entry.owners.some(isPerson)).length
  return [
    [some(ATTENDANCE), 20],
    [some(VOTE), 20],
    [some(ITEM_MARK), 20],
    [some(OUTCOME), 15],
    [some(NEXT_MEETING), 20],
    [talk >= 2, 15],
    [agenda.sections.length >= 2, 15],
    [agenda.list !== null, 10],
    [tasks >= 2, 15],
    [tasks >= 2 && tasks * 4 >= entries.length, 15],
    [isNotes(document), 15],
  ]
}

/** A plan gives its measures to authorities, minutes give tasks to those who were there. */
function isPerson(owner: string): boolean {
  return !isOffice(owner) && !isOrganisation(owner) && !ARTICLE.test(owner)
}

const ARTICLE = /^(?:der|die|das) /i

/** Minutes are notes: many list entries, short lines. An article has paragraphs. */
function isNotes(document: Document): boolean {
  const lines = document.lines.filter(line => line.text !== '' && line.apart === null)
  const marked = lines.filter(line => line.marker !== null).length
  const signs = lines.reduce((sum, line) => sum + line.text.length, 0)
  return marked * 4 >= lines.length && signs <= LONGEST_MEAN_LINE * lines.length
}

const LONGEST_MEAN_LINE = 150
const SENTENCE_END = /(?<!e\. ?V)[.;!?]$/

/** A text that says in its title what it is, and that is no minutes. */
const OTHER_KIND = cue(
  /^(?:[\p{L}„“"–-]+ ){0,2}[„"“]?(?:\p{L}{0,30}(?:satzung|geschäftsordnung|hausordnung|beitragsordnung|wahlordnung|konzept|konzeption|pressemitteilung|merkblatt|projektbeschreibung|projektskizze|bericht|rundbrief|newsletter|anzeige|ausschreibung|leitbild|leitfaden|handreichung|handbuch|richtlinie|vertrag|rechnung|einladung|stellungnahme|positionspapier|faltblatt|flyer|fragebogen|formular|anleitung|rezept|dokumentation|vereinbarung|plan)|projekt|antrag(?= an | de[rs] | auf )|rückblick(?= auf|:)|offener brief|programm|(?:häufige )?fragen und antworten|faq)(?![\p{L}-])/iu,
)
const SALUTATION = cue(/^(?:Sehr geehrte|Liebe[rs]? \p{Lu}|Hallo(?: \p{L}{1,30}){1,4}[,!]|Guten Tag)/u)
const CLOSING = cue(
  /^(?:Mit (?:freundliche[nm]|herzliche[nm]|besten|lieben|solidarischen)|(?:Viele|Herzliche|Liebe|Beste|Schöne)) Gr(?:ü|ue)(?:ß|ss)/u,
)
const MAIL_FIELD = cue(/^(?:Von|An|Betreff|Gesendet|From|To|Subject|Cc):/)
const INVITATION =
  /(?<!\p{L})(?:(?:lade|laden|lädt)(?!\p{L})[^.!?]{0,60} ein(?!\p{L})|herzlich (?:ein|eingeladen|willkommen)|um (?:vorherige |eine )?Anmeldung|Anmeldung (?:bis|unter|nicht)|Eintritt (?:ist )?frei|Einlass|Bewerbung)/iu
const PARAGRAPH_SIGN = /^\P{L}{0,4}§ ?\d/u
const DIRECT_SPEECH = /[“"”»],? (?:sagte?|so|erklärte?|betonte?|kündigte?|meinte?|heißt) (?:\p{L}|„)/u
const BYLINE = cue(/^(?:Von|By|Text:|Autorin:|Autor:) ?(?:\p{Lu}\p{L}+(?: |$)|\d{1,2}\. ){1,4}/u)
const CODE_LINE = /[{}]$|[)\]'"];$|^<\/?[a-z!]|^(?:\/\/|#include|import |def |const |let |return )/
const LONG_PARAGRAPH = 280

function signsAgainst(told: readonly Line[], first: readonly string[]): Sign[] {
  const count = (pattern: RegExp) => told.filter(line => pattern.test(line.text)).length
  const kind = first
    .slice(0, 3)
    .some(text => text.length <= LONGEST_TITLE && OTHER_KIND.test(text) && !MINUTES_WORD.test(text))
  const signs = told.reduce((sum, line) => sum + line.text.length, 0)
  const prose = told.reduce((sum, { text }) => sum + (text.length >= LONG_PARAGRAPH ? text.length : 0), 0)
  return [
    [kind, -40],
    [told.slice(0, 30).some(line => SALUTATION.test(line.text)), -25],
    [told.slice(-15).some(line => CLOSING.test(line.text)), -20],
    [first.filter(text => MAIL_FIELD.test(text)).length >= 2, -30],
    [count(INVITATION) > 0, -20],
    [count(PARAGRAPH_SIGN) >= 2, -40],
    [count(DIRECT_SPEECH) > 0, -20],
    [first.some(text => BYLINE.test(text)), -20],
    [count(CODE_LINE) * 4 >= told.length, -60],
    [prose * 10 >= signs * 6, -15],
  ]
}
