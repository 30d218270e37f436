import { cue } from '../../../language/cues.ts'
import { agreementIn, isPutOff } from './agreements.ts'
import { houseRuleIn } from './house-rules.ts'
import { needIn } from './needs.ts'
import { regulationIn } from './regulations.ts'
import { settlementIn } from './settlements.ts'
import { votesIn } from './votes.ts'

/** Why a part is a decision, and how often such parts are one. */
export type DecisionCue = { readonly cue: string; readonly confidence: number }

const LABEL = cue(
  /^(?:→ ?)?(?:\p{L}{3,20}beschluss(?=:)|beschl\.|entschieden|festgehalten|festgelegt|abgemacht|beschluss(?:text|fassung|vorschlag|antrag)?|beschluß|entscheid(?:ung)?|festlegung|ergebnis der (?:diskussion|beratung|abstimmung)|vereinbarung(?:en)?|vereinbart|übereinkunft|verständigung|einigung|kompromiss|abmachung|entschluss|regelung|umlaufbeschluss|diskussion und entscheid|beschlossen)(?: (?:nr\.? ?)?[\d/.-]{1,9})?(?: \([^)]{1,60}\))?: */iu,
)
/** "Entscheidung Aktion: …", "Beschluss zur Raummiete: …": what it is about stands in the label; one that is told of is none. */
const SUBJECT_LABEL = cue(
  /^(?:→ ?)?(?:beschluss|beschluß|entscheid|entscheidung|festlegung|vereinbarung|einigung) (?!.{0,60}(?<!\p{L})(?:vom|aus|letzte[rnms]?|noch|offen|fehlt|bis|nötig|vertagt|steht|ist|war|wurde|wird|gibt)(?!\p{L})[^:]{0,60}:)(?:\p{L}[\p{L}\d-]{0,30}[ :]){1,4}(?<=:) (?=\S)/iu,
)
const RESULT_LABEL = cue(
  /^(?:→ ?)?ergebnis:? (?!liegt|lag|unserer|unsere|der|von|vom|des|aus|zu[rm]?|für|ist|war|wird|steht|offen|noch|unklar)/iu,
)
const RESOLVED = cue(
  /(?<!\p{L})(?:beschlossen|beschließt|beschliesst|beschließen|beschliessen|beschloss|beschloß|einstimmig\p{L}*|einhellig|einmütig|mehrheitlich|mit (?:großem|grossem|deutlichem|knappem) mehr|umlaufbeschluss|im umlaufverfahren|akklamation|entlastet|gutgehei(?:ß|ss)en|stimmenmehrheit)(?!\p{L})|(?<!\p{L})einst\./iu,
)
/** "Protokoll beschließen und hochladen": what is still to be done. */
const TO_RESOLVE =
  /^(?!.*(?<!\p{L})(?:wir|einstimmig|mehrheitlich|beschlossen|anwesenden?|mitglieder|teilnehmenden?|delegierten)(?!\p{L})).*(?<!\p{L})beschlie(?:ß|ss)en(?=[.!)]*$| (?:und|&|oder) )/iu
/** "wird durch die Kultur-AG festgelegt": others will settle it. */
const DELEGATED = cue(/(?<!\p{L})(?:wird|werden)(?!\p{L})[^.;]{0,80} (?:festgelegt|entschieden)(?!\p{L})/iu)
const APPROVED = cue(
  /(?<!\p{L})(?:genehmigt|angenommen|angennommen|abgelehnt|bestätigt|verabschiedet|bewilligt|gebilligt|befürwortet|abgenommen|verworfen|stimm(?:t|en|te|ten)(?! überein)[^.;]{0,80} zu|zugestimmt|(?:lehnt|lehnen|lehnte)(?!\p{L})[^.;]{0,60} ab|(?:versammlung|konferenz|plenum|\p{L}*rat|vorstand|gremium|\p{L}*ausschuss) nimmt(?!\p{L})[^.;]{0,90} an)(?!\p{L})/iu,
)
const APPROVABLE =
  /protokoll|niederschrift|tagesordnung|(?<!\p{L})TO(?!\p{L})|traktandenliste|beschluss|budget|haushalt|antrag|bericht|satzung|rechnung|vorschlag|ausgabe|kosten|mittel|anschaffung|mitglied|aufnahme|€|euro|plan|konzept|idee|anregung|logo|flyer|ordnung|kandidat|versammlung|konferenz|plenum|vorstand|(?<!\p{L})BR(?!\p{L})|entwurf|kredit|änderung|spende|angebot|kooperation|anfrage|beitritt/iu
/** Papers that a table approves itself; of others "wurde abgelehnt" tells what an office did. */
const OWN_PAPERS =
  /protokoll|niederschrift|tagesordnung|traktandenliste|versammlung|plenum|vorstand|finanzantrag|anwesend/iu
const APPLIED_FOR = /förderantr|bauantr|zuschuss|zuwendung|bescheid|antrag (?:bei|beim|an )/iu
const DISCHARGED = cue(
  /(?<!\p{L})entlastung(?!\p{L})[^.;]{0,60} erteilt(?!\p{L})|erteilt[^.;]{0,60} (?:die )?entlastung/iu,
)
const ELECTED = cue(
  /(?<!\p{L})(?:gewählt|wiedergewählt|ernannt|berufen|zuerkannt)(?!\p{L})|(?<!\p{L})(?:als|zu[rm]?) (?:\p{L}+ ){0,4}\p{Lu}[^;]{0,120}(?<!\p{L})(?:bestimmt|bestellt|benannt|nominiert|entsandt|kooptiert)(?!\p{L})|(?<!\p{L})als (?:neues )?(?:\p{L}+)?mitglied(?:er)? aufgenommen(?!\p{L})/iu,
)
/** "… wurden die Vertreterinnen bestimmt", "Kassenprüfer wird bestimmt": who was chosen stands behind the office. */
const CHOSEN = cue(
  /(?<!\p{L})(?:wird|werden|wurde|wurden)(?!\p{L})[^;?]{0,160}?(?:vertret|sprecher|delegiert|beisitz|prüfer|revisor|beauftragt|vorsitz|kandidat|mitglied|leiter|leitung|obfrau|obmann|kassier|wart)\p{L}{0,8}(?!\p{L})[^;?]{0,80} (?:bestimmt|benannt|nominiert|entsandt|eingesetzt)(?!\p{L})(?!e)|(?<!\p{L})(?:wird|werden|wurde|wurden) (?:bestimmt|benannt|nominiert|entsandt|gewählt):/iu,
)
/** "Mila und Tom sind Stellvertreterinnen.", "Kassenprüferin bleibt Mila" */
const IN_OFFICE = cue(
  /^(?:(?:Frau|Herr|Fr\.|Hr\.) )?\p{Lu}[^.;:?]{1,120}(?<!\p{L})(?:ist|sind|wird|werden|bleibt|bleiben) (?:(?:neue[rs]?|weiterhin|damit|somit|künftig|deren|dessen|ihre|seine?) )?(?:\p{L}{0,16}stellvertret\p{L}{0,8}|ersatz\p{L}{0,24}|beisitzer\p{L}{0,6}|kassenprüfer\p{L}{0,6}|revisor\p{L}{0,6}|delegierte\p{L}?)[.!]?$|^(?:kassenprüf|revisor|beisitz|schriftführ|kassier|kassenwart|sprecher|stellvertret|delegiert)\p{L}{0,12} (?:bleibt|bleiben|wird|werden) (?:weiterhin |wieder )?(?:Frau |Herr |Fr\. |Hr\. )?(?!nicht|gesucht|noch|vom|von|in|im|auf|durch|neu)\p{L}[^.;:?]{1,80}$/iu,
)
/** "Neue Kassenwartin ist Mila" */
const NEW_OFFICE = cue(
  /^[Nn]eue[rs]? (?:\p{L}{1,24} )?\p{L}{0,24}(?:wart|wärt|[Vv]orsitz|[Vv]orstand|[Ss]precher|[Ll]eit|führ|[Kk]assier|[Pp]räsid|[Oo]bfrau|[Oo]bmann|[Ss]chatzmeist|[Dd]elegiert|[Vv]ertret|[Bb]eauftragt|[Aa]nsprechp|[Vv]erantwortlich|[Vv]ertrauens)\p{L}{0,16} (?:ist|sind|wird|werden|im vorstand ist) (?:\p{Ll}+ ){0,2}\p{Lu}/u,
)
const ELECTS =
  /(?<!\p{L})(?:wird|werden|wurde|wurden|ist|sind|hat|haben)(?!\p{L})|^gewählt|[–,-] (?:\p{L}+ ){0,3}gewählt[.]?$/iu
const APPROVAL = cue(
  /^(?:abnahme|genehmigung|annahme|verabschiedung|bestätigung|feststellung) [^:]{3,80}: ?\*{0,2}(?:ja|angenommen|genehmigt|einstimmig|erfolgt|konsens|keine|ohne)/iu,
)
const MINUTES_STAND = cue(
  /^(?:das )?(?:letzte )?(?:protokoll|niederschrift|tagesordnung|TO)(?!\p{L})[^;:?]{0,60}(?<!\p{L})(?:passt(?! auf)|ist (?:i\. ?O|in Ordnung|ok|damit durch|durch|angenommen|genehmigt)|bleibt(?: ansonsten)?,? (?:so|wie)|(?<=[\p{L}\d.*] ?[:–-]? ?)(?:ok|okay|i\. ?O\.)[.!]?$|gilt (?:somit |damit )?als (?:genehmigt|angenommen))/iu,
)
const AGENDA_CHANGED = cue(
  /(?<!\p{L})(?:tagesordnung|TO|traktandenliste|TOP|punkt|tagesordnungspunkt)(?!\p{L})[^.;?]{0,110}(?<!\p{L})(?:ergänzt|erweitert|umgestellt|vorgezogen|abgesetzt|angepasst)(?!\p{L})|(?<!\p{L})(?:wird|werden) als (?:punkt|TOP|traktandum) \p{L}? ?\d/iu,
)
const CHAIRING = cue(
  /(?<!\p{L})(?:übernimmt|übernahm|übernehmen|übernommen|wird zu[rm]|führt) (?:[^.;]{0,40} )?(?:sitzungsleitung|versammlungsleitung|wahlleitung|protokollführung|gesprächsleitung|redeleitung|protokoll|moderation|versammlungsleiter|protokollführer)|^(?:\p{L}+ )?(?:wahlleitung|versammlungsleitung|sitzungsleitung) (?:macht|übernimmt|hat) \p{Lu}/iu,
)
/** "Der Vorstand empfiehlt …", "die Runde folgt dem Vorschlag": what the body does by saying so. */
const BODY_ACTS = cue(
  /(?<!\p{L})(?:der|die|das) (?:\p{L}*vorstand|plenum|\p{L}*versammlung|runde|\p{L}*gruppe|\p{L}*team|gremium|\p{L}*ausschuss|\p{L}*rat|verein|kollegium|anwesenden|mitglieder|teilnehmenden|\p{L}*konferenz|präsidium|redaktion|presbyterium|BR|FSR|StuRa|AStA) (?:\p{L}+ ){0,3}?(?:entscheide[tn] sich|befürworte[tn]|spr(?:icht|echen|ach) sich|empfiehlt|empfehlen|beauftrag(?:t|en)|unterstütz(?:t|en)|verzichte[tn]|wähl(?:t|en|te)|bestätig(?:t|en)|genehmig(?:t|en|te)|billig(?:t|en|te)|verabschiede[tn]|beruft|berufen|bestell(?:t|en)|gewähr(?:t|en)|bewillig(?:t|en)|folg(?:t|en) (?:dem|der)|schließ(?:t|en) sich|verweiger(?:t|n)|widersprich(?:t|en)|vertagt|förder(?:t|n)|richtet|fordert|appelliert|hält (?:\p{L}+ )?fest|beteiligt sich|tritt)(?!\p{L})/iu,
)
const FOUNDED = cue(
  /^es (?:wird|werden) (?:\p{L}+ )?(?:eine?n? |neue )(?:[\p{L}„“"-]+ ){1,6}(?:gebildet|gegründet|eingerichtet|eingesetzt|geschrieben|verfasst|angeschafft|gekauft|gebaut)(?!\p{L})/iu,
)
const CONTESTED = cue(
  /(?<!\p{L})(?:obsiegt|unterliegt|(?:fällt|fiel) (?:mit [^.;]{1,20} )?durch|setzte sich [^.;]{0,60} durch|hat gewonnen|gewinnt(?! an)|(?:bekommt|bekam|erhält|erhielt|hat|hatte) die meisten stimmen|mit den meisten stimmen)(?!\p{L})/iu,
)

const PENDING = cue(
  /(?<!\p{L})(?:soll|sollen|sollte|sollten|muss|müssen|kann|können|könnte|möchte|will|wollen)(?!\p{L}).{0,120}(?:beschlossen|beschließen|beschliessen|abgestimmt|entschieden|festgelegt|genehmigt|gewählt|bestätigt|abgesprochen|vereinbart)(?!\p{L})(?: werden)?|(?:noch nicht|nicht) (?:\p{L}+ )?(?:beschlossen|entschieden|abgestimmt|festgelegt)|(?:entschieden|beschlossen) ist [^.;]{0,30}nichts|kein(?:e|en|erlei)? (?:entscheidung|abstimmung|einigung|beschlüsse|beschluss|konsens)(?!\p{L})|angenommen,? dass|zu (?:beschließen|entscheiden|genehmigen)|(?:wird|werden) (?:noch|erst|später|demnächst|dann|in der nächsten)(?!\p{L})|(?<!\p{L})(?:war|waren)(?: man)? sich noch einig/iu,
)
const EARLIER = cue(
  /(?<!\p{L})(?:wie (?:bereits |schon |zuletzt )?(?:beschlossen|vereinbart|besprochen)|(?:in|auf|bei) der (?:letzten|vorigen|vergangenen|ersten lesung)|(?:bereits|schon) (?:so )?(?:beschlossen|genehmigt|festgelegt|abgestimmt|vereinbart|entschieden|abgesprochen)|(?:letzte[sn]?|vorige[sn]?) (?:jahr|mal|monat|sommer|herbst) )/iu,
)
const OUTSIDE = cue(
  /^(?:[Dd]er |[Dd]ie |[Dd]as )?(\p{Lu}[\p{L}-]+)(?: [^.;]{0,60})? (?:hat|haben|beschließt|wird|will)(?!\p{L})/u,
)
const BY_BODY = cue(
  /(?<!\p{L})(?:[Ii]m|[Vv]om|[Ii]n der|[Vv]on der|durch d(?:en|ie|as)|seitens der) (\p{Lu}[\p{L}-]+)/gu,
)
const OUTSIDE_BODIES =
  /(?:rat|kreistag|landtag|bundestag|ministerium|regierung|senat|rektorat|land|stadt|bund|amt|verwaltung|kommission|hochschule|universität|uni|fakultät|dekanat|bibliothek|vermieter|polizei|bezirk|ausschuss|konferenz|kanton|gericht|stiftung|schulen)$/iu
const BY_OTHERS = cue(
  /(?<!\p{L})(?:von|vom|durch) (?:der |den |dem |dieser |diesem |einer )?(?!allen|allem|anwesend|versammlung|verein(?!igung)|vorstand|plenum|mitglied|uns|zwei|drei|vier|fünf|sechs|maximal|rund|gremium|rat(?!haus))\p{L}/iu,
)

/** Words under which something is decided ("Beschluss:"), with its length, or 0. */
export function decisionLabelLength(part: string): number {
  return (LABEL.exec(part) ?? SUBJECT_LABEL.exec(part))?.[0].length ?? 0
}

/**
 * Whether a part says that the table decided something. `body` is the name of the body that met, where known: what
 * other bodies decided is information. `around` is the text the part stands in: "Es wird genehmigt" speaks of what was
 * said before. Null where nothing was decided, or not yet.
 */
export function decisionCueOf(part: string, body: string | null, around = part): DecisionCue | null {
  const asks = /\?["”“)*]*$/.test(part)
  if (!asks && votesIn(part)) return { cue: 'votes', confidence: 0.92 }
  if (asks) return null
  if (decisionLabelLength(part) > 0) return { cue: 'label', confidence: 0.88 }
  if (APPROVAL.test(part) || MINUTES_STAND.test(part)) return { cue: 'approval', confidence: 0.9 }
  if (isOutside(part, body) || EARLIER.test(part)) return null
  if (isPutOff(part)) return { cue: 'put-off', confidence: 0.7 }
  if (PENDING.test(part)) return null
  return worded(part, around) ?? regulating(part)
}

const AGREEMENTS = {
  agreed: 0.75,
  unopposed: 0.75,
  arranged: 0.65,
  'off-the-table': 0.65,
  'called-off': 0.5,
  stays: 0.6,
} as const

const SETTLEMENTS = {
  settled: 0.7,
  'speaks-out': 0.75,
  'outcome-first': 0.75,
  'waved-through': 0.65,
  'carried-on': 0.55,
} as const

function worded(part: string, around: string): DecisionCue | null {
  if (RESOLVED.test(part) && !TO_RESOLVE.test(part)) return { cue: 'resolved', confidence: 0.88 }
  const settlement = settlementIn(part)
  if (settlement) return { cue: settlement, confidence: SETTLEMENTS[settlement] }
  const agreement = DELEGATED.test(part) && BY_OTHERS.test(part) ? null : agreementIn(part)
  if (agreement) return { cue: agreement, confidence: AGREEMENTS[agreement] }
  if (AGENDA_CHANGED.test(part)) return { cue: 'agenda-changed', confidence: 0.75 }
  if (DISCHARGED.test(part)) return { cue: 'discharged', confidence: 0.85 }
  if ((ELECTED.test(part) && ELECTS.test(part)) || NEW_OFFICE.test(part) || CHOSEN.test(part) || IN_OFFICE.test(part))
    return { cue: 'elected', confidence: 0.7 }
  if (APPROVED.test(part) && isApproval(part, around)) return { cue: 'approved', confidence: 0.7 }
  if (CHAIRING.test(part)) return { cue: 'chairing', confidence: 0.6 }
  if (BODY_ACTS.test(part)) return { cue: 'body-acts', confidence: 0.6 }
  if (FOUNDED.test(part)) return { cue: 'founded', confidence: 0.6 }
  if (CONTESTED.test(part)) return { cue: 'contested', confidence: 0.6 }
  return RESULT_LABEL.test(part) ? { cue: 'result-label', confidence: 0.65 } : null
}

const HE_DID =
  /(?<!\p{L})(?:hat|haben) (?:er|sie|es|uns|ihn|(?:[\p{L}]+ ){0,4}bestätigt)(?!\p{L})|(?<!\p{L})die [^.;]{1,80} (?:hat|haben)[.]?$/iu
/** "Der Vorschlag von Mila wird angenommen": she moved it, the table accepts. */
const OF_THE_MOVER = /([Vv]orschlag|[Aa]ntrag|[Ii]dee|[Ee]ntwurf|[Aa]nregung) (?:von|vom|der) \p{Lu}\p{L}+/gu
const POINTS_BACK = /^(?:es|er|sie|dieses?|dieser|dies)(?!\p{L})/iu

function isApproval(part: string, around: string): boolean {
  const named = APPROVABLE.test(part) || (POINTS_BACK.test(part) && APPROVABLE.test(around))
  if (!named || HE_DID.test(part) || APPLIED_FOR.test(part) || BY_OTHERS.test(part.replace(OF_THE_MOVER, '$1')))
    return false
  return !/(?<!\p{L})(?:wurde|wurden)(?!\p{L})/iu.test(part) || OWN_PAPERS.test(part)
}

const REGULATIONS = {
  renamed: 0.7,
  granted: 0.7,
  'rule-ahead': 0.6,
  changed: 0.6,
  'to-be-kept': 0.55,
  'rule-from': 0.5,
  'so-then': 0.6,
  'we-choose': 0.55,
  'who-rule': 0.55,
} as const

const HOUSE_RULES = {
  remains: 0.55,
  'only-so': 0.5,
  forbids: 0.5,
  dropped: 0.5,
  'holds-there': 0.5,
  'named-so': 0.6,
} as const

function regulating(part: string): DecisionCue | null {
  const regulation = BY_OTHERS.test(part) && MONEY_CUE.test(part) ? null : regulationIn(part)
  const need = regulation === 'renamed' || regulation === 'granted' ? null : needIn(part)
  if (need?.kind === 'rule' && !ONE_DAY.test(part)) return { cue: 'rule', confidence: need.confidence }
  if (regulation) return { cue: regulation, confidence: REGULATIONS[regulation] }
  const houseRule = houseRuleIn(part)
  return houseRule ? { cue: houseRule, confidence: HOUSE_RULES[houseRule] } : null
}

/** "soll im März erfolgen" plans one event. */
const ONE_DAY =
  /(?<!\p{L})(?:spätestens|bis|vor (?:Weihnachten|Ostern|Pfingsten)|im (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Herbst|Frühjahr|Sommer))(?!\p{L})/iu
const MONEY_CUE = /€|euro|chf/iu

/** "Als Vertreterin in der Konferenz wurde Mila bestimmt": into another body somebody is sent. */
const ENTERS = cue(
  /^als |(?<!\p{L})(?:\p{L}{0,16}vertret\p{L}{1,8}|delegierte\p{L}?|mitglied\p{L}{0,6}) (?:in|im|für) (?:der |die |den |das )?\p{L}/iu,
)

function isOutside(part: string, body: string | null): boolean {
  const subject = OUTSIDE.exec(part)?.[1]
  const named = ENTERS.test(part) ? [] : BY_BODY.all(part)
  const bodies = [...(subject ? [subject] : []), ...named.map(match => match[1]!)]
  return bodies.some(name => isOutsideBody(name) && !body?.toLowerCase().includes(name.toLowerCase()))
}

function isOutsideBody(name: string): boolean {
  return OUTSIDE_BODIES.test(name)
}
