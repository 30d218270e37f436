import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import { liftHold } from './acts.ts'
import { findRetention } from './finds.ts'
import { retainNightly } from './jobs.ts'

let world: World<TestDatabase>
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world.close())

const daysLater = (days: number) =>
  world.ground.clock.set(
    world.ground.clock
      .instant()
      .add({ hours: days * 24 })
      .toString(),
  )
/** Without a session: signing in does not last through the days that pass here. */
const retention = async () => (await world.view('coordinator', findRetention))!
const period = async (kind: string) => (await retention()).periods.find(one => one.kind === kind)!
const countOf = async (table: 'reading' | 'source' | 'reading_item' | 'minutes' | 'entry' | 'journal' | 'outbox') =>
  (await world.database.owner.selectFrom(table).select('network_id').execute()).length

it('writes the record of processing from the schema, with every record that can hold a person', async () => {
  const again = await (await world.as('coordinator')).get('/privacy/processing', true)
  const shown = await again.json()
  const records = shown.processings.map(({ record }: { record: string }) => record)
  expect(records).toEqual(expect.arrayContaining(['person', 'entry', 'source', 'journal', 'outbox', 'operator']))
  expect(records).not.toContain('retention_run')
  expect(shown.operator.name.length).toBeGreaterThan(0)
})

describe('retention', () => {
  it('begins with dated defaults, told to everybody in the privacy notice', async () => {
    const { periods } = await retention()
    expect(periods.map(({ days }) => days)).toEqual([90, 180, 730, 30, 30, 1095])
    expect(periods.every(one => one.isDefault && /^2026/.test(one.since))).toBe(true)
    expect(await (await (await world.as('public')).get('/privacy')).text()).toContain('90')
    for (const path of ['/privacy/retention', '/privacy/processing', '/privacy/overview'])
      expect((await (await world.as('chair')).get(path)).status).toBe(404)
  })

  it('is changed by the coordination alone, with day and person, and not below what proof needs', async () => {
    const change = { kind: 'outbox', days: '20' }
    expect((await (await world.as('chair')).post('/privacy/retention/periods', change)).status).toBe(403)
    expect((await coordinator.post('/privacy/retention/periods', change)).status).toBe(303)
    expect(await period('outbox')).toMatchObject({ days: 20, isDefault: false, setBy: 'Mira Halden' })
    expect((await coordinator.post('/privacy/retention/periods', { kind: 'journal', days: '30' })).status).toBe(422)
  })

  it('lets go at night what is due, says how much, and spares what is held', async () => {
    const { owner } = world.database
    const open = await owner
      .selectFrom('reading')
      .where('state', '=', 'open')
      .select(['id', 'revision', 'source_id'])
      .executeTakeFirstOrThrow()
    await coordinator.post(`/readings/${open.id}/discard`, { revision: String(open.revision) })
    const at = world.ground.clock.instant().toString()
    await owner
      .insertInto('outbox')
      .values({
        ...{ network_id: world.network.id, id: open.id, recipient: 'a@example.org', language: 'de', subject: 'X' },
        ...{ content: '', state: 'sent', attempts: 1, last_error: null, try_after: at, created_at: at, sent_at: at },
      })
      .execute()
    expect(
      (await coordinator.post('/privacy/retention/holds', { kind: 'discarded_reading', reason: 'Streit' })).status,
    ).toBe(303)
    expect(
      (await coordinator.post('/privacy/retention/holds', { kind: 'discarded_reading', reason: 'noch einer' })).status,
    ).toBe(409)
    const before = {
      minutes: await countOf('minutes'),
      entries: await countOf('entry'),
      readings: await countOf('reading'),
    }
    daysLater(200)
    expect((await period('outbox')).due).toBe(1)

    await retainNightly(world.ground)
    expect(await countOf('outbox')).toBe(0)
    expect(await countOf('reading')).toBe(before.readings)
    const { hold } = await period('discarded_reading')
    expect(await liftHold(await world.asker('coordinator'), { id: hold!.id })).toMatchObject({ ok: true })

    await retainNightly(world.ground)
    expect(await countOf('reading')).toBe(before.readings - 1)
    const source = await owner.selectFrom('source').where('id', '=', open.source_id).select('sha256').executeTakeFirst()
    expect(source).toBeUndefined()
    expect(await owner.selectFrom('file_removal').selectAll().execute()).toEqual([])
    const { runs } = await retention()
    expect(runs.map(({ kind, count }) => [kind, count])).toEqual(
      expect.arrayContaining([
        ['outbox', 1],
        ['discarded_reading', 1],
      ]),
    )
    expect(await countOf('minutes')).toBe(before.minutes)
    expect(await countOf('entry')).toBe(before.entries)

    await retainNightly(world.ground)
    expect((await retention()).runs).toHaveLength(runs.length)
  })

  it('keeps the journal for three years, and then lets the old lines go', async () => {
    daysLater(1000)
    const old = await world.database.owner
      .selectFrom('journal')
      .where(
        'at',
        '<',
        world.ground.clock
          .instant()
          .subtract({ hours: 1095 * 24 })
          .toString(),
      )
      .select('id')
      .execute()
    expect(old.length).toBeGreaterThan(0)
    await retainNightly(world.ground)
    const left = await world.database.owner.selectFrom('journal').select(['id', 'at']).execute()
    expect(left.some(({ id }) => old.some(one => one.id === id))).toBe(false)
    expect(
      left.every(
        ({ at }) => Temporal.Instant.compare(at, world.ground.clock.instant().subtract({ hours: 1095 * 24 })) >= 0,
      ),
    ).toBe(true)
  })
})
