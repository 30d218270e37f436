import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import { asViewer } from '../../../access/viewer.ts'
import { queueMail } from '../../../ground/outbox.ts'
import { REMOVED_NAME } from '../../../ground/personal.ts'

let world: World<TestDatabase>
let coordinator: Caller
let leyla: Caller
let id: string
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  leyla = await world.as('boardMember')
  id = await idOf('Leyla Aydemir')
})
afterAll(() => world.close())

const db = () => world.database.owner
const idOf = async (name: string) =>
  (await db().selectFrom('person').where('name', '=', name).select('id').executeTakeFirstOrThrow()).id
const json = async (caller: Caller, path: string) => (await caller.get(path, true)).json()

/** Every column of every table of the installation as text, with where it stands. */
async function dump(): Promise<{ at: string; text: string }[]> {
  const { rows: columns } = await sql<{ schema: string; table: string; column: string }>`
    select table_schema as schema, table_name as table, column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema in ('public', 'sign_in', 'jobs') and t.table_type = 'BASE TABLE'`.execute(db())
  const all: { at: string; text: string }[] = []
  for (const { schema, table, column } of columns) {
    const { rows } = await sql<{ text: string }>`
      select ${sql.ref(column)}::text as text from ${sql.table(`${schema}.${table}`)}
      where ${sql.ref(column)} is not null`.execute(db())
    all.push(...rows.map(({ text }) => ({ at: `${schema}.${table}.${column}`, text })))
  }
  return all
}

function files(): { at: string; text: string }[] {
  const root = join(world.ground.settings.dataFolder, 'files')
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => ({ at: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'latin1') }))
}

describe('an erasure', () => {
  it('is asked for by the person and waits for the coordination', async () => {
    expect((await leyla.post('/privacy/me/erasure')).status).toBe(303)
    expect((await leyla.post('/privacy/me/erasure')).status).toBe(409)
    expect(await (await coordinator.get('/privacy/overview')).text()).toContain('Leyla Aydemir')
    expect((await leyla.get(`/privacy/people/${id}/erasure`)).status).toBe(404)
    expect((await leyla.post(`/privacy/people/${id}/erasure`, { name: 'Leyla Aydemir' })).status).toBe(403)
    expect((await (await world.as('public')).get('/privacy/me')).status).toBe(404)
  })

  it('says before what it removes, what it redacts and what stays', async () => {
    const preview = await json(coordinator, `/privacy/people/${id}/erasure`)
    const records = (of: { record: string }[]) => of.map(({ record }) => record)
    expect(records(preview.removed)).toEqual(expect.arrayContaining(['person', 'membership']))
    expect(records(preview.redacted)).toEqual(expect.arrayContaining(['source', 'attendance', 'reading']))
    expect(preview.stays[0].count).toBeGreaterThan(0)
    expect(preview.lines.length).toBeGreaterThan(0)
    const page = await (await coordinator.get(`/privacy/people/${id}/erasure`)).text()
    expect(page).toContain('<mark>')
  })

  it('is refused without the name, without an answer to each question, and for the last coordinator', async () => {
    const path = `/privacy/people/${id}/erasure`
    expect((await coordinator.post(path, { name: 'Leyla' })).status).toBe(422)
    const mira = await idOf('Mira Halden')
    expect((await coordinator.post(`/privacy/people/${mira}/erasure`, { name: 'Mira Halden' })).status).toBe(409)
    // A line about which nobody can know.
    await db()
      .updateTable('meeting')
      .set({ place: 'im Garten, Leyla bringt Tee' })
      .where('state', '=', 'draft')
      .execute()
    expect((await coordinator.post(path, { name: 'Leyla Aydemir' })).status).toBe(422)
    expect(await idOf('Leyla Aydemir')).toBe(id)
  })

  it('leaves the person nowhere that the schema does not name, and minutes that still read', async () => {
    const { ground, network } = world
    await asViewer(ground, { network, language: 'de', as: { kind: 'system', name: 'demo' } }, 'write', viewer =>
      queueMail(viewer, {
        recipient: 'jonas.ferber@auenfurt.example',
        language: 'de',
        subject: 'Für Frau Aydemir',
        content: 'Leyla Aydemir fragt.',
      }).then(() =>
        queueMail(viewer, {
          recipient: 'Leyla.Aydemir@auenfurt.example',
          language: 'de',
          subject: 'Hallo',
          content: 'Guten Tag',
        }),
      ),
    )
    const before = await dump()
    const names = /aydemir|leyla/i
    expect(before.filter(({ text }) => names.test(text)).length).toBeGreaterThan(20)
    const linesBefore = await db().selectFrom('source').select(['id', 'line_count']).orderBy('id').execute()

    const { questions } = await json(coordinator, `/privacy/people/${id}/erasure`)
    const answers = Object.fromEntries(questions.map(({ key }: { key: string }) => [`line-${key}`, 'remove']))
    const answer = await coordinator.post(`/privacy/people/${id}/erasure`, {
      name: 'Leyla Aydemir',
      'line-closed': 'remove',
      ...answers,
    })
    expect(answer.status, await answer.text()).toBe(303)

    const found = (await dump()).filter(({ text }) => names.test(text))
    expect(found).toEqual([])
    expect(files().filter(({ text }) => names.test(text))).toEqual([])
    // Her id stands only where the schema says that it stays as a pseudonym.
    const ids = new Set((await dump()).filter(({ text }) => text.includes(id)).map(({ at }) => at))
    const allowed = [
      'journal.actor',
      'journal.person_id',
      'journal.subject_id',
      'erasure.person_id',
      'erasure.asked_by',
    ]
    expect([...ids].filter(at => !allowed.includes(at.replace('public.', '')))).toEqual([])

    const sources = await db()
      .selectFrom('source')
      .select(['id', 'content', 'line_count', 'redacted_at', 'sha256'])
      .orderBy('id')
      .execute()
    expect(sources.map(({ id, line_count }) => ({ id, line_count }))).toEqual(linesBefore)
    expect(sources.every(({ content, line_count }) => content.split('\n').length === line_count)).toBe(true)
    const redacted = sources.filter(({ redacted_at }) => redacted_at !== null)
    expect(redacted.length).toBeGreaterThan(0)
    for (const { sha256 } of redacted) expect(await ground.files.get(network.id, sha256)).not.toBeNull()
    expect(redacted[0]!.content).toContain(REMOVED_NAME)
    expect(redacted[0]!.content).not.toContain(`Fr. ${REMOVED_NAME}`)
  })

  it('ends the session and the account, and nobody else loses anything', async () => {
    expect((await leyla.get('/privacy/me')).status).toBe(404)
    for (const persona of ['chair', 'delegate', 'official'] as const)
      expect((await (await world.as(persona)).get('/')).status).toBe(200)
    expect((await dump()).some(({ text }) => text.includes('Jonas Ferber') || text.includes('J. Ferber'))).toBe(true)
    const minutes = await db().selectFrom('minutes').select('id').execute()
    for (const one of minutes) expect((await coordinator.get(`/minutes/${one.id}`)).status).toBe(200)
    expect((await coordinator.get(`/people/${id}`)).status).toBe(404)
    expect((await coordinator.get('/privacy/overview')).status).toBe(200)
    const lines = await db().selectFrom('journal').where('act', '=', 'erasure.carryOut').selectAll().execute()
    expect(lines).toHaveLength(1)
  })

  it('can not be imitated: append-only stays append-only outside of it', async () => {
    const { ground, network } = world
    const system = { network, language: 'de', as: { kind: 'system', name: 'demo' } } as const
    const entry = await db().selectFrom('entry').select('id').executeTakeFirstOrThrow()
    const done = await db().selectFrom('erasure').where('state', '=', 'done').select('id').executeTakeFirstOrThrow()
    const words = asViewer(ground, system, 'write', viewer =>
      sql`select erase_words(${done.id}, 'entry', 'content', ${entry.id}, 'X')`.execute(viewer.db),
    )
    await expect(words).rejects.toThrow('no erasure')
    await expect(
      asViewer(ground, system, 'write', viewer => sql`update entry set content = 'X'`.execute(viewer.db)),
    ).rejects.toThrow('permission denied')
    await expect(
      asViewer(ground, system, 'write', viewer => sql`select forget_journal(${done.id})`.execute(viewer.db)),
    ).rejects.toThrow('no retention run')
  })
})

it('says of every reference to a person in the database what an erasure does to it', async () => {
  const { personal } = await import('../../../ground/personal.ts')
  const { rows } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as table, a.attname as column from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'person'::regclass and a.attname <> 'network_id'`.execute(db())
  expect(rows.length).toBeGreaterThan(5)
  for (const { table, column } of rows) {
    const holds = (personal as unknown as Record<string, Record<string, unknown>>)[table]?.[column] as {
      person?: string
    }
    expect(`${table}.${column}: ${holds?.person === 'remove' || holds?.person === 'null'}`).toBe(
      `${table}.${column}: true`,
    )
  }
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name <> 'migration'`.execute(db())
  for (const { table, column } of columns)
    expect(
      column === 'network_id' || column in ((personal as unknown as Record<string, object>)[table] ?? {}),
      `${table}.${column}`,
    ).toBe(true)
})

it('asks nobody for origin, religion or residence status: no column has a name for it', async () => {
  const { rows } = await sql<{ column: string }>`
    select column_name as column from information_schema.columns where table_schema in ('public', 'sign_in')`.execute(
    db(),
  )
  const special = /origin|ethnic|nationality|religio|residence|citizen|herkunft|mother_tongue|health|gender|birth/
  expect(rows.map(({ column }) => column).filter(column => special.test(column))).toEqual([])
})
