import type { Viewer } from '../../access/viewer.ts'
import type { LegalForm, SecondFactor } from '../../ground/schema/network.ts'
import type { TextKey } from '../../texts/texts.ts'

export type Settings = {
  readonly name: string
  /** ISO 3166-2 code of the Land; null where none was chosen. */
  readonly region: string | null
  readonly languages: readonly string[]
  readonly secondFactor: SecondFactor
  /** Counts every change; a writer names the one he started from. */
  readonly revision: number
}

/** What the law asks of whoever operates the network; null where nobody entered it yet. */
export const operatorFields = [
  'name',
  'representedBy',
  'street',
  'postalCode',
  'city',
  'email',
  'phone',
  'register',
  'vatId',
  'supervisoryAuthority',
  'responsibleName',
  'responsibleAddress',
  'dataProtectionContact',
  'hostedBy',
  'accessibilityContact',
  'enforcementBody',
] as const
export type OperatorField = (typeof operatorFields)[number]

export type Operator = { readonly [F in OperatorField]: string | null } & {
  readonly legalForm: LegalForm
  readonly revision: number
}

/** A network that nobody described yet. Revision 0: the first to write begins with it. */
export const noOperator: Operator = {
  ...(Object.fromEntries(operatorFields.map(field => [field, null])) as Record<OperatorField, null>),
  legalForm: 'association',
  revision: 0,
}

export const legalPages = ['imprint', 'privacy', 'accessibility'] as const
export type LegalPage = (typeof legalPages)[number]

/** The rules that ask for something, by law, section, paragraph and number. */
export type Law = 'ddg-5-1-1' | 'ddg-5-1-2' | 'ddg-5-1-4' | 'mstv-18-2' | 'gdpr-13-1-b' | 'bgg-12b-2-3'

/** A field that a page lacks, and the rule that asks for it. */
export type Missing = { readonly field: OperatorField; readonly page: LegalPage; readonly law: Law }

type Need = Missing & { readonly of: readonly LegalForm[] | 'all' }

/**
 * Which fields the law needs, of whom. § 5 Abs. 1 DDG: name, address, who represents a legal person, a way to be
 * written to at once, the register; § 18 Abs. 2 MStV: who is responsible for what is published; Art. 13 Abs. 1 lit. b
 * GDPR with Art. 37 Abs. 1 lit. a: a public body has a data protection officer; § 12b BGG and the laws of the Länder:
 * a public body names where its visitors can complain.
 */
const needs: readonly Need[] = [
  { field: 'name', page: 'imprint', law: 'ddg-5-1-1', of: 'all' },
  { field: 'street', page: 'imprint', law: 'ddg-5-1-1', of: 'all' },
  { field: 'postalCode', page: 'imprint', law: 'ddg-5-1-1', of: 'all' },
  { field: 'city', page: 'imprint', law: 'ddg-5-1-1', of: 'all' },
  {
    field: 'representedBy',
    page: 'imprint',
    law: 'ddg-5-1-1',
    of: ['association', 'public_body', 'company', 'group'],
  },
  { field: 'email', page: 'imprint', law: 'ddg-5-1-2', of: 'all' },
  { field: 'register', page: 'imprint', law: 'ddg-5-1-4', of: ['association', 'company'] },
  { field: 'responsibleName', page: 'imprint', law: 'mstv-18-2', of: 'all' },
  { field: 'responsibleAddress', page: 'imprint', law: 'mstv-18-2', of: 'all' },
  { field: 'dataProtectionContact', page: 'privacy', law: 'gdpr-13-1-b', of: ['public_body'] },
  { field: 'enforcementBody', page: 'accessibility', law: 'bgg-12b-2-3', of: ['public_body'] },
]

/** What the legal pages still lack, in the order of the form. */
export function missingOf(operator: Operator): Missing[] {
  return needs
    .filter(({ of }) => of === 'all' || of.includes(operator.legalForm))
    .filter(({ field }) => operator[field] === null)
    .map(({ field, page, law }) => ({ field, page, law }))
}

/** How long a kind of record is kept: filled by the feature that deletes it. */
export type KeptFor = { readonly what: TextKey; readonly days: number }
export type RetentionSource = (viewer: Viewer) => Promise<readonly KeptFor[]>
