import { type RawBuilder, sql } from 'kysely'
import type { TestDatabase } from '../world/database.ts'
import type { World } from '../world/world.ts'

/** A door that keeps words: where it is, what a valid form holds beside them, and where each text is kept. */
export type Place = {
  readonly at: (world: World<TestDatabase>) => Promise<string>
  readonly fields: (world: World<TestDatabase>) => Promise<Readonly<Record<string, unknown>>>
  /** Field to `table.column`. A column of JSON holds the text in one of its strings. */
  readonly texts: Readonly<Record<string, `${string}.${string}`>>
  /** The pages that show it, in the place of `:id` the record that was written. */
  readonly shown: readonly string[]
}

export type W = World<TestDatabase>

export async function value<T>(world: W, query: RawBuilder<{ value: T }>): Promise<T> {
  const [row] = (await query.execute(world.database.owner)).rows
  if (!row) throw new Error(`the demo has no such record: ${query.compile(world.database.owner).sql}`)
  return row.value
}
export const of = (table: string, where = sql`true`) => {
  const query = sql<{ value: string }>`select id as value from ${sql.table(table)} where ${where} order by id limit 1`
  return (world: W) => value(world, query)
}
export const revisionOf = (table: string, id: string) => (world: W) =>
  value(world, sql<{ value: number }>`select revision as value from ${sql.table(table)} where id = ${id}`)
export const at = (path: string, id: (world: W) => Promise<string>) => async (world: W) =>
  path.replace(':id', await id(world))
export const always = (path: string) => async () => path
export const plain = (fields: Readonly<Record<string, unknown>>) => async () => fields

export const network = (world: W) => revisionOf('network', world.network.id)(world)
export const reading = of('reading', sql`state = 'open'`)
export const inReading = async (world: W) => ({ revision: await revisionOf('reading', await reading(world))(world) })
export const item = (section: string) => (world: W) =>
  value(
    world,
    sql<{ value: string }>`select i.id as value from reading_item i join reading r on r.id = i.reading_id
      where r.state = 'open' and i.section = ${section} order by r.id, i.id limit 1`,
  )
export const ofItem = (section: string, end: string) => async (world: W) => {
  const id = await item(section)(world)
  const reads = sql<{ value: string }>`select reading_id as value from reading_item where id = ${id}`
  return `/readings/${await value(world, reads)}/items/${id}/${end}`
}
export const withItem = (section: string, fields: Readonly<Record<string, unknown>>) => async (world: W) => {
  const id = await item(section)(world)
  const revision = await value(
    world,
    sql<{ value: number }>`select r.revision as value from reading r join reading_item i on i.reading_id = r.id
      where i.id = ${id}`,
  )
  return { ...fields, revision }
}
export const plannedItem = of(
  'agenda_item',
  sql`kind = 'plain' and meeting_id in (select id from meeting where state = 'draft')`,
)
export const openCommitment = of(
  'commitment',
  sql`state = 'open' and owner_kind in ('nobody', 'outside') and answers_id is null`,
)
/** One that an office owes whose holder is signed in. */
export const ownCommitment = of('commitment', sql`state in ('open', 'under_way') and owner_kind = 'office'`)
export const inCommitment = (fields: Readonly<Record<string, unknown>>) => async (world: W) => ({
  ...fields,
  bodyId: await of('body')(world),
  revision: await revisionOf('commitment', await openCommitment(world))(world),
})
/** A wish that waits: the demo has none, and a declined one is answered. */
export async function asked(world: W): Promise<string> {
  const id = await of('person', sql`name = 'Amina Saleh'`)(world)
  const rows = sql<{ value: string }>`insert into erasure (network_id, id, person_id, state, asked_at)
    values (${world.network.id}, gen_random_uuid(), ${id}, 'asked', now())
    on conflict do nothing returning id as value`
  const { rows: made } = await rows.execute(world.database.owner)
  return made[0]?.value ?? of('erasure', sql`state = 'asked'`)(world)
}
/** One that somebody outside owes, who can be asked. */
export async function outside(world: W): Promise<string> {
  const id = await openCommitment(world)
  await sql`update commitment set owner_kind = 'outside', owner_name = 'Gartenamt' where id = ${id}`.execute(
    world.database.owner,
  )
  return id
}
/** A link that somebody outside is sent, as it stands in the mail. */
export async function link(world: W): Promise<string> {
  const path = `/commitments/${await outside(world)}/links`
  const coordinator = await world.as('coordinator')
  // Mails of one instant are in no order, and a link before this one may have been taken back.
  await sql`delete from outbox where recipient = ${ask.email}`.execute(world.database.owner)
  await coordinator.post(path, { ...ask, wording: 'Bitte melden Sie sich.' })
  const mail = sql<{ value: string }>`select substring(content from '/links/[A-Za-z0-9_-]{20,}') as value
    from outbox where recipient = ${ask.email} order by id desc limit 1`
  return value(world, mail)
}
export const ask = { to: 'address', email: 'garten@example.org', language: 'de', approved: 'yes' }
