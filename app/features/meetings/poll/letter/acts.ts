import { createLink, mailboxOf } from '../../../../access/link.ts'
import { recipientOf, type Viewer } from '../../../../access/viewer.ts'
import { queueMail } from '../../../../ground/outbox.ts'
import type { PollLetterKind } from '../../../../ground/schema/polls.ts'
import type { Day, Id } from '../../../../ground/schema.ts'
import { originOf } from '../../../../ground/settings.ts'
import { languageOf } from '../../../../texts/texts.ts'
import { pollMail } from '../mails.tsx'
import type { Choice } from '../model.ts'
import { choicesOf, findPoll, keepMail } from '../store.ts'
import { insertLetter } from './store.ts'

/** Why nothing goes to somebody: no address that we know of, or the poll is not (or no longer) for him. */
export type Hindered = 'no-address' | 'unseen'

export type Written = { readonly sent: number; readonly unseen: readonly Id[] }
type Asked = { readonly id: Id; readonly personId: Id }

/**
 * Writes a letter to each of these who are asked, in the caller's transaction. Each is read as its recipient; `unseen`
 * are those for whom the poll is not.
 */
export async function writeLetter(
  viewer: Viewer,
  pollId: Id,
  kind: PollLetterKind,
  invitees: readonly Asked[],
): Promise<Written> {
  await insertLetter(viewer, pollId, kind)
  let sent = 0
  const unseen: Id[] = []
  for (const invitee of invitees) {
    const hindered = await writeTo(viewer, pollId, kind, invitee)
    if (!hindered) sent++
    if (hindered === 'unseen') unseen.push(invitee.personId)
  }
  return { sent, unseen }
}

async function writeTo(viewer: Viewer, pollId: Id, kind: PollLetterKind, asked: Asked): Promise<Hindered | null> {
  const recipient = await recipientOf(viewer, asked.personId)
  const poll = recipient && (await findPoll(recipient, pollId))
  if (!recipient || !poll) return 'unseen'
  const mailbox = await mailboxOf(viewer, asked.personId)
  if (!mailbox) return 'no-address'
  const language = languageOf(mailbox.language)
  const choices = await choicesOf(recipient, pollId)
  const mail = pollMail({
    ...{ kind, language, networkName: viewer.network.name, name: mailbox.name, poll, choices },
    href: kind === 'result' ? null : await answerLink(viewer, asked, lastDay(poll.untilDay, choices)),
  })
  await keepMail(viewer, asked.id, await queueMail(viewer, { recipient: mailbox.email, language, ...mail }))
  return null
}

const lastDay = (untilDay: Day, choices: readonly Choice[]): Day =>
  [untilDay, ...choices.flatMap(({ day }) => day ?? [])].toSorted().at(-1)!

/** After the end of the poll its link still tells what was chosen. */
const DAYS_AFTER = 14

/** A link for one letter. Those of earlier letters stay: they lead to the same question. */
async function answerLink(viewer: Viewer, { id, personId }: Asked, day: Day): Promise<string> {
  const { secret } = await createLink(viewer, {
    ...{ purpose: 'poll.answer', subjectId: id, personId, addressee: null },
    until: { day, daysAfter: DAYS_AFTER },
  })
  return `${originOf(viewer.ground)}/links/poll/${secret}`
}
