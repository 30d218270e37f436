import { addAccount } from './account.ts'
import type { Chance } from './chance.ts'
import { addConditions } from './conditions.ts'
import { addConsequences } from './consequences.ts'
import { addCorrections } from './corrections.ts'
import { addInMeeting } from './in-meeting.ts'
import { addAsked } from './invited.ts'
import { addLetters } from './letters.ts'
import { NOON, type Rows, TODAY } from './network.ts'
import { addPapers } from './papers.ts'
import { addPolls } from './polls.ts'
import { addPublished } from './published.ts'
import { addTerms } from './terms.ts'

/** Rules of bodies; series of them with every audience, with days of which some have a meeting of any body, and school holidays; and polls. */
export function addSeries(chance: Chance, network_id: string, rows: Rows): void {
  for (const { id: body_id } of rows.body) {
    for (let number = 1; number <= chance.between(0, 2); number++)
      rows.body_rule.push({
        ...{ network_id, id: chance.id(), body_id, number, valid_from: TODAY, rules: {} as never },
        ...{ created_by: null, created_at: NOON },
      })
    if (chance.once(0.3)) continue
    const id = chance.id()
    rows.meeting_series.push({
      ...{ network_id, id, body_id, name: `Reihe ${id}`, rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO' },
      ...{ first_day: TODAY, until_day: TODAY, audience: chance.of(['public', 'network', 'body', 'board'] as const) },
      ...{ without_administration: chance.once(0.3), created_by: null, created_at: NOON },
    })
    for (const [at, meeting_id] of [null, ...rows.meeting.map(meeting => meeting.id)].entries())
      rows.series_occurrence.push({
        ...{ network_id, id: chance.id(), series_id: id, meeting_id },
        day: `2026-07-${String(at + 10).padStart(2, '0')}`,
      })
  }
  rows.school_holiday.push({ network_id, id: chance.id(), name: 'Ferien', first_day: TODAY, last_day: TODAY })
  addPolls(chance, network_id, rows)
  addAsked(chance, network_id, rows)
  addInMeeting(chance, network_id, rows)
  addCorrections(chance, network_id, rows)
  addConditions(chance, network_id, rows)
  addConsequences(chance, network_id, rows)
  addPublished(chance, network_id, rows)
  addPapers(chance, network_id, rows)
  addLetters(chance, network_id, rows)
  addTerms(chance, network_id, rows)
  addAccount(chance, network_id, rows)
}
