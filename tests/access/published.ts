import { documentFormats } from '../../app/ground/documents/document.ts'
import type { Id, Schema } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'
import type { Expected, Rows, Sees, Visitor } from './expected.ts'
import type { Facts } from './facts.ts'
import { leads } from './leading.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** What is published of minutes, with the words that a stranger reads there. */
const contentOf = (word: string) => ({
  ...{ bodyName: word, day: null, startTime: null, endTime: null, place: null, apart: [] },
  attendance: { named: [], count: 3, voting: 2 },
  items: [{ number: '1', title: word, level: 1, entries: [] }],
})

/** Minutes published, withdrawn and published again, and what was decided about places of theirs. */
export async function addPublished(rows: RowsOf, of: { minutesId: Id; item: Id; entry: Id }): Promise<void> {
  for (const withdrawn_at of [AT, null]) {
    const publication_id = rows.id()
    await rows.add('publication', {
      ...{ id: publication_id, noun: 'minutes', subject_id: of.minutesId, door: 'public', approved_by: null },
      ...{ wording: rows.words('Überschrift'), approved_at: AT, withdrawn_by: null, withdrawn_at },
    })
    await rows.add('public_version', {
      ...{ id: rows.id(), publication_id, minutes_id: of.minutesId, approved_on: null },
      content: JSON.stringify(contentOf(rows.words('Öffentliches'))),
    })
  }
  const places = [
    { entry_id: of.entry, agenda_item_id: null },
    { entry_id: null, agenda_item_id: of.item },
  ]
  for (const [at, place] of places.entries())
    await rows.add('public_passage', {
      ...{ id: rows.id(), minutes_id: of.minutesId, ...place, number: at + 1, wording: rows.words('Fassung') },
      ...{ about: 'X', decided_by: null, decided_at: AT },
    })
}

type Around = {
  readonly here: (row: { network_id: string }) => boolean
  readonly entry: Sees<'entry'>
  readonly agendaItem: Sees<'agenda_item'>
  readonly ofCommitment: (id: Id) => boolean
  readonly ofEntry: (id: Id) => boolean
  readonly ofMinutes: (id: Id) => boolean
  readonly inMeeting: (id: Id) => object | null
  readonly leadsMeeting: (id: Id) => boolean
}
type Published = {
  readonly publication: Sees<'publication'>
  readonly public_version: Sees<'public_version'>
  readonly public_passage: Sees<'public_passage'>
}

/** What was published and what is prepared for it, said a second time like everything in expected.ts. */
export function expectedPublished(rows: Rows, who: Facts, around: Around): Published {
  const { here, entry, agendaItem, ofCommitment, ofEntry, ofMinutes, inMeeting, leadsMeeting } = around
  const publication: Sees<'publication'> = row => {
    if (!here(row)) return false
    if (row.door === 'public' && row.withdrawn_at === null) return true
    if (row.withdrawn_at !== null && !who.coordinator) return false
    if (row.noun === 'decision') return ofEntry(row.subject_id)
    if (row.noun === 'minutes') return ofMinutes(row.subject_id)
    return row.noun === 'meeting' ? inMeeting(row.subject_id) !== null : ofCommitment(row.subject_id)
  }
  return {
    publication,
    public_version: row => here(row) && rows.publication.some(one => one.id === row.publication_id && publication(one)),
    public_passage: row => {
      const minutes = rows.minutes.find(({ id }) => id === row.minutes_id)!
      if (!here(row) || !ofMinutes(minutes.id) || !leadsMeeting(minutes.meeting_id)) return false
      const line = rows.entry.find(({ id }) => id === row.entry_id)
      return line ? entry(line) : agendaItem(rows.agenda_item.find(({ id }) => id === row.agenda_item_id)!)
    },
  }
}

const leadsMinutes = (visitor: Visitor, row: Schema['minutes'], rows: Rows, expected: Expected) =>
  rows.meeting.some(meeting => meeting.id === row.meeting_id && leads(visitor, meeting, rows, expected))
const isPublic = (_visitor: Visitor, row: Schema['publication'], rows: Rows) =>
  row.door === 'public' && row.withdrawn_at === null && rows.public_version.some(one => one.publication_id === row.id)

/** Doors of public minutes, as tests/access/doors.ts tells the others. */
export const publishedDoors: Readonly<Record<string, DoorCase>> = {
  'get /publications': { noun: null },
  'post /publications/:id/withdrawal': { noun: 'publication' },
  'get /minutes/:id/public': { noun: 'minutes', also: leadsMinutes },
  'post /minutes/:id/public': { noun: 'minutes', fields: { wording: 'X', draft: 'yes', approved: 'yes' } },
  'post /minutes/:id/public/passages': {
    noun: 'minutes',
    fields: { at: 'entry-00000000-0000-7000-8000-000000000000', choice: 'remove', wording: '' },
  },
  'get /public/minutes/:id': { noun: 'publication', also: isPublic },
  'get /public/minutes/:id/document/:format': { noun: 'publication', also: isPublic, formats: documentFormats },
}
