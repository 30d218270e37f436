import { cue } from '../../../language/cues.ts'
import { isParticiple } from '../../../language/verbs.ts'
import { wordsOf } from '../../../language/words.ts'

/** "Es bleibt bei 20 Uhr", "Kasse bleibt bei Mila", "Preise bleiben gleich": what is as it was, because the table says so. */
const REMAINS = cue(
  /(?<!\p{L})bleib(?:t|en) (?:(?:es|alles|also|vorerst|weiterhin|erstmal|erst mal|damit|somit|daher|dann|auch|jedoch) )*(?:(?:bei|beim)(?= (?!uns|euch|ihnen|(?:der|dieser|seiner|ihrer) (?:meinung|ansicht|auffassung|haltung)))|(?:gleich|unverändert|unangetastet|bestehen|geschlossen|zu|draußen|kostenlos|freiwillig|gesperrt|erhalten|wie (?:sie|er|es|gehabt|bisher|immer|letzte[sn]?|im|\d{4}))(?=$|[.,;!) ]))/iu,
)
const NOTHING_CHANGES = cue(/(?<!\p{L})daran ändert sich (?:\p{L}+ )?nichts/iu)
/** "Zelte nur noch gegen Kaution" */
const ONLY_SO = cue(
  /(?<!\p{L})nur noch (?:gegen|mit|nach|für|über|per|im|bei|am|\p{L}+tags|\d{1,2}[:.]\d{2})(?!\p{L})/iu,
)
/** "Hunde dürfen nicht aufs Gelände", "Es dürfen höchstens zwei Gäste mitkommen" */
const FORBIDS = cue(
  /^(?!wir |ich |sie |er |man |leider |das )\p{L}[^,;?:]{0,60}(?<!\p{L})(?:darf|dürfen) (?:künftig |ab sofort |dort |hier )?(?:nicht|nur|kein\p{L}{0,2}|höchstens|maximal|max\.|bis zu)(?!\p{L})/iu,
)
/** "Der Termin im Juli entfällt"; that a point of the agenda has nothing is no decision. */
const DROPPED = cue(
  /^(?!.*(?:TOP|punkt|bericht|tagesordnung|agenda))(?:der|die|das|dies\p{L}{1,2}|unsere?) [^.;:–?]{3,80} entf(?:ällt|allen)(?: damit| daher| künftig| dieses Jahr| heuer| ersatzlos)?[.!]?$|^(?!.*(?:TOP|punkt|bericht|tagesordnung|agenda))\p{Lu}[\p{L} -]{3,40}: ?(?:entfällt|entfallen|fällt aus|fallen aus|findet nicht statt)(?: (?:dieses Jahr|heuer|ersatzlos))?[.!]?$/iu,
)
/** "Auf den Wegen gilt Leinenzwang" */
const HOLDS_THERE = cue(
  /^(?:auf|in|im|bei|beim|bis|für|während|am) [^.;,?:]{2,60}(?<!\p{L})(?:gilt|gelten)(?!\p{L})(?! (?:es|laut|nach|gesetzlich))/iu,
)
/** "Motto wird ‚Wasser‘", "Eintritt wird 5 €" */
const NAMED_SO = cue(
  /^(?:das |der |die |unser |neue[rs]? )?(?:preis|eintritt|name|motto|thema|titel|beitrag|farbe|treffpunkt|ort|ausweichtermin|logo|hashtag|slogan) wird (?!noch|erst|später|nicht|gerade|von|durch|auf|in|ins|im|um|an|am|bei|beim|zu|zum|zur)(?:\p{L}+ )?[^.;?]{1,40}$/iu,
)
/** What is told, guessed, wished, or only thought of. */
const TOLD = cue(
  /(?<!\p{L})(?:wurde|wurden|war|waren|hat|haben|hatte|sagt|meint|findet|laut|leider|ob|falls|wenn|weil|warum|vermutlich|wohl|wahrscheinlich|derzeit|momentan|offen|unklar|fraglich|könnte|könnten|würde|würden|sollte|sollten|soll|sollen|wünscht|möchte|möchten|will|wollen|krank|frei|sonst|ich|dass|gibt|möglich|länger als|mehr als)(?!\p{L})/iu,
)

/** Which rule of the house a sentence sets, verbless or in the present. */
export type HouseRule = 'remains' | 'only-so' | 'forbids' | 'dropped' | 'holds-there' | 'named-so'

/** Whether a sentence sets how things are kept here ("Hunde dürfen nicht aufs Gelände"), or null. */
export function houseRuleIn(part: string): HouseRule | null {
  if (TOLD.test(part)) return null
  if (REMAINS.test(part) || NOTHING_CHANGES.test(part)) return 'remains'
  if (ONLY_SO.test(part)) return 'only-so'
  if (FORBIDS.test(part)) return 'forbids'
  if (DROPPED.test(part)) return 'dropped'
  if (HOLDS_THERE.test(part)) return 'holds-there'
  return NAMED_SO.test(part) && !isParticiple(wordsOf(part).at(-1)!.text) ? 'named-so' : null
}
