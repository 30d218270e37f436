import { sql } from 'kysely'
import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { clockTime } from '../../ground/database.ts'
import { newId } from '../../ground/ids.ts'
import type { Day, Id, Schema } from '../../ground/schema.ts'
import type { EntryRow, MinutesHead } from './model.ts'

/** The head of minutes with its meeting; null where there are none for the viewer. */
export async function findMinutesHead(viewer: Viewer, id: Id): Promise<MinutesHead | null> {
  const row = await visible
    .minutes(viewer)
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'meeting.network_id').onRef('body.id', '=', 'meeting.body_id'),
    )
    // Whoever sees the minutes sees that they go round (`visible.circulations`).
    .leftJoinLateral(latestRound(viewer).as('round'), join => join.onTrue())
    .where('minutes.id', '=', id)
    .select(['round.id as roundId', 'round.until_day as until', 'round.asked'])
    .select([
      'minutes.id',
      'minutes.state',
      'minutes.meeting_id as meetingId',
      'meeting.name',
      'meeting.day',
      'body.id as bodyId',
      'body.name as bodyName',
    ])
    .executeTakeFirst()
  if (!row) return null
  const { roundId, until, asked, ...head } = row
  return { ...head, circulation: roundId && until ? { id: roundId, until } : null, asked: asked === true }
}

const latestRound = ({ db, network, personId }: Viewer) =>
  db
    .selectFrom('circulation')
    .where('circulation.network_id', '=', network.id)
    .where('circulation.minutes_id', '=', sql<Id>`minutes.id`)
    .orderBy('circulation.begun_at', 'desc')
    .orderBy('circulation.id', 'desc')
    .limit(1)
    .select(['circulation.id', 'circulation.until_day'])
    .select(
      sql<boolean>`exists (select from circulated sent where sent.network_id = circulation.network_id
        and sent.circulation_id = circulation.id and sent.person_id = ${personId})`.as('asked'),
    )

export type NewestSource = {
  id: Id
  fileName: string
  revision: number
  content: string
  sha256: string
  converter: string
}

/** The text of the newest revision, where the viewer may see it whole. */
export async function newestSource(viewer: Viewer, minutesId: Id): Promise<NewestSource | null> {
  const row = await visible
    .sources(viewer)
    .innerJoin('revision', join =>
      join.onRef('revision.network_id', '=', 'source.network_id').onRef('revision.source_id', '=', 'source.id'),
    )
    .where('revision.minutes_id', '=', minutesId)
    .where('revision.minutes_id', 'in', visible.minutes(viewer).select('minutes.id'))
    .orderBy('revision.number', 'desc')
    .select([
      'source.id',
      'source.file_name as fileName',
      'revision.number as revision',
      'source.content',
      'source.sha256',
      'source.converter',
    ])
    .executeTakeFirst()
  return row ?? null
}

export async function entriesOf(viewer: Viewer, minutesId: Id): Promise<EntryRow[]> {
  return visible
    .entries(viewer)
    .leftJoin('decision', join =>
      join.onRef('decision.network_id', '=', 'entry.network_id').onRef('decision.entry_id', '=', 'entry.id'),
    )
    .leftJoin('appointment', join =>
      join.onRef('appointment.network_id', '=', 'entry.network_id').onRef('appointment.entry_id', '=', 'entry.id'),
    )
    .leftJoin('agenda_item', join =>
      join
        .onRef('agenda_item.network_id', '=', 'entry.network_id')
        .onRef('agenda_item.id', '=', 'entry.agenda_item_id'),
    )
    .where('entry.minutes_id', '=', minutesId)
    .orderBy('entry.line_from')
    .orderBy('entry.position')
    .select([
      'entry.id',
      'entry.kind',
      'entry.content',
      'entry.line_from as lineFrom',
      'entry.line_to as lineTo',
      'entry.speaker',
      'entry.look_again_on as lookAgainOn',
      // Optional in the row type, as writers may leave them out; read, they are there.
      sql<string | null>`entry.owners`.as('owners'),
      sql<Day | null>`entry.due_on`.as('dueOn'),
      sql<string | null>`entry.due_words`.as('dueWords'),
      'entry.agenda_item_id as agendaItemId',
      'agenda_item.number as agendaNumber',
      'agenda_item.title as agendaTitle',
      'decision.result',
      'decision.votes_yes as yes',
      'decision.votes_no as no',
      'decision.votes_abstain as abstain',
      'decision.condition',
      'appointment.title as appointmentTitle',
      'appointment.date_from as dateFrom',
      'appointment.date_until as dateUntil',
      clockTime('appointment.start_time').as('startTime'),
      clockTime('appointment.end_time').as('endTime'),
      'appointment.words as appointmentWords',
      'appointment.place',
    ])
    .execute()
}

/** What was noted under the items of a meeting that the viewer sees, in order. */
export async function entriesUnderItems(viewer: Viewer, meetingId: Id) {
  const rows = await visible
    .entries(viewer)
    .innerJoin('agenda_item', join =>
      join
        .onRef('agenda_item.network_id', '=', 'entry.network_id')
        .onRef('agenda_item.id', '=', 'entry.agenda_item_id'),
    )
    .where('agenda_item.meeting_id', '=', meetingId)
    .orderBy('entry.line_from')
    .orderBy('entry.position')
    .select(['entry.id', 'entry.content', 'agenda_item.id as agendaItemId'])
    .execute()
  return rows
}

export async function insertMinutes(
  viewer: Viewer,
  minutes: { meetingId: Id; readingId: Id; sourceId: Id; audience: Schema['minutes']['audience'] },
): Promise<{ minutesId: Id; revisionId: Id }> {
  const { clock } = viewer.ground
  const [minutesId, revisionId, at] = [newId(clock), newId(clock), clock.instant().toString()]
  await viewer.db
    .insertInto('minutes')
    .values({
      network_id: viewer.network.id,
      id: minutesId,
      meeting_id: minutes.meetingId,
      reading_id: minutes.readingId,
      state: 'recorded',
      audience: minutes.audience,
      created_at: at,
    })
    .execute()
  await viewer.db
    .insertInto('revision')
    .values({
      network_id: viewer.network.id,
      id: revisionId,
      minutes_id: minutesId,
      number: 1,
      source_id: minutes.sourceId,
      created_by: viewer.personId,
      created_at: at,
    })
    .execute()
  return { minutesId, revisionId }
}

/** A row for each table an entry has; the parts that its kind does not have are null. */
export type NewEntry = {
  readonly entry: Omit<Schema['entry'], 'network_id'>
  readonly decision: Omit<Schema['decision'], 'network_id' | 'entry_id'> | null
  readonly appointment: Omit<Schema['appointment'], 'network_id' | 'entry_id'> | null
}

/** PostgreSQL allows 65,535 parameters a statement; an entry has thirteen. */
const ROWS_AT_ONCE = 2000

export async function insertEntries(viewer: Viewer, entries: readonly NewEntry[]): Promise<void> {
  const network_id = viewer.network.id
  for (let from = 0; from < entries.length; from += ROWS_AT_ONCE) {
    const some = entries.slice(from, from + ROWS_AT_ONCE)
    const decisions = some.flatMap(({ entry, decision }) =>
      decision ? [{ network_id, entry_id: entry.id, ...decision }] : [],
    )
    const appointments = some.flatMap(({ entry, appointment }) =>
      appointment ? [{ network_id, entry_id: entry.id, ...appointment }] : [],
    )
    await viewer.db
      .insertInto('entry')
      .values(some.map(({ entry }) => ({ network_id, ...entry })))
      .execute()
    if (decisions.length) await viewer.db.insertInto('decision').values(decisions).execute()
    if (appointments.length) await viewer.db.insertInto('appointment').values(appointments).execute()
  }
}

/** Day of the newest minutes of a body, whoever may see them: only its order is used, never shown. */
export async function newestMinutesDay(viewer: Viewer, bodyId: Id): Promise<Day | null> {
  const row = await viewer.db
    .selectFrom('minutes')
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .where('minutes.network_id', '=', viewer.network.id)
    .where('meeting.body_id', '=', bodyId)
    .select(({ fn }) => fn.max('meeting.day').as('day'))
    .executeTakeFirst()
  return row?.day ?? null
}
