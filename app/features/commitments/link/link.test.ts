import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { CommitmentList, CommitmentShown } from '../contract.ts'
import type { LinkPageShown } from './contract.ts'

let world: World
let coordinator: Caller
let stranger: Caller
let now: string
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  stranger = await world.as('public')
  now = world.ground.clock.instant().toString()
})
beforeEach(() => tick())
afterAll(() => world.close())

let ticks = 0
/** A second later than ever before in this file, so that what was written last is last. */
const tick = () => world.ground.clock.set(new Date(Date.parse(now) + ++ticks * 1000).toISOString())

const find = async (words: string, list = 'open') => {
  const answer = await coordinator.get(`/commitments?list=${list}`, true)
  return ((await answer.json()) as CommitmentList).items.find(({ wording }) => wording.includes(words))!
}
const shown = async (id: string) =>
  (await (await coordinator.get(`/commitments/${id}`, true)).json()) as CommitmentShown
const personId = (name: string) =>
  world.view(
    'system',
    async ({ db }) =>
      (await db.selectFrom('person').where('name', '=', name).select('id').executeTakeFirstOrThrow()).id,
  )
const lastMail = () =>
  world.database.owner
    .selectFrom('outbox')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .selectAll()
    .executeTakeFirstOrThrow()
const SECRET = /\/links\/([\w-]{43})/

/** Asks, and returns the path that stands in the mail. */
async function asked(id: string, fields: Record<string, string>): Promise<string> {
  tick()
  const answer = await coordinator.post(`/commitments/${id}/links`, { approved: 'yes', email: '', ...fields })
  expect(answer.status).toBe(303)
  return `/links/${SECRET.exec((await lastMail()).content)![1]}`
}
const askedSaleh = async (wording = 'Bitte melden Sie, wie weit die Sammlung ist.') => {
  const { id } = await find('Amina Saleh sammelt')
  return { id, path: await asked(id, { to: await personId('Amina Saleh'), wording }) }
}

describe('asking', () => {
  it('names whom it goes to and who will read it, and begins with nothing where the line was closed', async () => {
    const closed = await find('besucht')
    const page = await (await coordinator.get(`/commitments/${closed.id}/ask`)).text()
    expect(page).toContain('Amina Saleh')
    expect(page).toContain('Was Sie hier schreiben, verlässt das Haus')
    expect(page).toContain('nicht öffentlich war')
    expect(page).toMatch(/<textarea[^>]*name="wording"[^>]*><\/textarea>/)
    expect(page).toContain('Das ist wörtlich der Satz aus der nicht öffentlichen Sitzung')
  })

  it('begins with the wording of the table where that is not the closed line itself', async () => {
    const { id } = await find('besucht')
    const { revision, owner } = await shown(id)
    const change = {
      wording: 'Besuch bei der neuen Leitung',
      owner: `person:${owner.id}`,
      dueOn: '',
      dueWords: '',
      revision: String(revision),
    }
    expect((await coordinator.post(`/commitments/${id}`, change)).status).toBe(303)
    const page = await (await coordinator.get(`/commitments/${id}/ask`)).text()
    expect(page).toMatch(/<textarea[^>]*name="wording"[^>]*>Besuch bei der neuen Leitung<\/textarea>/)
  })

  it('sends the approved wording and nothing else of the minutes', async () => {
    const { id } = await find('Seidel')
    const jonas = await personId('Jonas Ferber')
    const fields = { to: jonas, wording: 'Haben Sie telefoniert?', email: '' }
    expect((await coordinator.post(`/commitments/${id}/links`, fields)).status).toBe(422)
    const path = await asked(id, fields)
    const mail = await lastMail()
    expect(mail).toMatchObject({ recipient: 'jonas.ferber@auenfurt.example', language: 'de' })
    expect(mail.content).toContain('Haben Sie telefoniert?')
    expect(mail.content).toContain(`http://localhost${path}`)
    expect(`${mail.subject}${mail.content}`).not.toContain('Seidel')
    const page = await (await stranger.get(path)).text()
    expect(page).toContain('Haben Sie telefoniert?')
    expect(page).not.toContain('Seidel')
    expect(page).not.toContain('Vorstand')
    const publication = await world.database.owner
      .selectFrom('publication')
      .where('subject_id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(publication).toMatchObject({ door: 'link', wording: 'Haben Sie telefoniert?', withdrawn_at: null })
    expect((await shown(id)).history.at(-1)).toMatchObject({ kind: 'asked', by: { name: 'Mira Halden' } })
  })

  it('writes to an address only where somebody outside is bound, in the language chosen', async () => {
    const { id } = await find('Eigenanteil')
    const address = {
      to: 'address',
      email: 'post@stiftung.example',
      wording: 'Die Zusage über den Eigenanteil',
      approved: 'yes',
      language: 'en',
    }
    expect((await coordinator.post(`/commitments/${id}/links`, address)).status).toBe(422)
    const { revision, wording } = await shown(id)
    await coordinator.post(`/commitments/${id}`, {
      wording,
      owner: 'outside',
      outsideName: 'Bürgerstiftung',
      revision: String(revision),
      dueWords: 'möglichst bald',
    })
    expect((await coordinator.post(`/commitments/${id}/links`, { ...address, email: 'post@stiftung' })).status).toBe(
      422,
    )
    await asked(id, address)
    expect(await lastMail()).toMatchObject({
      recipient: 'post@stiftung.example',
      language: 'en',
      subject: expect.stringContaining('How does this stand?'),
    })
    expect((await shown(id)).links[0]).toMatchObject({ to: 'post@stiftung.example', standing: 'open' })
  })

  it('is refused for persons who are not behind the owner, and for nobody', async () => {
    const { id } = await find('Amina Saleh sammelt')
    const fields = { to: await personId('Jonas Ferber'), wording: 'Wie steht es?', approved: 'yes', email: '' }
    expect((await coordinator.post(`/commitments/${id}/links`, fields)).status).toBe(422)
    const nobody = await find('Aushang')
    expect((await coordinator.post(`/commitments/${nobody.id}/links`, fields)).status).toBe(422)
    expect(await (await coordinator.get(`/commitments/${nobody.id}/ask`)).text()).toContain('Niemand ist zu erreichen')
  })

  it('is not for who does not lead the body', async () => {
    const { id } = await find('Amina Saleh sammelt')
    const delegate = await world.as('delegate')
    const fields = { to: await personId('Amina Saleh'), wording: 'Wie steht es?', approved: 'yes', email: '' }
    expect((await delegate.post(`/commitments/${id}/links`, fields)).status).toBe(403)
    expect((await delegate.get(`/commitments/${id}/ask`)).status).toBe(404)
  })
})

describe('a personal link', () => {
  it('shows on GET and changes nothing, however often it is opened', async () => {
    const { id, path } = await askedSaleh()
    const before = await counted()
    for (let times = 0; times < 3; times++) {
      const answer = await stranger.get(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('cache-control')).toContain('no-store')
    }
    expect(await counted()).toEqual(before)
    expect((await shown(id)).history.filter(({ kind }) => kind === 'report')).toEqual([])
  })

  it('reports on POST, thanks, shows what was reported, and can be used again from another device', async () => {
    const { id, path } = await askedSaleh()
    const answer = await stranger.post(path, { report: 'need_help', sentence: 'Uns fehlt jemand, der übersetzt.' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(path)
    const page = await (await (await world.as('guest')).get(path)).text()
    expect(page).toContain('Danke, das ist angekommen')
    expect(page).toContain('Uns fehlt jemand, der übersetzt.')
    expect((await (await world.as('guest')).post(path, { report: 'under_way', sentence: '' })).status).toBe(303)
    const data = (await (await stranger.get(path, true)).json()) as LinkPageShown
    expect(data.reports.map(({ report }) => report).sort()).toEqual(['need_help', 'under_way'])
    expect(Object.keys(data).sort()).toEqual([
      'answers',
      'dueOn',
      'expiresAt',
      'isDemand',
      'reports',
      'wording',
      'zone',
    ])
    const told = (await shown(id)).history.filter(({ kind }) => kind === 'report')
    expect(told).toHaveLength(2)
    for (const event of told) expect(event.by).toEqual({ kind: 'link', name: 'Amina Saleh' })
    expect((await shown(id)).state).toBe('open')
  })

  it('asks again for what is missing, with the sentence kept', async () => {
    const { path } = await askedSaleh()
    const answer = await stranger.post(path, { sentence: 'Ich habe nichts angekreuzt' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Ich habe nichts angekreuzt')
    expect((await stranger.post(path, { report: 'done', sentence: 'x'.repeat(2001) })).status).toBe(422)
  })

  it('acts as the public even for who is signed in', async () => {
    const { id, path } = await askedSaleh()
    tick()
    expect((await (await world.as('official')).post(path, { report: 'done' })).status).toBe(303)
    const line = await world.database.owner
      .selectFrom('journal')
      .where('act', '=', 'commitment.reportByLink')
      .orderBy('id', 'desc')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(line).toMatchObject({ actor: 'public', person_id: null, noun: 'commitment', subject_id: id })
    expect((await shown(id)).history.at(-1)!.by).toEqual({ kind: 'link', name: 'Amina Saleh' })
  })

  it('keeps its secret out of every table but the mail', async () => {
    const { path } = await askedSaleh()
    await stranger.post(path, { report: 'done', sentence: 'Fertig' })
    const secret = path.slice('/links/'.length)
    const tables = ['journal', 'personal_link', 'publication', 'commitment_event', 'commitment'] as const
    for (const table of tables) {
      const rows = await world.database.owner.selectFrom(table).selectAll().execute()
      expect(rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(rows)).not.toContain(secret)
    }
  })

  it('opens nothing when a letter of it is wrong', async () => {
    const { path } = await askedSaleh()
    const other = path.endsWith('A') ? `${path.slice(0, -1)}B` : `${path.slice(0, -1)}A`
    for (const wrong of [other, '/links/x', `/links/${'%00'.repeat(5)}`, `/links/${'a'.repeat(5000)}`]) {
      expect((await stranger.get(wrong)).status).toBe(404)
      expect([404, 422]).toContain((await stranger.post(wrong, { report: 'done' })).status)
    }
  })

  it('ends after sixty days, with a page that says so', async () => {
    const { path } = await askedSaleh()
    await later(59)
    expect((await stranger.get(path)).status).toBe(200)
    await later(60)
    const answer = await stranger.get(path)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('Dieser Link ist abgelaufen')
    const before = await counted()
    expect((await stranger.post(path, { report: 'done' })).status).toBe(410)
    expect(await counted()).toEqual(before)
  })

  it('ends when it is taken back', async () => {
    const { id, path } = await askedSaleh()
    const link = (await shown(id)).links[0]!
    const revocation = `/commitments/${id}/links/${link.id}/revocation`
    expect((await (await world.as('delegate')).post(revocation)).status).toBe(404)
    expect((await coordinator.post(revocation)).status).toBe(303)
    expect((await coordinator.post(revocation)).status).toBe(409)
    const answer = await stranger.get(path)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('zurückgezogen')
    expect((await stranger.post(path, { report: 'done' })).status).toBe(410)
    expect((await shown(id)).links.find(one => one.id === link.id)!.standing).toBe('revoked')
  })

  it('ends when somebody else becomes the owner', async () => {
    const { id, path } = await askedSaleh()
    const { wording, revision, owner } = await shown(id)
    const to = (mark: string, at: number) =>
      coordinator.post(`/commitments/${id}`, { wording, owner: mark, revision: String(at), dueOn: '', dueWords: '' })
    expect((await to('nobody:', revision)).status).toBe(303)
    expect((await stranger.get(path)).status).toBe(410)
    expect((await to(`person:${owner.id}`, revision + 1)).status).toBe(303)
    expect((await stranger.get(path)).status).toBe(410)
  })

  it('ends when its person has left', async () => {
    const { path } = await askedSaleh()
    const amina = await personId('Amina Saleh')
    const yesterday = new Date(Date.parse(now) - 2 * 86_400_000).toISOString().slice(0, 10)
    const memberships = () => world.database.owner.updateTable('membership').where('person_id', '=', amina)
    await memberships().set({ end_date: yesterday }).execute()
    expect((await stranger.get(path)).status).toBe(410)
    expect((await stranger.post(path, { report: 'done' })).status).toBe(410)
    await memberships().set({ end_date: null }).execute()
    expect((await stranger.get(path)).status).toBe(200)
  })

  it('can not flood a history', async () => {
    const { path } = await askedSaleh()
    for (let times = 0; times < 20; times++)
      expect((await stranger.post(path, { report: 'under_way' })).status).toBe(303)
    expect((await stranger.post(path, { report: 'under_way' })).status).toBe(429)
    await later(1)
    expect((await stranger.post(path, { report: 'under_way' })).status).toBe(303)
  })

  it('speaks the language of whoever opens it', async () => {
    const { path } = await askedSaleh()
    const answer = await world.app.request(path, { headers: { 'accept-language': 'ar' } })
    const page = await answer.text()
    expect(page).toContain('dir="rtl"')
    expect(page).toContain('كيف تسير الأمور')
  })
})

const counted = () =>
  world.view('system', async ({ db }) => ({
    events: (await db.selectFrom('commitment_event').select('id').execute()).length,
    journal: (await db.selectFrom('journal').select('id').execute()).length,
  }))

async function later(days: number): Promise<void> {
  world.ground.clock.set(new Date(Date.parse(now) + ticks * 1000 + days * 86_400_000).toISOString())
}
