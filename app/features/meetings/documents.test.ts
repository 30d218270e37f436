import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../tests/world/world.ts'
import { convertFile } from '../../ground/converters/convert.ts'
import { documentFormats } from '../../ground/documents/document.ts'
import { writeDocument } from '../../ground/documents/write.ts'
import { agendaDocument } from './agenda/documents.ts'
import type { MeetingList, MeetingShown } from './contract.ts'

let world: World
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world.close())

const meetings = async () => (await (await coordinator.get('/meetings', true)).json()) as MeetingList
const pageOf = async (id: string) => (await (await coordinator.get(`/meetings/${id}`, true)).json()) as MeetingShown

async function textOf(path: string): Promise<string> {
  const answer = await coordinator.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  const name = `datei.${path.slice(path.lastIndexOf('/') + 1)}`
  const text = await convertFile(new Uint8Array(await answer.arrayBuffer()), name)
  if (!text.ok) throw new Error(`${path}: ${text.code}`)
  return text.value.text.replaceAll(/[\\*|\s]+/g, ' ')
}

it('tells the agenda with what is still open, in every format', async () => {
  const { coming } = await meetings()
  const draft = coming.find(({ body, state }) => body?.name === 'Offene Runde' && state === 'draft')!
  const { agenda, name } = await pageOf(draft.id)
  for (const format of documentFormats) {
    const text = await textOf(`/meetings/${draft.id}/agenda/${format}`)
    expect(text).toContain(`Tagesordnung: ${name}`)
    for (const { number, title, commitments } of agenda) {
      expect(text).toContain(title)
      expect(text).toContain(number!)
      // Cells stand side by side in a PDF: what takes several lines there is not read as one.
      for (const { owner } of commitments ?? []) expect(text).toContain((owner.name ?? 'noch niemand').split(' ')[0])
    }
  }
  const csv = await (await coordinator.get(`/meetings/${draft.id}/agenda/csv`)).text()
  const rows = parse(csv, { delimiter: ';', bom: true, from: 2 }) as string[][]
  expect(rows).toEqual(agenda.map(({ number, title }) => [number, title]))
})

it('lists who is on record to sign, before that the members, and only for who prepares the meeting', async () => {
  const { coming, held } = await meetings()
  const past = held.find(({ minutesId }) => minutesId !== null)!
  const { attendance } = await pageOf(past.id)
  for (const format of documentFormats) {
    const text = await textOf(`/meetings/${past.id}/attendance-list/${format}`)
    expect(text).toContain('Unterschrift')
    for (const { name } of attendance!) for (const word of name.split(' ')) expect(text).toContain(word)
  }
  const next = coming.find(({ name }) => name === 'Sitzung Vorstand')!
  const members = await world.database.owner
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.body_id', '=', next.body!.id)
    .where('membership.end_date', 'is', null)
    .select('person.name')
    .execute()
  expect(members.length).toBeGreaterThan(0)
  const csv = await (await coordinator.get(`/meetings/${next.id}/attendance-list/csv`)).text()
  const rows = parse(csv, { delimiter: ';', bom: true }) as string[][]
  expect(rows[0]).toEqual(['Name', 'Vertritt'])
  for (const { name } of members) expect(rows.map(([cell]) => cell)).toContain(name)
  for (const persona of ['public', 'guest', 'official'] as const)
    expect((await (await world.as(persona)).get(`/meetings/${next.id}/attendance-list/pdf`)).status).toBe(404)
})

it.each(documentFormats)('runs from right to left in Arabic, as %s', async format => {
  const { coming } = await meetings()
  const meeting = await pageOf(coming[0]!.id)
  const letter = { language: 'ar', direction: 'rtl', letterhead: null, pages: { page: 'صفحة', of: 'من' } } as const
  const { document } = agendaDocument(meeting, letter)
  const text = await convertFile(await writeDocument(document, format, null), `a.${format}`)
  if (!text.ok) throw new Error(text.code)
  // Words with lam-alef are measured by the figure `arabic`: PDF readers differ in how they read that sign.
  for (const word of ['جدول', 'الموضوع', meeting.agenda[0]!.title]) expect(text.value.text).toContain(word)
})
