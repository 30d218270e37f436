import { sql } from 'kysely'
import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { newId } from '../../ground/ids.ts'
import type { PaperState } from '../../ground/schema/papers.ts'
import type { Day, Id, Schema } from '../../ground/schema.ts'
import type { ResultElsewhere } from '../meetings/preparation/model.ts'
import type { StateRecord } from './model.ts'

/** How often a paper was signed since the day on which it was opened for that first. */
export type Supported = { opened: Day; until: Day; closed: boolean; all: number; named: number }

/** Papers that the viewer sees, with the states of each in order; the newest paper first. */
export async function papersOf(viewer: Viewer, only: { id?: Id; commitmentId?: Id } = {}) {
  const states = visible.paperStates(viewer).where('paper_state.paper_id', '=', sql<Id>`paper.id`)
  const signing = visible.signings(viewer).where('signing.paper_id', '=', sql<Id>`paper.id`)
  let query = visible
    .papers(viewer)
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'paper.network_id').onRef('body.id', '=', 'paper.body_id'),
    )
    .orderBy('paper.created_at', 'desc')
    .orderBy('paper.id', 'desc')
    .select(['paper.id', 'paper.name', 'paper.paper_type as paperType', 'paper.audience', 'body.id as bodyId'])
    .select(['body.name as bodyName', 'paper.commitment_id as commitmentId'])
    .select('paper.without_administration as withoutAdministration')
    .select(
      sql<StateRecord[]>`(select json_agg(json_build_object('state', s.state, 'day', s.day) order by s.number)
        from (${states.selectAll('paper_state')}) s)`.as('states'),
    )
    .select(
      sql<Supported | null>`(select json_build_object(
        'opened', (min(s.opened_at) at time zone ${viewer.network.timeZone})::date,
        'until', (array_agg(s.until_day order by s.number desc))[1],
        'closed', (array_agg(s.closed_at order by s.number desc))[1] is not null,
        -- Everybody who signed is counted, also those whose names the viewer does not see.
        'all', (select count(*) from signature g
          where g.network_id = paper.network_id and g.paper_id = paper.id and g.signed_at is not null),
        'named', (select count(*) from signature g
          where g.network_id = paper.network_id and g.paper_id = paper.id and g.named))
      from (${signing.selectAll('signing')}) s having count(*) > 0)`.as('supported'),
    )
  if (only.id) query = query.where('paper.id', '=', only.id)
  if (only.commitmentId) query = query.where('paper.commitment_id', '=', only.commitmentId)
  return query.execute()
}
export type PaperRow = Awaited<ReturnType<typeof papersOf>>[number]

/** A paper with its body, taken for this transaction, so that what is said of it is numbered one by one. */
export async function lockPaper(viewer: Viewer, id: Id) {
  const row = await visible
    .papers(viewer)
    .where('paper.id', '=', id)
    .select(['paper.id', 'paper.body_id as bodyId'])
    .forUpdate('paper')
    .executeTakeFirst()
  return row ?? null
}

/** The wording of a commitment that the viewer sees, with its body. */
export async function commitmentOf(viewer: Viewer, id: Id) {
  const row = await visible
    .commitments(viewer)
    .where('commitment.id', '=', id)
    .select(['commitment.id', 'commitment.wording', 'commitment.body_id as bodyId'])
    .executeTakeFirst()
  return row ?? null
}

/** Every wording of a paper, the first one first. */
export const versionsOf = (viewer: Viewer, paperId: Id) =>
  visible
    .paperVersions(viewer)
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('who'), join =>
      join.onRef('who.id', '=', 'paper_version.person_id'),
    )
    .where('paper_version.paper_id', '=', paperId)
    .orderBy('paper_version.number')
    .select(['paper_version.number', 'paper_version.wording', 'paper_version.note', 'paper_version.at'])
    .select('who.name as by')
    .execute()

export const statesOf = (viewer: Viewer, paperId: Id) =>
  visible
    .paperStates(viewer)
    .where('paper_state.paper_id', '=', paperId)
    .orderBy('paper_state.number')
    .select(['paper_state.state', 'paper_state.day', 'paper_state.sentence'])
    .execute()

export const eventsOf = (viewer: Viewer, paperId: Id) =>
  visible
    .paperEvents(viewer)
    .where('paper_event.paper_id', '=', paperId)
    .orderBy('paper_event.number')
    .select(['paper_event.kind', 'paper_event.day', 'paper_event.whom', 'paper_event.sentence', 'paper_event.count'])
    .execute()

const placeName = (known: string | null, words: string | null): string =>
  [known, words].filter(name => name !== null && name !== '').join(', ')

/** Where it was taken, with the name of the body as far as the viewer knows it. */
export async function consultationsOf(viewer: Viewer, paperId: Id) {
  const rows = await visible
    .consultations(viewer)
    .leftJoin(visible.bodies(viewer).select(['body.id', 'body.name']).as('own'), join =>
      join.onRef('own.id', '=', 'consultation.body_id'),
    )
    .leftJoin(visible.organizations(viewer).select(['organization.id', 'organization.name']).as('other'), join =>
      join.onRef('other.id', '=', 'consultation.organization_id'),
    )
    .where('consultation.paper_id', '=', paperId)
    .orderBy('consultation.number')
    .select(['consultation.id', 'consultation.day', 'consultation.role', 'consultation.result'])
    .select(['consultation.result_day as resultDay', 'consultation.sentence', 'consultation.source'])
    .select(['consultation.body_name as bodyName', 'own.name as own', 'other.name as other', 'consultation.at'])
    .execute()
  return rows.map(({ bodyName, own, other, ...row }) => ({
    ...row,
    body: placeName(own ?? other, bodyName),
  }))
}

const now = ({ ground }: Viewer) => ground.clock.instant().toString()
const nextNumber = (
  table: 'paper_version' | 'paper_state' | 'paper_event' | 'consultation',
  { network }: Viewer,
  paperId: Id,
) => sql<number>`(select coalesce(max(number), 0) + 1 from ${sql.table(table)}
  where network_id = ${network.id} and paper_id = ${paperId})`

type NewPaper = Omit<Schema['paper'], 'network_id' | 'id' | 'created_by' | 'created_at'>

export async function insertPaper(viewer: Viewer, paper: NewPaper): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const id = newId(ground.clock)
  await db
    .insertInto('paper')
    .values({ network_id: network.id, id, ...paper, created_by: personId, created_at: now(viewer) })
    .execute()
  return id
}

const said = (viewer: Viewer, paperId: Id) => ({
  ...{ network_id: viewer.network.id, id: newId(viewer.ground.clock), paper_id: paperId },
  ...{ person_id: viewer.personId, at: now(viewer) },
})

export async function insertVersion(viewer: Viewer, paperId: Id, wording: string, note: string | null): Promise<void> {
  const number = nextNumber('paper_version', viewer, paperId)
  await viewer.db
    .insertInto('paper_version')
    .values({ ...said(viewer, paperId), number, wording, note })
    .execute()
}

export async function insertState(
  viewer: Viewer,
  paperId: Id,
  of: { state: PaperState; day: Day; sentence: string | null },
): Promise<void> {
  const number = nextNumber('paper_state', viewer, paperId)
  await viewer.db
    .insertInto('paper_state')
    .values({ ...said(viewer, paperId), number, ...of })
    .execute()
}

export async function insertEvent(
  viewer: Viewer,
  paperId: Id,
  of: Pick<Schema['paper_event'], 'kind' | 'day' | 'whom' | 'sentence' | 'count'>,
): Promise<void> {
  const number = nextNumber('paper_event', viewer, paperId)
  await viewer.db
    .insertInto('paper_event')
    .values({ ...said(viewer, paperId), number, ...of })
    .execute()
}

export async function insertConsultation(
  viewer: Viewer,
  paperId: Id,
  of: Pick<Schema['consultation'], 'body_id' | 'organization_id' | 'body_name' | 'day' | 'role'>,
): Promise<void> {
  const open = { result: null, result_day: null, sentence: null, source: null, result_by: null, result_at: null }
  const number = nextNumber('consultation', viewer, paperId)
  await viewer.db
    .insertInto('consultation')
    .values({ ...said(viewer, paperId), number, ...of, ...open })
    .execute()
}

export async function endConsultation(
  viewer: Viewer,
  id: Id,
  of: Pick<Schema['consultation'], 'result' | 'result_day' | 'sentence' | 'source'>,
): Promise<void> {
  const { db, network, personId } = viewer
  await db
    .updateTable('consultation')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .set({ ...of, result_by: personId, result_at: now(viewer) })
    .execute()
}

/** What other bodies decided about papers of a body and what stands on no agenda of its other meetings, the latest first. */
export async function resultsElsewhere(viewer: Viewer, bodyId: Id, meetingId: Id): Promise<ResultElsewhere[]> {
  const told = visible
    .agendaItems(viewer)
    .innerJoin('meeting', join =>
      join
        .onRef('meeting.network_id', '=', 'agenda_item.network_id')
        .onRef('meeting.id', '=', 'agenda_item.meeting_id'),
    )
    .where('agenda_item.consultation_id', '=', sql<Id>`consultation.id`)
    .where('meeting.id', '<>', meetingId)
    .where('meeting.state', '<>', 'cancelled')
    .where('meeting.body_id', '=', bodyId)
    .select('agenda_item.id')
  const rows = await visible
    .consultations(viewer)
    .innerJoin(visible.papers(viewer).selectAll('paper').as('ours'), join =>
      join.onRef('ours.id', '=', 'consultation.paper_id'),
    )
    .leftJoin(visible.bodies(viewer).select(['body.id', 'body.name']).as('own'), join =>
      join.onRef('own.id', '=', 'consultation.body_id'),
    )
    .leftJoin(visible.organizations(viewer).select(['organization.id', 'organization.name']).as('other'), join =>
      join.onRef('other.id', '=', 'consultation.organization_id'),
    )
    .where('ours.body_id', '=', bodyId)
    .where('consultation.result', 'is not', null)
    .where(sql<boolean>`consultation.body_id is distinct from ${bodyId}`)
    .where(({ not, exists }) => not(exists(told)))
    .orderBy('consultation.result_day', 'desc')
    .orderBy('consultation.id')
    .select(['consultation.id', 'ours.id as paperId', 'ours.name as paperName', 'ours.audience'])
    .select(['ours.without_administration as withoutAdministration', 'consultation.sentence'])
    .select(['consultation.result', 'consultation.result_day as day', 'consultation.body_name as bodyName'])
    .select(['own.name as own', 'other.name as other'])
    .execute()
  return rows.map(({ paperId, paperName, audience, bodyName, own, other, result, day, ...row }) => ({
    ...row,
    ...{ result: result!, day: day!, audiences: [audience], paper: { id: paperId, name: paperName } },
    where: placeName(own ?? other, bodyName),
  }))
}
