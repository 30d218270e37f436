import { conditionStates } from '../../app/ground/schema/conditions.ts'
import type { Chance } from './chance.ts'
import { NOON, type Rows, TODAY } from './network.ts'

/** What commitments of every audience hang on: some questions that were answered, and perhaps one that is open. */
export function addConditions(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: commitment_id } of chance.some(rows.commitment, 0.5))
    for (let number = 1; number <= chance.between(1, 3); number++) {
      const state = number === 1 ? chance.of(conditionStates) : chance.of(['not_yet', 'met', 'never'] as const)
      const asked = chance.once(0.5)
      rows.condition.push({
        ...{ network_id, id: chance.id(), commitment_id, number, wording: commitment_id, days: null, state },
        ...{ asked_id: chance.once(0.5) ? chance.of(rows.person).id : null, ask_on: TODAY, named_by: null },
        ...{ named_at: NOON, asked_at: asked ? NOON : null, mailed: asked ? true : null, answered_by: null },
        ...{ answered_at: state === 'watched' ? null : NOON, met_on: state === 'met' ? TODAY : null },
        sentence: state === 'never' ? 'Nein.' : null,
      })
    }
}
