import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import { convertFile } from '../../../ground/converters/convert.ts'
import { documentFormats } from '../../../ground/documents/document.ts'
import { decisionsOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const decided = () =>
  world.database.owner
    .selectFrom('entry')
    .innerJoin('minutes', 'minutes.id', 'entry.minutes_id')
    .innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
    .innerJoin('body', 'body.id', 'meeting.body_id')
    .where('entry.kind', '=', 'decision')
    .select(['entry.content', 'body.id as bodyId', 'body.name', 'meeting.day'])
    .execute()

it('holds every decision of a body in each format, with the day and its result', async () => {
  const coordinator = await world.as('coordinator')
  const all = await decided()
  const { bodyId, name } = all[0]!
  const ours = all.filter(one => one.bodyId === bodyId)
  for (const format of documentFormats) {
    const answer = await coordinator.get(`/bodies/${bodyId}/decisions/${format}`)
    expect(answer.status).toBe(200)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const text = await convertFile(bytes, `register.${format}`)
    if (!text.ok) throw new Error(text.code)
    const plain = text.value.text.replaceAll(/[\\*\s]+/g, ' ')
    expect(plain).toContain(name)
    for (const { content } of ours) expect(plain).toContain(content.replaceAll(/[\\*\s]+/g, ' ').trim())
    expect(plain).toContain('Ergebnis:')
  }
  const csv = await (await coordinator.get(`/bodies/${bodyId}/decisions/csv`)).text()
  const rows = parse(csv, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map(({ Datum }) => Datum)).toEqual(ours.map(({ day }) => day ?? '').sort())
  const page = await (await coordinator.get(`/bodies/${bodyId}`)).text()
  expect(page).toContain(`href="/bodies/${bodyId}/decisions/pdf"`)
})

it('tells the public nothing of minutes that are not theirs, and is not there for who may not know of the body', async () => {
  const visitor = await world.as('public')
  for (const { bodyId, content } of await decided()) {
    const answer = await visitor.get(`/bodies/${bodyId}/decisions/csv`)
    const known = (await visitor.get(`/bodies/${bodyId}`)).status
    expect(answer.status).toBe(known)
    if (answer.status !== 200) continue
    const seen = await world.view('public', viewer => decisionsOf(viewer, bodyId))
    expect((await answer.text()).includes(content)).toBe(seen.some(one => one.content === content))
  }
  const coordinator = await world.as('coordinator')
  expect((await coordinator.get('/bodies/0190abcd-0000-7000-8000-000000000000/decisions/pdf')).status).toBe(404)
})
