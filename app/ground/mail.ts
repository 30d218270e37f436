import nodemailer, { type Transporter } from 'nodemailer'
import { inNetwork, type Tx } from './database.ts'
import { mediaTypes } from './documents/document.ts'
import { writeDocument } from './documents/write.ts'
import type { Ground } from './ground.ts'
import { isMailAddress, oneLine } from './outbox.ts'
import type { Enclosure } from './schema/outgoing.ts'
import type { Id } from './schema.ts'
import { isLoopback } from './settings.ts'

/** What a mail server said, or that it could not be asked. `forGood`: asking again will not help. */
export type Delivery =
  | { readonly sent: true }
  | { readonly sent: false; readonly reason: string; readonly forGood: boolean }
export type Transport = (mail: Outgoing) => Promise<Delivery>
export type Outgoing = {
  readonly id: Id
  readonly recipient: string
  readonly language: string
  readonly subject: string
  readonly content: string
  readonly calendar: string | null
  readonly calendar_method: 'REQUEST' | 'CANCEL' | null
  readonly enclosure?: Enclosure | null
}

/** The mail's own name, the same however often it is tried; what comes back names it (RFC 5322, 3.6.4). */
export const messageIdOf = (id: Id, sender: string): string => `<${id}@${sender.split('@')[1] ?? 'localhost'}>`

/** Which of our mails a message id names; null where it is none of ours. */
export const outboxIdIn = (messageId: string): Id | null => MESSAGE_ID.exec(messageId)?.[1]?.toLowerCase() ?? null
const MESSAGE_ID = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i

/** Minutes to wait after each try that failed; after the last one it is given up. Together about a day. */
const WAITS_MINUTES = [1, 5, 15, 60, 180, 360, 720] as const
/** In one run of the job, so that a shutdown does not wait for a thousand mails. */
const MOST_IN_A_RUN = 100
const SECONDS_FOR_A_SERVER = 20

/**
 * A transport from an SMTP URL: `smtps://`, or `smtp://` with STARTTLS, without which nothing is said to another machine
 * unless the URL says `?requireTLS=false`. Recipient and subject go in as data, so that neither can hold a second
 * recipient or header.
 */
export function smtpTransport(smtpUrl: string, sender: string): Transport {
  const timeout = SECONDS_FOR_A_SERVER * 1000
  const limits = { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout }
  const requireTLS = !isLoopback(new URL(smtpUrl).hostname)
  return through(nodemailer.createTransport({ url: smtpUrl, requireTLS, ...limits }), sender)
}

/** Any transporter of nodemailer's as a Transport. */
export function through(transporter: Pick<Transporter, 'sendMail'>, sender: string): Transport {
  return async mail => {
    if (!isMailAddress(mail.recipient)) return { sent: false, reason: 'email-invalid', forGood: true }
    try {
      await transporter.sendMail({
        from: sender,
        to: { name: '', address: mail.recipient },
        subject: oneLine(mail.subject),
        text: mail.content,
        messageId: messageIdOf(mail.id, sender),
        ...calendarPart(mail),
        ...(await enclosedIn(mail)),
        headers: { 'Content-Language': oneLine(mail.language), 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      return { sent: true }
    } catch (error) {
      return { sent: false, reason: reasonOf(error), forGood: refusedForGood(error) }
    }
  }
}

/**
 * Beside the text the same as `text/calendar; method=…`, whose method is that of the calendar, and once more as a file:
 * one program takes the first, another the second (RFC 6047, 2.4).
 */
function calendarPart({ calendar, calendar_method: method }: Outgoing) {
  return calendar && method ? { icalEvent: { method, content: calendar, filename: 'invite.ics' } } : {}
}

/**
 * The enclosure as a PDF. It is written while the mail leaves: an act that queues a hundred letters does not wait for a
 * hundred files. One that can not be written keeps its mail back until it can.
 */
async function enclosedIn({ enclosure }: Outgoing) {
  if (!enclosure) return {}
  const content = await writeDocument(enclosure.document, 'pdf', null)
  const { fileName: filename } = enclosure
  return { attachments: [{ filename, content: Buffer.from(content), contentType: mediaTypes.pdf }] }
}

/**
 * Sends what waits in every network, each mail in its own transaction: `for update skip locked` lets several
 * processes share the work. A crash between the server's "yes" and the commit sends a mail twice, never not at all.
 * What was sent or given up keeps its subject and loses its content: a link in it is a secret that must not stay readable.
 * Without a transport nothing is sent and mails wait; a demo's mails are `shown` and never waiting.
 */
export async function sendWaiting(ground: Ground, transport: Transport | null = transportOf(ground)): Promise<number> {
  if (!transport) return 0
  const networks = await ground.db.selectFrom('network').where('demo', '=', false).select('id').execute()
  let sent = 0
  for (const { id } of networks) {
    for (let tried = 0; tried < MOST_IN_A_RUN; tried += 1) {
      const outcome = await inNetwork(ground.db, id, 'write', tx => sendNext(ground, tx, id, transport))
      if (!outcome) break
      if (outcome.sent) sent += 1
    }
  }
  return sent
}

function transportOf({ settings }: Ground): Transport | null {
  return settings.smtpUrl ? smtpTransport(settings.smtpUrl, settings.mailFrom) : null
}

async function sendNext(ground: Ground, tx: Tx, network: Id, transport: Transport) {
  const mail = await tx
    .selectFrom('outbox')
    .where('network_id', '=', network)
    .where('state', '=', 'waiting')
    .where('try_after', '<=', ground.clock.instant().toString())
    .orderBy('try_after')
    .orderBy('id')
    .select(['id', 'recipient', 'language', 'subject', 'content', 'attempts', 'calendar', 'calendar_method'])
    .select('enclosure')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!mail) return null

  const { calendar = null, calendar_method = null, enclosure = null } = mail
  const delivery = await transport({ ...mail, calendar, calendar_method, enclosure })
  const mine = tx.updateTable('outbox').where('network_id', '=', network).where('id', '=', mail.id)
  const attempts = mail.attempts + 1
  if (delivery.sent) {
    const at = ground.clock.instant().toString()
    await mine.set({ ...EMPTIED, state: 'sent', attempts, sent_at: at, last_error: null }).execute()
    return { sent: true }
  }
  const last_error = delivery.reason.slice(0, 500)
  const minutes = WAITS_MINUTES[mail.attempts]
  if (delivery.forGood || minutes === undefined)
    await mine.set({ ...EMPTIED, state: 'failed', attempts, last_error }).execute()
  else await mine.set({ attempts, last_error, try_after: ground.clock.instant().add({ minutes }).toString() }).execute()
  return { sent: false }
}

const EMPTIED = { content: '', calendar: null, calendar_method: null, enclosure: null } as const

type SmtpError = { readonly responseCode?: number; readonly code?: string; readonly message?: string }

/** RFC 5321, 4.2.1: 5yz is a permanent negative completion. */
function refusedForGood(error: unknown): boolean {
  const { responseCode = 0, code } = error as SmtpError
  // Without TLS it is the server that does not fit, not the mail: the operator can mend that.
  return responseCode >= 500 && code !== 'ETLS'
}

const reasonOf = (error: unknown): string => oneLine((error as SmtpError).message ?? String(error))
