import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addStates } from '../../../../tests/access/states.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import { personal, REMOVED_NAME } from '../../../ground/personal.ts'

const LONG = 300_000
let world: World<TestDatabase>
let coordinator: Caller
let amina: string
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  await addStates(world)
  amina = await idOf('Amina Saleh')
}, LONG)
afterAll(() => world?.close())

const db = () => world.database.owner
const idOf = async (name: string) =>
  (await db().selectFrom('person').where('name', '=', name).select('id').executeTakeFirstOrThrow()).id
const NAMED = 'Mit Amina Saleh besprochen'
const NAME = /amina|saleh/i

type Column = { readonly table: string; readonly column: string; readonly type: string }
async function columns(): Promise<Column[]> {
  const { rows } = await sql<Column>`select table_name as "table", column_name as "column", data_type as type
    from information_schema.columns where table_schema = 'public' and data_type in ('text', 'jsonb')
      and table_name <> 'migration' order by 1, 2`.execute(db())
  return rows
}

/** Writes the name into one row of a column that is not the person's own, past every act; false where it takes no words. */
async function named({ table, column, type }: Column): Promise<boolean> {
  const value = type === 'jsonb' ? JSON.stringify({ note: NAMED }) : NAMED
  const whose = 'person_id' in personal[table as 'consent'] ? sql`t.person_id is distinct from ${amina}` : sql`true`
  const self = table === 'person' ? sql`t.id <> ${amina}` : whose
  try {
    const { numAffectedRows } = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}
      where ctid = (select t.ctid from ${sql.table(table)} t where ${self} limit 1)`.execute(db())
    return (numAffectedRows ?? 0n) > 0n
  } catch {
    return false
  }
}

/** Where the name still stands. */
async function places(): Promise<string[]> {
  const found: string[] = []
  for (const { table, column } of await columns()) {
    const { rows } = await sql<{ text: string }>`select ${sql.ref(column)}::text as text from ${sql.table(table)}
      where ${sql.ref(column)}::text ~* 'amina|saleh'`.execute(db())
    if (rows.some(({ text }) => NAME.test(text))) found.push(`${table}.${column}`)
  }
  return found
}

/**
 * Columns that are written by the program alone, or that the law wants filled in: nobody's name comes there by a form.
 * A new column that takes any text appears below until it is told in ground/personal.ts, or here.
 */
const ELSEWHERE = [
  // Another person's own record, and what the network says of itself (§ 5 DDG).
  ...['person.email', 'person.language', 'person.name'],
  ...['network.name', 'network.region', 'network.host', 'network.time_zone'],
  ...Object.entries(personal.operator).flatMap(([column, holds]) => (holds === 'law' ? `operator.${column}` : [])),
  // States, words and hashes of the program.
  ...['journal.act', 'journal.actor', 'journal.noun', 'reading.reader', 'source.converter', 'source.media_type'],
  ...['source.sha256', 'file_removal.sha256', 'personal_link.secret_hash', 'outbox.language', 'consent.language'],
  'letter.language',
  ...['retention_period.kind', 'retention_hold.kind', 'retention_run.kind', 'agenda_item.number', 'erasure.counts'],
  // A standard rule of repetition, and the Land's names of its school holidays.
  ...['meeting_series.rule', 'school_holiday.name'],
  // Ids of commitments and wordings; a digest.
  ...['asked.commitments', 'public_passage.about'],
  // Only addresses are taken.
  'asked.addressee',
  // Ids of choices, each with one of three words.
  'poll_answer.answers',
  // The sentence as it was shown, from the texts of the program.
  ...['consent.wording', 'signature.consent'],
  // Chance, in an address.
  'signing.common_key',
  // Only addresses are taken, and the row of the erased person's goes.
  ...['personal_link.addressee', 'outbox.recipient'],
]

it(
  'finds a person in every place that takes words, and takes the consents along',
  async () => {
    const before = await db().selectFrom('consent').where('person_id', '<>', amina).select('id').execute()
    expect((await coordinator.post(`/people/${amina}/consents/link`)).status).toBe(303)
    const own = async () => ({
      consents: await db().selectFrom('consent').where('person_id', '=', amina).select('id').execute(),
      links: await db().selectFrom('personal_link').where('subject_id', '=', amina).select('id').execute(),
    })
    expect(Object.values(await own()).map(({ length }) => length > 0)).toEqual([true, true])

    const planted: string[] = []
    for (const column of await columns())
      if (!ELSEWHERE.includes(`${column.table}.${column.column}`) && (await named(column)))
        planted.push(`${column.table}.${column.column}`)
    expect(planted).toEqual(
      expect.arrayContaining(['consent.note', 'entry.content', 'meeting.place', 'erasure.reason']),
    )
    expect(planted.length).toBeGreaterThan(25)

    const path = `/privacy/people/${amina}/erasure`
    const { questions } = await (await coordinator.get(path, true)).json()
    const answers = Object.fromEntries(questions.map(({ key }: { key: string }) => [`line-${key}`, 'remove']))
    const answer = await coordinator.post(path, { name: 'Amina Saleh', 'line-closed': 'remove', ...answers })
    expect(answer.status, await answer.text()).toBe(303)

    expect(await places()).toEqual([])
    expect(await own()).toEqual({ consents: [], links: [] })
    // What others agreed to stays, without the name beside it.
    const after = await db().selectFrom('consent').select(['id', 'note']).execute()
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
    expect(after.map(({ note }) => note)).toEqual([null, `Mit ${REMOVED_NAME} besprochen`])
  },
  LONG,
)

it('lets a consent be changed in no other way', async () => {
  const change = world.database.app.transaction().execute(async tx => {
    await sql`select set_config('app.network', ${world.network.id}, true)`.execute(tx)
    return sql`update consent set note = 'X'`.execute(tx)
  })
  expect((await change).numAffectedRows).toBe(0n)
  const wording = world.database.app.transaction().execute(async tx => {
    await sql`select set_config('app.network', ${world.network.id}, true)`.execute(tx)
    return sql`update consent set wording = 'X'`.execute(tx)
  })
  await expect(wording).rejects.toThrow('permission denied')
})
