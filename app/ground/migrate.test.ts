import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tests/world/database.ts'
import { steadyClock } from './clock.ts'
import { migrate, migrations, pendingMigrations } from './migrate.ts'

const clock = steadyClock('2031-05-06T07:08:09Z')
const first = {
  name: '9001-first',
  text: 'create table first_of_all (n int); grant select on first_of_all to :app_role',
}
const broken = { name: '9002-broken', text: 'create table half (n int); select 1/0' }
let world: TestDatabase

beforeAll(async () => {
  world = await testDatabase()
})
afterAll(() => world.close())

const run = (wanted: readonly { name: string; text: string }[]) =>
  migrate(world.ownerAddress, 'rundtisch_app', clock, wanted)

test('a fresh database has every migration and none is pending', async () => {
  expect(migrations.length).toBeGreaterThan(0)
  expect(await pendingMigrations(world.app)).toEqual([])
})

test('a migration is pending, then applied once, at the time of our clock, with the grants of the app role', async () => {
  expect(await pendingMigrations(world.app, [...migrations, first])).toEqual([first.name])
  expect(await run([...migrations, first])).toEqual([first.name])
  expect(await run([...migrations, first])).toEqual([])
  const { rows } = await sql<{ at: string }>`select at from migration where name = ${first.name}`.execute(world.app)
  expect(rows).toEqual([{ at: '2031-05-06T07:08:09.000Z' }])
  await sql`select n from first_of_all`.execute(world.app)
})

test('of a migration that fails nothing stays', async () => {
  await expect(run([...migrations, broken])).rejects.toThrow('division by zero')
  const { rows } = await sql<{ half: string | null }>`select to_regclass('half') as half`.execute(world.owner)
  expect(rows[0]?.half).toBeNull()
  expect(await pendingMigrations(world.app, [...migrations, broken])).toEqual([broken.name])
})

test('an applied migration with another text is refused', async () => {
  const changed = { ...first, text: `${first.text}; select 1` }
  await expect(run([...migrations, changed])).rejects.toMatchObject({ code: 'migration-changed' })
})

test('two processes that migrate at once apply each migration once', async () => {
  const wanted = [...migrations, first, { name: '9003-second', text: 'create table second_of_all (n int)' }]
  const both = await Promise.all([run(wanted), run(wanted)])
  expect(both.flat()).toEqual(['9003-second'])
})
