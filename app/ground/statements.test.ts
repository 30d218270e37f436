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

it('holds a bounded number of statements, however many there are', async () => {
  const app = await database.openApp({ size: 1 })
  for (let width = 1; width <= 500; width++)
    for (let time = 0; time < 2; time++) await sql`select ${sql.lit(width)}::int + ${time}::int as n`.execute(app)
  const { rows } = await prepared.execute(app)
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.length).toBeLessThanOrEqual(400)
  await app.destroy()
})
