import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fireConsequences } from '../../../app/features/commitments/consequence/jobs.ts'
import { steadyClock } from '../../../app/ground/clock.ts'
import { reactions } from '../../../app/server.ts'
import { type TestDatabase, testDatabase } from '../../world/database.ts'
import { openWorldOn } from '../../world/world.ts'
import { begin, eveningOf, judged, morning } from './played.ts'
import { DAYS, firesOnDay, type Story, stories } from './stories.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

describe('a small year of consequences', () => {
  it('fires each on its day and once, though two look at the same time and the clock is set back', async () => {
    const { owner } = database
    const year = await begin(owner, stories(60, 7))
    const { ground } = await openWorldOn(database)
    const grounds = [0, 1].map(() => ({ ...ground, clock: steadyClock(eveningOf(0)) }))
    const looks = (day: number) =>
      Promise.all(
        grounds.map(one => {
          one.clock.set(eveningOf(day))
          return fireConsequences(one, reactions)
        }),
      )
    for (let day = 1; day <= DAYS; day++) {
      await morning(owner, year, day)
      if (day % 20 === 0) await looks(day - 2)
      await looks(day)
    }
    const { expected, fired, ...faults } = await judged(owner, year)
    expect(faults).toEqual({ early: 0, late: 0, twice: 0, lost: 0 })
    expect(fired).toBe(expected)
    expect(expected).toBeGreaterThan(20)
    expect(expected).toBeLessThan(60)
  }, 120_000)
})

it.each<[string, Partial<Story>, number | null]>([
  ['the day after due day and grace', {}, 14],
  ['not once it was answered', { said: [{ day: 12, answer: 'refused' }] }, null],
  ['although somebody was evasive', { said: [{ day: 12, answer: 'evasive' }] }, 14],
  ['although somebody was at it before', { said: [{ day: 9, report: 'under_way' }] }, 14],
  ['not while somebody is at it afterwards', { said: [{ day: 12, report: 'under_way' }] }, null],
  ['by the day to which it was moved', { moved: { day: 5, dueOn: 20 } }, 24],
  [
    'although it was answered before it was moved',
    { said: [{ day: 4, report: 'done' }], moved: { day: 5, dueOn: 20 } },
    24,
  ],
  ['not once it was done', { ended: { day: 14, how: 'done' } }, null],
])('the model fires %s', (_when, over, expected) => {
  expect(firesOnDay({ dueOn: 10, grace: 3, kind: 'letter', said: [], moved: null, ended: null, ...over })).toBe(
    expected,
  )
})
