import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { World } from '../../../tests/world/world.ts'
import { inNetwork } from '../../ground/database.ts'

let world: World
let network: string
let minutes: string
let decision: string
beforeAll(async () => {
  world = await openWorld()
  const row = await world.database.owner
    .selectFrom('decision')
    .innerJoin('entry', 'entry.id', 'decision.entry_id')
    .select(['entry.network_id', 'entry.minutes_id', 'entry.id'])
    .executeTakeFirstOrThrow()
  network = row.network_id
  minutes = row.minutes_id
  decision = row.id
})
afterAll(() => world.close())

const asApp = (statement: ReturnType<typeof sql>) =>
  inNetwork(world.database.app, network, 'write', tx => statement.execute(tx))

const NOT_CHANGED = 'approved minutes are not changed'
const copyOf = (table: string, key: string, id: string, change: object) => {
  const from = sql.table(table)
  return sql`insert into ${from} select (jsonb_populate_record(t, ${JSON.stringify(change)}::jsonb)).*
    from ${from} t where ${sql.ref(key)} = ${id}::uuid limit 1`
}
const newKey = '01890a5d-ac96-774b-bcce-b302099a8061'
const newLine = () => copyOf('entry', 'id', decision, { id: newKey, position: 9000 })
const newRevision = () => copyOf('revision', 'minutes_id', minutes, { id: newKey, number: 9000 })

describe('approved minutes', () => {
  it('take lines and revisions until they are approved', async () => {
    const undone = (statement: ReturnType<typeof sql>) =>
      inNetwork(world.database.app, network, 'write', async tx => {
        await statement.execute(tx)
        throw new Error('written and undone')
      })
    await expect(undone(newLine())).rejects.toThrow('written and undone')
    await expect(undone(newRevision())).rejects.toThrow('written and undone')
  })

  it('are not changed afterwards, whatever the app tries', async () => {
    await asApp(sql`update minutes set state = 'approved' where id = ${minutes}`)
    await expect(asApp(sql`update minutes set state = 'draft' where id = ${minutes}`)).rejects.toThrow(NOT_CHANGED)
    await expect(asApp(sql`delete from minutes where id = ${minutes}`)).rejects.toThrow(NOT_CHANGED)
    await expect(asApp(newLine())).rejects.toThrow(NOT_CHANGED)
    await expect(asApp(newRevision())).rejects.toThrow(NOT_CHANGED)
    await expect(asApp(copyOf('decision', 'entry_id', decision, {}))).rejects.toThrow(NOT_CHANGED)
    for (const table of ['revision', 'entry', 'decision', 'appointment']) {
      await expect(asApp(sql`delete from ${sql.table(table)}`)).rejects.toThrow('permission denied')
      const update = sql`update ${sql.table(table)} set network_id = network_id`
      await expect(asApp(update)).rejects.toThrow('permission denied')
    }
  })

  it('may still be closed to some readers', async () => {
    await asApp(sql`update minutes set audience = 'board' where id = ${minutes}`)
    const row = await world.database.owner
      .selectFrom('minutes')
      .where('id', '=', minutes)
      .select(['state', 'audience'])
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ state: 'approved', audience: 'board' })
  })
})
