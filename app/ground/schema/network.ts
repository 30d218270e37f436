import type { Id, Tenant } from '../schema.ts'

export const legalForms = ['association', 'public_body', 'company', 'group', 'person'] as const
export type LegalForm = (typeof legalForms)[number]

export type NetworkTables = {
  operator: Tenant & {
    id: Id
    legal_form: LegalForm
    name: string | null
    represented_by: string | null
    street: string | null
    postal_code: string | null
    city: string | null
    email: string | null
    phone: string | null
    register: string | null
    vat_id: string | null
    supervisory_authority: string | null
    responsible_name: string | null
    responsible_address: string | null
    data_protection_contact: string | null
    hosted_by: string | null
    accessibility_contact: string | null
    enforcement_body: string | null
    revision: number
  }
}
