import { cue } from '../../../language/cues.ts'
import { isFirstName } from '../../../language/first-names.ts'

const AGREED = cue(
  /(?<!\p{L})(?:(?:wird|wurde|wir|man|vorstand|plenum|versammlung|gruppe)(?!\p{L})[^.;]{0,80} entschieden|entscheiden (?:sich|uns) (?:für|gegen|dafür|dagegen)|entschieden,? (?:dass|mit|den|die|das|zu)|geeinigt|(?:einigen|verständigen) (?:wir |man )?(?:sich|uns)|einigt(?:e)? (?:man )?sich|(?:ist|sind|waren|war)(?: man)? (?:sich|uns)(?!\p{L})[^.;,]{0,80} einig|(?:ist|sind|waren|war) (?:\p{L}+ ){0,4}(?:einig|einverstanden)|mit einverständnis|im einvernehmen|konsens|kommen überein|verständigte?(?: man)? sich|(?:wird|werden|wurde|wurden|haben|wir)(?!\p{L})[^.;]{0,100} festgelegt|legt(?:e|en)? fest,? (?:dass|daß)|abgesprochen|(?:besteht|bestand|herrscht|herrschte)(?: \p{L}+){0,4} (?:einigkeit|einvernehmen|konsens)|übereinstimmend der (?:auffassung|meinung|ansicht)|^einigkeit,? (?:dass|daß|darüber)|sprach(?:en)? (?:man |wir )?(?:sich|uns) (?:\p{L}+ ){0,3}(?:aus|dafür aus)|einigung auf|^(?:die )?entscheidung (?:für|gegen|zugunsten)|(?:entscheidung|wahl) (?:fällt|fiel) (?:auf|für|gegen|zugunsten)|kompromiss:|ist beschlossene sache|(?:die|eine|große|knappe) mehrheit (?:ist|war|spricht sich|sprach sich) (?:für|gegen|dafür|dagegen)|mehrheit (?:für|gegen)|wird (?:so|damit) (?:gemacht|übernommen|umgesetzt)|so (?:wird|machen) (?:es|wir(?: es|'s)?)(?: gemacht)?|abgemacht|dabei bleibt es|man (?:verzichtet|hält an|will|nimmt|bleibt)|finden (?:das |es )?alle (?:gut|ok|okay|richtig)|passt für alle|unbestritten|trägt das mit|tragen das mit)(?!\p{L})/iu,
)
/** Nobody said no: "dagegen erhebt sich kein Widerspruch", "alle ok damit". */
const UNOPPOSED = cue(
  /(?<!\p{L})(?:kein(?:e|en|erlei)? (?:einwände|einwand|einwendungen|gegenrede|widerspruch)|niemand (?:widerspricht|ist dagegen)|(?:keiner|niemand) dagegen|ohne (?:gegenrede|widerspruch|einwände)|nicht beanstandet|keine (?:anmerkungen|änderungswünsche|ergänzungen)|ohne (?:veto|änderungen|anmerkungen|einwendungen|ergänzungen)|nichts vorgebracht|keine\*?r hat was|alle (?:sind )?(?:dafür|einverstanden|einig|ok|okay)|auf zuruf|stillschweigend|findet (?:allgemeine |einhellige )?zustimmung|fand (?:allgemeine |einhellige )?zustimmung)(?!\p{L})/iu,
)
/** What was found to be in order before anything is decided. */
const FORMAL = /form und frist|frist- und formgerecht|form- und fristgerecht|gegen die einladung|zur einladung/iu
/** "Die Weihnachtsfeier fällt aus"; somebody who falls ill does so too, until a day. */
const CALLED_OFF = cue(
  /(?<!\p{L})(?:fällt|fallen)(?!\p{L})(?! (?:mindestens|bis|für|krank|voraussichtlich))(?: \p{L}+){0,3} aus(?!\p{L})|(?<!\p{L})(?:wird abgesagt|werden abgesagt|sagen wir ab)(?!\p{L})/iu,
)
const ARRANGED = cue(
  /(?<!\p{L})(?:(?:es|folgendes) (?:wird|wurde) (?:\p{L}+ )?vereinbart|wir vereinbaren|wird vereinbart,|wurde vereinbart,|man vereinbart)(?!\p{L})/iu,
)
const STAYS = cue(
  /(?<!\p{L})(?:wir bleiben (?:bei|beim|dabei)(?!\p{L})|bleiben wir (?:bei|beim|dabei)(?!\p{L})|bleibt (?:es )?(?:(?:also|alles|weiterhin|vorerst|erstmal|erst mal|damit|somit|auch|ansonsten|jedoch) ?,? ?){0,2}(?:dabei|beim|so|wie (?:es|sie|er|bisher)|unverändert)(?!\p{L})|(?:wir )?lassen (?:wir )?es (?:bei|beim|so)(?!\p{L})|bleibt[^.;,:?]{0,40} bei (?:CHF |Fr\. ?)?\d[\d.,]* ?(?:€|Euro|EUR|CHF|Franken)|(?:lassen wir|wir lassen)(?:[^.;,:?]{0,30})? (?:bei|so)(?!\p{L})(?! stehen)|gilt weiter(?:hin)?(?!\p{L}))/iu,
)
const OFF_THE_TABLE = cue(
  /(?<!\p{L})(?:vom tisch|(?:machen|wollen|brauchen) wir nicht|wir machen (?:das|es) nicht|(?:wird|wurde|werden|wurden) (?:\p{L}+ ){0,4}verworfen|bleibt in der minderheit|lassen wir[.!]?$|sag(?:t|en) nein|wird (?:\p{L}+ ){0,3}nicht genehmigt|wird (?:\p{L}+ ){0,6}nicht (?:weiter ?verfolgt|weitergeführt|fortgesetzt|fortgeführt|unterstützt|aufgenommen|traktandiert|durchgeführt|nachbesetzt|verlängert)|(?:findet|fand|finden) (?:[^.;,]{1,40} )?keine (?:mehrheit|zustimmung)|(?:das |die |den )?nehmen wir (?:aber )?nicht(?: an)?|auf [^.;,?]{2,80} wird (?:\p{L}+ ){0,3}verzichtet|darauf wird verzichtet|wird darauf verzichtet|wird (?:\p{L}+ ){0,3}abgesehen|wir verzichten auf|verzichten wir auf|wird (?:es )?(?:\p{L}+ ){0,3}nicht geben|kommt (?:\p{L}+ ){0,3}nicht in (?:frage|betracht|die tüte)|wird (?:\p{L}+ ){0,3}(?:nicht|nichts) (?:unternommen|gemacht|gekauft|angeschafft|veröffentlicht|beantragt|verschickt|weiter verfolgt)|(?:wollen|machen) wir nicht|machen wir (?:\p{L}+ ){0,3}nicht(?: mehr)?|(?:dieses jahr|heuer|dies(?:es)? mal) nicht$|daran wird nicht gerüttelt)(?!\p{L})/iu,
)

const THOUGHT = cue(/(?<!\p{L})(?:man|wir|ihr) (?:könnte|könnten|müsste|müssten|sollte|sollten)(?!\p{L})/iu)
/** "wird vermutlich nicht unterstützt": what somebody expects. */
const EXPECTED = cue(
  /(?<!\p{L})(?:vermutlich|wahrscheinlich|voraussichtlich|möglicherweise|vielleicht|vllt|evtl|eventuell|offenbar|anscheinend|wohl)(?!\p{L})/iu,
)

/** How a table agrees without a count of votes: the kind of wording, or null. */
export function agreementIn(
  part: string,
): 'agreed' | 'unopposed' | 'arranged' | 'stays' | 'off-the-table' | 'called-off' | null {
  if (THOUGHT.test(part)) return null
  if (AGREED.test(part)) return 'agreed'
  if (UNOPPOSED.test(part) && !FORMAL.test(part)) return 'unopposed'
  if (ARRANGED.test(part)) return 'arranged'
  if (EXPECTED.test(part)) return null
  if (OFF_THE_TABLE.test(part)) return 'off-the-table'
  if (CALLED_OFF.test(part) && !isFirstName(part.split(' ', 1)[0]!)) return 'called-off'
  return STAYS.test(part) ? 'stays' : null
}

const PUT_OFF = cue(
  /(?<!\p{L})(?:vertagt|zurückgestellt|aufgeschoben|auf eis gelegt|auf wiedervorlage|wiedervorlage)(?!\p{L})/iu,
)
const MOVED = cue(
  /(?<!\p{L})(?:verschoben|geschoben|verwiesen|überwiesen|zurückverwiesen|zurückgewiesen|zurücküberwiesen)(?!\p{L})/iu,
)
const ON_THE_TABLE =
  /(?<!\p{L})(?:TOPs?|TO|Tagesordnungspunkte?|Traktand\p{L}+|Punkte?|\p{L}*[Aa]ntr(?:a|ä)ge?|\p{L}*[Ww]ahl|Thema|Entscheidung|Beschluss\p{L}*|Vorlage|Abstimmung|Vorschlag|Diskussion|Behandlung|Beratung)(?!\p{L})/u
const TO_WHERE =
  /(?<!\p{L})(?:in|an) (?:den|die|das) (?:\p{L}+ ){0,2}\p{L}*(?:ausschuss|ausschuß|kommission|gruppe|AG|vorstand|rat|gremium|kreis|backlog)(?!\p{L})|auf (?:die|eine|das) (?:der )?(?:über)?nächsten? (?:Sitzung\p{L}*|Treffen|Plenum|Mal|Versammlung|Runde)(?!\p{L})/iu
const OFF_AGENDA = cue(
  /(?<!\p{L})von der (?:Tagesordnung|TO|Traktandenliste) (?:genommen|abgesetzt|gestrichen)|(?<!\p{L})(?:schieben|verschieben|vertagen) wir(?!\p{L})|(?<!\p{L})wir (?:verschieben|vertagen)(?!\p{L})|(?<!\p{L})(?:kommt|kommen|wird|werden) (?:\p{L}+ ){0,3}auf die (?:tagesordnung|TO|agenda) der nächsten|(?<!\p{L})(?:kommt|kommen) auf die nächste (?:TO|tagesordnung|agenda)|(?<!\p{L})wird an (?:die|den) (?:\p{L}+ )?(?:AG|\p{L}*gruppe|\p{L}*ausschuss|\p{L}*kommission) (?:ab|weiter|über)?gegeben|(?<!\p{L})(?:kommt|kommen) (?:erst )?(?:im \p{Lu}\p{L}+ |nächstes Mal |beim nächsten Mal )(?:dran|wieder auf)|(?<!\p{L})(?:kommt|kommen|wandert|wandern) (?:erst )?(?:in|ins) (?:die |das |den )?(?:nächste[ns]?|themenspeicher|backlog|\d)(?!\p{L})|(?<!\p{L})wird (?:erst )?(?:in|auf|bei) (?:der|dem|die|den) nächsten? \p{Lu}\p{L}+ (?:wieder )?(?:behandelt|besprochen|beraten|entschieden|aufgerufen)|(?<!\p{L})(?:darüber|über [^.;,?]{2,60}) wird (?:\p{L}+ ){0,6}(?:befunden|beraten|entschieden|abgestimmt|beschlossen|verhandelt)|(?<!\p{L})wird (?:erst )?(?:im|nach|bei|am) [^.;,?]{2,40} (?:befunden|beraten|entschieden|abgestimmt|beschlossen|behandelt)|(?<!\p{L})ruh(?:t|en)(?: \p{L}+){0,2} (?:bis|vorerst|solange|so lange)(?!\p{L})|(?<!\p{L})(?:stimmen wir|wird) erst (?:ab|abgestimmt|entschieden|besprochen|gesprochen|behandelt)/iu,
)
const REPORTED = cue(/(?<!\p{L})(?:worden|wurden? (?:von|vom|durch))(?!\p{L})/iu)

const PURPOSE = cue(
  /(?<!\p{L})(?:damit|nicht|nichts|soll|sollte|könnte)(?!\p{L})[^.;]{0,80}(?:vertagt|zurückgestellt|verschoben)/iu,
)

/** What is put off, sent elsewhere or taken from the agenda. */
export function isPutOff(part: string): boolean {
  if (REPORTED.test(part) || PURPOSE.test(part)) return false
  if (PUT_OFF.test(part) || OFF_AGENDA.test(part)) return true
  if (!MOVED.test(part)) return false
  return TO_WHERE.test(part) || (ON_THE_TABLE.test(part) && !/verwiesen/iu.test(part))
}
