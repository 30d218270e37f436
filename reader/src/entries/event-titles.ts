import type { Stretch } from '../../../language/mentions.ts'
import { verbForms } from '../../../language/verbs.ts'
import { isStopWord } from '../../../language/words.ts'

/** What an appointment's words say beside its time. */
export type EventWords = { readonly title: string; readonly place: string | null }

/** A word that names an event. */
export const EVENT =
  /(?:sitzung|treffen|versammlung|fest|feier|konferenz|tagung|workshop|seminar|schulung|vortrag|lesung|markt|messe|woche|wochenende|nacht|party|termin|frist|schluss|abgabe|deadline|veranstaltung|ausflug|exkursion|fahrt|reise|wahl|wahlen|jubiläum|café|cafe|stammtisch|prüfung|ferien|klausur|gespräch|runden?|plenum|aktion|tag|tage|abend|turnier|konzert|aufführung|ausstellung|eröffnung|einweihung|begehung|besuch|meeting|sprechstunde|gottesdienst|basar|flohmarkt|sprint|hackathon|demo|kundgebung|camp|umzug|start|beginn|besichtigung|austausch|präsentation|infostand|audit|jour fixe|lieferung|premiere|probe|segnung|abnahme|wartung|kurs|lehrgang|fortbildung|grillen|frühstück|brunch|putz|arbeitseinsatz|übung|ständchen|lager|freizeit|wanderung|spaziergang|führung|rundgang|empfang|jahrmarkt|kirmes|verabschiedung|pressekonferenz|webinar|spendenlauf|börse|bazar|training|aufnahme|veröffentlichung|MV|GV|JHV)(?:e|en|s|es)?(?!\p{L})/iu

const EDGES_BEFORE =
  /^(?:[\s.,;:|/–—*_-]+|(?:am|um|vom|von|bis|ab|den|der|die|das|zum|zur|gegen|ca|findet|finden|ist|sind|wird|gibt es|steht|stehen|wieder|dann|ein|eine|einen|es|auch|noch|unser|unsere|statt|geplant|datum|wann|und|oder|uhr|mal|dafür|stattdessen|also|danach|vorher|zuletzt|außerdem|heuer|voraussichtlich|wahrscheinlich|vermutlich|evtl|soll|sollen|sein|stattfinden)(?![\p{L}]))+/iu
const SIGNS_BEHIND = /(?<![\s,;:|/–—*_(-])[\s,;:|/–—*_(-]+$/u
const WORD_BEHIND =
  /(?<!\p{L})(?:am|um|vom|von|bis|ab|den|der|die|das|zum|im|in|gegen|ca|findet|finden|statt|ist|sind|wird|werden|gibt es|steht an|an|wieder|dann|geplant|voraussichtlich|jeweils|uhr|datum|und|für|soll|sollen|stattfinden|heuer|dafür|vermutlich|wahrscheinlich|irgendwann|wie immer|verschoben auf|auf)\.?$/iu
const APPOINTMENT_WORD = /^(?:[Nn]ächste[rs]? |[Nn]euer )?Termine? ?(?:für |der |des |zur |zum |: ?)?(?=\p{Lu})/u
const LEADS = /^(?:vorbereitung|auswertung|planung|organisation)(?: (?:der|des|von|zum|zur|für))?\s+/iu
const LEADS_TO =
  /^(?:[Ww]er )?(?:auf|bei|für|zu|an|beim|am|zum|zur)(?: (?:der|dem|die|den|das|einer|einem|einen))? (?=\p{L})/u
const PLACE_PIECE =
  /^(?:ort ?: ?|treffpunkt |treff |abfahrt |im |in |bei |beim |auf |an |am |@ ?|raum |saal |online|per zoom|via )/iu
const PLACE_BEHIND =
  /\s((?:in|im|bei|beim|auf dem|auf der|an der|in der|am) (?:der |dem )?\p{Lu}[\p{L}\d-]+(?: \p{Lu}[\p{L}\d-]+){0,3})$/u
const PLACE_NOUN = /saal|raum|haus|zentrum|halle|rathaus|schule|büro|café|bibliothek|kirche|platz|online|zoom|campus/i
const LONGEST_TITLE = 120
const MOST_TITLE_WORDS = 8
const LONGEST_PLACE = 80

/** Stands for a time that was cut out. */
const CUT = '\uFFFC'

/** Cuts times out of the words around an appointment and tells title and place apart. `times` are stretches of `text`. */
export function eventWords(text: string, times: readonly Stretch[]): EventWords {
  const raw = withoutTimes(text, times).split(/[,;|\t()]| [–—-] |(?<=\p{L}|'''|\*\*):['*]* |\uFFFC(?= +\p{Ll})/u)
  const pieces = raw.map(trimmed)
  const named = placeAmong(pieces, titleAt(raw, pieces))
  const title = phraseOf(
    (pieces[titleAt(raw, pieces)] ?? '').replace(LEADS, '').replace(APPOINTMENT_WORD, '').replace(LEADS_TO, ''),
  )
  const behind = PLACE_BEHIND.exec(title)
  const place =
    (named?.replace(/^(?:ort ?: ?|@ ?|treffpunkt:? |treff:? )/i, '') ?? behind?.[1])
      ?.replace(IN, '')
      .replace(/\.$/, '') ?? null
  return { title: trimmed(behind && !named ? title.slice(0, behind.index) : title).slice(0, LONGEST_TITLE), place }
}

const IN = /^(?:in|im) (?=\p{Lu})/u

/** Of a sentence what it says of the event: "Er weist auf die Begehung der Gärten" › "Begehung der Gärten". */
function phraseOf(piece: string): string {
  const words = piece.split(' ')
  const verb = words.findIndex((word, at) => isVerb(word, at === words.length - 1))
  if (verb < 0 && words.length <= MOST_TITLE_WORDS) return piece
  const isEvent = (word: string) => CAPITAL.test(word) && EVENT.test(word)
  const named = words.findLastIndex(word => isEvent(word) && !/^Termin/.test(word))
  const event = named < 0 ? words.findLastIndex(isEvent) : named
  if (event >= 0) return phraseAround(words, event)
  const subject = words.slice(0, Math.max(verb, 0))
  return subject.some(word => CAPITAL.test(word) && !isStopWord(word)) ? subject.join(' ') : piece
}

function phraseAround(words: readonly string[], event: number): string {
  let begin = event
  while (begin > 0 && QUALIFIES.test(words[begin - 1]!) && !isArticle(words[begin - 1]!)) begin--
  let end = event + 1
  while (end < words.length && !isVerb(words[end]!, end === words.length - 1)) end++
  return words.slice(begin, end).join(' ')
}

const CAPITAL = /^["„“«]?\p{Lu}/u
/** "nächste", "außerordentlichen", "89." */
const QUALIFIES = /^(?:(?!nächsten$)\p{L}{3,}e[nrs]?|\d{1,3}\.)$/u
const AUXILIARY = /^(?:wurden?|wäre?n?|war|waren|muss|müssen|kann|können|haben|hat|bleibt|bleiben|darf|dürfen)$/

function isArticle(word: string): boolean {
  return isStopWord(word) && !/^nächste/i.test(word)
}

/** An infinitive at the end ("Keller aufräumen") belongs to the event's name. */
function isVerb(word: string, last: boolean): boolean {
  if (AUXILIARY.test(word)) return true
  if (!/^\p{Ll}{3,}(?:t|en)$/u.test(word)) return false
  return verbForms(word).some(({ shape }) => shape === 'singular' || (shape === 'plural' && !last))
}

/** The piece that the date stands in, where it says something; else the nearest before it that does, else behind it. */
function titleAt(raw: readonly string[], pieces: readonly string[]): number {
  return (
    titleWhere(raw, pieces, piece => EVENT.test(piece) || NEXT.test(piece)) ??
    titleWhere(raw, pieces, piece => CAPITAL_WORD.test(piece)) ??
    titleWhere(raw, pieces, () => true) ??
    -1
  )
}

const NEXT = /(?<!\p{L})nächste[rsn]?(?!\p{L})/iu
const CAPITAL_WORD = /(?<![\p{L}\d])\p{Lu}/u
const SAYS_NOTHING =
  /^(?:termin(?: .*)?|(?:findet )?dieses jahr.*|irgendwann|zwar|sondern|geht|gelegt|verschoben|vor|beginn|start|einlass|ende)$/i

function titleWhere(
  raw: readonly string[],
  pieces: readonly string[],
  names: (piece: string) => boolean,
): number | undefined {
  const says = (at: number) => {
    const piece = pieces[at] ?? ''
    const isPlace = PLACE_PIECE.test(piece) && (/^i[mn] /i.test(piece) || !EVENT.test(piece))
    return /\p{L}{2}/u.test(piece) && !isPlace && !SAYS_NOTHING.test(piece) && names(piece)
  }
  const dated = Math.max(
    0,
    raw.findIndex(piece => piece.includes(CUT)),
  )
  for (let at = dated; at >= 0; at--) if (says(at)) return at
  const behind = pieces.findIndex((_, at) => at > dated && says(at))
  return behind < 0 ? undefined : behind
}

function placeAmong(pieces: readonly string[], title: number): string | undefined {
  const rest = pieces.filter((piece, at) => at > title && /\p{L}{2}/u.test(piece))
  return (
    rest.find(piece => PLACE_PIECE.test(piece)) ??
    rest.find(piece => PLACE_NOUN.test(piece) && piece.length < LONGEST_PLACE)
  )
}

function withoutTimes(text: string, times: readonly Stretch[]): string {
  let rest = ''
  let from = 0
  for (const { at, end } of times) {
    rest += `${text.slice(from, at)} \uFFFC `
    from = end
  }
  return rest + text.slice(from)
}

/** Small words that hold a date in its sentence go from both ends, one after the other. */
function trimmed(piece: string): string {
  let text = piece
    .replace(/\uFFFC/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  for (let round = 0; round < 12; round++) {
    const shorter = text.replace(EDGES_BEFORE, '').replace(SIGNS_BEHIND, '').replace(WORD_BEHIND, '')
    if (shorter === text) break
    text = shorter
  }
  return text
    .replace(/^['*]{2,3}|\s?['*]{2,3}$|\s\.$/g, '')
    .replace(/^["„“]([^"„“”]*)["“”]$/, '$1')
    .replace(/^(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)(?!\p{L})\.?,? )|\s(?:mo|di|mi|do|fr|sa|so)$/u, '')
    .trim()
}
