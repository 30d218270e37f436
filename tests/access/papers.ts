import type { Audience, Id } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'
import type { Expected, Rows, Sees } from './expected.ts'
import { addLetters } from './letters.ts'
import type { RowsOf } from './states.ts'
import { addSupport, supportDoors } from './support.ts'

const AT = '2026-01-16T12:00:00.000Z'
const DAY = '2026-01-16'

/** Papers of a body for every audience, with and without the administration, and everything that hangs on one; and its letters. */
export async function addPapers(rows: RowsOf, body_id: Id): Promise<void> {
  for (const audience of ['network', 'body', 'board'] as const)
    for (const without_administration of [false, true]) {
      const paper_id = rows.id()
      const said = { paper_id, number: 1, person_id: null, at: AT }
      await rows.add('paper', {
        ...{ id: paper_id, body_id, paper_type: 'demand', name: rows.words('Forderung'), commitment_id: null },
        ...{ audience, without_administration, created_by: null, created_at: AT },
      })
      await rows.add('paper_version', {
        id: rows.id(),
        ...said,
        wording: rows.words('Fassung'),
        note: rows.words('Neu'),
      })
      await rows.add('paper_state', {
        id: rows.id(),
        ...said,
        state: 'raised',
        day: DAY,
        sentence: rows.words('Grund'),
      })
      await rows.add('paper_event', {
        ...{ id: rows.id(), ...said, kind: 'call', day: DAY, whom: rows.words('Mit'), sentence: rows.words('Anruf') },
        count: null,
      })
      await addSupport(rows, paper_id)
      await rows.add('consultation', {
        ...{ id: rows.id(), ...said, body_id: null, organization_id: null, body_name: rows.words('Rat'), day: DAY },
        ...{ role: 'decision', result: 'partly', result_day: DAY, sentence: rows.words('Beschlossen') },
        ...{ source: rows.words('Drucksache'), result_by: null, result_at: AT },
      })
    }
  await addLetters(rows, body_id, null)
}

type Around = {
  readonly here: (row: { network_id: string }) => boolean
  readonly ofBody: (id: Id) => boolean
  readonly notHidden: (row: { without_administration: boolean }) => boolean
  readonly leads: (bodyId: Id) => boolean
  readonly reaches: (audience: Audience, bodyId: Id) => boolean
}
type Papers = {
  readonly paper: Sees<'paper'>
  readonly paper_version: Sees<'paper_version'>
  readonly paper_state: Sees<'paper_state'>
  readonly paper_event: Sees<'paper_event'>
  readonly consultation: Sees<'consultation'>
  readonly signing: Sees<'signing'>
  readonly signature: Sees<'signature'>
}

/** A paper and what hangs on it, said a second time like everything in expected.ts. */
export function expectedPapers(rows: Rows, { here, ofBody, notHidden, leads, reaches }: Around): Papers {
  const paper: Sees<'paper'> = row =>
    here(row) && ofBody(row.body_id) && notHidden(row) && reaches(row.audience, row.body_id)
  const ofPaper = (row: { network_id: string; paper_id: Id }) =>
    here(row) && rows.paper.some(one => one.id === row.paper_id && paper(one))
  // A name that may be told goes with the paper; all others are for those who lead the body.
  const signature: Sees<'signature'> = row =>
    ofPaper(row) && (row.named || leads(rows.paper.find(({ id }) => id === row.paper_id)!.body_id))
  return {
    ...{ paper, paper_version: ofPaper, paper_state: ofPaper, paper_event: ofPaper, consultation: ofPaper },
    ...{ signing: ofPaper, signature },
  }
}

/** How many papers stand in each list, of those that the visitor sees. */
const counts = (data: { counts: Record<string, number> }, expected: Expected, rows: Rows) => {
  const seen = rows.paper.filter(row => expected.paper(row))
  return [['all', data.counts.all!, seen.length]] as const
}
/** Doors of papers, as tests/access/doors.ts tells the others. */
export const paperDoors: Readonly<Record<string, DoorCase>> = {
  'get /papers': {
    noun: null,
    addresses: ['/papers?list=all', '/papers?list=open'],
    counts: counts as NonNullable<DoorCase['counts']>,
  },
  'get /papers/new': { noun: null },
  'post /papers': { noun: null, addresses: [] },
  'get /papers/:id': { noun: 'paper' },
  'get /papers/:id/versions': { noun: 'paper' },
  'post /papers/:id/versions': { noun: 'paper', fields: { from: '1', wording: 'X' } },
  ...supportDoors,
  'post /papers/:id/state': { noun: 'paper', fields: { state: 'won', since: DAY } },
  'post /papers/:id/events': { noun: 'paper', fields: { kind: 'call', day: DAY, sentence: 'X' } },
  'post /papers/:id/consultations': { noun: 'paper', fields: { bodyName: 'X', role: 'decision' } },
  'post /papers/:id/consultations/:consultation/result': {
    noun: 'paper',
    fields: { result: 'accepted', resultDay: DAY },
  },
}
