import { asViewer } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { systemEverywhere } from '../../account/finds.ts'
import { endSessionsOfDeparted } from '../../account/session/acts.ts'
import { removeOrdered } from '../erasure/store.ts'
import { runRetention } from './acts.ts'

/** Once a day in every network, as its own system viewer: what is due goes, files that were taken back, and the
 * sessions of those who left. */
export async function retainNightly(ground: Ground): Promise<void> {
  for (const asker of await systemEverywhere(ground, 'retention')) {
    await runRetention(asker, {})
    await asViewer(ground, asker.identity, 'write', removeOrdered)
    await asViewer(ground, asker.identity, 'write', endSessionsOfDeparted)
  }
}
