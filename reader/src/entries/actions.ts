import { finiteVerb, isInfinitive, isParticiple, modalOf, type VerbForm, verbForms } from '../../../language/verbs.ts'
import { type Word, wordsOf } from '../../../language/words.ts'
import type { Cast } from './cast.ts'
import { type Owner, ownerAt } from './owners.ts'

/** Somebody who does or is to do something: a stretch of a part (offsets in the part's text), and who. */
export type Action = {
  readonly from: number
  readonly to: number
  readonly owner: Owner
  readonly cue: ActionCue
  readonly confidence: number
}
export type ActionCue =
  | 'owner+act'
  | 'owner+verb'
  | 'owner+shall'
  | 'owner+will'
  | 'owner+charge'
  | 'owner-behind'
  | 'owner-elided'
  | 'owner-passive'

/** A clause with these tells how things are or were. */
const AUXILIARY = /^(?:ist|sind|war|waren|hat|haben|hatte|hatten|wurde|wurden)$/i
/** "müsste", "würde": what would be if. */
const IF_ONLY = /^(?:müsst|würd|könnt)en?$|^(?:müsst|würd|könnt)e$/

type Clause = { readonly words: readonly Word[]; readonly text: string; readonly at: number; readonly end: number }
type Match = { readonly owner: Owner; readonly cue: ActionCue; readonly confidence: number }

/** A clause is looked at this many words far: what stands further on belongs to another thought. */
const REACH = 45
const FRONT_REACH = 16

const SUBORDINATE = new Set(
  'dass daß weil wenn ob wie damit sodass obwohl nachdem bevor falls sofern indem während was wer wo warum wann welche welcher welches wodurch womit worauf denen deren dessen als'.split(
    ' ',
  ),
)
const COORDINATE = new Set('und sowie aber daher deshalb also dann'.split(' '))
const BREAK = /[,:–(→]|(?<= )-(?= )/
const NEGATED = new Set('nicht kein keine keinen keinerlei niemand nie kaum selten wenig'.split(' '))
/** Words that say the clause tells a habit or a state that already lasts. */
const LASTS = new Set(
  'seit bereits schon derzeit aktuell momentan zurzeit jährlich immer regelmäßig üblicherweise traditionell'.split(' '),
)
/** What may stand between a finite verb and the owner behind it. */
const BETWEEN = new Set(
  'sich es das dies ihn ihm dann noch dazu dafür dabei hier auch daher deshalb weiterhin wieder'.split(' '),
)
/** What is given in the meeting itself: "gibt einen Überblick". */
const TOLD = new Set(
  'es Überblick Bericht Einblick Einblicke Einführung Ausblick Rückblick Input bedenken bekannt Auskunft Info Infos Stimme'.split(
    ' ',
  ),
)
const CHARGE =
  /^(?:ist|sind) (?:\p{L}+ )?(?:verantwortlich|zuständig|beauftragt|federführend|bereit|ansprechpartner)|^(?:wird|werden) (?:\p{L}+ )?(?:gebeten|beauftragt|aufgefordert|ermächtigt)|^(?:erhält|bekommt|hat) den auftrag|^verspricht\b|^versprechen\b|^(?:hat|haben) (?:den|dafür den) hut auf|^(?:hat|haben) (?:sich )?(?:\p{L}+ )?(?:bereit ?erklärt|(?:zugesagt|angeboten)(?=,? \p{L})|die aufgabe)|^(?:erklärt|erklären) sich (?:\p{L}+ )?bereit|^(?:sagt|sagen) zu\b|^(?:bietet|bieten) (?:sich )?an\b|^(?:stellt|stellen) sich (?:\p{L}+ )?zur verfügung/iu

/**
 * Finds the actions of a part in order. A subordinate clause belongs to the action before it. Of questions only
 * requests hold one: "Kann Mila den Beamer mitbringen?" */
export function actionsIn(part: string, cast: Cast): Action[] {
  const words = wordsOf(part)
  if (/\?["”“)]*$/.test(part)) return requestIn(words, part, cast)
  const actions: Action[] = []
  let open: (Match & { from: number }) | null = null
  let subject: Owner | null = null
  for (const at of clauseStarts(words, part)) {
    const clause = { words, text: part, at, end: Math.min(words.length, at + REACH) }
    if (open && at < open.owner.end) continue
    const goesOn = subject && words[at - 1]?.text === 'und' ? elided(clause, subject) : null
    const match = goesOn ?? actionAt(clause, cast) ?? (subject && elided(clause, subject))
    subject = personFirst(clause, cast) ?? subject
    if (!match) continue
    if (open) actions.push({ ...open, to: endBefore(words, at, part) })
    open = { ...match, from: words[at]!.from }
  }
  if (open) actions.push({ ...open, to: part.length })
  return actions
}

function requestIn(words: readonly Word[], text: string, cast: Cast): Action[] {
  if (!/^(?:kann|kannst|könnte|könntest|möchte|würde)$/i.test(words[0]?.text ?? '')) return []
  const owner = ownerAt(words, 1, text, cast)
  const last = words.at(-1)!
  if (!owner || !/^(?:name|title)$/.test(owner.sure) || !verbForms(last.text).some(isActForm)) return []
  return [{ from: 0, to: text.length, owner, cue: 'owner+shall', confidence: 0.5 }]
}

function isActForm(form: VerbForm): boolean {
  return form.sort === 'act' && form.shape === 'infinitive'
}

/** Where the clause before word `at` ends: joining words and signs between the two belong to neither. */
function endBefore(words: readonly Word[], at: number, part: string): number {
  let last = at - 1
  while (last > 0 && COORDINATE.has(words[last]!.text)) last--
  const { to } = words[last]!
  return to + (/^["”“)\]]{0,3}/.exec(part.slice(to, to + 3))?.[0].length ?? 0)
}

function clauseStarts(words: readonly Word[], text: string): number[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1]
    if (!before) return [at]
    if (COORDINATE.has(word.text)) return []
    return COORDINATE.has(before.text) || BREAK.test(text.slice(before.to, word.from)) ? [at] : []
  })
}

function actionAt(clause: Clause, cast: Cast): Match | null {
  const first = clause.words[clause.at]!.text.toLowerCase()
  if (SUBORDINATE.has(first)) return null
  return ownerFirst(clause, cast) ?? verbFirst(clause, cast) ?? passive(clause, cast)
}

/** The person that a clause begins with, whatever the clause tells of her. */
function personFirst({ words, text, at }: Clause, cast: Cast): Owner | null {
  const owner = ownerAt(words, at, text, cast)
  return owner && /^(?:name|title|office)$/.test(owner.sure) ? owner : null
}

/** "Ira hat eine Liste, schickt sie herum": the doer of the clause before goes on. */
function elided(clause: Clause, subject: Owner): Match | null {
  const first = clause.words[clause.at]!.text
  if (!/^\p{Ll}/u.test(first) || modalOf(first)) return null
  const match = withVerb(clause, subject, clause.at)
  return match?.cue === 'owner+act' ? { ...match, cue: 'owner-elided', confidence: match.confidence * 0.9 } : null
}

/** "Mila fragt bei der Schule an", "Hr. Ott soll die Verwaltung einladen". */
function ownerFirst(clause: Clause, cast: Cast): Match | null {
  const owner = ownerAt(clause.words, clause.at, clause.text, cast)
  if (!owner) return null
  const verbAt = behindBrackets(clause, owner.end)
  if (verbAt === null || verbAt >= clause.end) return null
  if (owner.sure === 'bare' && isSubject(clause, verbAt + 1, cast)) return null
  return judged(clause, owner, verbAt)
}

/** Does the doer stand here? "Getränke besorgt Dieter", "Müllsäcke stellt der Bauhof" begin with the object. */
function isSubject({ words, text }: Clause, at: number, cast: Cast): boolean {
  if (words[at]?.text === 'der' && /^\p{Lu}/u.test(words[at + 1]?.text ?? '')) return true
  const owner = ownerAt(words, at, text, cast)
  return owner !== null && owner.sure !== 'bare' && owner.sure !== 'pronoun'
}

/** Index of the word behind an insertion in brackets: "Hr. Ott (Sparkasse) fragt". Null where a comma stands. */
function behindBrackets({ words, text }: Clause, at: number): number | null {
  const gap = text.slice(words[at - 1]!.to, words[at]?.from ?? text.length)
  if (/^[ .]*$/.test(gap)) return at
  if (!/^ ?[([]/.test(gap)) return null
  const close = text.slice(words[at]!.from, words[at]!.from + 80).search(/[)\]]/)
  if (close < 0) return null
  const behind = words.findIndex((word, index) => index > at && word.from > words[at]!.from + close)
  return behind < 0 ? null : behind
}

function judged(clause: Clause, owner: Owner, verbAt: number): Match | null {
  const { words, text } = clause
  const rest = text.slice(words[verbAt]!.from)
  if (owner.sure !== 'bare' && CHARGE.test(rest)) return { owner, cue: 'owner+charge', confidence: 0.8 }
  const modal = modalOf(words[verbAt]!.text)
  if (modal) return withModal(clause, owner, verbAt)
  return withVerb(clause, owner, verbAt)
}

function withModal(clause: Clause, owner: Owner, verbAt: number): Match | null {
  if (owner.sure === 'bare') return null
  const modal = modalOf(clause.words[verbAt]!.text)
  if (modal === 'kann' || modal === 'darf' || modal === 'möchte' || IF_ONLY.test(clause.words[verbAt]!.text))
    return null
  if (isNegated(clause, verbAt)) return null
  const act = bareInfinitiveBehind(clause, verbAt)
  if (!act) return null
  const doubt = doubtOf(owner, clause, verbAt)
  if (modal === 'wird') return { owner, cue: 'owner+will', confidence: 0.75 * doubt }
  return { owner, cue: 'owner+shall', confidence: (modal === 'will' ? 0.6 : 0.75) * doubt }
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

function withVerb(clause: Clause, owner: Owner, verbAt: number): Match | null {
  const { words } = clause
  const verb = finiteVerb(words, verbAt, clause.end)
  if (!verb) return unlistedVerb(clause, owner, verbAt)
  if (!agrees(verb, owner)) return null
  if (isNegated(clause, verbAt)) return null
  if (!isAct(clause, verb, verbAt)) return null
  if (isOnlyParticiple(clause, owner, verbAt)) return null
  const base = verb.prefix === '' && endsWithPrefix(clause) ? UNSURE : baseOf(owner)
  return { owner, cue: 'owner+act', confidence: base * doubtOf(owner, clause, verbAt) }
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
function unlistedVerb(clause: Clause, owner: Owner, verbAt: number): Match | null {
  if (owner.sure !== 'name' && owner.sure !== 'title' && owner.sure !== 'office') return null
  const word = clause.words[verbAt]!.text
  if (owner.plural || verbForms(word).length > 0 || NO_VERB.has(word) || !/^\p{Ll}{3,}t$/u.test(word)) return null
  if (isParticiple(word) || isNegated(clause, verbAt)) return null
  return { owner, cue: 'owner+verb', confidence: UNSURE * doubtOf(owner, clause, verbAt) }
}

const NO_VERB = new Set(
  'ist hat war nicht mit seit bereit jetzt selbst statt fast erst sonst zuletzt dort geht kommt möchte mochte wollte sollte konnte musste hatte'.split(
    ' ',
  ),
)

function isNegated({ words, end }: Clause, verbAt: number): boolean {
  return words.slice(verbAt + 1, Math.min(end, verbAt + 8)).some(word => NEGATED.has(word.text))
}

function doubtOf(owner: Owner, { words, end }: Clause, verbAt: number): number {
  const lasts = words.slice(verbAt + 1, Math.min(end, verbAt + 10)).some(word => LASTS.has(word.text))
  return (lasts ? 0.5 : 1) * (owner.sure === 'we' ? 0.85 : 1)
}

/** "Um die Technik kümmert sich Mila", "Bis dahin klärt die AG Fest", "… sollten wir recherchieren". */
function verbFirst(clause: Clause, cast: Cast): Match | null {
  const { words, text, at, end } = clause
  for (let index = at; index < Math.min(end, at + FRONT_REACH); index++) {
    if (index > at && /[,;:–(]/.test(text.slice(words[index - 1]!.to, words[index]!.from))) return null
    if (AUXILIARY.test(words[index]!.text)) return null
    if (modalOf(words[index]!.text) === null && !finiteVerb(words, index, end)) continue
    return ownerBehind(clause, index, cast)
  }
  return null
}

function ownerBehind(clause: Clause, verbAt: number, cast: Cast): Match | null {
  const { words, text, end } = clause
  let at = verbAt + 1
  while (at < end && at < verbAt + 4 && BETWEEN.has(words[at]!.text)) at++
  const owner = ownerAt(words, at, text, cast)
  if (!owner || owner.sure === 'bare' || owner.sure === 'pronoun' || owner.sure === 'organisation') return null
  const match = modalOf(words[verbAt]!.text) ? withModal(clause, owner, verbAt) : withVerb(clause, owner, verbAt)
  return match && { ...match, cue: 'owner-behind', confidence: match.confidence * 0.9 }
}

/** "Die Domain wird noch übertragen durch Mila", "… wird von der AG Fest vorbereitet". */
function passive(clause: Clause, cast: Cast): Match | null {
  const { words, text, at, end } = clause
  const will = words.slice(at, end).findIndex(word => word.text === 'wird' || word.text === 'werden')
  if (will < 0) return null
  for (let index = at + will + 1; index < end - 1; index++) {
    if (!/^(?:von|vom|durch)$/.test(words[index]!.text)) continue
    const owner = ownerAt(words, index + 1, text, cast)
    if (!owner || !/^(?:name|title|office)$/.test(owner.sure)) continue
    const near = [words[index - 1], ...words.slice(owner.end, end)]
    if (near.some(word => word && isDoneOnce(word.text))) {
      return { owner, cue: 'owner-passive', confidence: 0.65 * doubtOf(owner, clause, at) }
    }
  }
  return null
}

/** A participle of something done once: "übertragen", but not "geführt" ("Das Protokoll wird von Mila geführt"). */
function isDoneOnce(word: string): boolean {
  return isParticiple(word) && !verbForms(word).some(form => form.lasting)
}
