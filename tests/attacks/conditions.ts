import { sql } from 'kysely'
import type { Id } from '../../app/ground/schema.ts'
import { openCommitment, type Place, value, type W } from './records.ts'

const somebody = (world: W) =>
  value(
    world,
    sql<{ value: Id }>`select person_id as value from membership where person_id is not null order by id limit 1`,
  )

async function named(world: W): Promise<{ commitment: Id; condition: Id }> {
  const commitment = await openCommitment(world)
  await sql`delete from condition where commitment_id = ${commitment}`.execute(world.database.owner)
  const fields = { wording: 'Sie laden ein', askedId: await somebody(world), askOn: '2031-01-01' }
  await (await world.as('coordinator')).post(`/commitments/${commitment}/conditions`, fields)
  const newest = sql<{ value: Id }>`select id as value from condition where commitment_id = ${commitment}`
  return { commitment, condition: await value(world, newest) }
}

/** Words of what a commitment hangs on, and of whoever answers. */
export const conditionPlaces: Readonly<Record<string, Place>> = {
  '/commitments/:id/conditions': {
    at: async world => `/commitments/${await openCommitment(world)}/conditions`,
    fields: async world => ({ askedId: await somebody(world), askOn: '2031-01-01', days: '' }),
    texts: { wording: 'condition.wording' },
    shown: [],
  },
  '/commitments/:id/conditions/:condition': {
    at: async world => {
      const { commitment, condition } = await named(world)
      return `/commitments/${commitment}/conditions/${condition}`
    },
    fields: async () => ({ answer: 'never', metOn: '', againOn: '' }),
    texts: { sentence: 'condition.sentence' },
    shown: [],
  },
}
