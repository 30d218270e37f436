import type { Viewer } from '../../../access/viewer.ts'
import type { Id, TableName } from '../../../ground/schema.ts'
import type { JournalPageInput } from './contract.ts'
import { type Actor, type JournalLine, type Pickable, pageOf } from './model.ts'
import { LINES, selectJournal } from './store.ts'

export type JournalShown = {
  readonly lines: readonly JournalLine[]
  readonly zone: string
  /** Everything that can be told, or only what the reader did and what was done to his record. */
  readonly whole: boolean
  readonly noun: Pickable | null
  readonly person: Id | null
  /** Where the next page begins; null on the last. */
  readonly next: Id | null
}

/** The journal: for the coordination everything that it sees, for a person what concerns them; null for the public. */
export async function findJournal(viewer: Viewer, input: JournalPageInput): Promise<JournalShown | null> {
  if (viewer.kind !== 'person') return null
  const rows = await selectJournal(viewer, input)
  const shown = rows.slice(0, LINES)
  return {
    lines: shown.map(({ id, at, act, actor, name, noun, subjectId }) => ({
      ...{ id, at, act, noun: noun as TableName },
      actor: actorOf(actor, name),
      href: pageOf(noun as TableName, subjectId),
    })),
    zone: viewer.network.timeZone,
    whole: viewer.coordinator,
    noun: input.noun ?? null,
    person: input.person ?? null,
    next: rows.length > LINES ? shown.at(-1)!.id : null,
  }
}

function actorOf(actor: string, name: string | null): Actor {
  if (name !== null) return { kind: 'person', name }
  if (actor.startsWith('system:')) return { kind: 'system' }
  return { kind: actor === 'public' ? 'public' : 'hidden' }
}
