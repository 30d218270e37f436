import { type SelectQueryBuilder, sql } from 'kysely'
import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { newId } from '../../ground/ids.ts'
import type { Day, Id, Schema } from '../../ground/schema.ts'
import type { CommitmentLine } from './contract.ts'
import { type CommitmentState, daysOverdue, dueOf, type Owner } from './model.ts'
import { holders, ownerColumns, ownerOfRow, ownerShown, ownersOf } from './owner/store.ts'

export type Commitments = SelectQueryBuilder<Schema, 'commitment', object>

export const ofBody = (query: Commitments, bodyId: Id | null): Commitments =>
  bodyId ? query.where('commitment.body_id', '=', bodyId) : query

/**
 * What a line shows, for commitments that are already filtered and cut to a page: the joins run over that page alone.
 * Body and source line are joined bare, because a commitment is seen only by who sees both. The caller orders again.
 */
export function lines(viewer: Viewer, page: Commitments) {
  return viewer.db
    .selectFrom(page.selectAll('commitment').as('commitment'))
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'commitment.network_id').onRef('body.id', '=', 'commitment.body_id'),
    )
    .leftJoinLateral(saidIn(viewer).as('said'), join => join.onTrue())
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('owning_person'), join =>
      join.onRef('owning_person.id', '=', 'commitment.owner_person_id'),
    )
    .leftJoin(visible.offices(viewer).select(['office.id', 'office.name']).as('owning_office'), join =>
      join.onRef('owning_office.id', '=', 'commitment.owner_office_id'),
    )
    .leftJoin(
      visible.organizations(viewer).select(['organization.id', 'organization.name']).as('owning_organization'),
      join => join.onRef('owning_organization.id', '=', 'commitment.owner_organization_id'),
    )
    .select([
      'commitment.id',
      'commitment.wording',
      'commitment.state',
      'commitment.due_on',
      'commitment.due_words',
      'commitment.owner_kind',
      'commitment.owner_name',
      'commitment.body_id',
      'body.name as body_name',
      'said.minutes_id',
      'said.line_from',
      'said.day as said_on',
      'owning_person.id as person_id',
      'owning_person.name as person_name',
      'owning_office.id as office_id',
      'owning_office.name as office_name',
      'owning_organization.id as organization_id',
      'owning_organization.name as organization_name',
    ])
    .select(firedOf(viewer).as('fired'))
}

/** Whether a consequence has fired: asked bare, because the commitment is seen already, for the network alone. */
const firedOf = (viewer: Viewer) =>
  viewer.member || viewer.kind === 'system'
    ? sql<boolean>`exists (select from consequence where consequence.network_id = commitment.network_id
        and consequence.commitment_id = commitment.id and consequence.state = 'fired')`
    : sql<boolean>`false`

/** The line a commitment was said in, with its meeting. Lateral: a plain join would read all minutes for each line. */
const saidIn = (viewer: Viewer) =>
  viewer.db
    .selectFrom('entry')
    .innerJoin('minutes', join =>
      join.onRef('minutes.network_id', '=', 'entry.network_id').onRef('minutes.id', '=', 'entry.minutes_id'),
    )
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .leftJoin('agenda_item', join =>
      join
        .onRef('agenda_item.network_id', '=', 'entry.network_id')
        .onRef('agenda_item.id', '=', 'entry.agenda_item_id'),
    )
    .where('entry.network_id', '=', viewer.network.id)
    .where('entry.id', '=', sql<Id>`commitment.entry_id`)
    .select(['entry.minutes_id', 'entry.line_from', 'entry.content', 'meeting.day'])
    .select(['meeting.id as meeting_id', 'meeting.name as meeting_name'])
    .select(
      // Behind closed doors is everything but a line of a public meeting under an item that was not closed.
      sql<boolean>`(meeting.audience = 'public' and not meeting.without_administration
        and coalesce(agenda_item.audience, 'public') = 'public'
        and not coalesce(agenda_item.without_administration, false))`.as('in_public'),
    )

export type Line = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

export function lineOf(viewer: Viewer, row: Line): CommitmentLine {
  const due = dueOf(row.due_on, row.due_words)
  return {
    id: row.id,
    wording: row.wording,
    body: { id: row.body_id, name: row.body_name },
    owner: ownerShown(viewer, row),
    due,
    state: row.state,
    daysOverdue: daysOverdue({ state: row.state, owner: row.owner_kind, due }, viewer.today),
    source: row.minutes_id ? { minutesId: row.minutes_id, line: row.line_from ?? 1, day: row.said_on } : null,
    fired: row.fired,
  }
}

/** A commitment with the line it was said in; null where there is none for the viewer. */
export async function findCommitmentRow(viewer: Viewer, id: Id) {
  const row = await lines(viewer, visible.commitments(viewer).where('commitment.id', '=', id))
    .select(['commitment.revision', 'commitment.owner_person_id'])
    .select(['commitment.owner_office_id', 'commitment.owner_organization_id'])
    .select(['said.content as quote', 'said.meeting_id', 'said.meeting_name', 'said.in_public'])
    .leftJoin(visible.commitments(viewer).select(['commitment.id', 'commitment.wording']).as('demand'), join =>
      join.onRef('demand.id', '=', 'commitment.answers_id'),
    )
    .select(['demand.id as demand_id', 'demand.wording as demand_wording'])
    .select(holders(viewer).as('holders'))
    .executeTakeFirst()
  if (!row) return null
  return {
    answers: row.demand_id && row.demand_wording ? { id: row.demand_id, name: row.demand_wording } : null,
    line: lineOf(viewer, row),
    bodyId: row.body_id,
    revision: row.revision,
    owner: ownerOfRow(row),
    owners: ownersOf(row),
    quote: row.quote,
    meeting: row.meeting_id && row.meeting_name ? { id: row.meeting_id, name: row.meeting_name } : null,
    closed: row.in_public !== true,
  }
}

/**
 * What a wording that is to leave begins with: the commitment's own, or nothing where that is word for word a line said
 * behind closed doors. Then what leaves has to be written.
 */
export const approvalProposal = (found: { line: CommitmentLine; quote: string | null; closed: boolean }): string =>
  found.closed && found.quote !== null && sameWords(found.quote, found.line.wording) ? '' : found.line.wording

const BLANKS = /\s+/g
const sameWords = (a: string, b: string): boolean => a.replace(BLANKS, ' ').trim() === b.replace(BLANKS, ' ').trim()

/** What an act needs of the commitment it is about. */
export type Subject = {
  readonly id: Id
  readonly bodyId: Id
  readonly owners: readonly Id[]
  readonly state: CommitmentState
  readonly revision: number
  readonly wording: string
  readonly owner: Owner
  readonly dueOn: Day | null
  readonly dueWords: string | null
}

/** Takes the commitment for this transaction, so that two who act at once come one after the other. */
export async function lockCommitment(viewer: Viewer, id: Id): Promise<Subject | null> {
  const row = await visible
    .commitments(viewer)
    .where('commitment.id', '=', id)
    .selectAll('commitment')
    .select(holders(viewer).as('holders'))
    .forUpdate('commitment')
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    bodyId: row.body_id,
    owners: ownersOf(row),
    state: row.state,
    revision: row.revision,
    wording: row.wording,
    owner: ownerOfRow(row),
    dueOn: row.due_on,
    dueWords: row.due_words,
  }
}

export type NewCommitment = {
  readonly bodyId: Id
  readonly entryId: Id | null
  readonly wording: string
  readonly owner: Owner
  /** The owner as written, kept beside the record it means. */
  readonly ownerName: string | null
  readonly dueOn: Day | null
  readonly dueWords: string | null
}

/** PostgreSQL allows 65,535 parameters a statement; a commitment has sixteen. */
const ROWS_AT_ONCE = 2000

/**
 * Opens commitments, all of them `open`, and returns those that are new with their ids: an entry opens one only once,
 * however often it is handed in.
 */
export async function insertCommitments(
  viewer: Viewer,
  commitments: readonly NewCommitment[],
): Promise<{ id: Id; entryId: Id | null }[]> {
  const { clock } = viewer.ground
  const created_at = clock.instant().toString()
  // Ids of one instant are in no order; sorted, they keep the order of the lines.
  const ids = commitments.map(() => newId(clock)).sort()
  const rows = commitments.map((one, at) => ({
    network_id: viewer.network.id,
    id: ids[at]!,
    body_id: one.bodyId,
    entry_id: one.entryId,
    wording: one.wording,
    ...ownerColumns(one.owner, one.ownerName),
    due_on: one.dueOn,
    due_words: one.dueWords,
    state: 'open' as const,
    audience: null,
    revision: 1,
    created_at,
  }))
  const opened: { id: Id; entryId: Id | null }[] = []
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    opened.push(
      ...(await viewer.db
        .insertInto('commitment')
        .values(rows.slice(from, from + ROWS_AT_ONCE))
        .onConflict(conflict =>
          conflict.columns(['network_id', 'entry_id']).where('answers_id', 'is', null).doNothing(),
        )
        .returning(['id', 'entry_id as entryId'])
        .execute()),
    )
  return opened
}

export type CommitmentChanges = {
  readonly wording?: string
  readonly owner?: Owner
  readonly due?: { readonly dueOn: Day | null; readonly dueWords: string | null }
  readonly state?: CommitmentState
}

/** Writes what changed and counts the revision. The caller holds the row (`lockCommitment`). */
export async function updateCommitment(
  viewer: Viewer,
  id: Id,
  { wording, owner, due, state }: CommitmentChanges,
): Promise<void> {
  await viewer.db
    .updateTable('commitment')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', id)
    .set({
      ...(wording !== undefined && { wording }),
      ...(owner && ownerColumns(owner, null)),
      ...(due && { due_on: due.dueOn, due_words: due.dueWords }),
      ...(state && { state }),
    })
    .set(eb => ({ revision: eb('revision', '+', 1) }))
    .execute()
}

/** The body in which a commitment is opened by hand. */
export async function bodyToOpenIn(viewer: Viewer, bodyId: Id): Promise<{ bodyId: Id } | null> {
  const row = await visible.bodies(viewer).where('body.id', '=', bodyId).select('body.id').executeTakeFirst()
  return row ? { bodyId: row.id } : null
}
