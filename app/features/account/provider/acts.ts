import { asViewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import { accountFor, keepTicket, takeTicket } from '../auth/store.ts'
import { type AskerAtDoor, accountAddress, asSystem, ticketHeader, ticketIn, tries } from '../model.ts'
import { admit, type SignedIn } from '../session/acts.ts'
import { personWithEmail } from '../store.ts'
import { forgetTry, mayTry } from '../tries/store.ts'
import type { ProviderAnswer } from './contract.ts'
import { PROVIDER_MINUTES, type ProviderQuestion, type ProviderTicket, providerOf } from './model.ts'
import { newQuestion, tieSubject, vouchedFor } from './store.ts'

const refusal = () => refused('provider-refused')
const tooMany = () => refused('too-many-tries', { values: { minutes: tries.minutes } })

/** Begins a sign-in at the provider. Problems: `not-found` where there is none, `too-many-tries`. */
export async function leave(
  asker: AskerAtDoor,
): Promise<Outcome<{ readonly question: ProviderQuestion; readonly headers: Headers }>> {
  const { ground, identity } = asker
  if (!providerOf(ground.settings)) return refused('not-found')
  if (!(await mayTry(asker, 'ask'))) return tooMany()
  const { question, remember } = await newQuestion()
  const ticket: ProviderTicket = { ...remember, networkId: identity.network.id }
  const secret = await keepTicket(ground, 'provider', ticket, PROVIDER_MINUTES)
  const headers = new Headers({ 'set-cookie': ticketHeader(ground, 'provider', secret, PROVIDER_MINUTES) })
  return done({ question, headers })
}

/**
 * Signs in whom the provider vouches for: the person of this network with the same mail address, which the provider
 * must have checked. Every way to fail has the same answer, so that the provider's users do not learn who takes part.
 * Problems: `provider-refused`, `too-many-tries`, `not-found` where there is no provider.
 */
export async function comeBack(asker: AskerAtDoor, answer: ProviderAnswer): Promise<Outcome<SignedIn>> {
  const { ground, identity, headers } = asker
  const provider = providerOf(ground.settings)
  if (!provider) return refused('not-found')
  if (!(await mayTry(asker, 'prove'))) return tooMany()
  const secret = ticketIn(ground, headers, 'provider')
  const ticket = secret && (await takeTicket<ProviderTicket>(ground, 'provider', secret))
  if (!ticket || ticket.networkId !== identity.network.id) return refusal()
  const given = Object.entries(answer).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const vouched = await vouchedFor(ground, provider, { answer: new URLSearchParams(given), ticket })
  if (!vouched) return refusal()
  const system = asSystem(asker, 'sign-in').identity
  const person = await asViewer(ground, system, 'read', viewer => personWithEmail(viewer, vouched.email))
  if (!person) return refusal()
  const accountId = await accountFor(ground, accountAddress(identity.network, person.email))
  const tie = { accountId, issuer: provider.issuer, subject: vouched.subject }
  if (!(await asViewer(ground, system, 'write', viewer => tieSubject(viewer, tie)))) return refusal()
  await forgetTry(asker, 'prove')
  await forgetTry(asker, 'ask')
  return admit(asker, { person, accountId, strong: false })
}
