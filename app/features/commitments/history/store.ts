import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { CommitmentEventKind, Id, Schema } from '../../../ground/schema.ts'
import { dueOfMark, ownerOf } from '../model.ts'
import type { OwnerShown } from '../owner/contract.ts'
import type { By, EventShown } from './contract.ts'

/** The history as the viewer may see it, oldest first. What was told by a line of minutes is there for who sees the line. */
export async function historyOf(viewer: Viewer, commitmentId: Id): Promise<EventShown[]> {
  const rows = await events(viewer, commitmentId).execute()
  return rows.flatMap(row => {
    const event = eventOf(row)
    return event ? [event] : []
  })
}

/** A new owner stands in the history as a mark; its name is looked up, so that a name erased there is gone here too. */
const events = (viewer: Viewer, commitmentId: Id) =>
  visible
    .commitmentEvents(viewer)
    .where('commitment_event.commitment_id', '=', commitmentId)
    .leftJoin('entry', join =>
      join
        .onRef('entry.network_id', '=', 'commitment_event.network_id')
        .onRef('entry.id', '=', 'commitment_event.entry_id'),
    )
    .leftJoin('minutes', join =>
      join.onRef('minutes.network_id', '=', 'entry.network_id').onRef('minutes.id', '=', 'entry.minutes_id'),
    )
    .leftJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('actor'), join =>
      join.onRef('actor.id', '=', 'commitment_event.person_id'),
    )
    .leftJoin(ownerNames(viewer).as('named'), join =>
      join.onRef('named.mark', '=', 'commitment_event.sentence').on('commitment_event.kind', '=', 'owner'),
    )
    .orderBy('commitment_event.at')
    .orderBy(sql`commitment_event.kind <> 'opened'`)
    .orderBy('commitment_event.id')
    .select([
      'commitment_event.id',
      'commitment_event.kind',
      'commitment_event.state',
      'commitment_event.report',
      'commitment_event.answer',
      'commitment_event.sentence',
      'commitment_event.person_id',
      'commitment_event.link_id',
      'commitment_event.at',
      'entry.minutes_id',
      'entry.line_from',
      'meeting.day as said_on',
      'actor.name as actor_name',
      'named.name as owner_name',
    ])
    .leftJoin(visible.commitments(viewer).select(['commitment.id', 'commitment.wording']).as('their'), join =>
      join.onRef('their.id', '=', 'commitment_event.promised_id'),
    )
    .select(['commitment_event.given_on', 'commitment_event.speaker', 'commitment_event.speaker_office'])
    .select(['commitment_event.source as answer_source', 'commitment_event.source_words'])
    .select(['commitment_event.redirected_to', 'their.id as promised', 'their.wording as promise'])

/** Names by mark, of those that the viewer may read. */
const ownerNames = (viewer: Viewer) =>
  visible
    .people(viewer)
    .select([sql<string>`'person:' || person.id`.as('mark'), 'person.name'])
    .unionAll(visible.offices(viewer).select([sql<string>`'office:' || office.id`.as('mark'), 'office.name']))
    .unionAll(
      visible
        .organizations(viewer)
        .select([sql<string>`'organization:' || organization.id`.as('mark'), 'organization.name']),
    )

type Row = Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number]

function eventOf(row: Row): EventShown | null {
  const source = row.minutes_id ? { minutesId: row.minutes_id, line: row.line_from ?? 1, day: row.said_on } : null
  const base = { id: row.id, at: row.at, by: byOf(row), source }
  const sentence = row.sentence
  if (row.kind === 'opened' || row.kind === 'asked' || row.kind === 'confirmed') return { ...base, kind: row.kind }
  if (row.kind === 'state') return row.state && { ...base, kind: row.kind, state: row.state, sentence }
  if (row.kind === 'report') return row.report && { ...base, kind: row.kind, report: row.report, sentence }
  if (row.kind === 'answer')
    return row.answer && { ...base, ...answerOf(row), kind: row.kind, answer: row.answer, sentence }
  if (row.kind === 'owner') return { ...base, kind: row.kind, owner: ownerTold(row) }
  if (row.kind === 'due') {
    const due = dueOfMark(sentence ?? '')
    return due && { ...base, kind: row.kind, due }
  }
  return { ...base, kind: row.kind, sentence: sentence ?? '' }
}

const answerOf = (row: Row) => ({
  ...{ givenOn: row.given_on ?? null, speaker: row.speaker ?? null, speakerOffice: row.speaker_office ?? null },
  ...{ from: row.answer_source ?? null, sourceWords: row.source_words ?? null },
  redirectedTo: row.redirected_to ?? null,
  promised: row.promised && row.promise ? { id: row.promised, name: row.promise } : null,
})

function byOf(row: Row): By {
  if (row.link_id && (row.kind === 'report' || row.kind === 'answer')) return { kind: 'link', name: row.actor_name }
  return { kind: row.person_id ? 'person' : 'system', name: row.actor_name }
}

function ownerTold(row: Row): OwnerShown {
  const owner = ownerOf(row.sentence ?? '') ?? { kind: 'nobody', name: null }
  if ('id' in owner) return { kind: owner.kind, id: row.owner_name === null ? null : owner.id, name: row.owner_name }
  return { kind: owner.kind, id: null, name: owner.kind === 'outside' ? owner.name : null }
}

export type NewEvent = { readonly commitmentId: Id; readonly kind: CommitmentEventKind } & Partial<
  Omit<Schema['commitment_event'], 'network_id' | 'id' | 'commitment_id' | 'kind' | 'at'>
>

/** PostgreSQL allows 65,535 parameters a statement; an event has nineteen. */
const ROWS_AT_ONCE = 2000

const noAnswer = {
  ...{ given_on: null, speaker: null, speaker_office: null, source: null, source_words: null },
  ...{ redirected_to: null, promised_id: null },
}

/** Appends to histories, as the viewer unless an event names another person, at this moment. */
export async function appendEvents(viewer: Viewer, events: readonly NewEvent[]): Promise<void> {
  const { clock } = viewer.ground
  const at = clock.instant().toString()
  // Ids of one instant are in no order; sorted, they keep the order of the events.
  const ids = events.map(() => newId(clock)).sort()
  const rows = events.map(({ commitmentId, ...event }, index) => ({
    network_id: viewer.network.id,
    id: ids[index]!,
    commitment_id: commitmentId,
    state: null,
    report: null,
    answer: null,
    sentence: null,
    entry_id: null,
    person_id: viewer.personId,
    link_id: null,
    ...noAnswer,
    ...event,
    at,
  }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await viewer.db
      .insertInto('commitment_event')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
}
