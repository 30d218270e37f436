import { type Cue, cue } from '../../../language/cues.ts'

/** "Damit ist die Uhrzeit festgelegt", "Der Termin steht damit fest": the sentence that closes a debate. */
const SETTLED = cue(
  /(?<!\p{L})(?:damit|somit|hiermit|also) (?:ist|sind|wäre|wären) [^.;?]{1,60} (?:festgelegt|beschlossen|gesetzt|entschieden|vereinbart|vergeben)(?!\p{L})|(?<!\p{L})(?:damit|somit) (?:steht|stehen) [^.;?]{1,60} fest(?!\p{L})|(?<!\p{L})(?:steht|stehen|ist|sind) (?:damit|somit|hiermit) (?:fest|festgelegt|beschlossen|gesetzt|entschieden|vereinbart|vergeben)(?!\p{L})/iu,
)
const SPEAKS_OUT = cue(
  /(?<!\p{L})(?:spricht|sprechen|sprach|sprachen) (?:man |wir )?(?:sich|uns)(?!\p{L})[^.;?]{0,120}(?<!\p{L})(?:für|gegen|dafür|dagegen)(?!\p{L})[^.;?]{0,120}(?<!\p{L})aus(?!\p{L})/iu,
)
/** Who speaks for the table: one person who speaks out for something decides nothing. */
const TOGETHER =
  /(?<!\p{L})(?:alle|sämtliche|mehrheit|anwesenden?|teilnehmenden?|mitglieder|wir|man|\p{L}*runde|plenum|\p{L}*versammlung)(?!\p{L})/iu
/** "Diskutiert, aber abgelehnt wurde: …", "Festgelegt wird, dass …": the outcome before what it speaks of. */
const OUTCOME_FIRST = cue(
  /^(?:\p{L}+,? (?:aber|und|dann|jedoch|doch) )?(?:einstimmig |mehrheitlich )?(?:abgelehnt|angenommen|beschlossen|verworfen|festgelegt|vereinbart|genehmigt|gestrichen|gewählt) (?:wird|wurde|werden|wurden|ist|sind)(?: (?:auch|außerdem|ferner|nur|dagegen|hingegen|weiter|weiterhin))?(?:: |, (?:dass|daß) | (?:der|die|das|den|ein|eine) )/iu,
)
/** How a table lets something pass: "winken wir so durch", "wird abgenickt", "geht so in Ordnung". */
const WAVED_THROUGH = cue(
  /(?<!\p{L})(?:wink(?:en|t) (?:\p{L}+ ){0,4}durch|nick(?:en|t) (?:\p{L}+ ){0,4}ab|(?:durchgewunken|durchgewinkt|abgenickt)(?! werden)|(?:geben|gibt|gab|gaben|bekommt|kriegt|hat) (?:\p{L}+ ){0,3}grünes licht|geht (?:\p{L}+ ){0,2}(?:klar|in ordnung)|(?:darf|kann) so (?:raus|bleiben|rausgehen)|nehmen wir so(?! viel| lange))(?!\p{L})/iu,
)
/** "Wird trotzdem weitergeführt", "behalten wir bei" */
const CARRIED_ON = cue(
  /(?<!\p{L})(?:(?:wird|werden)(?!\p{L})[^.;,?]{0,60} (?:weitergeführt|fortgeführt|fortgesetzt|beibehalten|weiterbetrieben)(?! werden)|(?:behalten wir|wir behalten)(?!\p{L})[^.;,?]{0,60} bei|(?:führen wir|wir führen)(?!\p{L})[^.;,?]{0,60} (?:fort|weiter))(?!\p{L})/iu,
)
/** What others are to settle, or what only may be. */
const OPEN =
  /(?<!\p{L})(?:nicht|noch|erst|ob|falls|wenn|soll|sollen|könnte|könnten|müsste|würde|würden|vermutlich|wahrscheinlich|vielleicht|vllt|evtl|eventuell)(?!\p{L})/iu

/** Which everyday wording settles a matter without a formal vote. */
export type Settlement = 'settled' | 'speaks-out' | 'outcome-first' | 'waved-through' | 'carried-on'

/** The wording with which a table settles something in a few words, or null. */
export function settlementIn(part: string): Settlement | null {
  if (SPEAKS_OUT.test(part) && TOGETHER.test(part)) return 'speaks-out'
  if (OUTCOME_FIRST.test(part)) return 'outcome-first'
  if (said(SETTLED, part)) return 'settled'
  if (said(WAVED_THROUGH, part)) return 'waved-through'
  return said(CARRIED_ON, part) ? 'carried-on' : null
}

/** What follows the wording ("…, aber die Farbe klären wir noch") takes nothing back. */
function said(wording: Cue, part: string): boolean {
  const match = wording.exec(part)
  return match !== null && !OPEN.test(part.slice(0, match.index + match[0].length))
}
