import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { HandoverShown } from './contract.ts'

const byName = (column: string) => sql`${sql.ref(column)} collate "und-x-icu"`

/** Every announced or planned meeting that has a day to come. One query. */
export async function meetingsToCome(viewer: Viewer): Promise<HandoverShown['meetings']> {
  const rows = await visible
    .wholeMeetings(viewer)
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'meeting.network_id').onRef('body.id', '=', 'meeting.body_id'),
    )
    .where('meeting.state', 'in', ['draft', 'scheduled'])
    .where('meeting.day', '>=', viewer.today)
    .orderBy('meeting.day')
    .orderBy('meeting.id')
    .select(['meeting.id', 'meeting.name', 'meeting.day', 'meeting.start_time as time', 'meeting.place'])
    .select(['body.id as bodyId', 'body.name as bodyName'])
    .execute()
  return rows.map(({ bodyId, bodyName, day, ...rest }) => ({
    ...rest,
    day: day!,
    body: { id: bodyId, name: bodyName },
  }))
}

/**
 * Everybody who belongs to something or holds an office today, each with the address where the viewer may see it.
 * One query.
 */
export async function peopleInOffice(viewer: Viewer): Promise<HandoverShown['people']> {
  const { today } = viewer
  const rows = await visible
    .people(viewer)
    .leftJoin(visible.contacts(viewer).select(['person.id', 'person.email']).as('contact'), join =>
      join.onRef('contact.id', '=', 'person.id'),
    )
    .select(['person.id', 'person.name', 'contact.email'])
    .select(
      sql<HandoverShown['people'][number]['offices']>`coalesce((select json_agg(distinct o.name)
        from (${visible.offices(viewer).selectAll('office')}) o
        join (${visible.officeHoldings(viewer).selectAll('office_holding')}) h on h.office_id = o.id
        where h.person_id = person.id and h.start_date <= ${today} and coalesce(h.end_date, ${today}::date) >= ${today}
        ), '[]')`.as('offices'),
    )
    .select(
      sql<HandoverShown['people'][number]['roles']>`coalesce((select json_agg(json_build_object('role', m.role,
          'of', coalesce(b.name, o.name), 'for', behalf.name) order by m.start_date, m.id)
        from (${visible.memberships(viewer).selectAll('membership')}) m
        left join body b on b.network_id = m.network_id and b.id = m.body_id
        left join organization o on o.network_id = m.network_id and o.id = m.organization_id
        left join organization behalf on behalf.network_id = m.network_id and behalf.id = m.on_behalf_of_id
        where m.person_id = person.id and m.start_date <= ${today} and coalesce(m.end_date, ${today}::date) >= ${today}
        ), '[]')`.as('roles'),
    )
    .orderBy(byName('person.name'))
    .orderBy('person.id')
    .execute()
  return rows.filter(({ offices, roles }) => offices.length + roles.length > 0)
}

export const selectOrganizations = (viewer: Viewer) =>
  visible
    .organizations(viewer)
    .orderBy(byName('organization.name'))
    .orderBy('organization.id')
    .select(['organization.id', 'organization.name', 'organization.website', 'organization.outside'])
    .select(['organization.start_date as startDate', 'organization.end_date as endDate'])
    .execute()
