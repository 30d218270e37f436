import { sql } from 'kysely'
import type { Viewer } from '../../../../access/viewer.ts'
import { visible } from '../../../../access/visible.ts'
import { newId } from '../../../../ground/ids.ts'
import type { LetterKind } from '../../../../ground/schema/invitations.ts'
import type { Id } from '../../../../ground/schema.ts'
import type { LetterMail, MailState } from '../model.ts'

/** Letters that were sent for a meeting, by invitation, youngest first: whether they left says the outbox. */
export async function mailsOf(viewer: Viewer, meetingId: Id): Promise<ReadonlyMap<Id, LetterMail[]>> {
  const rows = await visible
    .invitationMails(viewer)
    .innerJoin('invitation_letter as letter', join =>
      join
        .onRef('letter.network_id', '=', 'invitation_mail.network_id')
        .onRef('letter.id', '=', 'invitation_mail.letter_id'),
    )
    // Of the outbox only whether it left, and why not: its mails are read by their recipients alone.
    .leftJoin('outbox', join =>
      join
        .onRef('outbox.network_id', '=', 'invitation_mail.network_id')
        .onRef('outbox.id', '=', 'invitation_mail.outbox_id'),
    )
    .where('letter.meeting_id', '=', meetingId)
    .orderBy('invitation_mail.id', 'desc')
    .select(['invitation_mail.id', 'invitation_mail.invitation_id as invitationId', 'letter.kind'])
    .select(['letter.sent_at as at', 'outbox.state', 'outbox.last_error', 'invitation_mail.bounced_at'])
    .select('invitation_mail.bounce_reason')
    .execute()
  const mails = rows.map(({ state, last_error, bounced_at, bounce_reason, ...row }) => ({
    ...row,
    state: (bounced_at ? 'bounced' : (state ?? 'gone')) as MailState,
    reason: bounce_reason ?? last_error,
  }))
  return Map.groupBy(mails, mail => mail.invitationId)
}

/** Which letters everybody of a meeting had, for who still awaits one. */
export async function lettersHad({ db, network }: Viewer, meetingId: Id): Promise<ReadonlyMap<Id, LetterKind[]>> {
  const rows = await db
    .selectFrom('invitation_mail as mail')
    .innerJoin('invitation_letter as letter', join =>
      join.onRef('letter.network_id', '=', 'mail.network_id').onRef('letter.id', '=', 'mail.letter_id'),
    )
    .where('mail.network_id', '=', network.id)
    .where('letter.meeting_id', '=', meetingId)
    .select(['mail.person_id as personId', 'letter.kind'])
    .execute()
  return new Map([...Map.groupBy(rows, row => row.personId)].map(([id, all]) => [id, all.map(({ kind }) => kind)]))
}

type NewLetter = {
  readonly meetingId: Id
  readonly kind: LetterKind
  readonly wording: string | null
  readonly access: string | null
  readonly sequence: number
}

export async function insertLetter(viewer: Viewer, letter: NewLetter): Promise<Id> {
  const id = newId(viewer.ground.clock)
  await viewer.db
    .insertInto('invitation_letter')
    .values({
      ...{ network_id: viewer.network.id, id, meeting_id: letter.meetingId, kind: letter.kind },
      ...{ wording: letter.wording, access: letter.access, sequence: letter.sequence, sent_by: viewer.personId },
      sent_at: viewer.ground.clock.instant().toString(),
    })
    .execute()
  return id
}

export type Letter = NewLetter & { readonly id: Id }

/** A letter that was sent, for sending it again to one. */
export async function letterOfMail(viewer: Viewer, mailId: Id): Promise<(Letter & { invitationId: Id }) | null> {
  const row = await visible
    .invitationMails(viewer)
    .innerJoin('invitation_letter as letter', join =>
      join
        .onRef('letter.network_id', '=', 'invitation_mail.network_id')
        .onRef('letter.id', '=', 'invitation_mail.letter_id'),
    )
    .where('invitation_mail.id', '=', mailId)
    .select(['letter.id', 'letter.meeting_id as meetingId', 'letter.kind', 'letter.wording', 'letter.access'])
    .select(['letter.sequence', 'invitation_mail.invitation_id as invitationId'])
    .executeTakeFirst()
  return row ?? null
}

/** How one takes part from elsewhere, as the last letter said that the viewer may read. */
export async function accessTold(viewer: Viewer, meetingId: Id): Promise<string | null> {
  const row = await visible
    .invitationLetters(viewer)
    .where('invitation_letter.meeting_id', '=', meetingId)
    .where('invitation_letter.access', 'is not', null)
    .orderBy('invitation_letter.id', 'desc')
    .select('invitation_letter.access')
    .executeTakeFirst()
  return row?.access ?? null
}

/** Whether a reminder went out on the network's day. */
export async function remindedToday(viewer: Viewer, meetingId: Id): Promise<boolean> {
  const row = await visible
    .invitationLetters(viewer)
    .where('invitation_letter.meeting_id', '=', meetingId)
    .where('invitation_letter.kind', '=', 'reminder')
    .where(sql<boolean>`(invitation_letter.sent_at at time zone ${viewer.network.timeZone})::date = ${viewer.today}`)
    .select('invitation_letter.id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertMail(
  viewer: Viewer,
  mail: { invitationId: Id; letterId: Id; personId: Id; outboxId: Id },
): Promise<void> {
  await viewer.db
    .insertInto('invitation_mail')
    .values({
      ...{ network_id: viewer.network.id, id: newId(viewer.ground.clock), invitation_id: mail.invitationId },
      ...{ letter_id: mail.letterId, person_id: mail.personId, outbox_id: mail.outboxId },
      ...{ bounced_at: null, bounce_reason: null },
    })
    .execute()
}

/** Which invitation a mail of the outbox was for. */
export async function mailInOutbox(viewer: Viewer, outboxId: Id): Promise<{ id: Id; bounced: boolean } | null> {
  const row = await visible
    .invitationMails(viewer)
    .where('invitation_mail.outbox_id', '=', outboxId)
    .select(['invitation_mail.invitation_id as id', 'invitation_mail.bounced_at'])
    .executeTakeFirst()
  return row ? { id: row.id, bounced: row.bounced_at !== null } : null
}

export async function noteBounce({ db, network, ground }: Viewer, outboxId: Id, reason: string): Promise<void> {
  await db
    .updateTable('invitation_mail')
    .where('network_id', '=', network.id)
    .where('outbox_id', '=', outboxId)
    .set({ bounced_at: ground.clock.instant().toString(), bounce_reason: reason })
    .execute()
}
