import type { Id, Schema, TableName } from '../../app/ground/schema.ts'
import type { Chance } from './chance.ts'

type Add = <T extends Exclude<TableName, 'network'>>(table: T, row: Omit<Schema[T], 'network_id'>) => void
const AT = '2026-06-15T10:00:00.000Z'

/** Invitations to a meeting with letter, mails, answers and links, and calendar links of the same people. */
export function addInvitations(chance: Chance, add: Add, meeting_id: Id, people: readonly Id[]): void {
  const letter_id = chance.id()
  const said = { sequence: 0, day: '2026-06-15', start_time: null }
  add('invitation_letter', {
    ...{ id: letter_id, meeting_id, kind: 'invitation', wording: null, access: null, sent_by: null, sent_at: AT },
    sequence: 0,
  })
  for (const person_id of chance.some(people, 0.3)) {
    const id = chance.id()
    const of = { invitation_id: id, person_id }
    add('invitation', { id, meeting_id, person_id, guest: chance.once(0.4), created_at: AT, ...said })
    add('invitation_mail', {
      ...{ id: chance.id(), letter_id, outbox_id: chance.id(), bounced_at: null, bounce_reason: null, ...of },
    })
    add('invitation_answer', {
      ...{ id: chance.id(), answer: 'accepted', stand_in: null, note: null, channel: 'link', said_at: null },
      ...{ outdated: false, at: AT, ...of, ...said },
    })
    for (const [purpose, subject_id] of [
      ['invitation.answer', id],
      ['calendar.feed', person_id],
    ] as const) {
      const link = chance.id()
      add('personal_link', {
        ...{ id: link, secret_hash: link, purpose, person_id, addressee: null, subject_id, expires_at: AT },
        ...{ revoked_at: null, created_by: null, created_at: AT },
      })
    }
  }
}
