import { type SelectQueryBuilder, sql } from 'kysely'
import { type Link, linked } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { clockTime } from '../../../ground/database.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id, Schema } from '../../../ground/schema.ts'
import type { When } from './model.ts'

export type Invitation = {
  readonly id: Id
  readonly meetingId: Id
  readonly personId: Id
  readonly name: string
  readonly guest: boolean
  readonly sequence: number
} & When

const rowsOf = (invitations: SelectQueryBuilder<Schema, 'invitation', object>) =>
  invitations
    .innerJoin('person', join =>
      join.onRef('person.network_id', '=', 'invitation.network_id').onRef('person.id', '=', 'invitation.person_id'),
    )
    .select(['invitation.id', 'invitation.meeting_id as meetingId', 'invitation.person_id as personId', 'person.name'])
    .select(['invitation.guest', 'invitation.sequence', 'invitation.day'])
    .select(clockTime('invitation.start_time').as('startTime'))
const invitationRows = (viewer: Viewer) => rowsOf(visible.invitations(viewer))

/** Who is invited to a meeting, by name, as far as the viewer may know. */
export const invitationsTo = (
  viewer: Viewer,
  meetingId: Id,
): Promise<(Invitation & { readonly remindBefore: number | undefined })[]> =>
  invitationRows(viewer)
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'invitation.network_id').onRef('meeting.id', '=', 'invitation.meeting_id'),
    )
    .where('invitation.meeting_id', '=', meetingId)
    .orderBy('person.name')
    .select('meeting.remind_before as remindBefore')
    .execute()

export async function ownInvitation(viewer: Viewer, meetingId: Id): Promise<Invitation | null> {
  const own = invitationRows(viewer).where('invitation.person_id', '=', viewer.personId)
  return (await own.where('invitation.meeting_id', '=', meetingId).executeTakeFirst()) ?? null
}

export async function invitationById(viewer: Viewer, id: Id): Promise<Invitation | null> {
  return (await invitationRows(viewer).where('invitation.id', '=', id).executeTakeFirst()) ?? null
}

/** The invitation of whoever has this address, for what a calendar says in his name. */
export async function invitationOfAddress(viewer: Viewer, meetingId: Id, address: string): Promise<Invitation | null> {
  const of = invitationRows(viewer).where('invitation.meeting_id', '=', meetingId)
  return (await of.where(sql<boolean>`lower(person.email) = ${address}`).executeTakeFirst()) ?? null
}

/** How many are invited, whether the viewer may know them or not: whoever changes a meeting is told to tell them. */
export async function countInvited({ db, network }: Viewer, meetingId: Id): Promise<number> {
  const { count } = await db
    .selectFrom('invitation')
    .where('network_id', '=', network.id)
    .where('meeting_id', '=', meetingId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Everybody who is invited, for letters that go to all of them: each is written as what its recipient sees. */
export const allInvitations = ({ db, network }: Viewer, meetingId: Id): Promise<Invitation[]> =>
  rowsOf(db.selectFrom('invitation').where('invitation.network_id', '=', network.id))
    .where('invitation.meeting_id', '=', meetingId)
    .orderBy('person.name')
    .execute()

export async function linkedInvitation(viewer: Viewer, link: Link) {
  const row = await linked
    .invitations(viewer, link)
    .select(['invitation.id', 'invitation.meeting_id as meetingId', 'invitation.person_id as personId'])
    .select('invitation.sequence')
    .executeTakeFirst()
  return row ?? null
}

/** What calendars were told last of a meeting. */
export async function sequenceOf({ db, network }: Viewer, meetingId: Id): Promise<number> {
  const row = await db
    .selectFrom('meeting')
    .where('network_id', '=', network.id)
    .where('id', '=', meetingId)
    .select('sequence')
    .executeTakeFirstOrThrow()
  return row.sequence ?? 0
}

/** What calendars are told from now on is a step further. */
export async function nextSequence({ db, network }: Viewer, meetingId: Id): Promise<number> {
  const { sequence } = await db
    .updateTable('meeting')
    .where('network_id', '=', network.id)
    .where('id', '=', meetingId)
    .set({ sequence: sql`sequence + 1` as never })
    .returning('sequence')
    .executeTakeFirstOrThrow()
  return sequence ?? 0
}

/** For whom a meeting is named, and who is let in to single items of it that the viewer sees. */
export async function letIn(viewer: Viewer, meetingId: Id): Promise<Id[]> {
  const named = await visible
    .meetingNamedPersons(viewer)
    .where('meeting_named_person.meeting_id', '=', meetingId)
    .select('meeting_named_person.person_id as id')
    .execute()
  const guests = await visible
    .agendaItemPersons(viewer)
    .where(
      'agenda_item_person.agenda_item_id',
      'in',
      visible.agendaItems(viewer).where('agenda_item.meeting_id', '=', meetingId).select('agenda_item.id'),
    )
    .select('agenda_item_person.person_id as id')
    .execute()
  return [...named, ...guests].map(({ id }) => id)
}

/** Announced meetings that are so near that those are reminded who have not answered. */
export async function meetingsToRemind({ db, network, today }: Viewer): Promise<Id[]> {
  const rows = await db
    .selectFrom('meeting')
    .where('network_id', '=', network.id)
    .where('state', '=', 'scheduled')
    .where('remind_before', '>', 0)
    .where('day', '>=', today)
    .where(sql<boolean>`day - remind_before <= ${today}::date`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('invitation')
          .whereRef('invitation.network_id', '=', 'meeting.network_id')
          .whereRef('invitation.meeting_id', '=', 'meeting.id')
          .select('invitation.id'),
      ),
    )
    .orderBy('id')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Nobody else writes to those invited to this meeting until the transaction ends. */
export async function lockMeeting({ db, network }: Viewer, id: Id): Promise<void> {
  const meeting = db.selectFrom('meeting').where('network_id', '=', network.id).where('id', '=', id)
  await meeting.select('id').forUpdate().execute()
}

export async function remindBefore({ db, network }: Viewer, id: Id): Promise<number> {
  const meeting = db.selectFrom('meeting').where('network_id', '=', network.id).where('id', '=', id)
  return (await meeting.select('remind_before').executeTakeFirst())?.remind_before ?? 0
}

export async function setRemindBefore({ db, network }: Viewer, id: Id, days: number): Promise<void> {
  const meeting = db.updateTable('meeting').where('network_id', '=', network.id).where('id', '=', id)
  await meeting.set({ remind_before: days }).execute()
}

type Told = { readonly sequence: number; readonly day: Day; readonly startTime: string | null }

/** Invites a person, or notes what the newest letter to him says. */
export async function keepInvitation(
  viewer: Viewer,
  { meetingId, personId, guest }: { meetingId: Id; personId: Id; guest: boolean },
  told: Told,
): Promise<Id> {
  const values = { sequence: told.sequence, day: told.day, start_time: told.startTime }
  const { id } = await viewer.db
    .insertInto('invitation')
    .values({
      ...{ network_id: viewer.network.id, id: newId(viewer.ground.clock), meeting_id: meetingId, person_id: personId },
      ...{ guest, created_at: viewer.ground.clock.instant().toString(), ...values },
    })
    .onConflict(conflict => conflict.columns(['network_id', 'meeting_id', 'person_id']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
