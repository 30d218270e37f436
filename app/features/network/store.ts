import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { newId } from '../../ground/ids.ts'
import type { NetworkChange, OperatorChange } from './contract.ts'
import type { Operator, Settings } from './model.ts'

export async function selectSettings({ db, network }: Viewer): Promise<Settings | null> {
  const row = await db
    .selectFrom('network')
    .where('id', '=', network.id)
    .select(['name', 'region', 'languages', 'second_factor as secondFactor', 'revision'])
    .executeTakeFirst()
  return row ?? null
}

/** Writes the settings; false where somebody was quicker. */
export async function updateSettings({ db, network }: Viewer, change: NetworkChange): Promise<boolean> {
  const { name, region, languages, secondFactor, revision } = change
  const written = await db
    .updateTable('network')
    .where('id', '=', network.id)
    .where('revision', '=', revision)
    .set({ name, region, languages: [...languages], revision: revision + 1 })
    .$if(secondFactor !== undefined, query => query.set({ second_factor: secondFactor! }))
    .returning('id')
    .execute()
  return written.length > 0
}

export async function selectOperator(viewer: Viewer): Promise<Operator | null> {
  const row = await visible
    .operators(viewer)
    .select([
      ...(['legal_form as legalForm', 'name', 'represented_by as representedBy', 'street'] as const),
      ...(['postal_code as postalCode', 'city', 'email', 'phone', 'register', 'vat_id as vatId'] as const),
      ...(['supervisory_authority as supervisoryAuthority', 'responsible_name as responsibleName'] as const),
      ...(['responsible_address as responsibleAddress', 'data_protection_contact as dataProtectionContact'] as const),
      ...(['hosted_by as hostedBy', 'accessibility_contact as accessibilityContact'] as const),
      ...(['enforcement_body as enforcementBody', 'revision'] as const),
    ])
    .executeTakeFirst()
  return row ?? null
}

/** Writes who operates the network, for the first time with revision 0; false where somebody was quicker. */
export async function writeOperator({ db, network, ground }: Viewer, change: OperatorChange): Promise<boolean> {
  const row = { ...columnsOf(change), revision: change.revision + 1 }
  if (change.revision > 0) {
    const { numUpdatedRows } = await db
      .updateTable('operator')
      .where('network_id', '=', network.id)
      .where('revision', '=', change.revision)
      .set(row)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('operator')
    .values({ network_id: network.id, id: newId(ground.clock), ...row })
    .onConflict(conflict => conflict.column('network_id').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const columnsOf = (change: OperatorChange) => ({
  legal_form: change.legalForm,
  name: change.name,
  represented_by: change.representedBy,
  street: change.street,
  postal_code: change.postalCode,
  city: change.city,
  email: change.email,
  phone: change.phone,
  register: change.register,
  vat_id: change.vatId,
  supervisory_authority: change.supervisoryAuthority,
  responsible_name: change.responsibleName,
  responsible_address: change.responsibleAddress,
  data_protection_contact: change.dataProtectionContact,
  hosted_by: change.hostedBy,
  accessibility_contact: change.accessibilityContact,
  enforcement_body: change.enforcementBody,
})
