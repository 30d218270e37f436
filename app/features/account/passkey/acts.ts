import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
  VerifiedRegistrationResponse,
} from '@simplewebauthn/server'
import { type Act, act } from '../../../access/act.ts'
import { asViewer } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import { originOf } from '../../../ground/settings.ts'
import { keepTicket, takeTicket } from '../auth/store.ts'
import { type AskerAtDoor, asSystem, ticketHeader, ticketIn, tries } from '../model.ts'
import { admit, freshSelf, oneself, type SignedIn, tell } from '../session/acts.ts'
import { strengthen, weaken } from '../session/store.ts'
import { personOfAccount } from '../store.ts'
import { forgetTry, mayTry } from '../tries/store.ts'
import type { Answer } from './contract.ts'
import { MOST_PASSKEYS, PASSKEY_MINUTES, type PasskeyTicket } from './model.ts'
import { credentialsOf, credentialWith, deletePasskey, insertPasskey, renamePasskey, updateCounter } from './store.ts'

/** A passkey is bound to the host that people know the site by, and to no other. */
const site = (ground: Ground) => ({ origin: originOf(ground), rpID: new URL(originOf(ground)).hostname })
const refusal = () => refused('passkey-refused')
const tooMany = () => refused('too-many-tries', { values: { minutes: tries.minutes } })

/** Options for the browser, as the library makes them, and the cookie that remembers what was asked. */
export type Question = { readonly options: Options; readonly headers: Headers }
type Options = { [name: string]: unknown; challenge: string }

/** Asks the browser for a new passkey. Problems: `not-found` (not signed in), `sign-in-again`, `too-many-passkeys`. */
export async function askForNew(asker: AskerAtDoor): Promise<Outcome<Question>> {
  const { ground, identity } = asker
  const asked = await asViewer(ground, identity, 'read', async viewer => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    const person = await personOfAccount(viewer, self.value.accountId)
    if (!person) return refused('not-found')
    const known = await credentialsOf(viewer, self.value.accountId)
    if (known.length >= MOST_PASSKEYS) return refused('too-many-passkeys', { values: { most: MOST_PASSKEYS } })
    return done({ person, known, accountId: self.value.accountId })
  })
  if (!asked.ok) return asked
  const { person, known, accountId } = asked.value
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const options = await generateRegistrationOptions({
    ...{ rpName: identity.network.name, rpID: site(ground).rpID, attestationType: 'none' },
    ...{ userID: Uint8Array.from(Buffer.from(accountId)), userName: person.email, userDisplayName: person.name },
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({
      id,
      transports: transports as AuthenticatorTransport[],
    })),
    // It signs in without an address being typed, and finger, face or PIN are the second factor.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return question(asker, options, accountId)
}

/**
 * Asks the browser for any passkey of this site. No account is named, so nobody's existence is told.
 * Problem: `too-many-tries`.
 */
export async function askForAny(asker: AskerAtDoor): Promise<Outcome<Question>> {
  if (!(await mayTry(asker, 'ask'))) return tooMany()
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const { rpID } = site(asker.ground)
  return question(asker, await generateAuthenticationOptions({ rpID, userVerification: 'required' }), null)
}

async function question(
  { ground, identity }: AskerAtDoor,
  options: { challenge: string },
  accountId: string | null,
): Promise<Outcome<Question>> {
  const ticket: PasskeyTicket = { networkId: identity.network.id, challenge: options.challenge, accountId }
  const secret = await keepTicket(ground, 'passkey', ticket, PASSKEY_MINUTES)
  const headers = new Headers({ 'set-cookie': ticketHeader(ground, 'passkey', secret, PASSKEY_MINUTES) })
  return done({ options: { ...options }, headers })
}

/** The question that an answer belongs to; each is asked once. */
async function questionOf({ ground, headers, identity }: AskerAtDoor): Promise<PasskeyTicket | null> {
  const secret = ticketIn(ground, headers, 'passkey')
  const ticket = secret && (await takeTicket<PasskeyTicket>(ground, 'passkey', secret))
  return ticket && ticket.networkId === identity.network.id ? ticket : null
}

/** Keeps a new passkey. Problems: `passkey-refused` (not the answer to our question, or known already), `sign-in-again`. */
export async function addPasskey(asker: AskerAtDoor, input: { name: string; answer: Answer }): Promise<Outcome<null>> {
  const asked = await questionOf(asker)
  const { as } = asker.identity
  if (!asked?.accountId || as.kind !== 'account' || as.accountId !== asked.accountId) return refusal()
  const info = await newCredential(asker.ground, asked.challenge, input.answer)
  return info ? keepPasskey(asker, { name: input.name, info }) : refusal()
}

type NewCredential = NonNullable<VerifiedRegistrationResponse['registrationInfo']>

async function newCredential(ground: Ground, challenge: string, answer: Answer): Promise<NewCredential | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { origin, rpID } = site(ground)
  try {
    const verified = await verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true },
    })
    return verified.verified ? verified.registrationInfo : null
  } catch {
    // What does not fit is thrown; it came from outside and is no surprise.
    return null
  }
}

const keepPasskey: Act<{ name: string; info: NewCredential }, null> = act('account.addPasskey', {
  noun: 'person',
  subject: oneself,
  run: async (viewer, { name, info }: { name: string; info: NewCredential }) => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    const { id: credentialId, publicKey, counter, transports = [] } = info.credential
    const { accountId } = self.value
    if (!(await insertPasskey(viewer, { accountId, name, credentialId, publicKey, counter, transports })))
      return refusal()
    await strengthen(viewer)
    await tell(viewer, 'passkey-new')
    return done(null)
  },
})

type Own = { readonly id: string }

/** Gives a passkey another name. Problem: `not-found`. */
export const rename: Act<Own & { name: string }, null> = act('account.renamePasskey', {
  noun: 'person',
  subject: oneself,
  run: async (viewer, { id, name }: Own & { name: string }) => {
    const accountId = viewer.signedIn?.accountId ?? ''
    return (await renamePasskey(viewer, { accountId, id }, name)) ? done(null) : refused('not-found')
  },
})

/** Takes a passkey away: it signs in no more. Problems: `not-found`, `sign-in-again`. */
export const remove: Act<Own, null> = act('account.removePasskey', {
  noun: 'person',
  subject: oneself,
  run: async (viewer, { id }: Own) => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    if (!(await deletePasskey(viewer, { accountId: self.value.accountId, id }))) return refused('not-found')
    await weaken(viewer)
    await tell(viewer, 'passkey-gone')
    return done(null)
  },
})

/**
 * Signs in with a passkey, which needs no second step. Every way to fail has the same answer. Problems:
 * `passkey-refused`, `too-many-tries`.
 */
export async function signInWithPasskey(
  asker: AskerAtDoor,
  { answer }: { answer: Answer },
): Promise<Outcome<SignedIn>> {
  const { ground } = asker
  if (!(await mayTry(asker, 'prove'))) return tooMany()
  const asked = await questionOf(asker)
  if (!asked || asked.accountId !== null) return refusal()
  const accountId = await provenBy(ground, asked.challenge, answer)
  if (!accountId) return refusal()
  const system = asSystem(asker, 'sign-in').identity
  const person = await asViewer(ground, system, 'read', viewer => personOfAccount(viewer, accountId))
  if (!person) return refusal()
  await forgetTry(asker, 'prove')
  await forgetTry(asker, 'ask')
  return admit(asker, { person, accountId, strong: true })
}

async function provenBy(ground: Ground, challenge: string, answer: Answer): Promise<string | null> {
  const known = await credentialWith(ground, answer.id)
  if (!known) return null
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { origin, rpID } = site(ground)
  const { credentialId: id, publicKey, counter } = known
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true },
      credential: { id, publicKey, counter },
    })
    const counted =
      verified && (await updateCounter({ db: ground.db, ground }, known.id, authenticationInfo.newCounter))
    return counted ? known.accountId : null
  } catch {
    return null
  }
}
