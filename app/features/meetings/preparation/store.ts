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

/** The working groups of today, and what they met for since the body met last. A group hears no groups. One query. */
export async function groupsFor(viewer: Viewer, bodyId: Id): Promise<{ since: Day | null; groups: Group[] }> {
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
    .execute()
  const since = rows[0]?.since ?? null
  if (rows.some(({ id }) => id === bodyId)) return { since, groups: [] }
  const groups = new Map<Id, Group & { meetings: { id: Id; name: string; day: Day }[] }>()
  for (const { meetingId, meetingName, day, since: _since, ...group } of rows) {
    const known = groups.get(group.id) ?? { ...group, meetings: [] }
    if (meetingId && meetingName && day) known.meetings.push({ id: meetingId, name: meetingName, day })
    groups.set(group.id, known)
  }
  return { since, groups: [...groups.values()] }
}

/** Items of the agenda that the viewer sees and that tell of an idea, a group or a result elsewhere, by its id. */
export async function broughtItems(viewer: Viewer, meetingId: Id): Promise<ReadonlyMap<Id, Id>> {
  const rows = await visible
    .agendaItems(viewer)
    .where('agenda_item.meeting_id', '=', meetingId)
    .where(sql<boolean>`coalesce(agenda_item.idea_id, agenda_item.group_id, agenda_item.consultation_id) is not null`)
    .select([
      'agenda_item.id',
      sql<Id>`coalesce(agenda_item.idea_id, agenda_item.group_id, agenda_item.consultation_id)`.as('of'),
    ])
    .execute()
  return new Map(rows.map(({ id, of }) => [of, id]))
}
