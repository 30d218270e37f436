import type { Id } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'
const LATER = '2027-01-16'

/** A paper that can be signed: by somebody who agreed to be named, by somebody who did not, and not yet by a third. */
export async function addSupport(rows: RowsOf, paper_id: Id): Promise<void> {
  await rows.add('signing', {
    ...{ id: rows.id(), paper_id, number: 1, version: 1, until_day: LATER, sentence: rows.words('Bitte') },
    ...{ common_key: rows.id(), opened_by: null, opened_at: AT, closed_by: null, closed_at: null },
  })
  for (const [at, stands] of (['named', 'unnamed', 'asked'] as const).entries()) {
    const id = rows.id()
    const signed = stands !== 'asked'
    const named = stands === 'named'
    await rows.add('signature', {
      ...{ id, paper_id, number: at + 1, asked_by: null, begun_at: AT, name: signed ? rows.words('Name') : null },
      ...{ affiliation: signed ? rows.words('Verein') : null, named, consent: named ? rows.words('Ja') : null },
      ...{ version: signed ? 1 : null, signed_at: signed ? AT : null, withdrawn_at: null },
    })
    await rows.add('personal_link', {
      ...{ id: rows.id(), secret_hash: id, purpose: 'paper.sign', person_id: null, addressee: rows.words('Adresse') },
      ...{ subject_id: id, expires_at: AT, revoked_at: null, created_by: null, created_at: AT },
    })
  }
}

/** Doors of papers that are signed, as tests/access/doors.ts tells the others. */
export const supportDoors: Readonly<Record<string, DoorCase>> = {
  'get /papers/:id/support': { noun: 'paper' },
  'post /papers/:id/support': { noun: 'paper', fields: { version: '1', untilDay: LATER, sentence: 'X' } },
  'post /papers/:id/support/close': { noun: 'paper' },
  'post /papers/:id/support/invitations': { noun: 'paper', fields: { addresses: 'ada@verein.example' } },
  // A secret opens it, not a viewer's rights: features/papers/support proves that it opens its own paper only.
  // The address that is passed on opens it to everybody: the same tests.
  'get /support/:key': { noun: null, addresses: [] },
  'post /support/:key': { noun: null, addresses: [] },
  'get /links/papers/:secret': { noun: null, addresses: [] },
  'post /links/papers/:secret': { noun: null, addresses: [] },
  'post /links/papers/:secret/withdrawal': { noun: null, addresses: [] },
}
