import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import type { Id } from '../../../ground/schema.ts'
import type { MinutesData } from '../finds.ts'
import type { CorrectionLinkShown, CorrectionsShown } from './contract.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
let minutes: Id
let open: Id
let closed: { item: Id; entry: Id }

const PUBLIC = 'Der Saal wird am Freitag gestrichen.'
const SECRET_LINE = 'Das Amt soll davon noch nichts wissen.'
const LINK = /\/links\/corrections\/([\w-]{43})/
type Who = keyof typeof personas

/** The plenary's minutes with a line under an item that the administration does not see, and for which a guest came. */
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
  const { owner } = world.database
  const of = owner.selectFrom('minutes').innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
  const found = await of
    .innerJoin('body', 'body.id', 'meeting.body_id')
    .where('body.name', '=', 'Offene Runde')
    .select(['minutes.id', 'minutes.meeting_id'])
    .executeTakeFirstOrThrow()
  minutes = found.id
  const items = await owner
    .selectFrom('agenda_item')
    .where('meeting_id', '=', found.meeting_id)
    .orderBy('position')
    .select('id')
    .execute()
  const revision = await owner.selectFrom('revision').where('minutes_id', '=', minutes).select('id').executeTakeFirst()
  const [first, last] = [items[0]!.id, items.at(-1)!.id]
  const line = async (agenda_item_id: Id, content: string) => {
    const id = crypto.randomUUID()
    await owner
      .insertInto('entry')
      .values({
        ...{ network_id: world.network.id, id, minutes_id: minutes, revision_id: revision!.id, agenda_item_id },
        ...{ position: 900, kind: 'information', content, line_from: 1, line_to: 1, speaker: null, speaker_id: null },
        look_again_on: null,
      })
      .execute()
    return id
  }
  open = await line(first, PUBLIC)
  closed = { item: last, entry: await line(last, SECRET_LINE) }
  await owner.updateTable('agenda_item').where('id', '=', last).set({ without_administration: true }).execute()
  const guest = house.people.get(personas.guest.name)!
  await owner
    .insertInto('agenda_item_person')
    .values({ network_id: world.network.id, agenda_item_id: last, person_id: guest })
    .execute()
  await owner
    .insertInto('attendance')
    .values({
      ...{ network_id: world.network.id, id: crypto.randomUUID(), meeting_id: found.meeting_id, person_id: guest },
      ...{ name: personas.guest.name, state: 'guest', on_behalf_of: null },
    })
    .execute()
  await house.clear()
})
afterAll(() => world?.close())

const inDays = (days: number) => world.ground.clock.today('Europe/Berlin').add({ days }).toString()
const mails = () => world.database.owner.selectFrom('outbox').orderBy('id').selectAll().execute()
const mailTo = async (who: Who) => (await mails()).filter(({ recipient }) => recipient === personas[who].email).at(-1)!
const secretOf = async (who: Who) => LINK.exec((await mailTo(who)).content)![1]!
const page = async (who: Who | 'public') => {
  const answer = await (await world.as(who)).get(`/minutes/${minutes}/corrections`, true)
  return { status: answer.status, shown: (await answer.json()) as CorrectionsShown }
}
const linked = async (secret: string, at = '') =>
  (await (
    await (await world.as('public')).get(`/links/corrections/${secret}?at=${at}`, true)
  ).json()) as CorrectionLinkShown
const proposeBy = async (secret: string, fields: Record<string, string>) => {
  house.later()
  return (await world.as('public')).post(`/links/corrections/${secret}`, { reason: '', ...fields })
}
const begin = async (who: Who, untilDay: string) =>
  (await world.as(who)).post(`/minutes/${minutes}/circulation`, { untilDay })

describe('minutes that go round', () => {
  it('reach everybody who was there or has a seat by one mail in their language, which tells nothing of them', async () => {
    expect((await page('coordinator')).shown).toMatchObject({ circulation: null, can: { begin: true } })
    expect((await begin('delegate', inDays(10))).status).toBe(403)
    expect((await begin('guest', inDays(10))).status).toBe(404)
    expect((await begin('coordinator', inDays(-1))).status).toBe(422)
    expect((await begin('coordinator', inDays(10))).status).toBe(303)
    expect((await begin('coordinator', inDays(12))).status).toBe(409)
    const sent = await mails()
    const addresses = sent.map(({ recipient }) => recipient)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const who of ['chair', 'boardMember', 'delegate', 'official', 'guest'] as const)
      expect(addresses).toContain(personas[who].email)
    for (const { content } of sent) {
      expect(content).not.toContain(PUBLIC)
      expect(content.match(new RegExp(LINK, 'g'))).toHaveLength(1)
    }
    expect((await mailTo('delegate')).language).toBe('ar')
    expect((await mailTo('delegate')).content).toContain('المحضر')
    const { shown } = await page('coordinator')
    expect(shown.circulation).toEqual({ until: inDays(10), open: true })
    // Whoever has no address is told to those who send.
    expect(shown.sentTo!.filter(({ mail }) => mail === null).map(({ name }) => name)).toContain('Klara Brandes')
    expect((await page('delegate')).shown.sentTo).toBeNull()
  })

  it('show each what they may read, also through the link', async () => {
    const texts = async (who: Who) => (await linked(await secretOf(who))).proposing.lines.map(({ text }) => text)
    expect(await texts('delegate')).toEqual(expect.arrayContaining([PUBLIC, SECRET_LINE]))
    expect(await texts('official')).toContain(PUBLIC)
    expect(await texts('official')).not.toContain(SECRET_LINE)
    // Who came for one item has that one.
    expect(await texts('guest')).toContain(SECRET_LINE)
    expect(await texts('guest')).not.toContain(PUBLIC)
    const { shown } = await page('official')
    expect(JSON.stringify(shown)).not.toContain(SECRET_LINE)
  })

  it('take proposals at a place that is there for whoever makes them, by link and signed in', async () => {
    const [byDelegate, byOfficial, byGuest] = [
      await secretOf('delegate'),
      await secretOf('official'),
      await secretOf('guest'),
    ]
    const at = `entry-${open}`
    expect((await linked(byDelegate, at)).proposing.chosen).toEqual({ at, text: PUBLIC })
    const wording = 'Der Saal wird am Samstag gestrichen.'
    expect((await proposeBy(byDelegate, { at, wording, reason: 'So war es.' })).status).toBe(303)
    expect((await proposeBy(byDelegate, { at, wording: 'Der Saal wurde gestrichen.' })).status).toBe(303)
    expect((await proposeBy(byDelegate, { at, wording: ' ' })).status).toBe(422)
    const hidden = { at: `entry-${closed.entry}`, wording: 'X' }
    expect((await proposeBy(byOfficial, hidden)).status).toBe(404)
    expect((await proposeBy(byGuest, { at, wording: 'X' })).status).toBe(404)
    expect((await proposeBy(byGuest, { at: '', wording: 'X' })).status).toBe(422)
    expect((await proposeBy(byGuest, { ...hidden, wording: 'Das Amt weiß es.' })).status).toBe(303)
    expect((await proposeBy('x'.repeat(43), { at, wording: 'X' })).status).toBe(404)
    const chair = await world.as('chair')
    const own = { at: '', wording: 'Ngozi Okafor war auch da.', reason: '' }
    expect((await chair.post(`/minutes/${minutes}/corrections`, own)).status).toBe(303)
    // Tomasz was sent them as well; the coordinator leads, and has a seat in the board alone.
    // Minutes that were sent to nobody.
    const before = await world.database.owner.selectFrom('minutes').where('id', '<>', minutes).select('id').execute()
    const refused = await Promise.all(before.map(({ id }) => chair.post(`/minutes/${id}/corrections`, own)))
    expect(refused.map(({ status }) => status).sort()).toEqual([403, 404])
    expect((await (await world.as('public')).post(`/minutes/${minutes}/corrections`, own)).status).toBe(404)

    expect((await page('coordinator')).shown.corrections).toHaveLength(4)
    expect((await page('chair')).shown.corrections.map(one => one.wording)).toEqual([own.wording])
    expect((await linked(byDelegate)).corrections.map(one => [one.wording, one.answer])).toEqual([
      [wording, null],
      ['Der Saal wurde gestrichen.', null],
    ])
  })

  it('are answered with a word that reaches whoever proposed, and stand corrected beside the line', async () => {
    const { shown } = await page('coordinator')
    const answer = async (who: Who, wording: string, fields: Record<string, string>) => {
      house.later()
      const { id } = shown.corrections.find(one => one.wording === wording)!
      return (await world.as(who)).post(`/minutes/${minutes}/corrections/${id}/answer`, fields)
    }
    const accepted = { answer: 'accepted', word: 'Stimmt, danke.' }
    expect(
      (await answer('coordinator', 'Der Saal wird am Samstag gestrichen.', { ...accepted, word: '' })).status,
    ).toBe(422)
    expect((await answer('delegate', 'Der Saal wird am Samstag gestrichen.', accepted)).status).toBe(403)
    expect((await answer('official', 'Das Amt weiß es.', accepted)).status).toBe(404)
    expect((await answer('coordinator', 'Der Saal wird am Samstag gestrichen.', accepted)).status).toBe(303)
    expect((await answer('coordinator', 'Der Saal wird am Samstag gestrichen.', accepted)).status).toBe(409)
    const mail = await mailTo('delegate')
    expect(mail.content).toContain('Stimmt, danke.')
    expect(mail.content).toContain('Samstag')
    expect(mail.subject).toContain('مقبول')
    const declined = { answer: 'declined', word: 'Sie kam erst später.' }
    expect((await answer('coordinator', 'Ngozi Okafor war auch da.', declined)).status).toBe(303)
    expect((await mailTo('chair')).content).toContain('Sie kam erst später.')
    expect((await answer('coordinator', 'Das Amt weiß es.', accepted)).status).toBe(303)

    const read = async (who: Who) =>
      (await (await (await world.as(who)).get(`/minutes/${minutes}`, true)).json()) as MinutesData
    const wordings = async (who: Who) => (await read(who)).corrections.map(one => one.wording)
    expect(await wordings('boardMember')).toEqual(['Der Saal wird am Samstag gestrichen.', 'Das Amt weiß es.'])
    expect(await wordings('official')).toEqual(['Der Saal wird am Samstag gestrichen.'])
    const file = async (who: Who) => (await (await world.as(who)).get(`/minutes/${minutes}/document/md`)).text()
    expect(await file('boardMember')).toContain('Das Amt weiß es.')
    expect(await file('official')).toMatch(/Berichtigt.*Der Saal wird am Samstag gestrichen\./)
    expect(await file('official')).not.toContain('Das Amt weiß es.')
    const html = await (await (await world.as('boardMember')).get(`/minutes/${minutes}`)).text()
    expect(html).toContain('Der Saal wird am Samstag gestrichen.')
    expect(html).toContain('Berichtigt')
  })

  it('say clearly that the time is over, and no link outlives its person’s part in the table', async () => {
    const secret = await secretOfRound('delegate')
    await world.database.owner
      .updateTable('circulation')
      .set({ until_day: inDays(-1) })
      .execute()
    const late = await proposeBy(secret, { at: `entry-${open}`, wording: 'Zu spät' })
    expect(late.status).toBe(409)
    expect(await late.text()).toMatch(/Vorschläge zu diesem Protokoll wurden bis \d\d\.\d\d\.\d{4} angenommen/)
    const shown = await linked(secret)
    expect(shown.circulation.open).toBe(false)
    expect(shown.corrections.map(one => one.word)).toContain('Stimmt, danke.')
    // A second round is a round of its own.
    expect((await begin('coordinator', inDays(5))).status).toBe(303)
    expect((await page('chair')).shown.circulation).toEqual({ until: inDays(5), open: true })
    await world.database.owner
      .updateTable('membership')
      .where('person_id', '=', house.people.get(personas.delegate.name)!)
      .set({ end_date: inDays(-1) })
      .execute()
    const gone = await (await world.as('public')).get(`/links/corrections/${secret}`)
    expect(gone.status).toBe(410)
  })
})

/** The link of the first mail, which is older than the answer. */
async function secretOfRound(who: Who): Promise<string> {
  const all = (await mails()).filter(({ recipient }) => recipient === personas[who].email)
  return LINK.exec(all.find(({ content }) => LINK.test(content))!.content)![1]!
}
