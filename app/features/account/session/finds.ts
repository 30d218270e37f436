import type { Viewer } from '../../../access/viewer.ts'
import { personOfAccount } from '../store.ts'
import type { AccountShown } from './contract.ts'
import { listSessions } from './store.ts'

/** One's own account; null for whoever is not signed in. */
export async function findAccount(viewer: Viewer): Promise<AccountShown | null> {
  const person = viewer.signedIn && (await personOfAccount(viewer, viewer.signedIn.accountId))
  if (!person) return null
  const { name, email, language } = person
  return { name, email, language, zone: viewer.network.timeZone, sessions: await listSessions(viewer) }
}
