import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { mailbox, openInvitations } from '../../../../tests/world/invitations.ts'
import { steadyClock } from '../../../ground/clock.ts'
import type { Id } from '../../../ground/schema.ts'
import { remindInvitations } from './jobs.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
let today: Temporal.PlainDate
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
  today = world.ground.clock.today('Europe/Berlin')
})
afterAll(() => world.close())
beforeEach(async () => {
  await house.clear()
  await world.database.owner.updateTable('meeting').set({ remind_before: 0 }).execute()
})

const inDays = (days: number) => today.add({ days }).toString()
const planned = (days = 12) => house.plan({ day: inDays(days) })
/** What the job does so many days from now; the people of the house stay where they are. */
const remind = (days: number) => remindInvitations({ ...world.ground, clock: steadyClock(`${inDays(days)}T09:00:00Z`) })
const written = async () => (await house.letters()).map(({ recipient }) => recipient).sort()
const reminded = async (days: number) => {
  await house.clear()
  await remind(days)
  return written()
}
const shown = async (id: Id) => (await house.invitations(id))!.reminder
const page = async (id: Id) => (await (await world.as('coordinator')).get(`/meetings/${id}`)).text()
const mailboxes = (...who: Parameters<typeof mailbox>[0][]) => who.map(mailbox).sort()

it('goes by itself to those who have not answered, once, and says so on the meeting', async () => {
  const id = await planned()
  await house.invite(id, ['chair', 'delegate', 'official'])
  const { secret } = await house.letterTo('official')
  expect((await house.byLink(secret, { answer: 'accepted', day: inDays(12) })).status).toBe(303)
  expect(await shown(id)).toEqual({ on: inDays(9), last: null })
  expect(await page(id)).toContain('Wer nicht antwortet, wird von selbst erinnert:')

  expect(await reminded(8)).toEqual([])
  expect(await reminded(9)).toEqual(mailboxes('chair', 'delegate'))
  const arabic = await house.letterTo('delegate')
  expect([arabic.language, arabic.calendar, arabic.enclosure]).toEqual(['ar', null, null])
  expect((await shown(id))?.last).toContain(inDays(9))
  expect(await page(id)).toContain('Zuletzt erinnert:')
  // After a restart, the same day and later.
  expect(await reminded(9)).toEqual([])
  expect(await reminded(11)).toEqual([])
})

it('is written once by three processes at the same work', async () => {
  const id = await planned()
  await house.invite(id, ['chair', 'delegate'])
  await house.clear()
  await Promise.all([remind(10), remind(10), remind(10)])
  expect(await written()).toEqual(mailboxes('chair', 'delegate'))
})

it('goes when whoever invites chose, or never', async () => {
  const coordinator = await world.as('coordinator')
  const never = await planned()
  await house.invite(never, ['chair'], { remindBefore: '0' })
  expect(await shown(never)).toEqual({ on: null, last: null })
  expect(await page(never)).toContain('Von selbst wird nicht erinnert.')
  expect(await reminded(11)).toEqual([])

  const week = await planned()
  const chair = house.people.get('Jonas Ferber')!
  const odd = { kind: 'invitation', remindBefore: '400', people: [chair] }
  expect((await coordinator.post(`/meetings/${week}/invitation`, odd)).status).toBe(422)
  expect(await (await coordinator.get(`/meetings/${week}/invitation`)).text()).toContain('7 Tage vor der Sitzung')
  await house.invite(week, ['chair'], { remindBefore: '7' })
  expect((await shown(week))?.on).toBe(inDays(5))
  expect(await reminded(4)).toEqual([])
  expect(await reminded(5)).toEqual(mailboxes('chair'))
})

it('does not go for a meeting that was called off or is over', async () => {
  const off = await planned()
  await house.invite(off, ['chair'])
  const meeting = world.database.owner.updateTable('meeting').where('id', '=', off)
  expect(await reminded(13)).toEqual([])
  await meeting.set({ state: 'cancelled', cancelled_at: world.ground.clock.instant().toString() }).execute()
  expect(await reminded(10)).toEqual([])
})

it('does not go to somebody who was written to a day ago, or who can not be reached', async () => {
  const id = await planned(2)
  await house.invite(id, ['chair', 'guest'])
  await world.database.owner.updateTable('person').where('email', '=', mailbox('guest')).set({ email: null }).execute()
  expect(await reminded(0)).toEqual([])
  expect(await reminded(1)).toEqual([])
  expect(await reminded(2)).toEqual(mailboxes('chair'))
  // Nothing is written down of a reminder that reaches nobody.
  expect(await reminded(2)).toEqual([])
  const letters = world.database.owner.selectFrom('invitation_letter').where('meeting_id', '=', id)
  expect(await letters.where('kind', '=', 'reminder').select('id').execute()).toHaveLength(1)
})
