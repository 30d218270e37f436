import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isMailAddress } from './outbox.ts'
import { Problem } from './problems.ts'

/** What the operator decides, read once at start. Each is told in docs/operating.md. */
export type Settings = {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  /** Origin under which people reach the pages; null until the port is known, see `publicUrlOf`. */
  readonly publicUrl: string | null
  /** How many proxies stand in front, each of which appends to X-Forwarded-For. */
  readonly trustProxy: number
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly databaseOwnerUrl: string | null
  readonly smtpUrl: string | null
  /** The mailbox of `mailFrom`, read for what calendars answer and for mails that came back; null: not read. */
  readonly imapUrl: string | null
  readonly mailFrom: string
  readonly secret: string | null
  /** The OpenID provider that people may sign in at; the four belong together, the name may be missing. */
  readonly oidcIssuer: string | null
  readonly oidcClientId: string | null
  readonly oidcClientSecret: string | null
  readonly oidcName: string | null
  /** A session ends after so many hours, and before that when it was not used for so many. */
  readonly sessionHours: number
  readonly sessionIdleHours: number
  /** A sign-in link by mail opens for so long. */
  readonly linkMinutes: number
  /** A program and its arguments that every upload is shown to on its standard input; null where there is none. */
  readonly fileScan: readonly string[] | null
  /** How many requests a minute one caller may make; 0 for any number. */
  readonly requestsPerMinute: number
  readonly log: LogLevel
}

/** Each holds what those before it hold. */
export const logLevels = ['quiet', 'errors', 'security', 'requests'] as const
export type LogLevel = (typeof logLevels)[number]

export const logs = ({ log }: Pick<Settings, 'log'>, level: LogLevel): boolean =>
  logLevels.indexOf(log) >= logLevels.indexOf(level)

/** A setting's text in, its value out; undefined when it does not fit what is `expected`. */
type Setting<T> = {
  readonly name: string
  readonly fallback: T
  readonly expected: string
  readonly read: (text: string) => T | undefined
}
type Texts = Readonly<Record<string, string | undefined>>

const setting = <T>(definition: Setting<T>): Setting<T> => definition

const LONGEST_SECRET = 1000
const SHORTEST_SECRET = 32
const MOST_PROXIES = 9
const LONGEST_SESSION_HOURS = 720
const USUAL_IDLE_HOURS = 168
const LONGEST_LINK_MINUTES = 30
const USUAL_LINK_MINUTES = 10
const USUAL_REQUESTS = 600
const MOST_REQUESTS = 1_000_000
const BLANKS = /\s+/
const LONGEST_WORDS = 500
const DIGITS = /^\d{1,9}$/
const HOST_NAME = /^[\w.:-]{1,253}$/

const definitions = {
  host: setting({ name: 'HOST', fallback: '127.0.0.1', expected: '127.0.0.1, 0.0.0.0, ::1, …', read: hostName }),
  port: setting({ name: 'PORT', fallback: 8080, expected: '0–65535', read: text => wholeNumber(text, 65_535) }),
  publicUrl: setting<string | null>({
    ...{ name: 'PUBLIC_URL', fallback: null, expected: 'https://table.example.org', read: origin },
  }),
  trustProxy: setting({
    ...{ name: 'TRUST_PROXY', fallback: 0, expected: `0–${MOST_PROXIES}` },
    read: text => wholeNumber(text, MOST_PROXIES),
  }),
  dataFolder: setting({
    ...{ name: 'RUNDTISCH_DATA', fallback: resolve('data'), expected: '/var/lib/rundtisch' },
    read: text => resolve(text),
  }),
  databaseUrl: setting<string | null>({
    ...{ name: 'DATABASE_URL', fallback: null, expected: 'postgres://role:password@host/database', read: postgresUrl },
  }),
  databaseOwnerUrl: setting<string | null>({
    ...{ name: 'DATABASE_OWNER_URL', fallback: null, expected: 'postgres://owner:password@host/database' },
    read: postgresUrl,
  }),
  smtpUrl: setting<string | null>({
    ...{ name: 'SMTP_URL', fallback: null, expected: 'smtp://…, smtps://…' },
    read: text => urlOf(text, ['smtp:', 'smtps:'])?.href,
  }),
  imapUrl: setting<string | null>({
    ...{ name: 'IMAP_URL', fallback: null, expected: 'imaps://user:password@host' },
    read: text => urlOf(text, ['imap:', 'imaps:'])?.href,
  }),
  mailFrom: setting({
    ...{ name: 'MAIL_FROM', fallback: 'rundtisch@localhost', expected: 'table@example.org' },
    read: text => (isMailAddress(text) ? text : undefined),
  }),
  secret: setting<string | null>({
    ...{ name: 'SECRET', fallback: null, expected: `${SHORTEST_SECRET}–${LONGEST_SECRET}` },
    read: text => (text.length >= SHORTEST_SECRET && text.length <= LONGEST_SECRET ? text : undefined),
  }),
  oidcIssuer: setting<string | null>({
    ...{ name: 'OIDC_ISSUER', fallback: null, expected: 'https://id.example.org/realm', read: issuer },
  }),
  oidcClientId: setting<string | null>({ name: 'OIDC_CLIENT_ID', fallback: null, expected: 'rundtisch', read: short }),
  oidcClientSecret: setting<string | null>({
    ...{ name: 'OIDC_CLIENT_SECRET', fallback: null, expected: `1–${LONGEST_WORDS}`, read: short },
  }),
  oidcName: setting<string | null>({ name: 'OIDC_NAME', fallback: null, expected: 'Stadtkonto', read: short }),
  sessionHours: setting({
    ...{ name: 'SESSION_HOURS', fallback: LONGEST_SESSION_HOURS, expected: `1–${LONGEST_SESSION_HOURS}` },
    read: text => wholeNumber(text, LONGEST_SESSION_HOURS, 1),
  }),
  sessionIdleHours: setting({
    ...{ name: 'SESSION_IDLE_HOURS', fallback: USUAL_IDLE_HOURS, expected: `1–${LONGEST_SESSION_HOURS}` },
    read: text => wholeNumber(text, LONGEST_SESSION_HOURS, 1),
  }),
  linkMinutes: setting({
    ...{ name: 'LINK_MINUTES', fallback: USUAL_LINK_MINUTES, expected: `1–${LONGEST_LINK_MINUTES}` },
    read: text => wholeNumber(text, LONGEST_LINK_MINUTES, 1),
  }),
  fileScan: setting<readonly string[] | null>({
    ...{ name: 'FILE_SCAN', fallback: null, expected: '/usr/bin/clamdscan --no-summary -', read: commandOf },
  }),
  requestsPerMinute: setting({
    ...{ name: 'REQUESTS_PER_MINUTE', fallback: USUAL_REQUESTS, expected: `0–${MOST_REQUESTS}` },
    read: text => wholeNumber(text, MOST_REQUESTS),
  }),
  log: setting<LogLevel>({
    ...{ name: 'LOG', fallback: 'security', expected: logLevels.join(', ') },
    read: text => logLevels.find(level => level === text),
  }),
} satisfies { readonly [Key in keyof Settings]: Setting<Settings[Key]> }

/** Names of all settings, as docs/operating.md lists them. */
export const settingNames: readonly string[] = Object.values(definitions).map(({ name }) => name)

/** Their values may hold passwords, so no problem repeats them. */
const HIDDEN = new Set(['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'IMAP_URL', 'SECRET', 'OIDC_CLIENT_SECRET'])

/**
 * What a vault or the service manager hands over as files: `SECRET_FILE` names one that holds SECRET, and so on for every
 * setting that may hold a password. Problem: `setting-wrong`, where a file can not be read.
 */
function fromFiles(texts: Texts): Texts {
  const read = [...HIDDEN].flatMap(name => {
    const path = texts[`${name}_FILE`]
    if (!path || texts[name]) return []
    try {
      return [[name, readFileSync(path, 'utf8').trim()] as const]
    } catch (error) {
      const expected = String((error as NodeJS.ErrnoException).code ?? error)
      throw new Problem('setting-wrong', { values: { name: `${name}_FILE`, value: path, expected } })
    }
  })
  return { ...texts, ...Object.fromEntries(read) }
}

/**
 * Reads the settings from names to texts (the environment, under what the command line says). An empty text counts
 * as not set. Problems: `setting-wrong` {name, value, expected}, `setting-missing` {name}.
 */
export function readSettings(given: Texts): Settings {
  const texts = fromFiles(given)
  const entries = Object.entries<Setting<unknown>>(definitions).map(([key, one]) => [key, valueFrom(one, texts)])
  const settings = Object.fromEntries(entries) as Settings
  if (settings.databaseOwnerUrl && !settings.databaseUrl) throw missing(definitions.databaseUrl.name)
  if (settings.smtpUrl && !texts[definitions.mailFrom.name]) throw missing(definitions.mailFrom.name)
  if (settings.oidcIssuer && !settings.oidcClientId) throw missing(definitions.oidcClientId.name)
  if (settings.oidcIssuer && !settings.oidcClientSecret) throw missing(definitions.oidcClientSecret.name)
  return settings
}

/** The public origin once the port is known: what is set, or how this machine reaches itself. */
export function publicUrlOf({ publicUrl, host }: Settings, port: number): string {
  if (publicUrl) return publicUrl
  const reachable = EVERY_ADDRESS.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${reachable}:${port}`
}

/** Where links in mails lead. The start fills the port in as soon as it is known. */
export const originOf = ({ settings }: { readonly settings: Settings }): string => publicUrlOf(settings, settings.port)

/** A browser trusts `localhost` with secure features; the other two are no addresses to go to. */
const EVERY_ADDRESS = new Set(['127.0.0.1', '0.0.0.0', '::'])

function valueFrom<T>({ name, fallback, expected, read }: Setting<T>, texts: Texts): T {
  const text = texts[name]?.trim()
  if (!text) return fallback
  const value = read(text)
  if (value !== undefined) return value
  throw new Problem('setting-wrong', { values: { name, value: HIDDEN.has(name) ? '…' : text, expected } })
}

const missing = (name: string): Problem => new Problem('setting-missing', { values: { name } })

function hostName(text: string): string | undefined {
  return HOST_NAME.test(text) ? text : undefined
}

function wholeNumber(text: string, most: number, least = 0): number | undefined {
  const number = DIGITS.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : undefined
}

/** An origin only: pages and links know no path in front of them. */
function origin(text: string): string | undefined {
  const url = urlOf(text, ['http:', 'https:'])
  return url && url.pathname === '/' && !url.search && !url.hash && !url.username ? url.origin : undefined
}

/** Without TLS anybody on the way could say who somebody is; on this machine nobody is on the way. */
function issuer(text: string): string | undefined {
  const url = urlOf(text, ['https:', 'http:'])
  const safe = url && (url.protocol === 'https:' || LOOPBACK.has(url.hostname))
  return safe && !url.search && !url.hash && !url.username ? text : undefined
}
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
/** A host name out of a URL that is this machine: nobody is on the way to it. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.has(hostname)

function short(text: string): string | undefined {
  return text.length <= LONGEST_WORDS ? text : undefined
}

/** Run without a shell, and found where the operator says: no folder of the path can offer another. */
function commandOf(text: string): readonly string[] | undefined {
  return text.startsWith('/') && text.length <= LONGEST_WORDS ? text.split(BLANKS) : undefined
}

function postgresUrl(text: string): string | undefined {
  return urlOf(text, ['postgres:', 'postgresql:']) ? text : undefined
}

function urlOf(text: string, protocols: readonly string[]): URL | undefined {
  const url = URL.parse(text)
  return url && protocols.includes(url.protocol) ? url : undefined
}
