import type { Id, Schema, TableName } from '../../app/ground/schema.ts'
import type { Chance } from './chance.ts'
import type { Rows } from './network.ts'

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
  addProposals(chance, add, meeting_id, people)
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

/** What people of any kind propose for a meeting, with their links, and until when. */
function addProposals(chance: Chance, add: Add, meeting_id: Id, people: readonly Id[]): void {
  const until_day = '2026-06-14'
  add('proposal_call', {
    id: chance.id(),
    meeting_id,
    until_day,
    wording: null,
    sent: 0,
    called_by: null,
    called_at: AT,
  })
  for (const person_id of chance.some(people, 0.3)) {
    add('proposal', {
      ...{ id: chance.id(), meeting_id, person_id, title: 'Vorschlag', why: null, duration: null, channel: 'link' },
      ...{ at: AT, answer: null, reason: null, answered_by: null, answered_at: null },
    })
    const id = chance.id()
    add('personal_link', {
      ...{ id, secret_hash: id, purpose: 'proposal.make', person_id, addressee: null, subject_id: meeting_id },
      ...{ expires_at: AT, revoked_at: null, created_by: null, created_at: AT },
    })
  }
}

/** Owners asked before a meeting, persons and addresses, about commitments of any body. */
export function addAsked(chance: Chance, network_id: string, rows: Rows): void {
  const owed = rows.commitment.map(({ id }) => id)
  for (const { id: meeting_id, body_id } of rows.meeting) {
    if (chance.once(0.4)) continue
    const asking_id = chance.id()
    rows.asking.push({
      ...{ network_id, id: asking_id, meeting_id, body_id, begun_by: null, begun_at: AT, done_at: null },
    })
    for (const person_id of [...chance.some(rows.person, 0.4).map(({ id }) => id), null]) {
      const id = chance.id()
      const commitments = Object.fromEntries(chance.some(owed, 0.4).map(one => [one, null]))
      const addressee = person_id ? null : 'aussen@example.org'
      rows.asked.push({ network_id, id, asking_id, person_id, addressee, commitments, outbox_id: null, at: AT })
      const link = chance.id()
      rows.personal_link.push({
        ...{ network_id, id: link, secret_hash: link, purpose: 'commitments.report', person_id, addressee },
        ...{ subject_id: id, expires_at: AT, revoked_at: null, created_by: null, created_at: AT },
      })
    }
  }
}
