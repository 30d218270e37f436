import { mailboxOf } from '../../../../access/link.ts'
import { recipientOf, type Viewer } from '../../../../access/viewer.ts'
import { fileNameOf } from '../../../../ground/documents/document.ts'
import type { LetterKind } from '../../../../ground/schema/invitations.ts'
import type { Enclosure } from '../../../../ground/schema/outgoing.ts'
import type { Day, Id } from '../../../../ground/schema.ts'
import { type Language, languageOf } from '../../../../texts/texts.ts'
import { mandatesOn } from '../../../directory/rules/finds.ts'
import { letterOf } from '../../../network/finds.ts'
import { type AgendaTold, agendaDocument } from '../../agenda/documents.ts'
import { agendaOf } from '../../agenda/finds.ts'
import type { AgendaItem, Meeting } from '../../model.ts'
import { findMeeting, isWhole } from '../../store.ts'
import { letterMail } from '../mails.tsx'
import { letIn } from '../store.ts'

/** Why nothing goes to somebody: no address that we know of, or the meeting is not (or no longer) for him. */
export type Hindered = 'no-address' | 'unseen'

export type Words = { readonly kind: LetterKind; readonly wording: string | null; readonly access: string | null }

/** Somebody a letter can go to, and the meeting as he sees it. */
export type Reached = {
  readonly recipient: Viewer
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly meeting: Meeting & { readonly day: Day }
  /** Sees single items and not the meeting. */
  readonly guest: boolean
}

/** A letter as its one recipient reads it. Everything in it was read as him. */
export type Composed = Reached & {
  readonly agenda: readonly AgendaItem[]
  /** The same agenda as a document in his language; null where nothing is said of it. */
  readonly enclosure: Enclosure | null
  /** `href`: where he answers; null where there is nothing to answer. */
  mail(href: string | null, agenda?: readonly AgendaItem[]): { subject: string; content: string; description: string }
}

/**
 * Whoever can be invited: members of the body today, those for whom the meeting is named, and those let in to single
 * items that the viewer sees.
 */
export async function invitable(viewer: Viewer, meetingId: Id, bodyId: Id): Promise<ReadonlySet<Id>> {
  const mandates = await mandatesOn(viewer, bodyId, viewer.today)
  return new Set([...mandates.map(({ personId }) => personId), ...(await letIn(viewer, meetingId))])
}

/** Whether a letter about a meeting can go to somebody; nothing of its agenda is read. */
export async function reach(viewer: Viewer, personId: Id, meetingId: Id): Promise<Reached | Hindered> {
  const mailbox = await mailboxOf(viewer, personId)
  const recipient = await recipientOf(viewer, personId)
  const meeting = recipient && (await findMeeting(recipient, meetingId))
  if (!recipient || !meeting?.day) return 'unseen'
  if (!mailbox) return 'no-address'
  const { name, email } = mailbox
  const guest = !(await isWhole(recipient, meetingId))
  return {
    recipient,
    name,
    email,
    language: languageOf(mailbox.language),
    meeting: { ...meeting, day: meeting.day },
    guest,
  }
}

/** Puts the letter to one whom it reaches together; nothing is written. */
export async function compose(viewer: Viewer, reached: Reached, words: Words): Promise<Composed> {
  const { recipient, meeting, name, language } = reached
  const agenda = TELLS_AGENDA.has(words.kind) ? await agendaOf(recipient, meeting) : []
  return {
    ...reached,
    agenda,
    enclosure: agenda.length > 0 ? await enclosed(recipient, { ...meeting, agenda }) : null,
    mail: (answerHref, told = agenda) =>
      letterMail({
        ...{ ...words, language, networkName: viewer.network.name, name, agenda: told, answerHref },
        meeting: { ...meeting, body: meeting.body?.name ?? null },
      }),
  }
}
const TELLS_AGENDA: ReadonlySet<LetterKind> = new Set(['invitation', 'update'])

async function enclosed(recipient: Viewer, told: AgendaTold): Promise<Enclosure> {
  const { document, day } = agendaDocument(told, await letterOf(recipient))
  return { document, fileName: fileNameOf(document.title, day, 'pdf') }
}
