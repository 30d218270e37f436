import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/world/database.ts'
import { openWorldOn, type World } from '../../../../tests/world/world.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Database } from '../../../ground/database.ts'
import type { Id } from '../../../ground/schema.ts'
import { findLetter } from '../../letters/finds.ts'
import { findAgenda } from '../../meetings/agenda/finds.ts'
import { findItemForm } from '../../meetings/audience/finds.ts'
import { findWriting } from '../../minutes/writing/finds.ts'
import { findFound } from '../../minutes/writing/found/finds.ts'
import { findPreparing } from '../../publications/version/finds.ts'

/** Signed-in pages ask at most this often, beside the transaction's own questions and who is asking. */
const MOST = 6
const SHARED = /^(?:begin|commit|set |start )|set_config|account_id|n\.second_factor|"?sign_in"?/i

let world: World
let counted: Database
const ids: Record<'meeting' | 'item' | 'minutes' | 'letter', Id> = { meeting: '', item: '', minutes: '', letter: '' }
const statements: string[] = []
beforeAll(async () => {
  const database = await testDatabase()
  counted = await database.openApp({ onQuery: statement => statements.push(statement) })
  world = await openWorldOn({ ...database, app: counted })
  const owner = database.owner
  const coordinator = await world.as('coordinator')
  const { id: bodyId } = await owner
    .selectFrom('body')
    .where('kind', '=', 'board')
    .select('id')
    .executeTakeFirstOrThrow()
  const made = async (path: string, fields: Record<string, string>) =>
    (await coordinator.post(path, fields)).headers.get('location')!.split(/[/?#]/)[2]!
  const day = { day: '2027-02-08', audience: 'body', announced: 'yes' }
  ids.meeting = await made('/meetings', { name: 'Sitzung', bodyId, ...day })
  await coordinator.post(`/meetings/${ids.meeting}/agenda`, { title: 'Fachkonferenz' })
  const items = owner.selectFrom('agenda_item').where('meeting_id', '=', ids.meeting)
  ids.item = (await items.where('title', '=', 'Fachkonferenz').select('id').executeTakeFirstOrThrow()).id
  await coordinator.post(`/agenda/${ids.item}/writing`, { text: 'Die Fachkonferenz war gut besucht.', last: '0' })
  const minutes = owner.selectFrom('minutes').innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
  ids.minutes = (await minutes.where('meeting.body_id', '=', bodyId).select('minutes.id').executeTakeFirstOrThrow()).id
  const letter = { kind: 'talk', address: '', subject: 'Fachkonferenz', wording: 'Wir laden ein.' }
  ids.letter = await made('/letters', { ...letter, bodyId, commitmentId: '' })
})
afterAll(async () => {
  await counted.destroy()
  await world.close()
})

it.each<[string, (viewer: Viewer) => Promise<unknown>]>([
  ['an agenda', viewer => findAgenda(viewer, { id: ids.meeting })],
  ['an item of it', viewer => findItemForm(viewer, { id: ids.item })],
  ['writing minutes', viewer => findWriting(viewer, { id: ids.meeting })],
  ['what is recognised in them', viewer => findFound(viewer, { id: ids.item })],
  ['preparing a public version', viewer => findPreparing(viewer, { id: ids.minutes })],
  ['a letter', viewer => findLetter(viewer, { id: ids.letter })],
])('the page of %s asks seldom, though it tells replaced terms', async (_page, find) => {
  await world.view('coordinator', async viewer => {
    statements.length = 0
    expect(await find(viewer)).toBeTruthy()
  })
  const asked = statements.filter(statement => !SHARED.test(statement))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.length).toBeLessThanOrEqual(MOST)
})
