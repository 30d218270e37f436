import nodemailer from 'nodemailer'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tests/world/database.ts'
import { steadyClock } from './clock.ts'
import { convertFile } from './converters/convert.ts'
import { inNetwork } from './database.ts'
import type { Document } from './documents/document.ts'
import type { Ground } from './ground.ts'
import { newId } from './ids.ts'
import { type Delivery, type Outgoing, sendWaiting, through } from './mail.ts'
import { type Mail, queueMail } from './outbox.ts'
import { readSettings } from './settings.ts'

const ID = '0199aaaa-0000-7000-8000-000000000001'
let database: TestDatabase
let ground: Ground & { clock: ReturnType<typeof steadyClock> }
let network: { id: string; demo: boolean }
let demo: { id: string; demo: boolean }

const mail = {
  recipient: 'mira.halden@auenfurt.example',
  language: 'de',
  subject: 'Grüße vom Tisch',
  content: 'Ein Link:\nhttps://tisch.example/links/geheim',
} satisfies Mail

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

beforeEach(async () => {
  const clock = steadyClock('2026-03-02T09:00:00Z')
  ground = { db: database.app, clock, files: null as never, signals: null as never, settings: readSettings({}) }
  await database.owner.deleteFrom('outbox').execute()
  await database.owner.deleteFrom('network').execute()
  network = await foundNetwork(false)
  demo = await foundNetwork(true)
})

async function foundNetwork(isDemo: boolean) {
  const id = newId(ground.clock)
  const created_at = ground.clock.instant().toString()
  const place = { host: isDemo ? 'demo.example' : null, region: null, languages: ['de'], time_zone: 'Europe/Berlin' }
  await database.owner
    .insertInto('network')
    .values({ id, name: 'Tisch', ...place, demo: isDemo, created_at })
    .execute()
  return { id, demo: isDemo }
}

const queue = (where: typeof network, over: Partial<Mail> = {}) =>
  inNetwork(ground.db, where.id, 'write', db => queueMail({ db, ground, network: where }, { ...mail, ...over }))

const outbox = () => database.owner.selectFrom('outbox').selectAll().orderBy('created_at').orderBy('id').execute()

function post(answer: (recipient: string) => Delivery = () => ({ sent: true })) {
  const sent: Outgoing[] = []
  const transport = async (given: Outgoing) => {
    const delivery = answer(given.recipient)
    if (delivery.sent) sent.push({ ...given })
    return delivery
  }
  return { sent, transport }
}

describe('queueing', () => {
  it('leaves with its act or not at all', async () => {
    const broken = inNetwork(ground.db, network.id, 'write', async db => {
      await queueMail({ db, ground, network }, mail)
      throw new Error('the act failed')
    })
    await expect(broken).rejects.toThrow('the act failed')
    expect(await outbox()).toEqual([])
  })

  it('takes no recipient that is more than one address', async () => {
    const two = queue(network, { recipient: 'a@auenfurt.example, b@evil.example' })
    await expect(two).rejects.toMatchObject({ code: 'email-invalid' })
  })

  it('keeps the subject on one line', async () => {
    await queue(network, { subject: 'Grüße\r\nBcc: b@evil.example' })
    expect(await outbox()).toMatchObject([{ subject: 'Grüße Bcc: b@evil.example', state: 'waiting' }])
  })
})

describe('sending', () => {
  it('waits while no mail server is named', async () => {
    await queue(network)
    expect(await sendWaiting(ground)).toBe(0)
    expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 0 }])
  })

  it('sends what waits and keeps no secret of it', async () => {
    await queue(network)
    const { sent, transport } = post()
    expect(await sendWaiting(ground, transport)).toBe(1)
    expect(sent).toMatchObject([mail])
    expect(await outbox()).toMatchObject([{ state: 'sent', content: '', sent_at: '2026-03-02T09:00:00.000Z' }])
    expect(await sendWaiting(ground, transport)).toBe(0)
  })

  it('never sends what a demo shows', async () => {
    await queue(demo)
    const { sent, transport } = post()
    expect(await sendWaiting(ground, transport)).toBe(0)
    expect(sent).toEqual([])
    expect(await outbox()).toMatchObject([{ state: 'shown', content: mail.content }])
  })

  it('tries again later, later and later, and gives up after a day', async () => {
    await queue(network)
    const { transport } = post(() => ({ sent: false, reason: 'connect ECONNREFUSED', forGood: false }))
    const tries: string[] = []
    for (let minutes = 0; minutes <= 48 * 60; minutes += 1) {
      const before = (await outbox())[0]?.attempts ?? 0
      await sendWaiting(ground, transport)
      const [row] = await outbox()
      if (row && row.attempts > before) tries.push(row.attempts.toString())
      if (row?.state === 'failed') break
      ground.clock.set(
        ground.clock
          .instant()
          .add({ minutes: minutes < 100 ? 1 : 60 })
          .toString(),
      )
    }
    const [row] = await outbox()
    expect(row).toMatchObject({ state: 'failed', attempts: 8, last_error: 'connect ECONNREFUSED', content: '' })
    expect(tries).toHaveLength(8)
  })

  it('gives up at once when the server says never', async () => {
    await queue(network, { recipient: 'gone@auenfurt.example' })
    await queue(network)
    const { sent, transport } = post(recipient =>
      recipient.startsWith('gone') ? { sent: false, reason: '550 no such user', forGood: true } : { sent: true },
    )
    expect(await sendWaiting(ground, transport)).toBe(1)
    expect(sent).toHaveLength(1)
    expect(Object.fromEntries((await outbox()).map(({ recipient, state }) => [recipient, state]))).toEqual({
      'gone@auenfurt.example': 'failed',
      [mail.recipient]: 'sent',
    })
  })

  it('sends each mail once, however many processes send', async () => {
    for (let n = 0; n < 8; n += 1) await queue(network, { recipient: `person${n}@auenfurt.example` })
    const { sent, transport } = post()
    const counts = await Promise.all([1, 2, 3].map(() => sendWaiting(ground, transport)))
    expect(counts.reduce((sum, count) => sum + count)).toBe(8)
    expect(new Set(sent.map(({ recipient }) => recipient)).size).toBe(8)
    expect(sent).toHaveLength(8)
  })
})

describe('what goes over the wire', () => {
  /** nodemailer's own composer, without a server. */
  async function composed(given: Partial<Outgoing> & Pick<Mail, 'recipient'>): Promise<string> {
    let message = ''
    const composer = nodemailer.createTransport({ streamTransport: true, buffer: true })
    const transport = through(
      {
        async sendMail(options: object) {
          const info = (await composer.sendMail(options)) as unknown as { message: Buffer }
          message = info.message.toString()
          return info
        },
      } as never,
      'tisch@auenfurt.example',
    )
    const delivery = await transport({ id: ID, calendar: null, calendar_method: null, ...given } as Outgoing)
    return delivery.sent ? message : `not sent: ${delivery.reason}`
  }

  it('has one recipient and the text as it was written', async () => {
    const message = await composed(mail)
    expect(message).toMatch(/^From: tisch@auenfurt\.example\r$/m)
    expect(message).toMatch(/^To: mira\.halden@auenfurt\.example\r$/m)
    expect(message).toMatch(/^Content-Language: de\r$/m)
    expect(message).toContain('https://tisch.example/links/geheim')
  })

  it('carries a calendar as alternative and as file, and its own name', async () => {
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n'
    const read = await PostalMime.parse(await composed({ ...mail, calendar, calendar_method: 'CANCEL' }))
    expect(read.messageId).toBe(`<${ID}@auenfurt.example>`)
    expect(read.text?.trim()).toBe(mail.content)
    expect(read.attachments.map(({ mimeType, method, filename }) => [mimeType, method, filename])).toEqual([
      ['text/calendar', 'CANCEL', null],
      ['application/ics', undefined, 'invite.ics'],
    ])
    for (const { content } of read.attachments) expect(linesOf(content)).toEqual(calendar.split('\r\n'))
  })

  it('carries an enclosure as a PDF, which is forgotten when the mail has left', async () => {
    const document: Document = {
      title: 'Tagesordnung',
      language: 'de',
      direction: 'ltr',
      letterhead: null,
      pages: { page: 'Seite', of: 'von' },
      blocks: [{ kind: 'paragraph', label: null, text: 'Haushalt des Jahres' }],
    }
    const enclosure = { document, fileName: 'Tagesordnung.pdf' }
    const read = await PostalMime.parse(await composed({ ...mail, enclosure }))
    expect(read.text?.trim()).toBe(mail.content)
    const [file, ...more] = read.attachments
    expect([file?.mimeType, file?.filename, more]).toEqual(['application/pdf', 'Tagesordnung.pdf', []])
    const text = await convertFile(new Uint8Array(file!.content as ArrayBuffer), 'Tagesordnung.pdf')
    expect(text.ok && text.value.text).toContain('Haushalt des Jahres')

    const { sent, transport } = post()
    await queue(network, { enclosure })
    expect(await sendWaiting(ground, transport)).toBe(1)
    expect(sent[0]?.enclosure).toEqual(enclosure)
    expect((await outbox())[0]).toMatchObject({ state: 'sent', content: '', enclosure: null })
  })

  it('lets no subject and no language write a header', async () => {
    const bad = 'x\r\nBcc: other@evil.example'
    const message = await composed({ ...mail, subject: bad, language: bad })
    expect(message).not.toMatch(/^Bcc:/im)
  })

  it('refuses a recipient that would be two', async () => {
    expect(await composed({ ...mail, recipient: 'a@auenfurt.example,b@evil.example' })).toBe('not sent: email-invalid')
    expect(await composed({ ...mail, recipient: 'a@auenfurt.example\r\nBcc: b@evil.example' })).toBe(
      'not sent: email-invalid',
    )
  })
})

/** Readers of mails end a line as they like. */
const linesOf = (content: string | ArrayBuffer | Uint8Array): string[] =>
  (typeof content === 'string' ? content : new TextDecoder().decode(content)).split(/\r?\n/)
