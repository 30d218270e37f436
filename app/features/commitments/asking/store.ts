import { sql } from 'kysely'
import { type Link, linked } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import { openStates } from '../model.ts'
import { MOST_IN_A_RUN, type Owing, type Told } from './model.ts'

/** A meeting to come as a whole, with its body; whether the viewer leads it is for may.ts to say. */
export async function findComing(viewer: Viewer, id: Id) {
  const row = await visible
    .wholeMeetings(viewer)
    .where('meeting.id', '=', id)
    .select(['meeting.id', 'meeting.name', 'meeting.day', 'meeting.state', 'meeting.body_id as bodyId'])
    .executeTakeFirst()
  return row ?? null
}

export async function findAskingOf(viewer: Viewer, meetingId: Id) {
  const row = await visible
    .askings(viewer)
    .where('asking.meeting_id', '=', meetingId)
    .select(['asking.id', 'asking.begun_at as begunAt', 'asking.done_at as doneAt'])
    .executeTakeFirst()
  return row ?? null
}

/** Begins to ask before a meeting; null where that was done. */
export async function insertAsking(viewer: Viewer, meetingId: Id, bodyId: Id): Promise<Id | null> {
  const row = await viewer.db
    .insertInto('asking')
    .values({
      ...{ network_id: viewer.network.id, id: newId(viewer.ground.clock), meeting_id: meetingId, body_id: bodyId },
      ...{ begun_by: viewer.personId, begun_at: viewer.ground.clock.instant().toString(), done_at: null },
    })
    .onConflict(conflict => conflict.columns(['network_id', 'meeting_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export type Asking = { readonly id: Id; readonly bodyId: Id; readonly day: Day }

/** What has begun and is not done, of meetings that are to come still. */
export async function unfinished({ db, network, today }: Viewer): Promise<Asking[]> {
  const rows = await db
    .selectFrom('asking')
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'asking.network_id').onRef('meeting.id', '=', 'asking.meeting_id'),
    )
    .where('asking.network_id', '=', network.id)
    .where('asking.done_at', 'is', null)
    .where('meeting.state', '=', 'scheduled')
    .where('meeting.day', '>=', today)
    .orderBy('asking.id')
    .select(['asking.id', 'asking.body_id as bodyId', 'meeting.day'])
    .execute()
  return rows.map(row => ({ ...row, day: row.day! }))
}

/** Announced meetings until a day about which nobody was asked yet, of bodies to which something is owed. */
export async function dueUntil({ db, network, today }: Viewer, last: Day): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select m.id from meeting m where m.network_id = ${network.id} and m.state = 'scheduled'
      and m.day between ${today} and ${last}
      and not exists (select from asking a where a.network_id = m.network_id and a.meeting_id = m.id)
      and exists (select from commitment c where c.network_id = m.network_id and c.body_id = m.body_id
        and c.state = any(${[...openStates]}::text[]) and c.owner_kind <> 'nobody')
    order by m.day, m.id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Everybody who owes something to the body and was not asked in this round: in person, as holder of the office, with a
 * seat in the body for the organisation, and whoever outside was asked before at an address.
 */
export async function owing({ db, network, today }: Viewer, { id, bodyId }: Asking): Promise<Owing[]> {
  const holds = (row: string) => sql`${sql.ref(`${row}.start_date`)} <= ${today}
    and coalesce(${sql.ref(`${row}.end_date`)}, ${today}) >= ${today}`
  const { rows } = await sql<Owing>`
    with still as (select c.* from commitment c where c.network_id = ${network.id} and c.body_id = ${bodyId}
        and c.state = any(${[...openStates]}::text[])),
      owes as (
        select owner_person_id as person, null::text as address, id from still where owner_kind = 'person'
        union select h.person_id, null, s.id from still s join office_holding h on h.network_id = s.network_id
          and h.office_id = s.owner_office_id and ${holds('h')} where s.owner_kind = 'office'
        union select m.person_id, null, s.id from still s join membership m on m.network_id = s.network_id
          and m.body_id = s.body_id and m.on_behalf_of_id = s.owner_organization_id and ${holds('m')}
          and m.role in ('chair', 'deputy_chair', 'minute_taker', 'member', 'delegate')
          where s.owner_kind = 'organization'
        union select null, lower(l.addressee), s.id from still s join personal_link l on l.network_id = s.network_id
          and l.subject_id = s.id and l.purpose = 'commitment.report' and l.addressee is not null
          and l.revoked_at is null where s.owner_kind in ('outside', 'organization'))
    select o.person as "personId", o.address as addressee, array_agg(distinct o.id::text) as "commitmentIds" from owes o
    where not exists (select from asked a where a.network_id = ${network.id} and a.asking_id = ${id}
      and (a.person_id = o.person or lower(a.addressee) = o.address))
    group by o.person, o.address order by o.person, o.address limit ${MOST_IN_A_RUN}`.execute(db)
  return rows
}

/** Takes one for this transaction; null where somebody else has written to him, or is about to and then does. */
export async function claim(viewer: Viewer, askingId: Id, { personId, addressee }: Owing): Promise<Id | null> {
  const row = await viewer.db
    .insertInto('asked')
    .values({
      ...{ network_id: viewer.network.id, id: newId(viewer.ground.clock), asking_id: askingId, person_id: personId },
      ...{ addressee, commitments: '{}' as never, outbox_id: null, at: viewer.ground.clock.instant().toString() },
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function keepAsked(viewer: Viewer, id: Id, told: readonly Told[], outboxId: Id): Promise<void> {
  const commitments = Object.fromEntries(told.map(one => [one.id, one.wordingId]))
  await viewer.db
    .updateTable('asked')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', id)
    .set({ commitments: JSON.stringify(commitments) as never, outbox_id: outboxId })
    .execute()
}

export async function finish({ db, network, ground }: Viewer, askingId: Id): Promise<void> {
  await db
    .updateTable('asking')
    .where('network_id', '=', network.id)
    .where('id', '=', askingId)
    .where('done_at', 'is', null)
    .set({ done_at: ground.clock.instant().toString() })
    .execute()
}

/** Those of these that the reader sees himself, as they stand. */
export const seenBy = (reader: Viewer, ids: readonly Id[]) =>
  visible
    .commitments(reader)
    .where('commitment.id', 'in', ids)
    .where('commitment.state', 'in', [...openStates])
    .orderBy('commitment.due_on')
    .orderBy('commitment.id')
    .select(['commitment.id', 'commitment.wording', 'commitment.due_on as dueOn'])
    .execute()

/** The newest approved wording of each: public, or approved for a letter to the same recipient. */
export async function approvedFor(
  { db, network }: Viewer,
  { personId, addressee, commitmentIds }: Owing,
): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select distinct on (c.id) c.id, p.wording, c.due_on as "dueOn", p.id as "wordingId" from commitment c
    join publication p on p.network_id = c.network_id and p.noun = 'commitment' and p.subject_id = c.id
      and p.withdrawn_at is null
    where c.network_id = ${network.id} and c.id = any(${[...commitmentIds]}::uuid[]) and (p.door = 'public'
      or exists (select from personal_link l where l.network_id = p.network_id and l.id = p.id and l.revoked_at is null
        and (l.person_id = ${personId} or lower(l.addressee) = ${addressee})))
    order by c.id, p.approved_at desc, p.id desc`.execute(db)
  return rows
}

/** Everybody who was asked, as far as the viewer may know; of the outbox only whether the mail left. */
export const askedIn = (viewer: Viewer, askingId: Id) =>
  visible
    .asked(viewer)
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('whom'), join =>
      join.onRef('whom.id', '=', 'asked.person_id'),
    )
    .leftJoin('outbox', join =>
      join.onRef('outbox.network_id', '=', 'asked.network_id').onRef('outbox.id', '=', 'asked.outbox_id'),
    )
    .leftJoin('personal_link as link', join =>
      join.onRef('link.network_id', '=', 'asked.network_id').onRef('link.subject_id', '=', 'asked.id'),
    )
    .where('asked.asking_id', '=', askingId)
    .orderBy('whom.name')
    .orderBy('asked.id')
    .select(['asked.id', 'asked.commitments', 'asked.addressee', 'whom.name', 'asked.outbox_id as outboxId'])
    .select(['outbox.state', 'link.id as linkId'])
    .execute()

/** Which commitments were reported on by these links, as far as the viewer sees the reports. */
export async function reportedBy(viewer: Viewer, links: readonly Id[]): Promise<{ linkId: Id; commitmentId: Id }[]> {
  if (links.length === 0) return []
  const rows = await visible
    .commitmentEvents(viewer)
    .where('commitment_event.link_id', 'in', links)
    .where('commitment_event.report', 'is not', null)
    .select(['commitment_event.link_id as linkId', 'commitment_event.commitment_id as commitmentId'])
    .distinct()
    .execute()
  return rows.map(row => ({ ...row, linkId: row.linkId! }))
}

/** Open ones of a body that bind somebody. */
export const owedTo = (viewer: Viewer, bodyId: Id) =>
  visible
    .commitments(viewer)
    .where('commitment.body_id', '=', bodyId)
    .where('commitment.state', 'in', [...openStates])
    .where('commitment.owner_kind', '<>', 'nobody')
    .orderBy('commitment.due_on')
    .orderBy('commitment.id')
    .select(['commitment.id', 'commitment.wording'])
    .execute()

/** What stands behind an open link, whoever holds it. */
export async function linkedAsked(viewer: Viewer, link: Link) {
  const row = await linked.asked(viewer, link).select(['asked.id', 'asked.commitments']).executeTakeFirst()
  return row ?? null
}

/** Commitments told in approved wordings that hold still. */
export async function toldInWordings(
  viewer: Viewer,
  link: Link,
  wordings: readonly Id[],
): Promise<{ id: Id; wording: string; dueOn: Day | null }[]> {
  if (wordings.length === 0) return []
  return linked
    .askedWordings(viewer, wordings)
    .innerJoin('commitment', join =>
      join
        .onRef('commitment.network_id', '=', 'publication.network_id')
        .onRef('commitment.id', '=', 'publication.subject_id'),
    )
    .where(
      'commitment.id',
      'in',
      sql<Id>`(select key::uuid from asked, jsonb_each(asked.commitments)
      where asked.network_id = ${viewer.network.id} and asked.id = ${link.subjectId})`,
    )
    .where('commitment.state', 'in', [...openStates])
    .orderBy('commitment.due_on')
    .select(['commitment.id', 'publication.wording', 'commitment.due_on as dueOn'])
    .execute()
}

/** What was said through a link, the last first. */
export const saidThrough = ({ db, network }: Viewer, link: Link) =>
  db
    .selectFrom('commitment_event')
    .where('network_id', '=', network.id)
    .where('link_id', '=', link.id)
    .where('report', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(SAID)
    .select(['commitment_id as commitmentId', 'report', 'sentence', 'at'])
    .execute()
const SAID = 500
