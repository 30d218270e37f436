import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../tests/world/world.ts'
import { keepWaiting } from '../../ground/search-waiting.ts'
import type { SearchShown } from './contract.ts'
import { excerptOf, stretchesOf } from './model.ts'

let world: World
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world.close())

const owner = () => world.database.owner
const ask = async (caller: Caller, question: Record<string, string>) => {
  const answer = await caller.get(`/search?${new URLSearchParams(question)}`, true)
  expect(answer.status).toBe(200)
  return (await answer.json()) as SearchShown
}
/** A commitment of the first body that the coordination opens through its door. */
async function opens(wording: string): Promise<string> {
  const body = await owner().selectFrom('body').where('kind', '=', 'plenary').select('id').executeTakeFirstOrThrow()
  const fields = { bodyId: body.id, wording, owner: 'nobody:', dueOn: '', dueWords: '' }
  const answer = await coordinator.post('/commitments', fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('?')[0]!
}

describe('the words of a question', () => {
  it('are found in every form, whole words first, at the place where they stand', async () => {
    const compound = await opens('Den Radwegeplan für die Uferstraße vorlegen')
    const whole = await opens('Alle Uferstraßen begehen und Ärztinnen dazu einladen')
    const { hits, asked } = await ask(coordinator, { q: 'Uferstrasse' })
    expect(asked).toBe('words')
    expect(hits.map(({ href }) => href)).toEqual([whole, compound])
    expect(hits[1]!.marks.map(({ from, to }) => hits[1]!.text.slice(from, to))).toEqual(['Uferstraße'])
    expect((await ask(coordinator, { q: 'Arzt Ufer' })).hits.map(({ href }) => href)).toEqual([whole])
    const parts = await ask(coordinator, { q: 'Plan Ufer' })
    expect(parts.hits.map(({ href }) => href)).toContain(compound)
  })

  it('say when they are in every text, and find nothing of what is not there', async () => {
    expect(await ask(coordinator, { q: 'und der die' })).toMatchObject({ asked: 'small', hits: [], count: 0 })
    expect(await ask(coordinator, { q: 'Quastenflosser' })).toMatchObject({ asked: 'words', hits: [], count: 0 })
    expect(await (await coordinator.get('/search')).text()).toContain('Wonach suchen Sie?')
    expect(await (await coordinator.get('/search?q=und')).text()).toContain('stehen in jedem Text')
  })

  it('are narrowed by kind, body, person and time', async () => {
    const path = await opens('Die Lampionkette am Steg prüfen')
    const today = world.ground.clock.today('Europe/Berlin').toString()
    const body = await owner().selectFrom('body').where('kind', '=', 'board').select('id').executeTakeFirstOrThrow()
    const hrefs = async (more: Record<string, string>) =>
      (await ask(coordinator, { q: 'Lampionketten', ...more })).hits.map(({ href }) => href)
    expect(await hrefs({})).toEqual([path])
    expect(await hrefs({ kind: 'commitment', from: today })).toEqual([path])
    expect(await hrefs({ kind: 'meeting' })).toEqual([])
    expect(await hrefs({ body: body.id })).toEqual([])
    expect(await hrefs({ until: '2020-01-01' })).toEqual([])
    const id = path.split('/')[2]!
    const person = await owner().selectFrom('person').select(['id', 'name']).executeTakeFirstOrThrow()
    expect(await hrefs({ person: person.id })).toEqual([])
    await owner()
      .updateTable('commitment')
      .set({ owner_kind: 'person', owner_person_id: person.id })
      .where('id', '=', id)
      .execute()
    expect(await hrefs({})).toEqual([])
    await keepWaiting(world.ground)
    expect(await hrefs({ person: person.id })).toEqual([path])
  })

  it('lead to the line of minutes', async () => {
    const entry = await owner()
      .selectFrom('entry')
      .where('kind', '=', 'task')
      .select(['id', 'minutes_id', 'content'])
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const { hits } = await ask(coordinator, { q: entry.content.split(/\s+/).slice(0, 6).join(' '), kind: 'entry' })
    expect(hits.map(({ href }) => href)).toContain(`/minutes/${entry.minutes_id}#entry-${entry.id}`)
  })
})

describe('papers and letters', () => {
  it('are found by what holds now, and by the address', async () => {
    const { id: bodyId } = await owner()
      .selectFrom('body')
      .where('kind', '=', 'plenary')
      .select('id')
      .executeTakeFirstOrThrow()
    const paper = { bodyId, paperType: 'demand', name: 'Nachtbus', wording: 'Ein Mondscheinbus bis Mitternacht.' }
    const added = await coordinator.post('/papers', { ...paper, audience: 'body', commitmentId: '' })
    const path = added.headers.get('location')!.split('?')[0]!
    const hrefs = async (q: string, kind: string) => (await ask(coordinator, { q, kind })).hits.map(({ href }) => href)
    expect(await hrefs('Mondschein', 'paper')).toEqual([path])
    const revised = { from: '1', wording: 'Ein Sammeltaxi bis Mitternacht.', note: '' }
    expect((await coordinator.post(`${path}/versions`, revised)).status).toBe(303)
    expect(await hrefs('Mondschein', 'paper')).toEqual([])
    expect(await hrefs('Nachtbusse Sammeltaxis', 'paper')).toEqual([path])
    expect((await ask(await world.as('public'), { q: 'Nachtbus' })).count).toBe(0)

    const letter = { bodyId, kind: 'talk', language: 'de', subject: 'Bitte um ein Gespräch', commitmentId: '' }
    const words = {
      address: 'Verkehrsbetrieb Auenfurt\nAm Depot 3\n99999 Auenfurt',
      wording: 'Wir bitten um ein Gespräch.',
    }
    const drafted = await coordinator.post('/letters', { ...letter, ...words })
    expect(drafted.status).toBe(303)
    expect(await hrefs('Verkehrsbetriebe', 'letter')).toEqual([drafted.headers.get('location')!.split('?')[0]])
    expect((await ask(await world.as('official'), { q: 'Verkehrsbetrieb' })).count).toBe(0)
  })
})

describe('what one does not see', () => {
  it('is neither found nor counted, by anybody', async () => {
    const rows = await owner().selectFrom('commitment').select(['id', 'wording']).execute()
    for (const persona of ['public', 'groupMember', 'boardMember', 'official'] as const) {
      const caller = await world.as(persona)
      for (const { id, wording } of rows) {
        const there = (await caller.get(`/commitments/${id}`)).status === 200
        const { hits, count } = await ask(caller, { q: wording.split(/\s+/).slice(0, 5).join(' '), kind: 'commitment' })
        expect([persona, wording, hits.some(hit => hit.id === id)]).toEqual([persona, wording, there])
        expect(count).toBe(hits.length)
      }
    }
  })

  it('can not be read past the door: the app has no right on the index, and no network none of its rows', async () => {
    await expect(sql`select * from search.entry`.execute(world.ground.db)).rejects.toThrow('permission denied')
    const { rows } = await sql`
      select * from search.found('[[2]]', '{}', null, null, null, null, null, 10)`.execute(world.ground.db)
    expect(rows).toEqual([])
  })
})

describe('the index', () => {
  it('forgets what is changed, withdrawn or removed with the same write', async () => {
    const path = await opens('Einen Zimtsternstand planen')
    const id = path.split('/')[2]!
    await owner().updateTable('commitment').set({ wording: 'Ersetzt.' }).where('id', '=', id).execute()
    expect((await ask(coordinator, { q: 'Zimtsternstand' })).count).toBe(0)
    const { rows } = await sql<{ keys: number[] }>`select keys from search.entry where subject_id = ${id}`.execute(
      owner(),
    )
    expect(rows).toEqual([{ keys: [] }])
    await owner().deleteFrom('commitment_event').where('commitment_id', '=', id).execute()
    await owner().deleteFrom('commitment').where('id', '=', id).execute()
    const left = await sql`select from search.entry where subject_id = ${id}`.execute(owner())
    expect(left.rows).toHaveLength(0)
  })

  it('leaves nothing waiting behind an act', async () => {
    await opens('Noch eine Laterne aufhängen')
    await keepWaiting(world.ground)
    expect(await keepWaiting(world.ground)).toBe(0)
  })
})

describe('a long text', () => {
  it('is cut around its first mark, with the marks moved along', () => {
    const text = `${'vorher '.repeat(60)}Laterne ${'nachher '.repeat(60)}`
    const at = text.indexOf('Laterne')
    const cut = excerptOf(text, [{ from: at, to: at + 7 }])
    expect(cut.text.length).toBeLessThan(330)
    expect(cut.marks.map(({ from, to }) => cut.text.slice(from, to))).toEqual(['Laterne'])
    expect(stretchesOf('ab cd', [{ from: 3, to: 5 }])).toEqual([
      { text: 'ab ', found: false },
      { text: 'cd', found: true },
    ])
  })
})
