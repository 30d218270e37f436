import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Persona } from '../../../demo/network.ts'
import type { TestDatabase } from '../../../tests/world/database.ts'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { World } from '../../../tests/world/world.ts'
import type { Id } from '../../ground/schema.ts'
import type { CompareShown, PaperList, PaperShown } from './contract.ts'

let world: World<TestDatabase>
let body: Id
beforeAll(async () => {
  world = await openWorld()
  const { owner } = world.database
  body = (await owner.selectFrom('body').where('kind', '=', 'plenary').select('id').executeTakeFirstOrThrow()).id
})
afterAll(() => world.close())

const post = async (path: string, fields: Record<string, string>, who: Persona = 'coordinator') =>
  (await world.as(who)).post(path, fields)
const json = async <T>(path: string, who: Persona | 'public' = 'coordinator') =>
  (await (await (await world.as(who)).get(path, true)).json()) as T
const status = async (path: string, who: Persona | 'public') => (await (await world.as(who)).get(path)).status
const fields = { paperType: 'demand', name: 'Zentrale Anlaufstelle', wording: 'Wir fordern eine Anlaufstelle.' }

async function begin(over: Record<string, string> = {}): Promise<Id> {
  const answer = await post('/papers', { ...fields, bodyId: body, audience: 'network', ...over })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('/')[2]!.split('?')[0]!
}
const shown = (id: Id, who: Persona = 'coordinator') => json<PaperShown>(`/papers/${id}`, who)

describe('a demand', () => {
  it('begins as a draft with its first wording', async () => {
    const id = await begin()
    expect(await shown(id)).toMatchObject({
      ...{ name: 'Zentrale Anlaufstelle', state: 'drafted', openYears: null, versions: 1 },
      version: { number: 1, wording: 'Wir fordern eine Anlaufstelle.' },
    })
    expect((await post('/papers', { ...fields, bodyId: body, audience: 'network', name: '' })).status).toBe(422)
  })

  it('keeps each wording, and shows two beside each other', async () => {
    const id = await begin()
    const wording = 'Wir fordern eine Anlaufstelle in der Stadtmitte.'
    expect((await post(`/papers/${id}/versions`, { from: '1', wording, note: 'Ort' })).status).toBe(303)
    // Somebody else wrote meanwhile.
    expect((await post(`/papers/${id}/versions`, { from: '1', wording: 'Anders.', note: '' })).status).toBe(409)
    const { from, to, stretches } = await json<CompareShown>(`/papers/${id}/versions`)
    expect({ from, to }).toEqual({ from: 1, to: 2 })
    expect(stretches.filter(({ kind }) => kind === 'new').map(({ text }) => text)).toEqual([' in der Stadtmitte'])
    expect(await status(`/papers/${id}/versions?from=1&to=7`, 'coordinator')).toBe(404)
  })

  it('stands where somebody said it does, since the day he said, with a reason for a loss', async () => {
    const id = await begin()
    await post(`/papers/${id}/state`, { state: 'raised', since: '2016-03-01', sentence: 'An den Stadtrat.' })
    expect((await shown(id)).openYears).toBeGreaterThanOrEqual(9)
    const move = (over: Record<string, string>) => post(`/papers/${id}/state`, { sentence: '', ...over })
    expect((await move({ state: 'lost', since: '2020-01-01' })).status).toBe(422)
    expect((await move({ state: 'won', since: '2015-01-01' })).status).toBe(422)
    expect((await move({ state: 'won', since: '2999-01-01' })).status).toBe(422)
    expect((await move({ state: 'raised', since: '2020-01-01' })).status).toBe(409)
    expect((await move({ state: 'won', since: '2024-05-01' })).status).toBe(303)
    expect(await shown(id)).toMatchObject({ state: 'won', since: '2024-05-01', openYears: null })
    const { papers } = await json<PaperList>('/papers?list=won')
    expect(papers.map(paper => paper.id)).toContain(id)
  })

  it('has one line through the years: contacts, actions, what other bodies decided', async () => {
    const id = await begin()
    await post(`/papers/${id}/state`, { state: 'raised', since: '2018-03-01', sentence: '' })
    const petition = { kind: 'petition', day: '2019-06-01', whom: '', sentence: 'Auf dem Markt.', count: '412' }
    await post(`/papers/${id}/events`, petition)
    const call = { kind: 'call', day: '2018-04-01', whom: 'Sozialdezernat', sentence: 'Kein Rückruf.', count: '' }
    await post(`/papers/${id}/events`, call)
    expect((await post(`/papers/${id}/events`, { ...call, day: '2999-01-01' })).status).toBe(422)
    const consultation = { where: '', bodyName: 'Sozialausschuss', day: '2020-02-02', role: 'decision' }
    await post(`/papers/${id}/consultations`, consultation)
    const at = (await shown(id)).consultations[0]!.id
    const result = { result: 'rejected', resultDay: '2020-02-02', sentence: 'Kein Geld.', source: 'Niederschrift' }
    expect((await post(`/papers/${id}/consultations/${at}/result`, result)).status).toBe(303)
    expect((await post(`/papers/${id}/consultations/${at}/result`, result)).status).toBe(409)
    const { line } = await shown(id)
    expect(line.map(({ kind, day }) => [kind, day]).slice(0, 4)).toEqual([
      ['state', '2018-03-01'],
      ['event', '2018-04-01'],
      ['event', '2019-06-01'],
      ['consultation', '2020-02-02'],
    ])
    expect(line[2]).toMatchObject({ count: 412 })
    expect(line[3]).toMatchObject({ result: 'rejected', source: 'Niederschrift' })
  })

  it('is made of a commitment, whose wording it begins with', async () => {
    const { items } = await json<{ items: { id: Id; wording: string }[] }>('/commitments')
    const [{ id, wording }] = items as [{ id: Id; wording: string }]
    const page = await (await (await world.as('coordinator')).get(`/papers/new?commitment=${id}`)).text()
    expect(page).toContain(wording.slice(0, 20))
    const paper = await begin({ commitmentId: id })
    expect((await shown(paper)).commitment).toEqual({ id, wording })
    expect((await post('/papers', { ...fields, bodyId: body, audience: 'body', commitmentId: body })).status).toBe(422)
  })

  it('is for those whom it is for: a draft without the administration is not there for an official', async () => {
    const id = await begin({ audience: 'network', withoutAdministration: 'yes' })
    expect(await status(`/papers/${id}`, 'official')).toBe(404)
    expect(await status(`/papers/${id}`, 'delegate')).toBe(200)
    expect(await status(`/papers/${id}`, 'public')).toBe(404)
    expect((await json<PaperList>('/papers?list=all', 'official')).papers.map(paper => paper.id)).not.toContain(id)
    expect((await post(`/papers/${id}/state`, { state: 'raised', since: '2020-01-01' }, 'delegate')).status).toBe(403)
  })
})
