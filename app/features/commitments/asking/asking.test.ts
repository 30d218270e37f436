import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import { newId } from '../../../ground/ids.ts'
import type { Id } from '../../../ground/schema.ts'
import type { AskedLinkShown, AskingShown } from './contract.ts'
import { beginAskings, writeAskings } from './jobs.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
let plenary: Id
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
  const { owner } = world.database
  plenary = (await owner.selectFrom('body').where('kind', '=', 'plenary').select('id').executeTakeFirstOrThrow()).id
  // What the demo's people owe the plenary is not what is counted here.
  await owner.updateTable('commitment').set({ state: 'done' }).where('body_id', '=', plenary).execute()
})
afterAll(() => world.close())

const SECRET = /\/links\/commitments\/([\w-]{43})/
const personOf = (who: keyof typeof personas) => house.people.get(personas[who].name)!

async function owes(owner: { person?: Id; outside?: string }, wording: string): Promise<Id> {
  const id = newId(world.ground.clock)
  await world.database.owner
    .insertInto('commitment')
    .values({
      ...{ network_id: world.network.id, id, body_id: plenary, entry_id: null, wording, state: 'open', audience: null },
      ...{ owner_kind: owner.person ? 'person' : 'outside', owner_person_id: owner.person ?? null },
      ...{ owner_office_id: null, owner_organization_id: null, owner_name: owner.outside ?? null, due_on: null },
      ...{ due_words: null, revision: 1, created_at: world.ground.clock.instant().toString() },
    })
    .execute()
  return id
}
const mails = () => world.database.owner.selectFrom('outbox').orderBy('recipient').selectAll().execute()
const inDays = (days: number) => world.ground.clock.today('Europe/Berlin').add({ days }).toString()
const page = async (id: Id, who: keyof typeof personas = 'coordinator') => {
  const answer = await (await world.as(who)).get(`/meetings/${id}/asking`, true)
  return { status: answer.status, shown: (await answer.json()) as AskingShown }
}
const open = async (secret: string) =>
  (await (await (await world.as('public')).get(`/links/commitments/${secret}`, true)).json()) as AskedLinkShown
const report = async (secret: string, commitment: Id, sentence = '') => {
  house.later()
  return (await world.as('public')).post(`/links/commitments/${secret}`, { commitment, report: 'under_way', sentence })
}

describe('asked before a meeting', () => {
  let meeting: Id
  let first: Id
  let second: Id
  let official: Id
  let outside: Id

  it('is everybody once, with all that is theirs and one link, however many write at once', async () => {
    meeting = await house.plan({ day: inDays(30) })
    first = await owes({ person: personOf('delegate') }, 'Einen Raum für das Sommerfest suchen')
    second = await owes({ person: personOf('delegate') }, 'Die Liste der Vereine schicken')
    official = await owes({ person: personOf('official') }, 'Streng genommen hat das Amt geschlafen')
    outside = await owes({ outside: 'Gartenamt' }, 'Das Gartenamt bummelt mit den Bänken')
    await owes({ outside: 'Niemand mit Adresse' }, 'Etwas ganz anderes')
    const coordinator = await world.as('coordinator')
    const ask = { wording: 'Bitte stellen Sie die Bänke auf.', approved: 'yes', to: 'address' }
    await coordinator.post(`/commitments/${outside}/links`, { ...ask, email: 'garten@example.org', language: 'de' })
    await coordinator.post(`/commitments/${official}/publish`, {
      wording: 'Das Amt prüft den Antrag.',
      approved: 'yes',
    })
    await house.clear()

    expect((await (await world.as('delegate')).post(`/meetings/${meeting}/asking`)).status).toBe(403)
    expect((await coordinator.post(`/meetings/${meeting}/asking`)).status).toBe(303)
    expect((await coordinator.post(`/meetings/${meeting}/asking`)).status).toBe(409)
    await Promise.all([writeAskings(world.ground), writeAskings(world.ground), writeAskings(world.ground)])
    await writeAskings(world.ground)
    const sent = await mails()
    expect(sent.map(({ recipient }) => recipient)).toEqual(
      [personas.delegate.email, personas.official.email, 'garten@example.org'].sort(),
    )
    const to = (address: string) => sent.find(({ recipient }) => recipient === address)!.content
    expect(to(personas.delegate.email)).toContain('Sommerfest')
    expect(to(personas.delegate.email)).toContain('Liste der Vereine')
    expect(to(personas.official.email)).toContain('Das Amt prüft den Antrag.')
    expect(to(personas.official.email)).not.toContain('geschlafen')
    expect(to('garten@example.org')).toContain('Bänke auf')
    expect(to('garten@example.org')).not.toContain('bummelt')
    for (const { content } of sent) expect(content.match(new RegExp(SECRET, 'g'))).toHaveLength(1)
  })

  it('reports through the link on each of theirs, and on nothing else', async () => {
    const secret = SECRET.exec((await mails()).find(one => one.recipient === personas.delegate.email)!.content)![1]!
    expect((await open(secret)).commitments.map(({ id, reports }) => [id, reports]).sort()).toEqual(
      [
        [first, []],
        [second, []],
      ].sort(),
    )
    expect((await report(secret, first, 'Saal ist angefragt')).status).toBe(303)
    expect((await report(secret, outside)).status).toBe(404)
    expect((await report('x'.repeat(43), first)).status).toBe(404)
    expect((await open(secret)).commitments.find(({ id }) => id === first)!.reports).toMatchObject([
      { report: 'under_way', sentence: 'Saal ist angefragt' },
    ])
    const { shown } = await page(meeting)
    expect(shown.asking?.done).toBe(true)
    expect(shown.asked.find(({ to }) => to === personas.delegate.name)).toMatchObject({ commitments: 2, reported: 1 })
    expect(shown.left.map(({ wording }) => wording)).toEqual(['Etwas ganz anderes'])
    expect((await page(meeting, 'delegate')).status).toBe(404)
    const told = await (await (await world.as('coordinator')).get(`/commitments/${first}`)).text()
    expect(told).toContain('Saal ist angefragt')
  })

  it('tells a wording no longer that was withdrawn', async () => {
    const secret = SECRET.exec((await mails()).find(one => one.recipient === personas.official.email)!.content)![1]!
    expect((await open(secret)).commitments.map(({ wording }) => wording)).toEqual(['Das Amt prüft den Antrag.'])
    const { owner } = world.database
    const at = world.ground.clock.instant().toString()
    await owner.updateTable('publication').set({ withdrawn_at: at }).where('subject_id', '=', official).execute()
    expect((await open(secret)).commitments).toEqual([])
    expect((await report(secret, official)).status).toBe(404)
  })

  it('begins by itself a week before, and not sooner', async () => {
    await house.clear()
    await world.database.owner
      .updateTable('meeting')
      .set({ state: 'cancelled', cancelled_at: '2026-01-01T00:00:00Z' })
      .where('state', '=', 'scheduled')
      .execute()
    const near = await house.plan({ day: inDays(7) })
    const far = await house.plan({ day: inDays(8) })
    await beginAskings(world.ground)
    await beginAskings(world.ground)
    expect((await page(near)).shown.asking).not.toBeNull()
    expect((await page(far)).shown.asking).toBeNull()
    await writeAskings(world.ground)
    expect((await mails()).filter(({ recipient }) => recipient === personas.delegate.email)).toHaveLength(1)
  })
})
