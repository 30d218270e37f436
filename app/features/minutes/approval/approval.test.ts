import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Id } from '../../../ground/schema.ts'
import type { MinutesData } from '../finds.ts'
import type { ApprovalShown } from './contract.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let minutes: Id
let board: Id
let heldOn: string
type Who = Parameters<typeof world.as>[0]

beforeAll(async () => {
  world = await openWorld()
  const row = await world.database.owner
    .selectFrom('minutes')
    .innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
    .innerJoin('body', 'body.id', 'meeting.body_id')
    .where('body.kind', '=', 'board')
    .select(['minutes.id', 'meeting.day', 'body.id as bodyId'])
    .executeTakeFirstOrThrow()
  minutes = row.id
  board = row.bodyId
  heldOn = row.day!
})
afterAll(() => world?.close())

const shown = async (who: Who = 'coordinator') => {
  const answer = await (await world.as(who)).get(`/minutes/${minutes}/approval`, true)
  return { status: answer.status, data: (await answer.json()) as ApprovalShown }
}
const approve = async (fields: Record<string, string>, who: Who = 'coordinator') =>
  (await world.as(who)).post(`/minutes/${minutes}/approval`, fields)
const read = async (who: Who = 'coordinator') =>
  (await (await (await world.as(who)).get(`/minutes/${minutes}`, true)).json()) as MinutesData
const today = () => world.ground.clock.today('Europe/Berlin').toString()
const said = (sentence: string, at: string, commitment: Id) =>
  world.database.owner
    .insertInto('commitment_event')
    .values({
      ...{ network_id: world.network.id, id: crypto.randomUUID(), commitment_id: commitment, kind: 'report' as const },
      ...{ state: null, report: 'under_way' as const, answer: null, sentence, entry_id: null, person_id: null },
      ...{ link_id: null, at },
    })
    .execute()

/** Whether the agenda that controls the minutes leads to them, and to their approval. */
async function ledTo(who: Who): Promise<boolean[]> {
  const items = world.database.owner.selectFrom('agenda_item').where('minutes_id', '=', minutes)
  const { meeting_id } = await items.select('meeting_id').executeTakeFirstOrThrow()
  const page = await (await (await world.as(who)).get(`/meetings/${meeting_id}`)).text()
  return ['', '/approval'].map(path => page.includes(`href="/minutes/${minutes}${path}"`))
}

describe('minutes', () => {
  let meetingId: Id
  let commitment: Id

  it('wait for a later meeting of their body', async () => {
    const { data } = await shown()
    expect(data).toMatchObject({ approval: null, hindered: ['no-meeting'], meetings: [] })
    expect(data.gaps.length).toBeGreaterThan(0)
    const fields = {
      bodyId: board,
      name: 'Nächste Vorstandssitzung',
      day: today(),
      audience: 'board',
      announced: 'yes',
    }
    const answer = await (await world.as('coordinator')).post('/meetings', fields)
    meetingId = answer.headers.get('location')!.split('/')[2]!.split('?')[0]!
    const early = { at: '', wording: 'X', reason: '' }
    const refused = await (await world.as('coordinator')).post(`/minutes/${minutes}/corrections/later`, early)
    expect(refused.status).toBe(409)
    expect((await shown()).data).toMatchObject({ hindered: [], meetings: [{ id: meetingId, day: today() }] })
  })

  it('are led to from the agenda that controls them, for whoever leads the body', async () => {
    expect(await ledTo('coordinator')).toEqual([true, true])
    expect(await ledTo('boardMember')).toEqual([true, false])
  })

  it('are approved by nobody who does not lead the body, and for others there is no such page', async () => {
    expect((await shown('boardMember')).status).toBe(404)
    expect((await shown('public')).status).toBe(404)
    expect((await approve({ meetingId, confirmed: 'yes' }, 'boardMember')).status).toBe(403)
    expect((await approve({ meetingId, confirmed: 'yes' }, 'groupMember')).status).toBe(404)
  })

  it('wait for an answer to every correction', async () => {
    const coordinator = await world.as('coordinator')
    await coordinator.post(`/minutes/${minutes}/circulation`, { untilDay: today() })
    await (await world.as('chair')).post(`/minutes/${minutes}/corrections`, {
      at: '',
      wording: 'Es regnete.',
      reason: '',
    })
    expect((await shown()).data).toMatchObject({ hindered: ['unanswered'], unanswered: 1 })
    const refused = await approve({ meetingId, confirmed: 'yes' })
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('Vorschlag zur Berichtigung')])
    const { id } = await world.database.owner.selectFrom('correction').select('id').executeTakeFirstOrThrow()
    await coordinator.post(`/minutes/${minutes}/corrections/${id}/answer`, { of: id, answer: 'accepted', word: 'Ja.' })
    expect((await shown()).data.hindered).toEqual([])
  })

  it('are refused until somebody says that commitments stay without owner or day, and for no meeting before theirs', async () => {
    const refused = await approve({ meetingId })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('bestätigen Sie')])
    const own = (await read()).minutes.meetingId
    expect((await approve({ meetingId: own, confirmed: 'yes' })).status).toBe(422)
    expect((await read()).minutes.state).toBe('in_review')
  })

  it('keep what was reported until their meeting as it was said, and the commitment lives on', async () => {
    const { owner } = world.database
    const open = owner.selectFrom('commitment').where('body_id', '=', board).select('id')
    commitment = (await open.orderBy('id').executeTakeFirstOrThrow()).id
    await said('Noch vor der Sitzung gesagt.', `${heldOn}T09:00:00Z`, commitment)
    await said('Zu spät für dieses Protokoll.', `${today()}T06:00:00Z`, commitment)
    const { gaps } = (await shown()).data
    expect((await approve({ meetingId, confirmed: 'yes' }, 'chair')).status).toBe(303)
    const { minutes: head, approval, reports, can } = await read()
    expect(head.state).toBe('approved')
    expect(approval).toMatchObject({ manner: 'corrected', day: today(), meetingId })
    expect(reports.map(({ sentence }) => sentence)).toEqual(['Noch vor der Sitzung gesagt.'])
    expect(can).toMatchObject({ approve: false, circulate: false })
    const history = await (await (await world.as('chair')).get(`/commitments/${gaps[0]!.id}`, true)).json()
    expect(history.history.at(-1)).toMatchObject({ kind: 'confirmed' })

    const { wording, revision } = await owner
      .selectFrom('commitment')
      .where('id', '=', commitment)
      .select(['wording', 'revision'])
      .executeTakeFirstOrThrow()
    await owner
      .updateTable('commitment')
      .set({ wording: `${wording} (neu)`, revision: revision + 1 })
      .where('id', '=', commitment)
      .execute()
    expect((await read()).reports[0]).toMatchObject({ wording, commitmentId: commitment })
  })

  it('take a later correction as a record of its own, which stands beside them', async () => {
    const later = async (fields: Record<string, string>, who: Who = 'coordinator') =>
      (await world.as(who)).post(`/minutes/${minutes}/corrections/later`, { at: '', reason: '', ...fields })
    expect((await later({ wording: 'X' }, 'boardMember')).status).toBe(403)
    expect((await later({ wording: 'X', at: `entry-${minutes}` })).status).toBe(404)
    const before = await read()
    expect((await later({ wording: 'Der Beginn war um 14:30 Uhr.' })).status).toBe(303)
    const after = await read()
    expect(after.corrections.find(one => one.later)).toMatchObject({ wording: 'Der Beginn war um 14:30 Uhr.' })
    expect([after.text, after.entries]).toEqual([before.text, before.entries])
    expect(await (await (await world.as('boardMember')).get(`/minutes/${minutes}`)).text()).toContain('14:30 Uhr.')
  })

  it('are approved once, and never changed again', async () => {
    expect((await approve({ meetingId, confirmed: 'yes' })).status).toBe(409)
    expect((await shown()).data.approval).toMatchObject({ day: today() })
    expect(await ledTo('coordinator')).toEqual([true, false])
    const late = await (await world.as('coordinator')).post(`/minutes/${minutes}/circulation`, { untilDay: today() })
    expect(late.status).toBe(409)
    const insert = world.database.owner.insertInto('frozen_report').values({
      ...{ network_id: world.network.id, id: crypto.randomUUID(), minutes_id: minutes, commitment_id: commitment },
      ...{ wording: 'X', report: 'done', sentence: null, person_id: null, said_at: `${today()}T06:00:00Z` },
    })
    await expect(insert.execute()).rejects.toThrow('approved minutes are not changed')
  })
})
