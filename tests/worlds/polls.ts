import type { Chance } from './chance.ts'
import { NOON, type Rows, TODAY } from './network.ts'

/** Polls of bodies with every audience, whoever is asked in them, some answers and their links. */
export function addPolls(chance: Chance, network_id: string, rows: Rows): void {
  const people = rows.person.map(({ id }) => id)
  for (const { id: body_id } of rows.body) {
    if (chance.once(0.3)) continue
    const poll_id = chance.id()
    rows.poll.push({
      ...{ network_id, id: poll_id, body_id, kind: 'date', question: `Umfrage ${poll_id}`, wording: null, place: null },
      ...{ audience: chance.of(['public', 'network', 'body', 'board'] as const) },
      ...{ without_administration: chance.once(0.3), until_day: TODAY, chosen_id: null, meeting_id: null },
      ...{ closed_by: null, closed_at: null, created_by: null, created_at: NOON },
    })
    const choice = chance.id()
    rows.poll_choice.push({
      ...{ network_id, id: choice, poll_id, position: 0, day: TODAY, start_time: null, end_time: null },
      ...{ label: null, vote: null },
    })
    rows.poll_letter.push({ network_id, id: chance.id(), poll_id, kind: 'question', sent_by: null, sent_at: NOON })
    for (const person_id of chance.some(people, 0.4)) {
      const id = chance.id()
      rows.poll_invitee.push({ network_id, id, poll_id, person_id, outbox_id: null, created_at: NOON })
      rows.poll_answer.push({
        ...{ network_id, id: chance.id(), invitee_id: id, person_id, answers: { [choice]: 'yes' as const } },
        ...{ note: null, channel: 'link', at: NOON },
      })
      const link = chance.id()
      rows.personal_link.push({
        ...{ network_id, id: link, secret_hash: link, purpose: 'poll.answer', person_id, addressee: null },
        ...{ subject_id: id, expires_at: NOON, revoked_at: null, created_by: null, created_at: NOON },
      })
    }
  }
}
