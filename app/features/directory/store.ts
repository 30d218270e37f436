import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { newId } from '../../ground/ids.ts'
import type { Id, Schema } from '../../ground/schema.ts'
import type { Body, BodyAudience, Named, Office, Organization, Person, PersonCard } from './model.ts'

/** Umlauts beside their vowels, in every database: `und-x-icu` is in each of them. */
const byName = (column: string) => sql`${sql.ref(column)} collate "und-x-icu"`

export const bodiesOf = (viewer: Viewer) =>
  visible
    .bodies(viewer)
    .select([
      'body.id',
      'body.name',
      'body.short_name as shortName',
      'body.kind',
      'body.audience',
      'body.without_administration as withoutAdministration',
      'body.meeting_audience as meetingAudience',
      'body.start_date as startDate',
      'body.end_date as endDate',
    ])

export const selectBodies = (viewer: Viewer): Promise<Body[]> =>
  bodiesOf(viewer).orderBy(byName('body.name')).orderBy('body.id').execute()

export async function selectBody(viewer: Viewer, id: Id): Promise<Body | null> {
  return (await bodiesOf(viewer).where('body.id', '=', id).executeTakeFirst()) ?? null
}

const organizationsOf = (viewer: Viewer) =>
  visible
    .organizations(viewer)
    .select([
      'organization.id',
      'organization.name',
      'organization.short_name as shortName',
      'organization.kind',
      'organization.outside',
      'organization.website',
      'organization.start_date as startDate',
      'organization.end_date as endDate',
    ])

export const selectOrganizations = (viewer: Viewer): Promise<Organization[]> =>
  organizationsOf(viewer).orderBy(byName('organization.name')).orderBy('organization.id').execute()

export async function selectOrganization(viewer: Viewer, id: Id): Promise<Organization | null> {
  return (await organizationsOf(viewer).where('organization.id', '=', id).executeTakeFirst()) ?? null
}

export const selectPeople = (viewer: Viewer): Promise<Person[]> =>
  visible
    .people(viewer)
    .orderBy(byName('person.name'))
    .orderBy('person.id')
    .select(['person.id', 'person.name'])
    .execute()

/** The person, with the contact for whoever may see it. */
export async function selectPerson(viewer: Viewer, id: Id): Promise<PersonCard | null> {
  const person = await visible
    .people(viewer)
    .where('person.id', '=', id)
    .select([
      'person.id',
      'person.name',
      jsonArrayFrom(
        visible.contacts(viewer).where('person.id', '=', id).select(['person.email', 'person.language']),
      ).as('contacts'),
    ])
    .executeTakeFirst()
  return person ? { id: person.id, name: person.name, contact: person.contacts[0] ?? null } : null
}

export async function emailTaken(viewer: Viewer, email: string, except: Id | null): Promise<boolean> {
  let others = visible.contacts(viewer).where(sql`lower(person.email)`, '=', email.toLowerCase())
  if (except) others = others.where('person.id', '<>', except)
  return (await others.select('person.id').executeTakeFirst()) !== undefined
}

const officesOf = (viewer: Viewer) =>
  visible
    .offices(viewer)
    .leftJoin('organization', join =>
      join
        .onRef('organization.network_id', '=', 'office.network_id')
        .onRef('organization.id', '=', 'office.organization_id'),
    )
    .select([
      'office.id',
      'office.name',
      'office.grants',
      'organization.id as organizationId',
      'organization.name as organizationName',
    ])

type OfficeRow = Awaited<ReturnType<ReturnType<typeof officesOf>['execute']>>[number]

const officeFrom = ({ id, name, grants, organizationId, organizationName }: OfficeRow): Office => ({
  ...{ id, name, grants },
  organization: named(organizationId, organizationName),
})

export const named = (id: Id | null, name: string | null): Named | null =>
  id !== null && name !== null ? { id, name } : null

export async function selectOffices(viewer: Viewer): Promise<Office[]> {
  return (await officesOf(viewer).orderBy(byName('office.name')).orderBy('office.id').execute()).map(officeFrom)
}

export async function selectOffice(viewer: Viewer, id: Id): Promise<Office | null> {
  const row = await officesOf(viewer).where('office.id', '=', id).executeTakeFirst()
  return row ? officeFrom(row) : null
}

export type DirectoryNames = {
  readonly people: readonly Named[]
  readonly offices: readonly Named[]
  readonly organizations: readonly (Named & { readonly outside: boolean })[]
}

/** Every name that a text may mean, in one query. */
export async function selectNames(viewer: Viewer): Promise<DirectoryNames> {
  return viewer.db
    .selectNoFrom([
      jsonArrayFrom(visible.people(viewer).select(['person.id', 'person.name']).orderBy('person.id')).as('people'),
      jsonArrayFrom(visible.offices(viewer).select(['office.id', 'office.name']).orderBy('office.id')).as('offices'),
      jsonArrayFrom(
        visible
          .organizations(viewer)
          .select(['organization.id', 'organization.name', 'organization.outside'])
          .orderBy('organization.id'),
      ).as('organizations'),
    ])
    .executeTakeFirstOrThrow()
}

type Columns<Table extends keyof Schema> = Omit<Schema[Table], 'network_id' | 'id' | 'created_at' | 'account_id'>

const made = ({ ground, network }: Viewer) => ({
  network_id: network.id,
  id: newId(ground.clock),
  created_at: ground.clock.instant().toString(),
})

type BodyColumns = Columns<'body'> & { audience: BodyAudience; meeting_audience: BodyAudience }

export async function insertBody(viewer: Viewer, columns: BodyColumns): Promise<Id> {
  const row = { ...made(viewer), ...columns }
  await viewer.db.insertInto('body').values(row).execute()
  return row.id
}

export async function updateBody({ db, network }: Viewer, id: Id, columns: BodyColumns): Promise<void> {
  await db.updateTable('body').where('network_id', '=', network.id).where('id', '=', id).set(columns).execute()
}

export async function insertOrganization(viewer: Viewer, columns: Columns<'organization'>): Promise<Id> {
  const row = { ...made(viewer), ...columns }
  await viewer.db.insertInto('organization').values(row).execute()
  return row.id
}

export async function updateOrganization(
  { db, network }: Viewer,
  id: Id,
  columns: Columns<'organization'>,
): Promise<void> {
  const mine = db.updateTable('organization').where('network_id', '=', network.id).where('id', '=', id)
  await mine.set(columns).execute()
}

export async function insertPerson(viewer: Viewer, columns: Columns<'person'>): Promise<Id> {
  const row = { ...made(viewer), account_id: null, ...columns }
  await viewer.db.insertInto('person').values(row).execute()
  return row.id
}

/** Another address is perhaps another mailbox: whoever was signed in with the old one is nobody from now on. */
export async function updatePerson({ db, network }: Viewer, id: Id, columns: Columns<'person'>): Promise<void> {
  const same = sql<boolean>`lower(email) is not distinct from lower(${columns.email}::text)`
  await db
    .updateTable('person')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .set({ ...columns, account_id: sql<string | null>`case when ${same} then account_id end` })
    .execute()
}

export async function insertOffice(viewer: Viewer, columns: Columns<'office'>): Promise<Id> {
  const row = { ...made(viewer), ...columns }
  await viewer.db.insertInto('office').values(row).execute()
  return row.id
}

export async function updateOffice({ db, network }: Viewer, id: Id, columns: Columns<'office'>): Promise<void> {
  await db.updateTable('office').where('network_id', '=', network.id).where('id', '=', id).set(columns).execute()
}

/** Whether somebody holds the coordination without an end. */
export async function coordinationLasts(viewer: Viewer): Promise<boolean> {
  const lasting = await visible
    .officeHoldings(viewer)
    .innerJoin('office', join =>
      join
        .onRef('office.network_id', '=', 'office_holding.network_id')
        .onRef('office.id', '=', 'office_holding.office_id'),
    )
    .where('office.grants', '=', 'coordination')
    .where('office_holding.end_date', 'is', null)
    .select('office_holding.id')
    .executeTakeFirst()
  return lasting !== undefined
}
