import type { Id } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'
import { leads } from './leading.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'
const DAY = '2026-01-20'

/** What a commitment hung on in each state, with a link to the question that is open and to one that was answered. */
export async function addConditions(rows: RowsOf, commitment_id: Id): Promise<void> {
  for (const [at, state] of (['replaced', 'not_yet', 'never', 'met', 'watched'] as const).entries()) {
    const id = rows.id()
    const answered = state === 'watched' ? null : AT
    await rows.add('condition', {
      ...{ id, commitment_id, number: at + 1, wording: rows.words('Bedingung'), days: 7, asked_id: null, state },
      ...{ ask_on: DAY, named_by: null, named_at: AT, asked_at: AT, mailed: true, answered_by: null },
      ...{ answered_at: answered, met_on: state === 'met' ? DAY : null },
      sentence: answered && rows.words('Antwort'),
    })
    if (state !== 'watched' && state !== 'met') continue
    await rows.add('personal_link', {
      ...{ id: rows.id(), secret_hash: id, purpose: 'condition.answer', person_id: null, addressee: null },
      ...{ subject_id: id, expires_at: AT, revoked_at: null, created_by: null, created_at: AT },
    })
  }
}

export const conditionDoors: Readonly<Record<string, DoorCase>> = {
  'get /commitments/:id/conditions/new': { noun: 'commitment', also: leads },
  'post /commitments/:id/conditions': {
    noun: 'commitment',
    fields: { wording: 'X', askedId: '00000000-0000-4000-8000-000000000000', askOn: '2031-01-01' },
  },
  'post /commitments/:id/conditions/:condition': {
    noun: 'condition',
    fields: { answer: 'never', sentence: 'X' },
  },
  // A secret opens it, not a viewer's rights: features/commitments/condition proves that it opens its own question only.
  'get /links/conditions/:secret': { noun: null, addresses: [] },
  'post /links/conditions/:secret': { noun: null, addresses: [] },
}
