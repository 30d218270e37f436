import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import { rulesForm } from '../../../../tests/access/rules.ts'
import { mailbox, openInvitations, said } from '../../../../tests/world/invitations.ts'
import { convertFile } from '../../../ground/converters/convert.ts'
import { writeDocument } from '../../../ground/documents/write.ts'
import type { Id } from '../../../ground/schema.ts'
import type { InvitationLinkShown, LetterPageShown } from './contract.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
})
afterAll(() => world.close())
beforeEach(() => house.clear().then(() => undefined))

describe('an invitation', () => {
  it('reaches each in his language, with what he may see and nobody else beside him', async () => {
    const id = await house.plan()
    const { agenda } = (await (await (await world.as('coordinator')).get(`/meetings/${id}`, true)).json()) as {
      agenda: { id: Id; title: string }[]
    }
    const closed = agenda.find(({ title }) => title.includes('Termine'))!
    const narrowed = { audience: 'network', withoutAdministration: 'yes' }
    expect((await (await world.as('coordinator')).post(`/agenda/${closed.id}`, narrowed)).status).toBe(303)

    const answer = await house.invite(id, ['delegate', 'official', 'chair'], {
      wording: 'Wir freuen uns.',
      access: 'https://raum.example/1',
    })
    expect(answer.status).toBe(303)
    const [delegate, official] = [await house.letterTo('delegate'), await house.letterTo('official')]
    expect((await house.letters()).map(({ recipient }) => recipient).sort()).toEqual(
      [mailbox('delegate'), mailbox('official'), mailbox('chair')].sort(),
    )
    expect(delegate.language).toBe('ar')
    expect(delegate.subject).toContain('دعوة')
    expect(official.subject).toContain('Einladung: Frühjahrsrunde')
    for (const text of ['Wir freuen uns.', 'https://raum.example/1', 'Rathaus, Saal 2']) {
      expect(delegate.content).toContain(text)
      expect(official.content).toContain(text)
    }
    expect(delegate.content).toContain(closed.title)
    expect(official.content).not.toContain(closed.title)
    expect(official.event!.description).not.toContain(closed.title)
    // The agenda comes along as a document: the same items, in the language of the letter.
    const inFile = [delegate, official].map(({ enclosure }) => JSON.stringify(enclosure))
    for (const { title } of agenda.filter(one => one.id !== closed.id))
      for (const file of inFile) expect(file).toContain(JSON.stringify(title).slice(1, -1))
    expect(inFile.map(file => file.includes(closed.title))).toEqual([true, false])
    expect(delegate.enclosure).toMatchObject({ document: { language: 'ar', direction: 'rtl' } })
    expect(official.enclosure).toMatchObject({
      fileName: 'Tagesordnung Frühjahrsrunde 2031-03-28.pdf',
      document: { language: 'de', direction: 'ltr', letterhead: { name: world.network.name } },
    })
    const pdf = await writeDocument(delegate.enclosure!.document, 'pdf', null)
    const read = await convertFile(pdf, 'agenda.pdf')
    expect(read.ok && read.value.text).toContain('Rathaus')
    expect(delegate.event).toMatchObject({
      ...{ method: 'REQUEST', status: 'CONFIRMED', sequence: 0, start: '2031-03-28T18:00:00' },
      ...{ uid: `${id}@${world.network.id}`, summary: 'Frühjahrsrunde' },
      attendees: [[`mailto:${mailbox('delegate')}`, 'NEEDS-ACTION']],
    })
    const named = ['delegate', 'official', 'chair'] as const
    for (const { recipient, content, calendar } of await house.letters())
      for (const other of named.filter(one => mailbox(one) !== recipient)) {
        expect(content + calendar).not.toContain(personas[other].name)
        expect(content + calendar).not.toContain(mailbox(other))
      }
  })

  it('is prepared on a page that says who gets it, how it reads, and who can not get it', async () => {
    const id = await house.plan()
    const page = async (query = '') =>
      (await (
        await (await world.as('coordinator')).get(`/meetings/${id}/invitation${query}`, true)
      ).json()) as LetterPageShown
    const shown = await page(`?as=${house.people.get(personas.delegate.name)}`)
    expect(shown.preview).toMatchObject({ language: 'ar', person: { name: personas.delegate.name } })
    expect(shown.candidates.find(({ name }) => name === 'Ngozi Okafor')?.hindered).toBe('no-address')
    expect(shown.candidates.some(({ name }) => name === personas.guest.name)).toBe(true)
    const html = await (await (await world.as('coordinator')).get(`/meetings/${id}/invitation`)).text()
    expect(html).toContain('Einladung verschicken')
    expect((await (await world.as('delegate')).get(`/meetings/${id}/invitation`)).status).toBe(404)
    expect((await (await world.as('delegate')).post(`/meetings/${id}/invitation`, { kind: 'update' })).status).toBe(403)
  })

  it('leaves in time: the page tells the last day by the rules of the body, and where it is explained', async () => {
    const coordinator = await world.as('coordinator')
    const noticeOn = async (day: string) => {
      const id = await house.plan({ day })
      const path = `/meetings/${id}/invitation`
      const { notice } = (await (await coordinator.get(path, true)).json()) as LetterPageShown
      return { notice, html: await (await coordinator.get(path)).text() }
    }
    expect((await noticeOn('2031-05-20')).notice).toBeNull()
    const { id } = await world.database.owner
      .selectFrom('body')
      .where('kind', '=', 'plenary')
      .select('id')
      .executeTakeFirstOrThrow()
    const rules = { ...rulesForm(), noticeLength: '2', noticeUnit: 'weeks', noticeParagraph: '§ 7 Abs. 2' }
    expect((await coordinator.post(`/bodies/${id}/rules`, rules)).status).toBe(303)
    const { notice, html } = await noticeOn('2031-05-20')
    const explained = await coordinator.get(`/bodies/${id}/rules?day=2031-05-20`, true)
    const { dispatch } = (await explained.json()) as { dispatch: { day: string } }
    expect(notice).toEqual({ bodyId: id, latest: dispatch.day, late: false, source: '§ 7 Abs. 2' })
    expect(html).toContain(`/bodies/${id}/rules?day=2031-05-20`)
    const soon = world.ground.clock.today(world.network.timeZone).add({ days: 4 }).toString()
    expect((await noticeOn(soon)).html).toContain('Die Ladungsfrist ist nicht mehr einzuhalten')
  })

  it('goes to people who come later, and to nobody twice', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair'], { kind: 'save_the_date' })
    expect((await house.letterTo('chair')).event).toMatchObject({ status: 'TENTATIVE', sequence: 0 })
    await house.invite(id, ['chair', 'delegate'])
    expect((await house.letterTo('chair')).event).toMatchObject({ status: 'CONFIRMED', sequence: 1 })
    const before = (await house.letters()).length
    await house.invite(id, ['chair', 'groupMember'])
    expect((await house.letters()).slice(before).map(({ recipient }) => recipient)).toEqual([mailbox('groupMember')])
    expect((await house.invite(id, ['chair'])).status).toBe(422)
  })

  it('needs a day, and a meeting that is not over', async () => {
    const id = await house.plan({ day: '2020-03-28' })
    expect((await house.invite(id, ['chair'])).status).toBe(409)
    expect(await house.letters()).toEqual([])
  })
})

describe('an answer', () => {
  it('is given by link: opening changes nothing, the last holds, all stay', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair', 'delegate'])
    const { secret } = await house.letterTo('delegate')
    const open = async () =>
      (await (await (await world.as('public')).get(`/links/invitation/${secret}`, true)).json()) as InvitationLinkShown
    expect(await open()).toMatchObject({ name: personas.delegate.name, answer: null, open: true })
    expect((await house.answerOf(id, 'delegate')).answers).toEqual([])
    expect((await house.byLink(secret, { answer: 'accepted' })).status).toBe(303)
    await house.byLink(secret, { answer: 'declined', standIn: 'Farah Navid', note: 'krank' })
    expect(await open()).toMatchObject({ answer: { answer: 'declined', standIn: 'Farah Navid' } })
    const seen = await house.answerOf(id, 'delegate')
    expect(seen.answer).toMatchObject({ answer: 'declined', standIn: 'Farah Navid', note: 'krank', channel: 'link' })
    expect(seen.answers.map(({ answer }) => answer)).toEqual(['accepted', 'declined'])

    const toMember = (await house.invitations(id, 'groupMember'))!.people
    expect(toMember.find(({ person }) => person.name === personas.delegate.name)?.answer?.note).toBeNull()
    expect(toMember[0]!.mails).toBeNull()
    expect(await house.invitations(id, 'public')).toBeNull()
    expect((await house.byLink('x'.repeat(43), { answer: 'accepted' })).status).toBe(404)
  })

  it('is given on the meeting page by whoever is signed in and invited', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair'])
    const chair = await world.as('chair')
    expect((await chair.post(`/meetings/${id}/answer`, { ...said, answer: 'tentative' })).status).toBe(303)
    expect((await house.invitations(id, 'chair'))!.own).toMatchObject({
      answer: { answer: 'tentative', channel: 'account' },
    })
    expect(
      (await (await world.as('groupMember')).post(`/meetings/${id}/answer`, { ...said, answer: 'accepted' })).status,
    ).toBe(404)
  })

  it('is asked for once a day from those who have not given it', async () => {
    const id = await house.plan()
    await house.invite(id, ['chair', 'delegate'])
    await house.byLink((await house.letterTo('chair')).secret, { answer: 'accepted' })
    await world.database.owner.deleteFrom('outbox').execute()
    const remind = async () => (await world.as('coordinator')).post(`/meetings/${id}/invitation/reminder`)
    expect((await remind()).status).toBe(303)
    expect((await house.letters()).map(({ recipient, event }) => [recipient, event])).toEqual([
      [mailbox('delegate'), null],
    ])
    expect((await remind()).status).toBe(409)
  })
})
