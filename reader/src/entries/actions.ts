import { aspectOf } from '../../../language/aspect.ts'
import { beginsCapital, beginsSmall } from '../../../language/capitals.ts'
import { isParticiple, modalOf, type VerbForm, verbForms } from '../../../language/verbs.ts'
import { type Word, wordsOf } from '../../../language/words.ts'
import { type Act, actOf } from './acts.ts'
import type { Cast } from './cast.ts'
import { behindBracket, type Clause, clausesOf, endBefore, finiteVerbAt, isSubordinate } from './clauses.ts'
import { groupAt, type Owner, ownerAt } from './owners.ts'

/** Somebody who does or is to do something: a stretch of a part (offsets in the part's text), and who. */
export type Action = {
  readonly from: number
  readonly to: number
  readonly owner: Owner
  readonly cue: ActionCue
  readonly confidence: number
}
export type ActionCue = Act['cue'] | 'owner-behind' | 'we-behind' | 'owner-elided' | 'owner-passive' | 'owner-source'

type Match = Pick<Action, 'owner' | 'cue' | 'confidence'>

/** What may stand between a finite verb and the owner behind it. */
const BETWEEN =
  /^(?:sich|es|das|dies|ihn|ihm|ihr|ihnen|uns|dann|noch|dazu|dafür|dabei|hier|auch|daher|deshalb|deswegen|weiterhin|wieder|künftig|diesmal|heuer|einstweilen|vorerst|weiter|mal|wohl|nochmals?|also|zunächst|erst|vorher|anschließend|dort|bitte|morgen|heute|zusätzlich|außerdem|ebenfalls|gerne?|jetzt|nun|jeweils|wie|immer|zeitnah|demnächst|später)$/
const MOST_BETWEEN = 5

/**
 * Finds the actions of a part in order. A subordinate clause belongs to the action before it. Of questions only
 * requests hold one ("Kann Mila den Beamer mitbringen?"). `speaker` acts where a clause begins with its verb.
 */
export function actionsIn(part: string, cast: Cast, speaker: string | null = null): Action[] {
  const words = wordsOf(part)
  if (/\?["”“)]*$/.test(part)) return [...toAnswer(part, cast), ...requestIn(words, part, cast)]
  const actions: Action[] = []
  let open: (Match & { from: number }) | null = null
  let subject: Owner | null = speaker === null ? null : { names: [speaker], end: 0, sure: 'name', plural: false }
  for (const clause of clausesOf(words, part)) {
    if (open && clause.at < open.owner.end) continue
    const first = ownerAt(words, clause.at, part, cast)
    const match = actionAt(clause, cast, subject, first)
    subject = (first && isPerson(first) ? first : null) ?? match?.owner ?? subject
    if (
      !match ||
      (open &&
        match.cue === 'owner-elided' &&
        sameOwner(match, open) &&
        (!hasOwnObject(clause) || isVerbAlone(words, open, clause)))
    )
      continue
    if (open) actions.push({ ...open, to: endBefore(clause) })
    open = { ...match, from: words[clause.at]!.from }
  }
  if (open) actions.push({ ...open, to: part.length })
  return actions
}

function sameOwner(a: Match, b: Match): boolean {
  return a.owner.names.join() === b.owner.names.join()
}

/** "Mila klärt: Was kostet der Saal?", "Die AG prüft, ob das geht?": who is to find an answer. */
function toAnswer(part: string, cast: Cast): Action[] {
  const asks = ANSWERS.exec(part)
  const action = asks && actionsIn(part.slice(0, asks.index + asks[1]!.length), cast)[0]
  return action ? [{ ...action, from: action.from, to: part.length, confidence: 0.8 }] : []
}

const ANSWERS =
  /^([^:?,]{2,60}(?<!\p{L})(?:klärt|klären|prüft|prüfen|fragt|fragen|erfragt|recherchiert|schaut|guckt|ermittelt|eruiert|überlegt)(?: (?:ab|nach|noch|mal|an))?)(?::|, (?:ob|wie|was|wer|wann|wo)(?!\p{L}))/iu

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

/** `first`: who stands at the beginning of the clause; `subject`: who acted in the one before. */
function actionAt(clause: Clause, cast: Cast, subject: Owner | null, first: Owner | null): Match | null {
  if (isSubordinate(clause)) return null
  const joined = /^ ?(?:, ?)?$/.test(
    clause.text.slice(clause.words[clause.at - 1]?.to ?? 0, clause.words[clause.at]!.from),
  )
  const goesOn = () => (subject && (joined || clause.at === 0) ? elided(clause, subject) : null)
  const behindAnd = clause.words[clause.at - 1]?.text === 'und'
  const elidedSubject = behindAnd ? goesOn() : null
  if (elidedSubject) return elidedSubject
  const begun = ownerFirst(clause, cast, first)
  if (begun) return begun
  const verbAt = finiteVerbAt(clause)
  return (
    verbFirst(clause, cast, verbAt) ??
    passive(clause, cast) ??
    source(clause, cast, verbAt) ??
    (behindAnd ? null : goesOn())
  )
}

function isPerson(owner: Owner): boolean {
  return /^(?:name|title|office)$/.test(owner.sure)
}

/** "Ira hat eine Liste, schickt sie herum": the doer of the clause before goes on. */
function elided(clause: Clause, subject: Owner): Match | null {
  const first = clause.words[clause.at]!.text
  // A verb alone is a state ("… : erledigt."), no act that goes on.
  if (!beginsSmall(first) || modalOf(first) || clause.end - clause.at < 2) return null
  const act = actOf(clause, subject, clause.at)
  return act && /\+act$/.test(act.cue)
    ? { owner: subject, cue: 'owner-elided', confidence: act.confidence * 0.9 }
    : null
}

/**
 * "Mila ruft an und bestellt zwei Tische" is two acts, "Mila ruft an und gibt Bescheid" one: the second says what it is
 * about, by a noun of its own and not behind a preposition.
 */
function hasOwnObject({ words, at, end }: Clause): boolean {
  return words.slice(at + 1, end).some((word, step) => {
    const before = words[at + step]!.text
    const article = words[at + step - 1]?.text ?? ''
    return (
      beginsCapital(word.text) && !WITH_VERB.test(word.text) && !PREPOSITION.test(before) && !PREPOSITION.test(article)
    )
  })
}

/** "Mila prüft und gibt eine Einschätzung ab": the first verb says nothing without the second. */
function isVerbAlone(words: readonly Word[], { owner }: Match, clause: Clause): boolean {
  return words[clause.at - 1]!.text === 'und' && clause.at - owner.end <= 2
}

const WITH_VERB = /^(?:Bescheid|Rückmeldung|Kontakt|Feedback|Antwort|Auskunft)$/
const PREPOSITION =
  /^(?:mit|bei|beim|in|im|ins|an|am|ans|auf|aufs|zu|zum|zur|von|vom|nach|bis|für|um|über|unter|vor|durch|aus|per|als|seit|ab|gegen|ohne|wegen|innerhalb)$/

/** "Mila fragt bei der Schule an", "Hr. Ott soll die Verwaltung einladen". */
function ownerFirst(clause: Clause, cast: Cast, first: Owner | null): Match | null {
  const { words, text, at, end } = clause
  const owner = first ?? groupAt(words, at, text)
  if (!owner) return null
  const verbAt = behindInsertion(clause, owner.end)
  if (verbAt === null || verbAt >= end) return null
  if (mayBeObject(owner, words[at]!.text)) {
    const behind = subjectBehind(clause, verbAt, cast)
    if (behind && (owner.sure === 'bare' || behind.sure !== 'office' || isNominative(words, verbAt))) return null
  }
  if (owner.sure === 'bare' && modalOf(words[verbAt]!.text) && !cast.isAcquaintance(words[at]!.text)) return null
  const act = actOf(clause, owner, verbAt)
  return act && { owner, ...act }
}

/** "Müllsäcke stellt der Bauhof", but not "Die Verwaltung fragt die Eltern". */
function isNominative(words: readonly Word[], verbAt: number): boolean {
  return words.slice(verbAt + 1, verbAt + MOST_BETWEEN).some(word => word.text === 'der')
}

/** Before the verb these can be what is done as well: "Getränke besorgt Dieter", "Die Moderation übernimmt Hr. Ott". */
function mayBeObject(owner: Owner, first: string): boolean {
  return /^(?:bare|organisation|office|noun)$/.test(owner.sure) && !/^(?:der|ein)$/i.test(first)
}

/** Index of the word behind an insertion in brackets: "Hr. Ott (Sparkasse) fragt". Null where a comma stands. */
function behindInsertion({ words, text, at: first }: Clause, at: number): number | null {
  const gap = text.slice(words[at - 1]!.to, words[at]?.from ?? text.length)
  if (/^[ .]*$/.test(gap)) return at
  if (gap === ') ' && text.slice(words[first]!.to, words[at - 1]!.from).includes('(')) return at
  return words[at] && /^ ?[([]/.test(gap) ? behindBracket(words, text, at) : null
}

/** "Um die Technik kümmert sich Mila", "Bis dahin klärt die AG Fest", "… sollten wir recherchieren". */
function verbFirst(clause: Clause, cast: Cast, verbAt: number | null): Match | null {
  const owner = verbAt === null || isSubjectBefore(clause, verbAt, cast) ? null : subjectBehind(clause, verbAt, cast)
  const act = owner && actOf(clause, owner, verbAt!)
  if (!act) return null
  if (owner.sure !== 'we') return { owner, cue: 'owner-behind', confidence: act.confidence * 0.95 }
  const said = act.aspect === 'coming' || aspectOf(clause.text) === 'coming' || !/\+act$/.test(act.cue)
  return said || !/^wir$/i.test(owner.names[0]!) ? { owner, cue: 'we-behind', confidence: act.confidence * 0.9 } : null
}

/** "Die Schulleitung informiert die Elternschaft, dass …": who stands before the verb does it, and not "die …" behind. */
function isSubjectBefore({ words, text, at }: Clause, verbAt: number, cast: Cast): boolean {
  const first = ownerAt(words, at, text, cast)
  if (!first || first.end !== verbAt || !/^(?:name|title|office)$/.test(first.sure)) return false
  return /^(?:die|das)$/.test(words[verbAt + 1]?.text ?? '')
}

/** Who stands behind the finite verb as its subject, small words between them apart. */
function subjectBehind({ words, text, end }: Clause, verbAt: number, cast: Cast): Owner | null {
  let at = verbAt + 1
  while (at < end && at <= verbAt + MOST_BETWEEN && BETWEEN.test(words[at]!.text)) at++
  const word = words[at]
  if (!word || at >= end || /[,;:–(]/.test(text.slice(words[verbAt]!.to, word.from))) return null
  if (/^(?:den|dem|einen|einem|einer|Herrn|Hrn|unserem)$/.test(word.text)) return null
  const owner = ownerAt(words, at, text, cast)
  if (!owner || /^(?:pronoun|noun)$/.test(owner.sure)) return null
  if (owner.sure === 'bare') return cast.isAcquaintance(word.text) ? owner : null
  if (owner.sure === 'organisation' && word.text !== 'der') return null
  return owner
}

/** "Der Schlüssel wird noch übergeben durch Mila", "… wird von der AG Fest vorbereitet". */
function passive(clause: Clause, cast: Cast): Match | null {
  const { words, text, at, end } = clause
  const will = words.slice(at, end).findIndex(word => word.text === 'wird' || word.text === 'werden')
  if (will < 0) return null
  for (let index = at + will + 1; index < end; index++) {
    if (!/^(?:von|vom|durch)$/.test(words[index]!.text)) continue
    const owner = ownerAt(words, index + 1, text, cast)
    if (!owner || !isPerson(owner)) continue
    const near = [words[index - 1], ...words.slice(at, at + will), ...words.slice(owner.end, end)]
    if (near.some(word => word && isDoneOnce(word.text))) return { owner, cue: 'owner-passive', confidence: 0.65 }
  }
  return null
}

/** A participle of something done once: "übergeben", but not "geführt" ("Das Protokoll wird von Mila geführt"). */
function isDoneOnce(word: string): boolean {
  return isParticiple(word) && !verbForms(word).some(form => form.lasting)
}

/** "Die Rundmail kommt von Mila", "Anmeldung läuft über Hr. Ott": what somebody is to see to. */
function source({ words, text, end }: Clause, cast: Cast, verbAt: number | null): Match | null {
  if (
    verbAt === null ||
    !/^(?:kommt|kommen|läuft|laufen|geht|gehen|erfolgt|erfolgen|gibts|gibt's)$/.test(words[verbAt]!.text)
  )
    return null
  for (let at = verbAt + 1; at < Math.min(end, verbAt + 8); at++) {
    if (!/^(?:von|vom|durch|über)$/.test(words[at]!.text)) continue
    const owner = ownerAt(words, at + 1, text, cast)
    if (owner && isPerson(owner)) return { owner, cue: 'owner-source', confidence: 0.55 }
  }
  return null
}
