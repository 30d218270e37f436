import { tableFormats } from '../../app/ground/documents/document.ts'
import type { Schema } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'
import type { Expected, Rows, Visitor } from './expected.ts'
import { belongsWhole, callsFor, comesTo, leadsStanding, leadsWhole } from './leading.ts'

const list: DoorCase = { noun: null }
const none: DoorCase = { noun: null, addresses: [] }
/** What happens at a meeting is for the network, once it is announced. */
const takesPlace = (_visitor: Visitor, row: Schema['meeting'], _rows: Rows, expected: Expected) =>
  expected.whole(row) && expected.facts.belongs && (row.state === 'scheduled' || row.state === 'held')
const leadsItem = (visitor: Visitor, row: Schema['agenda_item'], rows: Rows, expected: Expected) =>
  rows.meeting.some(meeting => meeting.id === row.meeting_id && leadsWhole(visitor, meeting, rows, expected))

/** What was voted on stands where the item does, in a meeting that takes place and is seen as a whole. */
const votesOn = (visitor: Visitor, row: Schema['agenda_item'], rows: Rows, expected: Expected) =>
  rows.meeting.some(meeting => meeting.id === row.meeting_id && takesPlace(visitor, meeting, rows, expected))
const meeting = { name: 'X', bodyId: '', day: '', startTime: '', endTime: '', place: '', audience: 'network' }

/** Doors of meetings, as tests/access/doors.ts tells the others. */
export const meetingDoors: Readonly<Record<string, DoorCase>> = {
  'get /meetings': list,
  'get /meetings/new': list,
  'post /meetings': none,
  'get /meetings/:id': { noun: 'meeting' },
  'get /meetings/:id/agenda/:format': { noun: 'meeting', formats: tableFormats },
  'get /meetings/:id/attendance': { noun: 'meeting', also: takesPlace },
  'post /meetings/:id/attendance': { noun: 'meeting', fields: { state: 'none' } },
  'post /meetings/:id/attendance/times': { noun: 'meeting', fields: { cameAt: '' } },
  'post /meetings/:id/attendance/guests': { noun: 'meeting', fields: { name: 'X' } },
  'post /meetings/:id/quorum': { noun: 'meeting', fields: { said: 'second' } },
  'get /meetings/:id/votes': { noun: 'meeting', also: takesPlace },
  'get /agenda/:id/votes': { noun: 'agenda_item', also: votesOn },
  'post /agenda/:id/votes': { noun: 'agenda_item', fields: { question: 'X', yes: '1' } },
  'post /agenda/:id/votes/:vote/withdrawal': { noun: 'agenda_item', fields: { reason: 'X' } },
  'post /agenda/:id/elections': { noun: 'agenda_item', fields: { post: 'X', candidates: 'X' } },
  'post /agenda/:id/elections/:election/candidacies': { noun: 'agenda_item', fields: { name: 'X' } },
  'post /agenda/:id/elections/:election/rounds': { noun: 'agenda_item', fields: { no: '1' } },
  'post /agenda/:id/candidacies/:candidacy/check': { noun: 'agenda_item', fields: { fulfils: 'yes' } },
  'post /agenda/:id/candidacies/:candidacy/removal': { noun: 'agenda_item' },
  'post /agenda/:id/candidacies/:candidacy/answer': { noun: 'agenda_item', fields: { answer: 'accepted' } },
  'get /meetings/:id/attendance-list/:format': { noun: 'meeting', also: leadsWhole, formats: tableFormats },
  'get /meetings/:id/change': { noun: 'meeting', also: leadsStanding },
  'get /meetings/:id/readers': { noun: 'meeting', also: leadsWhole },
  'get /meetings/:id/agenda': { noun: 'meeting', also: leadsStanding },
  'post /meetings/:id/agenda': { noun: 'meeting', fields: { title: 'X' } },
  'get /meetings/:id/preparation': { noun: 'meeting', also: comesTo },
  'post /meetings/:id/preparation': { noun: 'meeting', fields: { group: '00000000-0000-7000-8000-000000000000' } },
  'get /meetings/:id/proposals': { noun: 'meeting', also: belongsWhole },
  'post /meetings/:id/proposals': { noun: 'meeting', fields: { title: 'X' } },
  'get /meetings/:id/proposals/call': { noun: 'meeting', also: callsFor },
  'post /meetings/:id/proposals/call': { noun: 'meeting', fields: { untilDay: '2031-01-01' } },
  'get /proposals/:id': { noun: 'proposal' },
  'post /proposals/:id/acceptance': { noun: 'proposal' },
  'post /proposals/:id/refusal': { noun: 'proposal', fields: { reason: 'X' } },
  // A mail's link is its own key; features/meetings/proposal proves what it opens.
  'get /links/proposals/:secret': none,
  'post /links/proposals/:secret': none,
  'post /agenda/:id/content': { noun: 'agenda_item', fields: { title: 'X' } },
  'post /agenda/:id/place': { noun: 'agenda_item', fields: { place: 'up' } },
  'post /agenda/:id/removal': { noun: 'agenda_item' },
  'get /agenda/:id/change': { noun: 'agenda_item', also: leadsItem },
  'post /agenda/:id': { noun: 'agenda_item', fields: { audience: 'body' } },
  'post /meetings/:id': { noun: 'meeting', fields: meeting },

  'get /meetings/:id/invitation': { noun: 'meeting', also: leadsWhole },
  'post /meetings/:id/invitation': { noun: 'meeting', fields: { kind: 'update' } },
  'post /meetings/:id/invitation/reminder': { noun: 'meeting' },
  'post /meetings/:id/invitation/mails/:mailId/retry': { noun: 'meeting' },
  'post /meetings/:id/answer': { noun: 'meeting', fields: { answer: 'accepted', day: '', startTime: '' } },
  'get /meetings/:id/cancellation': { noun: 'meeting', also: leadsWhole },
  'post /meetings/:id/cancellation': { noun: 'meeting', fields: { reason: 'X' } },
  // A letter's link is its own key; features/meetings/invitation proves what it opens.
  'get /links/invitation/:secret': none,
  'post /links/invitation/:secret': none,
  'get /calendar': list,
  'get /calendar.ics': list,
  'get /bodies/:id/calendar.ics': { noun: 'body' },
  // A secret opens it; features/meetings/calendar proves that it shows what its person sees.
  'get /links/calendar/:secret/calendar.ics': none,
  'get /calendar/links/:secret': none,
  'post /calendar/links': none,
  'post /calendar/links/:id/revocation': none,
  'get /polls': list,
  'get /polls/new': list,
  'post /polls': none,
  'get /polls/:id': { noun: 'poll' },
  'post /polls/:id/answer': { noun: 'poll', fields: { note: 'X' } },
  'post /polls/:id/reminder': { noun: 'poll' },
  'post /polls/:id/closing': { noun: 'poll', fields: { choice: '' } },
  // A mail's link is its own key; features/meetings/poll proves what it opens.
  'get /links/poll/:secret': none,
  'post /links/poll/:secret': none,
  'get /series/new': list,
  'post /series': none,
  'get /series/:id': { noun: 'meeting_series' },
  'get /school-holidays': list,
  'post /school-holidays': none,
}
