import { sql } from 'kysely'
import { type Link, linked } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { Id } from '../../../ground/schema.ts'
import { mayBeAnswered } from '../answer/model.ts'
import type { LinkShown } from '../contract.ts'
import type { Owner } from '../model.ts'
import type { LinkPageShown } from './contract.ts'

/** The links of a commitment that were sent and that the viewer may know of, youngest first. */
export async function linksOf(viewer: Viewer, commitmentId: Id): Promise<LinkShown[]> {
  const rows = await visible
    .personalLinks(viewer)
    .where('personal_link.subject_id', '=', commitmentId)
    .where('personal_link.purpose', '=', 'commitment.report')
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('addressee'), join =>
      join.onRef('addressee.id', '=', 'personal_link.person_id'),
    )
    .orderBy('personal_link.id', 'desc')
    .select(['personal_link.id', 'personal_link.addressee', 'addressee.name'])
    .select(['personal_link.created_at', 'personal_link.expires_at', 'personal_link.revoked_at'])
    .execute()
  const now = viewer.ground.clock.instant().epochMilliseconds
  return rows.map(row => ({
    id: row.id,
    to: row.name ?? row.addressee ?? '',
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    standing: row.revoked_at ? 'revoked' : Date.parse(row.expires_at) <= now ? 'expired' : 'open',
  }))
}

/** A link of this commitment, for taking it back. */
export async function linkToRevoke(
  viewer: Viewer,
  commitmentId: Id,
  linkId: Id,
): Promise<{ id: Id; bodyId: Id } | null> {
  const row = await visible
    .personalLinks(viewer)
    .innerJoin('commitment', join =>
      join
        .onRef('commitment.network_id', '=', 'personal_link.network_id')
        .onRef('commitment.id', '=', 'personal_link.subject_id'),
    )
    .where('personal_link.id', '=', linkId)
    .where('personal_link.subject_id', '=', commitmentId)
    .select(['personal_link.id', 'commitment.body_id as bodyId'])
    .executeTakeFirst()
  return row ?? null
}

/**
 * The persons who may be asked for an owner: the person, the holders of the office, or who belongs to the
 * organisation today. An outside body and nobody have none.
 */
export async function peopleBehind(viewer: Viewer, owner: Owner): Promise<Id[]> {
  if (owner.kind === 'person') return [owner.id]
  if (owner.kind === 'office') {
    const holdings = await visible
      .officeHoldings(viewer)
      .where('office_holding.office_id', '=', owner.id)
      .where('office_holding.start_date', '<=', viewer.today)
      .where(eb =>
        eb.or([eb('office_holding.end_date', 'is', null), eb('office_holding.end_date', '>=', viewer.today)]),
      )
      .select('office_holding.person_id')
      .execute()
    return holdings.map(row => row.person_id)
  }
  if (owner.kind !== 'organization') return []
  const memberships = await visible
    .memberships(viewer)
    .where(eb =>
      eb.or([eb('membership.organization_id', '=', owner.id), eb('membership.on_behalf_of_id', '=', owner.id)]),
    )
    .where('membership.start_date', '<=', viewer.today)
    .where(eb => eb.or([eb('membership.end_date', 'is', null), eb('membership.end_date', '>=', viewer.today)]))
    .select('membership.person_id')
    .distinct()
    .execute()
  return memberships.map(row => row.person_id)
}

/** The approved wording of a link carries the link's own id: one approval, one letter. */
export async function insertPublication(
  viewer: Viewer,
  { id, commitmentId, wording, approvedBy }: { id: Id; commitmentId: Id; wording: string; approvedBy?: Id | null },
) {
  await viewer.db
    .insertInto('publication')
    .values({
      network_id: viewer.network.id,
      id,
      noun: 'commitment',
      subject_id: commitmentId,
      door: 'link',
      wording,
      // Where a job writes it: whoever approved the wording before.
      approved_by: approvedBy === undefined ? viewer.personId : approvedBy,
      approved_at: viewer.ground.clock.instant().toString(),
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .execute()
}

export async function withdrawPublications(viewer: Viewer, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  await viewer.db
    .updateTable('publication')
    .where('network_id', '=', viewer.network.id)
    .where('id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .set({ withdrawn_by: viewer.personId, withdrawn_at: viewer.ground.clock.instant().toString() })
    .execute()
}

/**
 * What the holder of a link sees: the approved wording, the due day as it stands, and what was said through this link.
 * Due words are words of the minutes; they leave only inside the approved wording.
 */
export async function findLinked(viewer: Viewer, link: Link): Promise<LinkPageShown | null> {
  const row = await linked
    .commitments(viewer, link)
    .innerJoin(linked.publications(viewer, link).select(['publication.wording']).as('approved'), join => join.onTrue())
    .select([
      'approved.wording',
      'commitment.due_on as dueOn',
      'commitment.owner_kind as kind',
      'commitment.answers_id',
    ])
    .executeTakeFirst()
  if (!row) return null
  const told = await linked
    .commitmentEvents(viewer, link)
    .where(eb => eb.or([eb('commitment_event.report', 'is not', null), eb('commitment_event.answer', 'is not', null)]))
    .orderBy('commitment_event.at', 'desc')
    .orderBy('commitment_event.id', 'desc')
    .limit(REPORTS_SHOWN)
    .select(['commitment_event.report', 'commitment_event.answer', 'commitment_event.sentence', 'commitment_event.at'])
    .execute()
  return {
    wording: row.wording,
    dueOn: row.dueOn,
    expiresAt: link.expiresAt,
    zone: viewer.network.timeZone,
    reports: told.flatMap(({ report, sentence, at }) => (report ? [{ report, sentence, at }] : [])),
    isDemand: mayBeAnswered(row) && !row.answers_id,
    answers: told.flatMap(({ answer, sentence, at }) => (answer ? [{ answer, sentence, at }] : [])),
  }
}
const REPORTS_SHOWN = 20

/** Reports that came through a link on the network's day. */
export async function reportsToday(viewer: Viewer, link: Link): Promise<number> {
  const { count } = await linked
    .commitmentEvents(viewer, link)
    .where('commitment_event.report', 'is not', null)
    .where(sql<boolean>`(commitment_event.at at time zone ${viewer.network.timeZone})::date = ${viewer.today}`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
