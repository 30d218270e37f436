import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Audience, Day, Id } from '../../../ground/schema.ts'

export type Group = {
  readonly id: Id
  readonly name: string
  readonly audience: Audience
  readonly withoutAdministration: boolean
  /** Its meetings since the body met last, the latest first. */
  readonly meetings: readonly { readonly id: Id; readonly name: string; readonly day: Day }[]
}

type ForMeeting = {
  readonly since: Day | null
  readonly groups: Group[]
  /** What is on the agenda already, by what it tells of. Null where it was not asked, or no group is there to ask with. */
  readonly brought: ReadonlyMap<Id, Id> | null
}

/**
 * The working groups of today, and what they met for since the body met last; with what a meeting's agenda tells of
 * already. A group hears no groups. One query.
 */
export async function groupsFor(viewer: Viewer, bodyId: Id, meetingId: Id | null = null): Promise<ForMeeting> {
  const met = visible.wholeMeetings(viewer).where('meeting.state', '=', 'held').where('meeting.day', 'is not', null)
  const last = met.where('meeting.body_id', '=', bodyId).select(({ fn }) => fn.max('meeting.day').as('day'))
  const held = met
    .where(sql<boolean>`meeting.day > coalesce((${last}), '-infinity'::date)`)
    .select(['meeting.id', 'meeting.name', 'meeting.day', 'meeting.body_id as bodyId'])
  const rows = await visible
    .bodies(viewer)
    .leftJoin(held.as('held'), join => join.onRef('held.bodyId', '=', 'body.id'))
    .where('body.kind', '=', 'working_group')
    .where(sql<boolean>`(body.start_date is null or body.start_date <= ${viewer.today})`)
    .where(sql<boolean>`(body.end_date is null or body.end_date >= ${viewer.today})`)
    .orderBy('body.name')
    .orderBy('body.id')
    .orderBy('held.day', 'desc')
    .orderBy('held.id')
    .select(['body.id', 'body.name', 'body.audience', 'body.without_administration as withoutAdministration'])
    .select(['held.id as meetingId', 'held.name as meetingName', 'held.day'])
    .select(sql<Day | null>`(${last})`.as('since'))
    .$if(meetingId !== null, query =>
      query.select(
        sql<
          Record<Id, Id>
        >`(select coalesce(json_object_agg(b.of, b.id), '{}') from (${broughtTo(viewer, meetingId!)}) b)`.as('brought'),
      ),
    )
    .execute()
  const since = rows[0]?.since ?? null
  const brought = rows[0]?.brought ? new Map(Object.entries(rows[0].brought)) : null
  if (rows.some(({ id }) => id === bodyId)) return { since, groups: [], brought }
  const groups = new Map<Id, Group & { meetings: { id: Id; name: string; day: Day }[] }>()
  for (const { meetingId, meetingName, day, since: _since, brought: _brought, ...group } of rows) {
    const known = groups.get(group.id) ?? { ...group, meetings: [] }
    if (meetingId && meetingName && day) known.meetings.push({ id: meetingId, name: meetingName, day })
    groups.set(group.id, known)
  }
  return { since, groups: [...groups.values()], brought }
}

/** Items of the agenda that the viewer sees and that tell of an idea, a group or a result elsewhere, with its id. */
const broughtTo = (viewer: Viewer, meetingId: Id) =>
  visible
    .agendaItems(viewer)
    .where('agenda_item.meeting_id', '=', meetingId)
    .where(sql<boolean>`${OF} is not null`)
    .select(['agenda_item.id', sql<Id>`${OF}`.as('of')])
const OF = sql`coalesce(agenda_item.idea_id, agenda_item.group_id, agenda_item.consultation_id)`

/** The same, by the id of what they tell of. */
export async function broughtItems(viewer: Viewer, meetingId: Id): Promise<ReadonlyMap<Id, Id>> {
  return new Map((await broughtTo(viewer, meetingId).execute()).map(({ id, of }) => [of, id]))
}
