import { isParticiple } from '../../../language/verbs.ts'
import { wordsOf } from '../../../language/words.ts'
import { needIn } from './needs.ts'
import { votesIn } from './votes.ts'

/** Why a part is a decision, and how often such parts are one. */
export type DecisionCue = { readonly cue: string; readonly confidence: number }

const LABEL =
  /^(?:→ ?)?(?:beschluss(?:text|fassung|vorschlag)?|entscheid(?:ung)?|festlegung|ergebnis der (?:diskussion|beratung|abstimmung)|vereinbarung|umlaufbeschluss|diskussion und entscheid)(?: (?:nr\.? ?)?[\d/.-]{1,9})?(?: \([^)]{1,30}\))?: */iu
const RESOLVED =
  /(?<!\p{L})(?:beschlossen|beschließt|beschliesst|beschließen|beschliessen|beschloss|einstimmig\p{L}*|mehrheitlich|abgestimmt|umlaufbeschluss|akklamation|entlastet|gutgehei(?:ß|ss)en|stimmenmehrheit)(?!\p{L})/iu
const AGREED =
  /(?<!\p{L})(?:(?:wird|wurde|wir|man|vorstand|plenum|versammlung|gruppe)(?!\p{L})[^.;]{0,80} entschieden|entscheiden (?:sich|uns) (?:für|gegen|dafür|dagegen)|entschieden,? (?:dass|mit|den|die|das|zu)|geeinigt|einigen (?:sich|uns)|einigt sich|(?:ist|sind|waren|war)(?: man)? (?:sich|uns)(?!\p{L})[^.;,]{0,80} einig|(?:ist|sind|waren|war) (?:\p{L}+ ){0,3}(?:einig|einverstanden)|mit einverständnis|im einvernehmen|konsens|keine (?:einwände|einwendungen|gegenrede)|kommen überein|verständigt sich|verständigen sich|festgelegt|legt[^.;]{0,60} fest|abgesprochen)(?!\p{L})/iu
const ARRANGED =
  /(?<!\p{L})(?:(?:es|folgendes) (?:wird|wurde) (?:\p{L}+ )?vereinbart|wir vereinbaren|wird vereinbart,|wurde vereinbart,|man vereinbart|(?:wird|werden|wurde|wurden) [^.;,]{0,60}(?:vertagt|zurückgestellt))(?!\p{L})/iu
const APPROVED =
  /(?<!\p{L})(?:genehmigt|angenommen|angennommen|abgelehnt|bestätigt|verabschiedet|bewilligt|stimm(?:t|en)(?! überein)[^.;]{0,80} zu|zugestimmt)(?!\p{L})/iu
const APPROVABLE =
  /protokoll|tagesordnung|traktandenliste|beschluss|budget|haushalt|antrag|bericht|satzung|rechnung|vorschlag|ausgabe|kosten|mittel|anschaffung|mitglied|aufnahme|€|euro|plan|konzept|ordnung|kandidat|versammlung|plenum|vorstand/iu
/** Papers that a table approves itself; of others "wurde abgelehnt" tells what an office did. */
const OWN_PAPERS = /protokoll|tagesordnung|traktandenliste|versammlung|plenum|vorstand|finanzantrag|anwesend/iu
const APPLIED_FOR = /förderantr|bauantr|zuschuss|zuwendung|bescheid|antrag (?:bei|beim|an )/iu
const ELECTED = /(?<!\p{L})(?:gewählt|wiedergewählt|ernannt|berufen)(?!\p{L})/iu
const APPROVAL =
  /^(?:abnahme|genehmigung|annahme|verabschiedung|bestätigung|feststellung) [^:]{3,80}: ?\*{0,2}(?:ja|angenommen|genehmigt|einstimmig|erfolgt|konsens|keine|ohne)/iu
const CHAIRING =
  /(?<!\p{L})(?:übernimmt|übernahm|übernehmen|übernommen|wird zu[rm]|führt) (?:[^.;]{0,40} )?(?:sitzungsleitung|versammlungsleitung|protokollführung|gesprächsleitung|redeleitung|protokoll|moderation|versammlungsleiter|protokollführer)/iu
const RENAMED =
  /(?<!\p{L})aus [„"«“'][^“”"»']{2,60}[“”"»'] wird [„"«“']|(?<!\p{L})(?:heißt|heisst|nennt sich) (?:künftig|ab sofort|nun|jetzt)(?!\p{L})/iu
const MONEY = /(?:€|Euro|EUR|CHF|Fr\.) ?\d|\d ?(?:€|Euro|EUR|CHF|,-|\.-)/u
const GRANTED =
  /(?<!\p{L})(?:wird|werden)(?!\p{L}).{0,120}(?:bereitgestellt|freigegeben|eingeplant|bewilligt|gestellt|übernommen)/iu
const AHEAD = /(?<!\p{L})(?:künftig|zukünftig|in Zukunft|ab sofort|nach Absprache|daher wird|daher werden)(?!\p{L})/iu

const PENDING =
  /(?<!\p{L})(?:soll|sollen|sollte|sollten|muss|müssen|kann|können|könnte|möchte|will|wollen)(?!\p{L}).{0,120}(?:beschlossen|abgestimmt|entschieden|festgelegt|genehmigt|gewählt|bestätigt|abgesprochen|vereinbart)(?: werden)?|(?:noch nicht|nicht) (?:\p{L}+ )?(?:beschlossen|entschieden|abgestimmt|festgelegt)|keine (?:entscheidung|abstimmung|einigung|beschlüsse)|angenommen,? dass|zu (?:beschließen|entscheiden|genehmigen)|(?:wird|werden) (?:noch|erst|später|demnächst|dann|in der nächsten)(?!\p{L})/iu
const EARLIER =
  /(?<!\p{L})(?:wie (?:bereits |schon |zuletzt )?(?:beschlossen|vereinbart|besprochen)|(?:in|auf|bei) der (?:letzten|vorigen|vergangenen)|bereits (?:beschlossen|genehmigt)|letzte[sn]? (?:jahr|mal|monat))(?!\p{L})/iu
const OUTSIDE =
  /^(?:[Dd]er |[Dd]ie |[Dd]as )?(\p{Lu}[\p{L}-]+)(?: [^.;]{0,60})? (?:hat|haben|beschließt|wird|will)(?!\p{L})/u
const BY_BODY = /(?<!\p{L})(?:[Ii]m|[Vv]om|[Ii]n der|[Vv]on der|durch d(?:en|ie|as)|seitens der) (\p{Lu}[\p{L}-]+)/gu
const OUTSIDE_BODIES =
  /(?:rat|kreistag|landtag|bundestag|ministerium|regierung|senat|rektorat|land|stadt|bund|amt|verwaltung|kommission|hochschule|universität|ausschuss|konferenz)$/iu
const BY_OTHERS =
  /(?<!\p{L})(?:von|vom|durch) (?:der |den |dem |dieser |diesem |einer )?(?!allen|allem|anwesend|versammlung|verein(?!igung)|vorstand|plenum|mitglied|uns|gremium|rat(?!haus))\p{L}/iu

/** Words under which something is decided ("Beschluss:"), with its length, or 0. */
export function decisionLabelLength(part: string): number {
  return LABEL.exec(part)?.[0].length ?? 0
}

/**
 * Whether a part says that the table decided something. `body` is the name of the body that met, where known: what
 * other bodies decided is information. Null where nothing was decided, or not yet.
 */
export function decisionCueOf(part: string, body: string | null): DecisionCue | null {
  const votes = votesIn(part)
  if (votes && !/\?$/.test(part)) return { cue: 'votes', confidence: 0.92 }
  if (/\?["”“)*]*$/.test(part)) return null
  if (LABEL.test(part)) return { cue: 'label', confidence: 0.88 }
  if (APPROVAL.test(part)) return { cue: 'approval', confidence: 0.9 }
  if (PENDING.test(part) || EARLIER.test(part) || isOutside(part, body)) return null
  return worded(part) ?? regulating(part)
}

function worded(part: string): DecisionCue | null {
  if (RESOLVED.test(part)) return { cue: 'resolved', confidence: 0.88 }
  if (AGREED.test(part)) return { cue: 'agreed', confidence: 0.75 }
  if (ARRANGED.test(part)) return { cue: 'arranged', confidence: 0.65 }
  if (ELECTED.test(part) && /(?<!\p{L})(?:wird|werden|wurde|wurden|ist|sind)(?!\p{L})|^gewählt/iu.test(part))
    return { cue: 'elected', confidence: 0.7 }
  if (APPROVED.test(part) && isApproval(part)) return { cue: 'approved', confidence: 0.7 }
  if (CHAIRING.test(part)) return { cue: 'chairing', confidence: 0.6 }
  return null
}

function isApproval(part: string): boolean {
  if (!APPROVABLE.test(part) || APPLIED_FOR.test(part) || BY_OTHERS.test(part)) return false
  return !/(?<!\p{L})(?:wurde|wurden)(?!\p{L})/iu.test(part) || OWN_PAPERS.test(part)
}

function regulating(part: string): DecisionCue | null {
  if (RENAMED.test(part)) return { cue: 'renamed', confidence: 0.7 }
  if (MONEY.test(part) && GRANTED.test(part) && !BY_OTHERS.test(part)) return { cue: 'granted', confidence: 0.7 }
  const need = needIn(part)
  if (need?.kind === 'rule') return { cue: 'rule', confidence: need.confidence }
  if (AHEAD.test(part) && isPassiveAhead(part)) return { cue: 'rule-ahead', confidence: 0.5 }
  return null
}

function isPassiveAhead(part: string): boolean {
  const words = wordsOf(part)
  const will = words.findIndex(word => /^(?:wird|werden)$/.test(word.text))
  return will >= 0 && words.slice(will + 1).some(word => isParticiple(word.text))
}

function isOutside(part: string, body: string | null): boolean {
  const subject = OUTSIDE.exec(part)?.[1]
  const bodies = [...(subject ? [subject] : []), ...Array.from(part.matchAll(BY_BODY), match => match[1]!)]
  return bodies.some(name => isOutsideBody(name) && !body?.toLowerCase().includes(name.toLowerCase()))
}

function isOutsideBody(name: string): boolean {
  return OUTSIDE_BODIES.test(name)
}

const CONDITION =
  /(?<!\p{L})(?:wenn|falls|sofern|soweit|vorausgesetzt|vorbehaltlich|unter der (?:Bedingung|Voraussetzung|Vorbehalt)|unter Vorbehalt)(?!\p{L})[^,;.]*/iu
const SUBJUNCTIVE =
  /(?<!\p{L})(?:würde|würden|wäre|wären|hätte|hätten|könnte|könnten|müsste|müssten|bräuchte|sollte)(?!\p{L})/iu
const PROMISES = /(?<!\p{L})(?:wird|werden)(?!\p{L})|\p{L}en wir(?!\p{L})|(?<!\p{L})wir \p{Ll}+en(?!\p{L})/u

/** The condition of a decision as written ("sofern die Mittel bewilligt werden"), null where it holds anyway. */
export function conditionIn(text: string): string | null {
  return CONDITION.exec(text)?.[0].trim() ?? null
}

/** "Falls der Saal belegt ist, wird verschoben": the table binds itself under a condition, and not in the subjunctive. */
export function isConditional(part: string): boolean {
  if (!/^(?:wenn|falls|sofern)(?!\p{L})/iu.test(part) || SUBJUNCTIVE.test(part) || /\?$/.test(part)) return false
  const main = part.slice(part.indexOf(',') + 1)
  return main !== part && PROMISES.test(main)
}
