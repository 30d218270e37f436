import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { ConsultationResult, PaperEventKind, PaperState } from '../../../ground/schema/papers.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import type { Answer, CommitmentState } from '../../commitments/model.ts'
import type { AccountSide, Promised, PublicStep } from '../model.ts'

const AUTHORITY = sql`('authority', 'municipality')`
const isAuthority = sql<boolean>`(commitment.owner_kind = 'outside' or org.kind in ${AUTHORITY} is true
  or "deskOf".kind in ${AUTHORITY} is true)`

/** The day on which it was done, in the network's time zone; null while it is not. */
const doneOn = ({ network }: Viewer, row: string) => sql<Day | null>`case when ${sql.ref(`${row}.state`)} = 'done' then
  (select (max(e.at) at time zone ${network.timeZone})::date from commitment_event e
    where e.network_id = ${sql.ref(`${row}.network_id`)} and e.commitment_id = ${sql.ref(`${row}.id`)}
      and e.state = 'done')::text end`

/** What somebody was asked for. `side`: null where it is told with another, or nobody owns it. */
export type Demand = {
  readonly id: Id
  readonly bodyId: Id
  readonly text: string
  readonly side: AccountSide | null
  readonly authorityId: Id | null
  readonly authority: string
  readonly askedOn: Day
  readonly dueOn: Day | null
  readonly state: CommitmentState
  readonly doneOn: Day | null
}

/** A promise is told with the demand that it answers and has no side of its own. */
export async function findDemand(viewer: Viewer, id: Id): Promise<Demand | null> {
  const row = await visible
    .commitments(viewer)
    .leftJoin(
      visible.organizations(viewer).select(['organization.id', 'organization.name', 'organization.kind']).as('org'),
      join => join.onRef('org.id', '=', 'commitment.owner_organization_id'),
    )
    .leftJoin(visible.offices(viewer).select(['office.id', 'office.name', 'office.organization_id']).as('desk'), join =>
      join.onRef('desk.id', '=', 'commitment.owner_office_id'),
    )
    .leftJoin(visible.organizations(viewer).select(['organization.id', 'organization.kind']).as('deskOf'), join =>
      join.onRef('deskOf.id', '=', 'desk.organization_id'),
    )
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'commitment.network_id').onRef('body.id', '=', 'commitment.body_id'),
    )
    .where('commitment.id', '=', id)
    .select(['commitment.id', 'commitment.body_id as bodyId', 'commitment.wording as text'])
    .select(['commitment.due_on as dueOn', 'commitment.state'])
    .select(
      sql<AccountSide | null>`case when commitment.answers_id is not null or commitment.owner_kind = 'nobody' then null
        when ${isAuthority} then 'authority' else 'table' end`.as('side'),
    )
    .select(sql<Id | null>`case when ${isAuthority} then coalesce(org.id, desk.id) else body.id end`.as('authorityId'))
    .select(
      sql<string>`case when ${isAuthority} then coalesce(org.name, desk.name, commitment.owner_name, '')
        else body.name end`.as('authority'),
    )
    .select(doneOn(viewer, 'commitment').as('doneOn'))
    .select(sql<Day>`((commitment.created_at at time zone ${viewer.network.timeZone})::date)::text`.as('askedOn'))
    .executeTakeFirst()
  return row ?? null
}

/** Answers to a demand, oldest first, with the promises that they opened. */
export async function answersTo(viewer: Viewer, id: Id) {
  const rows = await visible
    .commitmentEvents(viewer)
    .leftJoin(
      visible
        .commitments(viewer)
        .select(['commitment.id', 'commitment.state', 'commitment.due_on', doneOn(viewer, 'commitment').as('done')])
        .as('theirs'),
      join => join.onRef('theirs.id', '=', 'commitment_event.promised_id'),
    )
    .where('commitment_event.commitment_id', '=', id)
    .where('commitment_event.answer', 'is not', null)
    .orderBy('commitment_event.given_on')
    .orderBy('commitment_event.id')
    .select(['commitment_event.answer', 'commitment_event.given_on as on', 'commitment_event.sentence as wording'])
    .select(['commitment_event.speaker_office as office', 'theirs.state', 'theirs.due_on as dueOn'])
    .select('theirs.done as doneOn')
    .execute()
  const promises = rows.flatMap(({ state, dueOn, doneOn }): Promised[] => (state ? [{ state, dueOn, doneOn }] : []))
  const answers = rows.map(({ answer, on, wording, office }) => ({
    ...{ answer: answer as Answer, on: on ?? null, wording, office: office ?? null },
  }))
  return { answers, promises }
}

type StepRow = {
  kind: 'state' | 'event' | 'consultation'
  day: Day
  what: string | null
  words: string | null
  whom: string | null
  count: number | null
  source: string | null
}
/** What is told in public of contacts: calls, mails and talks are proof for those inside. */
const IN_PUBLIC = sql`('petition', 'rally', 'press')`

/** What became of the papers of a commitment that the viewer sees, the oldest first. One query. */
export async function stepsOf(viewer: Viewer, commitmentId: Id): Promise<PublicStep[]> {
  const papers = visible.papers(viewer).where('paper.commitment_id', '=', commitmentId).select('paper.id')
  const { rows } = await sql<StepRow>`
    select 'state' as kind, s.day, s.state as what, s.sentence as words, null as whom, null::int as count,
        null as source, s.id
      from (${visible.paperStates(viewer).selectAll('paper_state')}) s
      where s.paper_id in (${papers}) and s.state <> 'drafted'
    union all
    select 'event', e.day, e.kind, e.sentence, e.whom, e.count, null, e.id
      from (${visible.paperEvents(viewer).selectAll('paper_event')}) e
      where e.paper_id in (${papers}) and e.kind in ${IN_PUBLIC}
    union all
    select 'consultation', c.result_day, c.result, c.sentence, concat_ws(', ', b.name, o.name, nullif(c.body_name, '')),
        null, c.source, c.id
      from (${visible.consultations(viewer).selectAll('consultation')}) c
      left join (${visible.bodies(viewer).select(['body.id', 'body.name'])}) b on b.id = c.body_id
      left join (${visible.organizations(viewer).select(['organization.id', 'organization.name'])}) o
        on o.id = c.organization_id
      where c.paper_id in (${papers}) and c.result is not null
    order by day, id`.execute(viewer.db)
  return rows.map(({ kind, day, what, words, whom, count, source }): PublicStep => {
    if (kind === 'state') return { kind, day, state: what as PaperState, sentence: words }
    if (kind === 'event') return { kind, day, event: what as PaperEventKind, whom, sentence: words ?? '', count }
    return { kind, day, body: whom ?? '', result: what as ConsultationResult, sentence: words, source }
  })
}

/** When a mark for the public was due because a day passed without an answer; null where none was agreed, or it was stopped. */
export async function markedOn(viewer: Viewer, commitmentId: Id): Promise<Day | null> {
  const row = await visible
    .consequences(viewer)
    .where('consequence.commitment_id', '=', commitmentId)
    .where('consequence.kind', '=', 'public_mark')
    .where('consequence.state', '=', 'fired')
    .orderBy('consequence.number')
    .select(sql<Day>`((consequence.fired_at at time zone ${viewer.network.timeZone})::date)::text`.as('day'))
    .executeTakeFirst()
  return row?.day ?? null
}
