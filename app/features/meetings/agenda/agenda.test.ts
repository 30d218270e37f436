import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import { asViewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { ensureDraft } from '../acts.ts'
import type { AgendaShown } from './contract.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
})
afterAll(() => world.close())

const coordinator = () => world.as('coordinator')
const agendaOf = async (id: Id) =>
  (await (await (await coordinator()).get(`/meetings/${id}/agenda`, true)).json()) as AgendaShown
const lines = async (id: Id) => (await agendaOf(id)).items.map(({ number, title }) => `${number} ${title}`)
const itemOf = async (id: Id, title: string) => (await agendaOf(id)).items.find(item => item.title.includes(title))!.id
const post = async (path: string, fields: Record<string, string>) => (await coordinator()).post(path, fields)

describe('an agenda', () => {
  it('takes new items before the closing ones, and elsewhere where one says so', async () => {
    const id = await house.plan()
    expect((await post(`/meetings/${id}/agenda`, { title: 'Sprachkurse', duration: '40' })).status).toBe(303)
    const courses = await itemOf(id, 'Sprachkurse')
    await post(`/meetings/${id}/agenda`, { title: 'Bericht der AG', level: '2', duration: '15', after: courses })
    await post(`/meetings/${id}/agenda`, { title: 'Räume', level: '2', after: courses })
    expect(await lines(id)).toEqual([
      ...['1 Regularien', '1.1 Begrüßung', '1.2 Feststellung der An- und Abwesenheit'],
      ...['1.3 Festlegung der Tagesordnung', '2 Sprachkurse', '2.1 Räume', '2.2 Bericht der AG'],
      ...['3 Termine', '4 Verschiedenes'],
    ])
    const { planned, ends, over } = await agendaOf(id)
    expect({ planned, ends, over }).toEqual({ planned: 55, ends: '18:55', over: false })
    await post(`/agenda/${courses}/content`, { title: 'Sprachkurse im Sommer', level: '1', duration: '120' })
    const html = await (await (await coordinator()).get(`/meetings/${id}/agenda`)).text()
    expect(html).toContain('Geplant sind 135 Minuten. Dann ist um 20:15 Uhr Schluss.')
    expect(html).toContain('Das ist mehr Zeit, als die Sitzung hat: Sie endet um 20:00 Uhr.')
  })

  it('is ordered by single steps, and what lies below an item goes with it', async () => {
    const id = await house.plan()
    expect((await post(`/agenda/${await itemOf(id, 'Termine')}/place`, { place: 'up' })).status).toBe(303)
    expect((await lines(id)).slice(0, 3)).toEqual(['1 Termine', '2 Regularien', '2.1 Begrüßung'])
    expect((await post(`/agenda/${await itemOf(id, 'Termine')}/place`, { place: 'up' })).status).toBe(422)
    const other = await itemOf(id, 'Verschiedenes')
    expect((await post(`/agenda/${other}/place`, { place: await itemOf(id, 'Begrüßung') })).status).toBe(303)
    expect((await lines(id)).slice(1, 4)).toEqual(['2 Regularien', '2.1 Begrüßung', '3 Verschiedenes'])
  })

  it('keeps the places of items that whoever orders it does not see', async () => {
    const id = await house.plan()
    const secret = await itemOf(id, 'Feststellung')
    const { owner } = world.database
    await owner.updateTable('agenda_item').where('id', '=', secret).set({ audience: 'named' }).execute()
    expect((await lines(id)).some(line => line.includes('Feststellung'))).toBe(false)
    await post(`/agenda/${await itemOf(id, 'Begrüßung')}/place`, { place: 'down' })
    const rows = await owner
      .selectFrom('agenda_item')
      .where('meeting_id', '=', id)
      .orderBy('position')
      .select('title')
      .execute()
    expect(rows.map(({ title }) => title.split(' ')[0])).toEqual([
      ...['Regularien', 'Festlegung', 'Feststellung', 'Begrüßung', 'Termine', 'Verschiedenes'],
    ])
  })

  it('has room for the control of minutes, wherever items went', async () => {
    const { minutesId, bodyId, day } = await lastMinutes()
    const id = await house.plan({ bodyId, announced: 'yes', day: '2030-01-15' })
    for (let n = 0; n < 12; n++)
      await post(`/meetings/${id}/agenda`, { title: `Punkt ${n}`, after: await itemOf(id, 'Feststellung') })
    const system = { network: world.network, language: 'de', as: { kind: 'system', name: 'demo' } } as const
    const looking = { bodyId, minutesId, minutesDay: day }
    expect(await asViewer(world.ground, system, 'write', viewer => ensureDraft(viewer, looking))).toBe(id)
    expect((await lines(id)).filter(line => line.includes('Kontrolle des Protokolls')).length).toBe(1)
  })

  it('is no longer changed once the meeting was held, nor by who only reads it', async () => {
    const { owner } = world.database
    const id = await house.plan()
    const item = await itemOf(id, 'Termine')
    const delegate = await world.as('delegate')
    expect((await delegate.get(`/meetings/${id}/agenda`)).status).toBe(404)
    expect((await delegate.post(`/meetings/${id}/agenda`, { title: 'Meins' })).status).toBe(403)
    expect((await delegate.post(`/agenda/${item}/removal`, {})).status).toBe(403)
    await owner.updateTable('meeting').where('id', '=', id).set({ state: 'held' }).execute()
    for (const [path, fields] of [
      [`/meetings/${id}/agenda`, { title: 'Zu spät' }],
      [`/agenda/${item}/content`, { title: 'Zu spät' }],
      [`/agenda/${item}/place`, { place: 'up' }],
      [`/agenda/${item}/removal`, {}],
    ] as const) {
      const answer = await post(path, fields)
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('steht im Protokoll')
    }
    const page = await (await (await coordinator()).get(`/meetings/${id}/agenda`)).text()
    expect(page).toContain('steht im Protokoll')
    expect(page).not.toContain('Punkt hinzufügen')
  })

  it('lets an item go, but not one under which minutes are written', async () => {
    const id = await house.plan()
    expect((await post(`/agenda/${await itemOf(id, 'Begrüßung')}/removal`, {})).status).toBe(303)
    expect((await lines(id))[1]).toBe('1.1 Feststellung der An- und Abwesenheit')
    const item = await itemOf(id, 'Termine')
    expect((await post(`/agenda/${item}/writing`, { text: 'Notiz', last: '0' })).status).toBe(303)
    expect((await post(`/agenda/${item}/removal`, {})).status).toBe(409)
    expect(await lines(id)).toContain('3 Verschiedenes')
  })

  it('says what was wrong beside the field', async () => {
    const id = await house.plan()
    const answer = await post(`/meetings/${id}/agenda`, { title: '', duration: '5000' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('aria-invalid')
    const item = await itemOf(id, 'Termine')
    const again = await post(`/agenda/${item}/content`, { title: 'x'.repeat(301), level: '1' })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('x'.repeat(301))
  })
})

async function lastMinutes() {
  const row = await world.database.owner
    .selectFrom('minutes')
    .innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
    .innerJoin('body', 'body.id', 'meeting.body_id')
    .where('body.kind', '=', 'plenary')
    .select(['minutes.id as minutesId', 'meeting.body_id as bodyId', 'meeting.day'])
    .executeTakeFirstOrThrow()
  return { ...row, day: row.day! }
}
