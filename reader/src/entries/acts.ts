import { type Aspect, aspectOf, isSoon } from '../../../language/aspect.ts'
import { cue } from '../../../language/cues.ts'
import { senseOf } from '../../../language/senses.ts'
import {
  finiteVerb,
  isInfinitive,
  isParticiple,
  modalOf,
  strandedPrefixes,
  type VerbForm,
  verbForms,
} from '../../../language/verbs.ts'
import type { Word } from '../../../language/words.ts'
import { type Clause, endOfClause } from './clauses.ts'
import type { Owner } from './owners.ts'

/**
 * What makes an owner and a verb an act that is still to come, and how often it is one. The first half of a cue says
 * who (`owner`: a person, `office`, `organisation`, `group`: a noun with article, `pronoun`, `we`, `bare`), the second
 * what: `act`, `verb` (not listed), `tell` (a speech act with a time to come), `shall`, `will`, `charge`.
 */
export type Act = {
  readonly cue: `${Who}+${'act' | 'verb' | 'tell' | 'shall' | 'will' | 'charge'}`
  readonly aspect: Aspect
  readonly confidence: number
}
type Who = 'owner' | 'office' | 'organisation' | 'group' | 'pronoun' | 'we' | 'bare'

const WHO: Readonly<Record<Owner['sure'], Who>> = {
  name: 'owner',
  title: 'owner',
  office: 'office',
  organisation: 'organisation',
  noun: 'group',
  pronoun: 'pronoun',
  we: 'we',
  bare: 'bare',
}

const CHARGE = cue(
  /^(?:ist|sind) (?:(?:da|hier|dort|weiter|weiterhin|jetzt|schon|\p{Lu}\p{L}+) ){0,3}(?:dran(?! gewesen)|am ball)(?!\p{L})|^(?:bleibt|bleiben) (?:\p{L}+ )?(?:dran|am ball)(?!\p{L})|^(?:ist|sind) (?:\p{L}+ )?(?:verantwortlich|zuständig|beauftragt|federführend|bereit|ansprechpartner)|^(?:erhält|bekommt|hat) den auftrag|^verspricht\b|^versprechen\b|^(?:hat|haben) (?:dafür )?(?:den )?hut auf|^(?:hat|haben) (?:sich )?(?:\p{L}+ )?(?:bereit ?erklärt|die aufgabe)|^(?:erklärt|erklären) sich (?:\p{L}+ )?bereit|^(?:sagt|sagen|sagte|sagten) (?:\p{L}+ ){0,2}zu\b|^(?:bietet|bieten) (?:sich )?an\b|^(?:sichert|sichern) [^,;.]{2,80} zu(?=[.,;!]|$)|^(?:stellt|stellen) sich (?:\p{L}+ )?zur verfügung/iu,
)
/** "erklärt sich zur Kandidatur bereit", "stellt sich zur Wahl": who stands for election takes on no task. */
const STANDS_FOR = cue(
  /^(?:erklärt|erklären|stellt|stellen|würde|würden) sich (?:\p{L}+ ){0,4}(?:\p{L}*kandidatur|zur (?:\p{L}*wahl|verfügung)|als kandidat\p{L}*)(?!\p{L})(?=[^.;]{0,30}(?:bereit|verfügung|wahl|\.|$))/iu,
)
/** "Für den Einlass haben sich Mila und Hr. Ott bereit erklärt" */
const VOLUNTEERED = cue(
  /^(?:hat|haben) sich (?:[^,;.?]|(?<=(?<!\p{L})\p{L}{1,4})\.|, (?=\p{Lu})){2,120} (?:bereit ?erklärt|zur verfügung gestellt|freiwillig gemeldet|dafür gemeldet|dazu gemeldet|gemeldet(?=[.!]?$))(?=[.,;!)]|$)/iu,
)
const CHARGED = /^(?:gebeten|beauftragt|aufgefordert|ermächtigt|ersucht|angehalten|verpflichtet|bevollmächtigt)$/
const PROMISED = /^(?:zugesagt|angeboten|versprochen|vorgenommen|zugesichert)$/
const HYPOTHETICAL = /^(?:müsst|könnt)en?$|^(?:müsst|könnt)e$/
const NEGATED = new Set('nicht kein kein keine keinen keinerlei niemand nie nichts kaum selten wenig'.split(' '))
/** What is given in the meeting itself: "gibt einen Überblick". */
const TOLD = new Set(
  'es Überblick Bericht Einblick Einblicke Einführung Ausblick Rückblick Input bedenken bekannt Auskunft Info Infos Stimme Anregung Hinweis Hinweise Protokoll Stellungnahme Update Zusammenfassung Erläuterungen Interviews'.split(
    ' ',
  ),
)

/**
 * Judges the verb at word `verbAt` of a clause whose doer is `owner`: an act to come ("fragt … an", "soll … einladen",
 * "wird … schreiben", "hat den Hut auf"), or null for what is, was, is told here or will not be.
 */
export function actOf(clause: Clause, owner: Owner, verbAt: number): Act | null {
  if (STANDS_FOR.test(clause.text.slice(clause.words[verbAt]!.from))) return null
  const charge = chargeOf(clause, owner, verbAt)
  if (charge) return charge
  return modalOf(clause.words[verbAt]!.text) ? withModal(clause, owner, verbAt) : withVerb(clause, owner, verbAt)
}

/** "wird gebeten, …", "hat zugesagt, … zu", "ist zuständig": who was charged or took it on. */
function chargeOf(clause: Clause, owner: Owner, verbAt: number): Act | null {
  const { words, text } = clause
  if (owner.sure === 'bare') return null
  const end = endOfClause(clause, verbAt)
  const cue = `${WHO[owner.sure]}+charge` as const
  const verb = words[verbAt]!.text
  const last = words.slice(verbAt + 1, end).findLast(word => isParticiple(word.text) || CHARGED.test(word.text))
  if (last && /^(?:wird|werden)$/.test(verb) && CHARGED.test(last.text)) return { cue, aspect: null, confidence: 0.8 }
  if (owner.sure === 'noun') return null
  const says = last !== words[verbAt + 1] || text[last?.to ?? 0] === ','
  if (last && says && /^(?:hat|haben)$/.test(verb) && PROMISED.test(last.text) && !isNegated(clause, verbAt))
    return { cue, aspect: null, confidence: 0.6 }
  const rest = text.slice(words[verbAt]!.from)
  return CHARGE.test(rest) || (VOLUNTEERED.test(rest) && !isNegated(clause, verbAt))
    ? { cue, aspect: null, confidence: 0.8 }
    : null
}

/** "Dem Vorstand wird aufgetragen, …" */
const HANDS_ON = /^(?:aufgetragen|auferlegt|überlassen|übertragen|aufgegeben)$/

const SHALL = { soll: 0.75, sollte: 0.65, muss: 0.7, wird: 0.75, will: 0.6 } as const

function withModal(clause: Clause, owner: Owner, verbAt: number): Act | null {
  if (owner.sure === 'noun') return null
  const word = clause.words[verbAt]!.text
  if (owner.sure === 'bare' && !/^(?:will|muss|möchte)$/.test(word)) return null
  const modal = modalOf(word)
  if (modal === null || !(modal in SHALL) || HYPOTHETICAL.test(word) || isNegated(clause, verbAt)) return null
  if (modal === 'will' && owner.sure === 'organisation') return null
  const act = bareInfinitiveBehind(clause, verbAt)
  if (!act) return null
  const aspect = aspectOf(spanOf(clause, verbAt))
  const doubt = aspect === 'habit' ? 0.5 : /^(?:we|organisation|bare)$/.test(owner.sure) ? 0.85 : 1
  const what = modal === 'wird' ? 'will' : 'shall'
  return { cue: `${WHO[owner.sure]}+${what}`, aspect, confidence: SHALL[modal as keyof typeof SHALL] * doubt }
}

/**
 * The infinitive that closes a modal's clause, null for a passive ("soll eingeladen werden") and for "soll … sein".
 * It may stand before a subordinate clause, so the first break behind it counts.
 */
function bareInfinitiveBehind({ words, text, end }: Clause, verbAt: number): Word | null {
  const isFuture = /^(?:wird|werden)$/.test(words[verbAt]!.text)
  for (let at = verbAt + 1; at < end; at++) {
    const word = words[at]!
    const next = words[at + 1]
    const closes = !next || /[,;.:!)]|–/.test(text.slice(word.to, next.from)) || next.text === 'und'
    if (!closes) continue
    if (word.text === 'werden' || word.text === 'sein' || word.text === 'haben') return null
    if (isInfinitive(word.text)) return isState(word.text) ? null : word
    if (isFuture && text[word.to] === ',' && isParticiple(word.text) && !HANDS_ON.test(word.text)) return null
  }
  return null
}

/** What can only be a state: "soll hängen". Of a verb with several senses the act counts ("Kontakt halten", "eine Lösung finden"). */
function isState(infinitive: string): boolean {
  if (infinitive === 'finden') return false
  const forms = verbForms(infinitive).filter(form => form.shape === 'infinitive')
  return forms.some(form => form.sort === 'be')
}

/** Below this nothing is claimed. */
const LEAST = 0.3

type Weights = { readonly plain: number; readonly coming: number; readonly lasts: number }

/** How often an act in the present tense is one to come: plainly, with a time to come, with a habit or a "gerade". */
const ACTS: Readonly<Record<Who, Weights>> = {
  owner: { plain: 0.85, coming: 0.9, lasts: 0.35 },
  office: { plain: 0.75, coming: 0.85, lasts: 0.3 },
  pronoun: { plain: 0.65, coming: 0.75, lasts: 0.3 },
  we: { plain: 0.6, coming: 0.65, lasts: 0.3 },
  organisation: { plain: 0, coming: 0.5, lasts: 0.1 },
  group: { plain: 0, coming: 0.4, lasts: 0.1 },
  bare: { plain: 0.55, coming: 0.6, lasts: 0.3 },
}
/** "Die Gemeinde prüft das": what an organisation was asked for, rather than what it does anyway. */
const FOLLOWS_UP: Weights = { plain: 0.45, coming: 0.55, lasts: 0.1 }
/** "Am 25. Mai fahren wir zum See": what all do together is an event. */
const OUTINGS = new Set(['fahren', 'gehen', 'reisen', 'treffen', 'hingehen', 'hinfahren'])
/** What a body gives is what it decided. */
const GRANTS = new Set(['bezuschussen', 'fördern', 'gewähren', 'bewilligen', 'beschließen', 'genehmigen'])
/** A speech act ("informiert", "bittet") with a time to come happens after the meeting. */
const TELLS: Partial<Record<Who, number>> = { owner: 0.5, office: 0.45, pronoun: 0.45 }
/** "Die Klassen melden bis Mai, welchen Stand sie haben": any group, where a deadline is told. */
const GROUP_TELLS = 0.45
const DEADLINE = /(?<!\p{L})(?:bis (?:zu[rm] |spätestens |Anfang |Mitte |Ende |\d|\p{Lu})|spätestens )/u
/** A verb that the lists miss. */
const UNLISTED: Partial<Record<Who, Weights>> = {
  owner: { plain: 0.45, coming: 0.6, lasts: 0.2 },
  office: { plain: 0.35, coming: 0.5, lasts: 0.2 },
}

function withVerb(clause: Clause, owner: Owner, verbAt: number): Act | null {
  const end = endOfClause(clause, verbAt)
  const verb = finiteVerb(clause.words, verbAt, end)
  const aspect = aspectOf(spanOf(clause, verbAt))
  const who = WHO[owner.sure]
  if (isNegated(clause, verbAt)) return null
  if (!verb) return isUnlistedVerb(clause, owner, verbAt) ? weighted(`${who}+verb`, UNLISTED[who], aspect) : null
  if (!agrees(verb, owner) || isOnlyParticiple(clause, owner, verbAt) || isListed(clause, owner, verbAt)) return null
  const sort = sortOf(clause, verb, verbAt, end)
  if (sort === 'act') {
    if (who !== 'owner' && GRANTS.has(verb.lemma)) return null
    if (who === 'we' && OUTINGS.has(verb.lemma)) return null
    const odd = verb.prefix === '' && strandedPrefixes(clause.words, verbAt, end).length > 0
    const weights = who === 'organisation' && verb.followUp ? FOLLOWS_UP : ACTS[who]
    return weighted(`${who}+act`, weights, aspect, odd ? 0.6 : 1)
  }
  const told = who === 'group' && DEADLINE.test(spanOf(clause, verbAt)) ? GROUP_TELLS : TELLS[who]
  if (sort !== 'tell' || told === undefined || asksOrSays(clause, verb, verbAt)) return null
  if (!isSoon(spanOf(clause, verbAt))) return null
  return { cue: `${who}+tell`, aspect, confidence: told }
}

function weighted(cue: Act['cue'], weights: Weights | undefined, aspect: Aspect, factor = 1): Act | null {
  if (!weights) return null
  const weight = (aspect === 'coming' ? weights.coming : aspect === null ? weights.plain : weights.lasts) * factor
  return weight < LEAST ? null : { cue, aspect, confidence: weight }
}

/** The clause in its own words, from its beginning to its end. */
function spanOf(clause: Clause, verbAt: number): string {
  const { words, text, at } = clause
  return text.slice(words[at]!.from, words[endOfClause(clause, verbAt) - 1]!.to)
}

function agrees(verb: VerbForm, owner: Owner): boolean {
  if (owner.sure === 'we' && /^ich$/i.test(owner.names[0]!)) return verb.shape === 'first'
  if (/^sie$/i.test(owner.names[0]!)) return verb.shape !== 'first'
  return verb.shape === (owner.plural ? 'plural' : 'singular')
}

/** What the verb is beside the words that go with it. */
function sortOf({ words, text }: Clause, verb: VerbForm, verbAt: number, end: number): VerbForm['sort'] {
  const behind = words.slice(verbAt + 1, end)
  const rest = behind.length > 0 ? text.slice(behind[0]!.from, behind.at(-1)!.to) : ''
  if (verb.lemma === 'nachfragen' && behind.length === 1 && ASKS.test(words[end]?.text ?? '')) return 'tell'
  const sense = senseOf(verb.lemma, rest)
  if (sense) return sense
  if (verb.lemma === 'lassen') return behind.some(word => isInfinitive(word.text)) ? 'act' : 'be'
  if (verb.lemma === 'geben') return behind.length > 0 && !behind.some(word => TOLD.has(word.text)) ? 'act' : 'tell'
  if (verb.sort === 'act' && saysThat(words, verbAt)) return 'tell'
  return verb.sort
}

const ASKS = /^(?:ob|wie|wann|warum|was|wer|wo|welche[rsnm]?|inwie\p{Ll}+)$/u

function saysThat(words: readonly Word[], verbAt: number): boolean {
  return /^(?:dass|daß)$/.test(words[verbAt + 1]?.text ?? '')
}

/** "sagt, dass …", "fragt, wann …": what was said is a clause of its own, so it was said here. */
function asksOrSays(clause: Clause, verb: VerbForm, verbAt: number): boolean {
  const next = clause.words[endOfClause(clause, verbAt)]?.text ?? ''
  return (
    /^(?:dass|daß|ob|wie|wann|warum)$/.test(next) ||
    /^(?:fragen|nachfragen|erinnern|sagen|meinen|erwarten|hinweisen)$/.test(verb.lemma)
  )
}

/** "Flyer erstellt" tells what was done; "Mila erstellt Flyer" what will be. */
function isOnlyParticiple({ words, text }: Clause, owner: Owner, verbAt: number): boolean {
  const next = words[verbAt + 1]
  const last = !next || /^\s*[,;.(]/.test(text.slice(words[verbAt]!.to, next.from))
  return owner.sure === 'bare' && last && isParticiple(words[verbAt]!.text)
}

/** "Zeitplan, Kostenplan abschließen": what is to be done stands before the verb, and nobody who does it. */
function isListed({ words, text }: Clause, owner: Owner, verbAt: number): boolean {
  const next = words[verbAt + 1]
  return owner.sure === 'bare' && owner.plural && (!next || /^\s*[,;.(]/.test(text.slice(words[verbAt]!.to, next.from)))
}

/** A small word ending in -t behind a person is most often a verb the lists miss. */
function isUnlistedVerb(clause: Clause, owner: Owner, verbAt: number): boolean {
  const word = clause.words[verbAt]!.text
  if (owner.plural || verbForms(word).length > 0 || NO_VERB.has(word) || !/^\p{Ll}{3,}t$/u.test(word)) return false
  return !isParticiple(word)
}

const NO_VERB = new Set(
  'ist hat war nicht mit seit bereit jetzt selbst statt fast erst sonst zuletzt dort geht kommt möchte mochte wollte sollte konnte musste hatte samt laut zuerst vorerst'.split(
    ' ',
  ),
)

function isNegated(clause: Clause, verbAt: number): boolean {
  const { words } = clause
  const end = Math.min(endOfClause(clause, verbAt), verbAt + 9)
  return words
    .slice(verbAt + 1, end)
    .some((word, step) => NEGATED.has(word.text) && words[verbAt + step + 2]?.text !== 'nur')
}
