import type { Id } from '../../app/ground/schema.ts'
import { personas } from '../../demo/network.ts'
import type { Place, W } from './records.ts'

/** Minutes of a body in which the coordination has a seat, going round. */
async function goingRound(world: W): Promise<Id> {
  const { owner } = world.database
  const person = owner.selectFrom('person').where('email', '=', personas.coordinator.email).select('id')
  const { id } = await owner
    .selectFrom('minutes')
    .innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
    .innerJoin('membership', 'membership.body_id', 'meeting.body_id')
    .where('membership.person_id', '=', person)
    .select('minutes.id')
    .executeTakeFirstOrThrow()
  const round = await owner.selectFrom('circulation').where('minutes_id', '=', id).select('id').executeTakeFirst()
  if (!round) await (await world.as('coordinator')).post(`/minutes/${id}/circulation`, { untilDay: '2041-01-01' })
  // A person proposes so much a day.
  await owner.updateTable('correction').set({ proposed_at: '2020-01-01T00:00:00Z' }).execute()
  return id
}

async function proposed(world: W): Promise<{ minutes: Id; id: Id }> {
  const minutes = await goingRound(world)
  const coordinator = await world.as('coordinator')
  await coordinator.post(`/minutes/${minutes}/corrections`, { at: '', wording: 'So', reason: '' })
  const newest = world.database.owner.selectFrom('correction').where('answer', 'is', null).orderBy('id', 'desc')
  return { minutes, id: (await newest.select('id').executeTakeFirstOrThrow()).id }
}

/** Words of corrections and of the answers to them. */
export const correctionPlaces: Readonly<Record<string, Place>> = {
  '/minutes/:id/corrections': {
    at: async world => `/minutes/${await goingRound(world)}/corrections`,
    fields: async () => ({ at: '' }),
    texts: { wording: 'correction.wording', reason: 'correction.reason' },
    shown: [],
  },
  '/minutes/:id/corrections/:correction/answer': {
    at: async world => {
      const { minutes, id } = await proposed(world)
      return `/minutes/${minutes}/corrections/${id}/answer`
    },
    fields: async () => ({ answer: 'declined' }),
    texts: { word: 'correction.word' },
    shown: [],
  },
}

export const correctionsNotKept: Readonly<Record<string, string>> = {
  '/minutes/:id/corrections/later wording': 'needs approved minutes: features/minutes/approval',
  '/minutes/:id/corrections/later reason': 'needs approved minutes: features/minutes/approval',
  '/links/corrections/:secret wording': 'needs the link of a mail: features/minutes/corrections',
  '/links/corrections/:secret reason': 'needs the link of a mail: features/minutes/corrections',
}
