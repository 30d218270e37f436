import type { Stretch } from '../../../language/mentions.ts'

/** What an appointment's words say beside its time. */
export type EventWords = { readonly title: string; readonly place: string | null }

/** A word that names an event. */
export const EVENT =
  /(?:sitzung|treffen|versammlung|fest|feier|konferenz|tagung|workshop|seminar|schulung|vortrag|lesung|markt|messe|woche|wochenende|nacht|party|termin|frist|schluss|abgabe|deadline|veranstaltung|ausflug|exkursion|fahrt|reise|wahl|wahlen|jubiläum|café|cafe|stammtisch|prüfung|ferien|klausur|gespräch|runde|plenum|aktion|tag|tage|abend|turnier|konzert|aufführung|ausstellung|eröffnung|einweihung|begehung|besuch|meeting|sprechstunde|gottesdienst|basar|flohmarkt|sprint|hackathon|demo|kundgebung|camp|umzug|start|beginn|besichtigung|austausch|präsentation|infostand|audit|jour fixe|lieferung|premiere|probe|segnung|abnahme|wartung|kurs|lehrgang|fortbildung|grillen|frühstück|brunch|putz|arbeitseinsatz|übung|ständchen|lager|freizeit|wanderung|spaziergang|führung|rundgang|empfang|jahrmarkt|kirmes|verabschiedung|pressekonferenz|webinar|spendenlauf|börse|bazar|training|aufnahme|veröffentlichung|MV|GV|JHV)(?:e|en|s|es)?(?!\p{L})/iu

const EDGES_BEFORE =
  /^(?:[\s,;:|/–—*_-]+|(?:am|um|vom|von|bis|ab|den|der|die|das|zum|zur|gegen|ca|findet|finden|ist|sind|wird|gibt es|steht|stehen|wieder|dann|ein|eine|einen|es|auch|noch|unser|unsere|statt|geplant|datum|wann|und|oder|uhr|mal|dafür|stattdessen|also|danach|vorher|zuletzt|außerdem|heuer|voraussichtlich|wahrscheinlich|vermutlich|evtl)(?![\p{L}]))+/iu
const SIGNS_BEHIND = /(?<![\s,;:|/–—*_(-])[\s,;:|/–—*_(-]+$/u
const WORD_BEHIND =
  /(?<!\p{L})(?:am|um|vom|von|bis|ab|den|der|die|das|zum|im|in|gegen|ca|findet|finden|statt|ist|sind|wird|werden|gibt es|steht an|an|wieder|dann|geplant|voraussichtlich|jeweils|uhr|datum|und|soll|sollen|stattfinden)\.?$/iu
const APPOINTMENT_WORD = /^(?:[Nn]ächste[rs]? |[Nn]euer )?Termine? ?(?:für |der |des |zur |zum |: ?)?(?=\p{Lu})/u
const LEADS = /^(?:vorbereitung|auswertung|planung|organisation)(?: (?:der|des|von|zum|zur|für))?\s+/iu
const PLACE_PIECE = /^(?:ort ?: ?|im |in |bei |beim |auf |an |am |@ ?|raum |saal |online|per zoom|via )/iu
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
  const raw = withoutTimes(text, times).split(/[,;|\t]| [–—-] |(?<=\p{L}): |\uFFFC(?= +\p{Ll})/u)
  const pieces = raw.map(trimmed)
  const named = placeAmong(pieces, titleAt(raw, pieces))
  const title = shortened((pieces[titleAt(raw, pieces)] ?? '').replace(LEADS, '').replace(APPOINTMENT_WORD, ''))
  const behind = PLACE_BEHIND.exec(title)
  const place = (named?.replace(/^(?:ort ?: ?|@ ?)/i, '') ?? behind?.[1])?.replace(IN, '').replace(/\.$/, '') ?? null
  return { title: trimmed(behind && !named ? title.slice(0, behind.index) : title).slice(0, LONGEST_TITLE), place }
}

const IN = /^(?:in|im) (?=\p{Lu})/u

/** Of a whole sentence the last word that names an event is left: "… auf die Tagesordnung der nächsten Ratssitzung". */
function shortened(title: string): string {
  const words = title.split(' ')
  if (words.length <= MOST_TITLE_WORDS) return title
  return words.findLast(word => /^\p{Lu}/u.test(word) && EVENT.test(word)) ?? title
}

/** The piece that the date stands in, where it says something; else the nearest before it that does, else behind it. */
function titleAt(raw: readonly string[], pieces: readonly string[]): number {
  const says = (at: number) => /\p{L}{2}/u.test(pieces[at] ?? '') && !PLACE_PIECE.test(pieces[at]!)
  const dated = Math.max(
    0,
    raw.findIndex(piece => piece.includes(CUT)),
  )
  for (let at = dated; at >= 0; at--) if (says(at)) return at
  return pieces.findIndex((_, at) => at > dated && says(at))
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
    .replace(/\s\.$/, '')
    .replace(/^[("„“]{1,3}|["“”]{1,3}$/g, '')
    .trim()
}
