import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { clockTime } from '../../../ground/database.ts'
import { newId } from '../../../ground/ids.ts'
import type { ElectionAnswer } from '../../../ground/schema/votes.ts'
import type { Id, Schema } from '../../../ground/schema.ts'
import type { ElectionShown, VoteShown } from './contract.ts'
import type { Cast, Votes } from './model.ts'

/** An item of a meeting that the viewer sees as a whole; its row is taken, so that what is recorded under it is numbered one by one. */
export async function lockItem(viewer: Viewer, id: Id): Promise<{ id: Id; meetingId: Id } | null> {
  const row = await visible
    .agendaItems(viewer)
    .where('agenda_item.id', '=', id)
    .where('agenda_item.meeting_id', 'in', visible.wholeMeetings(viewer).select('meeting.id'))
    .select(['agenda_item.id', 'agenda_item.meeting_id as meetingId'])
    .forUpdate('agenda_item')
    .executeTakeFirst()
  return row ?? null
}

/** The meeting of an item that the viewer sees as a whole. */
export async function meetingOfItem(viewer: Viewer, id: Id): Promise<Id | null> {
  const row = await visible
    .agendaItems(viewer)
    .where('agenda_item.id', '=', id)
    .select('agenda_item.meeting_id as meetingId')
    .executeTakeFirst()
  return row?.meetingId ?? null
}

const itemsOf = (viewer: Viewer, meetingId: Id) =>
  visible.agendaItems(viewer).where('agenda_item.meeting_id', '=', meetingId).select('agenda_item.id')

/** What was voted on in a meeting, in its order, as far as the viewer sees the items. */
export async function votesOf(viewer: Viewer, meetingId: Id): Promise<VoteShown[]> {
  const cast = visible.voteCasts(viewer).where('vote_cast.vote_id', '=', sql<Id>`vote.id`)
  const rows = await visible
    .votes(viewer)
    .where('vote.agenda_item_id', 'in', itemsOf(viewer, meetingId))
    .orderBy('vote.number')
    .select(['vote.id', 'vote.agenda_item_id as itemId', 'vote.election_id as electionId', 'vote.round'])
    .select(['vote.question', 'vote.condition', 'vote.matter', 'vote.way', 'vote.yes', 'vote.no', 'vote.abstain'])
    .select(['vote.invalid', 'vote.present', 'vote.quorum', 'vote.accepted', 'vote.needed', 'vote.basis'])
    .select(['vote.paragraph', 'vote.elected_id as electedId', 'vote.line', 'vote.recorded_at as recordedAt'])
    .select(['vote.withdrawn_at as withdrawnAt', 'vote.withdrawal_reason as reason'])
    .select(clockTime('vote.clock_time').as('time'))
    .select(
      sql<
        VoteShown['casts']
      >`coalesce((select json_agg(json_build_object('name', c.name, 'choice', c.choice, 'votes', c.votes) order by c.number)
        from (${cast.where('vote_cast.choice', 'is not', null).selectAll('vote_cast')}) c), '[]')`.as('casts'),
    )
    .select(
      sql<
        VoteShown['votes']
      >`coalesce((select json_agg(json_build_object('id', c.candidacy_id, 'votes', c.votes) order by c.number)
        from (${cast.where('vote_cast.candidacy_id', 'is not', null).selectAll('vote_cast')}) c), '[]')`.as('votes'),
    )
    .execute()
  return rows.map(({ withdrawnAt, reason, ...row }) => ({
    ...row,
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: reason ?? '' },
  }))
}

/** Elections of a meeting with who stands, as far as the viewer sees the items. */
export function electionsOf(viewer: Viewer, meetingId: Id): Promise<ElectionShown[]> {
  const standing = visible.candidacies(viewer).where('candidacy.election_id', '=', sql<Id>`election.id`)
  return visible
    .elections(viewer)
    .where('election.agenda_item_id', 'in', itemsOf(viewer, meetingId))
    .orderBy('election.number')
    .select(['election.id', 'election.agenda_item_id as itemId', 'election.post', 'election.precondition'])
    .select('election.secret')
    .select(
      sql<ElectionShown['candidates']>`coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name,
          'fulfils', c.fulfils, 'answer', c.answer, 'removed', c.removed_at is not null) order by c.number)
        from (${standing.selectAll('candidacy')}) c), '[]')`.as('candidates'),
    )
    .execute()
}

type NewVote = Omit<Schema['vote'], 'network_id' | 'id' | 'number' | 'recorded_by' | 'recorded_at' | Withdrawal>
type Withdrawal = 'withdrawn_by' | 'withdrawn_at' | 'withdrawal_reason'

const now = ({ ground }: Viewer) => ground.clock.instant().toString()

export async function insertVote(viewer: Viewer, vote: NewVote): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const id = newId(ground.clock)
  await db
    .insertInto('vote')
    .values({
      ...{ network_id: network.id, id, ...vote, recorded_by: personId, recorded_at: now(viewer) },
      ...{ withdrawn_by: null, withdrawn_at: null, withdrawal_reason: null },
      number: sql<number>`(select coalesce(max(number), 0) + 1 from vote
        where network_id = ${network.id} and agenda_item_id = ${vote.agenda_item_id})`,
    })
    .execute()
  return id
}

export async function insertCasts(viewer: Viewer, voteId: Id, casts: readonly Cast[]): Promise<void> {
  if (casts.length === 0) return
  const { db, network, ground } = viewer
  const rows = casts.map(({ personId, name, choice, votes }, at) => ({
    ...{ network_id: network.id, id: newId(ground.clock), vote_id: voteId, number: at + 1, person_id: personId, name },
    ...{ candidacy_id: null, choice, votes },
  }))
  await db.insertInto('vote_cast').values(rows).execute()
}

export async function insertRoundVotes(viewer: Viewer, voteId: Id, votes: Votes): Promise<void> {
  const { db, network, ground } = viewer
  const rows = votes.map(({ id, votes: count }, at) => ({
    ...{
      network_id: network.id,
      id: newId(ground.clock),
      vote_id: voteId,
      number: at + 1,
      person_id: null,
      name: null,
    },
    ...{ candidacy_id: id, choice: null, votes: count },
  }))
  await db.insertInto('vote_cast').values(rows).execute()
}

export async function withdrawVote(viewer: Viewer, id: Id, reason: string): Promise<void> {
  const { db, network, personId } = viewer
  await db
    .updateTable('vote')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .set({ withdrawn_by: personId, withdrawn_at: now(viewer), withdrawal_reason: reason })
    .execute()
}

type NewElection = Pick<Schema['election'], 'agenda_item_id' | 'post' | 'precondition' | 'secret'>

export async function insertElection(viewer: Viewer, election: NewElection): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const id = newId(ground.clock)
  await db
    .insertInto('election')
    .values({
      ...{ network_id: network.id, id, ...election, opened_by: personId, opened_at: now(viewer) },
      number: sql<number>`(select coalesce(max(number), 0) + 1 from election
        where network_id = ${network.id} and agenda_item_id = ${election.agenda_item_id})`,
    })
    .execute()
  return id
}

export async function insertCandidacy(
  viewer: Viewer,
  { electionId, personId, name }: { electionId: Id; personId: Id | null; name: string },
): Promise<Id> {
  const { db, network, ground } = viewer
  const id = newId(ground.clock)
  await db
    .insertInto('candidacy')
    .values({
      ...{ network_id: network.id, id, election_id: electionId, person_id: personId, name, fulfils: null },
      ...{ checked_by: null, checked_at: null, answer: null, answered_at: null, removed_at: null },
      number: sql<number>`(select coalesce(max(number), 0) + 1 from candidacy
        where network_id = ${network.id} and election_id = ${electionId})`,
    })
    .execute()
  return id
}

const updateCandidacy = ({ db, network }: Viewer, id: Id) =>
  db.updateTable('candidacy').where('network_id', '=', network.id).where('id', '=', id)

export async function checkCandidacy(viewer: Viewer, id: Id, fulfils: boolean): Promise<void> {
  const checked = { fulfils, checked_by: viewer.personId, checked_at: now(viewer) }
  await updateCandidacy(viewer, id).set(checked).execute()
}

export async function answerCandidacy(viewer: Viewer, id: Id, answer: ElectionAnswer): Promise<void> {
  await updateCandidacy(viewer, id)
    .set({ answer, answered_at: now(viewer) })
    .execute()
}

export async function removeCandidacy(viewer: Viewer, id: Id): Promise<void> {
  await updateCandidacy(viewer, id)
    .set({ removed_at: now(viewer) })
    .execute()
}
