import { isFresh } from '../../../access/fresh.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { personOfAccount } from '../store.ts'
import type { TotpShown } from './contract.ts'
import { totpAddress } from './model.ts'
import { totpOfAccount } from './store.ts'

/**
 * One's own authenticator app; null for whoever is not signed in. What is secret is shown only to who has just signed
 * in: whoever finds an open screen later must begin anew, with another secret.
 */
export async function findTotp(viewer: Viewer): Promise<TotpShown | null> {
  const { signedIn, network } = viewer
  const person = signedIn && (await personOfAccount(viewer, signedIn.accountId))
  if (!person) return null
  const fresh = isFresh(viewer)
  const totp = await totpOfAccount(viewer, signedIn.accountId)
  if (!totp || (!totp.confirmed && !fresh)) return { state: 'off', fresh }
  const { secret, codes, codesLeft } = totp
  if (totp.confirmed) return { state: 'on', fresh, codes: fresh ? codes : null, codesLeft }
  const address = totpAddress(secret, { network: network.name, email: person.email })
  return { state: 'begun', fresh, secret, address, codes: codes ?? [] }
}
