import { sql } from 'kysely'
import type { Configuration } from 'openid-client'
import type { Viewer } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { newId } from '../../../ground/ids.ts'
import { backAddress, type Provider, type ProviderQuestion, type ProviderTicket } from './model.ts'

/** What a provider says for sure about somebody: its own name for them, and a mail address that it has checked. */
export type Vouched = { readonly subject: string; readonly email: string }

const known = new WeakMap<Ground, Promise<Configuration>>()

/** The provider's own description of itself, asked for once. A provider that could not be reached is asked again. */
function configurationOf(ground: Ground, { issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const before = known.get(ground)
  if (before) return before
  const asked = discover(issuer, clientId, clientSecret)
  known.set(ground, asked)
  asked.catch(() => known.delete(ground))
  return asked
}

async function discover(issuer: string, clientId: string, clientSecret: string): Promise<Configuration> {
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await import('openid-client')
  const address = new URL(issuer)
  // Only a provider on this machine may do without TLS; readSettings refuses any other.
  const insecure = address.protocol === 'http:' ? [allowInsecureRequests] : []
  return discovery(address, clientId, clientSecret, undefined, {
    // The signature of what it says is checked too, not only the connection it came over.
    execute: [...insecure, enableNonRepudiationChecks],
    timeout: TIMEOUT_SECONDS,
  })
}
const TIMEOUT_SECONDS = 10

/** What to ask a provider with, and what to remember until its answer. */
export async function newQuestion(): Promise<{
  question: ProviderQuestion
  remember: Omit<ProviderTicket, 'networkId'>
}> {
  const client = await import('openid-client')
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const challenge = await client.calculatePKCECodeChallenge(verifier)
  return { question: { state, nonce, challenge }, remember: { state, nonce, verifier } }
}

/** The provider's address with our question in it. Throws where the provider can not be reached. */
export async function addressFor(ground: Ground, provider: Provider, question: ProviderQuestion): Promise<string> {
  const { buildAuthorizationUrl } = await import('openid-client')
  const address = buildAuthorizationUrl(await configurationOf(ground, provider), {
    ...{ redirect_uri: backAddress(ground), scope: 'openid email', response_type: 'code' },
    ...{ state: question.state, nonce: question.nonce },
    ...{ code_challenge: question.challenge, code_challenge_method: 'S256' },
  })
  return address.href
}

/**
 * Exchanges a code for what the provider vouches for, and checks state, nonce, PKCE, signature, issuer and audience.
 * Null for an answer that is not one to our question, and for an address that the provider has not checked.
 */
export async function vouchedFor(
  ground: Ground,
  provider: Provider,
  { answer, ticket }: { answer: URLSearchParams; ticket: ProviderTicket },
): Promise<Vouched | null> {
  const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client')
  const configuration = await configurationOf(ground, provider)
  try {
    const tokens = await authorizationCodeGrant(configuration, new URL(`${backAddress(ground)}?${answer}`), {
      ...{ pkceCodeVerifier: ticket.verifier, expectedState: ticket.state, expectedNonce: ticket.nonce },
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return null
    const told = claims.email ? claims : await fetchUserInfo(configuration, tokens.access_token, claims.sub)
    const { email, email_verified: checked } = told
    return typeof email === 'string' && checked === true ? { subject: claims.sub, email } : null
  } catch {
    // Whatever came from outside and does not fit is thrown.
    return null
  }
}

/**
 * Ties an account to the provider's name for it; false where the account is tied to another name there: then the mail
 * address has gone to somebody else.
 */
export async function tieSubject(
  { db, ground }: Pick<Viewer, 'db' | 'ground'>,
  tie: { readonly accountId: string; readonly issuer: string; readonly subject: string },
): Promise<boolean> {
  const { accountId, issuer, subject } = tie
  const { rows } = await sql<{ subject: string }>`
    select "accountId" as subject from sign_in.account
    where "providerId" = ${issuer} and "userId" = ${accountId} for update`.execute(db)
  if (rows[0]) return rows[0].subject === subject
  const now = ground.clock.instant().toString()
  await sql`delete from sign_in.account where "providerId" = ${issuer} and "accountId" = ${subject}`.execute(db)
  await sql`
    insert into sign_in.account (id, "accountId", "providerId", "userId", "createdAt", "updatedAt")
    values (${newId(ground.clock)}, ${subject}, ${issuer}, ${accountId}, ${now}, ${now})`.execute(db)
  return true
}
