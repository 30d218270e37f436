import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tests/world/database.ts'
import { inNetwork, instantText, openDatabase } from './database.ts'

const here = '01890a5d-ac96-774b-bcce-b302099a8057'
const there = '01890a5d-ac96-774b-bcce-b302099a8058'
const created_at = '2031-01-02T03:04:05.678Z'
let world: TestDatabase

beforeAll(async () => {
  world = await testDatabase()
  const shared = { region: null, languages: ['de'], time_zone: 'Europe/Berlin', demo: true, created_at }
  for (const id of [here, there]) {
    await world.owner
      .insertInto('network')
      .values({ ...shared, id, name: id, host: id })
      .execute()
    await world.owner.insertInto('journal').values(lineOf(id)).execute()
  }
})
afterAll(() => world.close())

const lineOf = (network_id: string) => ({
  ...{ network_id, id: network_id, at: created_at, act: 'test', actor: 'system:test' },
  ...{ person_id: null, noun: 'network', subject_id: null },
})

describe('a network is a wall', () => {
  const networks = () => ({ seen: sql<string>`network_id`.as('seen') })

  test('a query that forgets to ask sees the rows of its own network only', async () => {
    const { seen } = networks()
    const rows = await inNetwork(world.app, here, 'read', tx => tx.selectFrom('journal').select(seen).execute())
    expect(rows).toEqual([{ seen: here }])
  })

  test('outside of a network there are no rows, before and after a transaction of one', async () => {
    const rows = () => world.app.selectFrom('journal').selectAll().execute()
    expect(await rows()).toEqual([])
    await inNetwork(world.app, here, 'read', async () => {})
    expect(await rows()).toEqual([])
  })

  test('a row of another network can not be written', async () => {
    const line = { ...lineOf(there), id: '01890a5d-ac96-774b-bcce-b302099a8059' }
    const writing = inNetwork(world.app, here, 'write', tx => tx.insertInto('journal').values(line).execute())
    await expect(writing).rejects.toThrow('row-level security')
  })

  test('two requests at once do not see each other', async () => {
    const ask = (id: string) =>
      inNetwork(world.app, id, 'read', async tx => {
        await sql`select pg_sleep(0.05)`.execute(tx)
        return tx.selectFrom('journal').select('network_id').execute()
      })
    const both = await Promise.all([here, there, here, there].map(ask))
    expect(both.flat().map(row => row.network_id)).toEqual([here, there, here, there])
  })
})

test('a read can not write', async () => {
  const writing = inNetwork(world.app, here, 'read', tx => tx.insertInto('journal').values(lineOf(here)).execute())
  await expect(writing).rejects.toThrow('read-only')
})

test('what fails is rolled back', async () => {
  const failing = inNetwork(world.app, here, 'write', async tx => {
    await tx
      .insertInto('journal')
      .values({ ...lineOf(here), id: there })
      .execute()
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  const { rows } = await sql<{ n: number }>`select count(*) as n from journal where network_id = ${here}`.execute(
    world.owner,
  )
  expect(rows).toEqual([{ n: 1 }])
})

test('columns come as schema.ts says: instants and days as text, counts as numbers', async () => {
  const { rows } = await sql`
    select timestamptz '2031-01-02 03:04:05.678+00' as instant, date '2031-01-02' as day, count(*) as n,
      9007199254740991::bigint as big, time '18:30' as time`.execute(world.app)
  expect(rows).toEqual([{ instant: created_at, day: '2031-01-02', n: 1, big: 9007199254740991, time: '18:30:00' }])
})

test('for libraries that compare instants there are Dates', async () => {
  const database = await world.openApp({ instants: 'Date', size: 1 })
  const { rows } = await sql`select timestamptz '2031-01-02 03:04:05.678+00' as at`.execute(database)
  expect(rows).toEqual([{ at: new Date(created_at) }])
  await database.destroy()
})

test.each([
  ['2031-01-02 03:04:05+00', '2031-01-02T03:04:05.000Z', 'no decimals'],
  ['2031-01-02 03:04:05.6+00', '2031-01-02T03:04:05.600Z', 'trimmed decimals'],
  ['2031-01-02 03:04:05.678999+00', '2031-01-02T03:04:05.678Z', 'more than milliseconds'],
  ['2031-01-02 05:34:05+02:30', '2031-01-02T03:04:05.000Z', 'another time zone'],
])('%s is %s (%s)', (text, expected) => {
  expect(instantText(text)).toBe(expected)
})

test('statements are told to whoever counts them', async () => {
  const statements: string[] = []
  const database = await world.openApp({ size: 1, onQuery: statement => statements.push(statement) })
  statements.length = 0
  await inNetwork(database, here, 'read', tx => tx.selectFrom('journal').select('act').execute())
  expect(statements.filter(statement => statement.includes('from "journal"'))).toHaveLength(1)
  await database.destroy()
})

describe('an app role that could pass the wall is refused', () => {
  const address = (login: { user: string; password: string }) => ({ ...world.appAddress, ...login })
  const refusal = { code: 'database-role-too-strong' }

  test('the owner of the tables', async () => {
    await expect(openDatabase(world.ownerAddress)).rejects.toMatchObject(refusal)
  })

  test('a superuser, one that bypasses the wall, and a member of the owner role', async () => {
    const password = 'test'
    const roles = { strong_super: 'superuser', strong_bypass: 'bypassrls', strong_member: 'in role rundtisch_owner' }
    for (const [user, kind] of Object.entries(roles)) {
      await world.asSuperuser(`create role ${user} login password '${password}' ${kind}`)
      await world.asSuperuser(`grant connect on database ${world.name} to ${user}`)
      await expect(openDatabase(address({ user, password })), kind).rejects.toMatchObject(refusal)
      await world.asSuperuser(`revoke connect on database ${world.name} from ${user}`)
      await world.asSuperuser(`drop role ${user}`)
    }
  })

  test('a database that is not there, and a wrong password', async () => {
    const wrong = [{ ...world.appAddress, database: 'nowhere' }, address({ user: 'rundtisch_app', password: 'wrong' })]
    for (const one of wrong) await expect(openDatabase(one)).rejects.toMatchObject({ code: 'database-unreachable' })
    const refused = { url: 'postgres://nobody:x@127.0.0.1:1/nowhere' }
    await expect(openDatabase(refused)).rejects.toMatchObject({ code: 'database-unreachable' })
  })
})
