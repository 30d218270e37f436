import { type SelectQueryBuilder, sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id, Schema } from '../../../ground/schema.ts'
import type { ConsequenceShown } from './contract.ts'
import {
  type Addressee,
  answering,
  bindingStates,
  type ConsequenceKind,
  firesOn,
  reporting,
  type Said,
} from './model.ts'

type Consequences = SelectQueryBuilder<Schema, 'consequence', object>

/** From when what was said counts: since it was agreed, or since the day was moved, whichever came later. */
const since = sql`greatest(consequence.agreed_at, (select max(moved.at) from commitment_event moved
  where moved.network_id = consequence.network_id and moved.commitment_id = consequence.commitment_id
    and moved.kind = 'due'))`

/** The rule of model.ts in SQL: whether somebody answered. `commitment` is joined. */
const answered = ({ network }: Viewer) => sql<boolean>`exists (select from commitment_event said
  where said.network_id = consequence.network_id and said.commitment_id = consequence.commitment_id
    and said.at >= ${since} and (said.answer = any(${[...answering]}::text[])
      or said.report = any(${[...reporting]}::text[])
      or (said.report = 'under_way' and (said.at at time zone ${network.timeZone})::date > commitment.due_on)))`

const binding = sql<boolean>`commitment.state = any(${[...bindingStates]}::text[])`

/** Armed ones whose commitment was due so long ago and is not answered, the longest waiting first. */
export async function dueToFire(viewer: Viewer): Promise<Id[]> {
  const { db, network, today } = viewer
  const { rows } = await sql<{ id: Id }>`
    select consequence.id from consequence
    join commitment on commitment.network_id = consequence.network_id and commitment.id = consequence.commitment_id
    where consequence.network_id = ${network.id} and consequence.state = 'armed' and ${binding}
      and commitment.due_on + consequence.grace < ${today}::date and not ${answered(viewer)}
    order by commitment.due_on + consequence.grace, consequence.commitment_id, consequence.number`.execute(db)
  return rows.map(({ id }) => id)
}

/** Fired ones that wait for a meeting, and those whose meeting was called off. */
export async function dueToPlace({ db, network }: Viewer): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select consequence.id from consequence
    left join meeting on meeting.network_id = consequence.network_id and meeting.id = consequence.meeting_id
    where consequence.network_id = ${network.id} and (consequence.effect = 'waits'
      or (consequence.effect = 'item' and meeting.state = 'cancelled'))
    order by consequence.fired_at, consequence.commitment_id, consequence.number`.execute(db)
  return rows.map(({ id }) => id)
}

export type Taken = Schema['consequence']

/** The commitment behind one, before either is taken: whoever takes both takes the commitment first. */
export async function commitmentOf(viewer: Viewer, id: Id): Promise<Id | null> {
  const found = visible.consequences(viewer).where('consequence.id', '=', id)
  return (await found.select('consequence.commitment_id as of').executeTakeFirst())?.of ?? null
}

/** Takes one for this transaction, as it stands once nobody else holds it. */
export async function lockConsequence(viewer: Viewer, id: Id): Promise<Taken | null> {
  const found = visible.consequences(viewer).where('consequence.id', '=', id)
  return (await found.selectAll('consequence').forUpdate('consequence').executeTakeFirst()) ?? null
}

/** What was said of its commitment since it counts, the first first. */
export async function saidSince({ db, network }: Viewer, { id }: Pick<Taken, 'id'>): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select said.report, said.answer, (said.at at time zone ${network.timeZone})::date as "on"
    from consequence join commitment_event said on said.network_id = consequence.network_id
      and said.commitment_id = consequence.commitment_id and said.at >= ${since}
    where consequence.network_id = ${network.id} and consequence.id = ${id}
      and (said.report is not null or said.answer is not null)
    order by said.at, said.id`.execute(db)
  return rows
}

export type Agreed = {
  readonly commitmentId: Id
  readonly kind: ConsequenceKind
  readonly wording: string
  readonly grace: number
  readonly bodyId: Id | null
  readonly to: Addressee | null
}

/** Agrees one more; the caller holds the commitment, so that numbers come one after the other. Null where there are too many. */
export async function insertConsequence(viewer: Viewer, agreed: Agreed, most: number): Promise<Id | null> {
  const { db, network, ground } = viewer
  const of = db
    .selectFrom('consequence')
    .where('network_id', '=', network.id)
    .where('commitment_id', '=', agreed.commitmentId)
  const last = (await of.select(({ fn }) => fn.max('number').as('number')).executeTakeFirst())?.number ?? 0
  if (last >= most) return null
  const id = newId(ground.clock)
  const { to } = agreed
  const idOf = (kind: Addressee['kind']) => (to && 'id' in to && to.kind === kind ? to.id : null)
  await db
    .insertInto('consequence')
    .values({
      ...{ network_id: network.id, id, commitment_id: agreed.commitmentId, number: last + 1, kind: agreed.kind },
      ...{ wording: agreed.wording, grace: agreed.grace, body_id: agreed.bodyId, to_kind: to?.kind ?? null },
      ...{ to_person_id: idOf('person'), to_office_id: idOf('office'), to_organization_id: idOf('organization') },
      ...{ to_name: to && 'name' in to ? to.name : null, agreed_by: viewer.personId, state: 'armed' as const },
      ...{ agreed_at: ground.clock.instant().toString(), fired_at: null, missed_on: null, effect: null },
      ...{ meeting_id: null, item_id: null, stopped_by: null, stopped_at: null, stop_reason: null },
    })
    .execute()
  return id
}

type Change = Partial<Omit<Taken, 'network_id' | 'id' | 'commitment_id'>>

/** Writes what became of one that the caller holds. */
export async function updateConsequence({ db, network }: Viewer, id: Id, change: Change): Promise<void> {
  await db.updateTable('consequence').where('network_id', '=', network.id).where('id', '=', id).set(change).execute()
}

/** What a reader is shown, for consequences that are already filtered. */
function shownRows(viewer: Viewer, of: Consequences) {
  return of
    .innerJoin('commitment', join =>
      join
        .onRef('commitment.network_id', '=', 'consequence.network_id')
        .onRef('commitment.id', '=', 'consequence.commitment_id'),
    )
    .leftJoin(visible.bodies(viewer).select(['body.id', 'body.name']).as('target'), join =>
      join.onRef('target.id', '=', 'consequence.body_id'),
    )
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('to_person'), join =>
      join.onRef('to_person.id', '=', 'consequence.to_person_id'),
    )
    .leftJoin(visible.offices(viewer).select(['office.id', 'office.name']).as('to_office'), join =>
      join.onRef('to_office.id', '=', 'consequence.to_office_id'),
    )
    .leftJoin(
      visible.organizations(viewer).select(['organization.id', 'organization.name']).as('to_organization'),
      join => join.onRef('to_organization.id', '=', 'consequence.to_organization_id'),
    )
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('agreer'), join =>
      join.onRef('agreer.id', '=', 'consequence.agreed_by'),
    )
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('stopper'), join =>
      join.onRef('stopper.id', '=', 'consequence.stopped_by'),
    )
    .leftJoin(visible.wholeMeetings(viewer).select(['meeting.id', 'meeting.name', 'meeting.day']).as('on'), join =>
      join.onRef('on.id', '=', 'consequence.meeting_id'),
    )
    .selectAll('consequence')
    .select(['commitment.due_on', 'commitment.wording as commitment_wording', 'target.name as body_name'])
    .select(sql<string | null>`coalesce(to_person.name, to_office.name, to_organization.name)`.as('to_known'))
    .select(['agreer.name as agreer_name', 'stopper.name as stopper_name'])
    .select(['on.name as meeting_name', 'on.day as meeting_day'])
    .select([answered(viewer).as('answered'), binding.as('binding')])
}
type Row = Awaited<ReturnType<ReturnType<typeof shownRows>['execute']>>[number]

function shownOf(row: Row): ConsequenceShown {
  const armed = row.state === 'armed'
  const known = row.to_person_id ?? row.to_office_id ?? row.to_organization_id
  const name = row.to_known ?? row.to_name
  return {
    ...{ id: row.id, commitmentId: row.commitment_id, kind: row.kind, wording: row.wording, grace: row.grace },
    body: row.body_id && row.body_name !== null ? { id: row.body_id, name: row.body_name } : null,
    to: row.to_kind && { kind: row.to_kind, id: row.to_known === null ? null : known, name },
    state: row.state,
    firesOn: armed && row.binding && !row.answered ? firesOn(row.due_on, row.grace) : null,
    answered: armed && row.answered,
    agreed: { at: row.agreed_at, by: by(row.agreed_by, row.agreer_name) },
    fired:
      row.fired_at && row.missed_on && row.effect
        ? { at: row.fired_at, missedOn: row.missed_on, effect: row.effect, meeting: meetingOf(row) }
        : null,
    stopped:
      row.stopped_at && row.stop_reason !== null
        ? { at: row.stopped_at, by: by(row.stopped_by, row.stopper_name), reason: row.stop_reason }
        : null,
  }
}

const by = (id: Id | null, name: string | null) => (id && name !== null ? { id, name } : null)
const meetingOf = (row: Row) =>
  row.meeting_id && row.meeting_name !== null && row.effect === 'item'
    ? { id: row.meeting_id, name: row.meeting_name, day: row.meeting_day }
    : null

/** Those of a commitment that the viewer sees, in the order in which they were agreed. */
export async function consequencesOf(viewer: Viewer, commitmentId: Id): Promise<ConsequenceShown[]> {
  const of = visible.consequences(viewer).where('consequence.commitment_id', '=', commitmentId)
  return (await shownRows(viewer, of).orderBy('consequence.number').execute()).map(shownOf)
}

export async function findConsequence(viewer: Viewer, id: Id): Promise<ConsequenceShown | null> {
  const row = await shownRows(viewer, visible.consequences(viewer).where('consequence.id', '=', id)).executeTakeFirst()
  return row ? shownOf(row) : null
}

type Listed = { readonly consequence: ConsequenceShown; readonly commitment: { id: Id; name: string } }

/**
 * A page of what the viewer sees in one state: of the armed what fires next comes first and what has no day last, of the
 * others the youngest. `until`: of the armed those alone that fire by that day.
 */
export async function listConsequences(
  viewer: Viewer,
  { state, page, size, until }: { state: Taken['state']; page: number; size: number; until?: Day },
): Promise<{ items: Listed[]; more: boolean }> {
  const rows = await shownRows(viewer, visible.consequences(viewer).where('consequence.state', '=', state))
    .$if(until !== undefined, query =>
      query.where(
        sql<boolean>`${binding} and not ${answered(viewer)}
          and commitment.due_on + consequence.grace < ${until}::date`,
      ),
    )
    .$if(state === 'armed', query =>
      query
        .orderBy(sql`(${binding} and not ${answered(viewer)})`, 'desc')
        .orderBy(sql`coalesce(commitment.due_on + consequence.grace, 'infinity'::date)`),
    )
    .$if(state === 'fired', query => query.orderBy('consequence.fired_at', 'desc'))
    .$if(state === 'stopped', query => query.orderBy('consequence.stopped_at', 'desc'))
    .orderBy('consequence.commitment_id')
    .orderBy('consequence.number')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  const items = rows.slice(0, size).map(row => ({
    consequence: shownOf(row),
    commitment: { id: row.commitment_id, name: row.commitment_wording },
  }))
  return { items, more: rows.length > size }
}

/** Who speaks for a body today: its chair or deputy; where it has none, those of the board. */
export async function chairOf(viewer: Viewer, bodyId: Id): Promise<string | null> {
  const row = await visible
    .memberships(viewer)
    .innerJoin('person', join =>
      join.onRef('person.network_id', '=', 'membership.network_id').onRef('person.id', '=', 'membership.person_id'),
    )
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'membership.network_id').onRef('body.id', '=', 'membership.body_id'),
    )
    .where(eb => eb.or([eb('membership.body_id', '=', bodyId), eb('body.kind', '=', 'board')]))
    .where('membership.role', 'in', ['chair', 'deputy_chair'])
    .where('membership.start_date', '<=', viewer.today)
    .where(eb => eb.or([eb('membership.end_date', 'is', null), eb('membership.end_date', '>=', viewer.today)]))
    .orderBy(sql`membership.body_id <> ${bodyId}`)
    .orderBy(sql`membership.role <> 'chair'`)
    .orderBy('membership.start_date')
    .orderBy('person.name')
    .select('person.name')
    .executeTakeFirst()
  return row?.name ?? null
}

/** Addresses outside that were asked about a commitment before and may still be, for whoever has no record of a person. */
export async function addressesAsked({ db, network }: Viewer, commitmentId: Id): Promise<string[]> {
  const rows = await db
    .selectFrom('personal_link')
    .where('network_id', '=', network.id)
    .where('subject_id', '=', commitmentId)
    .where('purpose', '=', 'commitment.report')
    .where('addressee', 'is not', null)
    .where('revoked_at', 'is', null)
    .select(sql<string>`lower(addressee)`.as('address'))
    .distinct()
    .orderBy('address')
    .execute()
  return rows.map(({ address }) => address)
}

/** Who fills a seat for an organisation in a body today: they speak for it there. */
export async function seatsOf(viewer: Viewer, bodyId: Id, organizationId: Id): Promise<Id[]> {
  const rows = await visible
    .memberships(viewer)
    .where('membership.body_id', '=', bodyId)
    .where('membership.on_behalf_of_id', '=', organizationId)
    .where('membership.role', 'in', ['chair', 'deputy_chair', 'minute_taker', 'member', 'delegate'])
    .where('membership.start_date', '<=', viewer.today)
    .where(eb => eb.or([eb('membership.end_date', 'is', null), eb('membership.end_date', '>=', viewer.today)]))
    .select('membership.person_id')
    .distinct()
    .orderBy('membership.person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}
