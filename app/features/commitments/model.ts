import { Temporal } from 'temporal-polyfill'
import type { Viewer } from '../../access/viewer.ts'
import {
  type Answer,
  answers,
  type CommitmentState,
  commitmentStates,
  type Day,
  type Id,
  type Report,
  reports,
} from '../../ground/schema.ts'

/**
 * The three lists, kept apart for good. **State**: where the commitment stands; only an act of the table moves it.
 * **Report**: what its owner says when asked. **Answer**: what an addressee outside says to a demand.
 * A report or an answer is an event in the history and moves nothing.
 */
export { type Answer, answers, type CommitmentState, commitmentStates, type Report, reports }

/**
 * Who is bound. An office stays when the person changes; `outside` is a body without an account; `nobody` keeps the
 * words as written ("die Anwesenden"), null where there were none, and binds no one.
 */
export type Owner =
  | { readonly kind: 'person' | 'office' | 'organization'; readonly id: Id }
  | { readonly kind: 'outside'; readonly name: string }
  | { readonly kind: 'nobody'; readonly name: string | null }

/** Until when: a day (with the words it was said in, where they are known), words that fit no day, or nothing yet. */
export type Due =
  | { readonly kind: 'day'; readonly day: Day; readonly words: string | null }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'nothing' }

export const dueOf = (day: Day | null, words: string | null): Due =>
  day ? { kind: 'day', day, words } : words ? { kind: 'words', words } : { kind: 'nothing' }

export const dueDay = (due: Due): Day | null => (due.kind === 'day' ? due.day : null)
export const dueWords = (due: Due): string | null => (due.kind === 'nothing' ? null : due.words)

/** The words are how it was said; two dues differ when the day differs, or the words where there is no day. */
export const sameDue = (a: Due, b: Due): boolean =>
  dueDay(a) === dueDay(b) && (dueDay(a) !== null || dueWords(a) === dueWords(b))

export const sameOwner = (a: Owner, b: Owner): boolean => ownerMark(a) === ownerMark(b)

/**
 * Which state may follow which. A commitment that ended can be taken up again; one that was missed can still be kept.
 * `missed` is said by the table, never by the calendar: a passed day alone makes it overdue.
 */
export const following: Readonly<Record<CommitmentState, readonly CommitmentState[]>> = {
  open: ['under_way', 'done', 'missed', 'dropped'],
  under_way: ['open', 'done', 'missed', 'dropped'],
  missed: ['open', 'under_way', 'done', 'dropped'],
  done: ['open', 'under_way'],
  dropped: ['open', 'under_way'],
}

export const mayFollow = (from: CommitmentState, to: CommitmentState): boolean => following[from].includes(to)

/** Who drops a commitment says why. */
export const needsReason = (state: CommitmentState): boolean => state === 'dropped'

/** States in which it still binds; every other state has ended. */
export const openStates = ['open', 'under_way'] as const satisfies readonly CommitmentState[]

/** What the rules need to know of a commitment. */
export type Facts = { readonly state: CommitmentState; readonly owner: Owner['kind']; readonly due: Due }

/**
 * Where a commitment stands on a day (`today` in the network's time zone). The one core: every rule, list, count and
 * badge below reads it, so that two of them can not disagree. What has ended is neither overdue nor missing anything.
 * A commitment due today is not overdue yet; one with words alone never is.
 */
export type Standing = {
  readonly open: boolean
  readonly overdue: boolean
  readonly withoutOwner: boolean
  readonly withoutDate: boolean
}

export function standing({ state, owner, due }: Facts, today: Day): Standing {
  const open = (openStates as readonly CommitmentState[]).includes(state)
  return {
    open,
    overdue: open && due.kind === 'day' && due.day < today,
    withoutOwner: open && owner === 'nobody',
    withoutDate: open && due.kind === 'nothing',
  }
}

export const isOpen = (facts: Facts, today: Day): boolean => standing(facts, today).open
export const hasEnded = (facts: Facts, today: Day): boolean => !standing(facts, today).open
export const isOverdue = (facts: Facts, today: Day): boolean => standing(facts, today).overdue
export const hasNoOwner = (facts: Facts, today: Day): boolean => standing(facts, today).withoutOwner
export const hasNoDate = (facts: Facts, today: Day): boolean => standing(facts, today).withoutDate

/** Whole days since the due day of an overdue commitment; null where it is not overdue. */
export function daysOverdue(facts: Facts, today: Day): number | null {
  if (!isOverdue(facts, today)) return null
  return Temporal.PlainDate.from(dueDay(facts.due)!).until(today, { largestUnit: 'day' }).days
}

/** The lists people choose from. Every commitment is in exactly one of `open` and `ended`; the others are parts of `open`. */
export const lists = ['open', 'overdue', 'without-owner', 'without-date', 'mine', 'ended'] as const
export type List = (typeof lists)[number]

/** The lists that a commitment is in; `mine` says whether the reader owns it, in person or by an office. */
export function listsOf(facts: Facts, today: Day, mine: boolean): readonly List[] {
  const { open, overdue, withoutOwner, withoutDate } = standing(facts, today)
  const holds: Record<List, boolean> = {
    open,
    overdue,
    'without-owner': withoutOwner,
    'without-date': withoutDate,
    mine: open && mine,
    ended: !open,
  }
  return lists.filter(list => holds[list])
}

/** An owner as one word, as forms send it and the history keeps it: `person:<id>`, `outside:<name>`, `nobody:`. */
export function ownerMark(owner: Owner): string {
  return 'id' in owner ? `${owner.kind}:${owner.id}` : `${owner.kind}:${owner.name ?? ''}`
}

/** Reads a mark back; null for what is none. An id may belong to nothing: who writes checks that. */
export function ownerOf(mark: string): Owner | null {
  const [, kind, rest = ''] = OWNER_MARK.exec(mark) ?? []
  if (kind === 'nobody') return { kind, name: rest || null }
  if (kind === 'outside') return rest ? { kind, name: rest } : null
  if (kind === 'person' || kind === 'office' || kind === 'organization')
    return UUID.test(rest) ? { kind, id: rest } : null
  return null
}
const OWNER_MARK = /^(person|office|organization|outside|nobody):(.*)$/s
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A due date as one word, as the history keeps it: `2026-10-24 Ende Oktober`, `words möglichst bald`, `nothing`. */
export function dueMark(due: Due): string {
  if (due.kind === 'nothing') return 'nothing'
  if (due.kind === 'words') return `words ${due.words}`
  return due.words ? `${due.day} ${due.words}` : due.day
}

/** Reads a mark back; null for what is none. */
export function dueOfMark(mark: string): Due | null {
  if (mark === 'nothing') return { kind: 'nothing' }
  const [, head, rest = ''] = DUE_MARK.exec(mark) ?? []
  if (!head) return null
  if (head === 'words') return rest ? { kind: 'words', words: rest } : null
  return { kind: 'day', day: head, words: rest || null }
}
const DUE_MARK = /^(words|\d{4}-\d\d-\d\d)(?: (.*))?$/s

/** An address is written by hand only where no record of a person need stand behind the owner. */
export const mayWriteAddress = ({ kind }: Owner): boolean => kind === 'outside' || kind === 'organization'

/** How often one link may report on one day: enough to correct oneself, too little to flood a history. */
export const REPORTS_A_DAY = 20
export const LONGEST_WORDING = 2000
export const LONGEST_SENTENCE = 2000

/** A letter about a commitment as it went out. `by`: null where the name is not for the viewer. */
export type SentLetter = {
  readonly id: Id
  readonly name: string
  readonly href: string
  readonly at: string
  readonly by: string | null
}
/** What later features bring to a commitment's page: letters about it that went out, as the viewer may see them. */
export type SentLetters = (viewer: Viewer, commitmentId: Id) => Promise<readonly SentLetter[]>
