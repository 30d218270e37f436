import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/world/database.ts'
import { openWorldOn, type World } from '../../../tests/world/world.ts'
import { convertFile } from '../../ground/converters/convert.ts'
import type { Database } from '../../ground/database.ts'
import { documentFormats } from '../../ground/documents/document.ts'
import { commitmentStates, dueOf, type Facts } from '../commitments/model.ts'
import type { MorningShown } from './contract.ts'
import { findMorning } from './finds.ts'
import { findHandover } from './handover/finds.ts'
import { type DueList, dueLists, dueListsOf, LISTED, morningLists } from './model.ts'
import { dueIds } from './store.ts'

/** Signed-in pages ask at most this often, beside the transaction's own questions and who is asking. */
const MOST = 6
const SHARED = /^(?:begin|commit|set |start )|set_config|account_id|n\.second_factor|"?sign_in"?/i

let world: World
let counted: Database
const statements: string[] = []
beforeAll(async () => {
  const database = await testDatabase()
  counted = await database.openApp({ onQuery: statement => statements.push(statement) })
  world = await openWorldOn({ ...database, app: counted })
})
afterAll(async () => {
  await counted.destroy()
  await world.close()
})

const owner = () => world.database.owner
const morning = async (list?: string) => {
  const answer = await (await world.as('coordinator')).get(list ? `/morning?list=${list}` : '/morning', true)
  expect(answer.status).toBe(200)
  return (await answer.json()) as MorningShown
}

describe('the morning page', () => {
  it('is there for the coordination alone', async () => {
    for (const who of ['chair', 'boardMember', 'official', 'public'] as const)
      for (const path of ['/morning', '/handover', '/handover/md'])
        expect([who, path, (await (await world.as(who)).get(path)).status]).toEqual([who, path, 404])
    const page = await (await (await world.as('coordinator')).get('/')).text()
    expect(page).toContain('href="/morning"')
    expect(await (await (await world.as('chair')).get('/')).text()).not.toContain('href="/morning"')
  })

  it('asks seldom, and so does the hand-over', async () => {
    for (const find of [
      () => world.view('coordinator', viewer => findMorning(viewer, {})),
      () => world.view('coordinator', findHandover),
    ]) {
      statements.length = 0
      expect(await find()).toBeTruthy()
      const asked = statements.filter(statement => !SHARED.test(statement))
      expect(asked.length).toBeGreaterThan(0)
      expect(asked.length).toBeLessThanOrEqual(MOST)
    }
  })

  it('opens the list behind each number, as long as the number says', async () => {
    const all = await morning()
    const page = await (await (await world.as('coordinator')).get('/morning')).text()
    for (const list of morningLists) {
      expect(page).toContain(`href="/morning?list=${list}"`)
      const one = await morning(list)
      const lines = (dueLists as readonly string[]).includes(list) ? one.due[list as DueList] : one[list as 'asked']
      expect([list, lines.length]).toEqual([list, all.counts[list]])
    }
    expect(all.counts.overdue).toBeGreaterThan(0)
  })

  it('tells who was asked before a meeting and is silent, until he says something', async () => {
    const coordinator = await world.as('coordinator')
    const meeting = await owner()
      .selectFrom('meeting')
      .where('state', '=', 'draft')
      .select(['id', 'body_id'])
      .executeTakeFirstOrThrow()
    const day = world.ground.clock.today('Europe/Berlin').add({ days: 20 }).toString()
    await owner().updateTable('meeting').where('id', '=', meeting.id).set({ state: 'scheduled', day }).execute()
    const before = (await morning('asked')).asked.length
    expect((await coordinator.post(`/meetings/${meeting.id}/asking`, {})).status).toBe(303)
    const { writeAskings } = await import('../commitments/asking/jobs.ts')
    await writeAskings(world.ground)
    const { asked } = await morning('asked')
    expect(asked.length).toBeGreaterThan(before)
    const one = asked.find(({ href }) => href === `/meetings/${meeting.id}/asking`)!
    expect(one.commitments).toBeGreaterThan(0)
    const { meetings } = await morning('meetings')
    expect(meetings).toMatchObject([{ id: meeting.id, day, draft: false, invited: false }])

    const row = await owner()
      .selectFrom('asked')
      .innerJoin('person', 'person.id', 'asked.person_id')
      .innerJoin('personal_link', 'personal_link.subject_id', 'asked.id')
      .where('person.name', '=', one.to)
      .select(['asked.commitments', 'personal_link.id as link'])
      .executeTakeFirstOrThrow()
    const about = Object.keys(row.commitments)[0]!
    await owner()
      .insertInto('commitment_event')
      .values({
        ...(await owner().selectFrom('commitment_event').selectAll().executeTakeFirstOrThrow()),
        ...{ id: '0190abcd-0000-7000-8000-00000000beef', commitment_id: about, kind: 'report', report: 'under_way' },
        ...{ link_id: row.link, entry_id: null, at: world.ground.clock.instant().toString() },
      })
      .execute()
    const after = (await morning('asked')).asked
    expect(after.some(({ to, href }) => to === one.to && href === one.href)).toBe(false)
    expect(after).toHaveLength(asked.length - 1)
  })
})

it('tells in the morning that a letter lies ready, until it is sent', async () => {
  const coordinator = await world.as('coordinator')
  const body = await owner().selectFrom('body').where('kind', '=', 'board').select('id').executeTakeFirstOrThrow()
  const words = { subject: 'Bitte um Räume', wording: 'Wir bitten um Räume.', address: 'Amt\nOrt' }
  const fields = { kind: 'talk', bodyId: body.id, commitmentId: '', ...words }
  const answer = await coordinator.post('/letters', fields)
  const id = answer.headers.get('location')!.split(/[/?]/)[2]!
  expect((await morning('drafts')).drafts).toMatchObject([{ id, subject: 'Bitte um Räume' }])
  expect((await morning()).counts.drafts).toBe(1)
  expect(await (await coordinator.get('/morning')).text()).toContain(`href="/letters/${id}"`)
  await coordinator.post(`/letters/${id}/sending`, { from: '1', way: 'post', approved: 'yes' })
  expect((await morning('drafts')).drafts).toEqual([])
})

describe('the hand-over', () => {
  it('holds every open commitment, date, person and organisation in each format', async () => {
    const { id } = await owner()
      .selectFrom('commitment')
      .where('state', '=', 'open')
      .select('id')
      .executeTakeFirstOrThrow()
    const agreed = { kind: 'letter', wording: 'Dann schreiben wir.', grace: '14', to: 'outside', outsideName: 'Amt' }
    expect((await (await world.as('coordinator')).post(`/commitments/${id}/consequences`, agreed)).status).toBe(303)
    const told = (await world.view('coordinator', findHandover))!
    expect(told.commitments.length).toBeGreaterThan(0)
    expect(told.meetings.length).toBeGreaterThan(0)
    expect(told.papers.length).toBeGreaterThan(0)
    expect(told.consequences.length).toBeGreaterThan(0)
    expect(told.people.some(({ email, roles }) => email !== null && roles.length > 0)).toBe(true)
    const said = [
      ...told.commitments.map(({ line }) => line.wording),
      ...told.meetings.map(({ name }) => name),
      ...told.papers.map(({ name }) => name),
      ...told.consequences.flatMap(({ wording, commitment }) => [wording, commitment.name]),
      ...told.people.flatMap(({ name, email, offices }) => [name, email ?? name, ...offices]),
      ...told.organizations.map(({ name }) => name),
    ]
    const coordinator = await world.as('coordinator')
    for (const format of documentFormats) {
      const answer = await coordinator.get(`/handover/${format}`)
      expect(answer.status).toBe(200)
      const text = await convertFile(new Uint8Array(await answer.arrayBuffer()), `handover.${format}`)
      if (!text.ok) throw new Error(text.code)
      const plain = plainer(text.value.text)
      for (const one of said) expect([format, one, plain.includes(plainer(one))]).toEqual([format, one, true])
    }
    const page = await (await coordinator.get('/handover')).text()
    for (const format of documentFormats) expect(page).toContain(`href="/handover/${format}"`)
  })
})
/** Converters escape, and break long lines. */
const plainer = (text: string): string => text.replaceAll(/[\\*\s­-]+/g, '').toLowerCase()

const made = fc.record({
  state: fc.constantFrom(...commitmentStates),
  owner: fc.constantFrom('outside' as const, 'nobody' as const),
  due: fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom('möglichst bald' as const, null)),
})

it('puts every commitment in the lists that the model says', async () => {
  const { body_id, network_id } = await owner().selectFrom('commitment').selectAll().executeTakeFirstOrThrow()
  for (const table of ['account_entry', 'consequence', 'commitment_event'] as const)
    await owner().deleteFrom(table).execute()
  await owner().deleteFrom('commitment').execute()
  const today = world.ground.clock.today('Europe/Berlin').toString()
  const expected = new Map<string, readonly DueList[]>()
  const rows = fc.sample(made, { numRuns: 300, seed: 11 }).map(({ state, owner: kind, due }, at) => {
    const id = `0190abcd-0000-7000-8000-${String(at).padStart(12, '0')}`
    const day = typeof due === 'number' ? Temporal.PlainDate.from(today).add({ days: due }).toString() : null
    const words = typeof due === 'string' ? due : null
    expected.set(id, dueListsOf({ state, owner: kind, due: dueOf(day, words) } satisfies Facts, today))
    return {
      ...{ network_id, id, body_id, entry_id: null, wording: `Zusage ${at}`, owner_kind: kind, owner_person_id: null },
      ...{ owner_office_id: null, owner_organization_id: null, owner_name: kind === 'outside' ? 'Amt' : null },
      ...{ due_on: day, due_words: words, state, audience: null, revision: 1, created_at: '2026-01-01T00:00:00Z' },
    }
  })
  await owner().insertInto('commitment').values(rows).execute()
  const found = await world.view('coordinator', dueIds)
  for (const list of dueLists) {
    const ids = [...expected].filter(([, lists]) => lists.includes(list)).map(([id]) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.length).toBeLessThan(LISTED)
    expect([list, [...found[list]].sort()]).toEqual([list, ids.sort()])
  }
})
