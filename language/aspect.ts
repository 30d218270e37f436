import { cue } from './cues.ts'

/**
 * What the adverbs and times of a clause in the present tense say about it: `habit` ("montags", "seit Jahren",
 * "normalerweise"), `coming` ("bis Freitag", "noch", "in der nächsten Sitzung"), `now` ("gerade", "derzeit"), or null.
 */
export type Aspect = 'habit' | 'coming' | 'now' | null

const HABIT = cue(
  /(?<!\p{L})(?:immer(?! noch)|seit|bisher|bislang|jährlich|täglich|wöchentlich|monatlich|vierteljährlich|quartalsweise|regelmäßig|üblicherweise|traditionell|normalerweise|gewöhnlich|meist|meistens|oft|öfters?|häufig|manchmal|gelegentlich|stets|grundsätzlich|generell|prinzipiell|in der Regel|nach wie vor|inzwischen|mittlerweile|ohnehin|sowieso|eh|jede[nrsm]? (?:Tag|Woche|Monat|Jahr|Mal|Morgen|Abend|Sitzung|zweite[nr]? \p{L}+)|wie (?:immer|jedes Jahr|üblich|gewohnt|bisher)|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|\d ?(?:x|mal) (?:die|pro|in der|im) (?:Woche|Monat|Jahr|Tag)|(?:ein|zwei|drei|vier)mal (?:die|pro|in der|im) (?:Woche|Monat|Jahr|Tag)|(?:pro|je) (?:Woche|Monat|Jahr|Tag)|selten|kaum|ehrenamtlich)(?!\p{L})/iu,
)
const NOW = cue(
  /(?<!\p{L})(?:gerade|derzeit|aktuell|momentan|zurzeit|zur Zeit|im Moment|heute|bereits|schon(?! mal)|jetzt)(?!\p{L})/iu,
)
const COMING = cue(
  /(?<!\p{L})(?:nochmals?|demnächst|zeitnah|bald|baldmöglichst|umgehend|unverzüglich|künftig|zukünftig|in Zukunft|morgen|übermorgen|anschließend|vorher|vorab|rechtzeitig|zunächst|danach|nachher|sofort|schnellstmöglich|schriftlich|per (?:E-?)?Mail|telefonisch|persönlich|diesmal|diese Woche|dann|im (?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Frühjahr|Sommer|Herbst|Winter|Laufe)|am (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Wochenende|WE)|innerhalb|binnen|in KW)(?!\p{L})/iu,
)
/** Times of which only the beginning is looked at: "bis Freitag", "noch im Mai", "in der nächsten Sitzung". */
const COMING_BEGINS = cue(
  /(?<!\p{L})(?:bis (?!\d+ (?:Uhr|\p{Ll})|zu \d)|noch (?!nicht|nie|immer|kein)|(?:nächste|kommende|folgende)[nrsm]? \p{L}|(?:Anfang|Mitte|Ende) (?:\p{Lu}|des|der)|(?:am|zum) \d|in (?:den (?:nächsten|kommenden)|(?:\p{Ll}{3,8}|\d{1,2}) (?:Tagen|Wochen|Monaten)|den \p{L}{0,20}ferien)|(?:nach|vor|zu) (?:Ostern|Pfingsten|Weihnachten|Neujahr|den \p{L}{0,20}ferien|der \p{L}{0,20}(?:sitzung|wahl)))/iu,
)

/** Reads the words of one clause, from its beginning to its end. Where habit and future are both said, habit goes. */
export function aspectOf(clause: string): Aspect {
  if (COMING.test(clause) || COMING_BEGINS.test(clause)) return HABIT_FOR_GOOD.test(clause) ? 'habit' : 'coming'
  if (HABIT.test(clause)) return 'habit'
  return NOW.test(clause) ? 'now' : null
}

/** These say a habit even beside a time: "seit Mai … bis zum Sommer", "bisher noch". */
const HABIT_FOR_GOOD = cue(
  /(?<!\p{L})(?:seit|bisher|bislang|jede[nrsm]? (?:Tag|Woche|Monat|Jahr)|normalerweise|in der Regel|üblicherweise|meistens)(?!\p{L})/iu,
)

/** A time after the meeting and no other: "in der nächsten Sitzung", "bis Freitag", "Ende April". */
const SOON = cue(
  /(?<!\p{L})(?:(?:nächste|kommende|folgende)[nrsm]? \p{L}+|bis (?:zu[rm] |spätestens |Anfang |Mitte |Ende |\d+\.|\p{Lu})|(?:Anfang|Mitte|Ende) (?:\p{Lu}|der|des)|demnächst|zeitnah|umgehend|nachträglich)/iu,
)

/** Do the words name a time that can only come after the meeting? */
export function isSoon(clause: string): boolean {
  return SOON.test(clause)
}
