import { aspectOf, isSoon } from '../../../language/aspect.ts'
import { beginsSmall } from '../../../language/capitals.ts'
import { cue } from '../../../language/cues.ts'
import { withoutDatePoints } from '../../../language/plain-dates.ts'
import { remembered } from '../../../language/remembered.ts'
import { isParticiple, modalOf, verbForms } from '../../../language/verbs.ts'
import { type Word, wordsOf } from '../../../language/words.ts'
import { isActInfinitive, isInfinitiveClause } from './infinitives.ts'

/**
 * Something that has to be done, without anybody who does it.
 * - `must`: "muss noch … werden"; `should`: "soll … werden", done once; `rule`: "soll … werden", for good: a decision.
 * - `open`: "ist noch zu klären"; `needed`: "… nötig"; `infinitive`: "mit der Schule besprechen"; `please`: "Bitte …".
 * - `coming`: "wird bis Mai geprüft"; `passive`: "wird nachgereicht", without a time; `place`: "muss noch an die Wand".
 * - `noun`: "Anfrage an die Schule", an act told by its noun, in the notes of a list.
 */
export type Need = {
  readonly kind:
    | 'must'
    | 'should'
    | 'rule'
    | 'open'
    | 'needed'
    | 'infinitive'
    | 'please'
    | 'coming'
    | 'passive'
    | 'place'
    | 'noun'
  readonly confidence: number
}

const REGULATES =
  /(?<!\p{L})(?:künftig|zukünftig|in Zukunft|grundsätzlich|generell|immer|jeweils|jede[rsmn]?|stets|vorzugsweise|regelmäßig|nur noch|nicht mehr|nach Absprache|am (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag))(?!\p{L})|(?<=\p{L})tags(?!\p{L})/iu
const NEEDED = cue(
  /^(?![^,]{0,80}(?:, aber|dafür|dazu|ist|sind|wäre|wären|nicht|kein\p{L}*)(?!\p{L}))[^.;!?]{0,120}(?<!\p{L})(?:nötig|notwendig|erforderlich|vonnöten)[.;!]?$|(?<!\p{L})brauchen wir noch(?!\p{L})|^(?:es )?(?:fehlt|fehlen) noch(?!\p{L})|^\p{L}{3,30} fehlt noch[.!]?$|^wir brauchen(?!\p{L})|(?<!\p{L})(?:steht|stehen) noch aus(?!\p{L})/iu,
)
/** Austrian and Bavarian for "muss … werden": "gehört bis Mai abgeschickt". */
const BELONGS = cue(/(?<!\p{L})gehör(?:t|en)(?!\p{L})[^.;!?,]{0,80}(?<!\p{L})(\p{Ll}+(?:t|en))(?=[.;!?,]|$)/u)
const OPEN = cue(
  /(?<!\p{L})(?:ist|sind|bleibt|bleiben|gilt es|noch|muss|müssen)(?!\p{L})[^.;!?]{0,120}(?<!\p{L})(?:zu (\p{Ll}+en)|(\p{Ll}{2,8}zu\p{Ll}{3,}n))(?=[.;:!)]*$|,| \()/iu,
)
const PLEASE = cue(
  /^(?:an alle: ?)?bitte(?!\p{L})|(?<!\p{L})ergeht (?:die|der) (?:bitte|auftrag|aufruf)|(?<!\p{L})bitte (?:bis|an|noch|bei|mit|die|das|den|alle)(?!\p{L})/iu,
)
/** "Da muss mal jemand ran", "Wer Bilder hat, möge sie Mila schicken" */
const SOMEBODY = cue(
  /(?<!\p{L})(?:muss|müsste|soll|sollte) (?:\p{Ll}+ ){0,2}(?:jemand|wer) (?:\p{Ll}+ )?(?:ran|hin|drum kümmern)(?!\p{L})|^wer [^,?]{3,80}, (?:möge|soll|sollte)(?!\p{L})[^?]{3,120}en[.!]?$/iu,
)
const PAST = cue(/(?<!\p{L})(?:wurde|wurden|war|waren|hatte|hatten|worden|gewesen)(?!\p{L})/iu)
const SINGLE_DAY = /(?<!\p{L})(?:noch|bis|nächste[nrms]?|demnächst|zeitnah|bald|einmal)(?!\p{L})/iu
/** "soll … sein", "sollte es … geben": how something is to be for good. */
const STANDS =
  /(?<!\p{L})(?:soll|sollen|sollte|sollten)(?!\p{L})[^.;,!?]{0,120}(?<!\p{L})(?:sein|geben|stattfinden|gelten|bleiben|dürfen|erfolgen)(?!\p{L})/iu
/** "sollte kein Problem sein", "sollte ausgelastet sein, damit es sich rechnet": what one expects, or what it takes. */
const EXPECTS =
  /(?<!\p{L})(?:sollte|sollten)(?!\p{L})[^.;!?]{0,80}(?<!\p{L})(?:(?:problem|schwierigkeit|ding|ziel|klar|machbar|möglich|fertig|ausreichend|genug|bekannt|da|erledigt|einfach|leicht|okay|ok|drin|selbstverständlich|bewusst|vorhanden|verfügbar|absehbar) sein|sein, (?:damit|sonst|weil))(?!\p{L})/iu
const BEHIND_MODAL = 60

/** What a part asks for without naming who, or null. Questions ask for nothing, nor does what is over. */
export const needIn = remembered((part: string): Need | null => {
  if (/\?["”“)]*$/.test(part)) return null
  const words = wordsOf(part)
  const modal = withModal(words, part)
  if (modal) return modal
  if (PAST.test(part)) return passiveBehind(part)
  return (
    openIn(part) ??
    plannedIn(part) ??
    passiveIn(words, part) ??
    (isParticiple(BELONGS.exec(withoutDatePoints(part))?.[1] ?? '') ? { kind: 'must', confidence: 0.6 } : null) ??
    (SOMEBODY.test(part) ? { kind: 'must', confidence: 0.5 } : null) ??
    (PLEASE.test(part) ? { kind: 'please', confidence: 0.6 } : null) ??
    (NEEDED.test(withoutDatePoints(part)) ? { kind: 'needed', confidence: 0.5 } : null) ??
    (isInfinitiveClause(words, part) ? { kind: 'infinitive', confidence: 0.55 } : null)
  )
})

/** "Für Mai ist geplant, einen Brief zu verteilen": what is to come, as somebody means it. */
const PLANNED = cue(
  /(?<!\p{L})(?:ist|sind|wird|werden) (?:\p{L}+ ){0,2}(?:geplant|vorgesehen|angedacht|beabsichtigt)(?!\p{L})[^.;?]{0,160}(?<!\p{L})(?:zu (\p{Ll}+en)|(\p{Ll}{2,8}zu\p{Ll}{3,}n))(?=[.;:!)]*$|,| \()/iu,
)

function plannedIn(part: string): Need | null {
  const match = PLANNED.exec(withoutDatePoints(part))
  const infinitive = match?.[1] ?? match?.[2]
  if (!infinitive || NEVER.test(part)) return null
  return isActInfinitive(infinitive) || verbForms(infinitive).some(form => form.sort === 'act')
    ? { kind: 'coming', confidence: 0.5 }
    : null
}

const DEMANDS: ReadonlySet<string | null> = new Set(['soll', 'sollte', 'muss'])
const WILL = new Set(['wird', 'werden'])

function withModal(words: readonly Word[], part: string): Need | null {
  const at = words.findIndex(word => DEMANDS.has(modalOf(word.text)))
  if (at < 0 || isCondition(words, at) || ASKS_HOW.test(part) || isHedged(part) || REPORTED.test(part)) return null
  if (PLACE.test(withoutDatePoints(part))) return { kind: 'place', confidence: 0.5 }
  if (modalOf(words[at]!.text) !== 'will' && isToBeDone(words, at, part)) return { kind: 'must', confidence: 0.5 }
  const participle = passiveParticiple(words, at)
  if (!participle && STANDS.test(part) && !EXPECTS.test(part)) return { kind: 'rule', confidence: 0.45 }
  if (!participle) return activeNeed(words, at, part)
  if (modalOf(words[at]!.text) === 'muss') return { kind: 'must', confidence: REGULATES.test(part) ? 0.45 : 0.7 }
  const lasting = verbForms(participle).some(form => form.lasting)
  const rule = (lasting || REGULATES.test(part)) && !SINGLE_DAY.test(part)
  return rule ? { kind: 'rule', confidence: 0.6 } : { kind: 'should', confidence: 0.55 }
}

/** "Es wird zu bedenken gegeben, dass … sollte": what somebody found or said, in a clause of its own. */
const REPORTED = cue(
  /(?<!\p{L})(?:bedenken|befürcht\p{L}*|ergebnis\p{L}*|ergeben|ergab|bericht\p{L}*|erklär\p{L}*|erläuter\p{L}*|kritisier\p{L}*|bemängel\p{L}*|beton\p{L}*|mein(?:t|en|te|ten)|meinung|ansicht|auffassung|findet|finden|glaubt|gesagt|sagt|hinweis|hingewiesen|wei(?:st|sen)|angemerkt|merkt|erwähn\p{L}*|argument\p{L}*)(?!\p{L})[^.;?]{0,80}, (?:dass|daß)(?!\p{L})[^.;?]{0,200}(?<!\p{L})(?:soll\p{L}*|muss|müsse?n?|müsste\p{L}*)(?!\p{L})/iu,
)

/** "Das Budget sollte wahrscheinlich angepasst werden": what somebody supposes. */
const HEDGED = cue(/(?<!\p{L})(?:wahrschei\p{L}*|vermutlich|vielleicht|womöglich|theoretisch|eigentlich)(?!\p{L})/iu)

function isHedged(part: string): boolean {
  return HEDGED.test(part) && HEDGED.test(part.replace(/\([^()]{0,200}\)/g, ''))
}

/** A question though no sign says so: "wie sollten wir einteilen", "wollen wir das weitertragen". */
const ASKS_HOW =
  /^(?:wie|wer|was|wann|wo|warum|welche[rsnm]?|ob|wollen wir|sollen wir|sollten wir|müssen wir)(?!\p{L})/iu

/** "Muss noch an die Wand", "müssen bis Mai raus": where something is to be brought, without a verb. */
const PLACE =
  /(?<!\p{L})(?:muss|muß|müssen|sollen|soll)(?!\p{L})[^.;!?]{0,60}(?<!\p{L})(?:noch|bis|vorher|spätestens|rechtzeitig)(?!\p{L})[^.;!?,]{0,60}(?<!\p{L})(?:raus|rein|hin|weg|her|(?:an|auf|in) (?:die|das|den) \p{Lu}\p{Ll}+|zum \p{Lu}\p{Ll}+|zur \p{Lu}\p{Ll}+(?: beim \p{Lu}\p{Ll}+)?|bei \p{Lu}\p{Ll}+ sein)(?=[.;!?,]|$)/iu

/** "Sollte die Stadt nicht zahlen, …" and "…, ob es gedruckt werden muss" ask for nothing. */
function isCondition(words: readonly Word[], modalAt: number): boolean {
  if (modalAt === 0 && /^Sollten?$/.test(words[0]!.text)) return true
  const from = Math.max(0, modalAt - BEFORE_MODAL)
  return words.slice(from, modalAt).some(word => /^(?:ob|wenn|falls|sofern|soweit|bevor|weil)$/i.test(word.text))
}

const BEFORE_MODAL = 14

/**
 * "Wird nachgereicht", "wird bis zur nächsten Sitzung geklärt": a passive of something done once, by nobody who is
 * named. What is told, decided or goes on by itself is none.
 */
function passiveIn(words: readonly Word[], part: string): Need | null {
  const at = words.findIndex(word => WILL.has(word.text.toLowerCase()))
  if (at < 0 || words.slice(0, at).some(word => SUBORDINATE.test(word.text)) || NEVER.test(part)) return null
  if (COSTS.test(part)) return null
  const participle = words.slice(at + 1).find(word => isParticiple(word.text))
  if (!participle) return null
  if (words.at(-1)!.text === 'werden' && at < words.length - 1) return { kind: 'coming', confidence: 0.5 }
  const forms = verbForms(participle.text)
  if (
    forms.length > 0 &&
    !forms.some(form => (form.sort === 'act' || form.lemma === 'festlegen') && form.shape === 'participle')
  )
    return null
  if (isSoon(part) || STILL.test(part)) return { kind: 'coming', confidence: 0.5 }
  const aspect = aspectOf(part)
  const follows = (aspect === null || aspect === 'coming') && forms.some(form => form.followUp)
  return follows ? { kind: 'passive', confidence: 0.45 } : null
}

/** "Termin wird noch festgelegt" */
const STILL = /(?<!\p{L})(?:wird|werden) (?:\p{Ll}+ )?noch (?!einmal|mal)/iu

/** "Das Holz wurde gekauft, wird bis Mai gestrichen": behind what was done, what is to come. */
function passiveBehind(part: string): Need | null {
  const at = part.lastIndexOf(', wird ')
  const rest = at < 0 ? '' : part.slice(at + 2)
  return rest === '' || PAST.test(rest) ? null : passiveIn(wordsOf(rest), rest)
}

/** "Die Kosten werden von der Kasse übernommen" settles who pays. */
const COSTS = cue(/kosten (?:[^.;?]{0,80} )?(?:übernommen|getragen|erstattet)(?!\p{L})/iu)

const SUBORDINATE =
  /^(?:dass|daß|weil|ob|wenn|falls|wie|das|die|welche[rsn]?|damit|sodass|obwohl|nachdem|bevor|sofern|sollte|kann|können|darf|dürfen|müsse)$/
const NEVER = cue(
  /(?<!\p{L})(?:nicht|kein\p{L}*|niemand|kaum|worden|können|dürfen|beschlossen|genehmigt|angenommen|abgelehnt|gewählt|festgestellt|diskutiert|verschoben|vertagt|verzichtet|behandelt)(?!\p{L})/iu,
)
/** "Eine Umfrage unter den Eltern soll Klarheit bringen" tells what something is for. */
const MOST_BEFORE_PURPOSE = 6

/** "Man sollte die Schule fragen", "müssen noch Helfer suchen": an act, but nobody who is named. */
function activeNeed(words: readonly Word[], modalAt: number, part: string): Need | null {
  const end = words.findIndex((word, at) => at > modalAt && /^\s*(?:[,;:.!)–(]|$)/.test(part.slice(word.to)))
  const infinitive = words[end]?.text ?? ''
  if (end < 0 || !beginsSmall(infinitive) || !isActInfinitive(infinitive)) return null
  if (/^(?:eine?|dies(?:e|er|es))$/i.test(words[0]!.text) && modalAt <= MOST_BEFORE_PURPOSE) return null
  if (words.slice(modalAt, end).some(word => /^(?:nicht|kein\p{Ll}*|nie|niemand\p{Ll}*)$/u.test(word.text))) return null
  return modalOf(words[modalAt]!.text) === 'muss'
    ? { kind: 'must', confidence: 0.5 }
    : { kind: 'should', confidence: 0.45 }
}

/** "Muss bis Ende Mai eingereicht sein": a state that somebody has to bring about by then. */
function isToBeDone(words: readonly Word[], modalAt: number, part: string): boolean {
  const be = words.findIndex((word, at) => at > modalAt && word.text === 'sein')
  const before = be < 0 ? '' : words[be - 1]!.text
  return isParticiple(before) && isSoon(part) && !NEVER.test(part)
}

/** "Die Frage die gestellt werden soll ist …" tells what is asked, not what is to be done. */
const RELATIVE = /^(?:die|der|das|den|denen|welche[rs]?)$/

/** The participle of a passive: "soll … entfernt werden", in a subordinate clause "erstellt werden soll". */
function passiveParticiple(words: readonly Word[], modalAt: number): string | null {
  const before = words[modalAt - 1]
  if (before?.text === 'werden') {
    if (words.slice(0, modalAt).some(word => RELATIVE.test(word.text)) && words[modalAt + 1]) return null
    const participle = words[modalAt - 2]?.text ?? ''
    return isParticiple(participle) ? participle : null
  }
  for (let at = modalAt + 1; at < Math.min(words.length, modalAt + BEHIND_MODAL); at++) {
    if (words[at]!.text !== 'werden') continue
    const participle = words[at - 1]?.text ?? ''
    return isParticiple(participle) ? participle : null
  }
  return null
}

/** "Zu klären ist, ob …", "Noch zu besorgen sind: …" */
const OPEN_AHEAD = cue(
  /^(?:noch |weiterhin |bis \p{L}+ )?(?:zu (\p{Ll}+en)|(\p{Ll}{2,8}zu\p{Ll}{3,}n)) (?:ist|sind|bleibt|bleiben|wäre|wären)(?!\p{L})/iu,
)

/** "ist dann zu entscheiden", "von Mila zu erledigen": for once, unlike "Schuhe sind mitzubringen". */
const ONCE = /(?<!\p{L})(?:dann|danach|anschließend|anschliessend|vorher|zuvor|zunächst|von|vom|durch)(?!\p{L})/iu

function openIn(part: string): Need | null {
  const match = OPEN.exec(part) ?? OPEN_AHEAD.exec(part)
  const infinitive = match?.[1] ?? match?.[2]
  if (!infinitive || /(?<!\p{L})(?:nicht|kaum|schwer|leicht|kein\p{L}*)(?!\p{L})/iu.test(match![0])) return null
  if (/(?<!\p{L})(?:nicht |un)möglich(?!\p{L})/iu.test(part)) return null
  const isOnce = SINGLE_DAY.test(part) || ONCE.test(part)
  return verbForms(infinitive).some(
    form => form.followUp || (isOnce && (form.sort === 'act' || form.lemma !== infinitive)),
  )
    ? { kind: 'open', confidence: 0.6 }
    : null
}
