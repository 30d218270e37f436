import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { SchoolHolidaysShown, SeriesFormShown, SeriesShown } from './contract.ts'

let world: World
let coordinator: Caller
let chair: Caller
let board: string
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  chair = await world.as('chair')
  const row = await world.database.owner.selectFrom('body').where('kind', '=', 'board').select('id').execute()
  board = row[0]!.id
  await world.database.owner.updateTable('network').set({ region: 'DE-SN' }).execute()
})
afterAll(() => world.close())

const jsonOf = async <T>(caller: Caller, path: string) => (await (await caller.get(path, true)).json()) as T
const pattern = {
  unit: 'months',
  interval: '1',
  weekday: '1',
  place: '1',
  firstDay: '2031-03-01',
  untilDay: '2031-07-31',
}
const query = () => new URLSearchParams({ body: board, ...pattern })
const HOLIDAYS = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//DE', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Maiferien'],
  ...['DTSTART;VALUE=DATE:20310501', 'DTEND;VALUE=DATE:20310509', 'END:VEVENT', 'END:VCALENDAR'],
].join('\r\n')

describe('school holidays', () => {
  it('come from a calendar file, and from the coordination', async () => {
    const file = new File([HOLIDAYS], 'ferien.ics')
    expect((await chair.post('/school-holidays', { file })).status).toBe(403)
    expect((await coordinator.post('/school-holidays', { file })).status).toBe(303)
    const { holidays } = await jsonOf<SchoolHolidaysShown>(chair, '/school-holidays')
    expect(holidays).toMatchObject([{ name: 'Maiferien', firstDay: '2031-05-01', lastDay: '2031-05-08' }])
    expect((await (await world.as('public')).get('/school-holidays')).status).toBe(404)
  })

  it('of a file that is none are refused, and the old ones stay', async () => {
    expect((await coordinator.post('/school-holidays', { file: new File(['?'], 'x.ics') })).status).toBe(422)
    expect((await coordinator.post('/school-holidays', {})).status).toBe(422)
    expect((await jsonOf<SchoolHolidaysShown>(chair, '/school-holidays')).holidays).toHaveLength(1)
  })
})

describe('a series', () => {
  it('shows every day before anything is made, with what speaks against it', async () => {
    const { preview } = await jsonOf<SeriesFormShown>(chair, `/series/new?${query()}`)
    expect(preview?.map(({ day }) => day)).toEqual([
      ...['2031-03-03', '2031-04-07', '2031-05-05', '2031-06-02', '2031-07-07'],
    ])
    expect(preview?.[2]?.schoolHoliday).toBe('Maiferien')
    expect(preview?.[3]?.holiday).toBe('Pfingstmontag')
    const page = await (await chair.get(`/series/new?${query()}`)).text()
    expect(page).toContain('Feiertag: Pfingstmontag')
    expect(page).toContain('Schulferien: Maiferien')
    const made = await world.database.owner.selectFrom('meeting').where('day', '>', '2031-01-01').select('id').execute()
    expect(made).toEqual([])
  })

  it('says what is wrong with a pattern that can not be', async () => {
    const wrong = new URLSearchParams({ body: board, ...pattern, untilDay: '2099-01-01' })
    expect(await (await chair.get(`/series/new?${wrong}`)).text()).toContain('Daraus wird keine Reihe.')
    expect(await (await chair.get('/series/new')).text()).not.toContain('Daraus wird keine Reihe.')
  })

  it('makes an announced meeting of each day that is ticked, some without the administration', async () => {
    const fields = {
      ...pattern,
      bodyId: board,
      audience: 'body',
      name: 'Vorstand',
      startTime: '18:00',
      endTime: '',
      room: 'Rathaus',
    }
    const path = `/series?${query()}`
    expect((await chair.post(path, { ...fields, days: [] })).status).toBe(422)
    expect((await chair.post(path, { ...fields, days: ['2031-03-04'] })).status).toBe(422)
    expect((await (await world.as('boardMember')).post(path, { ...fields, days: ['2031-03-03'] })).status).toBe(403)
    const days = ['2031-03-03', '2031-04-07', '2031-05-05']
    const answer = await chair.post(path, { ...fields, days, closed: ['2031-05-05'] })
    expect(answer.status).toBe(303)
    const to = answer.headers.get('location')!.split('?')[0]!
    const { occurrences } = await jsonOf<SeriesShown>(chair, to)
    expect(occurrences.map(({ meeting }) => meeting?.withoutAdministration ?? null)).toEqual([
      ...[false, false, true, null, null],
    ])
    const meeting = `/meetings/${occurrences[0]!.meeting!.id}`
    expect(await (await chair.get(meeting)).text()).toContain('Rathaus')
    const page = await (await chair.get(to)).text()
    expect(page).toContain('Jeden Monat am ersten Montag')
    expect(page).toContain('ausgelassen')
    // It is a meeting as any other: it moves by itself, and the series tells it.
    const moved = { name: 'Vorstand', day: '2031-03-10', startTime: '18:00', audience: 'body', announced: 'yes' }
    expect((await chair.post(meeting, moved)).status).toBe(303)
    expect((await jsonOf<SeriesShown>(chair, to)).occurrences[0]).toMatchObject({
      ...{ day: '2031-03-03', meeting: { day: '2031-03-10' } },
    })
    expect(await (await chair.get(`/bodies/${board}`)).text()).toContain('Sitzungsreihen')
  })

  it('is not there for whoever does not belong to the body, and tells the next preview what stands', async () => {
    const row = await world.database.owner.selectFrom('meeting_series').select('id').executeTakeFirstOrThrow()
    expect((await (await world.as('groupMember')).get(`/series/${row.id}`)).status).toBe(404)
    expect((await (await world.as('public')).get('/series/new')).status).toBe(404)
    const { preview } = await jsonOf<SeriesFormShown>(chair, `/series/new?${query()}`)
    expect(preview?.map(({ taken }) => taken?.name ?? null)).toEqual([null, 'Vorstand', 'Vorstand', null, null])
  })
})
