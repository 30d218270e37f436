import type { Id, Schema } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'
import type { Expected, Rows, Visitor } from './expected.ts'
import { leads } from './leading.ts'
import { addPublished } from './published.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'
type Of = {
  readonly meetingId: Id
  readonly minutesId: Id
  readonly item: Id
  readonly entry: Id
  readonly commitment: Id
}

/** Minutes that went round, to somebody who sees little among others, and what was proposed at every place. */
export async function addCirculated(rows: RowsOf, of: Of, people: readonly Id[]) {
  const { meetingId, minutesId, item, entry, commitment } = of
  const circulation_id = rows.id()
  await rows.add('circulation', {
    ...{ id: circulation_id, minutes_id: minutesId, until_day: '2026-02-01', begun_by: null, begun_at: AT },
  })
  for (const [at, person_id] of people.entries()) {
    const id = rows.id()
    const sent = { circulation_id, meeting_id: meetingId, person_id, outbox_id: null }
    await rows.add('circulated', { id, guest: at === 0, ...sent })
    await rows.add('personal_link', {
      ...{ id: rows.id(), secret_hash: id, purpose: 'minutes.correct', person_id, addressee: null },
      ...{ subject_id: id, expires_at: AT, revoked_at: null, created_by: null, created_at: AT },
    })
  }
  await addPublished(rows, of)
  await rows.add('frozen_report', {
    ...{ id: rows.id(), minutes_id: minutesId, commitment_id: commitment, wording: rows.words('Zusage') },
    ...{ report: 'under_way', sentence: rows.words('Rückmeldung'), person_id: people[0]!, said_at: AT },
  })
  await rows.add('approval', {
    ...{ id: rows.id(), minutes_id: minutesId, meeting_id: meetingId, day: '2026-02-15', manner: 'as_is' },
    ...{ recorded_by: null, at: AT },
  })
  const places = [
    { entry_id: entry, agenda_item_id: null },
    { entry_id: null, agenda_item_id: item },
    { entry_id: null, agenda_item_id: null },
  ]
  for (const [at, place] of places.entries())
    for (const answer of [null, 'accepted', 'declined'] as const)
      await rows.add('correction', {
        ...{ id: rows.id(), minutes_id: minutesId, circulation_id, ...place, wording: rows.words('Berichtigung') },
        ...{ reason: rows.words('Grund'), person_id: people[at % people.length]!, channel: 'link', proposed_at: AT },
        ...{ answer, word: answer && rows.words('Antwort'), answered_by: null, answered_at: answer && AT },
      })
}

const leadsMinutes = (visitor: Visitor, row: Schema['minutes'], rows: Rows, expected: Expected) =>
  rows.meeting.some(meeting => meeting.id === row.meeting_id && leads(visitor, meeting, rows, expected))

/** Doors of minutes that go round, as tests/access/doors.ts tells the others. */
export const correctionDoors: Readonly<Record<string, DoorCase>> = {
  'get /minutes/:id/corrections': { noun: 'minutes' },
  'get /minutes/:id/approval': { noun: 'minutes', also: leadsMinutes },
  'post /minutes/:id/approval': { noun: 'minutes', fields: { meetingId: '00000000-0000-7000-8000-000000000000' } },
  'post /minutes/:id/circulation': { noun: 'minutes', fields: { untilDay: '2031-01-01' } },
  'post /minutes/:id/corrections': { noun: 'minutes', fields: { at: '', wording: 'X', reason: '' } },
  'post /minutes/:id/corrections/later': { noun: 'minutes', fields: { at: '', wording: 'X', reason: '' } },
  'post /minutes/:id/corrections/:correction/answer': {
    noun: 'minutes',
    fields: { answer: 'accepted', word: 'X' },
  },
  // A mail's link is its own key; features/minutes/corrections proves what it opens.
  'get /links/corrections/:secret': { noun: null, addresses: [] },
  'post /links/corrections/:secret': { noun: null, addresses: [] },
}
