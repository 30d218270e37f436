import { documentFormats, tableFormats } from '../../app/ground/documents/document.ts'
import type { Schema, TableName } from '../../app/ground/schema.ts'
import { accountDoors } from './account.ts'
import { conditionDoors } from './conditions.ts'
import { consequenceDoors } from './consequences.ts'
import { correctionDoors } from './corrections.ts'
import { deskDoors } from './desk.ts'
import type { Expected, Visitor } from './expected.ts'
import { coordinates, coordinatesSeat, leads, leadsWhole, writes } from './leading.ts'
import { letterDoors } from './letters.ts'
import { meetingDoors } from './meeting-doors.ts'
import { paperDoors } from './papers.ts'
import { publishedDoors } from './published.ts'
import { rulesForm } from './rules.ts'
import { searchDoor } from './search.ts'
import { termDoors } from './terms.ts'

type Noun = Exclude<TableName, 'network'>
type Rows = { readonly [T in TableName]: readonly Schema[T][] }

/** The matrix's row for a door. A door of the house that is not here makes the matrix fail. */
export type DoorCase = {
  /** The record that `:id` names; null for lists and forms. */
  readonly noun: Noun | null
  /** Addresses to try where the path alone is none. */
  readonly addresses?: readonly string[]
  /** What stands in the path beside `:id`: each in turn, so that all are opened, though not all for each record. */
  readonly formats?: readonly string[]
  /** A form that would be accepted from whoever may send it. */
  readonly fields?: Readonly<Record<string, string>>
  /** What is needed beside seeing the record: forms are for those who may send them. */
  readonly also?: (visitor: Visitor, row: never, rows: Rows, expected: Expected) => boolean
  /** Goes on for as long as somebody listens: what is said within a moment is looked at. */
  readonly streams?: true
  /** Counts that the answer gives: what it counts, what it says, what it should say. */
  readonly counts?: (data: never, expected: Expected, rows: Rows) => readonly (readonly [string, number, number])[]
}

const list: DoorCase = { noun: null }
const none: DoorCase = { noun: null, addresses: [] }
const writesItem = (visitor: Visitor, row: Schema['agenda_item'], rows: Rows, expected: Expected) =>
  rows.meeting.some(meeting => meeting.id === row.meeting_id && writes(visitor, meeting, rows, expected))
const leadsDecision = (visitor: Visitor, row: Schema['decision'], rows: Rows, expected: Expected) => {
  const minutes = rows.minutes.find(({ id }) =>
    rows.entry.some(one => one.id === row.entry_id && one.minutes_id === id),
  )
  return rows.meeting.some(meeting => meeting.id === minutes?.meeting_id && leads(visitor, meeting, rows, expected))
}
/** The whole text is for those from whom nothing in it is closed. */
const seesWhole = (_visitor: Visitor, minutes: { id: string }, rows: Rows, expected: Expected) =>
  rows.revision.some(one => {
    const source = rows.source.find(({ id }) => id === one.source_id)
    return one.minutes_id === minutes.id && source !== undefined && expected.source(source)
  })

const commitment = { wording: 'X', owner: 'nobody:', dueOn: '', dueWords: '', revision: '1' }
const person = { name: 'X', email: '', language: 'de' }
/** A form of rules as the page sends it. */
const rules = rulesForm()
const today = { endDate: '2027-01-01' }
const entry = { revision: '1', kind: 'task', text: 'X', from: '1', to: '1' }

/** Which commitments each tab counts; the page's numbers are held against the visitor's own. */
const commitmentCounts = (data: { counts: Record<string, number> }, expected: Expected, rows: Rows) => {
  const seen = rows.commitment.filter(row => expected.commitment(row))
  const open = seen.filter(({ state }) => state === 'open' || state === 'under_way')
  return [
    ['open', data.counts.open!, open.length],
    ['ended', data.counts.ended!, seen.length - open.length],
    ['without-owner', data.counts['without-owner']!, open.filter(row => row.owner_kind === 'nobody').length],
  ] as const
}

export const doorCases: Readonly<Record<string, DoorCase>> = {
  'get /': list,
  'get /imprint': list,
  'get /privacy': list,
  'get /accessibility': list,
  // Settings of the network: there for the coordination, 404 for everybody else (features/network).
  'get /network': list,
  'get /network/change': list,
  'post /network': none,
  'get /network/operator': list,
  'post /network/operator': none,
  // Its lines are the noun journal's; the page is there for whoever is signed in.
  'get /journal': list,
  'get /consents': list,
  'post /consents': none,
  'get /people/:id/consents': { noun: 'person', also: coordinates },
  'post /people/:id/consents': { noun: 'person', fields: { purpose: 'contact', kind: 'given', note: 'X' } },
  'post /people/:id/consents/link': { noun: 'person' },
  // A secret opens it, not a viewer's rights: features/network/consent proves that each opens its own person only.
  'get /links/consent/:secret': none,
  'post /links/consent/:secret': none,

  // Sign-in knows no record: who may see what begins behind it. Its own tests are in features/account.
  'get /sign-in': list,
  'post /sign-in': none,
  'get /sign-in/:token': none,
  'post /sign-in/:token': none,
  'post /sign-out': none,
  // One's own account, found by the session alone.
  'get /account': list,
  'post /account/sessions/end': none,
  'post /account/sessions/:id/end': none,
  'post /people/:id/sign-out': { noun: 'person' },
  'get /account/totp': list,
  'post /account/totp': none,
  'post /account/totp/confirmation': none,
  'post /account/totp/codes': none,
  'post /account/totp/codes/kept': none,
  'post /account/totp/end': none,
  'get /sign-in/code': list,
  'post /sign-in/code': none,
  'post /account/passkeys/options': none,
  'post /account/passkeys': none,
  'get /account/passkeys/:id': none,
  'post /account/passkeys/:id': none,
  'post /account/passkeys/:id/remove': none,
  'post /sign-in/passkey/options': none,
  'post /sign-in/passkey': none,
  'post /sign-in/provider/question': none,
  'get /sign-in/provider/way': none,
  'get /sign-in/provider': list,
  'post /sign-in/provider': none,
  'post /language': none,
  'get /setup': none,
  'post /setup': none,
  // Open to everybody in the demo, and there only.
  'get /outbox': none,
  'get /outbox/:id': none,

  'get /bodies': list,
  'get /bodies/new': list,
  'post /bodies': none,
  'get /bodies/:id': { noun: 'body' },
  'get /bodies/:id/change': { noun: 'body', also: coordinates },
  'post /bodies/:id': {
    noun: 'body',
    fields: {
      name: 'X',
      kind: 'board',
      audience: 'network',
      meetingAudience: 'body',
      shortName: '',
      startDate: '',
      endDate: '',
    },
  },
  'get /bodies/:id/rules': { noun: 'body' },
  'get /bodies/:id/rules/change': { noun: 'body', also: coordinates },
  'post /bodies/:id/rules': { noun: 'body', fields: rules },
  'get /organizations': list,
  'get /organizations/new': list,
  'post /organizations': none,
  'get /organizations/:id': { noun: 'organization' },
  'get /organizations/:id/change': { noun: 'organization', also: coordinates },
  'post /organizations/:id': { noun: 'organization', fields: { name: 'X', kind: 'other', shortName: '', website: '' } },
  'get /people': list,
  'get /people/new': list,
  'post /people': none,
  'get /people/:id': { noun: 'person' },
  'get /people/:id/change': { noun: 'person', also: coordinates },
  'post /people/:id': { noun: 'person', fields: person },
  'get /offices': list,
  'get /offices/new': list,
  'post /offices': none,
  'get /offices/:id': { noun: 'office' },
  'get /offices/:id/change': { noun: 'office', also: coordinates },
  'post /offices/:id': { noun: 'office', fields: { name: 'X', organizationId: '', grants: 'nothing' } },
  'get /offices/:id/holdings/new': { noun: 'office', also: coordinates },
  'post /offices/:id/holdings': { noun: 'office', fields: { personId: '', startDate: '2026-01-01', endDate: '' } },
  'get /holdings/:id/end': { noun: 'office_holding', also: coordinates },
  'post /holdings/:id/end': { noun: 'office_holding', fields: today },
  'get /memberships/new': list,
  'post /memberships': none,
  'get /memberships/:id/end': { noun: 'membership', also: coordinates },
  'get /memberships/:id/reports': { noun: 'membership', also: coordinatesSeat },
  'post /memberships/:id/reports': { noun: 'membership', fields: { reportsToId: '' } },
  'post /memberships/:id/end': { noun: 'membership', fields: today },

  ...meetingDoors,

  'get /readings': list,
  'get /readings/new': list,
  'post /readings': none,
  'get /readings/:id': { noun: 'reading' },
  'post /readings/:id/head': {
    noun: 'reading',
    fields: {
      revision: '1',
      title: 'X',
      bodyId: '',
      body: 'X',
      date: '',
      start: '',
      end: '',
      place: '',
      chair: '',
      minuteTaker: '',
      audience: 'body',
    },
  },
  'post /readings/:id/names': { noun: 'reading', fields: { revision: '1' } },
  'post /readings/:id/judgement': { noun: 'reading', fields: { sure: 'accept' } },
  'post /readings/:id/items': { noun: 'reading', fields: entry },
  'post /readings/:id/items/:item/entry': { noun: 'reading', fields: entry },
  'post /readings/:id/items/:item/attendee': {
    noun: 'reading',
    fields: { revision: '1', name: 'X', state: 'present' },
  },
  'post /readings/:id/items/:item/agenda': {
    noun: 'reading',
    fields: { revision: '1', number: '', title: 'X', level: '1' },
  },
  'post /readings/:id/confirmation': { noun: 'reading', fields: { revision: '1', undecided: 'accept' } },
  'post /readings/:id/discard': { noun: 'reading', fields: { revision: '1' } },
  'get /meetings/:id/writing': { noun: 'meeting', also: writes },
  'get /meetings/:id/projector': { noun: 'meeting', also: writes },
  'get /meetings/:id/writing/live': { noun: 'meeting', also: writes, streams: true },
  'get /agenda/:id/writing/found': { noun: 'agenda_item', also: writesItem },
  'post /agenda/:id/writing': { noun: 'agenda_item', fields: { text: 'X', last: '0' } },
  'post /meetings/:id/writing/finish': { noun: 'meeting' },
  'get /minutes/:id': { noun: 'minutes' },
  ...correctionDoors,
  ...consequenceDoors,
  ...conditionDoors,
  'get /minutes/:id/source': { noun: 'minutes', also: seesWhole },
  'get /bodies/:id/decisions/:format': { noun: 'body', formats: tableFormats },
  'get /minutes/:id/document/:format': { noun: 'minutes', formats: documentFormats },

  'get /commitments': {
    noun: null,
    addresses: ['open', 'overdue', 'without-owner', 'without-date', 'ended'].map(name => `/commitments?list=${name}`),
    counts: commitmentCounts as NonNullable<DoorCase['counts']>,
  },
  'get /commitments.csv': {
    noun: null,
    addresses: ['open', 'overdue', 'without-owner', 'mine', 'ended'].map(name => `/commitments.csv?list=${name}`),
  },
  'get /commitments/new': list,
  'post /commitments': none,
  'get /commitments/:id': { noun: 'commitment' },
  'get /commitments/:id/change': { noun: 'commitment', also: leads },
  'get /commitments/:id/ask': { noun: 'commitment', also: leads },
  'post /commitments/:id': { noun: 'commitment', fields: commitment },
  'post /commitments/:id/state': { noun: 'commitment', fields: { revision: '1', state: 'done', reason: '' } },
  'post /commitments/:id/reports': { noun: 'commitment', fields: { report: 'done', sentence: '' } },
  'post /commitments/:id/answers': {
    noun: 'commitment',
    fields: { answer: 'evasive', givenOn: '2026-01-10', source: 'letter' },
  },
  'post /commitments/:id/links': {
    noun: 'commitment',
    fields: { wording: 'X', approved: 'yes', to: '', address: 'a@example.org' },
  },
  'post /commitments/:id/links/:linkId/revocation': { noun: 'commitment' },
  'get /meetings/:id/asking': { noun: 'meeting', also: leadsWhole },
  'post /meetings/:id/asking': { noun: 'meeting' },
  // A mail's link is its own key; features/commitments/asking proves what it opens.
  'get /links/commitments/:secret': none,
  'post /links/commitments/:secret': none,
  'get /public': list,
  ...{ ...paperDoors, ...letterDoors, ...termDoors, ...accountDoors, ...publishedDoors, ...deskDoors },
  'get /search': searchDoor,
  'get /commitments/:id/publish': { noun: 'commitment', also: leads },
  'post /commitments/:id/publish': { noun: 'commitment', fields: { wording: 'X', approved: 'yes' } },
  'get /decisions/:id/publish': { noun: 'decision', also: leadsDecision },
  'post /decisions/:id/publish': { noun: 'decision', fields: { wording: 'X', approved: 'yes' } },
  'get /meetings/:id/publish': { noun: 'meeting', also: leadsWhole },
  'post /meetings/:id/publish': { noun: 'meeting', fields: { wording: 'X', approved: 'yes' } },
  // A personal link is its own key; features/commitments/link proves what it opens.
  'get /links/:secret': none,
  'post /links/:secret': none,
  'post /links/:secret/answers': none,

  // Data protection: the coordination's desk, and each person's own page, found by who is signed in.
  'get /privacy/overview': list,
  'get /privacy/me': list,
  'post /privacy/me/access': none,
  'post /privacy/me/erasure': none,
  'get /privacy/requests/:id/archive': { noun: 'access_request' },
  'get /privacy/people/:id': { noun: 'person', also: coordinates },
  'post /privacy/people/:id/access': { noun: 'person' },
  'get /privacy/people/:id/erasure': { noun: 'person', also: coordinates },
  'post /privacy/people/:id/erasure': { noun: 'person', fields: { name: 'X' } },
  'post /privacy/erasures/:id/decline': { noun: 'erasure', fields: { reason: 'X' } },
  'get /privacy/retention': list,
  'post /privacy/retention/periods': none,
  'post /privacy/retention/holds': none,
  'post /privacy/retention/holds/:id/lift': { noun: 'retention_hold' },
  'get /privacy/processing': list,
}
