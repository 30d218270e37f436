import type { Id, Tenant, Timestamp } from '../schema.ts'

export const legalForms = ['association', 'public_body', 'company', 'group', 'person'] as const
export type LegalForm = (typeof legalForms)[number]

export const consentPurposes = ['attendance', 'contact', 'photograph', 'minutes'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
export type ConsentKind = 'given' | 'withdrawn'
export type ConsentChannel = 'self' | 'link' | 'recorded'

/** Of whom a second factor is demanded: nobody, whoever coordinates, or also whoever leads a body or writes its minutes. */
export const secondFactors = ['off', 'coordination', 'leading'] as const
export type SecondFactor = (typeof secondFactors)[number]

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
  consent: Tenant & {
    id: Id
    person_id: Id
    purpose: ConsentPurpose
    number: number
    kind: ConsentKind
    wording: string
    version: number
    language: string
    channel: ConsentChannel
    note: string | null
    recorded_by: Id | null
    at: Timestamp
  }
}
