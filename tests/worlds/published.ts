import type { Chance } from './chance.ts'
import { NOON, type Rows } from './network.ts'

/** Minutes of every audience published for all and withdrawn, and what was decided about any place of them. */
export function addPublished(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: minutes_id, meeting_id } of rows.minutes) {
    if (chance.once(0.4)) continue
    for (const withdrawn_at of chance.some([NOON, null], 0.7)) {
      const publication_id = chance.id()
      rows.publication.push({
        ...{ network_id, id: publication_id, noun: 'minutes', subject_id: minutes_id, door: 'public', wording: 'So' },
        ...{ approved_by: null, approved_at: NOON, withdrawn_by: null, withdrawn_at },
      })
      const content = {
        ...{ bodyName: 'Runde', day: null, startTime: null, endTime: null, place: null, apart: [], items: [] },
        attendance: { named: [], count: 2, voting: 1 },
      }
      rows.public_version.push({
        ...{ network_id, id: chance.id(), publication_id, minutes_id, approved_on: null },
        content: content as never,
      })
    }
    const entries = rows.entry.filter(one => one.minutes_id === minutes_id)
    const items = rows.agenda_item.filter(one => one.meeting_id === meeting_id)
    const places = [
      ...chance.some(entries, 0.5).map(({ id }) => ({ entry_id: id, agenda_item_id: null })),
      ...chance.some(items, 0.5).map(({ id }) => ({ entry_id: null, agenda_item_id: id })),
    ]
    for (const [at, place] of places.entries())
      rows.public_passage.push({
        ...{ network_id, id: chance.id(), minutes_id, ...place, number: at + 1, wording: null, about: 'X' },
        ...{ decided_by: null, decided_at: NOON },
      })
  }
}
