import { Temporal } from 'temporal-polyfill'
import { asViewer } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { systemEverywhere } from '../../account/finds.ts'
import { beginDue } from './acts.ts'
import { writeAsked } from './letter/acts.ts'
import { ASKED_BEFORE } from './model.ts'
import { dueUntil, finish, owing, unfinished } from './store.ts'

/** Begins to ask before every announced meeting that is so near. */
export async function beginAskings(ground: Ground): Promise<void> {
  for (const asker of await systemEverywhere(ground, 'reminders')) {
    const due = await asViewer(ground, asker.identity, 'read', viewer =>
      dueUntil(viewer, Temporal.PlainDate.from(viewer.today).add({ days: ASKED_BEFORE }).toString()),
    )
    for (const id of due) await beginDue(asker, { id })
  }
}

/**
 * Writes to those who are to be asked and were not yet, one after the other, each in a transaction of his own. Killed in
 * between, it goes on where it was; another process at the same work is waited for, person by person.
 */
export async function writeAskings(ground: Ground): Promise<number> {
  let sent = 0
  for (const asker of await systemEverywhere(ground, 'reminders')) {
    const { identity } = asker
    for (const asking of await asViewer(ground, identity, 'read', unfinished)) {
      const people = await asViewer(ground, identity, 'read', viewer => owing(viewer, asking))
      if (people.length === 0) await asViewer(ground, identity, 'write', viewer => finish(viewer, asking.id))
      for (const one of people) {
        const outcome = await writeAsked(asker, { asking, owing: one })
        if (outcome.ok && outcome.value.sent) sent += 1
      }
    }
  }
  return sent
}
