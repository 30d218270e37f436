import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { Connection, Login } from './postgres/connection.ts'
import { Problem } from './problems.ts'
import type { Schema } from './schema.ts'
import { keepSearch } from './search.ts'
import { isLoopback } from './settings.ts'
import { PlanKeepingClient } from './statements.ts'

/** Where a database is reached and as whom. */
export type Address =
  | { readonly url: string }
  | ({ readonly host: string; readonly port: number; readonly database: string } & Login)

export type Database = Kysely<Schema>
export type Tx = Transaction<Schema>

/** Column values are read as in schema.ts: instants and days as text, bigint as number. better-auth wants Dates. */
export type DatabaseOptions = {
  readonly size?: number
  readonly instants?: 'text' | 'Date'
  /** Called after each statement, with its text and how long it took. */
  readonly onQuery?: (statement: string, milliseconds: number) => void
}

const OLDEST_VERSION = 15
const STATEMENT_TIMEOUT_MS = 15_000

export const appAddress = ({ host, port, database, app }: Connection): Address => ({ host, port, database, ...app })
export const ownerAddress = ({ host, port, database, owner }: Connection): Address => ({
  ...{ host, port, database },
  ...owner,
})

/**
 * The database as the app sees it: as a role that owns nothing, so that row-level security holds.
 * Problems: `database-unreachable`, `database-too-old`, `database-role-too-strong`.
 */
export async function openDatabase(address: Address, options: DatabaseOptions = {}): Promise<Database> {
  const pool = { statement_timeout: STATEMENT_TIMEOUT_MS, Client: PlanKeepingClient }
  const database = connect(openPool(address, pool, options), options)
  try {
    await refuseUnfit(database)
    return database
  } catch (error) {
    await database.destroy()
    throw error
  }
}

/** The database as its owner: for migrations and tests, never for a request. Row-level security does not bind it. */
export function ownerDatabase(address: Address, options: DatabaseOptions = {}): Database {
  return connect(openPool(address, {}, options), options)
}

/** A bare pool, for libraries that bring their own SQL. */
export function openPool(address: Address, settings: pg.PoolConfig = {}, options: DatabaseOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'rundtisch',
    options: '-c TimeZone=UTC',
    max: options.size ?? 10,
    types: columnTypes(options.instants ?? 'text'),
    ...('url' in address ? { connectionString: address.url, ssl: needsTls(address.url) } : address),
    ...settings,
  })
  // An idle connection that breaks is replaced at the next query; unheard, the event would end the process.
  pool.on('error', () => {})
  return pool
}

/**
 * A server on another machine is spoken to by TLS, and has to show a certificate for its name. `sslmode` in the address
 * says otherwise (it comes before this), a folder as host is a socket.
 */
function needsTls(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? hostname
  return host !== '' && !host.startsWith('/') && !host.startsWith('%2F') && !isLoopback(host)
}

/**
 * Runs `run` in one transaction that sees the rows of one network only (row-level security reads `app.network`).
 * A `read` can not write, and sees one moment, so that a list and its count agree. What a `write` wrote is found by
 * search from its commit on.
 */
export function inNetwork<T>(
  database: Database,
  networkId: string,
  mode: 'read' | 'write',
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  const transaction =
    mode === 'read'
      ? database.transaction().setAccessMode('read only').setIsolationLevel('repeatable read')
      : database.transaction()
  return transaction.execute(async tx => {
    await sql`select set_config('app.network', ${networkId}, true)`.execute(tx)
    const value = await run(tx)
    if (mode === 'write') await keepSearch(tx, true)
    return value
  })
}

function connect(pool: pg.Pool, { onQuery }: DatabaseOptions): Database {
  const dialect = new PostgresDialect({ pool })
  if (!onQuery) return new Kysely<Schema>({ dialect })
  return new Kysely<Schema>({ dialect, log: event => onQuery(event.query.sql, event.queryDurationMillis) })
}

type Fitness = { role: string; version: number; encoding: string; strong: boolean; owns: boolean }

// A member of the owner role passes the wall as the owner does, hence pg_has_role instead of a comparison of names.
const FITNESS = sql<Fitness>`
  select current_user as role,
    current_setting('server_version_num')::int / 10000 as version,
    current_setting('server_encoding') as encoding,
    exists (
      select from pg_roles where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member')
    ) as strong,
    exists (
      select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p') and nspname not in ('pg_catalog', 'information_schema')
        and pg_has_role(current_user, relowner, 'usage')
    ) as owns`

async function refuseUnfit(database: Database): Promise<void> {
  const fitness = await FITNESS.execute(database).catch(error => {
    throw new Problem('database-unreachable', { values: { reason: reasonOf(error) } }, error)
  })
  const { role, version, encoding, strong, owns } = fitness.rows[0]!
  if (version < OLDEST_VERSION) throw new Problem('database-too-old', { values: { version, oldest: OLDEST_VERSION } })
  if (encoding !== 'UTF8') throw new Problem('setting-wrong', { values: wrongEncoding(encoding) })
  if (strong || owns) throw new Problem('database-role-too-strong', { values: { role } })
}

const wrongEncoding = (encoding: string) => ({ name: 'DATABASE_URL', value: encoding, expected: 'ENCODING UTF8' })

// An AggregateError (one failure an address) has no message of its own.
const reasonOf = (error: { code?: string; message?: string }): string => error.message || error.code || String(error)

const { builtins } = pg.types

function columnTypes(instants: 'text' | 'Date'): { getTypeParser: typeof pg.types.getTypeParser } {
  const parsers = new Map<number, (text: string) => unknown>([
    [builtins.INT8, Number],
    [builtins.DATE, text => text],
    ...(instants === 'text' ? ([[builtins.TIMESTAMPTZ, instantText]] as const) : []),
  ])
  const getTypeParser = (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text')
  return { getTypeParser: getTypeParser as typeof pg.types.getTypeParser }
}

/** A column of type `time` as people write it, HH:MM. */
export const clockTime = (column: string) => sql<string | null>`to_char(${sql.ref(column)}, 'HH24:MI')`

const UTC_TEXT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** PostgreSQL's "2026-11-22 16:59:17.3+00" as ISO 8601 in UTC with three decimals, the form `Timestamp` has. */
export function instantText(text: string): string {
  const [, day, time, decimals = ''] = UTC_TEXT.exec(text) ?? []
  if (day) return `${day}T${time}.${decimals.padEnd(3, '0').slice(0, 3)}Z`
  return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' })
}
