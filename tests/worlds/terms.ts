import type { Chance } from './chance.ts'
import { NOON, type Rows, TODAY } from './network.ts'

/** Terms of bodies of every kind. */
export function addTerms(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: body_id } of rows.body) {
    if (chance.once(0.5)) continue
    rows.term.push({
      ...{
        network_id,
        id: chance.id(),
        body_id,
        kind: 'word',
        wording: 'Fachkonferenz',
        meaning: null,
        from_day: TODAY,
      },
      ...{ until_day: null, replaced_by: null, reason: null, created_by: null, created_at: NOON, ended_by: null },
    })
  }
}
