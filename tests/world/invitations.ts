import ICAL from 'ical.js'
import type { InvitationsShown } from '../../app/features/meetings/invitation/contract.ts'
import { takeMail } from '../../app/features/meetings/invitation/jobs.ts'
import type { Id } from '../../app/ground/schema.ts'
import { type Persona, personas } from '../../demo/network.ts'
import { openWorld } from './test-world.ts'

export const when = { day: '2031-03-28', startTime: '18:00', endTime: '20:00', place: 'Rathaus, Saal 2' }
export const settings = { audience: 'public', announced: 'yes' }
export const said = { standIn: '', note: '', day: when.day, startTime: when.startTime }
export const mailbox = (who: Persona) => personas[who].email

/** A world whose coordination invites to meetings of the plenary, and whose mails lie in the outbox. */
export async function openInvitations() {
  const world = await openWorld()
  const { owner } = world.database
  const plenary = (await owner.selectFrom('body').where('kind', '=', 'plenary').select('id').executeTakeFirstOrThrow())
    .id
  const rows = await owner.selectFrom('person').select(['id', 'name']).execute()
  const people = new Map(rows.map(({ id, name }) => [name, id]))
  await owner.updateTable('person').where('name', '=', personas.delegate.name).set({ language: 'ar' }).execute()

  async function plan(over: Record<string, string> = {}): Promise<Id> {
    const coordinator = await world.as('coordinator')
    const fields = { bodyId: plenary, name: 'Frühjahrsrunde', ...when, ...settings, ...over }
    const answer = await coordinator.post('/meetings', fields)
    if (answer.status !== 303) throw new Error(`a meeting can not be planned: ${answer.status}`)
    return answer.headers.get('location')!.split('/')[2]!.split('?')[0]!
  }

  // The outbox is read in the order of its ids, which tell milliseconds apart.
  async function invite(id: Id, who: readonly Persona[], over: Record<string, string> = {}): Promise<Response> {
    later()
    const fields = { kind: 'invitation', wording: '', access: '', ...over }
    const chosen = who.map(one => people.get(personas[one].name)!)
    return (await world.as('coordinator')).post(`/meetings/${id}/invitation`, { ...fields, people: chosen })
  }

  /** The mails that lie ready, newest last, each with its calendar as ical.js reads it and the secret of its link. */
  async function letters() {
    const rows = await world.database.owner.selectFrom('outbox').orderBy('id').selectAll().execute()
    return rows.map(row => ({
      ...row,
      secret: /\/links\/invitation\/([\w-]{43})/.exec(row.content)?.[1] ?? '',
      event: row.calendar ? eventIn(row.calendar) : null,
    }))
  }
  const letterTo = async (who: Persona) =>
    (await letters()).filter(({ recipient }) => recipient === mailbox(who)).at(-1)!

  const later = () => world.ground.clock.set(world.ground.clock.instant().add({ seconds: 1 }).toString())
  const byLink = async (secret: string, fields: Record<string, string>) => {
    later()
    return (await world.as('public')).post(`/links/invitation/${secret}`, { ...said, ...fields })
  }
  async function invitations(id: Id, who: Persona | 'public' = 'coordinator'): Promise<InvitationsShown | null> {
    const answer = await (await world.as(who)).get(`/meetings/${id}`, true)
    return ((await answer.json()) as { invitations: InvitationsShown | null }).invitations
  }
  const answerOf = async (id: Id, who: Persona) =>
    (await invitations(id))!.people.find(({ person }) => person.name === personas[who].name)!

  async function change(id: Id, over: Record<string, string>) {
    later()
    return (await world.as('coordinator')).post(`/meetings/${id}`, {
      name: 'Frühjahrsrunde',
      ...when,
      ...settings,
      ...over,
    })
  }

  const taken = (raw: Uint8Array) => {
    later()
    return takeMail(world.ground, raw)
  }
  const clear = () => owner.deleteFrom('outbox').execute()
  return { world, people, plan, invite, letters, letterTo, byLink, invitations, answerOf, change, taken, later, clear }
}

function eventIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const [vevent] = calendar.getAllSubcomponents('vevent')
  const event = new ICAL.Event(vevent!)
  return {
    ...{ method: calendar.getFirstPropertyValue('method'), status: vevent!.getFirstPropertyValue('status') },
    ...{ uid: event.uid, sequence: event.sequence, start: event.startDate.toString(), summary: event.summary },
    attendees: event.attendees.map(one => [
      String(one.getFirstValue()).toLowerCase(),
      one.getFirstParameter('partstat'),
    ]),
    description: event.description,
  }
}
