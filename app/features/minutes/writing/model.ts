import { diffWordsWithSpace } from 'diff'
import * as Y from 'yjs'
import type { Day, Id, Time } from '../../../ground/schema.ts'

/**
 * What several people write under one agenda item is one text. It travels and is kept as changes (updates of Yjs 13):
 * each can be taken in twice and in any order, and the texts are the same once all have all.
 */
export type Written = {
  readonly id: Id
  readonly number: string | null
  readonly title: string
  readonly level: number
  readonly text: string
  /** The last change in `text`; 0 where nothing was written. */
  readonly last: number
  /** Planned, in minutes. */
  readonly duration: number | null
  /** Not everybody who sees the meeting may read it. */
  readonly closed: boolean
}

/** The meeting whose minutes are written. */
export type WritingMeeting = {
  readonly id: Id
  readonly name: string
  readonly bodyId: Id
  readonly bodyName: string
  readonly day: Day | null
  readonly startTime: Time | null
  readonly endTime: Time | null
  readonly place: string | null
  /** The reading that it was handed to, as long as that is open. */
  readonly readingId: Id | null
}

/** Words with which a line says what it is, by kind and key (Alt and the number). The reader knows them: German. */
export const lineWords = [
  ['task', 'Aufgabe'],
  ['decision', 'Beschluss'],
  ['appointment', 'Termin'],
  ['idea', 'Idee'],
  ['wish', 'Wunsch'],
  ['lesson', 'Erkenntnis'],
] as const

/** Every so many changes one is kept that holds all before it: opening a text then reads at most as many. */
export const WHOLE_EVERY = 100
/** About a hundred pages under one item. */
export const LONGEST_TEXT = 200_000
/** What one change may bring, in bytes. */
export const LARGEST_CHANGE = 500_000

const shared = (doc: Y.Doc): Y.Text => doc.getText('text')

function docOf(changes: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const change of changes) Y.applyUpdate(doc, change)
  })
  return doc
}

export const textOf = (changes: readonly Uint8Array[]): string => shared(docOf(changes)).toString()

/** One change that holds all of these, without what was deleted meanwhile. */
export const wholeOf = (changes: readonly Uint8Array[]): Uint8Array => Y.encodeStateAsUpdate(docOf(changes))

/** Whether somebody's bytes are a change at all. */
export function isChange(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * The change that makes `text` of what the changes say, word by word, so that it goes together with what others changed
 * in the same text since. Null where nothing differs.
 */
export function changeTo(changes: readonly Uint8Array[], text: string): Uint8Array | null {
  const doc = docOf(changes)
  const before = Y.encodeStateVector(doc)
  const current = shared(doc).toString()
  if (current === text) return null
  const parts = diffWordsWithSpace(current, text, { timeout: MOST_MS_COMPARING })
  doc.transact(() => {
    if (!parts) return replaceBetween(shared(doc), current, text)
    let at = 0
    for (const part of parts) {
      if (part.added) shared(doc).insert(at, part.value)
      if (part.removed) shared(doc).delete(at, part.value.length)
      else at += part.value.length
    }
  })
  return Y.encodeStateAsUpdate(doc, before)
}
const MOST_MS_COMPARING = 200

/** Replaces the one stretch in which two texts differ: what typing, pasting and deleting in a field amount to. */
function replaceBetween(into: Y.Text, before: string, after: string): void {
  const { from, removed, added } = differing(before, after)
  if (removed > 0) into.delete(from, removed)
  if (added) into.insert(from, added)
}

/** Where two texts begin to differ, how many signs of the first are replaced there, and by what. */
export function differing(before: string, after: string): { from: number; removed: number; added: string } {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let same = 0
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  return { from, removed: before.length - same - from, added: after.slice(from, after.length - same) }
}

/** Where a place in a text is after the change: whoever writes stays at his word when others write before it. */
export function placeAfter(place: number, { from, removed, added }: ReturnType<typeof differing>): number {
  if (place <= from) return place
  return place >= from + removed ? place - removed + added.length : from + added.length
}

/**
 * One text on the side of somebody who writes. `stored` is what the server is known to have: what is in the text and not
 * in there still has to be sent, however long the line was cut.
 */
export class SharedText {
  readonly doc: Y.Doc
  private readonly stored = new Y.Doc()
  /** The last change of the server that is in the text. */
  last = 0
  private waits = false
  private onItsWay = 0

  /** `doc` may hold what an earlier visit kept and could not send. */
  constructor(doc: Y.Doc = new Y.Doc()) {
    this.doc = doc
    doc.on('update', (_change: Uint8Array, origin: unknown) => {
      if (origin !== this) this.waits = true
    })
  }

  get text(): string {
    return shared(this.doc).toString()
  }

  /** Whether the server has all that stands here. */
  get safe(): boolean {
    return !this.waits && this.onItsWay === 0
  }

  write(text: string): void {
    this.doc.transact(() => replaceBetween(shared(this.doc), this.text, text))
  }

  take(number: number, change: Uint8Array): void {
    Y.applyUpdate(this.stored, change)
    Y.applyUpdate(this.doc, change, this)
    this.last = Math.max(this.last, number)
  }

  /** What the server does not have; null where there is nothing new. Whoever takes it says what became of it. */
  toSend(): Uint8Array | null {
    if (!this.waits) return null
    this.waits = false
    this.onItsWay++
    return Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.stored))
  }

  /** The server has it. Its number is not `last`: others may have written before it. */
  sent(change: Uint8Array): void {
    this.onItsWay--
    Y.applyUpdate(this.stored, change)
  }

  notSent(): void {
    this.onItsWay--
    this.waits = true
  }
}

/** Minutes as a text that the reader reads: a head, and each item under its number. German, as minutes are. */
export function minutesText(meeting: WritingMeeting, day: string, items: readonly Written[]): string {
  const head = [
    `Protokoll: ${meeting.name}`,
    `Gremium: ${meeting.bodyName}`,
    `Datum: ${day}`,
    ...(meeting.startTime ? [`Beginn: ${meeting.startTime.slice(0, 5)} Uhr`] : []),
    ...(meeting.endTime ? [`Ende: ${meeting.endTime.slice(0, 5)} Uhr`] : []),
    ...(meeting.place ? [`Ort: ${meeting.place}`] : []),
  ]
  const told = items.map(({ number, title, text }) =>
    [`TOP ${number ?? ''} ${title}`.replace(/ {2,}/g, ' '), '', text.trim()].join('\n').trimEnd(),
  )
  return `${[head.join('\n'), ...told].join('\n\n')}\n`
}
