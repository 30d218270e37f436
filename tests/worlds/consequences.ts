import { consequenceKinds } from '../../app/ground/schema/consequences.ts'
import type { Chance } from './chance.ts'
import { NOON, type Rows } from './network.ts'

/** What was agreed to follow commitments of every audience, in every state. */
export function addConsequences(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: commitment_id, body_id } of chance.some(rows.commitment, 0.5)) {
    const kind = chance.of(consequenceKinds)
    const state = chance.of(['armed', 'fired', 'stopped'] as const)
    const directed = kind === 'letter' || kind === 'fallback_owner'
    const fired = state === 'fired' ? { fired_at: NOON, missed_on: '2026-02-01', effect: 'nobody' as const } : null
    const stopped = state === 'stopped' ? { stopped_at: NOON, stop_reason: 'Grund' } : null
    rows.consequence.push({
      ...{ network_id, id: chance.id(), commitment_id, number: 1, kind, wording: commitment_id, grace: 3, state },
      ...{ body_id: kind === 'agenda' ? body_id : null, to_kind: directed ? 'outside' : null },
      ...{ to_name: directed ? 'Stelle' : null, to_person_id: null, to_office_id: null, to_organization_id: null },
      ...{ agreed_by: null, agreed_at: NOON, meeting_id: null, item_id: null, stopped_by: null },
      ...(fired ?? { fired_at: null, missed_on: null, effect: null }),
      ...(stopped ?? { stopped_at: null, stop_reason: null }),
    })
  }
}
