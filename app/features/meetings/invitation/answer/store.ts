import { sql } from 'kysely'
import { type Link, linked } from '../../../../access/link.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import { visible } from '../../../../access/visible.ts'
import { clockTime } from '../../../../ground/database.ts'
import { newId } from '../../../../ground/ids.ts'
import type { AnswerChannel, InvitationAnswer } from '../../../../ground/schema/invitations.ts'
import type { Day, Id, Time } from '../../../../ground/schema.ts'
import type { Answer } from '../model.ts'

const answerColumns = [
  ...(['answer', 'stand_in as standIn', 'note', 'channel', 'at', 'outdated', 'day'] as const),
] as const

/** What was answered, oldest first, by invitation. */
export async function answersTo(viewer: Viewer, meetingId: Id): Promise<ReadonlyMap<Id, Answer[]>> {
  const rows = await visible
    .invitationAnswers(viewer)
    .where(
      'invitation_answer.invitation_id',
      'in',
      visible.invitations(viewer).where('invitation.meeting_id', '=', meetingId).select('invitation.id'),
    )
    .orderBy('invitation_answer.at')
    .orderBy('invitation_answer.id')
    .select('invitation_answer.invitation_id as invitationId')
    .select(answerColumns)
    .select(clockTime('invitation_answer.start_time').as('startTime'))
    .execute()
  return Map.groupBy(rows, row => row.invitationId) as ReadonlyMap<Id, Answer[]>
}

/** The same of the one invitation of an open link, which its holder may see whatever else he sees. */
export async function linkedAnswers(viewer: Viewer, link: Link): Promise<Answer[]> {
  return linked
    .invitationAnswers(viewer, link)
    .orderBy('invitation_answer.at')
    .orderBy('invitation_answer.id')
    .select(answerColumns)
    .select(clockTime('invitation_answer.start_time').as('startTime'))
    .execute()
}

/** Everything that was answered to one invitation, oldest first, for a letter to whoever answered it. */
export async function answersOf({ db, network }: Viewer, invitationId: Id): Promise<Answer[]> {
  return db
    .selectFrom('invitation_answer')
    .where('network_id', '=', network.id)
    .where('invitation_id', '=', invitationId)
    .orderBy('at')
    .orderBy('id')
    .select(answerColumns)
    .select(clockTime('invitation_answer.start_time').as('startTime'))
    .execute()
}

/** Whoever is invited and has not answered to the day and time that hold. */
export async function unanswered({ db, network }: Viewer, meetingId: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select i.person_id as id from invitation i
    join meeting m on m.network_id = i.network_id and m.id = i.meeting_id
    where i.network_id = ${network.id} and i.meeting_id = ${meetingId} and not exists (
      select from invitation_answer a where a.network_id = i.network_id and a.invitation_id = i.id
        and not a.outdated and a.day = m.day and a.start_time is not distinct from m.start_time)
    order by i.person_id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Whoever of them is due for the reminder that goes by itself: never reminded so before for this meeting, and not
 * written to since yesterday, so that nobody is reminded of what has only just come.
 */
export async function dueForReminder({ db, network, today }: Viewer, meetingId: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select i.person_id as id from invitation i
    join meeting m on m.network_id = i.network_id and m.id = i.meeting_id
    where i.network_id = ${network.id} and i.meeting_id = ${meetingId} and not exists (
      select from invitation_answer a where a.network_id = i.network_id and a.invitation_id = i.id
        and not a.outdated and a.day = m.day and a.start_time is not distinct from m.start_time)
    and not exists (
      select from invitation_mail sent
      join invitation_letter l on l.network_id = sent.network_id and l.id = sent.letter_id
      where sent.network_id = i.network_id and sent.invitation_id = i.id
        and (l.kind = 'reminder' and l.sent_by is null
          or (l.sent_at at time zone ${network.timeZone})::date >= ${today}::date - 1))
    order by i.person_id`.execute(db)
  return rows.map(({ id }) => id)
}

export type NewAnswer = {
  readonly invitationId: Id
  readonly personId: Id
  readonly answer: InvitationAnswer
  readonly standIn: string | null
  readonly note: string | null
  readonly channel: AnswerChannel
  readonly sequence: number
  readonly day: Day
  readonly startTime: Time | null
  readonly saidAt: string | null
  readonly outdated: boolean
}

/** Appends what was said; false where a calendar says the same a second time. */
export async function insertAnswer(viewer: Viewer, answer: NewAnswer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await viewer.db
    .insertInto('invitation_answer')
    .values({
      ...{ network_id: viewer.network.id, id: newId(viewer.ground.clock), invitation_id: answer.invitationId },
      ...{ person_id: answer.personId, answer: answer.answer, stand_in: answer.standIn, note: answer.note },
      ...{ channel: answer.channel, sequence: answer.sequence, day: answer.day, start_time: answer.startTime },
      ...{ said_at: answer.saidAt, outdated: answer.outdated, at: viewer.ground.clock.instant().toString() },
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What a calendar said last about an invitation, by its own clock. */
export async function lastFromCalendar({ db, network }: Viewer, invitationId: Id) {
  return db
    .selectFrom('invitation_answer')
    .where('network_id', '=', network.id)
    .where('invitation_id', '=', invitationId)
    .where('channel', '=', 'calendar')
    .orderBy('said_at', sql`desc nulls last`)
    .select(['said_at as saidAt', 'answer', 'sequence'])
    .executeTakeFirst()
}

/** How many answers came to an invitation on the network's day. */
export async function answersToday({ db, network, today }: Viewer, invitationId: Id): Promise<number> {
  const { count } = await db
    .selectFrom('invitation_answer')
    .where('network_id', '=', network.id)
    .where('invitation_id', '=', invitationId)
    .where(sql<boolean>`(at at time zone ${network.timeZone})::date = ${today}`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
