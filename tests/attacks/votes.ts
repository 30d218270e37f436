import { sql } from 'kysely'
import type { Id } from '../../app/ground/schema.ts'
import { chair, scheduled } from './meetings.ts'
import { type Place, value, type W } from './records.ts'

/** An item of a new meeting, under which nothing was voted on. */
async function item(world: W): Promise<Id> {
  const meeting = await scheduled(world)
  const coordinator = await world.as('coordinator')
  await coordinator.post(`/meetings/${meeting}/agenda`, { title: 'Wahl' })
  await coordinator.post(`/meetings/${meeting}/attendance`, { person: (await chair(world)).id, state: 'present' })
  return value(world, sql<{ value: Id }>`select id as value from agenda_item where meeting_id = ${meeting} limit 1`)
}

async function voted(world: W): Promise<string> {
  const id = await item(world)
  await (await world.as('coordinator')).post(`/agenda/${id}/votes`, { question: 'Ja?', yes: '1' })
  const vote = await value(world, sql<{ value: Id }>`select id as value from vote where agenda_item_id = ${id} limit 1`)
  return `/agenda/${id}/votes/${vote}/withdrawal`
}

async function opened(world: W): Promise<string> {
  const id = await item(world)
  await (await world.as('coordinator')).post(`/agenda/${id}/elections`, { post: 'Amt', candidates: 'Ada' })
  const election = sql<{ value: Id }>`select id as value from election where agenda_item_id = ${id} limit 1`
  return `/agenda/${id}/elections/${await value(world, election)}/candidacies`
}

/** Words of votes and elections. */
export const votePlaces: Readonly<Record<string, Place>> = {
  '/agenda/:id/votes': {
    at: async world => `/agenda/${await item(world)}/votes`,
    fields: async () => ({ question: 'Ja?', yes: '1' }),
    texts: { question: 'vote.question', condition: 'vote.condition' },
    shown: [],
  },
  '/agenda/:id/votes/:vote/withdrawal': {
    at: voted,
    fields: async () => ({}),
    texts: { reason: 'vote.withdrawal_reason' },
    shown: [],
  },
  '/agenda/:id/elections': {
    at: async world => `/agenda/${await item(world)}/elections`,
    fields: async () => ({ post: 'Amt', candidates: 'Ada' }),
    texts: { post: 'election.post', precondition: 'election.precondition' },
    shown: [],
  },
  '/agenda/:id/elections/:election/candidacies': {
    at: opened,
    fields: async () => ({}),
    texts: { name: 'candidacy.name' },
    shown: [],
  },
}

export const votesNotKept: Readonly<Record<string, string>> = {
  '/agenda/:id/elections candidates': 'one a line: features/minutes/vote',
}
