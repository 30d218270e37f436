import { finiteVerb, isInfinitive, isParticiple, modalOf, type VerbForm, verbForms } from '../../../language/verbs.ts'
import type { Word } from '../../../language/words.ts'
import type { Clause } from './clauses.ts'
import type { Owner } from './owners.ts'

/** What makes an owner and a verb an act that is still to come, and how often it is one. */
export type Act = {
  readonly cue: 'owner+act' | 'owner+verb' | 'owner+shall' | 'owner+will' | 'owner+charge'
  readonly confidence: number
}

const CHARGE =
  /^(?:ist|sind) (?:\p{L}+ )?(?:verantwortlich|zuständig|beauftragt|federführend|bereit|ansprechpartner)|^(?:wird|werden) (?:\p{L}+ )?(?:gebeten|beauftragt|aufgefordert|ermächtigt)|^(?:erhält|bekommt|hat) den auftrag|^verspricht\b|^versprechen\b|^(?:hat|haben) (?:den|dafür den) hut auf|^(?:hat|haben) (?:sich )?(?:\p{L}+ )?(?:bereit ?erklärt|(?:zugesagt|angeboten)(?=,? \p{L})|die aufgabe)|^(?:erklärt|erklären) sich (?:\p{L}+ )?bereit|^(?:sagt|sagen) zu\b|^(?:bietet|bieten) (?:sich )?an\b|^(?:stellt|stellen) sich (?:\p{L}+ )?zur verfügung/iu
/** "müsste", "würde": what would be if. */
const IF_ONLY = /^(?:müsst|würd|könnt)en?$|^(?:müsst|würd|könnt)e$/
const NEGATED = new Set('nicht kein keine keinen keinerlei niemand nie kaum selten wenig'.split(' '))
/** Words that say the clause tells a habit or a state that already lasts. */
const LASTS = new Set(
  'seit bereits schon derzeit aktuell momentan zurzeit jährlich immer regelmäßig üblicherweise traditionell'.split(' '),
)
/** What is given in the meeting itself: "gibt einen Überblick". */
const TOLD = new Set(
  'es Überblick Bericht Einblick Einblicke Einführung Ausblick Rückblick Input bedenken bekannt Auskunft Info Infos Stimme'.split(
    ' ',
  ),
)

/**
 * Judges the verb at word `verbAt` of a clause whose doer is `owner`: an act to come ("fragt … an", "soll … einladen",
 * "wird … schreiben", "hat den Hut auf"), or null for what is, was, is told here or will not be.
 */
export function actOf(clause: Clause, owner: Owner, verbAt: number): Act | null {
  const { words, text } = clause
  const rest = text.slice(words[verbAt]!.from)
  if (owner.sure !== 'bare' && CHARGE.test(rest)) return { cue: 'owner+charge', confidence: 0.8 }
  const modal = modalOf(words[verbAt]!.text)
  if (modal) return withModal(clause, owner, verbAt)
  return withVerb(clause, owner, verbAt)
}

function withModal(clause: Clause, owner: Owner, verbAt: number): Act | null {
  if (owner.sure === 'bare') return null
  const modal = modalOf(clause.words[verbAt]!.text)
  if (modal === 'kann' || modal === 'darf' || modal === 'möchte' || IF_ONLY.test(clause.words[verbAt]!.text))
    return null
  if (isNegated(clause, verbAt)) return null
  const act = bareInfinitiveBehind(clause, verbAt)
  if (!act) return null
  const doubt = doubtOf(owner, clause, verbAt)
  if (modal === 'wird') return { cue: 'owner+will', confidence: 0.75 * doubt }
  return { cue: 'owner+shall', confidence: (modal === 'will' ? 0.6 : 0.75) * doubt }
}

/**
 * The infinitive that closes a modal's clause, null for a passive ("soll eingeladen werden") and for "soll … sein".
 * It may stand before a subordinate clause, so the first break behind it counts.
 */
function bareInfinitiveBehind({ words, text, end }: Clause, verbAt: number): Word | null {
  for (let at = verbAt + 1; at < end; at++) {
    const word = words[at]!
    const next = words[at + 1]
    const closes = !next || /[,;.:!)]|–/.test(text.slice(word.to, next.from)) || next.text === 'und'
    if (!closes) continue
    if (word.text === 'werden' || word.text === 'sein' || word.text === 'haben') return null
    if (isInfinitive(word.text)) return verbForms(word.text).some(form => form.sort === 'be') ? null : word
  }
  return null
}

function withVerb(clause: Clause, owner: Owner, verbAt: number): Act | null {
  const { words } = clause
  const verb = finiteVerb(words, verbAt, clause.end)
  if (!verb) return unlistedVerb(clause, owner, verbAt)
  if (!agrees(verb, owner)) return null
  if (isNegated(clause, verbAt)) return null
  if (!isAct(clause, verb, verbAt)) return null
  if (isOnlyParticiple(clause, owner, verbAt)) return null
  const base = verb.prefix === '' && endsWithPrefix(clause) ? UNSURE : baseOf(owner)
  return { cue: 'owner+act', confidence: base * doubtOf(owner, clause, verbAt) }
}

const UNSURE = 0.45
const STRANDED = /^(?:an|auf|aus|ab|ein|vor|bei|zu|um|nach|los|hin|her|fest|dar|weg)$/

/** "spricht sich dafür aus": a prefix left over at the end belongs to a verb that the lists miss. */
function endsWithPrefix({ words, text, end }: Clause): boolean {
  const last = words[end - 1]
  return last !== undefined && STRANDED.test(last.text) && /^[\s.;!]*$/.test(text.slice(last.to))
}

function baseOf(owner: Owner): number {
  return owner.sure === 'bare' ? 0.6 : owner.sure === 'organisation' ? 0.5 : owner.sure === 'pronoun' ? 0.7 : 0.85
}

function agrees(verb: VerbForm, owner: Owner): boolean {
  return owner.plural ? verb.shape === 'plural' : verb.shape === 'singular'
}

const ASKS = new Set(['fragen', 'nachfragen', 'nachhaken', 'rückfragen'])
const ASKED =
  /^(?:ob|wie|was|warum|wer|wo|wann|wieso|weshalb|wozu|wofür|inwiefern|inwieweit|welche[rsnm]?|wieviel|sich)$/

/** "Frau Ott fragt, wann …" asks the table; "fragt bei der Schule, wann …" will ask elsewhere. */
function asksHere(behind: readonly Word[]): boolean {
  const asked = behind.findIndex(word => ASKED.test(word.text))
  return asked >= 0 && !behind.slice(0, asked).some(word => /^(?:bei|beim|die|den|das|im|in)$/.test(word.text))
}

/** An act, or one of the few verbs that tell something or do something by what stands behind them. */
function isAct({ words, end }: Clause, verb: VerbForm, verbAt: number): boolean {
  const behind = words.slice(verbAt + 1, end)
  if (ASKS.has(verb.lemma) && asksHere(behind)) return false
  if (verb.sort === 'act') return !(behind[0]?.text === 'dass' || behind[0]?.text === 'daß')
  if (verb.lemma === 'lassen') return behind.length > 1 && isInfinitive(behind.at(-1)!.text)
  if (verb.lemma === 'geben') return behind.length > 0 && !behind.some(word => TOLD.has(word.text))
  if (verb.lemma === 'abstimmen') return behind.some(word => word.text === 'mit')
  if (verb.lemma === 'fragen') return behind.length > 0
  return false
}

/** "Flyer erstellt" tells what was done; "Mila erstellt Flyer" what will be. */
function isOnlyParticiple({ words, text }: Clause, owner: Owner, verbAt: number): boolean {
  const next = words[verbAt + 1]
  const last = !next || /^\s*[,;.(]/.test(text.slice(words[verbAt]!.to, next.from))
  return owner.sure === 'bare' && last && isParticiple(words[verbAt]!.text)
}

/** A small word ending in -t behind a person is most often a verb the lists miss. */
function unlistedVerb(clause: Clause, owner: Owner, verbAt: number): Act | null {
  if (owner.sure !== 'name' && owner.sure !== 'title' && owner.sure !== 'office') return null
  const word = clause.words[verbAt]!.text
  if (owner.plural || verbForms(word).length > 0 || NO_VERB.has(word) || !/^\p{Ll}{3,}t$/u.test(word)) return null
  if (isParticiple(word) || isNegated(clause, verbAt)) return null
  return { cue: 'owner+verb', confidence: UNSURE * doubtOf(owner, clause, verbAt) }
}

const NO_VERB = new Set(
  'ist hat war nicht mit seit bereit jetzt selbst statt fast erst sonst zuletzt dort geht kommt möchte mochte wollte sollte konnte musste hatte'.split(
    ' ',
  ),
)

function isNegated({ words, end }: Clause, verbAt: number): boolean {
  return words.slice(verbAt + 1, Math.min(end, verbAt + 8)).some(word => NEGATED.has(word.text))
}

/** Less than 1 where the clause tells a habit, or where "wir" may be anybody. */
export function doubtOf(owner: Owner, { words, end }: Clause, verbAt: number): number {
  const lasts = words.slice(verbAt + 1, Math.min(end, verbAt + 10)).some(word => LASTS.has(word.text))
  return (lasts ? 0.5 : 1) * (owner.sure === 'we' ? 0.85 : 1)
}
