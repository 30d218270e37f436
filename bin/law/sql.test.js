import { describe, expect, it } from 'vitest'
import { clock } from './clock.js'
import { said } from './planted.js'
import { databaseClock, sql } from './sql.js'

describe('sql', () => {
  const statements = [
    "import { sql } from 'kysely'",
    "db.selectFrom('meeting')",
    'trx.insertInto("person")',
    "client.query('SELECT id FROM person')",
    'run(`update person set name = ${name}`)',
  ]
  it.each(statements)('refuses outside the store: %s', async code => {
    expect(await said(sql, { 'app/features/minutes/acts.ts': code })).toHaveLength(1)
  })
  it('lets it stand in store, access and ground, and lets pages speak of selecting', async () => {
    const code = statements.join('\n')
    const pages = "t('select from the list'); form.update(person)\nimport type { Kysely } from 'kysely'"
    expect(
      await said(sql, {
        'app/features/minutes/store.ts': code,
        'app/access/visible.ts': code,
        'app/ground/files.ts': code,
        'app/ui/form.tsx': pages,
      }),
    ).toEqual([])
  })
  it('finds the clock and the dice of the database', async () => {
    const found = await said(databaseClock, {
      'app/ground/migrations/0001.sql':
        '-- now() is not asked\ncreate table a (id uuid default gen_random_uuid(), at timestamptz default now());',
      'app/features/minutes/store.ts': 'const known = now()\nsql`select 1 where at < current_date`',
    })
    expect(found).toEqual([
      expect.stringContaining('store.ts:2 current_date'),
      expect.stringContaining('0001.sql:2 gen_random_uuid()'),
      expect.stringContaining('0001.sql:2 now()'),
    ])
  })
})

describe('clock', () => {
  const reaches = [
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    'Temporal.Now.instant()',
    "import { randomUUID } from 'node:crypto'",
    'crypto.randomUUID()',
    'globalThis.crypto.getRandomValues(a)',
    'webcrypto.getRandomValues(a)',
    "Math['random']()",
  ]
  it.each(reaches)('refuses %s', async code => {
    expect(await said(clock, { 'app/features/minutes/model.ts': code })).toHaveLength(1)
  })
  it('lets clock, ids, tests and fixed days be', async () => {
    const code = reaches.join('\n')
    const fixed =
      "new Date(2026, 1, 1); Date.UTC(2026); Math.max(1, 2); clock.instant(); import { createHash } from 'node:crypto'"
    expect(
      await said(clock, {
        'app/ground/clock.ts': code,
        'app/ground/ids.ts': code,
        'tests/world.ts': code,
        'app/a.test.ts': code,
        'language/dates.ts': fixed,
      }),
    ).toEqual([])
  })
})
