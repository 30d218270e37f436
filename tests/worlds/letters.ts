import { letterKinds } from '../../app/ground/schema/letters.ts'
import type { Chance } from './chance.ts'
import { NOON, type Rows } from './network.ts'

/** Letters of bodies of every kind, some about a commitment. */
export function addLetters(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: body_id } of rows.body) {
    if (chance.once(0.4)) continue
    const about = rows.commitment.filter(one => one.body_id === body_id)
    const commitment_id = about.length > 0 && chance.once(0.6) ? chance.of(about).id : null
    rows.letter.push({
      ...{ network_id, id: chance.id(), body_id, kind: chance.of(letterKinds), commitment_id, consequence_id: null },
      ...{ language: 'de', address: 'Amt\nOrt', subject: 'Betreff', wording: 'Brief', revision: 1, state: 'drafted' },
      ...{ created_by: null, created_at: NOON, sent_by: null, sent_at: null, way: null, content: null },
    })
  }
}
