import {
  type AgendaItem,
  type AttendanceState,
  type DecisionResult,
  type Entry,
  type EntryKind,
  type Finding,
  type HeadField,
  type Lines,
  type Reading,
  SURE,
  type Votes,
  type When,
} from '../../../../reader/src/reading.ts'
import type { Audience, Day, Id, ReadingItemState, ReadingSection, ReadingState } from '../../../ground/schema.ts'

/**
 * A reading under review: what the reader proposed and what people made of it. Nothing in it is a fact yet.
 * Items of all three sections share one life: proposed, accepted or rejected, and a way back between them.
 */
export type Review = {
  readonly id: Id
  readonly sourceId: Id
  readonly fileName: string
  readonly state: ReadingState
  /** Counts changes; who writes names the one he started from. */
  readonly revision: number
  readonly head: HeadNow
  readonly bodyId: Id | null
  /** The meeting at whose table it was written; null for a text that was brought in. */
  readonly meetingId: Id | null
  readonly audience: Audience
  readonly withoutAdministration: boolean
  readonly findings: readonly Finding[]
  readonly names: Names
  readonly lines: readonly string[]
  readonly items: readonly Item[]
}

/** The head as people have it now, and at which lines the reader found it. `body` is the name as read. */
export type HeadNow = {
  readonly [F in HeadField]: string
} & { readonly at: Partial<Record<HeadField, Lines>> }

export type Item = AttendanceItem | AgendaRow | EntryItem
type ItemOf<Section extends ReadingSection, Now> = {
  readonly id: Id
  readonly section: Section
  readonly lines: Lines
  readonly position: number
  readonly state: ReadingItemState
  /** A person added it or changed it after the reader. */
  readonly touched: boolean
  readonly now: Now
}
export type AttendanceItem = ItemOf<'attendance', AttendeeNow>
export type AgendaRow = ItemOf<'agenda', AgendaNow>
export type EntryItem = ItemOf<'entry', EntryNow> & { readonly read: AsRead | null }

/** How the reader saw an entry, whatever became of it since; null where a person added it. */
export type AsRead = Pick<EntryNow, 'confidence' | 'doubts'>

export type AttendeeNow = {
  readonly name: string
  readonly state: AttendanceState
  readonly onBehalfOf: string | null
}
export type AgendaNow = Pick<AgendaItem, 'number' | 'title' | 'level'>

/** One flat shape for all kinds, so that changing the kind loses nothing that was filled in before. */
export type EntryNow = {
  readonly kind: EntryKind
  readonly text: string
  /** Position of the agenda row it stands under, null before the first. */
  readonly under: number | null
  readonly owners: readonly string[]
  readonly due: When | null
  /** Who said or wished it. */
  readonly speaker: string | null
  readonly result: DecisionResult | null
  readonly votes: Votes | null
  readonly condition: string | null
  readonly title: string | null
  readonly when: When | null
  readonly place: string | null
  readonly parked: boolean
  readonly lookAgainOn: Day | null
  readonly done: boolean | null
  readonly sameAs: SameAs
  readonly cues: readonly string[]
  readonly confidence: number
  readonly doubts: readonly Finding[]
}

/**
 * The open commitment that a line speaks of again. Null: nobody looked or nothing resembles it.
 * With `id` null a person has said that it is a new one.
 */
export type SameAs = { readonly id: Id | null; readonly by: 'reader' | 'person' } | null

/** Names as written, and whom they mean. `id` null with a kind of the directory: to be created on confirming. */
export type Names = Readonly<Record<string, NameMatch>>
export type NameMatch = {
  readonly kind: 'person' | 'office' | 'organization' | 'outside' | 'nobody'
  readonly id: Id | null
  readonly name: string
  readonly by: 'reader' | 'person'
}

/** Findings about what the text leaves open, not about how it was read: a task without a date may be read quite rightly. */
const LEFT_OPEN: ReadonlySet<Finding['code']> = new Set(['due-missing', 'due-vague'])

/**
 * What may be accepted unseen: read without a doubt and with confidence, and no guess that ties it to an open commitment.
 * It is asked of the entry as it was read, so that nothing moves while a person works on it.
 */
export function isSure(item: Item): boolean {
  if (item.section !== 'entry' || item.read === null) return true
  if (item.now.sameAs?.by === 'reader') return false
  return item.read.confidence >= SURE && item.read.doubts.every(({ code }) => LEFT_OPEN.has(code))
}

/** What accepting all that is sure accepts, and what taking that back reopens: untouched, so that no work is lost. */
export const waitsSurely = (item: Item): boolean => item.state === 'proposed' && isSure(item)
export const acceptedSurely = (item: Item): boolean => item.state === 'accepted' && isSure(item) && !item.touched

export function entryNow(entry: Entry): EntryNow {
  return {
    ...emptyEntry(entry.kind, entry.text),
    under: entry.agendaItem,
    owners: 'owners' in entry ? entry.owners : [],
    due: entry.kind === 'task' ? entry.due : null,
    speaker: entry.kind === 'statement' ? entry.speaker : entry.kind === 'wish' ? entry.from : null,
    ...(entry.kind === 'decision' ? { result: entry.result, votes: entry.votes, condition: entry.condition } : {}),
    ...(entry.kind === 'appointment' ? { title: entry.title, when: entry.when, place: entry.place } : {}),
    parked: entry.kind === 'idea' && entry.parked,
    done: entry.kind === 'status' ? entry.done : null,
    cues: entry.cues,
    confidence: entry.confidence,
    doubts: entry.doubts,
  }
}

/** What a person adds by marking text: theirs, so there is nothing to doubt. */
export function emptyEntry(kind: EntryKind, text: string): EntryNow {
  return {
    kind,
    text,
    under: null,
    owners: [],
    due: null,
    speaker: null,
    result: null,
    votes: null,
    condition: null,
    title: null,
    when: null,
    place: null,
    parked: false,
    lookAgainOn: null,
    done: null,
    sameAs: null,
    cues: [],
    confidence: 1,
    doubts: [],
  }
}

export function headNow(reading: Reading): HeadNow {
  const value = (field: HeadField) => reading.head[field]?.value ?? ''
  const at: Partial<Record<HeadField, Lines>> = {}
  for (const [field, found] of Object.entries(reading.head)) if (found) at[field as HeadField] = found.lines
  return {
    title: value('title'),
    body: value('body'),
    date: value('date'),
    start: value('start'),
    end: value('end'),
    place: value('place'),
    chair: value('chair'),
    minuteTaker: value('minuteTaker'),
    at,
  }
}

/**
 * The agenda row an entry stands under: what the reader said, unless a person has added a row in between.
 * Rejected rows govern nothing.
 */
export function agendaRowOf(entry: EntryItem, items: readonly Item[]): AgendaRow | null {
  let found: AgendaRow | null = null
  for (const item of items) {
    if (item.section !== 'agenda' || item.state === 'rejected') continue
    const governs = item.position === entry.now.under || (item.touched && item.lines.from <= entry.lines.from)
    if (governs && (!found || item.lines.from >= found.lines.from)) found = item
  }
  return found
}

export const nextPosition = (items: readonly Item[]): number => 1 + Math.max(-1, ...items.map(item => item.position))

/** The lines as one verbatim span: breaks as a blank, a leading list marker removed. */
export function spanOf(lines: readonly string[], { from, to }: Lines): string {
  return lines
    .slice(from - 1, to)
    .map(line => line.trim())
    .filter(line => line !== '')
    .join(' ')
    .replace(LEADING_MARKER, '')
}
const LEADING_MARKER = /^(?:[-*•–→]|\d{1,3}[.)]) +/u

/** What a lit line leads to. */
export type ItemRef = { readonly kind: EntryKind | 'attendance' | 'agenda'; readonly anchor: string }

const LIT_FIRST: readonly ItemRef['kind'][] = ['decision', 'task', 'status', 'appointment']

/** The lines that something was found in, each with the item that matters most on it. Rejected items light nothing. */
export function litLines(items: readonly Item[]): Map<number, ItemRef> {
  const lit = new Map<number, ItemRef>()
  for (const item of items) {
    if (item.state === 'rejected') continue
    const ref: ItemRef = { kind: item.section === 'entry' ? item.now.kind : item.section, anchor: `item-${item.id}` }
    for (let line = item.lines.from; line <= item.lines.to; line++) {
      const before = lit.get(line)
      if (!before || weightOf(ref.kind) > weightOf(before.kind)) lit.set(line, ref)
    }
  }
  return lit
}

function weightOf(kind: ItemRef['kind']): number {
  const place = LIT_FIRST.indexOf(kind)
  return place < 0 ? 0 : LIT_FIRST.length - place
}

type FormState = {
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly { readonly field?: string }[]
}

/**
 * A page with several forms gets one answer back: it belongs to the form whose address it was sent to, told by a value
 * only that form sends.
 */
export function stateFor<T extends FormState>(form: T, only: string): T | null {
  return form.problems.length > 0 && only in form.values ? form : null
}
