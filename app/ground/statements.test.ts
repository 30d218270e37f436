import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tests/world/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const prepared = sql<{ statement: string }>`select statement from pg_prepared_statements`

it('prepares what is asked again, and nothing that is asked once', async () => {
  const app = await database.openApp({ size: 1 })
  for (const word of ['a', 'b', 'c']) {
    const { rows } = await sql<{ said: string }>`select ${word}::text as said`.execute(app)
    expect(rows).toEqual([{ said: word }])
  }
  await sql`select ${1}::int + ${2}::int as once`.execute(app)
  const { rows } = await prepared.execute(app)
  expect(rows.map(({ statement }) => statement)).toEqual(['select $1::text as said'])
  await app.destroy()
})

it('leaves writes alone: what conflicts with a part of the rows only is found every time', async () => {
  await sql`create table part (id int primary key, kind text, name text)`.execute(database.owner)
  await sql`create unique index on part (name) where kind = 'one'`.execute(database.owner)
  await sql`grant all on part to public`.execute(database.owner)
  const app = await database.openApp({ size: 1 })
  for (let id = 0; id < 10; id++)
    await sql`insert into part values (${id}, 'one', 'a') on conflict (name) where kind = ${'one'} do nothing`.execute(
      app,
    )
  const { rows } = await sql<{ id: number }>`select id from part where kind = ${'one'}`.execute(app)
  expect(rows).toEqual([{ id: 0 }])
  await app.destroy()
})

it('holds a bounded number of statements, however many there are', async () => {
  const app = await database.openApp({ size: 1 })
  for (let width = 1; width <= 500; width++)
    for (let time = 0; time < 2; time++) await sql`select ${sql.lit(width)}::int + ${time}::int as n`.execute(app)
  const { rows } = await prepared.execute(app)
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.length).toBeLessThanOrEqual(400)
  await app.destroy()
})
