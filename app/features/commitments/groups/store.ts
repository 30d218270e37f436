import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Id } from '../../../ground/schema.ts'
import { openStates } from '../model.ts'

/** How many open commitments of each body the viewer sees. */
export async function countOpen(viewer: Viewer, bodyIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const rows = await visible
    .commitments(viewer)
    .where(sql<boolean>`commitment.body_id = any(${bodyIds}::uuid[])`)
    .where('commitment.state', 'in', openStates)
    .groupBy('commitment.body_id')
    .select(['commitment.body_id as id', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ id, count }) => [id, count]))
}
