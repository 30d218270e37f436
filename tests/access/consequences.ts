import type { Id } from '../../app/ground/schema.ts'
import { addConditions } from './conditions.ts'
import type { DoorCase } from './doors.ts'
import type { Rows, Sees } from './expected.ts'
import { leads } from './leading.ts'
import { addLetters } from './letters.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** One of each state that was agreed for a commitment, what it hangs on, and letters about it. */
export async function addConsequences(rows: RowsOf, commitment_id: Id, body_id: Id): Promise<void> {
  const base = { commitment_id, grace: 7, agreed_by: null, agreed_at: AT, to_person_id: null, to_office_id: null }
  const none = { to_organization_id: null, meeting_id: null, item_id: null, stopped_by: null, stopped_at: null }
  const waiting = { fired_at: null, missed_on: null, effect: null, stop_reason: null }
  await rows.add('consequence', {
    ...{ ...base, ...none, ...waiting, id: rows.id(), number: 1, kind: 'letter', wording: rows.words('Folge') },
    ...{ body_id: null, to_kind: 'outside', to_name: rows.words('Stelle'), state: 'armed' },
  })
  await rows.add('consequence', {
    ...{ ...base, ...none, id: rows.id(), number: 2, kind: 'agenda', wording: rows.words('Eingetreten') },
    ...{ body_id, to_kind: null, to_name: null, state: 'fired', fired_at: AT, missed_on: '2026-01-05' },
    ...{ effect: 'waits', stop_reason: null },
  })
  await rows.add('consequence', {
    ...{ ...base, ...none, ...waiting, id: rows.id(), number: 3, kind: 'reminder', wording: rows.words('Angehalten') },
    ...{ body_id: null, to_kind: null, to_name: null, state: 'stopped', stopped_at: AT },
    stop_reason: rows.words('Grund'),
  })
  await addConditions(rows, commitment_id)
  await addLetters(rows, body_id, commitment_id)
}

/** For the network, where the commitment is: said a second time like everything in expected.ts. */
export function expectedConsequences(
  rows: Rows,
  ofNetwork: (row: { network_id: string }) => boolean,
  commitment: Sees<'commitment'>,
): { consequence: Sees<'consequence'>; condition: Sees<'condition'> } {
  const there = (row: { network_id: string; commitment_id: Id }) =>
    ofNetwork(row) && rows.commitment.some(one => one.id === row.commitment_id && commitment(one))
  return { consequence: there, condition: there }
}

export const consequenceDoors: Readonly<Record<string, DoorCase>> = {
  'get /consequences': { noun: null },
  'get /consequences/:id': { noun: 'consequence' },
  'get /commitments/:id/consequences/new': { noun: 'commitment', also: leads },
  'post /commitments/:id/consequences': {
    noun: 'commitment',
    fields: { kind: 'public_mark', wording: 'X', grace: '365' },
  },
  'post /consequences/:id/stopping': { noun: 'consequence', fields: { reason: 'X' } },
}
