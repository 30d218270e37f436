import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Persona } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import type { Id } from '../../../ground/schema.ts'
import type { PaperShown } from '../../papers/contract.ts'
import type { TermList, TermPageShown } from './contract.ts'

let world: World<TestDatabase>
const bodies = { plenary: '' as Id, strategy: '' as Id }
beforeAll(async () => {
  world = await openWorld()
  const rows = await world.database.owner.selectFrom('body').select(['id', 'kind', 'name']).execute()
  bodies.plenary = rows.find(({ kind }) => kind === 'plenary')!.id
  bodies.strategy = rows.find(({ name }) => name === 'AG Strategie')!.id
})
afterAll(() => world.close())

const idOf = (answer: Response) => answer.headers.get('location')!.split(/[/?#]/)[2]!
const post = async (path: string, fields: Record<string, string>, who: Persona = 'coordinator') =>
  (await world.as(who)).post(path, fields)
const json = async <T>(path: string, who: Persona | 'public' = 'coordinator') =>
  (await (await (await world.as(who)).get(path, true)).json()) as T
const set = async (wording: string, bodyId = bodies.plenary) =>
  idOf(await post('/terms', { bodyId, kind: 'word', wording, meaning: '', fromDay: '2020-01-01' }))
const paper = async (wording: string) => {
  const fields = { bodyId: bodies.plenary, paperType: 'demand', name: 'Ein Gespräch', audience: 'network' }
  return idOf(await post('/papers', { ...fields, wording }))
}
const told = async (id: string, who: Persona = 'coordinator') =>
  (await json<PaperShown>(`/papers/${id}`, who)).replacedTerms.map(({ used, since, replacedBy }) => ({
    ...{ used, since, by: replacedBy?.wording ?? null },
  }))

describe('a term', () => {
  it('is replaced by a newer one, and both know of each other', async () => {
    const older = await set('Fachkonferenz')
    const answer = await post(`/terms/${older}/replacement`, {
      ...{
        wording: 'Offenes Ohr',
        meaning: 'Auf Augenhöhe.',
        fromDay: '2025-06-01',
        reason: 'Zu viele Vorträge.',
      },
    })
    const newer = idOf(answer)
    expect(await json<TermPageShown>(`/terms/${older}`)).toMatchObject({
      over: true,
      term: {
        until: '2025-05-31',
        replacedBy: { id: newer, wording: 'Offenes Ohr' },
        reason: 'Zu viele Vorträge.',
      },
      can: { replace: false },
    })
    expect(await json<TermPageShown>(`/terms/${newer}`)).toMatchObject({ over: false, replaces: [{ id: older }] })
    const before = await json<TermList>('/terms?list=before')
    expect(before.terms.map(({ wording }) => wording)).toContain('Fachkonferenz')
    expect((await post(`/terms/${older}/replacement`, { wording: 'X', fromDay: '2025-07-01' })).status).toBe(409)
  })

  it('that was replaced is told to whoever writes it, and not once it holds no more than before', async () => {
    const id = await paper('Wir laden zu zwei Fachkonferenzen. Die Fachkonferenz ist öffentlich.')
    expect(await told(id)).toEqual([
      { used: ['Fachkonferenzen', 'Fachkonferenz'], since: '2025-06-01', by: 'Offenes Ohr' },
    ])
    const page = await (await (await world.as('coordinator')).get(`/papers/${id}`)).text()
    expect(page).toContain('Offenes Ohr')
    expect(page).toContain('Ein Begriff gilt nicht mehr')
    await post(`/papers/${id}/versions`, { from: '1', wording: 'Wir laden zu zwei Offenen Ohren.', note: '' })
    expect(await told(id)).toEqual([])
  })

  it('holds until its last day and is told from the next on', async () => {
    const id = await set('Fachtag')
    const today = (await json<TermList>('/terms')).today
    await post(`/terms/${id}/end`, { untilDay: today, reason: 'Es gibt keinen mehr.' })
    const text = await paper('Der Fachtag findet statt.')
    expect(await told(text)).toEqual([])
    world.ground.clock.set(world.ground.clock.instant().add({ hours: 24 }).toString())
    expect(await told(text)).toMatchObject([{ used: ['Fachtag'], by: null }])
  })

  it('of a body that somebody does not see is neither listed nor told', async () => {
    const secret = await set('Leisetreterei', bodies.strategy)
    await post(`/terms/${secret}/replacement`, { wording: 'Umsicht', fromDay: '2025-06-01', reason: '' })
    const id = await paper('Keine Leisetreterei!')
    expect(await told(id)).toHaveLength(1)
    expect(await told(id, 'groupMember')).toEqual([])
    const listed = await json<TermList>('/terms?list=before', 'groupMember')
    expect(listed.terms.map(({ wording }) => wording)).not.toContain('Leisetreterei')
    expect((await (await world.as('groupMember')).get(`/terms/${secret}`)).status).toBe(404)
    expect((await (await world.as('public')).get('/terms')).status).toBe(404)
  })

  it('is refused with a reason when it holds already, ends before it began, or is set by somebody who may not', async () => {
    const id = await set('Runde')
    const fields = { bodyId: bodies.plenary, kind: 'word', wording: 'runde', fromDay: '2021-01-01' }
    expect((await post('/terms', fields)).status).toBe(409)
    expect((await post('/terms', { ...fields, wording: ' ' })).status).toBe(422)
    expect((await post(`/terms/${id}/end`, { untilDay: '2019-01-01', reason: 'Weil' })).status).toBe(422)
    expect((await post(`/terms/${id}/replacement`, { wording: 'Kreis', fromDay: '2020-01-01' })).status).toBe(422)
    expect((await post('/terms', { ...fields, wording: 'Kreis' }, 'groupMember')).status).toBe(403)
  })
})
