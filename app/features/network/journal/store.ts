import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Id, TableName, Timestamp } from '../../../ground/schema.ts'
import type { JournalPageInput } from './contract.ts'

export const LINES = 50

type Row = {
  readonly id: Id
  readonly at: Timestamp
  readonly act: string
  readonly actor: string
  readonly noun: string
  readonly subjectId: Id | null
  readonly name: string | null
}

/** Lines that the viewer sees, newest first, one more than a page. `name` is null where the actor is not shown to him. */
export function selectJournal(viewer: Viewer, { noun, person, before }: JournalPageInput): Promise<Row[]> {
  return (
    visible
      .journal(viewer)
      .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('who'), join =>
        join.onRef('who.id', '=', 'journal.person_id'),
      )
      .$if(noun !== undefined, query => query.where('journal.noun', '=', noun as TableName))
      .$if(person !== undefined, query => query.where('journal.person_id', '=', person!))
      // Ids follow time, so the id is the place in the order as well.
      .$if(before !== undefined, query => query.where('journal.id', '<', before!))
      .select(['journal.id', 'journal.at', 'journal.act', 'journal.actor', 'journal.noun'])
      .select(['journal.subject_id as subjectId', 'who.name as name'])
      .orderBy('journal.id', 'desc')
      .limit(LINES + 1)
      .execute()
  )
}
