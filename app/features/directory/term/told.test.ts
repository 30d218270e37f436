import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { Id } from '../../../ground/schema.ts'
import type { ReplacedTerm } from './contract.ts'

/** Where something is written, a word that the table gave up is told: with what stands in its place, and since when. */
let world: World<TestDatabase>
let coordinator: Caller
let board: Id
const db = () => world.database.owner
const TOLD = [{ used: ['Fachkonferenz'], since: '2025-06-01', by: 'Offenes Ohr' }]

beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  const bodies = await db().selectFrom('body').select(['id', 'kind']).execute()
  board = bodies.find(({ kind }) => kind === 'board')!.id
  const bodyId = bodies.find(({ kind }) => kind === 'plenary')!.id
  const older = await made('/terms', {
    ...{ bodyId, kind: 'word', wording: 'Fachkonferenz', meaning: '', fromDay: '2020-01-01' },
  })
  const newer = { wording: 'Offenes Ohr', meaning: '', fromDay: '2025-06-01', reason: '' }
  await coordinator.post(`/terms/${older}/replacement`, newer)
})
afterAll(() => world.close())

async function made(path: string, fields: Record<string, string>): Promise<Id> {
  const answer = await coordinator.post(path, fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split(/[/?#]/)[2]!
}
async function told(path: string) {
  const { replacedTerms } = (await (await coordinator.get(path, true)).json()) as { replacedTerms: ReplacedTerm[] }
  const html = await (await coordinator.get(path)).text()
  expect(html.includes('Offenes Ohr')).toBe(replacedTerms.length > 0)
  return replacedTerms.map(({ used, since, replacedBy }) => ({ used, since, by: replacedBy?.wording ?? null }))
}
const planned = () =>
  made('/meetings', { name: 'Sitzung', bodyId: board, day: '2027-02-08', audience: 'body', announced: 'yes' })

describe('a replaced term is told', () => {
  it('on the agenda and at the item that says it, until the item says something else', async () => {
    const meeting = await planned()
    const agenda = `/meetings/${meeting}/agenda`
    expect(await told(agenda)).toEqual([])
    await coordinator.post(agenda, { title: 'Vorbereitung der Fachkonferenz' })
    expect(await told(agenda)).toEqual(TOLD)
    const { items } = (await (await coordinator.get(agenda, true)).json()) as { items: { id: Id; title: string }[] }
    const [said, other] = [items.find(({ title }) => title.includes('Fachkonferenz'))!, items[0]!]
    expect(await told(`/agenda/${said.id}/change`)).toEqual(TOLD)
    expect(await told(`/agenda/${other.id}/change`)).toEqual([])
    await coordinator.post(`/agenda/${said.id}/content`, { title: 'Vorbereitung des Festes', level: '1' })
    expect(await told(agenda)).toEqual([])
  })

  it('while minutes are written: above the texts, and below the one that uses it', async () => {
    const meeting = await planned()
    const writing = `/meetings/${meeting}/writing`
    const { items } = (await (await coordinator.get(writing, true)).json()) as { items: { id: Id }[] }
    expect(await told(writing)).toEqual([])
    await coordinator.post(`/agenda/${items[0]!.id}/writing`, { text: 'Die Fachkonferenz war gut besucht.', last: '0' })
    expect(await told(writing)).toEqual(TOLD)
    expect(await told(`/agenda/${items[0]!.id}/writing/found`)).toEqual(TOLD)
    expect(await told(`/agenda/${items[1]!.id}/writing/found`)).toEqual([])
  })

  it('before minutes are published, of what would go out alone', async () => {
    const { id, meeting_id } = await db()
      .selectFrom('minutes')
      .innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
      .where('meeting.body_id', '=', board)
      .select(['minutes.id', 'minutes.meeting_id'])
      .executeTakeFirstOrThrow()
    const preparing = `/minutes/${id}/public`
    expect(await told(preparing)).toEqual([])
    const item = {
      ...{ network_id: world.network.id, id: crypto.randomUUID(), meeting_id, number: '98', level: 1 },
      ...{ kind: 'plain' as const, minutes_id: null, without_administration: false, duration: null },
      ...{ position: 98, title: 'Fachkonferenz', audience: 'named' as const },
    }
    await db().insertInto('agenda_item').values(item).execute()
    expect(await told(preparing)).toEqual([])
    await db().updateTable('agenda_item').where('id', '=', item.id).set({ audience: null }).execute()
    expect(await told(preparing)).toEqual(TOLD)
  })

  it('in the draft of a letter, and no more of one that was sent', async () => {
    const words = { address: 'Amt für Schule\nMarktplatz 1\n99999 Auenfurt', subject: 'Einladung' }
    const wording = 'Wir laden zur Fachkonferenz.'
    const letter = await made('/letters', { kind: 'talk', bodyId: board, commitmentId: '', ...words, wording })
    expect(await told(`/letters/${letter}`)).toEqual(TOLD)
    await coordinator.post(`/letters/${letter}/sending`, { from: '1', way: 'post', email: '', approved: 'yes' })
    expect(await told(`/letters/${letter}`)).toEqual([])
  })
})
