import { correctionAnswers } from '../../app/ground/schema/corrections.ts'
import type { Chance } from './chance.ts'
import { NOON, type Rows, TODAY } from './network.ts'

/** Minutes that go round among anybody, and what was proposed to any line or item of them. */
export function addCorrections(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: minutes_id, meeting_id } of rows.minutes) {
    if (chance.once(0.3)) continue
    const circulation_id = chance.id()
    rows.circulation.push({
      ...{ network_id, id: circulation_id, minutes_id, until_day: TODAY, begun_by: null, begun_at: NOON },
    })
    for (const { id: person_id } of chance.some(rows.person, 0.5)) {
      const id = chance.id()
      const sent = { circulation_id, meeting_id, person_id, guest: chance.once(0.5), outbox_id: null }
      rows.circulated.push({ network_id, id, ...sent })
      const link = chance.id()
      rows.personal_link.push({
        ...{ network_id, id: link, secret_hash: link, purpose: 'minutes.correct', person_id, addressee: null },
        ...{ subject_id: id, expires_at: NOON, revoked_at: null, created_by: null, created_at: NOON },
      })
    }
    const entries = rows.entry.filter(one => one.minutes_id === minutes_id)
    const items = rows.agenda_item.filter(one => one.meeting_id === meeting_id)
    const places = [
      { entry_id: null, agenda_item_id: null },
      ...chance.some(entries, 0.5).map(({ id }) => ({ entry_id: id, agenda_item_id: null })),
      ...chance.some(items, 0.5).map(({ id }) => ({ entry_id: null, agenda_item_id: id })),
    ]
    for (const place of places) {
      const answer = chance.of([null, ...correctionAnswers])
      const person_id = chance.of([null, ...rows.person.map(({ id }) => id)])
      rows.correction.push({
        ...{ network_id, id: chance.id(), minutes_id, circulation_id, ...place, wording: 'So', reason: null },
        ...{ person_id, channel: 'link', proposed_at: NOON, answer, word: answer && 'Ja', answered_by: null },
        answered_at: answer && NOON,
      })
    }
  }
}
