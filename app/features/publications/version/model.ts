import type { Audience, Day, DecisionResult, EntryKind, Id, MinutesState, Time } from '../../../ground/schema.ts'
import type { Correction } from '../../minutes/corrections/model.ts'
import { type EntryRow, judgesSomebody } from '../../minutes/model.ts'
import { type Guard, type Mark, type Redacted, redact, redactName, redactNames, saysNobody } from './redaction/model.ts'

/** Longer is no passage of minutes for the public any more. */
export const LONGEST_PASSAGE = 4000

/** Why something stays inside. `removed`: somebody decided so; the others follow from what it is. */
export const reasons = ['without-administration', 'audience', 'below', 'commitment', 'removed', 'item-removed'] as const
export type Reason = (typeof reasons)[number]

/** Why somebody has to look before a passage goes out. */
export const doubts = ['judgement', 'name', 'reference', 'apart', 'changed'] as const
export type Doubt = (typeof doubts)[number]

export type ItemRow = {
  readonly id: Id
  readonly title: string
  readonly level: number
  readonly audience: Audience | null
  readonly withoutAdministration: boolean
  /** For the one who asks; what he does not see falls out without a word. */
  readonly seen: boolean
}

export type MeetingRow = {
  readonly audience: Audience
  /** Of the meeting or of its body. */
  readonly withoutAdministration: boolean
  readonly minutesAudience: Audience | null
}

/** What somebody decided for a passage; the last one of its place. */
export type Decided = {
  readonly entryId: Id | null
  readonly agendaItemId: Id | null
  readonly number: number
  readonly wording: string | null
  readonly about: string
}

/** Everything that the public version of minutes is made of. */
export type Material = {
  readonly id: Id
  readonly bodyId: Id
  readonly state: MinutesState
  readonly name: string
  readonly bodyName: string
  readonly day: Day | null
  readonly startTime: Time | null
  readonly endTime: Time | null
  readonly place: string | null
  readonly meeting: MeetingRow
  readonly approvedOn: Day | null
  /** Lines of the text in which the reader found a frank judgement. */
  readonly judged: readonly { readonly from: number; readonly to: number }[]
  readonly items: readonly ItemRow[]
  readonly entries: readonly EntryRow[]
  readonly corrections: readonly Pick<Correction, 'entryId' | 'agendaItemId' | 'wording'>[]
  /** Entries of a commitment that is for fewer than the network. */
  readonly narrowed: ReadonlySet<Id>
  readonly decided: readonly Decided[]
  readonly attendance: readonly {
    readonly name: string
    readonly agreed: boolean
    readonly votes: boolean
    readonly seen: boolean
  }[]
  readonly guard: Guard
}

/** An entry as the public reads it. Everything in it has been redacted. */
export type PublicEntry = {
  readonly kind: EntryKind
  readonly text: string
  readonly speaker: string | null
  readonly owners: string | null
  readonly dueOn: Day | null
  readonly dueWords: string | null
  readonly result: DecisionResult | null
  readonly yes: number | null
  readonly no: number | null
  readonly abstain: number | null
  readonly condition: string | null
  readonly dateFrom: Day | null
  readonly dateUntil: Day | null
  readonly startTime: Time | null
  readonly endTime: Time | null
  readonly when: string | null
  readonly place: string | null
}
export type PublicItem = {
  readonly number: string
  readonly title: string
  readonly level: number
  readonly entries: readonly PublicEntry[]
}
/** What is published of minutes. */
export type PublicContent = {
  readonly bodyName: string
  readonly day: Day | null
  readonly startTime: Time | null
  readonly endTime: Time | null
  readonly place: string | null
  readonly attendance: PublicAttendance
  /** Entries that belong to no item. */
  readonly apart: readonly PublicEntry[]
  readonly items: readonly PublicItem[]
}
/** Who was there: names of those who agreed, all others as numbers. */
export type PublicAttendance = { readonly named: readonly string[]; readonly count: number; readonly voting: number }

/** One place of the minutes beside what becomes of it. */
export type Passage = {
  /** `entry-<id>` or `item-<id>`: names the place in forms and addresses. */
  readonly at: string
  readonly kind: EntryKind | 'item'
  readonly inside: string
  /** What the public reads; null where it stays inside. */
  readonly outside: string | null
  /** Number of an item for the public. */
  readonly number: string | null
  readonly level: number
  readonly reason: Reason | null
  readonly marks: readonly Mark[]
  readonly doubts: readonly Doubt[]
  /** Words that may name somebody. */
  readonly doubtful: readonly string[]
  readonly decided: boolean
  /** What the public is told beside the text. */
  readonly entry: PublicEntry | null
}

/** From a board on inwards: who set such an audience closed the item. */
const NARROW: ReadonlySet<Audience> = new Set(['body', 'board', 'named'])

/** Why a whole meeting can not be told to everybody; null where it can. */
export function wholeClosed({ audience, withoutAdministration, minutesAudience }: MeetingRow): Reason | null {
  if (withoutAdministration) return 'without-administration'
  return audience === 'named' || minutesAudience === 'named' ? 'audience' : null
}

/**
 * Why an item stays inside whatever anybody decides: it is for fewer than the network or than its meeting, it is closed
 * to the administration, or it stands below one that is.
 */
export function closedItems(items: readonly ItemRow[], meeting: MeetingRow): ReadonlyMap<Id, Reason> {
  const closed = new Map<Id, Reason>()
  let above: number | null = null
  for (const { id, level, audience, withoutAdministration, seen } of items) {
    if (above !== null && level <= above) above = null
    const narrow =
      audience !== null && (NARROW.has(audience) || (audience === 'network' && meeting.audience === 'public'))
    const reason = withoutAdministration ? 'without-administration' : narrow || !seen ? 'audience' : null
    if (reason) {
      closed.set(id, reason)
      above ??= level
    } else if (above !== null) closed.set(id, 'below')
  }
  return closed
}

export type Made = {
  readonly passages: readonly Passage[]
  readonly content: PublicContent
  /** Why nothing at all can be published. */
  readonly closed: Reason | null
  /** Passages about which somebody has to decide first. */
  readonly undecided: number
}

/** The public version as it would be now. `digest` names what stands inside, so that a decision holds for it alone. */
export function publicVersionOf(material: Material, digest: (text: string) => string): Made {
  const closed = wholeClosed(material.meeting)
  const closedIn = closedItems(material.items, material.meeting)
  const latest = latestOf(material.decided)
  const fellOut = closedIn.size > 0
  const make = (one: Omit<Draft, 'decision'>): Passage =>
    passageOf({ ...one, decision: latest.get(one.at) ?? null }, material.guard, digest, fellOut)
  const entryPassage = (entry: EntryRow, reason: Reason | null, apart: boolean): Passage => {
    const inside = insideOf(entry, material.corrections)
    const held = material.narrowed.has(entry.id) ? 'commitment' : reason
    const judged = isJudged(entry, inside, material.judged)
    return make({ at: `entry-${entry.id}`, kind: entry.kind, inside, level: 0, reason: held, judged, apart, entry })
  }
  const passages: Passage[] = []
  const items: PublicItem[] = []
  const known = new Set(material.items.map(({ id }) => id))
  const none = material.entries.filter(({ agendaItemId }) => agendaItemId === null || !known.has(agendaItemId))
  const apart = none.map(entry => entryPassage(entry, closed, fellOut))
  const counters: number[] = []
  let removed: number | null = null
  for (const item of material.items) {
    if (removed !== null && item.level <= removed) removed = null
    const reason = closed ?? closedIn.get(item.id) ?? (removed !== null ? 'item-removed' : null)
    const at = `item-${item.id}`
    const facts = { inside: item.title, level: item.level, reason, judged: false, apart: false, entry: null }
    const head = make({ at, kind: 'item', ...facts })
    if (head.reason === 'removed') removed ??= item.level
    const number = head.outside === null ? null : numbered(counters, item.level)
    const below = material.entries
      .filter(({ agendaItemId }) => agendaItemId === item.id)
      .map(entry => entryPassage(entry, head.reason === 'removed' ? 'item-removed' : head.reason, false))
    if (item.seen) passages.push({ ...head, number }, ...below)
    if (number === null || head.outside === null) continue
    items.push({ number, title: head.outside, level: number.split('.').length, entries: entriesIn(below) })
  }
  const all = [...apart, ...passages]
  return {
    passages: all,
    closed,
    undecided: all.filter(({ doubts, decided, reason }) => reason === null && doubts.length > 0 && !decided).length,
    content: { ...headOf(material), apart: entriesIn(apart), items },
  }
}

const entriesIn = (passages: readonly Passage[]): PublicEntry[] =>
  passages.flatMap(({ outside, entry }) => (outside !== null && entry ? [entry] : []))

function latestOf(decided: readonly Decided[]): ReadonlyMap<string, Decided> {
  const latest = new Map<string, Decided>()
  for (const one of [...decided].sort((a, b) => a.number - b.number))
    latest.set(one.entryId ? `entry-${one.entryId}` : `item-${one.agendaItemId}`, one)
  return latest
}

/** What an entry says: as it was corrected last, or as it was recorded. */
const insideOf = (entry: EntryRow, corrections: Material['corrections']): string =>
  corrections.findLast(({ entryId }) => entryId === entry.id)?.wording ?? entry.content

function isJudged(entry: EntryRow, inside: string, judged: Material['judged']): boolean {
  if (inside !== entry.content) return judgesSomebody(inside)
  return judged.some(({ from, to }) => from <= entry.lineTo && entry.lineFrom <= to)
}

type Draft = {
  readonly at: string
  readonly kind: Passage['kind']
  readonly inside: string
  readonly level: number
  readonly reason: Reason | null
  readonly judged: boolean
  /** Belongs to no item, where some are closed: it may belong to one of those. */
  readonly apart: boolean
  readonly entry: EntryRow | null
  readonly decision: Decided | null
}

/** Points at the number of an item, which the public version counts anew. */
const REFERS = /(?<!\p{L})(?:TOP|Tagesordnungspunkt|Punkt|Ziffer) {0,2}\d/iu

function passageOf(draft: Draft, guard: Guard, digest: (text: string) => string, fellOut: boolean): Passage {
  const { at, kind, inside, level, reason, entry, decision } = draft
  const holds = decision !== null && decision.about === digest(inside)
  const base = { at, kind, inside, level, number: null }
  const empty = { marks: [], doubts: [], doubtful: [], decided: holds, entry: null, outside: null }
  if (reason) return { ...base, ...empty, reason }
  if (holds && decision.wording === null) return { ...base, ...empty, reason: 'removed' }
  const by = holds ? 'by-us' : 'inside'
  const redacted: Redacted = redact(holds ? decision.wording! : inside, guard, by)
  const found: Doubt[] = []
  if (draft.judged) found.push('judgement')
  if (redacted.doubtful.length > 0) found.push('name')
  if (fellOut && REFERS.test(redacted.text)) found.push('reference')
  if (draft.apart) found.push('apart')
  if (decision !== null && !holds) found.push('changed')
  // Whoever worded an entry anew said with it what of its condition goes out.
  const reworded = holds && decision.wording !== redact(inside, guard, 'inside').text
  const told = entry && publicEntryOf(reworded ? { ...entry, condition: null } : entry, redacted.text, guard)
  const { marks, doubtful, text: outside } = redacted
  return { ...base, reason: null, outside, marks, doubts: found, doubtful, decided: holds, entry: told }
}

function publicEntryOf(entry: EntryRow, text: string, guard: Guard): PublicEntry {
  const speaker = entry.speaker && redactName(entry.speaker, guard)
  const within = (words: string | null) => words && redact(words, guard, 'inside').text
  return {
    ...{ kind: entry.kind, text, result: entry.result, yes: entry.yes, no: entry.no, abstain: entry.abstain },
    speaker: speaker && !saysNobody(speaker) ? speaker : null,
    owners: entry.owners && redactNames(entry.owners, guard),
    ...{ dueOn: entry.dueOn, dueWords: within(entry.dueWords), condition: within(entry.condition) },
    ...{ dateFrom: entry.dateFrom, dateUntil: entry.dateUntil, startTime: entry.startTime, endTime: entry.endTime },
    ...{ when: within(entry.appointmentWords), place: entry.place && redact(entry.place, guard, 'by-us').text },
  }
}

/** The next number of a level: those left out leave no gap. */
function numbered(counters: number[], level: number): string {
  const depth = Math.min(level, counters.length + 1)
  counters.length = depth
  counters[depth - 1] = (counters[depth - 1] ?? 0) + 1
  return counters.join('.')
}

function headOf({ bodyName, day, startTime, endTime, place, attendance, guard }: Material) {
  const named = attendance.filter(({ agreed }) => agreed).map(({ name }) => name)
  const voting = attendance.filter(({ votes }) => votes).length
  return {
    ...{ bodyName: redact(bodyName, guard, 'by-us').text, day, startTime, endTime },
    place: place && redact(place, guard, 'by-us').text,
    attendance: { named, count: attendance.length, voting },
  }
}

/** What is published, without somebody who took his consent back. */
export function contentWithout(content: PublicContent, guard: Guard): PublicContent {
  const open = (text: string): string => redact(text, guard, 'by-us').text
  const through = (value: unknown): unknown => {
    if (typeof value === 'string') return open(value)
    if (Array.isArray(value)) return value.map(through)
    if (!value || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, through(one)]))
  }
  const named = content.attendance.named.filter(name => open(name) === name)
  return { ...(through(content) as PublicContent), attendance: { ...content.attendance, named } }
}
