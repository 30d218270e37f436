import { cue } from '../../../language/cues.ts'
import { isParticiple } from '../../../language/verbs.ts'
import { wordsOf } from '../../../language/words.ts'

const RENAMED = cue(
  /(?<!\p{L})aus [„"«“'][^“”"»']{2,60}[“”"»'] wird [„"«“']|(?<!\p{L})(?:heißt|heisst|nennt sich) (?:künftig|ab sofort|nun|jetzt)(?!\p{L})/iu,
)
const MONEY = cue(/(?:€|Euro|EUR|CHF|Fr\.) ?\d|\d ?(?:€|Euro|EUR|CHF|,-|\.-)/u)
const GRANTED = cue(
  /(?<!\p{L})(?:wird|werden)(?!\p{L}).{0,120}(?:bereitgestellt|freigegeben|eingeplant|bewilligt|gestellt|übernommen|eingestellt|gekauft|angeschafft|entnommen|gedeckt|bezuschusst|erstattet|gespendet|ausgezahlt|gezahlt|zur verfügung)/iu,
)
/** "Fahrtkosten werden erstattet" */
const COSTS_BORNE = cue(
  /(?<!\p{L})(?:\p{L}*kosten|\p{L}*auslagen|spesen|\p{L}*gebühren|\p{L}*honorare?)(?!\p{L})[^.;?]{0,60}(?<!\p{L})(?:wird|werden)(?!\p{L})[^.;?]{0,80}(?<!\p{L})(?:erstattet|übernommen|getragen|bezahlt|geteilt|ersetzt|rückerstattet)(?!\p{L})|(?<!\p{L})(?:wird|werden)(?!\p{L})[^.;,?]{0,60}(?<!\p{L})(?:\p{L}*kosten|\p{L}*auslagen|\p{L}*gebühren)(?!\p{L})[^.;?]{0,80}(?<!\p{L})(?:erstattet|übernommen|getragen|ersetzt)(?!\p{L})/iu,
)
const BORNE_ONCE =
  /(?<!\p{L})(?:noch|ob|wer|nicht|bereits|schon|könnten?|sollten?|(?:von der|vom|durch den|durch die|durch das)(?! \p{L}*(?:verein|vorstand|kasse|pflegschaft|beirat|fachschaft|gruppe|gemeinschaft|plenum|genossenschaft|initiative|FSR|AStA|StuRa)s?(?!\p{L})))(?!\p{L})/iu
/** "Der Verein bezuschusst die Fahrt mit 150 Euro": what the table gives. */
const GIVES = cue(
  /(?<!\p{L})(?:der|die|das|wir) (?:\p{L}*(?:verein|vorstand|kasse|beirat|fachschaft|gruppe|plenum|genossenschaft|initiative|FSR|AStA|StuRa) )?(?:bezuschuss(?:t|en)|förder(?:t|n)|steuer(?:t|n)|gewähr(?:t|en)|bewillig(?:t|en)|übernimmt|übernehmen|zahl(?:t|en))(?!\p{L})/iu,
)
const GIVES_BODY =
  /(?<!\p{L})(?:\p{L}*(?:verein|vorstand|kasse|beirat|fachschaft|gruppe|plenum|genossenschaft|initiative)|FSR|AStA|StuRa|wir)(?!\p{L})/iu
/** "Die Gemeinnützigkeit ist anzustreben" */
const TO_BE_KEPT = cue(
  /(?<!\p{L})(?:ist|sind)(?!\p{L})[^.;?]{0,100}(?<!\p{L})(?:anzustreben|einzuhalten|anzugeben|mitzuführen|zu (?:vermeiden|beachten|unterlassen|entrichten|verwenden|bevorzugen|befolgen))[.!]?$/iu,
)
const AHEAD = cue(
  /(?<!\p{L})(?:künftig|zukünftig|in Zukunft|ab sofort|ab jetzt|von nun an|von jetzt an|fortan|bis auf Weiteres|probeweise|testweise|auf Probe|neue Regel|nach Absprache)(?!\p{L})/iu,
)
const HENCE = /(?<!\p{L})(?:daher|deshalb|deswegen) (?:wird|werden)(?!\p{L})/iu
const ANSWERS = cue(/^(?:ja|nein|antwort)(?!\p{L})/iu)
const MONTH_OR_DAY =
  '(?:(?:dem |der |den )?(?:\\d{1,2}\\.(?!\\d{2} ?(?:Uhr|h))|Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Schuljahr|Semester|Saison|Herbst|Frühjahr|Sommer|Winter|nächste[rmns]?|kommende[rmns]?|neue[rmn]?|Heft|KW|20\\d\\d))'
const FROM = cue(
  new RegExp(
    `(?<!\\p{L})ab ${MONTH_OR_DAY}|(?<!\\p{L})im (?:neuen|nächsten|kommenden) (?:Jahr|Schuljahr|Semester)(?!\\p{L})|(?<!\\p{L})(?:bis auf Weiteres|nur noch|nicht mehr)(?!\\p{L})`,
    'iu',
  ),
)
/** How something is in use for good: a verb of norms, or the passive, or what the table does. */
const NORMS =
  /(?<!\p{L})(?:gilt|gelten|kostet|kosten|darf|dürfen|beträgt|betragen|beginnt|beginnen|tagt|tagen|trifft sich|treffen (?:wir )?uns|treffen sich|liegt|liegen)(?!\p{L})/iu
const STATES = cue(
  /(?<!\p{L})(?:wünsch\p{L}*|bitte[tn]?|baten|schläg\p{L}*|vorschlag\p{L}*|möchte\p{L}*|will|wollen|regt an|könn\p{L}*|könnte\p{L}*|würde\p{L}*|hätte\p{L}*|wäre\p{L}*|sollte\p{L}*|müsste\p{L}*|idee|empfiehlt|laut|berichte\p{L}*|meint|findet,|sagt|erreichbar|verfügbar|möglich|besetzt|elternzeit|urlaub|krank|voraussichtlich|vermutlich|wahrscheinlich|wenn sich|die frage|ob|\p{L}*gesetz|verordnung)(?!\p{L})/iu,
)
const PAST = cue(
  /(?<!\p{L})(?:war|waren|wurde|wurden|hatte|hatten|hat|haben|sei|worden|gekommen|gewesen|\p{L}{3,}(?:ierte|ierten))(?!\p{L})/iu,
)
const CHANGED = cue(
  /(?<!\p{L})(?:wird|werden)(?!\p{L})[^;?]{0,160}(?<!\p{L})(?:abgeschafft|eingeführt|angeschafft|angehoben|erhöht|reduziert|verlängert|verkürzt|gesenkt|gestrichen|begrenzt|zusammengelegt|verlegt|umbenannt|gebildet|gegründet|eingerichtet|eingesetzt|festgesetzt|freigegeben|vergeben|gestattet|ermächtigt|bevollmächtigt|zuerkannt|ausgeschlossen|beschränkt|untersagt|erlaubt|aufgelöst|aufgenommen|erteilt)(?!\p{L})/iu,
)
const PAINTED =
  /(?<!\p{L})(?:\p{L}*(?:rot|blau|grün|gelb|weiß|weiss|schwarz|grau|braun|orange|bunt)|neu|frisch|farbig) gestrichen/iu
/** A list that is longer is told, not decided: "wird gebildet aus …". */
const VERBS_OF_CHOICE =
  'nehmen|wechseln|verzichten|streichen|schicken|entsenden|behalten|bleiben|mieten|unterstützen|beteiligen uns|starten|reagieren|releasen|weichen|hören|gehen|senden|zahlen|heben|rollen|laden|kaufen|sagen zu'
const WE_CHOOSE = cue(
  new RegExp(
    `(?<!dass |daß |ob |wenn |weil |falls |wie |was |die |bis |womit |damit |wo )(?<!\\p{L})wir (?:also |jetzt |nun |heuer |dieses Jahr )?(?:${VERBS_OF_CHOICE}|sagen [^.;]{0,40}(?:zu|ab)|machen (?:also |wieder |das so))(?!\\p{L})|(?<!\\p{L})(?:${VERBS_OF_CHOICE}|sagen) wir(?!\\p{L})`,
    'iu',
  ),
)
const SO_THEN = cue(/^also:? (?!ich|er(?!\p{L})|sie(?!\p{L})|nicht|wenn|das ist|ist)/iu)
const DENIES = /(?<!\p{L})(?:nicht|kein\p{L}{0,2}|nichts)(?!\p{L})/iu
const HANDS_ON =
  /(?<!\p{L})(?:mit auf|mit|weiter an|kontakt|auf den weg|bescheid)[.!;]?$|(?<!\p{L})nehmen (?:wir )?[^.;,]{1,40} mit(?!\p{L})/iu

/** "Wer nicht kommt, zahlt fünf Euro" */
const WHO_RULE = cue(
  /^(?:wer|was) (?!(?:möchte|will|kann|mag|lust|interesse)(?!\p{L}))[^,?]{3,80}, (?:zahlt|bekommt|kriegt|verliert|fliegt|muss|darf|füllt|haftet|räumt)(?!\p{L})/iu,
)

/** What a rule for the future, a change or a choice of the table is known by. */
export type Regulation =
  | 'who-rule'
  | 'renamed'
  | 'granted'
  | 'rule-ahead'
  | 'rule-from'
  | 'changed'
  | 'to-be-kept'
  | 'we-choose'
  | 'so-then'

/** Whether a part sets how something is to be from now on; what people wish, report or were asked sets nothing. */
export function regulationIn(part: string): Regulation | null {
  if (RENAMED.test(part)) return 'renamed'
  if (MONEY.test(part) && GRANTED.test(part)) return 'granted'
  if (MONEY.test(part) && GIVES.test(part) && GIVES_BODY.test(part) && !STATES.test(part) && !PAST.test(part))
    return 'granted'
  if (COSTS_BORNE.test(part) && !BORNE_ONCE.test(part)) return 'granted'
  if (ANSWERS.test(part)) return null
  if (HENCE.test(part) && isPassive(part.slice(part.search(HENCE)))) return 'rule-ahead'
  if (STATES.test(part) || PAST.test(part.split(',', 1)[0]!)) return null
  if (AHEAD.test(part)) return 'rule-ahead'
  if (changes(part)) return 'changed'
  if (TO_BE_KEPT.test(part)) return 'to-be-kept'
  if (FROM.test(part) && (NORMS.test(part) || isPassive(part))) return 'rule-from'
  if (WHO_RULE.test(part)) return 'who-rule'
  if (SO_THEN.test(part) && part.length < LONGEST_CHOICE) return 'so-then'
  return chosen(part)
}

/** The verb and its participle stand in one clause. */
function changes(part: string): boolean {
  const change = CHANGED.exec(part)?.[0]
  return change !== undefined && !/, (?:da|weil|dass|daß|obwohl|damit|wenn|ob|wie) /.test(change) && !PAINTED.test(part)
}

function chosen(part: string): Regulation | null {
  if (!WE_CHOOSE.test(part) || HANDS_ON.test(part)) return null
  return DENIES.test(part) || part.length < LONGEST_CHOICE ? 'we-choose' : null
}

const LONGEST_CHOICE = 110

function isPassive(part: string): boolean {
  const words = wordsOf(part)
  const will = words.findIndex(({ text }) => text === 'wird' || text === 'werden')
  return will >= 0 && words.slice(will + 1).some(word => isParticiple(word.text))
}
