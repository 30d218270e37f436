import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import { newId } from './ids.ts'
import { Problem } from './problems.ts'
import type { Enclosure } from './schema/outgoing.ts'
import type { Id, Schema } from './schema.ts'

/** A letter as its one recipient reads it: plain text, in the recipient's language. */
export type Mail = {
  readonly recipient: string
  readonly language: string
  readonly subject: string
  readonly content: string
  /** The same for a calendar: its text and what it asks for (ground/calendar). */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string }
  /** As its one recipient may read it. */
  readonly enclosure?: Enclosure | null
}

/** Where a mail is queued: the caller's transaction. A Viewer is one. */
export type Desk = {
  readonly db: Kysely<Schema>
  readonly ground: { readonly clock: Clock }
  readonly network: { readonly id: Id; readonly demo: boolean }
}

/** RFC 5321, 4.5.3.1.3: a path has 256 octets, the brackets around it included. */
const LONGEST_ADDRESS = 254
const address = z.email().max(LONGEST_ADDRESS)

/** One address and nothing else: no name, no list, no line break. ASCII only, as sign-in takes it. */
export const isMailAddress = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS && address.safeParse(text).success

const LINE_BREAKS = /[\r\n\u0085\u2028\u2029]+/g

/** A header has one line; what came with more is joined, so that nobody writes a header of his own. */
export const oneLine = (text: string): string => text.replace(LINE_BREAKS, ' ').trim()

/**
 * Puts a mail beside the act that causes it: it leaves only if the act is committed, and nothing is sent from here.
 * In a demo it is `shown` and never sent. Throws `email-invalid` when the recipient is not one plain address.
 */
export async function queueMail(desk: Desk, mail: Mail): Promise<Id> {
  if (!isMailAddress(mail.recipient)) throw new Problem('email-invalid')
  const id = newId(desk.ground.clock)
  const now = desk.ground.clock.instant().toString()
  await desk.db
    .insertInto('outbox')
    .values({
      network_id: desk.network.id,
      id,
      recipient: mail.recipient,
      language: mail.language,
      subject: oneLine(mail.subject),
      content: mail.content,
      state: desk.network.demo ? 'shown' : 'waiting',
      attempts: 0,
      last_error: null,
      try_after: now,
      created_at: now,
      sent_at: null,
      calendar: mail.calendar?.text ?? null,
      calendar_method: mail.calendar?.method ?? null,
      enclosure: mail.enclosure ?? null,
    })
    .execute()
  return id
}
