import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id, Schema } from '../../../ground/schema.ts'
import type { Body, Holding, Membership } from '../model.ts'
import { bodiesOf, named } from '../store.ts'

/** Memberships and the holding of offices: who belongs where, from when until when. */

const membershipsOf = (viewer: Viewer) =>
  visible
    .memberships(viewer)
    .innerJoin('person as p', join =>
      join.onRef('p.network_id', '=', 'membership.network_id').onRef('p.id', '=', 'membership.person_id'),
    )
    .leftJoin('body as b', join =>
      join.onRef('b.network_id', '=', 'membership.network_id').onRef('b.id', '=', 'membership.body_id'),
    )
    .leftJoin('organization as o', join =>
      join.onRef('o.network_id', '=', 'membership.network_id').onRef('o.id', '=', 'membership.organization_id'),
    )
    .leftJoin('organization as s', join =>
      join.onRef('s.network_id', '=', 'membership.network_id').onRef('s.id', '=', 'membership.on_behalf_of_id'),
    )
    .leftJoin(visible.bodies(viewer).select(['body.id', 'body.name']).as('r'), 'r.id', 'membership.reports_to_id')
    .select([
      'membership.id',
      'p.id as personId',
      'p.name as personName',
      'b.id as bodyId',
      'b.name as bodyName',
      'o.id as organizationId',
      'o.name as organizationName',
      'membership.role',
      's.id as onBehalfOfId',
      's.name as onBehalfOfName',
      'membership.voting_right as votingRight',
      'r.id as reportsToId',
      'r.name as reportsToName',
      'membership.start_date as startDate',
      'membership.end_date as endDate',
    ])
    .orderBy(sql`p.name collate "und-x-icu"`)
    .orderBy('membership.start_date')
    .orderBy('membership.id')

type Row = Awaited<ReturnType<ReturnType<typeof membershipsOf>['execute']>>[number]

const membershipFrom = (row: Row): Membership => ({
  id: row.id,
  person: { id: row.personId, name: row.personName },
  body: named(row.bodyId, row.bodyName),
  organization: named(row.organizationId, row.organizationName),
  role: row.role,
  onBehalfOf: named(row.onBehalfOfId, row.onBehalfOfName),
  votingRight: row.votingRight,
  reportsTo: named(row.reportsToId, row.reportsToName),
  startDate: row.startDate,
  endDate: row.endDate,
})

/** A body with who belongs to it, in one query: what later features add to its page asks enough of its own. */
export async function selectBodyAndMemberships(
  viewer: Viewer,
  id: Id,
): Promise<{ body: Body; memberships: Membership[] } | null> {
  const rows = membershipsOf(viewer).where('membership.body_id', '=', id)
  const found = await bodiesOf(viewer)
    .where('body.id', '=', id)
    .select(jsonArrayFrom(rows).as('rows'))
    .executeTakeFirst()
  if (!found) return null
  const { rows: members, ...body } = found
  return { body, memberships: members.map(membershipFrom) }
}

/** Who belongs to the organization, and who sits somewhere on its behalf. */
export async function membershipsOfOrganization(viewer: Viewer, id: Id): Promise<Membership[]> {
  const rows = await membershipsOf(viewer)
    .where(e => e.or([e('membership.organization_id', '=', id), e('membership.on_behalf_of_id', '=', id)]))
    .execute()
  return rows.map(membershipFrom)
}

export async function membershipsOfPerson(viewer: Viewer, personId: Id): Promise<Membership[]> {
  return (await membershipsOf(viewer).where('membership.person_id', '=', personId).execute()).map(membershipFrom)
}

/** Every membership that holds on the day. */
export async function membershipsOn(viewer: Viewer, day: Day): Promise<Membership[]> {
  const rows = await membershipsOf(viewer)
    .where('membership.start_date', '<=', day)
    .where(e => e.or([e('membership.end_date', 'is', null), e('membership.end_date', '>=', day)]))
    .execute()
  return rows.map(membershipFrom)
}

export async function selectMembership(viewer: Viewer, id: Id): Promise<Membership | null> {
  const row = await membershipsOf(viewer).where('membership.id', '=', id).executeTakeFirst()
  return row ? membershipFrom(row) : null
}

export async function insertMembership(
  { db, ground, network }: Viewer,
  columns: Omit<Schema['membership'], 'network_id' | 'id'>,
): Promise<Id> {
  const id = newId(ground.clock)
  await db
    .insertInto('membership')
    .values({ network_id: network.id, id, ...columns })
    .execute()
  return id
}

export async function updateMembershipEnd({ db, network }: Viewer, id: Id, endDate: Day): Promise<void> {
  const mine = db.updateTable('membership').where('network_id', '=', network.id).where('id', '=', id)
  await mine.set({ end_date: endDate }).execute()
}

/** From today on, once it waits for reports at all: what was before is not owed. */
export async function updateReportsTo({ db, network, today }: Viewer, id: Id, bodyId: Id | null): Promise<void> {
  const mine = db.updateTable('membership').where('network_id', '=', network.id).where('id', '=', id)
  await mine.set({ reports_to_id: bodyId, reports_since: bodyId && today }).execute()
}

const holdingsOf = (viewer: Viewer) =>
  visible
    .officeHoldings(viewer)
    .innerJoin('office', join =>
      join
        .onRef('office.network_id', '=', 'office_holding.network_id')
        .onRef('office.id', '=', 'office_holding.office_id'),
    )
    .innerJoin('person as p', join =>
      join.onRef('p.network_id', '=', 'office_holding.network_id').onRef('p.id', '=', 'office_holding.person_id'),
    )
    .select([
      'office_holding.id',
      'office.id as officeId',
      'office.name as officeName',
      'p.id as personId',
      'p.name as personName',
      'office_holding.start_date as startDate',
      'office_holding.end_date as endDate',
    ])
    .orderBy('office_holding.start_date', 'desc')
    .orderBy('office_holding.id')

const holdingFrom = (row: Awaited<ReturnType<ReturnType<typeof holdingsOf>['execute']>>[number]): Holding => ({
  id: row.id,
  office: { id: row.officeId, name: row.officeName },
  person: { id: row.personId, name: row.personName },
  startDate: row.startDate,
  endDate: row.endDate,
})

/** Holdings of one office, of one person, or all that the viewer sees; the newest first. */
export async function selectHoldings(viewer: Viewer, of: { officeId?: Id; personId?: Id }): Promise<Holding[]> {
  let query = holdingsOf(viewer)
  if (of.officeId) query = query.where('office_holding.office_id', '=', of.officeId)
  if (of.personId) query = query.where('office_holding.person_id', '=', of.personId)
  return (await query.execute()).map(holdingFrom)
}

export async function selectHolding(viewer: Viewer, id: Id): Promise<Holding | null> {
  const row = await holdingsOf(viewer).where('office_holding.id', '=', id).executeTakeFirst()
  return row ? holdingFrom(row) : null
}

export async function insertHolding(
  { db, ground, network }: Viewer,
  columns: Omit<Schema['office_holding'], 'network_id' | 'id'>,
): Promise<Id> {
  const id = newId(ground.clock)
  await db
    .insertInto('office_holding')
    .values({ network_id: network.id, id, ...columns })
    .execute()
  return id
}

export async function updateHoldingEnd({ db, network }: Viewer, id: Id, endDate: Day): Promise<void> {
  const mine = db.updateTable('office_holding').where('network_id', '=', network.id).where('id', '=', id)
  await mine.set({ end_date: endDate }).execute()
}
