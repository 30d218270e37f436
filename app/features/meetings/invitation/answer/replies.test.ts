import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mailbox, openInvitations } from '../../../../../tests/world/invitations.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
})
afterAll(() => world.close())
beforeEach(() => house.clear().then(() => undefined))

describe('the reply of a calendar', () => {
  const reply = (uid: string, over: { from?: string; partstat?: string; sequence?: number; stamp?: string } = {}) => {
    const { from = mailbox('chair'), partstat = 'ACCEPTED', sequence = 0, stamp = '20261201T080000Z' } = over
    return new TextEncoder().encode(
      [
        ...[`From: ${from}`, 'To: tisch@auenfurt.example', 'Subject: Accepted', 'MIME-Version: 1.0'],
        ...['Content-Type: multipart/alternative; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'Ja', '--b'],
        ...['Content-Type: text/calendar; method=REPLY; charset=UTF-8', 'Content-Transfer-Encoding: 8bit', ''],
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', 'METHOD:REPLY', 'BEGIN:VEVENT', `UID:${uid}`],
        ...[`DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`, `ATTENDEE;PARTSTAT=${partstat}:mailto:${mailbox('chair')}`],
        ...['END:VEVENT', 'END:VCALENDAR', '--b--', ''],
      ].join('\r\n'),
    )
  }

  it('counts once, however often it comes', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair'])
    const uid = `${id}@${world.network.id}`
    expect(await house.taken(reply(uid))).toBe('answered')
    expect(await house.taken(reply(uid))).toBe('again')
    expect((await house.answerOf(id, 'chair')).answers).toMatchObject([{ answer: 'accepted', channel: 'calendar' }])
    expect(await house.taken(reply(uid, { partstat: 'DECLINED', stamp: '20261201T090000Z' }))).toBe('answered')
    // The first one comes late a second time, by another way.
    expect(await house.taken(reply(uid, { partstat: 'TENTATIVE', stamp: '20261201T083000Z' }))).toBe('outdated')
    expect((await house.answerOf(id, 'chair')).answer?.answer).toBe('declined')
  })

  it('to what was overtaken is kept with a note and not counted', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair'])
    await house.change(id, { day: '2031-04-02', update: 'yes' })
    const uid = `${id}@${world.network.id}`
    expect(await house.taken(reply(uid, { sequence: 0 }))).toBe('outdated')
    const seen = await house.answerOf(id, 'chair')
    expect(seen.answer).toBeNull()
    expect(seen.answers).toMatchObject([{ outdated: true }])
    const html = await (await (await world.as('coordinator')).get(`/meetings/${id}`)).text()
    expect(html).toContain('zu einer früheren Einladung, zählt nicht')
    expect(await house.taken(reply(uid, { sequence: 1, stamp: '20261203T080000Z' }))).toBe('answered')
  })

  it('of somebody else, to somebody else, or of no calendar changes nothing', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair'])
    const uid = `${id}@${world.network.id}`
    expect(await house.taken(reply(uid, { from: mailbox('delegate') }))).toBe('refused')
    expect(await house.taken(reply(`${id}@${id}`))).toBe('not-ours')
    expect(await house.taken(new TextEncoder().encode('Subject: Hallo\r\n\r\nGruß'))).toBe('not-ours')
    expect(await house.taken(new Uint8Array([0, 255, 13, 10]))).toBe('not-ours')
    expect((await house.answerOf(id, 'chair')).answers).toEqual([])
  })
})
