import { sql } from 'kysely'
import { type Link, linked } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { clockTime } from '../../../ground/database.ts'
import { newId } from '../../../ground/ids.ts'
import type { PollKind, PollVote } from '../../../ground/schema/polls.ts'
import type { Audience, Day, Id } from '../../../ground/schema.ts'
import type { Choice, Poll } from './model.ts'

const pollRows = (viewer: Viewer) =>
  visible
    .polls(viewer)
    .leftJoin(visible.bodies(viewer).select(['body.id', 'body.name']).as('of'), join =>
      join.onRef('of.id', '=', 'poll.body_id'),
    )
    .select(['poll.id', 'poll.kind', 'poll.question', 'poll.wording', 'poll.place', 'poll.body_id as bodyId'])
    .select(['of.id as seenBodyId', 'of.name as bodyName', 'poll.audience', 'poll.until_day as untilDay'])
    .select(['poll.without_administration as withoutAdministration', 'poll.chosen_id as chosenId'])
    .select(['poll.meeting_id as meetingId', 'poll.closed_at as closedAt'])

type Row = Awaited<ReturnType<ReturnType<typeof pollRows>['execute']>>[number]
const pollOf = ({ seenBodyId, bodyName, ...row }: Row): Poll => ({
  ...row,
  body: seenBodyId && bodyName ? { id: seenBodyId, name: bodyName } : null,
})

export async function findPoll(viewer: Viewer, id: Id): Promise<Poll | null> {
  const row = await pollRows(viewer).where('poll.id', '=', id).executeTakeFirst()
  return row ? pollOf(row) : null
}

const SHOWN = 50

/** Polls of one body or of all: open ones first, those that end soonest before, then the closed ones, latest first. */
export async function listPolls(viewer: Viewer, bodyId: Id | null): Promise<Poll[]> {
  const rows = await pollRows(viewer)
    .$if(bodyId !== null, query => query.where('poll.body_id', '=', bodyId))
    .orderBy(sql`poll.closed_at desc nulls first`)
    .orderBy('poll.until_day')
    .orderBy('poll.id')
    .limit(SHOWN)
    .execute()
  return rows.map(pollOf)
}

/** Series of a body, the latest begun first, and its polls that are open: in one question, for its page. */
export async function plansOf(viewer: Viewer, bodyId: Id) {
  const series = visible
    .series(viewer)
    .where('meeting_series.body_id', '=', bodyId)
    .select(['meeting_series.id', 'meeting_series.name', 'meeting_series.rule as detail'])
    .select(sql<'series' | 'poll'>`'series'`.as('noun'))
    .select('meeting_series.first_day as day')
  const polls = visible
    .polls(viewer)
    .where('poll.body_id', '=', bodyId)
    .where('poll.closed_at', 'is', null)
    .select(['poll.id', 'poll.question as name', 'poll.kind as detail'])
    .select(sql<'series' | 'poll'>`'poll'`.as('noun'))
    .select('poll.until_day as day')
  return viewer.db
    .selectFrom(series.unionAll(polls).as('plan'))
    .orderBy('plan.noun', 'desc')
    .orderBy('plan.day', 'desc')
    .orderBy('plan.id')
    .limit(SHOWN)
    .select(['plan.id', 'plan.noun', 'plan.name', 'plan.detail'])
    .execute()
}

export async function choicesOf(viewer: Viewer, pollId: Id): Promise<Choice[]> {
  return visible
    .pollChoices(viewer)
    .where('poll_choice.poll_id', '=', pollId)
    .orderBy('poll_choice.position')
    .select(['poll_choice.id', 'poll_choice.day', 'poll_choice.label', 'poll_choice.vote'])
    .select(clockTime('poll_choice.start_time').as('startTime'))
    .select(clockTime('poll_choice.end_time').as('endTime'))
    .execute()
}

export type Invitee = { readonly id: Id; readonly pollId: Id; readonly personId: Id }

const inviteeRows = (viewer: Viewer) =>
  visible
    .pollInvitees(viewer)
    .select(['poll_invitee.id', 'poll_invitee.poll_id as pollId', 'poll_invitee.person_id as personId'])

export async function ownInvitee(viewer: Viewer, pollId: Id): Promise<Invitee | null> {
  const own = inviteeRows(viewer).where('poll_invitee.person_id', '=', viewer.personId)
  return (await own.where('poll_invitee.poll_id', '=', pollId).executeTakeFirst()) ?? null
}

export async function linkedInvitee(viewer: Viewer, link: Link): Promise<Invitee | null> {
  const row = await linked
    .pollInvitees(viewer, link)
    .select(['poll_invitee.id', 'poll_invitee.poll_id as pollId', 'poll_invitee.person_id as personId'])
    .executeTakeFirst()
  return row ?? null
}

/** Who is asked, by name. Of the outbox only whether the last mail left: mails are read by their recipients alone. */
export const inviteesOf = (viewer: Viewer, pollId: Id) =>
  inviteeRows(viewer)
    .innerJoin('person', join =>
      join.onRef('person.network_id', '=', 'poll_invitee.network_id').onRef('person.id', '=', 'poll_invitee.person_id'),
    )
    .leftJoin('outbox', join =>
      join.onRef('outbox.network_id', '=', 'poll_invitee.network_id').onRef('outbox.id', '=', 'poll_invitee.outbox_id'),
    )
    .where('poll_invitee.poll_id', '=', pollId)
    .orderBy('person.name')
    .select(['person.name', 'poll_invitee.outbox_id as outboxId', 'outbox.state'])
    .execute()

/** Whoever holds a seat in a body today, by the part he has in it. */
export const seatsOf = (viewer: Viewer, bodyId: Id) =>
  visible
    .memberships(viewer)
    .where('membership.body_id', '=', bodyId)
    .where('membership.role', 'in', ['chair', 'deputy_chair', 'minute_taker', 'member', 'delegate', 'deputy'])
    .where('membership.start_date', '<=', viewer.today)
    .where(eb => eb.or([eb('membership.end_date', 'is', null), eb('membership.end_date', '>=', viewer.today)]))
    .select(['membership.person_id as personId', 'membership.role'])
    .execute()

export type NewPoll = {
  readonly bodyId: Id
  readonly kind: PollKind
  readonly question: string
  readonly wording: string | null
  readonly place: string | null
  readonly audience: Exclude<Audience, 'named'>
  readonly withoutAdministration: boolean
  readonly untilDay: Day
}
export type NewChoice = {
  readonly day?: Day
  readonly startTime?: string | null
  readonly endTime?: string | null
  readonly label?: string
  readonly vote?: PollVote
}

export async function insertPoll(viewer: Viewer, poll: NewPoll, choices: readonly NewChoice[]): Promise<Id> {
  const { clock } = viewer.ground
  const [id, network_id] = [newId(clock), viewer.network.id]
  await viewer.db
    .insertInto('poll')
    .values({
      ...{ network_id, id, body_id: poll.bodyId, kind: poll.kind, question: poll.question, wording: poll.wording },
      ...{ place: poll.place, audience: poll.audience, without_administration: poll.withoutAdministration },
      ...{ until_day: poll.untilDay, chosen_id: null, meeting_id: null, closed_by: null, closed_at: null },
      ...{ created_by: viewer.personId, created_at: clock.instant().toString() },
    })
    .execute()
  await viewer.db
    .insertInto('poll_choice')
    .values(
      choices.map((choice, position) => ({
        ...{ network_id, id: newId(clock), poll_id: id, position, day: choice.day ?? null },
        ...{ start_time: choice.startTime ?? null, end_time: choice.endTime ?? null },
        ...{ label: choice.label ?? null, vote: choice.vote ?? null },
      })),
    )
    .execute()
  return id
}

export async function insertInvitee(viewer: Viewer, pollId: Id, personId: Id): Promise<Id> {
  const { clock } = viewer.ground
  const id = newId(clock)
  await viewer.db
    .insertInto('poll_invitee')
    .values({
      ...{ network_id: viewer.network.id, id, poll_id: pollId, person_id: personId, outbox_id: null },
      created_at: clock.instant().toString(),
    })
    .execute()
  return id
}

export async function keepMail(viewer: Viewer, inviteeId: Id, outboxId: Id): Promise<void> {
  await viewer.db
    .updateTable('poll_invitee')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', inviteeId)
    .set({ outbox_id: outboxId })
    .execute()
}

/** Takes a poll for this transaction; false where it is closed already. */
export async function lockOpen({ db, network }: Viewer, pollId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('poll')
    .where('network_id', '=', network.id)
    .where('id', '=', pollId)
    .select('closed_at')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined && row.closed_at === null
}

export async function closePoll(
  viewer: Viewer,
  pollId: Id,
  { chosenId, meetingId }: { chosenId: Id | null; meetingId: Id | null },
): Promise<void> {
  await viewer.db
    .updateTable('poll')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', pollId)
    .set({ chosen_id: chosenId, meeting_id: meetingId, closed_by: viewer.personId })
    .set({ closed_at: viewer.ground.clock.instant().toString() })
    .execute()
}

/** Polls that end by this day and are open, for the reminder before their end. */
export async function endingBy({ db, network, today }: Viewer, last: Day): Promise<Id[]> {
  const rows = await db
    .selectFrom('poll')
    .where('network_id', '=', network.id)
    .where('closed_at', 'is', null)
    .where('until_day', '>=', today)
    .where('until_day', '<=', last)
    .orderBy('id')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}
