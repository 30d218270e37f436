import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { commitmentStates, dueOf, type Facts, type List, lists, listsOf } from '../model.ts'
import { countLists, listCommitments } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const made = fc.record({
  state: fc.constantFrom(...commitmentStates),
  owner: fc.constantFrom(
    'me' as const,
    'my office' as const,
    'another' as const,
    'outside' as const,
    'nobody' as const,
  ),
  due: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-4000, 4000, 'möglichst bald' as const, null)),
})
type Made = {
  state: Facts['state']
  owner: 'me' | 'my office' | 'another' | 'outside' | 'nobody'
  due: number | string | null
}

it('puts everything in the lists that the model says, counts the same, and pages through each once', async () => {
  await world.database.owner.deleteFrom('account_entry').execute()
  await world.database.owner.deleteFrom('commitment_event').execute()
  await world.database.owner.deleteFrom('commitment').execute()
  const { people, office, body, today, me } = await world.view('coordinator', async viewer => ({
    people: await viewer.db.selectFrom('person').select('id').execute(),
    office: await viewer.db
      .selectFrom('office')
      .where('grants', '=', 'coordination')
      .select('id')
      .executeTakeFirstOrThrow(),
    body: await viewer.db.selectFrom('body').select('id').executeTakeFirstOrThrow(),
    today: viewer.today,
    me: viewer.personId!,
  }))
  const another = people.find(({ id }) => id !== me)!.id
  const all: Made[] = fc.sample(made, { numRuns: 300, seed: 7 })
  const expected = new Map<string, readonly List[]>()
  const rows = all.map(({ state, owner, due }, at) => {
    const id = `0190abcd-0000-7000-8000-${String(at).padStart(12, '0')}`
    const day = typeof due === 'number' ? Temporal.PlainDate.from(today).add({ days: due }).toString() : null
    const words = typeof due === 'string' ? due : null
    const kind = owner === 'me' || owner === 'another' ? 'person' : owner === 'my office' ? 'office' : owner
    const mine = owner === 'me' || owner === 'my office'
    expected.set(id, listsOf({ state, owner: kind, due: dueOf(day, words) }, today, mine))
    return {
      ...{ network_id: world.network.id, id, body_id: body.id, entry_id: null, wording: `Zusage ${at}` },
      ...{ owner_kind: kind as 'person', owner_person_id: owner === 'me' ? me : owner === 'another' ? another : null },
      ...{ owner_office_id: owner === 'my office' ? office.id : null, owner_organization_id: null },
      ...{ owner_name: owner === 'outside' ? 'Amt' : null, due_on: day, due_words: words, state, audience: null },
      ...{ revision: 1, created_at: '2026-01-01T00:00:00Z' },
    }
  })
  await world.database.owner.insertInto('commitment').values(rows).execute()

  await world.view('coordinator', async viewer => {
    const { counts, more } = await countLists(viewer, null)
    expect(more).toEqual({ open: false, ended: false })
    for (const list of lists) {
      const inList = [...expected].filter(([, found]) => found.includes(list)).map(([id]) => id)
      expect(inList.length).toBeGreaterThan(0)
      const seen = await pages(viewer, list)
      expect(seen).toHaveLength(inList.length)
      expect([...seen].sort()).toEqual(inList.sort())
      expect([list, counts[list]]).toEqual([list, inList.length])
    }
  })
})

/** All ids of a list, page by page, in their order. */
async function pages(viewer: Viewer, list: List): Promise<string[]> {
  const seen: string[] = []
  let after: string | undefined
  do {
    const { items, next } = await listCommitments(viewer, { list, body: undefined, after })
    expect(items.length).toBeLessThanOrEqual(50)
    seen.push(...items.map(({ id }) => id))
    after = next ?? undefined
  } while (after)
  return seen
}

it('lists what is due first first, and what has no day last', async () => {
  await world.view('coordinator', async viewer => {
    const { items } = await listCommitments(viewer, { list: 'open' })
    const dues = items.map(({ due }) => (due.kind === 'day' ? due.day : '9999-12-31'))
    expect(dues).toEqual([...dues].sort())
  })
})

it('stops counting, and says so', async () => {
  const { network_id, body_id } = await world.database.owner
    .selectFrom('commitment')
    .selectAll()
    .executeTakeFirstOrThrow()
  const rows = Array.from({ length: 501 }, (_, at) => ({
    ...{ network_id, id: `0190abce-0000-7000-8000-${String(at).padStart(12, '0')}`, body_id, entry_id: null },
    ...{ wording: 'Viel', owner_kind: 'nobody' as const, owner_person_id: null, owner_office_id: null },
    ...{ owner_organization_id: null, owner_name: null, due_on: null, due_words: null, state: 'open' as const },
    ...{ audience: null, revision: 1, created_at: '2026-01-01T00:00:00Z' },
  }))
  await world.database.owner.insertInto('commitment').values(rows).execute()
  await world.view('coordinator', async viewer => {
    const { counts, more } = await countLists(viewer, null)
    expect(more).toEqual({ open: true, ended: false })
    expect(counts.open).toBe(500)
    expect(counts.ended).toBeLessThan(500)
  })
  const page = await (await (await world.as('coordinator')).get('/commitments')).text()
  expect(page).toContain('Offen<span class="count"> 500+</span>')
  expect(page).toMatch(/Ohne Frist<\/a>/)
})
