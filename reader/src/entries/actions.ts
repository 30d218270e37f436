import { finiteVerb, isParticiple, modalOf, type VerbForm, verbForms } from '../../../language/verbs.ts'
import { type Word, wordsOf } from '../../../language/words.ts'
import { type Act, actOf, doubtOf } from './acts.ts'
import type { Cast } from './cast.ts'
import { type Clause, clausesOf, endBefore, isSubordinate } from './clauses.ts'
import { type Owner, ownerAt } from './owners.ts'

/** Somebody who does or is to do something: a stretch of a part (offsets in the part's text), and who. */
export type Action = {
  readonly from: number
  readonly to: number
  readonly owner: Owner
  readonly cue: ActionCue
  readonly confidence: number
}
export type ActionCue = Act['cue'] | 'owner-behind' | 'owner-elided' | 'owner-passive'

type Match = Pick<Action, 'owner' | 'cue' | 'confidence'>

/** A clause with these tells how things are or were. */
const AUXILIARY = /^(?:ist|sind|war|waren|hat|haben|hatte|hatten|wurde|wurden)$/i
/** Between these two clauses part. */
const CLAUSE_SIGN = /[,;:–(]/
/** An owner behind the verb is looked for in so many words from the beginning of the clause. */
const FRONT_REACH = 16
/** What may stand between a finite verb and the owner behind it. */
const BETWEEN = new Set(
  'sich es das dies ihn ihm dann noch dazu dafür dabei hier auch daher deshalb weiterhin wieder'.split(' '),
)

/**
 * Finds the actions of a part in order. A subordinate clause belongs to the action before it. Of questions only
 * requests hold one ("Kann Mila den Beamer mitbringen?"). `speaker` acts where a clause begins with its verb.
 */
export function actionsIn(part: string, cast: Cast, speaker: string | null = null): Action[] {
  const words = wordsOf(part)
  if (/\?["”“)]*$/.test(part)) return requestIn(words, part, cast)
  const actions: Action[] = []
  let open: (Match & { from: number }) | null = null
  let subject: Owner | null = speaker === null ? null : { names: [speaker], end: 0, sure: 'name', plural: false }
  for (const clause of clausesOf(words, part)) {
    if (open && clause.at < open.owner.end) continue
    const match = actionAt(clause, cast, subject)
    subject = personFirst(clause, cast) ?? subject
    if (!match) continue
    if (open) actions.push({ ...open, to: endBefore(clause) })
    open = { ...match, from: words[clause.at]!.from }
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

function actionAt(clause: Clause, cast: Cast, subject: Owner | null): Match | null {
  if (isSubordinate(clause)) return null
  const goesOn = subject && elided(clause, subject)
  if (goesOn && clause.words[clause.at - 1]?.text === 'und') return goesOn
  return ownerFirst(clause, cast) ?? verbFirst(clause, cast) ?? passive(clause, cast) ?? goesOn
}

/** The person that a clause begins with, whatever the clause tells of her. */
function personFirst({ words, text, at }: Clause, cast: Cast): Owner | null {
  const owner = ownerAt(words, at, text, cast)
  return owner && /^(?:name|title|office)$/.test(owner.sure) ? owner : null
}

/** "Ira hat eine Liste, schickt sie herum": the doer of the clause before goes on. */
function elided(clause: Clause, subject: Owner): Match | null {
  const first = clause.words[clause.at]!.text
  // A verb alone is a state ("… : erledigt."), no act that goes on.
  if (!/^\p{Ll}/u.test(first) || modalOf(first) || clause.end - clause.at < 2) return null
  const act = actOf(clause, subject, clause.at)
  return act?.cue === 'owner+act' ? { owner: subject, cue: 'owner-elided', confidence: act.confidence * 0.9 } : null
}

/** "Mila fragt bei der Schule an", "Hr. Ott soll die Verwaltung einladen". */
function ownerFirst(clause: Clause, cast: Cast): Match | null {
  const owner = ownerAt(clause.words, clause.at, clause.text, cast)
  if (!owner) return null
  const verbAt = behindBrackets(clause, owner.end)
  if (verbAt === null || verbAt >= clause.end) return null
  if (owner.sure === 'bare' && isSubject(clause, verbAt + 1, cast)) return null
  const act = actOf(clause, owner, verbAt)
  return act && { owner, ...act }
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
  if (words[at] === undefined || !/^ ?[([]/.test(gap)) return null
  const close = text.slice(words[at]!.from, words[at]!.from + 80).search(/[)\]]/)
  if (close < 0) return null
  const behind = words.findIndex((word, index) => index > at && word.from > words[at]!.from + close)
  return behind < 0 ? null : behind
}

/** "Um die Technik kümmert sich Mila", "Bis dahin klärt die AG Fest", "… sollten wir recherchieren". */
function verbFirst(clause: Clause, cast: Cast): Match | null {
  const { words, text, at, end } = clause
  for (let index = at; index < Math.min(end, at + FRONT_REACH); index++) {
    if (index > at && CLAUSE_SIGN.test(text.slice(words[index - 1]!.to, words[index]!.from))) return null
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
  if (at >= end || CLAUSE_SIGN.test(text.slice(words[verbAt]!.to, words[at]!.from))) return null
  const owner = ownerAt(words, at, text, cast)
  if (!owner || owner.sure === 'bare' || owner.sure === 'pronoun' || owner.sure === 'organisation') return null
  const act = actOf(clause, owner, verbAt)
  return act && { owner, cue: 'owner-behind', confidence: act.confidence * 0.9 }
}

/** "Der Schlüssel wird noch übergeben durch Mila", "… wird von der AG Fest vorbereitet". */
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

/** A participle of something done once: "übergeben", but not "geführt" ("Das Protokoll wird von Mila geführt"). */
function isDoneOnce(word: string): boolean {
  return isParticiple(word) && !verbForms(word).some(form => form.lasting)
}
