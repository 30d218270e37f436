import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Id, OwnerKind, Schema } from '../../../ground/schema.ts'
import type { Owner } from '../model.ts'
import type { Line } from '../store.ts'
import type { OwnerShown } from './contract.ts'

/** Offices that the viewer holds today. */
export const officesOf = (viewer: Viewer) =>
  holdings(viewer).where('holding.person_id', '=', viewer.personId).select('holding.office_id')

/** Who holds which office today: asked for rights, never shown (`visible.officeHoldings` is for that). */
const holdings = (viewer: Viewer) =>
  viewer.db
    .selectFrom('office_holding as holding')
    .where('holding.network_id', '=', viewer.network.id)
    .where('holding.start_date', '<=', viewer.today)
    .where(eb => eb.or([eb('holding.end_date', 'is', null), eb('holding.end_date', '>=', viewer.today)]))

/** Names of persons, and words that may be one, are for the network; what an outside body is called is for everybody. */
export function ownerShown(viewer: Viewer, row: Line): OwnerShown {
  if (row.owner_kind === 'person') return { kind: 'person', id: row.person_id, name: row.person_name }
  if (row.owner_kind === 'office') return { kind: 'office', id: row.office_id, name: row.office_name }
  if (row.owner_kind === 'organization')
    return { kind: 'organization', id: row.organization_id, name: row.organization_name }
  const named = row.owner_kind === 'outside' || viewer.kind === 'system' || viewer.member
  return { kind: row.owner_kind, id: null, name: named ? row.owner_name : null }
}

/** Who holds the owning office today, as a column of a query of commitments. */
export const holders = (viewer: Viewer) =>
  sql<Id[]>`array(${holdings(viewer)
    .where('holding.office_id', '=', sql<Id>`commitment.owner_office_id`)
    .select('holding.person_id')})::text[]`

type OwnerRow = Pick<
  Schema['commitment'],
  'owner_kind' | 'owner_person_id' | 'owner_office_id' | 'owner_organization_id' | 'owner_name'
>

export function ownerOfRow(row: OwnerRow): Owner {
  if (row.owner_kind === 'person') return { kind: 'person', id: row.owner_person_id! }
  if (row.owner_kind === 'office') return { kind: 'office', id: row.owner_office_id! }
  if (row.owner_kind === 'organization') return { kind: 'organization', id: row.owner_organization_id! }
  return row.owner_kind === 'outside'
    ? { kind: 'outside', name: row.owner_name! }
    : { kind: 'nobody', name: row.owner_name }
}

/** The persons who own it today: in person, or as holders of the office. */
export const ownersOf = (row: {
  owner_kind: OwnerKind
  owner_person_id: Id | null
  holders: readonly Id[]
}): readonly Id[] => (row.owner_kind === 'person' && row.owner_person_id ? [row.owner_person_id] : row.holders)

export const ownerColumns = (owner: Owner, name: string | null) => ({
  owner_kind: owner.kind,
  owner_person_id: owner.kind === 'person' ? owner.id : null,
  owner_office_id: owner.kind === 'office' ? owner.id : null,
  owner_organization_id: owner.kind === 'organization' ? owner.id : null,
  owner_name: 'id' in owner ? name : owner.name,
})

/** Whether an owner can be chosen: the record exists for the viewer. Words always can. */
export async function ownerIsKnown(viewer: Viewer, owner: Owner): Promise<boolean> {
  if (!('id' in owner)) return true
  const records = {
    person: () => visible.people(viewer).where('person.id', '=', owner.id).select('person.id').executeTakeFirst(),
    office: () => visible.offices(viewer).where('office.id', '=', owner.id).select('office.id').executeTakeFirst(),
    organization: () =>
      visible
        .organizations(viewer)
        .where('organization.id', '=', owner.id)
        .select('organization.id')
        .executeTakeFirst(),
  }
  return (await records[owner.kind]()) !== undefined
}
