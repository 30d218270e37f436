import type { Chance } from './chance.ts'
import { NOON, type Rows } from './network.ts'

/** What happens in meetings of every state and audience. */
export function addInMeeting(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: meeting_id } of rows.meeting) {
    if (chance.once(0.4)) continue
    rows.quorum_change.push({
      ...{
        network_id,
        id: chance.id(),
        meeting_id,
        number: 1,
        kind: 'found',
        clock_time: null,
        present: 3,
        needed: 2,
        basis: 4,
      },
      ...{ recorded_by: null, recorded_at: NOON },
    })
  }
}
