import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import { type Address, type Database, openPool } from './database.ts'
import { prepareJobs } from './jobs.ts'
import { Problem } from './problems.ts'

/** A step of the schema, named by its file. `:app_role` in the text stands for the app's role. */
export type Migration = { readonly name: string; readonly text: string }

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** Every migration of this version, in order. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, text]) => ({ name: path.slice(path.lastIndexOf('/') + 1, -'.sql'.length), text }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

/** One at a time in a database, whichever process asks. */
const LOCK = 5_218_190

/**
 * Brings the schema up to date as the owner: each missing migration in a transaction of its own, then the queue's
 * tables. Gives the names that were applied now. Problem `migration-changed` when an applied one has another text.
 */
export async function migrate(
  owner: Address,
  appRole: string,
  clock: Clock,
  wanted: readonly Migration[] = migrations,
): Promise<readonly string[]> {
  const pool = openPool(owner, {}, { size: 1 })
  const client = await pool.connect().catch(cause => {
    throw new Problem('database-unreachable', { values: { reason: String(cause.message || cause.code) } }, cause)
  })
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const role = client.escapeIdentifier(appRole)
    await client.query(`create table if not exists migration (name text primary key, sha256 text not null, at timestamptz not null);
      grant select on migration to ${role}`)
    const applied = await appliedOf(client)
    refuseChanged(wanted, applied)
    const missing = wanted.filter(({ name }) => !applied.has(name))
    for (const migration of missing) await apply(client, migration, role, clock)
    await prepareJobs(text => client.query(text), role)
    return missing.map(({ name }) => name)
  } finally {
    // The lock goes with the connection.
    client.release(true)
    await pool.end()
  }
}

/** Names of the migrations that the database still lacks, asked as the app. All of them when it was never migrated. */
export async function pendingMigrations(
  database: Database,
  wanted: readonly Migration[] = migrations,
): Promise<readonly string[]> {
  const names = wanted.map(({ name }) => name)
  const table = await sql<{ there: boolean }>`select to_regclass('migration') is not null as there`.execute(database)
  if (!table.rows[0]?.there) return names
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(database)
  const applied = new Set(rows.map(({ name }) => name))
  return names.filter(name => !applied.has(name))
}

type Applied = ReadonlyMap<string, string>

async function appliedOf(client: pg.PoolClient): Promise<Applied> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]))
}

function refuseChanged(wanted: readonly Migration[], applied: Applied): void {
  const changed = wanted.find(({ name, text }) => (applied.get(name) ?? sha256(text)) !== sha256(text))
  if (changed) throw new Problem('migration-changed', { values: { name: changed.name } })
}

async function apply(client: pg.PoolClient, { name, text }: Migration, role: string, clock: Clock): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text.replaceAll(':app_role', role))
    const at = clock.instant().toString()
    await client.query('insert into migration (name, sha256, at) values ($1, $2, $3)', [name, sha256(text), at])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
