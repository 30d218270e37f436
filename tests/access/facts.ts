import type { Database } from '../../app/ground/database.ts'
import type { Day, Id, Schema, TableName } from '../../app/ground/schema.ts'

export type Rows = { readonly [T in TableName]: readonly Schema[T][] }

/** Every row of every table, as the owner sees them; of some networks only where they are named. */
export async function allRows(
  owner: Database,
  tables: readonly TableName[],
  networks: readonly Id[] | null = null,
): Promise<Rows> {
  const rows: Partial<Record<TableName, unknown>> = {}
  for (const table of tables) {
    const query = owner.selectFrom(table).selectAll()
    rows[table] = await (networks ? query.where('network_id' as never, 'in', networks as never) : query).execute()
  }
  return rows as Rows
}

/** Somebody in a network on a day. Null is the public. */
export type Who = { readonly networkId: Id; readonly personId: Id | null; readonly today: Day }

/**
 * What somebody is on a day, looked up row by row. Said a second time and on purpose not as access/viewer.ts says it:
 * it shares no line with that file.
 */
export type Facts = {
  readonly me: Id | null
  /** Has anything to do with the network today. */
  readonly here: boolean
  readonly belongs: boolean
  readonly official: boolean
  readonly coordinator: boolean
  readonly board: boolean
  readonly bodies: readonly Id[]
  readonly observes: readonly Id[]
  readonly leads: readonly Id[]
}

type Term = { start_date: Day | null; end_date: Day | null }

export function factsOf({ networkId, personId, today }: Who, rows: Rows): Facts {
  const lasts = ({ start_date, end_date }: Term) => {
    if (start_date !== null && today < start_date) return false
    return !(end_date !== null && today > end_date)
  }
  const me = rows.person.find(({ network_id, id }) => network_id === networkId && id === personId)?.id ?? null
  const offices: string[] = []
  for (const holding of rows.office_holding)
    if (me !== null && holding.person_id === me && lasts(holding))
      offices.push(rows.office.find(({ id }) => id === holding.office_id)!.grants)

  let official = false
  let anything = offices.length > 0
  let network = false
  let board = false
  const [bodies, observes, leads]: [Id[], Id[], Id[]] = [[], [], []]
  for (const seat of rows.membership) {
    if (me === null || seat.person_id !== me || !lasts(seat)) continue
    const where = rows.organization.find(({ id }) => id === seat.organization_id)
    const sender = rows.organization.find(({ id }) => id === seat.on_behalf_of_id)
    for (const organization of [where, sender])
      if (organization && ['authority', 'municipality'].includes(organization.kind)) official = true
    const body = rows.body.find(({ id }) => id === seat.body_id)
    if ((body && !lasts(body)) || (sender && !lasts(sender))) continue
    anything = true
    if (seat.role === 'volunteer') network = true
    if (!body) continue
    if (seat.role === 'observer') {
      network = true
      observes.push(body.id)
    }
    if (['chair', 'deputy_chair', 'minute_taker', 'member', 'delegate', 'deputy'].includes(seat.role)) {
      network = true
      bodies.push(body.id)
      if (body.kind === 'board') board = true
    }
    if (['chair', 'deputy_chair', 'minute_taker'].includes(seat.role)) leads.push(body.id)
  }
  const coordinator = offices.includes('coordination')
  return { me, here: anything, belongs: network || coordinator, official, coordinator, board, bodies, observes, leads }
}
