import type { Viewer } from '../../../access/viewer.ts'
import type { Day, Id } from '../../../ground/schema.ts'

/** Calls a meeting off: it stays, with why, by whom and when. */
export async function cancel({ db, network, ground, personId }: Viewer, id: Id, reason: string): Promise<void> {
  const now = ground.clock.instant().toString()
  await db
    .updateTable('meeting')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .set({ state: 'cancelled', cancelled_reason: reason, cancelled_by: personId, cancelled_at: now, changed_at: now })
    .execute()
}

/** The minutes that a meeting was to look back at, whoever may see them, with the day of their meeting. */
export async function controlled({ db, network }: Viewer, meetingId: Id): Promise<{ minutesId: Id; day: Day }[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .innerJoin('minutes', join =>
      join
        .onRef('minutes.network_id', '=', 'agenda_item.network_id')
        .onRef('minutes.id', '=', 'agenda_item.minutes_id'),
    )
    .innerJoin('meeting as held', join =>
      join.onRef('held.network_id', '=', 'minutes.network_id').onRef('held.id', '=', 'minutes.meeting_id'),
    )
    .where('agenda_item.network_id', '=', network.id)
    .where('agenda_item.meeting_id', '=', meetingId)
    .where('agenda_item.kind', '=', 'minutes_control')
    .orderBy('held.day')
    .select(['minutes.id as minutesId', 'held.day'])
    .execute()
  return rows.flatMap(({ minutesId, day }) => (day ? [{ minutesId, day }] : []))
}
