import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Audience, Day, Id } from '../../../ground/schema.ts'
import type { GroupEntry, IdeaDue } from '../../meetings/preparation/model.ts'

/** Minutes with the meeting they are of. Whoever is a guest for one item reads it there, not in the minutes. */
const ofMinutes = (viewer: Viewer) =>
  visible
    .minutes(viewer)
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .select(['minutes.id', 'minutes.audience', 'meeting.id as meetingId', 'meeting.body_id as bodyId'])
    .select(['meeting.audience as meetingAudience', 'meeting.without_administration as closed'])

/** Ideas of a body that were put off until a day that has come, the longest waiting first. */
export async function selectIdeasDue(viewer: Viewer, bodyId: Id, until: Day): Promise<IdeaDue[]> {
  const rows = await visible
    .entries(viewer)
    .innerJoin(ofMinutes(viewer).as('told'), join => join.onRef('told.id', '=', 'entry.minutes_id'))
    .leftJoin('agenda_item', join =>
      join
        .onRef('agenda_item.network_id', '=', 'entry.network_id')
        .onRef('agenda_item.id', '=', 'entry.agenda_item_id'),
    )
    .where('told.bodyId', '=', bodyId)
    .where('entry.kind', '=', 'idea')
    .where('entry.look_again_on', '<=', until)
    .orderBy('entry.look_again_on')
    .orderBy('entry.id')
    .select(['entry.id', 'entry.minutes_id as minutesId', 'entry.content', 'entry.look_again_on'])
    .select(['told.audience', 'told.meetingAudience', 'agenda_item.audience as itemAudience'])
    .select(
      sql<boolean>`told.closed or coalesce(agenda_item.without_administration, false)`.as('withoutAdministration'),
    )
    .execute()
  return rows.map(({ look_again_on, audience, meetingAudience, itemAudience, ...row }) => ({
    ...row,
    lookAgainOn: look_again_on!,
    audiences: [audience, meetingAudience, itemAudience].filter((one): one is Audience => one !== null),
  }))
}

/** What meetings decided and wished for, in the order of the minutes; what was rejected is a decision too. */
export const selectGroupEntries = (viewer: Viewer, meetingIds: readonly Id[]): Promise<GroupEntry[]> =>
  visible
    .entries(viewer)
    .innerJoin(ofMinutes(viewer).as('told'), join => join.onRef('told.id', '=', 'entry.minutes_id'))
    .where(sql<boolean>`told."meetingId" = any(${meetingIds}::uuid[])`)
    .where('entry.kind', 'in', ['decision', 'wish'])
    .orderBy('told.id')
    .orderBy('entry.position')
    .select(['entry.id', 'entry.kind', 'told.meetingId', 'entry.minutes_id as minutesId', 'entry.content'])
    .$castTo<GroupEntry>()
    .execute()
