import type { Viewer } from '../../../../access/viewer.ts'
import { visible } from '../../../../access/visible.ts'
import type { Id } from '../../../../ground/schema.ts'

/** The readings that people have confirmed, oldest first. */
export async function confirmedReadings(viewer: Viewer): Promise<Id[]> {
  const rows = await visible
    .readings(viewer)
    .where('reading.state', '=', 'confirmed')
    .orderBy('reading.id')
    .select('reading.id')
    .execute()
  return rows.map(({ id }) => id)
}
