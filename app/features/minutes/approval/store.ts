import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { ApprovalManner } from '../../../ground/schema/approvals.ts'
import type { Day, Id } from '../../../ground/schema.ts'

/** Later meetings of the body until today, the newest first: in one of them the minutes are approved. */
export async function meetingsAfter(
  viewer: Viewer,
  bodyId: Id,
  day: Day,
): Promise<{ id: Id; name: string; day: Day }[]> {
  const rows = await visible
    .wholeMeetings(viewer)
    .where('meeting.body_id', '=', bodyId)
    .where('meeting.state', 'in', ['scheduled', 'held'])
    .where('meeting.day', '>', day)
    .where('meeting.day', '<=', viewer.today)
    .orderBy('meeting.day', 'desc')
    .orderBy('meeting.id')
    .limit(12)
    .select(['meeting.id', 'meeting.name', 'meeting.day'])
    .execute()
  return rows.map(row => ({ ...row, day: row.day! }))
}

/** When minutes were approved, and in which meeting where the viewer sees it; null where they are not. */
export async function approvalOf(viewer: Viewer, minutesId: Id) {
  const row = await visible
    .approvals(viewer)
    .leftJoin(visible.wholeMeetings(viewer).select(['meeting.id', 'meeting.name']).as('within'), join =>
      join.onRef('within.id', '=', 'approval.meeting_id'),
    )
    .where('approval.minutes_id', '=', minutesId)
    .select(['approval.day', 'approval.manner', 'within.id as meetingId', 'within.name as meetingName'])
    .executeTakeFirst()
  return row ?? null
}

/** What was reported on earlier commitments until the meeting, as it was said then. */
export const reportsOf = (viewer: Viewer, minutesId: Id) =>
  visible
    .frozenReports(viewer)
    .where('frozen_report.minutes_id', '=', minutesId)
    .orderBy('frozen_report.said_at')
    .orderBy('frozen_report.id')
    .select(['frozen_report.commitment_id as commitmentId', 'frozen_report.wording', 'frozen_report.report'])
    .select(['frozen_report.sentence', 'frozen_report.said_at as at'])
    .execute()

/** Keeps the approval and closes the minutes: from here on nothing of them changes. */
export async function insertApproval(
  viewer: Viewer,
  { minutesId, meetingId, day, manner }: { minutesId: Id; meetingId: Id; day: Day; manner: ApprovalManner },
): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const id = newId(ground.clock)
  await db
    .insertInto('approval')
    .values({
      ...{ network_id: network.id, id, minutes_id: minutesId, meeting_id: meetingId, day, manner },
      ...{ recorded_by: personId, at: ground.clock.instant().toString() },
    })
    .execute()
  await db
    .updateTable('minutes')
    .where('network_id', '=', network.id)
    .where('id', '=', minutesId)
    .set({ state: 'approved' })
    .execute()
  return id
}
