import {
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  sql,
  type UnknownRow,
} from 'kysely'
import { z } from 'zod'
import type { NetworkAtDoor, SignedIn, Viewer } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { newId, newSecret, secretHash } from '../../../ground/ids.ts'
import { Problem } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { secretOf } from '../../../ground/secret.ts'
import { originOf } from '../../../ground/settings.ts'
import { accountAddress, emailOfAccount, oldestSession, type Ticket } from '../model.ts'

/**
 * Sessions and sign-in links, kept by better-auth in the schema `sign_in`. Its own routes are never mounted: they sign
 * in on GET, where a mail scanner would. better-auth reads the machine's time itself; a simulated year ends here.
 */

/** Makes a link's secret for an address in one network, valid so many minutes, once. Only its hash is kept. */
export async function makeLink(
  ground: Ground,
  network: LinkedNetwork,
  email: string,
  minutes = ground.settings.linkMinutes,
): Promise<string> {
  await removeExpired(ground)
  const auth = await authOf(ground)
  let secret = ''
  const take = (token: string) => {
    secret = token
  }
  // better-auth has no place for a network; the name of an account is nothing that we use.
  const body = { email: accountAddress(network, email), name: network.id, metadata: { take } }
  await auth.api.signInMagicLink({ body, headers: new Headers() })
  // Its plugin knows one age for all links, and another clock.
  const expires = ground.clock.instant().add({ minutes }).toString()
  await sql`
    update sign_in.verification set "expiresAt" = ${expires} where identifier = ${LINK + secretHash(secret)}`.execute(
    ground.db,
  )
  return secret
}

type LinkedNetwork = Pick<NetworkAtDoor, 'id' | 'demo'>

/**
 * Whom an unused and unexpired link of this network signs in, as a mail address. Asking changes nothing, and asks on
 * the connection it is given: inside a transaction a second one could be waited for by everybody who holds a first.
 */
export async function emailOfLink(
  { db, ground, network }: Pick<Viewer, 'db' | 'ground' | 'network'>,
  secret: string,
): Promise<string | null> {
  const { rows } = await sql<{ value: string }>`
    select value from sign_in.verification
    where identifier = ${LINK + secretHash(secret)} and "expiresAt" > ${ground.clock.instant().toString()}
    order by "createdAt" desc limit 1`.execute(db)
  if (!rows[0]) return null
  const { email, name } = JSON.parse(rows[0].value) as { email?: unknown; name?: unknown }
  return typeof email === 'string' && name === network.id ? emailOfAccount(network, email) : null
}

/** How better-auth's magic-link plugin names its rows; the tests sign in through them. */
const LINK = 'magic-link:'

/** Uses a link up; false when it was used before or has expired. Of several at once one succeeds. */
export async function takeLink(ground: Ground, secret: string): Promise<boolean> {
  const { internalAdapter } = await contextOf(ground)
  return (await internalAdapter.consumeVerificationValue(LINK + secretHash(secret))) !== null
}

/** The account that stands for an address, made when there is none yet. Whoever asks has proved the address. */
export async function accountFor(ground: Ground, address: string): Promise<string> {
  const { internalAdapter } = await contextOf(ground)
  const known = await internalAdapter.findUserByEmail(address)
  if (known) return known.user.id
  try {
    const made = await internalAdapter.createUser(
      { email: address, emailVerified: true, name: '' },
      { method: 'magic-link' },
    )
    return made.id
  } catch (error) {
    // Made by another request in the same moment: the address is unique.
    const meanwhile = await internalAdapter.findUserByEmail(address)
    if (meanwhile) return meanwhile.user.id
    throw error
  }
}

/** What is kept with a session: the network of its door, the device, whether a second factor stood behind it. */
export type NewSession = {
  readonly headers: Headers
  readonly device: string
  readonly networkId: Id
  readonly strong: boolean
}

/**
 * Begins a session under a new name, whatever name the browser came with (OWASP ASVS 5.0, 7.2.4), and ends the one it
 * had. No network address is stored.
 */
export async function beginSession(
  ground: Ground,
  accountId: string,
  { headers, device, networkId, strong }: NewSession,
): Promise<Headers> {
  const before = await sessionOf(ground, headers)
  const auth = await authOf(ground)
  const begun = await auth.api.beginSession({
    body: { accountId, networkId, strong },
    headers: new Headers({ 'user-agent': device }),
    returnHeaders: true,
  })
  if (before) await (await contextOf(ground)).internalAdapter.deleteSession(before.token)
  return cookiesOf(begun.headers)
}

/** Ends the session named by the request's cookie; the headers take the cookie away. */
export async function endSession(ground: Ground, headers: Headers): Promise<Headers> {
  const auth = await authOf(ground)
  const ended = await auth.api.signOut({ headers: cookieOnly(headers), returnHeaders: true })
  return cookiesOf(ended.headers)
}

/** A running session, with the secret that its cookie carries. */
export type Running = SignedIn & { readonly token: string }

/**
 * The session that a request's cookie names; one query, none without a cookie. Now and then it is marked as seen. It
 * ends after `SESSION_HOURS`, and when it was not used for `SESSION_IDLE_HOURS`, as the settings say today.
 */
export async function sessionOf(ground: Ground, headers: Headers): Promise<Running | null> {
  if (!headers.get('cookie')?.includes(COOKIE_PREFIX)) return null
  const auth = await authOf(ground)
  const found = await auth.api.getSession({ headers: cookieOnly(headers), query: { disableRefresh: true } })
  if (!found) return null
  const { id: sessionId, token, createdAt, updatedAt, strong } = found.session
  const now = ground.clock.instant()
  const { began, seen } = oldestSession(ground)
  if (createdAt.getTime() < began.epochMilliseconds || updatedAt.getTime() < seen.epochMilliseconds) {
    await sql`delete from sign_in.session where id = ${sessionId}`.execute(ground.db)
    return null
  }
  if (now.epochMilliseconds - updatedAt.getTime() > SEEN_MINUTES * 60_000)
    await sql`update sign_in.session set "updatedAt" = ${now.toString()} where id = ${sessionId}`.execute(ground.db)
  return { accountId: found.user.id, sessionId, token, since: createdAt.toISOString(), strong: strong === true }
}

/** Not every page writes: this is how exactly people are told when a device was last seen. */
const SEEN_MINUTES = 15
const COOKIE_PREFIX = 'rundtisch'

/** Only the cookie: whatever else a stranger sends is no matter of sign-in, and no address is stored with a session. */
const cookieOnly = (headers: Headers) => new Headers({ cookie: headers.get('cookie') ?? '' })

function cookiesOf(from: Headers): Headers {
  const headers = new Headers()
  for (const cookie of from.getSetCookie()) headers.append('set-cookie', cookie)
  return headers
}

/**
 * Keeps a value for some minutes, to be found again with the secret alone. Only the secret's hash is stored. What has
 * expired, links included, is removed on the way.
 */
export async function keepTicket({ db, clock }: Ground, kind: Ticket, value: object, minutes: number): Promise<string> {
  const secret = newSecret()
  const now = clock.instant()
  await removeExpired({ db, clock })
  await sql`
    insert into sign_in.verification (id, identifier, value, "expiresAt", "createdAt", "updatedAt")
    values (${newId(clock)}, ${ticketName(kind, secret)}, ${JSON.stringify(value)},
            ${now.add({ minutes }).toString()}, ${now.toString()}, ${now.toString()})`.execute(db)
  return secret
}

/** A link that has expired still names a mail address. */
async function removeExpired({ db, clock }: Pick<Ground, 'db' | 'clock'>): Promise<void> {
  // Skipping what is locked, so that two of them never wait for each other.
  await sql`delete from sign_in.verification where id in (
    select id from sign_in.verification where "expiresAt" < ${clock.instant().toString()} for update skip locked)`.execute(
    db,
  )
}

/** Looks at a ticket and leaves it. */
export async function readTicket<Value>(ground: Ground, kind: Ticket, secret: string): Promise<Value | null> {
  const { rows } = await sql<{ value: string }>`
    select value from sign_in.verification
    where identifier = ${ticketName(kind, secret)} and "expiresAt" > ${ground.clock.instant().toString()}`.execute(
    ground.db,
  )
  return rows[0] ? (JSON.parse(rows[0].value) as Value) : null
}

/** Takes a ticket: of several at once one gets it. */
export async function takeTicket<Value>(ground: Ground, kind: Ticket, secret: string): Promise<Value | null> {
  const { rows } = await sql<{ value: string }>`
    delete from sign_in.verification
    where identifier = ${ticketName(kind, secret)} and "expiresAt" > ${ground.clock.instant().toString()}
    returning value`.execute(ground.db)
  return rows[0] ? (JSON.parse(rows[0].value) as Value) : null
}

const ticketName = (kind: Ticket, secret: string): string => `${kind}:${secretHash(secret)}`

const opened = new WeakMap<Ground, ReturnType<typeof open>>()

function authOf(ground: Ground): ReturnType<typeof open> {
  const known = opened.get(ground)
  if (known) return known
  const auth = open(ground)
  opened.set(ground, auth)
  return auth
}

const contextOf = async (ground: Ground) => (await authOf(ground)).$context

/** Loaded when first needed: it is a quarter of a second that a start does not have to wait for. */
async function open(ground: Ground) {
  const { betterAuth } = await import('better-auth')
  const { magicLink } = await import('better-auth/plugins/magic-link')
  const { createAuthEndpoint } = await import('better-auth/api')
  const { setSessionCookie } = await import('better-auth/cookies')
  /** Any of our ways to sign in ends here; nothing outside of this process can call it. */
  const begin = createAuthEndpoint.serverOnly(
    {
      ...{ method: 'POST', requireHeaders: true },
      body: z.object({ accountId: z.string(), networkId: z.uuid(), strong: z.boolean() }),
    },
    async ctx => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
      if (!user) throw new Problem('server-error')
      const { networkId, strong } = ctx.body
      const now = new Date(clock.instant().epochMilliseconds)
      const ours = { networkId, strong, createdAt: now, updatedAt: now }
      const session = await ctx.context.internalAdapter.createSession(user.id, false, ours, true)
      await setSessionCookie(ctx, { session, user })
      return ctx.json(null)
    },
  )
  const { settings, clock } = ground
  const publicUrl = originOf(ground)
  const secure = publicUrl.startsWith('https:')
  return betterAuth({
    database: {
      db: ground.db.withPlugin(new InstantsAsDates()),
      type: 'postgres',
      schemaName: 'sign_in',
      transaction: true,
    },
    baseURL: publicUrl,
    secret: secretOf(settings),
    session: {
      ...{ expiresIn: settings.sessionHours * 3600, disableSessionRefresh: true },
      additionalFields: {
        networkId: { type: 'string', required: false, input: false },
        strong: { type: 'boolean', required: false, input: false },
      },
    },
    advanced: {
      // better-auth knows `__Secure-` alone; `__Host-` also keeps a neighbour's subdomain from writing the cookie.
      cookiePrefix: secure ? `__Host-${COOKIE_PREFIX}` : COOKIE_PREFIX,
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      database: { joins: true, validateSchema: false, generateId: () => newId(clock) },
    },
    // The doors count tries themselves, in the database: better-auth's limits stand before its own routes only.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      { id: 'rundtisch', endpoints: { beginSession: begin } },
      magicLink({
        expiresIn: settings.linkMinutes * 60,
        generateToken: () => newSecret(),
        storeToken: { type: 'custom-hasher', hash: async secret => secretHash(secret) },
        sendMagicLink: async ({ token, metadata }) => metadata?.take?.(token),
      }),
    ],
  })
}

const INSTANT_COLUMN = /(?:^|_)(?:expiresAt|createdAt|updatedAt)$/

/**
 * The house reads instants as text, better-auth compares them as Dates. A text would never be "before now", and
 * nothing would ever expire.
 */
class InstantsAsDates implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs) {
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return { ...result, rows: result.rows.map(withDates) }
  }
}

const withDates = (row: UnknownRow): UnknownRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) =>
      INSTANT_COLUMN.test(column) && typeof value === 'string' ? [column, new Date(value)] : [column, value],
    ),
  )
