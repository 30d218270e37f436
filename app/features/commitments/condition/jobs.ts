import { asViewer } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { systemEverywhere } from '../../account/finds.ts'
import { askCondition } from './acts.ts'
import { dueToAsk } from './store.ts'

/**
 * Asks whether conditions have come true whose day is there, each in a transaction of its own. Killed in between, it goes
 * on where it was. Returns how many questions this process asked.
 */
export async function askConditions(ground: Ground): Promise<number> {
  let asked = 0
  for (const asker of await systemEverywhere(ground, 'reminders')) {
    const due = await asViewer(ground, asker.identity, 'read', dueToAsk)
    for (const id of due) if ((await askCondition(asker, { id })).ok) asked += 1
  }
  return asked
}
