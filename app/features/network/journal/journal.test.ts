import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import type { JournalShown } from './finds.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const journalOf = async (persona: Parameters<typeof world.as>[0], query = ''): Promise<JournalShown> =>
  (await (await world.as(persona)).get(`/journal${query}`, true)).json()

describe('the journal', () => {
  it('shows the coordination who did what, newest first', async () => {
    const coordinator = await world.as('coordinator')
    await coordinator.post('/organizations', {
      name: 'Fahrradwerkstatt Nord',
      kind: 'civil_society',
      shortName: '',
      website: '',
    })
    const { lines, whole } = await journalOf('coordinator')
    expect(whole).toBe(true)
    const added = lines.find(({ act }) => act === 'organization.add')
    expect(added).toMatchObject({ noun: 'organization', actor: { kind: 'person', name: 'Mira Halden' } })
    expect(added!.href).toMatch(/^\/organizations\//)
    expect(lines.map(({ at }) => at)).toEqual(
      lines
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    )
  })

  it('shows a person what they did and what was done to their record, and no act of others', async () => {
    const member = await world.as('boardMember')
    await member.post('/language', { language: 'de', back: '/' })
    const { lines, whole } = await journalOf('boardMember')
    expect(whole).toBe(false)
    expect(lines.map(({ act }) => act)).toContain('person.chooseLanguage')
    expect(lines.some(({ act }) => act === 'organization.add')).toBe(false)
  })

  it('tells of a sign-in to the person alone', async () => {
    const member = await world.as('boardMember')
    await member.get('/account')
    const own = (await journalOf('boardMember')).lines.filter(({ act }) => act === 'account.signIn')
    expect(own.length).toBeGreaterThan(0)
    const told = (await journalOf('coordinator')).lines.filter(({ act }) => act.startsWith('account.'))
    const mine = new Set((await journalOf('coordinator', '?noun=person')).lines.map(({ id }) => id))
    for (const { id } of own) expect(mine.has(id)).toBe(false)
    expect(told.length).toBeGreaterThan(0)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from journal j join person p on p.id = j.subject_id
      where j.act = 'account.signIn' and p.name = 'Mira Halden'`.execute(world.database.owner)
    expect(told.length).toBe(rows[0]!.count)
  })

  it('is not there for the public', async () => {
    expect((await (await world.as('public')).get('/journal')).status).toBe(404)
  })

  it('says nothing of a meeting that its reader does not see', async () => {
    const { owner } = world.database
    const body = await owner.selectFrom('body').where('name', '=', 'AG Wohnen').select('id').executeTakeFirstOrThrow()
    const chair = await world.as('chair')
    const meeting = {
      name: 'Vertrauliches',
      bodyId: body.id,
      day: '2027-03-01',
      startTime: '',
      endTime: '',
      place: '',
      audience: 'named',
    }
    const coordinator = await world.as('coordinator')
    const planned = await coordinator.post('/meetings', meeting)
    expect(planned.status).toBe(303)
    const id = planned.headers.get('location')!.split('/').at(-1)!.split('?')[0]!
    await owner.deleteFrom('meeting_named_person').where('meeting_id', '=', id).execute()
    expect((await coordinator.get(`/meetings/${id}`)).status).toBe(404)
    for (const persona of ['coordinator', 'chair'] as const)
      expect(JSON.stringify(await journalOf(persona))).not.toContain(id)
    expect((await chair.get('/journal')).status).toBe(200)
  })

  it('goes by page without repeating or leaving out a line', async () => {
    const coordinator = await world.as('coordinator')
    for (let count = 0; count < 60; count++)
      await coordinator.post('/organizations', { name: `Verein ${count}`, kind: 'other', shortName: '', website: '' })
    const seen: string[] = []
    let before: string | null = null
    do {
      const page: JournalShown = await journalOf(
        'coordinator',
        `?noun=organization${before ? `&before=${before}` : ''}`,
      )
      seen.push(...page.lines.map(({ id }) => id))
      before = page.next
    } while (before)
    const stored = await world.database.owner
      .selectFrom('journal')
      .where('noun', '=', 'organization')
      .select('id')
      .execute()
    expect(seen.length).toBe(stored.length)
    expect(new Set(seen)).toEqual(new Set(stored.map(({ id }) => id)))
  })

  it('can not be changed by the app', async () => {
    await expect(
      world.view('system', viewer => viewer.db.updateTable('journal').set({ act: 'x' }).execute()),
    ).rejects.toThrow(/permission denied|read-only/)
  })
})
