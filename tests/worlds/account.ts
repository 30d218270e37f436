import type { Chance } from './chance.ts'
import { NOON, type Rows, TODAY } from './network.ts'

/** Entries of the public account that wait, are public or were withdrawn, with statements. */
export function addAccount(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: commitment_id } of rows.commitment) {
    if (chance.once(0.6)) continue
    const id = chance.id()
    const published_at = chance.of([NOON, null])
    const withdrawn_at = chance.of([null, null, NOON])
    rows.account_entry.push({
      ...{ network_id, id, commitment_id, authority_id: chance.id(), authority: 'Amt', wording: 'So', asked_on: TODAY },
      ...{
        due_on: null,
        state: 'open',
        answered_on: null,
        promised_on: null,
        kept_on: null,
        marked_on: null,
        answers: [] as never,
      },
      ...{ side: chance.of(['authority', 'table']), line: [] as never },
      ...{ proposed_by: null, proposed_at: NOON, public_from: TODAY, published_by: null, published_at },
      ...{ withdrawn_by: null, withdrawn_at, withdrawn_reason: withdrawn_at && 'X' },
    })
    if (chance.once(0.5))
      rows.account_statement.push({
        network_id,
        id: chance.id(),
        entry_id: id,
        number: 1,
        content: 'Wir',
        said_at: NOON,
      })
  }
}
