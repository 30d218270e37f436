import { mailboxOf } from '../../../../access/link.ts'
import { recipientOf, type Viewer } from '../../../../access/viewer.ts'
import type { LetterKind } from '../../../../ground/schema/invitations.ts'
import type { Day, Id } from '../../../../ground/schema.ts'
import { type Language, languageOf } from '../../../../texts/texts.ts'
import { agendaOf } from '../../agenda/finds.ts'
import type { AgendaItem, Meeting } from '../../model.ts'
import { findMeeting, isWhole } from '../../store.ts'
import { letterMail } from '../mails.tsx'

/** Why nothing goes to somebody: no address that we know of, or the meeting is not (or no longer) for him. */
export type Hindered = 'no-address' | 'unseen'

export type Words = { readonly kind: LetterKind; readonly wording: string | null; readonly access: string | null }

/** A letter as its one recipient reads it. Everything in it was read as him. */
export type Composed = {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly meeting: Meeting & { readonly day: Day }
  /** Sees single items and not the meeting. */
  readonly guest: boolean
  readonly agenda: readonly AgendaItem[]
  /** `href`: where he answers; null where there is nothing to answer. */
  mail(href: string | null, agenda?: readonly AgendaItem[]): { subject: string; content: string; description: string }
}

/** Reads the meeting as the person and puts the letter to him together; nothing is written. */
export async function compose(viewer: Viewer, personId: Id, meetingId: Id, words: Words): Promise<Composed | Hindered> {
  const mailbox = await mailboxOf(viewer, personId)
  const recipient = await recipientOf(viewer, personId)
  const meeting = recipient && (await findMeeting(recipient, meetingId))
  if (!recipient || !meeting?.day) return 'unseen'
  if (!mailbox) return 'no-address'
  const { day } = meeting
  const language = languageOf(mailbox.language)
  const agenda = TELLS_AGENDA.has(words.kind) ? await agendaOf(recipient, meeting) : []
  return {
    ...{ name: mailbox.name, email: mailbox.email, language, meeting: { ...meeting, day } },
    guest: !(await isWhole(recipient, meetingId)),
    agenda,
    mail: (answerHref, told = agenda) =>
      letterMail({
        ...{ ...words, language, networkName: viewer.network.name, name: mailbox.name, agenda: told, answerHref },
        meeting: { ...meeting, day, body: meeting.body?.name ?? null },
      }),
  }
}
const TELLS_AGENDA: ReadonlySet<LetterKind> = new Set(['invitation', 'update'])
