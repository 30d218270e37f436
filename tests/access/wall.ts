import { sql, type Transaction } from 'kysely'
import { type Database, inNetwork } from '../../app/ground/database.ts'
import type { Id, Schema } from '../../app/ground/schema.ts'

/** What was tried across the wall between two networks, and what came through. */
export type Breaches = { readonly tries: number; readonly breaches: readonly string[] }

type Tx = Transaction<Schema>

/**
 * The wall between networks alone, with no filter of the application: as the app's role, in the network `stranger`,
 * every table is asked for, changed, emptied and filled with rows of the network `home`, by network and by id; with
 * forged settings; and by what a stranger would try to get out of his role. The catalogue says which tables there are.
 */
export async function wallBreaches(
  { app, owner }: { app: Database; owner: Database },
  home: Id,
  stranger: Id,
): Promise<Breaches> {
  const tables = await tenantTables(owner)
  const breaches: string[] = []
  let tries = 0
  /** `came` says what came through; null and a refusal by the database are what should be. */
  const attempt = async (what: string, came: () => Promise<string | null>) => {
    tries++
    const said = await came().catch(error => (REFUSALS.has(codeOf(error)) ? null : String(error)))
    if (said !== null) breaches.push(`${what}: ${said}`)
  }
  const asStranger = <T>(use: (tx: Tx) => Promise<T>) => inNetwork(app, stranger, 'write', use)

  for (const { name, refers, key } of tables) {
    const row = await rowOf(owner, name, home)
    if (!row) {
      breaches.push(`${name}: no row to try with`)
      continue
    }
    const table = sql.table(name)
    const text = JSON.stringify(row)
    const copy = (network: Id) =>
      sql`insert into ${table} select (jsonb_populate_record(null::${table}, ${sql.lit(text)}::jsonb || ${sql.lit(
        JSON.stringify({ network_id: network, ...(key ? { [key]: crypto.randomUUID() } : {}) }),
      )}::jsonb)).*`
    const byId = key ? sql`${sql.ref(key)} = ${sql.lit(String(row[key]))}` : sql`network_id = ${sql.lit(home)}`
    for (const where of [sql`network_id = ${sql.lit(home)}`, byId, sql`true`]) {
      await attempt(`${name} read`, () => asStranger(async tx => counted(await count(tx, name, where))))
      await attempt(`${name} changed`, () =>
        asStranger(async tx =>
          counted((await sql`update ${table} set network_id = network_id where ${where}`.execute(tx)).numAffectedRows),
        ),
      )
      await attempt(`${name} deleted`, () =>
        asStranger(async tx => counted((await sql`delete from ${table} where ${where}`.execute(tx)).numAffectedRows)),
      )
    }
    await attempt(`${name} planted there`, () =>
      asStranger(async tx => counted((await copy(home).execute(tx)).numAffectedRows)),
    )
    // What refers to something must not refer across: foreign keys are asked past the wall.
    if (refers && Object.keys(row).some(column => refers.includes(column) && row[column] !== null))
      await attempt(`${name} refers across`, () =>
        asStranger(async tx => counted((await copy(stranger).execute(tx)).numAffectedRows)),
      )
    await attempt(`${name} in its statistics`, async () => {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from pg_stats where tablename = ${name}`.execute(app)
      return counted(rows[0]!.n)
    })
    for (const setting of FORGED(home))
      await attempt(`${name} as ${setting || 'nobody'}`, () =>
        app.transaction().execute(async tx => {
          await sql`select set_config('app.network', ${setting}, true)`.execute(tx)
          return counted(await count(tx, name, sql`true`))
        }),
      )
    // A condition that tells its value in an error must not run on rows behind the wall.
    await attempt(`${name} told by an error`, () =>
      asStranger(async tx => counted(await count(tx, name, sql`network_id::text::int = 1`))),
    )
  }

  const [first] = tables
  const one = sql.table(first!.name)
  await attempt('the network of the transaction before', () =>
    app.connection().execute(async connection => {
      await inNetworkOn(connection, home)
      return counted(await count(connection as Tx, first!.name, sql`true`))
    }),
  )
  const { rows: owners } = await sql<{ name: string }>`select current_user as name`.execute(owner)
  const escapes = [
    sql`set local row_security = off; select * from ${one}`,
    sql`set local role ${sql.ref(owners[0]!.name)}`,
    sql`set session authorization ${sql.ref(owners[0]!.name)}`,
    sql`alter table ${one} disable row level security`,
    sql`drop policy network_wall on ${one}`,
    sql`alter role current_user bypassrls`,
    sql`truncate ${one} cascade`,
    sql`create table public.taken as select 1 as a`,
    sql`create function public.taken() returns int language sql security definer as 'select 1'`,
    sql`copy (select 1) to program 'true'`,
    sql`select pg_read_file('postgresql.conf')`,
  ]
  for (const attack of escapes)
    await attempt(attack.compile(app).sql, () =>
      asStranger(async tx => {
        await runAll(tx, attack.compile(app).sql)
        return 'was allowed'
      }),
    )
  for (const name of await openTables(owner)) await attempt(name, async () => 'has no wall')
  return { tries, breaches }
}

/** What a refusal looks like: privilege or policy, a reference that leads nowhere, a setting that is no id. */
const REFUSALS: ReadonlySet<string> = new Set(['42501', '23503', '22P02', '2F003'])
const codeOf = (error: unknown) => String((error as { code?: unknown }).code)

const FORGED = (home: Id) => [
  '',
  `${home},${home}`,
  '%',
  '*',
  'null',
  `${home}' or 'a'='a`,
  '00000000-0000-0000-0000-000000000000',
]

const counted = (number: number | bigint | undefined): string | null =>
  Number(number ?? 0) > 0 ? `${number} rows` : null

async function count(db: Database, table: string, where: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(
    db,
  )
  return rows[0]!.n
}

/** Statements one after the other; the driver takes one at a time. */
async function runAll(tx: Tx, statements: string): Promise<void> {
  for (const statement of statements.split('; ')) await sql.raw(statement).execute(tx)
}

async function inNetworkOn(connection: Database, network: Id): Promise<void> {
  await connection.transaction().execute(async tx => {
    await sql`select set_config('app.network', ${network}, true)`.execute(tx)
  })
}

type TenantTable = { readonly name: string; readonly key: string | null; readonly refers: readonly string[] | null }

/** Tables that belong to a network, the column that tells their rows apart, and those that refer to other tables. */
async function tenantTables(owner: Database): Promise<readonly TenantTable[]> {
  const { rows } = await sql<TenantTable>`
    select c.relname as name,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary and a.attname <> 'network_id' and i.indnkeyatts <= 2
        and not exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey))
        limit 1) as key,
      (select array_agg(distinct a.attname::text) from pg_constraint f join pg_attribute a
        on a.attrelid = c.oid and a.attnum = any(f.conkey) and a.attname <> 'network_id'
        where f.conrelid = c.oid and f.contype = 'f') as refers
    from pg_class c join pg_attribute n on n.attrelid = c.oid and n.attname = 'network_id' and not n.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`.execute(owner)
  return rows
}

async function rowOf(owner: Database, table: string, network: Id): Promise<Record<string, unknown> | null> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) as row from ${sql.table(table)} t where network_id = ${network} limit 1`.execute(owner)
  return rows[0]?.row ?? null
}

/** Tables with a network's rows that no policy walls off. */
async function openTables(owner: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute n on n.attrelid = c.oid and n.attname = 'network_id' and not n.attisdropped
    where c.relkind in ('r', 'v', 'm') and c.relnamespace = 'public'::regnamespace
      and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`.execute(owner)
  return rows.map(({ name }) => name)
}
