import { sql } from 'kysely'
import type { Id } from '../../app/ground/schema.ts'
import { openCommitment, type Place, value, type W } from './records.ts'

/** A commitment of which nothing else was agreed: there may be only so many. */
async function commitment(world: W): Promise<Id> {
  const id = await openCommitment(world)
  await sql`delete from consequence where commitment_id = ${id}`.execute(world.database.owner)
  return id
}

async function armed(world: W): Promise<string> {
  const id = await commitment(world)
  const fields = { kind: 'public_mark', wording: 'Vermerk', grace: '365' }
  await (await world.as('coordinator')).post(`/commitments/${id}/consequences`, fields)
  const newest = sql<{ value: Id }>`select id as value from consequence where commitment_id = ${id} limit 1`
  return `/consequences/${await value(world, newest)}/stopping`
}

/** Words of what was agreed to follow, and of why it does not. */
export const consequencePlaces: Readonly<Record<string, Place>> = {
  '/commitments/:id/consequences': {
    at: async world => `/commitments/${await commitment(world)}/consequences`,
    fields: async () => ({ kind: 'letter', wording: 'Brief', grace: '365', to: 'outside', outsideName: 'Amt' }),
    texts: { wording: 'consequence.wording', outsideName: 'consequence.to_name' },
    shown: [],
  },
  '/consequences/:id/stopping': {
    at: armed,
    fields: async () => ({}),
    texts: { reason: 'consequence.stop_reason' },
    shown: ['/consequences/:id'],
  },
}
