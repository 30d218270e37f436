import type { Id } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'
import type { Sees } from './expected.ts'
import type { RowsOf } from './states.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** Letters of a body in each state, by themselves and about a commitment of it. */
export async function addLetters(rows: RowsOf, body_id: Id, commitment_id: Id | null): Promise<void> {
  for (const state of ['drafted', 'sent'] as const) {
    const [subject, wording, address] = [rows.words('Betreff'), rows.words('Brief'), rows.words('Anschrift')]
    const document = {
      ...{ title: subject, language: 'de', direction: 'ltr' as const, letterhead: null, pages: { page: '', of: '' } },
      ...{ window: { back: '', lines: [address], date: '' } },
      blocks: [{ kind: 'paragraph' as const, label: null, text: wording }],
    }
    const sent = { sent_at: AT, way: 'post' as const, content: JSON.stringify(document) as unknown as typeof document }
    await rows.add('letter', {
      ...{ id: rows.id(), body_id, kind: 'demand', commitment_id, consequence_id: null, language: 'de' },
      ...{ address, subject, wording, revision: 1, state, created_by: null, created_at: AT, sent_by: null },
      ...(state === 'sent' ? sent : { sent_at: null, way: null, content: null }),
    })
  }
}

type Around = {
  /** Of the network, for its members. */
  readonly inside: (row: { network_id: string }) => boolean
  readonly ofBody: (id: Id) => boolean
  readonly leads: (bodyId: Id) => boolean
  readonly ofCommitment: (id: Id) => boolean
}

/** Letters of bodies that one leads: said a second time like everything in expected.ts. */
export const expectedLetters = (around: Around): { readonly letter: Sees<'letter'> } => ({
  letter: row =>
    around.inside(row) &&
    around.ofBody(row.body_id) &&
    around.leads(row.body_id) &&
    (row.commitment_id === null || around.ofCommitment(row.commitment_id)),
})

const words = { address: 'Amt\nOrt', subject: 'X', wording: 'X' }
/** Doors of letters, as tests/access/doors.ts tells the others. */
export const letterDoors: Readonly<Record<string, DoorCase>> = {
  'get /letters': { noun: null },
  'get /letters/new': { noun: null },
  'post /letters': { noun: null, addresses: [] },
  'get /letters/:id': { noun: 'letter' },
  'get /letters/:id/:format': { noun: 'letter', formats: ['pdf', 'docx', 'odt'] },
  'post /letters/:id': { noun: 'letter', fields: { from: '1', ...words } },
  'post /letters/:id/discarding': { noun: 'letter', fields: { from: '1' } },
  'post /letters/:id/sending': { noun: 'letter', fields: { from: '1', way: 'post', approved: 'yes' } },
}
