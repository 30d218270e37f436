import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import { mailbox, openInvitations, settings, when } from '../../../../tests/world/invitations.ts'
import { messageIdOf, sendWaiting } from '../../../ground/mail.ts'
import type { Id } from '../../../ground/schema.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
})
afterAll(() => world.close())
beforeEach(() => house.clear().then(() => undefined))

describe('bad days', () => {
  it('a meeting that moves after the invitation asks, tells, and counts no answer to the old day', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair', 'delegate'])
    const { secret } = await house.letterTo('chair')
    await house.byLink(secret, { answer: 'accepted' })
    const moved = { day: '2031-03-31', startTime: '17:30' }
    expect((await house.change(id, moved)).status).toBe(409)
    expect((await house.letters()).length).toBe(2)
    expect((await house.change(id, { ...moved, update: 'yes' })).status).toBe(303)
    const update = await house.letterTo('chair')
    expect(update.subject).toContain('Geändert')
    expect(update.event).toMatchObject({
      sequence: 1,
      start: '2031-03-31T17:30:00',
      attendees: [[expect.anything(), 'NEEDS-ACTION']],
    })
    const seen = await house.answerOf(id, 'chair')
    expect(seen.answer).toBeNull()
    expect(seen.answers).toHaveLength(1)
    // The page that was open before says the old day.
    expect((await house.byLink(secret, { answer: 'accepted' })).status).toBe(409)
    expect((await house.byLink(secret, { answer: 'accepted', ...moved })).status).toBe(303)
    expect((await house.answerOf(id, 'chair')).answer).toMatchObject({ answer: 'accepted', day: '2031-03-31' })
    expect((await house.change(id, { ...moved, place: 'Hof', update: 'no' })).status).toBe(303)
    expect((await house.letters()).length).toBe(4)
    const { announced: _announced, ...quiet } = settings
    const drafted = { name: 'Frühjahrsrunde', ...when, ...moved, ...quiet }
    expect((await (await world.as('coordinator')).post(`/meetings/${id}`, drafted)).status).toBe(409)
  })

  it('across a clock change the local hour stays', async () => {
    const utc = async (day: string) => {
      await world.database.owner.deleteFrom('outbox').execute()
      const id = await house.plan({ day })
      await house.invite(id, ['chair'])
      const calendar = new ICAL.Component(ICAL.parse((await house.letterTo('chair')).calendar!) as never)
      const start = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!).startDate.clone()
      start.zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)
      return start.toJSDate().toISOString()
    }
    expect(await utc('2031-03-29')).toBe('2031-03-29T17:00:00.000Z')
    expect(await utc('2031-03-30')).toBe('2031-03-30T16:00:00.000Z')
  })

  it('a meeting that is called off tells everybody, keeps why, and hands on what it was to look back at', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair', 'delegate'])
    const { secret } = await house.letterTo('delegate')
    const coordinator = await world.as('coordinator')
    house.later()
    expect((await coordinator.post(`/meetings/${id}/cancellation`, { reason: '', tell: 'yes' })).status).toBe(422)
    expect((await coordinator.post(`/meetings/${id}/cancellation`, { reason: 'Sturm', tell: 'yes' })).status).toBe(303)
    expect((await house.letterTo('chair')).event).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1 })
    expect((await house.letterTo('chair')).content).toContain('Sturm')
    const page = await (await world.as('public')).get(`/meetings/${id}`, true)
    expect(await page.json()).toMatchObject({ state: 'cancelled', cancelledReason: 'Sturm' })
    expect((await house.byLink(secret, { answer: 'accepted' })).status).toBe(409)
    const html = await (await (await world.as('public')).get(`/links/invitation/${secret}`)).text()
    expect(html).toContain('Diese Sitzung ist abgesagt.')
    expect((await coordinator.post(`/meetings/${id}/cancellation`, { reason: 'x' })).status).toBe(409)
    expect((await house.change(id, { name: 'Doch' })).status).toBe(404)
    const row = await world.database.owner
      .selectFrom('meeting')
      .where('id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(row.cancelled_by).toBe(house.people.get(personas.coordinator.name))
  })

  it('the link of somebody who left opens nothing, and no letter reaches him', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair', 'official'])
    const { secret } = await house.letterTo('official')
    const terms = world.database.owner
      .updateTable('membership')
      .where('person_id', '=', house.people.get(personas.official.name)!)
    await terms.set({ start_date: '2020-01-01', end_date: '2020-12-31' }).execute()
    expect((await (await world.as('public')).get(`/links/invitation/${secret}`)).status).toBe(410)
    expect((await house.byLink(secret, { answer: 'accepted' })).status).toBe(410)
    await world.database.owner.deleteFrom('outbox').execute()
    expect((await house.change(id, { day: '2031-04-01', update: 'yes' })).status).toBe(303)
    expect((await house.letters()).map(({ recipient }) => recipient)).toEqual([mailbox('chair')])
    await terms.set({ start_date: '2020-01-01', end_date: null }).execute()
  })

  it('a mail that is refused or comes back is shown, and sent again', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair', 'delegate'])
    const { owner } = world.database
    await owner.updateTable('network').set({ demo: false }).execute()
    await owner.updateTable('outbox').set({ state: 'waiting' }).execute()
    await sendWaiting(world.ground, async ({ recipient }) =>
      recipient === mailbox('chair') ? { sent: false, reason: '550 no such user', forGood: true } : { sent: true },
    )
    await owner.updateTable('network').set({ demo: true }).execute()
    const [refused] = (await house.answerOf(id, 'chair')).mails!
    expect(refused).toMatchObject({ state: 'failed', reason: '550 no such user' })
    const sent = await house.letterTo('delegate')
    expect(sent).toMatchObject({ state: 'sent', content: '', calendar: null })

    expect(await house.taken(report(messageIdOf(sent.id, 'tisch@auenfurt.example')))).toBe('bounced')
    expect(await house.taken(report(messageIdOf(sent.id, 'tisch@auenfurt.example')))).toBe('again')
    const [back] = (await house.answerOf(id, 'delegate')).mails!
    expect(back).toMatchObject({ state: 'bounced', reason: 'smtp; 550 5.1.1 unknown' })

    const coordinator = await world.as('coordinator')
    const retry = (mail: Id) => coordinator.post(`/meetings/${id}/invitation/mails/${mail}/retry`)
    expect((await retry(back!.id)).status).toBe(303)
    expect((await house.letterTo('delegate')).event).toMatchObject({ method: 'REQUEST' })
    expect((await retry(back!.id)).status).toBe(409)
    expect((await coordinator.get(`/meetings/${id}`)).status).toBe(200)
  })
})

const report = (messageId: string) =>
  new TextEncoder().encode(
    [
      ...[
        'From: MAILER-DAEMON@mx.example',
        'To: tisch@auenfurt.example',
        'Message-ID: <1@mx.example>',
        'MIME-Version: 1.0',
      ],
      ...[
        'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
        '',
        '--r',
        'Content-Type: text/plain',
      ],
      ...['', 'Unzustellbar', '--r', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', ''],
      ...['Final-Recipient: rfc822; x@y.example', 'Action: failed', 'Status: 5.1.1'],
      ...['Diagnostic-Code: smtp; 550 5.1.1 unknown', '', '--r', 'Content-Type: text/rfc822-headers', ''],
      ...[`Message-ID: ${messageId}`, 'Subject: Einladung', '', '--r--', ''],
    ].join('\r\n'),
  )
