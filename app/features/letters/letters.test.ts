import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { World } from '../../../tests/world/world.ts'
import { convertFile } from '../../ground/converters/convert.ts'
import { inNetwork } from '../../ground/database.ts'
import type { Id } from '../../ground/schema.ts'
import { reactions } from '../../server.ts'
import { fireConsequences } from '../commitments/consequence/jobs.ts'
import type { LetterList, LetterNewShown, LetterShown } from './contract.ts'
import { addressLines, fitsWindow, letterFormats, mayBePosted } from './model.ts'

let world: World
let bodyId: Id
let commitmentId: Id
beforeAll(async () => {
  world = await openWorld()
  const open = await owner()
    .selectFrom('commitment')
    .where('state', '=', 'open')
    .select(['id', 'body_id'])
    .executeTakeFirstOrThrow()
  commitmentId = open.id
  bodyId = open.body_id
})
afterAll(() => world.close())

const owner = () => world.database.owner
const ADDRESS = 'Amt für Schule\nMarktplatz 1\n99999 Auenfurt'
const words = {
  address: ADDRESS,
  subject: 'Beginn der Kurse',
  wording: 'Sehr geehrte Frau Amtsleiterin,\n\nwann beginnen sie?',
}

async function written(more: Record<string, string> = {}): Promise<Id> {
  const coordinator = await world.as('coordinator')
  const answer = await coordinator.post('/letters', { kind: 'demand', bodyId, commitmentId, ...words, ...more })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split(/[/?]/)[2]!
}
const shown = async (id: Id) =>
  (await (await (await world.as('coordinator')).get(`/letters/${id}`, true)).json()) as LetterShown

describe('a letter', () => {
  it('begins with the words of a commitment, or with those of its kind', async () => {
    const coordinator = await world.as('coordinator')
    const of = async (query: string) =>
      (await (await coordinator.get(`/letters/new${query}`, true)).json()) as LetterNewShown
    const demand = await of(`?commitment=${commitmentId}`)
    expect(demand).toMatchObject({ kind: 'demand', bodyId, commitment: { id: commitmentId } })
    // Word for word as it was said behind closed doors it is not proposed to go out.
    expect(demand.wording).not.toContain(demand.commitment!.wording)
    await owner().updateTable('commitment').where('id', '=', commitmentId).set({ wording: 'Kurse beginnen' }).execute()
    expect((await of(`?commitment=${commitmentId}`)).wording).toContain('Kurse beginnen')
    expect((await of('')).kind).toBe('talk')
    expect((await of('?kind=thanks')).wording).toContain('danken')
    expect(await (await coordinator.get(`/commitments/${commitmentId}`)).text()).toContain(
      `/letters/new?commitment=${commitmentId}`,
    )
  })

  it('is for those who lead its body, and for nobody else', async () => {
    const id = await written()
    for (const who of ['boardMember', 'official', 'public'] as const)
      for (const path of ['/letters', '/letters/new', `/letters/${id}`, `/letters/${id}/pdf`])
        expect([who, path, (await (await world.as(who)).get(path)).status]).toEqual([who, path, 404])
    const list = (await (await (await world.as('coordinator')).get('/letters', true)).json()) as LetterList
    expect(list.letters.map(one => one.id)).toContain(id)
  })

  it('is changed as a draft by whoever saw what it says, and not once it was sent', async () => {
    const id = await written()
    const coordinator = await world.as('coordinator')
    const change = { ...words, wording: 'Neu.' }
    expect((await coordinator.post(`/letters/${id}`, { ...change, from: '1' })).status).toBe(303)
    expect((await coordinator.post(`/letters/${id}`, { ...change, from: '1' })).status).toBe(409)
    // Words that nobody read do not go out, nor without saying that somebody did.
    expect((await coordinator.post(`/letters/${id}/sending`, { from: '1', way: 'post', approved: 'yes' })).status).toBe(
      409,
    )
    expect((await coordinator.post(`/letters/${id}/sending`, { from: '2', way: 'post' })).status).toBe(422)
    expect((await coordinator.post(`/letters/${id}/sending`, { from: '2', way: 'post', approved: 'yes' })).status).toBe(
      303,
    )
    expect((await coordinator.post(`/letters/${id}`, { ...change, from: '2' })).status).toBe(409)
    expect(await shown(id)).toMatchObject({ state: 'sent', sent: { way: 'post' }, can: { revise: false, send: false } })
    await expect(
      owner().updateTable('letter').where('id', '=', id).set({ state: 'drafted' }).execute(),
    ).rejects.toThrow('this letter was sent')
  })

  it('stays as it went out, whatever changes around it', async () => {
    const id = await written()
    const coordinator = await world.as('coordinator')
    await coordinator.post(`/letters/${id}/sending`, { from: '1', way: 'post', approved: 'yes' })
    const text = async () => {
      const file = await coordinator.get(`/letters/${id}/docx`)
      const read = await convertFile(new Uint8Array(await file.arrayBuffer()), 'brief.docx')
      return read.ok ? read.value.text : read.code
    }
    const before = await text()
    expect(before).toContain('wann beginnen sie?')
    await owner().updateTable('operator').set({ street: 'Woanders 7', city: 'Neustadt' }).execute()
    await owner().updateTable('network').set({ name: 'Anders benannt' }).execute()
    expect(await text()).toBe(before)
    for (const format of letterFormats) expect((await coordinator.get(`/letters/${id}/${format}`)).status).toBe(200)
  })

  it('goes by mail with its PDF, to one address', async () => {
    const id = await written({ address: '' })
    const coordinator = await world.as('coordinator')
    const send = (more: Record<string, string>) =>
      coordinator.post(`/letters/${id}/sending`, { from: '1', approved: 'yes', ...more })
    expect((await send({ way: 'post' })).status).toBe(422)
    expect((await send({ way: 'mail', email: 'amt@example.org, x@example.org' })).status).toBe(422)
    expect((await send({ way: 'mail', email: 'amt@example.org' })).status).toBe(303)
    const mails = await owner().selectFrom('outbox').where('recipient', '=', 'amt@example.org').selectAll().execute()
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ subject: words.subject, enclosure: { fileName: 'Beginn der Kurse.pdf' } })
    expect(mails[0]!.content).toContain(words.wording)
    expect((await send({ way: 'mail', email: 'amt@example.org' })).status).toBe(409)
  })

  it('is thrown away as a draft by whoever saw it, which the journal keeps, and never once it was sent', async () => {
    const id = await written({ subject: 'Doch nicht' })
    const coordinator = await world.as('coordinator')
    const page = await (await coordinator.get(`/letters/${id}`)).text()
    expect(page).toContain('Entwurf „Doch nicht“ wegwerfen')
    const discard = (of: Id, from: string) => coordinator.post(`/letters/${of}/discarding`, { from })
    expect((await discard(id, '2')).status).toBe(409)
    const answer = await discard(id, '1')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/letters?notice=letter.discard'])
    expect((await coordinator.get(`/letters/${id}`)).status).toBe(404)
    expect((await discard(id, '1')).status).toBe(404)
    expect(await (await coordinator.get('/journal')).text()).toContain('Entwurf eines Briefs weggeworfen')
    const sent = await written()
    await coordinator.post(`/letters/${sent}/sending`, { from: '1', way: 'post', approved: 'yes' })
    expect((await discard(sent, '1')).status).toBe(409)
    expect(await (await coordinator.get(`/letters/${sent}`)).text()).not.toContain('/discarding')
    // The database lets nothing go that was sent, whoever asks.
    const { app } = world.database
    await inNetwork(app, world.network.id, 'write', tx => tx.deleteFrom('letter').where('id', '=', sent).execute())
    expect((await coordinator.get(`/letters/${sent}`)).status).toBe(200)
  })

  it('that went out is told in the history of its commitment, to whoever may see it', async () => {
    const subject = 'Ein Brief von Belang'
    const [sent, draft] = [await written({ subject }), await written({ subject: 'Noch im Entwurf' })]
    const coordinator = await world.as('coordinator')
    await coordinator.post(`/letters/${sent}/sending`, { from: '1', way: 'post', approved: 'yes' })
    const page = await (await coordinator.get(`/commitments/${commitmentId}`)).text()
    expect(page).toContain(`<a href="/letters/${sent}"><bdi>${subject}</bdi></a>`)
    expect(page).toContain('Ein Brief dazu ging hinaus.')
    expect(page).not.toContain(draft)
    const member = await (await (await world.as('boardMember')).get(`/commitments/${commitmentId}`)).text()
    expect(member).not.toContain(subject)
    const line = member.includes('<h1>') && !member.includes('Ein Brief dazu ging hinaus.')
    expect(line).toBe(true)
  })

  it('is opened by a consequence with the wording that was approved, once', async () => {
    const id = '0190abcd-0000-7000-8000-00000000cafe'
    await owner().updateTable('commitment').where('id', '=', commitmentId).set({ due_on: '2026-01-05' }).execute()
    await owner()
      .insertInto('consequence')
      .values({
        ...{ network_id: world.network.id, id, commitment_id: commitmentId, number: 9, kind: 'letter' },
        ...{
          wording: 'Wir bitten um Ihre Antwort.',
          grace: 0,
          body_id: null,
          to_kind: 'outside',
          to_name: 'Ministerium',
        },
        ...{ to_person_id: null, to_office_id: null, to_organization_id: null, agreed_by: null, state: 'armed' },
        ...{ agreed_at: '2026-01-01T00:00:00Z', fired_at: null, missed_on: null },
        ...{ effect: null, meeting_id: null, item_id: null, stopped_by: null, stopped_at: null, stop_reason: null },
      })
      .execute()
    for (let times = 0; times < 2; times++) await fireConsequences(world.ground, reactions)
    const letters = await owner().selectFrom('letter').where('consequence_id', '=', id).selectAll().execute()
    expect(letters).toMatchObject([
      { state: 'drafted', wording: 'Wir bitten um Ihre Antwort.', address: 'Ministerium' },
    ])
    expect((await shown(letters[0]!.id)).consequenceId).toBe(id)
  })
})

it('has an address that fits the window', () => {
  expect(addressLines(' Amt \n\n Weg 1 ')).toEqual(['Amt', 'Weg 1'])
  expect(fitsWindow(Array.from({ length: 6 }, () => 'x'.repeat(42)).join('\n'))).toBe(true)
  expect(fitsWindow('x'.repeat(43))).toBe(false)
  expect(fitsWindow(Array.from({ length: 7 }, () => 'x').join('\n'))).toBe(false)
  expect([mayBePosted('Amt'), mayBePosted(ADDRESS)]).toEqual([false, true])
})
