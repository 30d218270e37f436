import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Persona } from '../../../demo/network.ts'
import type { TestDatabase } from '../../../tests/world/database.ts'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { World } from '../../../tests/world/world.ts'
import type { AccountShown, AuthorityShown, ProposalShown, StatementShown } from './contract.ts'
import { counts, factsOf, measures } from './model.ts'

let world: World<TestDatabase>
let plenary = ''
beforeAll(async () => {
  world = await openWorld()
  const bodies = world.database.owner.selectFrom('body').where('kind', '=', 'plenary')
  plenary = (await bodies.select('id').executeTakeFirstOrThrow()).id
})
afterAll(() => world.close())

type Who = Persona | 'public'
const post = async (path: string, fields: Record<string, string> = {}, who: Who = 'coordinator') =>
  (await world.as(who)).post(path, fields)
const json = async <T>(path: string, who: Who = 'public') =>
  (await (await (await world.as(who)).get(path, true)).json()) as T
const text = async (path: string, who: Who = 'public') => (await (await world.as(who)).get(path)).text()
/** Moving the clock would end the sessions: the day comes to the entries instead. */
const waited = () =>
  world.database.owner
    .updateTable('account_entry')
    .set({ public_from: world.ground.clock.today('Europe/Berlin').toString() })
    .execute()
const LINK = /\/links\/accountability\/([\w-]{43})/

async function demand(over: Record<string, string> = {}): Promise<string> {
  const fields = {
    bodyId: plenary,
    owner: 'outside',
    outsideName: 'Ausländerbehörde',
    dueOn: '2026-01-12',
    dueWords: '',
  }
  const answer = await post('/commitments', { ...fields, wording: 'Innen: Frau Kern soll endlich liefern', ...over })
  return answer.headers.get('location')!.split(/[/?#]/)[2]!
}
const proposal = {
  wording: 'Eine Sprechstunde ohne Termin',
  askedOn: '2026-01-02',
  email: 'amt@stadt.example',
  days: '14',
}
const markOf = async (id: string) => (await json<ProposalShown>(`/commitments/${id}/account`, 'coordinator')).mark
async function shownToAuthority(id: string, over: Record<string, string> = {}) {
  const fields = { ...proposal, approved: 'yes', seen: await markOf(id), ...over }
  expect((await post(`/commitments/${id}/account`, fields)).status).toBe(303)
  const { owner } = world.database
  const entry = owner.selectFrom('account_entry').where('commitment_id', '=', id).where('withdrawn_at', 'is', null)
  const row = await entry.where('published_at', 'is', null).select('id').executeTakeFirstOrThrow()
  const mails = await owner.selectFrom('outbox').where('recipient', '=', 'amt@stadt.example').selectAll().execute()
  const secrets = mails.flatMap(mail => LINK.exec(JSON.stringify(mail))?.[1] ?? [])
  const pages = secrets.map(secret => `/links/accountability/${secret}`)
  for (const page of pages) if ((await json<StatementShown>(page)).entry.id === row.id) return { entry: row.id, page }
  throw new Error('no link')
}
const publish = (entry: string, who: Who = 'coordinator') =>
  post(`/accountability/entries/${entry}/publication`, {}, who)

describe('the public account', () => {
  it('shows an entry to its authority first, and to everybody after the waiting time, as the authority saw it', async () => {
    const id = await demand()
    const said = { givenOn: '2026-01-10', source: 'letter', speaker: 'Frau Kern', speakerOffice: 'Leitung' }
    const told = { ...said, answer: 'refused', sentence: 'Frau Kern sagt: kein Personal.' }
    expect((await post(`/commitments/${id}/answers`, told)).status).toBe(303)

    const preview = await post(`/commitments/${id}/account`, proposal)
    expect(preview.status).toBe(422)
    const page = await preview.text()
    expect(page).toContain('Eine Sprechstunde ohne Termin')
    expect(page).toContain('kein Personal')

    const { entry, page: link } = await shownToAuthority(id)
    expect((await json<AccountShown>('/accountability')).authorities).toEqual([])
    expect((await publish(entry)).status).toBe(422)
    expect(await json<StatementShown>(link)).toMatchObject({ standing: 'waiting', entry: { statement: null } })

    expect((await post(link, { content: 'Seit März ist die Stelle <b>besetzt</b>.' }, 'public')).status).toBe(303)
    expect((await post(link, { content: 'Seit April ist die Stelle besetzt.' }, 'public')).status).toBe(303)
    await waited()
    expect((await publish(entry, 'public')).status).toBe(404)
    expect((await publish(entry)).status).toBe(303)

    const [authority] = (await json<AccountShown>('/accountability')).authorities
    expect(authority).toMatchObject({
      ...{ authority: 'Ausländerbehörde', asked: 1, answered: 1, promised: 0, kept: 0, late: 1 },
      ...{ daysToAnswer: 8, daysToPromise: null },
    })
    for (const measure of measures) {
      const behind = await json<AuthorityShown>(`/accountability/${authority!.id}?show=${measure}`)
      expect(behind.entries).toHaveLength(authority![measure])
    }
    const all = await text(`/accountability/${authority!.id}`)
    expect(all).toContain('Seit April ist die Stelle besetzt.')
    expect(all).toContain('kein Personal')
    for (const inside of ['Kern', 'endlich liefern', 'Seit März']) expect(all).not.toContain(inside)
  })

  it('keeps a statement beside the newer entry, and forgets a withdrawn one at once', async () => {
    const id = await demand({ outsideName: 'Jobcenter' })
    const first = await shownToAuthority(id)
    expect((await post(first.page, { content: 'Wir prüfen.' }, 'public')).status).toBe(303)
    await waited()
    expect((await publish(first.entry)).status).toBe(303)
    const second = await shownToAuthority(id, { wording: 'Mehr Dolmetschende' })
    await waited()
    expect((await publish(second.entry)).status).toBe(303)
    const of = (shown: AccountShown) => shown.authorities.find(({ authority }) => authority === 'Jobcenter')
    const authority = of(await json<AccountShown>('/accountability'))!
    const shown = await json<AuthorityShown>(`/accountability/${authority.id}`)
    expect(shown.entries).toMatchObject([{ wording: 'Mehr Dolmetschende', statement: { content: 'Wir prüfen.' } }])

    const withdrawal = `/accountability/entries/${second.entry}/withdrawal`
    expect((await post(withdrawal, { reason: '' })).status).toBe(422)
    expect((await post(withdrawal, { reason: 'Falsche Behörde' })).status).toBe(303)
    expect(of(await json<AccountShown>('/accountability'))).toBeUndefined()
    expect((await (await world.as('public')).get(`/accountability/${authority.id}`)).status).toBe(404)
    expect(await json<StatementShown>(second.page)).toMatchObject({
      standing: 'withdrawn',
      withdrawnReason: 'Falsche Behörde',
    })
    expect((await post(second.page, { content: 'Noch etwas' }, 'public')).status).toBe(409)
  })

  it('takes nothing that nobody owns', async () => {
    const id = await demand({ owner: 'nobody:', outsideName: '' })
    expect((await (await world.as('coordinator')).get(`/commitments/${id}/account`)).status).toBe(404)
    expect((await post(`/commitments/${id}/account`, { ...proposal, approved: 'yes' })).status).toBe(404)
  })

  it('refuses to send what somebody has not read: an answer that came meanwhile', async () => {
    const id = await demand({ outsideName: 'Gesundheitsamt' })
    const seen = await markOf(id)
    const said = { answer: 'evasive', givenOn: '2026-01-10', source: 'call', sentence: 'Man werde sehen.' }
    expect((await post(`/commitments/${id}/answers`, said)).status).toBe(303)
    const late = await post(`/commitments/${id}/account`, { ...proposal, approved: 'yes', seen })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Man werde sehen.')
    await shownToAuthority(id)
  })

  it('tells what the table took on itself, at once and beside the authorities', async () => {
    const people = world.database.owner.selectFrom('person').select('id').limit(1)
    const { id: person } = await people.executeTakeFirstOrThrow()
    const id = await demand({ owner: `person:${person}`, outsideName: '' })
    const own = { ...proposal, email: '', wording: 'Ein Sprachcafé im Norden', approved: 'yes', seen: await markOf(id) }
    expect((await post(`/commitments/${id}/account`, own)).status).toBe(303)
    const { owner } = world.database
    const entry = owner.selectFrom('account_entry').where('commitment_id', '=', id).select('id')
    expect((await publish((await entry.executeTakeFirstOrThrow()).id)).status).toBe(303)
    const { table, authorities } = await json<AccountShown>('/accountability')
    // One is the demo's.
    expect(table).toMatchObject([{ asked: 2, promised: 2, kept: 0, late: 2 }])
    expect(authorities.map(({ id: of }) => of)).not.toContain(table[0]!.id)
    expect(await text(`/accountability/${table[0]!.id}`)).toContain('Ein Sprachcafé im Norden')
  })

  it('tells the way of a demand through the years, without contacts, sources inside and names', async () => {
    const id = await demand({ outsideName: 'Schulamt' })
    const added = await post('/papers', {
      ...{ bodyId: plenary, paperType: 'demand', name: 'Plätze', wording: 'Mehr Plätze.', audience: 'body' },
      commitmentId: id,
    })
    const paper = added.headers.get('location')!.split(/[?#]/)[0]!
    expect((await post(`${paper}/state`, { state: 'raised', since: '2021-05-01', sentence: '' })).status).toBe(303)
    const rally = { kind: 'rally', day: '2023-06-01', sentence: 'Vor dem Rathaus', count: '120', whom: '' }
    expect((await post(`${paper}/events`, rally)).status).toBe(303)
    const call = { kind: 'call', day: '2024-02-01', sentence: 'Vertraulich am Telefon', count: '', whom: '' }
    expect((await post(`${paper}/events`, call)).status).toBe(303)
    const { entry } = await shownToAuthority(id)
    await waited()
    expect((await publish(entry)).status).toBe(303)
    const { authorities } = await json<AccountShown>('/accountability')
    const authority = authorities.find(one => one.authority === 'Schulamt')!
    const [shown] = (await json<AuthorityShown>(`/accountability/${authority.id}`)).entries
    expect(shown!.line.map(({ kind, day }) => [kind, day])).toEqual([
      ['state', '2021-05-01'],
      ['event', '2023-06-01'],
    ])
    const page = await text(`/accountability/${authority.id}`)
    expect(page).toContain('Vor dem Rathaus')
    expect(page).not.toContain('Vertraulich')
  })
})

describe('what a number counts', () => {
  const facts = { state: 'open', dueOn: '2026-01-12', answeredOn: null, promisedOn: null, keptOn: null } as const
  it('is not late on the day itself, when it is done, or where no day was said', () => {
    expect(counts('late', facts, '2026-01-12')).toBe(false)
    expect(counts('late', facts, '2026-01-13')).toBe(true)
    expect(counts('late', { ...facts, state: 'done' }, '2026-01-13')).toBe(false)
    expect(counts('late', { ...facts, dueOn: null }, '2026-01-13')).toBe(false)
    expect(counts('late', { ...facts, dueOn: null, state: 'missed' }, '2026-01-13')).toBe(true)
  })

  const open = { state: 'open', dueOn: '2026-01-12', doneOn: null } as const
  const yes = [{ on: '2026-01-05', answer: 'promised' }] as const
  it('is kept once the demand is done, or everything that was promised', () => {
    const kept = { state: 'done', dueOn: '2026-02-01', doneOn: '2026-01-20' } as const
    const waits = { state: 'open', dueOn: '2026-03-01', doneOn: null } as const
    expect(factsOf(open, yes, [kept])).toMatchObject({ keptOn: '2026-01-20', dueOn: '2026-02-01' })
    expect(factsOf(open, yes, [kept, waits])).toMatchObject({ keptOn: null, dueOn: '2026-03-01' })
    expect(factsOf({ ...open, state: 'done', doneOn: '2026-02-02' }, yes, [waits]).keptOn).toBe('2026-02-02')
    expect(factsOf({ ...open, state: 'done', doneOn: '2026-02-02' }, [], []).keptOn).toBeNull()
  })
})
