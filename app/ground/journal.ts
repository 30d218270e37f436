import type { Kysely } from 'kysely'
import type { Clock } from './clock.ts'
import { newId } from './ids.ts'
import type { Id, Schema, TableName } from './schema.ts'
import { raised } from './signals.ts'

/** One line an act: who did what to which record, when. References only; no text of anybody stands in it. */
export type JournalLine = {
  readonly clock: Clock
  readonly network: Id
  /** `noun.verb`, as in access/may.ts. */
  readonly act: string
  readonly actor: string
  readonly person: Id | null
  readonly noun: TableName
  readonly subject: Id | null
}

/** Appends the line in the caller's transaction: no act without its line, no line without its act. */
export async function appendJournal(db: Kysely<Schema>, line: JournalLine): Promise<void> {
  await db
    .insertInto('journal')
    .values({
      network_id: line.network,
      id: newId(line.clock),
      at: line.clock.instant().toString(),
      act: line.act,
      actor: line.actor,
      person_id: line.person,
      noun: line.noun,
      subject_id: line.subject,
    })
    // In the same statement: one more would tell whoever measures that something was written.
    .returning(raised({ kind: 'journal', network: line.network }).as('raised'))
    .execute()
}
