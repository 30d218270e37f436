import type { SelectQueryBuilder } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { ProposalAnswer } from '../../../ground/schema/proposals.ts'
import type { Day, Id, Schema } from '../../../ground/schema.ts'
import type { Proposal } from './model.ts'

/** The day that was set last for a meeting's proposals, as far as the viewer knows of it. */
export async function dayOfCall(viewer: Viewer, meetingId: Id): Promise<Day | null> {
  const calls = visible.proposalCalls(viewer).where('proposal_call.meeting_id', '=', meetingId)
  const last = calls.orderBy('proposal_call.id', 'desc').limit(1).select('proposal_call.until_day as day')
  return (await last.executeTakeFirst())?.day ?? null
}

const rows = (proposals: SelectQueryBuilder<Schema, 'proposal', object>) =>
  proposals
    .innerJoin('person', join =>
      join.onRef('person.network_id', '=', 'proposal.network_id').onRef('person.id', '=', 'proposal.person_id'),
    )
    .select(['proposal.id', 'proposal.meeting_id as meetingId', 'proposal.person_id as personId', 'person.name'])
    .select(['proposal.title', 'proposal.why', 'proposal.duration', 'proposal.at', 'proposal.answer'])
    .select(['proposal.reason', 'proposal.answered_at as answeredAt'])
    .orderBy('proposal.id')

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
const proposalOf = ({ personId, name, ...row }: Row): Proposal => ({ ...row, person: { id: personId, name } })

export async function proposalsFor(viewer: Viewer, meetingId: Id): Promise<Proposal[]> {
  const found = visible.proposals(viewer).where('proposal.meeting_id', '=', meetingId)
  return (await rows(found).execute()).map(proposalOf)
}

export async function findProposal(viewer: Viewer, id: Id): Promise<Proposal | null> {
  const row = await rows(visible.proposals(viewer).where('proposal.id', '=', id)).executeTakeFirst()
  return row ? proposalOf(row) : null
}

type NewProposal = Pick<Proposal, 'meetingId' | 'title' | 'why' | 'duration'> & {
  readonly personId: Id
  readonly channel: 'link' | 'account'
}

export async function insertProposal(viewer: Viewer, proposal: NewProposal): Promise<Id> {
  const id = newId(viewer.ground.clock)
  const { meetingId, personId, title, why, duration, channel } = proposal
  await viewer.db
    .insertInto('proposal')
    .values({
      ...{ network_id: viewer.network.id, id, meeting_id: meetingId, person_id: personId, title, why, duration },
      ...{ channel, at: viewer.ground.clock.instant().toString(), answer: null, reason: null },
      ...{ answered_by: null, answered_at: null },
    })
    .execute()
  return id
}

/** Answers a proposal that waits; false where it was answered before. */
export async function keepAnswer(
  { db, network, ground, personId }: Viewer,
  id: Id,
  { answer, reason }: { answer: ProposalAnswer; reason: string | null },
): Promise<boolean> {
  const waiting = db.updateTable('proposal').where('network_id', '=', network.id).where('answer', 'is', null)
  const answered = { answer, reason, answered_by: personId, answered_at: ground.clock.instant().toString() }
  return (await waiting.where('id', '=', id).set(answered).returning('id').execute()).length > 0
}

export async function insertCall(
  viewer: Viewer,
  call: { readonly meetingId: Id; readonly untilDay: Day; readonly wording: string | null },
): Promise<Id> {
  const id = newId(viewer.ground.clock)
  await viewer.db
    .insertInto('proposal_call')
    .values({
      ...{ network_id: viewer.network.id, id, meeting_id: call.meetingId, until_day: call.untilDay },
      ...{ wording: call.wording, sent: 0, called_by: viewer.personId },
      called_at: viewer.ground.clock.instant().toString(),
    })
    .execute()
  return id
}

export async function noteSent({ db, network }: Viewer, id: Id, sent: number): Promise<void> {
  await db
    .updateTable('proposal_call')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .set({ sent })
    .execute()
}
