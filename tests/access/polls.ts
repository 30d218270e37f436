import type { Id } from '../../app/ground/schema.ts'
import { personas } from '../../demo/network.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** Polls of a body for each audience, open and closed to the administration, of dates and of opinions. */
export async function addPolls(
  rows: RowsOf,
  bodies: readonly { id: Id }[],
  people: readonly { id: Id; name: string }[],
): Promise<void> {
  const asked = people.filter(({ name }) => ASKED.includes(name)).map(({ id }) => id)
  for (const { id } of bodies) await addPollsOf(rows, id, asked)
}
const ASKED: readonly string[] = [personas.guest, personas.official, personas.delegate].map(({ name }) => name)

async function addPollsOf(rows: RowsOf, body_id: Id, people: readonly Id[]): Promise<void> {
  for (const audience of ['public', 'network', 'body', 'board'] as const)
    for (const without_administration of [false, true]) {
      const poll_id = rows.id()
      const kind = without_administration ? 'opinion' : 'date'
      await rows.add('poll', {
        ...{ id: poll_id, body_id, kind, question: rows.words('Umfrage'), wording: rows.words('Anlass') },
        ...{ place: rows.words('Ort'), audience, without_administration, until_day: '2031-01-10', chosen_id: null },
        ...{ meeting_id: null, closed_by: null, closed_at: null, created_by: null, created_at: AT },
      })
      const choice = rows.id()
      const date = { day: '2031-02-01', start_time: null, end_time: null, label: null, vote: null }
      await rows.add('poll_choice', {
        ...{ id: choice, poll_id, position: 0, ...date },
        ...(kind === 'date' ? {} : { day: null, label: rows.words('Vorschlag') }),
      })
      await rows.add('poll_letter', { id: rows.id(), poll_id, kind: 'question', sent_by: null, sent_at: AT })
      for (const person_id of people) {
        const id = rows.id()
        await rows.add('poll_invitee', { id, poll_id, person_id, outbox_id: null, created_at: AT })
        await rows.add('poll_answer', {
          ...{ id: rows.id(), invitee_id: id, person_id, answers: JSON.stringify({ [choice]: 'yes' }) as never },
          ...{ note: rows.words('Anmerkung'), channel: 'link', at: AT },
        })
        await rows.add('personal_link', {
          ...{ id: rows.id(), secret_hash: id, purpose: 'poll.answer', person_id, addressee: null },
          ...{ subject_id: id, expires_at: AT, revoked_at: null, created_by: null, created_at: AT },
        })
      }
    }
}
