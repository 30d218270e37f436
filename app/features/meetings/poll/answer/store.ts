import { sql } from 'kysely'
import type { Viewer } from '../../../../access/viewer.ts'
import { visible } from '../../../../access/visible.ts'
import { newId } from '../../../../ground/ids.ts'
import type { PollAnswer } from '../../../../ground/schema/polls.ts'
import type { Id } from '../../../../ground/schema.ts'
import type { Said } from '../model.ts'

/** The last answer of each who was asked in a poll. */
export async function saidTo(viewer: Viewer, pollId: Id): Promise<ReadonlyMap<Id, Said>> {
  const rows = await visible
    .pollAnswers(viewer)
    .where(
      'poll_answer.invitee_id',
      'in',
      visible.pollInvitees(viewer).where('poll_invitee.poll_id', '=', pollId).select('poll_invitee.id'),
    )
    .distinctOn('poll_answer.invitee_id')
    .orderBy('poll_answer.invitee_id')
    .orderBy('poll_answer.at', 'desc')
    .orderBy('poll_answer.id', 'desc')
    .select(['poll_answer.invitee_id as inviteeId', 'poll_answer.answers', 'poll_answer.note'])
    .select(['poll_answer.channel', 'poll_answer.at'])
    .execute()
  return new Map(rows.map(({ inviteeId, ...said }) => [inviteeId, said]))
}

/** Whoever is asked and has said nothing yet. */
export async function silent({ db, network }: Viewer, pollId: Id): Promise<{ id: Id; personId: Id }[]> {
  return db
    .selectFrom('poll_invitee as invitee')
    .where('invitee.network_id', '=', network.id)
    .where('invitee.poll_id', '=', pollId)
    .where(
      sql<boolean>`not exists (select from poll_answer said where said.network_id = ${network.id} and said.invitee_id = invitee.id)`,
    )
    .orderBy('invitee.id')
    .select(['invitee.id', 'invitee.person_id as personId'])
    .execute()
}

type NewAnswer = {
  readonly inviteeId: Id
  readonly personId: Id
  readonly answers: Readonly<Record<Id, PollAnswer>>
  readonly note: string | null
  readonly channel: 'link' | 'account'
}

export async function insertAnswer(viewer: Viewer, answer: NewAnswer): Promise<void> {
  await viewer.db
    .insertInto('poll_answer')
    .values({
      ...{ network_id: viewer.network.id, id: newId(viewer.ground.clock), invitee_id: answer.inviteeId },
      ...{ person_id: answer.personId, answers: JSON.stringify(answer.answers) as never, note: answer.note },
      ...{ channel: answer.channel, at: viewer.ground.clock.instant().toString() },
    })
    .execute()
}

/** How many answers somebody gave to a poll on the network's day. */
export async function answersToday({ db, network, today }: Viewer, inviteeId: Id): Promise<number> {
  const { count } = await db
    .selectFrom('poll_answer')
    .where('network_id', '=', network.id)
    .where('invitee_id', '=', inviteeId)
    .where(sql<boolean>`(at at time zone ${network.timeZone})::date = ${today}`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
