import { newId } from '../../app/ground/ids.ts'
import type { Id } from '../../app/ground/schema.ts'
import { personas } from '../../demo/network.ts'
import type { TestDatabase } from '../world/database.ts'
import type { World } from '../world/world.ts'
import type { Place } from './records.ts'

type W = World<TestDatabase>
const DAY = '2031-03-01'

const known = (world: W, email: string) =>
  world.database.owner.selectFrom('person').where('email', '=', email).select('id').executeTakeFirstOrThrow()

/** Somebody of the body that the meetings below are of. */
export const chair = (world: W) => known(world, personas.chair.email)

/** A new meeting each time: it can be called off once, and each is invited to it once. */
export async function scheduled(world: W): Promise<Id> {
  const { network, ground, database } = world
  const id = newId(ground.clock)
  const { body_id } = await database.owner
    .selectFrom('membership')
    .where('person_id', '=', (await chair(world)).id)
    .where('body_id', 'is not', null)
    .select('body_id')
    .executeTakeFirstOrThrow()
  await database.owner
    .insertInto('meeting')
    .values({
      ...{ network_id: network.id, id, body_id: body_id!, name: 'Runde', state: 'scheduled', day: DAY, place: null },
      ...{ start_time: null, end_time: null, audience: 'public', without_administration: false },
      created_at: ground.clock.instant().toString(),
    })
    .execute()
  return id
}

/** The same, with an invitation of whoever asks: the coordination. */
export async function invited(world: W): Promise<Id> {
  const { network, ground, database } = world
  const meeting_id = await scheduled(world)
  const { id: person_id } = await known(world, personas.coordinator.email)
  await database.owner
    .insertInto('invitation')
    .values({
      ...{ network_id: network.id, id: newId(ground.clock), meeting_id, person_id, guest: false },
      ...{ sequence: 0, day: DAY, start_time: null, created_at: ground.clock.instant().toString() },
    })
    .execute()
  return meeting_id
}

/** A poll of some opinion, of a body that is not the first, which other places change, in which the coordination is asked itself. */
async function asking(world: W) {
  const [{ id }, body] = await Promise.all([
    known(world, personas.coordinator.email),
    world.database.owner.selectFrom('body').orderBy('id', 'desc').select('id').executeTakeFirstOrThrow(),
  ])
  const who = { bodyId: body.id, people: [id], audience: 'body', untilDay: DAY }
  return { ...who, kind: 'opinion', form: 'options', options: 'Rot\nBlau' }
}

async function openPoll(world: W): Promise<{ id: Id; choice: Id }> {
  await (await world.as('coordinator')).post('/polls', { ...(await asking(world)), question: 'Welche?' })
  const { owner } = world.database
  const { id } = await owner.selectFrom('poll').orderBy('id', 'desc').select('id').executeTakeFirstOrThrow()
  const choices = owner.selectFrom('poll_choice').where('poll_id', '=', id)
  return { id, choice: (await choices.select('id').executeTakeFirstOrThrow()).id }
}

/** Words of polls and of what is answered to them. */
export const pollPlaces: Readonly<Record<string, Place>> = {
  '/polls': {
    at: async () => '/polls',
    fields: async world => ({ ...(await asking(world)), question: 'Welche?' }),
    texts: { question: 'poll.question', wording: 'poll.wording', place: 'poll.place' },
    shown: ['/polls/:id'],
  },
  '/polls/:id/answer': {
    at: async world => `/polls/${(await openPoll(world)).id}/answer`,
    fields: async world => {
      const { owner } = world.database
      const newest = owner.selectFrom('poll').orderBy('id', 'desc').limit(1).select('id')
      const choices = owner.selectFrom('poll_choice').where('poll_id', '=', newest)
      return { choice: (await choices.select('id').executeTakeFirstOrThrow()).id }
    },
    texts: { note: 'poll_answer.note' },
    shown: [],
  },
}

/** A proposal for a new meeting, which nobody has answered. */
async function waiting(world: W): Promise<string> {
  const { network, ground, database } = world
  const meeting_id = await scheduled(world)
  const id = newId(ground.clock)
  const { id: person_id } = await known(world, personas.coordinator.email)
  await database.owner
    .insertInto('proposal')
    .values({
      ...{ network_id: network.id, id, meeting_id, person_id, title: 'Räume', why: null, duration: null },
      ...{ channel: 'account', at: ground.clock.instant().toString(), answer: null, reason: null },
      ...{ answered_by: null, answered_at: null },
    })
    .execute()
  return id
}

/** Words of proposals for an agenda, and of what is answered to them. */
export const proposalPlaces: Readonly<Record<string, Place>> = {
  '/meetings/:id/proposals': {
    at: async world => `/meetings/${await scheduled(world)}/proposals`,
    fields: async () => ({ title: 'Räume' }),
    texts: { title: 'proposal.title', why: 'proposal.why' },
    shown: ['/meetings/:id/proposals'],
  },
  '/meetings/:id/proposals/call': {
    at: async world => `/meetings/${await scheduled(world)}/proposals/call`,
    fields: async () => ({ untilDay: DAY }),
    texts: { wording: 'proposal_call.wording' },
    shown: [],
  },
  '/proposals/:id/refusal': {
    at: async world => `/proposals/${await waiting(world)}/refusal`,
    fields: async () => ({ reason: 'Im Juni.' }),
    texts: { reason: 'proposal.reason' },
    shown: ['/proposals/:id'],
  },
}

/** What comes through a personal link: its own tests hold the secret. */
export const linksNotKept: Readonly<Record<string, string>> = {
  '/links/invitation/:secret standIn': 'needs the link of a letter: features/meetings/invitation',
  '/links/invitation/:secret note': 'needs the link of a letter: features/meetings/invitation',
  '/links/poll/:secret note': 'needs the link of a mail: features/meetings/poll',
  '/links/proposals/:secret title': 'needs the link of a mail: features/meetings/proposal',
  '/links/proposals/:secret why': 'needs the link of a mail: features/meetings/proposal',
  '/links/conditions/:secret sentence': 'needs the link of a mail: features/commitments/condition',
  '/links/commitments/:secret sentence': 'needs the link of a mail: features/commitments/asking',
  '/polls options': 'one a line: features/meetings/poll',
  '/polls dates': 'days alone: features/meetings/poll',
}
