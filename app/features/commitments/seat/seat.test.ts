import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personas } from '../../../../demo/network.ts'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import type { CommitmentShown } from '../contract.ts'
import { findCommitment } from '../finds.ts'
import { openReports } from './jobs.ts'
import { owesReport, reportDue } from './model.ts'
import { owedReports } from './store.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
let plenary: Id
let outside: Id
let start: string
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
  plenary = await bodyOf('plenary')
  start = world.ground.clock.instant().toString()
})
// Every test has a body elsewhere of its own, which has not met.
beforeEach(async () => {
  world.ground.clock.set(start)
  await house.clear()
  outside = await elsewhere()
})
afterAll(() => world.close())

async function elsewhere(): Promise<Id> {
  const id = newId(world.ground.clock)
  const { owner } = world.database
  const of = await owner.selectFrom('body').where('id', '=', plenary).selectAll().executeTakeFirstOrThrow()
  await owner
    .insertInto('body')
    .values({ ...of, id, kind: 'accompanying', name: 'Beirat der Stadt' })
    .execute()
  tell()
  return id
}
const bodyOf = async (kind: 'plenary') =>
  (await world.database.owner.selectFrom('body').where('kind', '=', kind).select('id').executeTakeFirstOrThrow()).id
const tell = () => world.ground.signals.tell({ kind: 'journal', network: world.network.id })
const inDays = (days: number) => world.ground.clock.today('Europe/Berlin').add({ days }).toString()
const later = (days: number) =>
  world.ground.clock.set(
    world.ground.clock
      .instant()
      .add({ hours: 24 * days })
      .toString(),
  )

async function seat(over: { startDate?: Day; endDate?: Day | null } = {}): Promise<Id> {
  const id = newId(world.ground.clock)
  await world.database.owner
    .insertInto('membership')
    .values({
      ...{ network_id: world.network.id, id, person_id: house.people.get(personas.delegate.name)!, body_id: outside },
      ...{ organization_id: null, role: 'member', on_behalf_of_id: null, voting_right: false },
      ...{ start_date: over.startDate ?? inDays(-100), end_date: over.endDate ?? null },
    })
    .execute()
  tell()
  return id
}
const agree = async (id: Id, reportsToId: string = plenary) =>
  (await world.as('coordinator')).post(`/memberships/${id}/reports`, { reportsToId })

async function meets(day: Day, state: 'draft' | 'scheduled' | 'held' | 'cancelled' = 'scheduled'): Promise<Id> {
  const id = await house.plan({ bodyId: outside, name: 'Geheimer Titel', day: inDays(1) })
  const cancelled_at = state === 'cancelled' ? world.ground.clock.instant().toString() : null
  await world.database.owner.updateTable('meeting').set({ state, day, cancelled_at }).where('id', '=', id).execute()
  return id
}
const reports = () =>
  world.database.owner.selectFrom('commitment').where('seat_id', 'is not', null).orderBy('id').selectAll().execute()
const mine = async (id: Id) => (await reports()).filter(({ seat_id }) => seat_id === id)

describe('a seat elsewhere', () => {
  it('owes one report the day after each meeting, to the body that waits for it, due at its next meeting', async () => {
    const id = await seat()
    expect((await agree(id)).status).toBe(303)
    await meets(inDays(2))
    const next = inDays(20)
    await house.plan({ day: next })
    later(2)
    expect(await openReports(world.ground)).toBe(0)
    later(1)
    expect((await Promise.all([1, 2, 3].map(() => openReports(world.ground)))).reduce((a, b) => a + b, 0)).toBe(1)
    expect(await openReports(world.ground)).toBe(0)
    const [report, ...others] = await mine(id)
    expect(others).toEqual([])
    expect(report).toMatchObject({ body_id: plenary, state: 'open', audience: null })
    expect(report!.wording).toContain('Bericht aus „Beirat der Stadt“')
    expect(report!.wording).not.toContain('Geheim')
    tell()
    const page = await (await world.as('delegate')).get(`/commitments/${report!.id}`, true)
    const shown = (await page.json()) as CommitmentShown
    expect(shown.owner).toMatchObject({ kind: 'person', name: personas.delegate.name })
    const days = await world.database.owner
      .selectFrom('meeting')
      .where('body_id', '=', plenary)
      .where('state', 'in', ['draft', 'scheduled'])
      .where('day', '>=', inDays(0))
      .select(({ fn }) => fn.min('day').as('day'))
      .executeTakeFirstOrThrow()
    expect(shown.due).toMatchObject({ kind: 'day', day: days.day })
    expect(shown.history.map(({ kind }) => kind)).toEqual(['opened'])
  })

  it('owes none again when somebody else has taken it over, or the meeting is moved', async () => {
    const id = await seat()
    await agree(id)
    const meeting = await meets(inDays(1))
    later(2)
    await openReports(world.ground)
    const [report] = await mine(id)
    const { owner } = world.database
    const other = house.people.get(personas.chair.name)!
    await owner.updateTable('commitment').set({ owner_person_id: other }).where('id', '=', report!.id).execute()
    await owner
      .updateTable('meeting')
      .set({ day: inDays(-1) })
      .where('id', '=', meeting)
      .execute()
    expect(await openReports(world.ground)).toBe(0)
    // An erasure takes the membership away; the report stays, of whoever owns it.
    await owner.deleteFrom('membership').where('id', '=', id).execute()
    expect(await openReports(world.ground)).toBe(0)
    expect((await world.view('system', viewer => findCommitment(viewer, report!.id, async () => [])))?.id).toBe(
      report!.id,
    )
  })

  it('is agreed by the coordination, between two bodies, and ended again', async () => {
    const id = await seat()
    expect(
      (await (await world.as('delegate')).post(`/memberships/${id}/reports`, { reportsToId: plenary })).status,
    ).toBe(403)
    expect((await (await world.as('delegate')).get(`/memberships/${id}/reports`)).status).toBe(404)
    expect((await agree(id, outside)).status).toBe(422)
    expect((await agree(id, id)).status).toBe(422)
    expect((await agree(id)).status).toBe(303)
    const coordinator = await world.as('coordinator')
    expect(await (await coordinator.get(`/bodies/${outside}`)).text()).toContain('Berichtet an')
    expect(await (await coordinator.get(`/memberships/${id}/reports`)).text()).toContain('Beirat der Stadt')
    await meets(inDays(1))
    expect((await agree(id, '')).status).toBe(303)
    later(3)
    expect(await openReports(world.ground)).toBe(0)
    expect((await agree(id)).status).toBe(303)
    expect(await openReports(world.ground)).toBe(0)
  })

  it('owes what the rule says, whatever stands written', async () => {
    const day = fc.integer({ min: -6, max: 3 })
    const states = fc.constantFrom('draft', 'scheduled', 'held', 'cancelled')
    const seats = fc.record({ since: day, start: day, lasts: fc.option(fc.nat(5), { freq: 2 }) })
    const { owner } = world.database
    await fc.assert(
      fc.asyncProperty(
        fc.array(seats, { minLength: 1, maxLength: 3 }),
        // A body has one draft at most.
        fc.uniqueArray(fc.tuple(day, states), {
          maxLength: 4,
          comparator: ([, a], [, b]) => a === 'draft' && b === 'draft',
        }),
        async (given, meetings) => {
          outside = await elsewhere()
          const should: string[] = []
          const ids = await Promise.all(
            meetings.map(async ([at, state]) => ({ id: await meets(inDays(at), state), day: inDays(at), state })),
          )
          for (const { since, start: from, lasts } of given) {
            const held = { startDate: inDays(from), endDate: lasts === null ? null : inDays(from + lasts) }
            const id = await seat(held)
            await owner
              .updateTable('membership')
              .set({ reports_to_id: plenary, reports_since: inDays(since) })
              .where('id', '=', id)
              .execute()
            for (const { id: meeting, day: on, state } of ids) {
              const of = { day: on, cancelled: state === 'cancelled', draft: state === 'draft' }
              if (owesReport({ since: inDays(since), ...held }, of, inDays(0))) should.push(`${id} ${meeting}`)
            }
          }
          const found = await world.view('system', owedReports)
          const here = found.filter(({ meetingId }) => ids.some(({ id }) => id === meetingId))
          expect(here.map(({ seatId, meetingId }) => `${seatId} ${meetingId}`).toSorted()).toEqual(should.toSorted())
        },
      ),
      { numRuns: 12 },
    )
  })

  it('gives two weeks where the next meeting is not planned', () => {
    expect(reportDue('2031-02-20', null)).toBe('2031-03-06')
    expect(reportDue('2031-02-20', '2031-04-01')).toBe('2031-04-01')
  })
})
