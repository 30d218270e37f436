import { asViewer, type Identity } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { endSessionsOfDeparted } from '../../account/session/acts.ts'
import { removeOrdered } from '../erasure/store.ts'
import { runRetention } from './acts.ts'
import { everyNetwork } from './store.ts'

/** Once a day in every network, as its own system viewer: what is due goes, files that were taken back, and the
 * sessions of those who left. */
export async function retainNightly(ground: Ground): Promise<void> {
  for (const network of await everyNetwork(ground)) {
    const identity: Identity = {
      network,
      language: network.languages[0] ?? 'de',
      as: { kind: 'system', name: 'retention' },
    }
    await runRetention({ ground, identity, reactions: [] }, {})
    await asViewer(ground, identity, 'write', removeOrdered)
    await asViewer(ground, identity, 'write', endSessionsOfDeparted)
  }
}
