import type { Ground } from '../../../ground/erasure.ts'
import type { ErasureState } from '../../../ground/schema/privacy.ts'
import type { Id, TableName, Timestamp } from '../../../ground/schema.ts'

/** A wish to be erased and what became of it. Names nobody: `personId` may lead nowhere by now. */
export type ErasureRow = {
  readonly id: Id
  readonly personId: Id
  readonly state: ErasureState
  readonly askedAt: Timestamp
  readonly reason: string | null
  readonly settledAt: Timestamp | null
}

/** What an erasure would do, as far as the one who asks may see the texts. */
export type ErasurePreview = {
  readonly person: { readonly id: Id; readonly name: string }
  readonly request: { readonly id: Id; readonly askedAt: Timestamp } | null
  /** Rows that go and rows in which the person is redacted, by record. */
  readonly removed: readonly RecordCount[]
  readonly redacted: readonly RecordCount[]
  readonly stays: readonly { readonly ground: Ground; readonly count: number }[]
  /** The imprint names this person still: it has to be changed first, elsewhere. */
  readonly inImprint: boolean
  readonly lines: readonly Line[]
  /** Lines that are not shown: more than fit, and those closed to the viewer. */
  readonly more: number
  readonly closed: number
  readonly questions: readonly Question[]
  /** Uncertain places in texts that are closed to the viewer: decided together. */
  readonly closedQuestions: number
}
export type RecordCount = { readonly record: TableName; readonly count: number }
/** A line in pieces: plain and named by turns, beginning with a plain one. */
export type Line = { readonly record: TableName; readonly pieces: readonly string[] }
export type Question = Line & { readonly key: string; readonly count: number }

/** What to do where it is uncertain, by question. `closed` decides for what the viewer does not see. */
export type Decisions = Readonly<Record<string, 'remove' | 'leave'>>
export const CLOSED = 'closed'

/** A text cut at its named places. */
export function piecesOf(text: string, places: readonly { at: number; end: number }[]): string[] {
  const pieces: string[] = []
  let from = 0
  for (const { at, end } of places) {
    pieces.push(text.slice(from, at), text.slice(at, end))
    from = end
  }
  return [...pieces, text.slice(from)]
}
