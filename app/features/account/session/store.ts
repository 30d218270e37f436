import {
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  sql,
  type UnknownRow,
} from 'kysely'
import type { Ground } from '../../../ground/ground.ts'
import { newId, newSecret, secretHash } from '../../../ground/ids.ts'
import { secretOf } from '../../../ground/secret.ts'
import { LINK_MINUTES, originOf, SESSION_DAYS } from '../model.ts'

/**
 * Sessions and sign-in links, kept by better-auth in the schema `sign_in`. Its own routes are never mounted: they sign
 * in on GET, where a mail scanner would. better-auth reads the machine's time itself; a simulated year ends here.
 */

/** A new session: the account, the address it stands for, and the cookie to hand to the browser. */
export type NewSession = { readonly accountId: string; readonly headers: Headers }

/** Makes a sign-in link's secret for an address, valid `LINK_MINUTES`, once. Only its hash is kept. */
export async function makeLink(ground: Ground, accountAddress: string): Promise<string> {
  const auth = await authOf(ground)
  let secret = ''
  const take = (token: string) => {
    secret = token
  }
  await auth.api.signInMagicLink({ body: { email: accountAddress, metadata: { take } }, headers: new Headers() })
  return secret
}

/**
 * The address that an unused and unexpired link stands for. Asking changes nothing, and asks on the connection it is
 * given: inside a transaction a second connection could be waited for by everybody who holds a first.
 */
export async function addressOfLink(db: Ground['db'], clock: Ground['clock'], secret: string): Promise<string | null> {
  const { rows } = await sql<{ value: string }>`
    select value from sign_in.verification
    where identifier = ${LINK + secretHash(secret)} and "expiresAt" > ${clock.instant().toString()}
    order by "createdAt" desc limit 1`.execute(db)
  if (!rows[0]) return null
  const { email } = JSON.parse(rows[0].value) as { email?: unknown }
  return typeof email === 'string' ? email : null
}

/** How better-auth's magic-link plugin names its rows; the tests sign in through them. */
const LINK = 'magic-link:'

/** Uses the link up and begins a session; null when it was used before or has expired. */
export async function beginSession(ground: Ground, secret: string): Promise<NewSession | null> {
  const auth = await authOf(ground)
  try {
    const { headers, response } = await auth.api.magicLinkVerify({
      query: { token: secret },
      headers: new Headers(),
      returnHeaders: true,
    })
    return { accountId: response.user.id, headers: cookiesOf(headers) }
  } catch (error) {
    // A link that does not hold is answered with a redirect (302), which is thrown.
    if ((error as { statusCode?: number }).statusCode === 302) return null
    throw error
  }
}

/** Ends the session named by the request's cookie; the headers take the cookie away. */
export async function endSession(ground: Ground, headers: Headers): Promise<Headers> {
  const auth = await authOf(ground)
  const ended = await auth.api.signOut({ headers: cookieOnly(headers), returnHeaders: true })
  return cookiesOf(ended.headers)
}

/** The account of the request's session; one query, none without a cookie. */
export async function accountOfSession(ground: Ground, headers: Headers): Promise<string | null> {
  if (!headers.get('cookie')?.includes(COOKIE_PREFIX)) return null
  const auth = await authOf(ground)
  const session = await auth.api.getSession({ headers: cookieOnly(headers), query: { disableRefresh: true } })
  return session?.user.id ?? null
}

const COOKIE_PREFIX = 'rundtisch'

/** Only the cookie: whatever else a stranger sends is no matter of sign-in, and no address is stored with a session. */
const cookieOnly = (headers: Headers) => new Headers({ cookie: headers.get('cookie') ?? '' })

function cookiesOf(from: Headers): Headers {
  const headers = new Headers()
  for (const cookie of from.getSetCookie()) headers.append('set-cookie', cookie)
  return headers
}

const opened = new WeakMap<Ground, ReturnType<typeof open>>()

function authOf(ground: Ground): ReturnType<typeof open> {
  const known = opened.get(ground)
  if (known) return known
  const auth = open(ground)
  opened.set(ground, auth)
  return auth
}

/** Loaded when first needed: it is a quarter of a second that a start does not have to wait for. */
async function open(ground: Ground) {
  const { betterAuth } = await import('better-auth')
  const { magicLink } = await import('better-auth/plugins/magic-link')
  const { settings, clock } = ground
  const publicUrl = originOf(ground)
  return betterAuth({
    database: {
      db: ground.db.withPlugin(new InstantsAsDates()),
      type: 'postgres',
      schemaName: 'sign_in',
      transaction: true,
    },
    baseURL: publicUrl,
    secret: secretOf(settings),
    session: { expiresIn: SESSION_DAYS * 86_400, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { joins: true, validateSchema: false, generateId: () => newId(clock) },
    },
    // The doors count tries themselves, in the database: better-auth's limits stand before its own routes only.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
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
