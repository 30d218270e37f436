import type { Id } from '../../app/ground/schema.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** What happened in a meeting that was held. */
export async function addInMeeting(rows: RowsOf, meeting_id: Id): Promise<void> {
  await rows.add('quorum_change', {
    ...{ id: rows.id(), meeting_id, number: 1, kind: 'lost', clock_time: '19:05:00', present: 2, needed: 4, basis: 7 },
    ...{ recorded_by: null, recorded_at: AT },
  })
}
