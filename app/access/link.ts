import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { newId, newSecret, secretHash } from '../ground/ids.ts'
import { done, type Outcome, refused } from '../ground/problems.ts'
import type { Day, Id, LinkPurpose, Timestamp } from '../ground/schema.ts'
import { from } from './conditions.ts'
import { recipientOf, takesPart, type Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/**
 * Personal links: somebody without an account is let in to one thing, for one purpose. The secret is known to the
 * addressee alone; we keep its hash. Who holds a link is still the public: it shows what `linked` says, nothing else.
 */
export const LINK_DAYS = 60

declare const opened: unique symbol

/** An open link. Only `openLink` makes one, so holding it is the proof that secret, purpose, term and person were checked. */
export type Link = {
  readonly [opened]: true
  readonly id: Id
  readonly subjectId: Id
  /** Whom it was made for; null for an address of an outside body. */
  readonly personId: Id | null
  readonly expiresAt: Timestamp
}

/** Makes a link that ends after `LINK_DAYS` days, or when it is said. The secret is returned once and can not be found again. */
export async function createLink(
  viewer: Viewer,
  link: {
    id?: Id
    purpose: LinkPurpose
    subjectId: Id
    personId: Id | null
    addressee: string | null
    /** Where it does not end by itself after `LINK_DAYS`: with a day of the network, some days later. */
    until?: { readonly day: Day; readonly daysAfter: number }
  },
): Promise<{ id: Id; secret: string; expiresAt: Timestamp }> {
  const { clock } = viewer.ground
  const secret = newSecret()
  const id = link.id ?? newId(clock)
  const now = clock.instant()
  const end = link.until ? endOf(viewer, link.until) : now.add({ hours: LINK_DAYS * 24 })
  const expiresAt = end.toString({ smallestUnit: 'millisecond' })
  await viewer.db
    .insertInto('personal_link')
    .values({
      network_id: viewer.network.id,
      id,
      secret_hash: secretHash(secret),
      purpose: link.purpose,
      person_id: link.personId,
      addressee: link.addressee,
      subject_id: link.subjectId,
      expires_at: expiresAt,
      revoked_at: null,
      created_by: viewer.personId,
      created_at: now.toString(),
    })
    .execute()
  return { id, secret, expiresAt }
}

const endOf = ({ network }: Viewer, { day, daysAfter }: { day: Day; daysAfter: number }): Temporal.Instant =>
  Temporal.PlainDate.from(day).add({ days: daysAfter }).toZonedDateTime(network.timeZone).toInstant()

/**
 * Opens a link by its secret, whoever holds it. Problems: `not-found` (no such secret in this network, or made for
 * something else), `link-revoked` (taken back, or its person has left), `link-expired`.
 * A person has left who has neither a mandate nor an office that holds today.
 */
export async function openLink(viewer: Viewer, secret: string, purpose: LinkPurpose): Promise<Outcome<Link>> {
  if (!SECRET.test(secret)) return refused('not-found')
  const row = await viewer.db
    .selectFrom('personal_link')
    .where('network_id', '=', viewer.network.id)
    .where('secret_hash', '=', secretHash(secret))
    .where('purpose', '=', purpose)
    .select(['id', 'subject_id', 'person_id', 'expires_at', 'revoked_at'])
    .select(sql<boolean>`person_id is null or ${takesPart(viewer, 'personal_link.person_id')}`.as('here'))
    .executeTakeFirst()
  if (!row) return refused('not-found')
  if (row.revoked_at !== null || !row.here) return refused('link-revoked')
  const ends = Temporal.Instant.from(row.expires_at)
  if (Temporal.Instant.compare(viewer.ground.clock.instant(), ends) >= 0) return refused('link-expired')
  const link = { id: row.id, subjectId: row.subject_id, personId: row.person_id, expiresAt: row.expires_at }
  return done(link as Link)
}
/** 32 bytes in base64url. What looks different was never a secret of ours. */
const SECRET = /^[A-Za-z0-9_-]{43}$/

/** What an open link shows: its own subject, the wording approved for it, and what was said through it. */
export const linked = {
  /** A link to a person's consents is about that person. */
  consents: (viewer: Viewer, link: Link) => from(viewer, 'consent').where('consent.person_id', '=', link.subjectId),
  commitments: (viewer: Viewer, link: Link) => from(viewer, 'commitment').where('commitment.id', '=', link.subjectId),

  /** A link from a letter is about the one invitation. */
  invitations: (viewer: Viewer, link: Link) => from(viewer, 'invitation').where('invitation.id', '=', link.subjectId),

  invitationAnswers: (viewer: Viewer, link: Link) =>
    from(viewer, 'invitation_answer').where('invitation_answer.invitation_id', '=', link.subjectId),

  /** One to everything that somebody was asked before a meeting. */
  asked: (viewer: Viewer, link: Link) => from(viewer, 'asked').where('asked.id', '=', link.subjectId),

  /** What stands behind it, as far as its wordings are approved still. */
  askedWordings: (viewer: Viewer, wordings: readonly Id[]) =>
    from(viewer, 'publication')
      .where('publication.id', 'in', wordings)
      .where('publication.noun', '=', 'commitment')
      .where('publication.withdrawn_at', 'is', null),

  /** A link from a poll's mail is about whom it asks. */
  pollInvitees: (viewer: Viewer, link: Link) =>
    from(viewer, 'poll_invitee').where('poll_invitee.id', '=', link.subjectId),

  /** A link to minutes that go round is about whom they were sent to. */
  circulated: (viewer: Viewer, link: Link) => from(viewer, 'circulated').where('circulated.id', '=', link.subjectId),

  /** The wording approved for a link carries the link's own id. */
  publications: (viewer: Viewer, link: Link) =>
    from(viewer, 'publication')
      .where('publication.id', '=', link.id)
      .where('publication.door', '=', 'link')
      .where('publication.withdrawn_at', 'is', null),

  /** An entry of the public account that an authority is shown carries the link's own id. */
  accountEntries: (viewer: Viewer, link: Link) => from(viewer, 'account_entry').where('account_entry.id', '=', link.id),

  accountStatements: (viewer: Viewer, link: Link) =>
    from(viewer, 'account_statement').where('account_statement.entry_id', '=', link.id),

  /** A link to sign a paper is about the one signature; what is read there, and how often it was signed, is its paper's. */
  signatures: (viewer: Viewer, link: Link) => from(viewer, 'signature').where('signature.id', '=', link.subjectId),

  /** An address that is passed on is no link of somebody's: it opens what everybody who is asked may read. */
  signings: (viewer: Viewer, commonKey: string) => from(viewer, 'signing').where('signing.common_key', '=', commonKey),

  /** A link to a question whether something came true is about the one question. */
  conditions: (viewer: Viewer, link: Link) => from(viewer, 'condition').where('condition.id', '=', link.subjectId),

  commitmentEvents: (viewer: Viewer, link: Link) =>
    from(viewer, 'commitment_event')
      .where('commitment_event.commitment_id', '=', link.subjectId)
      .where('commitment_event.link_id', '=', link.id),
}

/** For whom an open link was made, as a viewer: a calendar shows what he sees. Null for nobody, and whoever left. */
export const readerBehind = (viewer: Viewer, link: Link): Promise<Viewer | null> =>
  link.personId ? recipientOf(viewer, link.personId) : Promise.resolve(null)

/** Takes one link back at once; false where that was done before. */
export async function revokeLink(viewer: Viewer, id: Id): Promise<boolean> {
  const revoked = await revocation(viewer).where('id', '=', id).returning('id').execute()
  return revoked.length > 0
}

/** Takes back every link to a subject: whom they were made for is no longer asked. Returns their ids. */
export async function revokeLinksOf(viewer: Viewer, purpose: LinkPurpose, subject: Id): Promise<Id[]> {
  const of = revocation(viewer).where('subject_id', '=', subject).where('purpose', '=', purpose)
  return (await of.returning('id').execute()).map(({ id }) => id)
}

const revocation = (viewer: Viewer) =>
  viewer.db
    .updateTable('personal_link')
    .where('network_id', '=', viewer.network.id)
    .where('revoked_at', 'is', null)
    .set({ revoked_at: viewer.ground.clock.instant().toString() })

/** Which of these people can be written to, in the order of their names. The addresses stay here. */
export async function reachable(
  viewer: Viewer,
  people: readonly Id[],
): Promise<{ id: Id; name: string; language: string }[]> {
  if (people.length === 0) return []
  return visible
    .people(viewer)
    .where('person.id', 'in', people)
    .where('person.email', 'is not', null)
    .where(takesPart(viewer, 'person.id'))
    .select(['person.id', 'person.name', 'person.language'])
    .orderBy('person.name')
    .execute()
}

/**
 * Where a mail to a person goes. Who may ask may have a mail sent without learning the address: it is handed to the
 * outbox and shown to nobody (`visible.contacts` says who reads addresses). Null where there is none.
 */
export async function mailboxOf(
  viewer: Viewer,
  person: Id,
): Promise<{ email: string; language: string; name: string } | null> {
  const row = await visible
    .people(viewer)
    .where('person.id', '=', person)
    .where('person.email', 'is not', null)
    .where(takesPart(viewer, 'person.id'))
    .select(['person.email', 'person.language', 'person.name'])
    .executeTakeFirst()
  return row?.email ? { email: row.email, language: row.language, name: row.name } : null
}
