import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Asker } from '../../access/act.ts'
import type { NetworkAtDoor, SystemName } from '../../access/viewer.ts'
import type { Ground } from '../../ground/ground.ts'
import type { Id, Timestamp } from '../../ground/schema.ts'
import { originOf } from '../../ground/settings.ts'
import type { Language } from '../../texts/texts.ts'

/** A link that is printed for whoever stands before the machine, instead of mailed. */
export const PRINTED_LINK_MINUTES = 30
/** From the first step of a sign-in to the second. */
export const STEP_MINUTES = 10

/** A session that began, or was last seen, before these instants has ended. */
export function oldestSession({ settings, clock }: Pick<Ground, 'settings' | 'clock'>) {
  const now = clock.instant()
  return {
    began: now.subtract({ hours: settings.sessionHours }),
    seen: now.subtract({ hours: settings.sessionIdleHours }),
  }
}

/** Sign-in needs to know more of a request than other features do: its headers, and where it came from. */
export type AskerAtDoor = Asker & {
  readonly headers: Headers
  /** The client's address as far as the proxy in front can be trusted; null where it is unknown. */
  readonly address: string | null
}

/** The same request, with one of our own doing what follows from it. */
export const asSystem = (asker: AskerAtDoor, name: SystemName): AskerAtDoor => ({
  ...asker,
  identity: { ...asker.identity, as: { kind: 'system', name } },
})

/**
 * The address an account stands for, in a network. A demo shows its mails to everybody, so whoever signs in there has
 * proved nothing about a mailbox: its accounts stand apart, under a domain that can not exist (RFC 2606, 2), and
 * their sessions are nobody's in a real network of the same installation.
 */
export function accountAddress(network: Pick<NetworkAtDoor, 'id' | 'demo'>, email: string): string {
  return `${email.toLowerCase()}${network.demo ? demoDomain(network.id) : ''}`
}

/** The mail address behind an account's address; null when the account is none of this network. */
export function emailOfAccount(network: Pick<NetworkAtDoor, 'id' | 'demo'>, address: string): string | null {
  if (!network.demo) return address
  const domain = demoDomain(network.id)
  return address.endsWith(domain) ? address.slice(0, -domain.length) : null
}

const demoDomain = (id: Id) => `.${id}.invalid`

/** How often something may be tried in a quarter of an hour. An office shares one network address. */
export const tries = { minutes: 15, perEmail: 5, perAccount: 5, perAddress: 40 } as const
/** Asking for a link is counted apart from showing a proof: whoever guesses shall not shut others out of asking. */
export type Tried = 'ask' | 'prove'

/** What is counted under: nobody's mail or network address stands in the table. */
export const triesKey = (secret: string, tried: Tried, kind: 'email' | 'account' | 'address', who: string): string =>
  `sign-in:${tried}:${kind}:${keyed(secret, kind === 'address' ? addressUnit(who) : who)}`

/** An IPv6 line has at least a /64 to itself (RFC 6177), so addresses in it count as one. */
export function addressUnit(address: string): string {
  const plain = address.startsWith(MAPPED) ? address.slice(MAPPED.length) : address
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const first = head.split(':').filter(part => part !== '')
  const last = (tail ?? '').split(':').filter(part => part !== '')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const parts = [...first, ...Array<string>(missing).fill('0'), ...last]
  return parts
    .slice(0, 4)
    .map(part => Number.parseInt(part, 16).toString(16))
    .join(':')
}
/** An IPv4 address as a socket for both shows it (RFC 4291, 2.5.5.2). */
const MAPPED = '::ffff:'

/** The key in the address of the first-run page: the same at every start, useless once a network exists. */
export const setUpKey = (secret: string): string => keyed(secret, 'set-up').slice(0, 43)

export function isSetUpKey(secret: string, key: string): boolean {
  const [given, expected] = [Buffer.from(key), Buffer.from(setUpKey(secret))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const keyed = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url')

/**
 * What the doors stand in before the first network exists: no row of any network belongs to it, so every list is
 * empty and every act fails on the database's wall. Only the first-run page opens here.
 */
export const noNetwork: NetworkAtDoor = {
  id: '00000000-0000-0000-0000-000000000000',
  name: 'Rundtisch',
  timeZone: 'Europe/Berlin',
  languages: ['de', 'en', 'ar'] satisfies Language[],
  demo: false,
}

/** ISO 3166-2 codes of the German Länder. */
export const regions = [
  'DE-BW',
  'DE-BY',
  'DE-BE',
  'DE-BB',
  'DE-HB',
  'DE-HH',
  'DE-HE',
  'DE-MV',
  'DE-NI',
  'DE-NW',
  'DE-RP',
  'DE-SL',
  'DE-SN',
  'DE-ST',
  'DE-SH',
  'DE-TH',
] as const
export type Region = (typeof regions)[number]

/** Value of the act `network.setUp`: whoever keeps the people makes this one the coordination. */
export type NetworkSetUp = {
  readonly networkId: Id
  readonly coordinator: { readonly name: string; readonly email: string; readonly language: Language }
}

/** A mail of the demo, which is shown instead of sent. */
export type MailHead = { readonly id: Id; readonly recipient: string; readonly subject: string; readonly at: Timestamp }
/** `zone`: the network's IANA time zone, in which the page tells the time. */
export type Outbox = { readonly zone: string; readonly mails: readonly MailHead[] }
export type MailShown = MailHead & {
  readonly zone: string
  readonly language: string
  /** Line by line; a line that leads to this installation says where, as a path. */
  readonly lines: readonly { readonly text: string; readonly href: string | null }[]
}

/** The cookie that a session travels in, over plain HTTP; over HTTPS its name begins with `__Host-`. */
export const sessionCookie = 'rundtisch.session_token'

const isSecure = (ground: Ground): boolean => originOf(ground).startsWith('https:')

/** Where the site has HTTPS, the name keeps neighbouring sites from setting it (RFC 6265bis, 4.1.3.2). */
const cookieName = (name: string, ground: Ground): string => `${isSecure(ground) ? '__Host-' : ''}${name}`

const cookie = (ground: Ground, name: string, value: string, seconds: number): string =>
  `${cookieName(name, ground)}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly${isSecure(ground) ? '; Secure' : ''}`

/** The cookie that remembers a visitor's language; server.ts reads it. */
export const languageCookie = (ground: Ground): string => cookieName('language', ground)
const YEAR_SECONDS = 31_536_000

export const languageCookieHeader = (ground: Ground, language: Language): string =>
  cookie(ground, 'language', language, YEAR_SECONDS)

/** What a sign-in remembers between two requests of one browser: the secret is in a cookie, what it means with us. */
export type Ticket = 'step' | 'passkey' | 'provider'

/** Hands a ticket to the browser for some minutes; without a secret it is taken away. */
export function ticketHeader(ground: Ground, ticket: Ticket, secret: string | null, minutes: number): string {
  return cookie(ground, `sign-in-${ticket}`, secret ?? '', secret === null ? 0 : minutes * 60)
}

/** The secret of a ticket that a request brings; null where it brings none that we could have made. */
export function ticketIn(ground: Ground, headers: Headers, ticket: Ticket): string | null {
  const name = `${cookieName(`sign-in-${ticket}`, ground)}=`
  const cookies = (headers.get('cookie') ?? '').split(';').map(one => one.trim())
  const secret = cookies.find(one => one.startsWith(name))?.slice(name.length) ?? ''
  return TICKET_SECRET.test(secret) ? secret : null
}
/** 32 bytes in base64url. */
const TICKET_SECRET = /^[A-Za-z0-9_-]{43}$/

const SOMEWHERE = 'http://here.invalid'

/**
 * A path of this site out of a stranger's text, `/` when it is anything else. The address is taken apart as a browser
 * would (WHATWG URL), because `/\evil.example` and `/.//evil.example` lead away too.
 */
export function sameSitePath(text: string): string {
  if (!text.startsWith('/') || !URL.canParse(text, SOMEWHERE)) return '/'
  const { origin, pathname, search } = new URL(text, SOMEWHERE)
  return origin === SOMEWHERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
