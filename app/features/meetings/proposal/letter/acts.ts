import { createLink, mailboxOf } from '../../../../access/link.ts'
import { mayAct } from '../../../../access/may.ts'
import { recipientOf, type Viewer } from '../../../../access/viewer.ts'
import { queueMail } from '../../../../ground/outbox.ts'
import type { Day, Id } from '../../../../ground/schema.ts'
import { originOf } from '../../../../ground/settings.ts'
import { type Language, languageOf } from '../../../../texts/texts.ts'
import type { Meeting } from '../../model.ts'
import { findWhole } from '../../store.ts'

/** A mail's words for one recipient. `meeting` is as he sees it, `href` his own. */
type Compose = (to: {
  readonly language: Language
  readonly networkName: string
  readonly name: string
  readonly meeting: Meeting
  readonly href: string
}) => { subject: string; content: string }

/** After the meeting its link still tells what came of a proposal. */
const DAYS_AFTER = 14

/**
 * Writes to one member about proposals for a meeting, in the caller's transaction. Nothing goes to whoever has no
 * address, is no longer of the body or does not see the meeting; says whether it went.
 */
export async function writeTo(viewer: Viewer, personId: Id, meetingId: Id, compose: Compose): Promise<boolean> {
  const recipient = await recipientOf(viewer, personId)
  const meeting = recipient && (await findWhole(recipient, meetingId))
  if (!recipient || !meeting?.body) return false
  if (!mayAct(recipient, 'proposal.make', { id: meetingId, bodyId: meeting.body.id })) return false
  const mailbox = await mailboxOf(viewer, personId)
  if (!mailbox) return false
  const language = languageOf(mailbox.language)
  const href = await proposalLink(viewer, personId, meetingId, meeting.day)
  const mail = compose({ language, networkName: viewer.network.name, name: mailbox.name, meeting, href })
  await queueMail(viewer, { recipient: mailbox.email, language, ...mail })
  return true
}

/** A link for one mail. Those of earlier mails stay: they show the same. */
async function proposalLink(viewer: Viewer, personId: Id, subjectId: Id, day: Day | null): Promise<string> {
  const { secret } = await createLink(viewer, {
    ...{ purpose: 'proposal.make', subjectId, personId, addressee: null },
    ...(day && day >= viewer.today ? { until: { day, daysAfter: DAYS_AFTER } } : {}),
  })
  return `${originOf(viewer.ground)}/links/proposals/${secret}`
}
