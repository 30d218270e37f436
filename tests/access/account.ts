import type { Id, Schema } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'
import type { Expected, Rows, Sees, Visitor } from './expected.ts'
import { leads } from './leading.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** Entries of a commitment for the public account: withdrawn, public, and one that waits, each with a statement. */
export async function addAccount(rows: RowsOf, commitment_id: Id): Promise<Id> {
  const stands = [
    { published_at: AT, withdrawn_at: AT, withdrawn_reason: 'X' },
    { published_at: AT, withdrawn_at: null, withdrawn_reason: null },
    { published_at: null, withdrawn_at: null, withdrawn_reason: null },
  ]
  for (const stand of stands) {
    const id = rows.id()
    const answer = { on: '2026-01-10', answer: 'promised', wording: rows.words('Antwort'), office: null }
    const step = { kind: 'state', day: '2026-01-03', state: 'raised', sentence: rows.words('Schritt') }
    await rows.add('account_entry', {
      ...{ id, commitment_id, authority_id: id, authority: rows.words('Amt'), wording: rows.words('Forderung') },
      ...{ asked_on: '2026-01-02', due_on: '2026-01-12', state: 'open', answered_on: '2026-01-10' },
      ...{ promised_on: '2026-01-10', kept_on: null, marked_on: null, answers: JSON.stringify([answer]) },
      ...{ side: 'authority', line: JSON.stringify([step]), proposed_by: null },
      ...{ proposed_at: AT, public_from: '2026-01-16', published_by: null, withdrawn_by: null, ...stand },
    })
    await rows.add('account_statement', {
      ...{ id: rows.id(), entry_id: id, number: 1, content: rows.words('Stellungnahme'), said_at: AT },
    })
  }
  return commitment_id
}

type Around = {
  readonly here: (row: { network_id: string }) => boolean
  readonly commitment: Sees<'commitment'>
  readonly facts: Expected['facts']
}
type Account = {
  readonly account_entry: Sees<'account_entry'>
  readonly account_statement: Sees<'account_statement'>
}
const isPublic = (row: Schema['account_entry']) => row.published_at !== null && row.withdrawn_at === null

/** What is public is for everybody, the rest for who leads the body and sees the commitment. */
export function expectedAccount(rows: Rows, { here, commitment, facts }: Around): Account {
  const account_entry: Sees<'account_entry'> = row => {
    if (!here(row)) return false
    if (isPublic(row)) return true
    const of = rows.commitment.find(({ id }) => id === row.commitment_id)!
    return commitment(of) && (facts.coordinator || facts.leads.includes(of.body_id))
  }
  return {
    account_entry,
    account_statement: row =>
      here(row) && rows.account_entry.some(one => one.id === row.entry_id && account_entry(one)),
  }
}

const isTold = (visitor: Visitor, row: Schema['commitment'], rows: Rows, expected: Expected) =>
  leads(visitor, row, rows, expected) && row.answers_id === null && row.owner_kind !== 'nobody'
const propose = { wording: 'X', askedOn: '2026-01-02', email: 'amt@stadt.example', days: '14', approved: 'yes' }

/** Doors of the public account, as tests/access/doors.ts tells the others. */
export const accountDoors: Readonly<Record<string, DoorCase>> = {
  'get /accountability': { noun: null },
  'get /accountability/entries': { noun: null },
  // Everything public in one: which entries stand in them is told at the pages and by features/accountability.
  'get /accountability.csv': { noun: null },
  'get /accountability.json': { noun: null },
  'get /accountability.atom': { noun: null },
  'get /embed/accountability': { noun: null },
  'get /accountability/:id': {
    noun: 'account_entry',
    // The door's id is the authority's: in addAccount that of its only entry, in the demo it is a body.
    also: (_visitor: Visitor, row: Schema['account_entry']) => isPublic(row) && row.authority_id === row.id,
  },
  'get /commitments/:id/account': { noun: 'commitment', also: isTold },
  'post /commitments/:id/account': { noun: 'commitment', fields: propose },
  'post /accountability/entries/:id/publication': { noun: 'account_entry' },
  'post /accountability/entries/:id/withdrawal': { noun: 'account_entry', fields: { reason: 'X' } },
  // A secret opens it, not a viewer's rights: features/accountability proves that it opens its own entry only.
  'get /links/accountability/:secret': { noun: null, addresses: [] },
  'post /links/accountability/:secret': { noun: null, addresses: [] },
}
