import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Persona } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import type { Id } from '../../../ground/schema.ts'
import type { PaperShown } from '../contract.ts'
import type { SignatureShown, SupportShown } from './contract.ts'

let world: World<TestDatabase>
let body: Id
let board: Id
beforeAll(async () => {
  world = await openWorld()
  const { owner } = world.database
  const of = (kind: 'plenary' | 'board') =>
    owner.selectFrom('body').where('kind', '=', kind).select('id').executeTakeFirstOrThrow()
  body = (await of('plenary')).id
  board = (await of('board')).id
})
afterAll(() => world.close())

type Who = Persona | 'public'
const post = async (path: string, fields: Record<string, string>, who: Who = 'coordinator') =>
  (await world.as(who)).post(path, fields)
const json = async <T>(path: string, who: Who = 'coordinator') =>
  (await (await (await world.as(who)).get(path, true)).json()) as T
const html = async (path: string, who: Who = 'coordinator') => (await (await world.as(who)).get(path)).text()
const inDays = (days: number) => world.ground.clock.today(world.network.timeZone).add({ days }).toString()

const FIRST = 'Wir fordern eine Anlaufstelle.'
const SENTENCE = 'Der Rat entscheidet im Mai.'
async function begin(over: Record<string, string> = {}): Promise<Id> {
  // The outbox is read in the order of its ids, which tell milliseconds apart: no address gets two mails in a test.
  await world.database.owner.deleteFrom('outbox').execute()
  const fields = {
    paperType: 'demand',
    name: 'Anlaufstelle',
    wording: FIRST,
    bodyId: body,
    audience: 'network',
    ...over,
  }
  const answer = await post('/papers', fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('/')[2]!.split('?')[0]!
}
const open = (id: Id, over: Record<string, string> = {}, who: Who = 'coordinator') =>
  post(`/papers/${id}/support`, { version: '1', untilDay: inDays(20), sentence: SENTENCE, ...over }, who)
const invite = (id: Id, addresses: string, language = 'de') =>
  post(`/papers/${id}/support/invitations`, { addresses, language })
const common = async (id: Id) => new URL((await shown(id)).common!).pathname
const shown = (id: Id, who: Who = 'coordinator') => json<SupportShown>(`/papers/${id}/support`, who)
const mails = () => world.database.owner.selectFrom('outbox').orderBy('id').selectAll().execute()

/** The path in the mail that an address got last. */
async function linkOf(address: string): Promise<string> {
  const own = (await mails()).filter(({ recipient }) => recipient === address)
  return `/links/papers/${/\/links\/papers\/([\w-]{43})/.exec(own.at(-1)!.content)![1]}`
}
const linked = (path: string) => json<SignatureShown>(path, 'public')
const sign = (path: string, over: Record<string, string> = {}) =>
  post(path, { version: '1', name: 'Ada Beispiel', affiliation: 'Sportverein', ...over }, 'public')

describe('a paper that is opened for signing', () => {
  it('is opened by those who lead its body, until a day to come, with the wording that they read', async () => {
    const id = await begin()
    expect((await open(id, {}, 'delegate')).status).toBe(403)
    expect((await open(id, {}, 'public')).status).toBe(404)
    expect((await open(id, { untilDay: inDays(-1) })).status).toBe(422)
    expect((await open(id, { sentence: ' ' })).status).toBe(422)
    expect((await open(id, { version: '2' })).status).toBe(409)
    expect((await open(id)).status).toBe(303)
    expect((await shown(id)).signing).toEqual({ until: inDays(20), sentence: SENTENCE, version: 1, standing: 'open' })
    expect((await shown(id, 'delegate')).can).toEqual({ open: false, invite: false, close: false })
  })

  it('asks several addresses at once, each by a link of its own and once, and says which are wrong', async () => {
    const id = await begin()
    expect((await invite(id, 'ada@verein.example')).status).toBe(404)
    await open(id)
    const wrong = await invite(id, 'ada@verein.example, ada@, nix')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('ada@, nix')
    const before = (await mails()).length
    expect((await invite(id, 'ada@verein.example\nEMRE@verein.example;ada@verein.example', 'ar')).status).toBe(303)
    expect((await invite(id, 'ada@verein.example,noor@verein.example')).status).toBe(303)
    const sent = (await mails()).slice(before)
    expect(sent.map(({ recipient }) => recipient).sort()).toEqual([
      ...['ada@verein.example', 'emre@verein.example', 'noor@verein.example'],
    ])
    expect(sent.find(({ recipient }) => recipient === 'ada@verein.example')!.content).toContain('توقيعكم')
    for (const { content } of sent) {
      expect(content).toContain(SENTENCE)
      expect(content).not.toContain(FIRST)
    }
    const { waiting } = await shown(id)
    expect(waiting!.map(({ address }) => address).sort()).toEqual(sent.map(({ recipient }) => recipient).sort())
    expect((await shown(id, 'delegate')).waiting).toBeNull()
  })

  it('is signed, changed and withdrawn by the same link; only who agreed is named', async () => {
    const id = await begin({ withoutAdministration: 'yes' })
    await open(id)
    await invite(id, 'ada@verein.example emre@verein.example')
    const [ada, emre] = [await linkOf('ada@verein.example'), await linkOf('emre@verein.example')]
    expect(await linked(ada)).toMatchObject({ name: 'Anlaufstelle', wording: FIRST, own: null, all: 0 })
    expect((await sign(ada, { name: ' ' })).status).toBe(422)
    expect((await sign(ada, { named: 'yes' })).status).toBe(303)
    expect((await sign(emre, { name: 'Emre Beispiel', affiliation: '' })).status).toBe(303)
    expect(await shown(id)).toMatchObject({ all: 2, named: 1, waiting: [] })
    expect((await shown(id)).signatures.map(({ name }) => name)).toEqual(['Ada Beispiel', 'Emre Beispiel'])
    const seen = await shown(id, 'delegate')
    expect(seen).toMatchObject({ all: 2, named: 1 })
    expect(seen.signatures.map(({ name }) => name)).toEqual(['Ada Beispiel'])
    expect((await linked(emre)).signatures.map(({ name }) => name)).toEqual(['Ada Beispiel'])
    expect((await linked(emre)).own).toMatchObject({ name: 'Emre Beispiel', named: false })

    const paper = await json<PaperShown>(`/papers/${id}`, 'delegate')
    expect(paper.support).toEqual({ all: 2, named: 1, until: inDays(20), standing: 'open' })
    expect(paper.line.find(({ kind }) => kind === 'support')).toMatchObject({ all: 2, named: 1 })
    expect(await html(`/papers/${id}`)).toContain('2 unterstützen, eine davon öffentlich')

    expect((await sign(ada, { name: 'Ada B.' })).status).toBe(303)
    expect(await shown(id, 'delegate')).toMatchObject({ all: 2, named: 0, signatures: [] })
    expect((await post(`${ada}/withdrawal`, {}, 'public')).status).toBe(303)
    expect((await post(`${ada}/withdrawal`, {}, 'public')).status).toBe(409)
    expect(await shown(id)).toMatchObject({ all: 1, named: 0, waiting: [{ withdrawn: true }] })
    expect(await html(ada, 'public')).toContain('Sie haben Ihre Unterschrift zurückgezogen')
    // What was taken back is nowhere any more.
    const rows = await world.database.owner.selectFrom('signature').where('paper_id', '=', id).selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('Ada')
    expect((await sign(ada)).status).toBe(303)
    expect((await shown(id)).all).toBe(2)
  })

  it('is signed in a wording: a newer one is put before people outside by opening anew, and says what is older', async () => {
    const id = await begin()
    await open(id)
    await invite(id, 'ada@verein.example')
    const ada = await linkOf('ada@verein.example')
    await sign(ada)
    const second = `${FIRST} In der Stadtmitte.`
    await post(`/papers/${id}/versions`, { from: '1', wording: second, note: '' })
    expect((await linked(ada)).wording).toBe(FIRST)
    expect(await html(`/papers/${id}/support`)).toContain('Es gibt inzwischen Fassung 2')
    expect((await open(id, { version: '1' })).status).toBe(409)
    expect((await open(id, { version: '2' })).status).toBe(303)
    expect(await linked(ada)).toMatchObject({ wording: second, own: { version: 1, older: true } })
    expect(await html(ada, 'public')).toContain('Der Wortlaut hat sich seit Ihrer Unterschrift geändert')
    expect((await shown(id)).signatures).toMatchObject([{ version: 1, older: true }])
    // Somebody signs what he did not see.
    expect((await sign(ada, { version: '1' })).status).toBe(409)
    expect((await sign(ada, { version: '2' })).status).toBe(303)
    expect((await shown(id)).signatures).toMatchObject([{ version: 2, older: false }])
  })

  it('is closed early and reopened, both in the journal; nothing is signed, changed or withdrawn meanwhile', async () => {
    const id = await begin()
    await open(id)
    await invite(id, 'ada@verein.example')
    const ada = await linkOf('ada@verein.example')
    await sign(ada, { named: 'yes' })
    expect((await post(`/papers/${id}/support/close`, {}, 'delegate')).status).toBe(403)
    expect((await post(`/papers/${id}/support/close`, {})).status).toBe(303)
    expect((await post(`/papers/${id}/support/close`, {})).status).toBe(409)
    const late = await sign(ada)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('ist jetzt geschlossen')
    expect((await post(`${ada}/withdrawal`, {}, 'public')).status).toBe(409)
    expect((await invite(id, 'noor@verein.example')).status).toBe(409)
    expect(await linked(ada)).toMatchObject({ signing: { standing: 'closed' }, own: { named: true } })
    expect((await open(id, { untilDay: inDays(40) })).status).toBe(303)
    expect((await sign(ada, { name: 'Ada Neu' })).status).toBe(303)
    const { owner } = world.database
    const ids = owner.selectFrom('signing').where('paper_id', '=', id).select('id')
    const acts = await owner.selectFrom('journal').where('subject_id', 'in', ids).select(['act', 'person_id']).execute()
    expect(acts.map(({ act }) => act).sort()).toEqual([
      'signing.close',
      'signing.invite',
      'signing.open',
      'signing.open',
    ])
    expect(acts.every(({ person_id }) => person_id !== null)).toBe(true)
  })

  it('ends after its last day, and a link opens its own paper alone', async () => {
    const [id, other] = [await begin(), await begin({ name: 'Andere', wording: 'Etwas anderes.', bodyId: board })]
    await open(id, { untilDay: inDays(0) })
    await open(other)
    await invite(id, 'ada@verein.example')
    const ada = await linkOf('ada@verein.example')
    await invite(other, 'noor@verein.example')
    expect((await sign(ada)).status).toBe(303)
    expect((await shown(other)).all).toBe(0)
    await world.database.owner
      .updateTable('signing')
      .where('paper_id', '=', id)
      .set({ until_day: inDays(-1) })
      .execute()
    expect((await sign(ada)).status).toBe(409)
    expect((await linked(ada)).signing.standing).toBe('over')
    expect((await sign(`/links/papers/${'x'.repeat(43)}`)).status).toBe(404)
    // The chair leads the body and sees who signed; addresses are for the coordination.
    const { waiting } = await shown(other, 'chair')
    expect(waiting).toMatchObject([{ address: null }])
  })

  it('has an address to pass on: a signature counts only through the link that a mailbox got', async () => {
    const id = await begin()
    await open(id)
    expect((await shown(id)).common).toBeNull()
    await open(id, { common: 'yes' })
    const address = await common(id)
    expect(await linked(address)).toMatchObject({ name: 'Anlaufstelle', wording: FIRST, all: 0 })
    expect((await post(address, { email: 'nix' }, 'public')).status).toBe(422)
    const answers = []
    for (const email of ['noor@verein.example', 'NOOR@verein.example']) {
      const answer = await post(address, { email }, 'public')
      answers.push([answer.status, answer.headers.get('location'), await answer.text()])
    }
    // Nothing tells that the address is known, and it has one signature.
    expect(answers[1]).toEqual(answers[0])
    expect(await shown(id)).toMatchObject({ all: 0, waiting: [] })
    const noor = await linkOf('noor@verein.example')
    expect((await sign(noor, { name: 'Noor' })).status).toBe(303)
    expect((await shown(id)).all).toBe(1)
    expect(
      (await world.database.owner.selectFrom('signature').where('paper_id', '=', id).select('id').execute()).length,
    ).toBe(1)
    // Who was asked by the table is not let in twice.
    await invite(id, 'noor@verein.example, emre@verein.example')
    expect((await mails()).filter(({ recipient }) => recipient === 'noor@verein.example')).toHaveLength(2)
    await post(`/papers/${id}/support/close`, {})
    expect((await post(address, { email: 'ada@verein.example' }, 'public')).status).toBe(409)
    await open(id, { common: 'yes' })
    expect(await common(id)).toBe(address)
    const many = []
    for (let at = 0; at < 7; at++) many.push((await post(address, { email: 'mia@verein.example' }, 'public')).status)
    expect(many.at(0)).toBe(303)
    expect(many.at(-1)).toBe(429)
    // Taken back, the address leads to what is closed.
    await open(id)
    expect((await linked(address)).signing.standing).toBe('closed')
    expect((await (await world.as('public')).get('/support/x')).status).toBe(404)
  })
})
