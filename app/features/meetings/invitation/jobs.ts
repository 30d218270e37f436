import PostalMime from 'postal-mime'
import { asViewer } from '../../../access/viewer.ts'
import { subjectOf } from '../../../ground/calendar/event.ts'
import { readReply } from '../../../ground/calendar/read.ts'
import type { Ground } from '../../../ground/ground.ts'
import { outboxIdIn } from '../../../ground/mail.ts'
import { takeUnseen } from '../../../ground/mailbox.ts'
import type { Id } from '../../../ground/schema.ts'
import { systemEverywhere } from '../../account/finds.ts'
import { answerByCalendar, noteBounce, remindInvitedDue } from './acts.ts'
import { meetingsToRemind } from './store.ts'

/** Reminds those who have not answered of meetings that are near, each once; a meeting is one transaction. */
export async function remindInvitations(ground: Ground): Promise<void> {
  for (const asker of await systemEverywhere(ground, 'reminders')) {
    const due = await asViewer(ground, asker.identity, 'read', meetingsToRemind)
    for (const id of due) await remindInvitedDue(asker, { id })
  }
}

/** What became of a mail that came in. Whatever is none of ours stays in the mailbox for people to read. */
export type Taken = 'answered' | 'outdated' | 'again' | 'bounced' | 'refused' | 'not-ours'

/** Reads the mailbox that letters come from, where there is one. Bears to be done twice. */
export async function readMailbox(ground: Ground): Promise<number> {
  const { imapUrl } = ground.settings
  return imapUrl ? takeUnseen(imapUrl, async raw => void (await takeMail(ground, raw))) : 0
}

/** Understands one mail: a calendar's answer (RFC 6047), or one of our letters that came back (RFC 3464). */
export async function takeMail(ground: Ground, raw: Uint8Array): Promise<Taken> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => null)
  if (!mail) return 'not-ours'
  const text = new TextDecoder().decode(raw)
  const report = mail.headers.find(({ key }) => key === 'content-type')?.value ?? ''
  if (REPORT.test(report)) return bounced(ground, text)
  for (const { mimeType, content } of mail.attachments) {
    if (!CALENDARS.has(mimeType)) continue
    const reply = readReply(typeof content === 'string' ? content : new TextDecoder().decode(content))
    const subject = reply && subjectOf(reply.uid)
    if (!reply || !subject) continue
    const askers = await systemEverywhere(ground, 'mailbox')
    const asker = askers.find(({ identity }) => identity.network.id === subject.network)
    if (!asker) continue
    const from = mail.from?.address ?? ''
    const outcome = await answerByCalendar(asker, { meetingId: subject.meeting, from, reply })
    if (outcome.ok) return outcome.value.outdated ? 'outdated' : 'answered'
    return outcome.code === 'said-before' ? 'again' : 'refused'
  }
  return 'not-ours'
}
const CALENDARS: ReadonlySet<string> = new Set(['text/calendar', 'application/ics'])
const REPORT = /^multipart\/report/i

/** A report says which mail it is about, that it failed, and why. One that only tells of a delay says nothing. */
async function bounced(ground: Ground, text: string): Promise<Taken> {
  const { action, reason, message } = reported(text)
  const outboxId = message && outboxIdIn(message)
  if (!outboxId || action !== 'failed') return 'not-ours'
  for (const asker of await systemEverywhere(ground, 'mailbox')) {
    const outcome = await noteBounce(asker, { outboxId, reason })
    if (outcome.ok) return 'bounced'
    if (outcome.code === 'already-done') return 'again'
  }
  return 'not-ours'
}

type Reported = { action: string; reason: string; message: Id | null }

function reported(text: string): Reported {
  const found: Reported = { action: '', reason: '', message: null }
  // The report's own message id stands in its head, which ends with the first empty line.
  const [, ...body] = text.split(EMPTY_LINE)
  for (const line of body.join('\n').split('\n')) {
    const at = line.indexOf(':')
    const value = line.slice(at + 1).trim()
    const name = line.slice(0, at).toLowerCase()
    if (name === 'action') found.action = value.toLowerCase()
    if (name === 'diagnostic-code' || (name === 'status' && !found.reason)) found.reason = value
    if (name === 'message-id') found.message = value
  }
  return found
}
const EMPTY_LINE = /\r?\n\r?\n/
