import { Temporal } from 'temporal-polyfill'
import { asViewer } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { systemEverywhere } from '../../account/finds.ts'
import { remindDue } from './acts.ts'
import { REMINDED_BEFORE } from './model.ts'
import { endingBy } from './store.ts'

/** Reminds those who are silent in polls that end soon, each poll once and in a transaction of its own. */
export async function remindPolls(ground: Ground): Promise<void> {
  for (const asker of await systemEverywhere(ground, 'reminders')) {
    const due = await asViewer(ground, asker.identity, 'read', viewer =>
      endingBy(viewer, Temporal.PlainDate.from(viewer.today).add({ days: REMINDED_BEFORE }).toString()),
    )
    for (const id of due) await remindDue(asker, { id })
  }
}
