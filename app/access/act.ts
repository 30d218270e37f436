import type { Ground } from '../ground/ground.ts'
import { appendJournal } from '../ground/journal.ts'
import { done, type Outcome, refused } from '../ground/problems.ts'
import type { TableName } from '../ground/schema.ts'
import { type ActName, mayAct, type Subject } from './may.ts'
import { asViewer, type Identity, type Viewer } from './viewer.ts'

/** Somebody about to act: where he stands and who he says he is. */
export type Asker = { readonly ground: Ground; readonly identity: Identity; readonly reactions: readonly Reaction[] }

/** A write that follows from a write elsewhere, in the same transaction. Listed in server.ts, nowhere else. */
export type Reaction = {
  readonly on: ActName
  readonly run: (viewer: Viewer, event: { readonly input: unknown; readonly value: unknown }) => Promise<void>
}

export type Act<Input, Value> = (asker: Asker, input: Input) => Promise<Outcome<Value>>

/**
 * Wraps a write once and for all: one transaction in which the subject is looked up as the viewer sees it
 * (null: `not-found`), `may` is asked (`forbidden`), the work is done, one journal line is appended and the
 * reactions run. A refusal rolls everything back; the outcome is returned only after the commit.
 */
export function act<Input, Found extends Subject, Value>(
  name: ActName,
  parts: {
    noun: TableName
    subject: (viewer: Viewer, input: Input) => Promise<Found | null>
    run: (viewer: Viewer, input: Input, subject: Found) => Promise<Outcome<Value>>
    /** The id that the journal names; by default the subject's. */
    about?: (value: Value, subject: Found) => string | null
    /** The row that is written is itself the line: it has person and time, and comes thousands of times an hour. */
    ownLine?: true
  },
): Act<Input, Value> {
  return async (asker, input) => {
    try {
      const outcome = await asViewer(asker.ground, asker.identity, 'write', async viewer => {
        const subject = await parts.subject(viewer, input)
        if (!subject) throw new RolledBack(refused('not-found'))
        if (!mayAct(viewer, name, subject)) throw new RolledBack(refused('forbidden'))
        const outcome = await parts.run(viewer, input, subject)
        if (!outcome.ok) throw new RolledBack(outcome)
        const about = parts.about ? parts.about(outcome.value, subject) : (subject.id ?? null)
        if (!parts.ownLine) await journal(viewer, name, parts.noun, about)
        for (const reaction of asker.reactions)
          if (reaction.on === name) await reaction.run(viewer, { input, value: outcome.value })
        return done(outcome.value)
      })
      if (!parts.ownLine) asker.ground.signals.tell({ kind: 'journal', network: asker.identity.network.id })
      return outcome
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal
      throw error
    }
  }
}

const journal = (viewer: Viewer, act: ActName, noun: TableName, subject: string | null): Promise<void> =>
  appendJournal(viewer.db, {
    ...{ clock: viewer.ground.clock, network: viewer.network.id, act, actor: viewer.actor },
    ...{ person: viewer.personId, noun, subject },
  })

/** Carries a refusal out of the transaction, so that leaving it means rolling back. */
class RolledBack extends Error {
  readonly refusal: Extract<Outcome<never>, { ok: false }>

  constructor(refusal: Extract<Outcome<never>, { ok: false }>) {
    super(refusal.code)
    this.refusal = refusal
  }
}
