import { isFresh } from '../../../access/fresh.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { PasskeyPageShown } from './contract.ts'
import { listPasskeys } from './store.ts'

/** One of one's own passkeys. */
export async function findPasskey(viewer: Viewer, { id }: { id: string }): Promise<PasskeyPageShown | null> {
  if (!viewer.signedIn) return null
  const passkey = (await listPasskeys(viewer, viewer.signedIn.accountId)).find(one => one.id === id)
  if (!passkey) return null
  return { ...passkey, zone: viewer.network.timeZone, fresh: isFresh(viewer) }
}
