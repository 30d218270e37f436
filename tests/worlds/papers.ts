import type { Chance } from './chance.ts'
import { NOON, type Rows, TODAY } from './network.ts'

/** Papers of bodies of every kind, for every audience. */
export function addPapers(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: body_id } of rows.body) {
    if (chance.once(0.4)) continue
    const paper_id = chance.id()
    const said = { network_id, paper_id, number: 1, person_id: null, at: NOON }
    rows.paper.push({
      ...{ network_id, id: paper_id, body_id, paper_type: 'demand', name: 'Forderung', commitment_id: null },
      ...{ audience: chance.of(['network', 'body', 'board'] as const), without_administration: chance.once(0.3) },
      ...{ created_by: null, created_at: NOON },
    })
    rows.paper_version.push({ ...said, id: chance.id(), wording: 'Fassung', note: null })
    rows.paper_state.push({ ...said, id: chance.id(), state: 'raised', day: TODAY, sentence: null })
    rows.paper_event.push({
      ...{ ...said, id: chance.id(), kind: 'call', day: TODAY, whom: null, sentence: 'Anruf', count: null },
    })
    rows.signing.push({
      ...{ network_id, id: chance.id(), paper_id, number: 1, version: 1, until_day: TODAY, sentence: 'Bitte' },
      ...{ common_key: null, opened_by: null, opened_at: NOON, closed_by: null, closed_at: null },
    })
    for (const signed of [true, false]) {
      const id = chance.id()
      const named = signed && chance.once(0.5)
      rows.signature.push({
        ...{
          network_id,
          id,
          paper_id,
          number: signed ? 1 : 2,
          asked_by: null,
          begun_at: NOON,
          name: signed ? 'Ada' : null,
        },
        ...{ affiliation: null, named, consent: named ? 'Ja' : null, version: signed ? 1 : null },
        ...{ signed_at: signed ? NOON : null, withdrawn_at: null },
      })
      rows.personal_link.push({
        ...{ network_id, id: chance.id(), secret_hash: id, purpose: 'paper.sign', person_id: null },
        ...{ addressee: 'ada@verein.example', subject_id: id, expires_at: NOON, revoked_at: null },
        ...{ created_by: null, created_at: NOON },
      })
    }
    rows.consultation.push({
      ...{ ...said, id: chance.id(), body_id: null, organization_id: null, body_name: 'Rat', day: null },
      ...{ role: 'decision', result: null, result_day: null, sentence: null, source: null },
      ...{ result_by: null, result_at: null },
    })
  }
}
