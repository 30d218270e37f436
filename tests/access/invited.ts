import type { Id } from '../../app/ground/schema.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** A letter to each, and what they answered. `guests` were invited to single items. */
export async function addInvited(rows: RowsOf, meetingId: Id, people: readonly Id[], guests: readonly Id[]) {
  const letter_id = rows.id()
  const said = { sequence: 0, day: '2026-01-15', start_time: null }
  await rows.add('invitation_letter', {
    ...{ id: letter_id, meeting_id: meetingId, kind: 'invitation', wording: rows.words('Brief'), sequence: 0 },
    ...{ access: rows.words('Zugang'), sent_by: null, sent_at: AT },
  })
  for (const person_id of new Set(people)) {
    const id = rows.id()
    const of = { invitation_id: id, person_id }
    await rows.add('invitation', {
      ...{ id, meeting_id: meetingId, person_id, guest: guests.includes(person_id), created_at: AT, ...said },
    })
    await rows.add('invitation_mail', {
      ...{ id: rows.id(), letter_id, outbox_id: rows.id(), bounced_at: null, bounce_reason: null, ...of },
    })
    await rows.add('invitation_answer', {
      ...{ id: rows.id(), answer: 'declined', stand_in: rows.words('Vertretung'), note: null },
      ...{ channel: 'link', said_at: null, outdated: false, at: AT, ...of, ...said },
    })
    await rows.add('personal_link', {
      ...{ id: rows.id(), secret_hash: id, purpose: 'invitation.answer', person_id, addressee: null },
      ...{ subject_id: id, expires_at: AT, revoked_at: null, created_by: null, created_at: AT },
    })
  }
  await addProposals(rows, meetingId, people)
}

/** They propose items as well: one each that waits, one that was declined. The last day was told, with a link each. */
async function addProposals(rows: RowsOf, meeting_id: Id, people: readonly Id[]): Promise<void> {
  await rows.add('proposal_call', {
    ...{ id: rows.id(), meeting_id, until_day: '2026-01-20', wording: rows.words('Bitte'), sent: people.length },
    ...{ called_by: null, called_at: AT },
  })
  for (const person_id of new Set(people)) {
    const said = { meeting_id, person_id, duration: null, channel: 'link' as const, at: AT, answered_by: null }
    const declined = { answer: 'declined' as const, reason: rows.words('Grund'), answered_at: AT }
    const waits = { answer: null, reason: null, answered_at: null }
    for (const state of [waits, declined])
      await rows.add('proposal', {
        ...{ id: rows.id(), title: rows.words('Vorschlag'), why: rows.words('Warum'), ...said, ...state },
      })
    const id = rows.id()
    await rows.add('personal_link', {
      ...{ id, secret_hash: id, purpose: 'proposal.make', person_id, addressee: null },
      ...{ subject_id: meeting_id, expires_at: AT, revoked_at: null, created_by: null, created_at: AT },
    })
  }
}

/** Meetings of a body that are to come and that were called off, with who was invited. */
export async function addAnnounced(rows: RowsOf, bodyId: Id, people: readonly Id[]): Promise<void> {
  for (const [state, audience] of [
    ['scheduled', 'body'],
    ['cancelled', 'public'],
  ] as const) {
    const meeting = await rows.meeting(bodyId, audience, false, state)
    await rows.item(meeting, 0, null, false)
    await addInvited(rows, meeting, people, [])
  }
}

/** Owners were asked before a meeting: somebody who sees little, and somebody outside. */
export async function addAsked(rows: RowsOf, meetingId: Id, bodyId: Id, commitment: Id, personId: Id): Promise<void> {
  const asking_id = rows.id()
  await rows.add('asking', {
    ...{ id: asking_id, meeting_id: meetingId, body_id: bodyId, begun_by: null, begun_at: AT, done_at: AT },
  })
  for (const person_id of [personId, null]) {
    const id = rows.id()
    const addressee = person_id ? null : `${rows.words('Adresse')}@example.org`
    await rows.add('asked', {
      ...{ id, asking_id, person_id, addressee, outbox_id: null, at: AT },
      commitments: JSON.stringify({ [commitment]: null }) as never,
    })
    await rows.add('personal_link', {
      ...{ id: rows.id(), secret_hash: id, purpose: 'commitments.report', person_id, addressee },
      ...{ subject_id: id, expires_at: AT, revoked_at: null, created_by: null, created_at: AT },
    })
  }
}

/** Somebody's own calendar link. */
export async function addCalendar(rows: RowsOf, personId: Id): Promise<void> {
  const id = rows.id()
  await rows.add('personal_link', {
    ...{ id, secret_hash: id, purpose: 'calendar.feed', person_id: personId, addressee: null },
    ...{ subject_id: personId, expires_at: AT, revoked_at: null, created_by: personId, created_at: AT },
  })
}
