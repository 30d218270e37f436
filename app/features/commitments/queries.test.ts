import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/world/database.ts'
import { openWorldOn, type World } from '../../../tests/world/world.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Database } from '../../ground/database.ts'
import { meetingSlots } from '../../server.ts'
import { lettersSentAbout } from '../letters/finds.ts'
import { findMeetingList, meetingPage } from '../meetings/finds.ts'
import { preparation } from '../meetings/preparation/finds.ts'
import { findAsk, findChange, findCommitment, findCommitmentList } from './finds.ts'

/** Signed-in pages ask at most this often, beside the transaction's own questions and who is asking. */
const MOST = 6
const SHARED = /^(?:begin|commit|set |start )|set_config|account_id|"?sign_in"?/i

let world: World
let counted: Database
const statements: string[] = []
beforeAll(async () => {
  const database = await testDatabase()
  counted = await database.openApp({ onQuery: statement => statements.push(statement) })
  world = await openWorldOn({ ...database, app: counted })
})
afterAll(async () => {
  await counted.destroy()
  await world.close()
})

const first = (table: 'commitment' | 'meeting') =>
  world.database.owner
    .selectFrom(table)
    .$if(table === 'meeting', query => query.where('state', '=', 'draft'))
    .select('id')
    .executeTakeFirstOrThrow()

it.each<[string, (viewer: Viewer, ids: { commitment: string; meeting: string }) => Promise<unknown>]>([
  ['commitments', viewer => findCommitmentList(viewer, { list: 'open' })],
  ['a commitment', (viewer, { commitment }) => findCommitment(viewer, commitment, lettersSentAbout)],
  ['its change', (viewer, { commitment }) => findChange(viewer, commitment)],
  ['asking about it', (viewer, { commitment }) => findAsk(viewer, commitment)],
  ['meetings', viewer => findMeetingList(viewer, {})],
  ['what comes to a meeting', (viewer, { meeting }) => preparation(meetingSlots)(viewer, { id: meeting })],
  ['a meeting', (viewer, { meeting }) => meetingPage(meetingSlots)(viewer, { id: meeting })],
])('the page of %s asks seldom', async (_page, find) => {
  const ids = { commitment: (await first('commitment')).id, meeting: (await first('meeting')).id }
  await world.view('coordinator', async viewer => {
    statements.length = 0
    expect(await find(viewer, ids)).toBeTruthy()
  })
  const asked = statements.filter(statement => !SHARED.test(statement))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.length).toBeLessThanOrEqual(MOST)
})
