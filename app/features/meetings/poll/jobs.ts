import { Temporal } from 'temporal-polyfill'
import { asViewer, type Identity } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { remindDue } from './acts.ts'
import { REMINDED_BEFORE } from './model.ts'
import { endingBy, everyNetwork } from './store.ts'

/** Reminds those who are silent in polls that end soon, each poll once and in a transaction of its own. */
export async function remindPolls(ground: Ground): Promise<void> {
  for (const network of await everyNetwork(ground)) {
    const identity: Identity = {
      ...{ network, language: network.languages[0] ?? 'de', as: { kind: 'system', name: 'reminders' } },
    }
    const due = await asViewer(ground, identity, 'read', viewer =>
      endingBy(viewer, Temporal.PlainDate.from(viewer.today).add({ days: REMINDED_BEFORE }).toString()),
    )
    for (const id of due) await remindDue({ ground, identity, reactions: [] }, { id })
  }
}
