import type { Id } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'
import type { Expected, Rows, Sees } from './expected.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** Two terms of a body: one that holds no longer, and what replaced it. */
export async function addTerms(rows: RowsOf, body_id: Id): Promise<void> {
  const [older, newer] = [rows.id(), rows.id()]
  const made = { body_id, created_by: null, created_at: AT, ended_by: null }
  await rows.add('term', {
    ...{ ...made, id: newer, kind: 'word', wording: rows.words('Heute'), meaning: rows.words('Gemeint') },
    ...{ from_day: '2026-01-16', until_day: null, replaced_by: null, reason: null },
  })
  await rows.add('term', {
    ...{ ...made, id: older, kind: 'position', wording: rows.words('Gestern'), meaning: rows.words('Gemeint') },
    ...{ from_day: '2020-01-16', until_day: '2026-01-15', replaced_by: newer, reason: rows.words('Weil') },
  })
}

type Around = {
  readonly here: (row: { network_id: string }) => boolean
  readonly ofBody: (id: Id) => boolean
  readonly inside: boolean
}
/** A term is for everybody inside who sees its body. */
export const expectedTerms = ({ here, ofBody, inside }: Around): { readonly term: Sees<'term'> } => ({
  term: row => inside && here(row) && ofBody(row.body_id),
})

const counts = (data: { counts: { now: number; before: number } }, expected: Expected, rows: Rows) => {
  const seen = rows.term.filter(row => expected.term(row))
  return [
    ['now', data.counts.now, seen.filter(row => row.until_day === null).length],
    ['before', data.counts.before, seen.filter(row => row.until_day !== null).length],
  ] as const
}
/** Doors of terms, as tests/access/doors.ts tells the others. */
export const termDoors: Readonly<Record<string, DoorCase>> = {
  'get /terms': {
    noun: null,
    addresses: ['/terms?list=now', '/terms?list=before'],
    counts: counts as unknown as NonNullable<DoorCase['counts']>,
  },
  'post /terms': { noun: null, addresses: [] },
  'get /terms/:id': { noun: 'term' },
  'post /terms/:id/replacement': { noun: 'term', fields: { wording: 'X', fromDay: '2026-02-01' } },
  'post /terms/:id/end': { noun: 'term', fields: { untilDay: '2026-02-01', reason: 'X' } },
}
