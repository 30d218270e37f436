import { cue } from '../../../language/cues.ts'
import { remembered } from '../../../language/remembered.ts'
import { fold, wordsOf } from '../../../language/words.ts'
import { votesIn } from './votes.ts'

/** The words that lines about a vote are made of, folded. */
const RESULT_WORDS = new Set(
  `ja nein enth enthaltung enthaltungen stimmenthaltung stimmenthaltungen stimme stimmen gegenstimme gegenstimmen ja-stimme
  ja-stimmen nein-stimme nein-stimmen jastimmen neinstimmen dafuer dagegen einstimmig einstimmige angenommen angennommen
  abgelehnt mehrheitlich mehrheit absolute absoluten absoluter mehr mit dem wurde wird ist sind somit damit der die das
  den antrag beschluss ergebnis abstimmung abstimmungsergebnis votum resultat bei ohne und kein keine keiner null ein eine
  einer einem per durch handzeichen akklamation grosse grosser grossem beschlossen genehmigt also rest hat haben sich enthalten
  zugestimmt alle allen zwei drei vier fuenf sechs sieben acht neun zehn gegen fuer x offen geheim anwesend anwesenden
  stimmberechtigt stimmberechtigten gueltig ungueltig zustimmung fazit zu so dies diesem dazu bewilligt gutgeheissen
  zustande gekommen einhellig einmuetig einst sonst egal meinung leer abgegebene mea konsens gegenrede einwaende widerspruch
  einverstanden einvernehmen knapp klar deutlich insgesamt formale enthaelt zettel schlussabstimmung eigener betroffenen
  bedenken leichten leichte geheime allgemein ablehnung pro contra kontra`
    .trim()
    .split(/\s+/),
)
const OUTCOME = cue(
  /einstimmig|einhellig|einmütig|angenommen|angennommen|abgelehnt|mehrheit|beschlossen|genehmigt|bewilligt|gutgehei|zugestimmt|konsens|kein(?:e|en)? (?:gegenrede|einwände|widerspruch)|alle (?:einverstanden|dafür)|k(?:einer|einer) dagegen/iu,
)
const LABEL = cue(
  /^[\s:*_[(]*(?:(?:\p{L}{0,20}abstimmung|\p{L}{0,15}wahl)(?!\p{L})[^:]{0,60}:|(?:das )?(?:\p{L}{0,20}abstimmungs\p{L}{4,12}|votum|ergebnis|resultat|ae|zustimmung|auszählung|dringlichkeit)(?: \([^)]{1,30}\))? ?:|AE:?)/iu,
)
const ABSTAINED = cue(/^\p{Lu}[^.;,]{1,60} (?:(?:hat|haben) sich enthalten|enthält sich|enthalten sich)(?!\p{L})/u)
/** "Damit sind alle einverstanden", "Dem wird zugestimmt": what it speaks of stands before it. */
const REFERS = cue(
  /^(?:[Dd]amit|[Dd]em|[Dd]ies|[Dd]ies(?:em|er) (?:Antrag|Vorschlag)|[Dd]as|[Dd]arüber|[Dd]arauf|[Dd]agegen|[Dd]azu|[Hh]ierüber|[Hh]ierzu|[Hh]iermit|[Ss]o) (?:(?:wird|wurde|ist|sind|war|waren|fand|findet|finden|fanden|haben|hat|besteht|bestand|herrscht|herrschte|stimmen|stimmten|stimmt|erhebt|erhob|gibt|gab|es)(?: (?:\p{Ll}+|Antrag|Vorschlag|Anwesenden|Beteiligten|Vorstand|Gruppe|Abstimmung|Aussprache)){0,8}? )?(?:einverstanden|zugestimmt|beschlossen|Einvernehmen|Einigkeit|Konsens|Zustimmung|einig|Widerspruch|angenommen|genehmigt|abgelehnt|vom Tisch|unbestritten|gutgeheissen|gutgeheißen|einigen|geeinigt|so übernommen|so gemacht|so umgesetzt)(?!\p{L})(?=\s*(?:$|[.!;)(–]|,? (?:vorbehaltlich|sofern|wenn|falls|bei|mit|ohne|und|aber|nur)(?!\p{L})))/u,
)
/** "Abgelehnt, 2:4", "Wird einstimmig angenommen", "Mangels Beschlussreife zurückgestellt, …": an outcome without subject. */
const BARE = cue(
  /^(?:(?:und |aber |damit |somit )?(?:wird|wurde|ist)(?: \p{L}+){0,3} |einstimmig |mehrheitlich |einhellig |ohne gegenstimmen? |per akklamation |mangels \p{L}+ |vorerst )?(?:abgelehnt|angenommen|genehmigt|zurückgestellt|vertagt|beschlossen|bewilligt|zugestimmt|gutgeheissen|gutgeheißen|verworfen)(?=$|[.,:!(–]| (?:mit|bei|bis|weil|da|wenn|einstimmig|ohne|gegen)(?!\p{L}))/iu,
)
/** "Er ist damit vom Tisch", "Es wird so übernommen" */
const TAKES_IT = cue(
  /^(?:er|sie|es) (?:ist|wird|wurde|sind|werden) (?:\p{Ll}+ ){0,3}(?:vom tisch|so (?:übernommen|gemacht|umgesetzt))[.!]?$/iu,
)
const OF_MOVER = cue(
  /^(?:[Dd]er|[Dd]ie) Antragsteller(?:in|innen|nden)? (?:übernimmt|übernehmen)(?: (?:die Änderung|den Änderungsantrag|ihn|sie|es|das))?[.!]?$/u,
)
const SHORT_ANSWER = cue(
  /^(?:ja,? (?:alle|einstimmig|gerne?|dürfen|können|machen|kann|darf)|(?:ja,? )?alle (?:sind )?(?:dafür|einverstanden|einig|ok)|grundsätzlich ja|konsens(?: mit \p{L}{1,20}(?: \p{L}{1,20})?)?(?!:)|keine (?:einwände|gegenrede|gegenstimmen?)|kein (?:einwand|widerspruch)|(?:keiner|niemand)(?: ist)? dagegen|einverstanden|(?:allgemeine|breite|große|volle|grundsätzliche|einhellige) zustimmung|(?:wird|wurde) (?:so )?(?:abgenickt|durchgewunken|durchgewinkt)|alle nicken|so machen wir(?: es|'s|s)?|machen wir(?: so)?)(?!\p{L})(?=[.,!;:–(]|$)/iu,
)
/** "Alle sind dafür, die Bank zu kaufen" says itself what was agreed. */
const SAYS_WHAT = cue(
  /^[^,:]{0,60}, (?:dass|daß|(?!ohne |um )[^,;]{3,80}(?<!\p{L})(?:zu \p{Ll}{1,24}en|\p{Ll}{1,8}zu\p{Ll}{1,16}en)[.!]?$)/iu,
)
const OF_MOTION = cue(/^(?:der|dieser|die|dieser) (?:antrag|änderungsantrag|vorschlag|vorlage)(?!\p{L})/iu)
const OF_MOTION_OUTCOME = /findet keine (?:mehrheit|zustimmung)|verfehlt/iu

/**
 * Does a part tell nothing but how a vote came out ("Das Ergebnis der Abstimmung: 8 Ja, keine Nein", "(5/0/3)",
 * "einstimmig angenommen", "Damit sind alle einverstanden")? Then what was voted on stands before it.
 */
export const tellsOnlyResult = remembered((part: string): boolean => {
  if (OPEN_STILL.test(part)) return false
  if (ABSTAINED.test(part) || OF_MOVER.test(part) || ANNOUNCES.test(part)) return true
  if (refersBack(part)) return true
  const label = LABEL.exec(part)?.[0].length ?? 0
  if (label === 0 && !OUTCOME.test(part) && votesIn(part) === null) return false
  if (label > 0 && votesIn(part) === null && !OUTCOME.test(part.slice(label))) return false
  return onlyResultWords(part.slice(label).replace(BRACKETS, ' '))
})

const ANNOUNCES = cue(/^(?:das )?ergebnis der abstimmung ?:/iu)
const OPEN_STILL = cue(/^(?:kein(?:e|en|erlei)? (?:konsens|einigung|ergebnis|entscheidung|beschluss))(?!\p{L})/iu)
const BRACKETS = /\([^()]{0,60}\)/g
const LONGEST_ANSWER = 160

/** An answer to what was said just before: agreed to, turned down, put off. */
export function refersBack(part: string): boolean {
  if (part.length > LONGEST_ANSWER || /\?$/.test(part)) return false
  if (SAYS_WHAT.test(part)) return false
  if (REFERS.test(part) || TAKES_IT.test(part) || BARE.test(part) || SHORT_ANSWER.test(part)) return true
  return OF_MOTION.test(part) && part.length < 60 && OF_MOTION_OUTCOME.test(part)
}

const YES_OR_NO = cue(
  /^(?:[Jj]a|[Jj]o|[Jj]up|[Nn]ein|[Nn]ö|[Nn]ee|[Gg]erne|[Ll]ieber nicht)(?:[.!]*$|, \p{Ll}[^,;:]{2,30}$)/u,
)
const PROPOSES =
  /^(?!wer |was |wann |wo |wie |warum |wieso |hat |haben |ist |sind |gibt |war |kann |können |könnt |darf |muss |wird |werden |habt )(?:.{0,80}(?<!\p{L})(?:soll|sollen|wollen|dürfen|nehmen wir|machen wir)(?!\p{L})|[^?]{3,80} \p{Ll}{3,}en\?$)/iu

/** A bare answer to what was asked just before. */
export function isYesOrNo(part: string): boolean {
  return YES_OR_NO.test(part)
}

/** "Wollen wir das Zelt kaufen?", "Zelt kaufen?": a question that moves something. */
export function isProposal(part: string): boolean {
  return /\?["”“)*]*$/.test(part) && PROPOSES.test(part)
}

const SUBJECT =
  /^(?:Abstimmung|Wahl|Neuwahl|Beschlussfassung) (?:(?:der|des|zu[rm]?|über|eine[rs]) )*(?!Antrag|Vorlage|Ergebnis)\p{Lu}\p{L}{3,}[^:]{0,40}:/u

/** "Abstimmung Raummiete: 7 ja, 1 nein": a line of votes that names what was voted on. */
export function ownSubject(part: string): boolean {
  return SUBJECT.test(part)
}

const SIDES = /^(?:pro|contra|kontra|ja|nein|gegen|für)-?stimmen?$/iu

const MONEY = /€|(?<!\p{L})(?:euro|eur|chf)(?!\p{L})/iu

function onlyResultWords(text: string): boolean {
  if (MONEY.test(text)) return false
  return wordsOf(text).every(
    word => /^\d/.test(word.text) || RESULT_WORDS.has(fold(word.text)) || SIDES.test(word.text),
  )
}
