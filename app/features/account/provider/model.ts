import type { Ground } from '../../../ground/ground.ts'
import type { Settings } from '../../../ground/settings.ts'
import { originOf } from '../../../ground/settings.ts'

/** Somebody else who knows the people: the operator's OpenID provider. */
export type Provider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** As people call it, in a sentence. */
  readonly name: string
}

/** The provider of this installation; null where the operator named none. */
export function providerOf({ oidcIssuer, oidcClientId, oidcClientSecret, oidcName }: Settings): Provider | null {
  if (!oidcIssuer || !oidcClientId || !oidcClientSecret) return null
  const name = oidcName ?? new URL(oidcIssuer).hostname
  return { issuer: oidcIssuer, clientId: oidcClientId, clientSecret: oidcClientSecret, name }
}

/** Where the provider sends people back to: registered there, word for word. */
export const backAddress = (ground: Pick<Ground, 'settings'>): string => `${originOf(ground)}/sign-in/provider`

/** From leaving to coming back: somebody may have to find a phone there. */
export const PROVIDER_MINUTES = 15

/** What the answer must belong to; remembered by the ticket `provider`. */
export type ProviderTicket = {
  readonly networkId: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What the provider is asked with: nothing of it is secret, all of it stands in the address. */
export type ProviderQuestion = { readonly state: string; readonly nonce: string; readonly challenge: string }
