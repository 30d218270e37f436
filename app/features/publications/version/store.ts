import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { clockTime } from '../../../ground/database.ts'
import { newId, secretHash } from '../../../ground/ids.ts'
import type { Day, Id, MembershipRole, Timestamp } from '../../../ground/schema.ts'
import { linesOfMinutes } from '../../minutes/finds.ts'
import { insertPublication } from '../store.ts'
import type { Decided, ItemRow, Material, PublicContent } from './model.ts'
import type { Guard, Somebody, WrittenNames } from './redaction/model.ts'

/** Names what stands inside, so that a decision holds for exactly that. */
export const digest = (text: string): string => secretHash(text).slice(0, DIGEST_LENGTH)
const DIGEST_LENGTH = 24

/** Rows of another query as one value, so that a page asks seldom. */
const rowsOf = <T>(query: { compile(): unknown }): RawBuilder<T[]> =>
  sql<T[]>`(select coalesce(json_agg(one), '[]'::json) from (${query}) one)`

const FRANK = 'frank-judgement'
type ReadFinding = { readonly code: string; readonly lines: { readonly from: number; readonly to: number } }

export type Standing = { readonly publicationId: Id; readonly approvedAt: Timestamp }
export type Found = { readonly material: Material; readonly standing: Standing | null }

/** Minutes with everything that decides what of them can be told to everybody; null where there are none for the viewer. */
export async function findMaterial(viewer: Viewer, id: Id): Promise<Found | null> {
  const head = await headOf(viewer, id)
  if (!head) return null
  const { names, findings, meetingId, corrections, narrowed, decided, standing, ...facts } = head
  const day = facts.day ?? viewer.today
  const people = await peopleAt(viewer, facts.bodyId, day)
  const there = await attendanceAt(viewer, meetingId, facts.bodyId, day)
  const { audience, minutesAudience, withoutAdministration, ...rest } = facts
  const material: Material = {
    ...rest,
    meeting: { audience, minutesAudience, withoutAdministration },
    judged: ((findings ?? []) as ReadFinding[]).filter(({ code }) => code === FRANK).map(({ lines }) => lines),
    items: await itemsOf(viewer, meetingId),
    entries: await linesOfMinutes(viewer, id),
    ...{ corrections, decided, narrowed: new Set(narrowed.map(one => one.id)) },
    attendance: there.map(({ name, agreed, votes, seen }) => ({ name, agreed, votes, seen })),
    guard: {
      ...{ people, names: (names ?? {}) as WrittenNames },
      unknown: there.flatMap(({ name, personId }) => (personId === null ? [name] : [])),
    },
  }
  return { material, standing: standing[0] ?? null }
}

function headOf(viewer: Viewer, id: Id) {
  const corrections = visible
    .corrections(viewer)
    .where('correction.minutes_id', '=', id)
    .where('correction.answer', '=', 'accepted')
    .orderBy('correction.proposed_at')
    .orderBy('correction.id')
    .select(['correction.entry_id as entryId', 'correction.agenda_item_id as agendaItemId', 'correction.wording'])
  const decided = visible
    .publicPassages(viewer)
    .where('public_passage.minutes_id', '=', id)
    .select(['public_passage.entry_id as entryId', 'public_passage.agenda_item_id as agendaItemId'])
    .select(['public_passage.number', 'public_passage.wording', 'public_passage.about'])
  return visible
    .minutes(viewer)
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'meeting.network_id').onRef('body.id', '=', 'meeting.body_id'),
    )
    .leftJoin('reading', join =>
      join.onRef('reading.network_id', '=', 'minutes.network_id').onRef('reading.id', '=', 'minutes.reading_id'),
    )
    .leftJoin('approval', join =>
      join.onRef('approval.network_id', '=', 'minutes.network_id').onRef('approval.minutes_id', '=', 'minutes.id'),
    )
    .where('minutes.id', '=', id)
    .select(['minutes.id', 'minutes.state', 'minutes.audience as minutesAudience', 'minutes.meeting_id as meetingId'])
    .select(['meeting.name', 'meeting.day', 'meeting.place', 'meeting.audience', 'meeting.body_id as bodyId'])
    .select([clockTime('meeting.start_time').as('startTime'), clockTime('meeting.end_time').as('endTime')])
    .select(sql<boolean>`meeting.without_administration or body.without_administration`.as('withoutAdministration'))
    .select(['body.name as bodyName', 'approval.day as approvedOn', 'reading.names', 'reading.findings'])
    .select(rowsOf<Material['corrections'][number]>(corrections).as('corrections'))
    .select(rowsOf<Decided>(decided).as('decided'))
    .select(rowsOf<Standing>(standingOf(viewer, id)).as('standing'))
    .select(rowsOf<{ id: Id }>(narrowedIn(viewer, id)).as('narrowed'))
    .executeTakeFirst()
}

/** What is public of these minutes now. */
const standingOf = (viewer: Viewer, minutesId: Id) =>
  standing(viewer)
    .where('public_version.minutes_id', '=', minutesId)
    .select(['publication.id as publicationId', 'publication.approved_at as approvedAt'])

const standing = (viewer: Viewer) =>
  visible
    .publicVersions(viewer)
    .innerJoin('publication', join =>
      join
        .onRef('publication.network_id', '=', 'public_version.network_id')
        .onRef('publication.id', '=', 'public_version.publication_id'),
    )
    .where('publication.door', '=', 'public')
    .where('publication.withdrawn_at', 'is', null)

/**
 * Entries from which a commitment came that is for fewer than the network now, or that tell of such a one. Asked past
 * visible.*: one that the viewer does not see keeps its line inside as well.
 */
const narrowedIn = ({ db, network }: Viewer, minutesId: Id) =>
  db
    .selectFrom('entry')
    .where('entry.network_id', '=', network.id)
    .where('entry.minutes_id', '=', minutesId)
    .where(
      sql<boolean>`exists (select from commitment c where c.network_id = entry.network_id
        and c.audience in ('body', 'board') and (c.entry_id = entry.id or exists (
          select from commitment_event told where told.network_id = c.network_id and told.commitment_id = c.id
            and told.entry_id = entry.id)))`,
    )
    .select('entry.id')

/** Every item, whoever asks: below a closed one, what he does not see counts as well. `seen` says what may be shown. */
const itemsOf = (viewer: Viewer, meetingId: Id): Promise<ItemRow[]> =>
  viewer.db
    .selectFrom('agenda_item')
    .where('agenda_item.network_id', '=', viewer.network.id)
    .where('agenda_item.meeting_id', '=', meetingId)
    .orderBy('agenda_item.position')
    .orderBy('agenda_item.id')
    .select(['agenda_item.id', 'agenda_item.title', 'agenda_item.level', 'agenda_item.audience'])
    .select('agenda_item.without_administration as withoutAdministration')
    .select(sql<boolean>`agenda_item.id in (${visible.agendaItems(viewer).select('agenda_item.id')})`.as('seen'))
    .execute()

/** The last word of a person about being named in public minutes. */
const lastWord = (person: RawBuilder<unknown>) => sql`(select said.kind from consent said
  where said.network_id = person.network_id and said.person_id = ${person} and said.purpose = 'minutes'
  order by said.number desc limit 1)`

const held = (table: 'membership' | 'office_holding', day: Day) => sql`${sql.ref(`${table}.start_date`)} <= ${day}
  and (${sql.ref(`${table}.end_date`)} is null or ${sql.ref(`${table}.end_date`)} >= ${day})`

/**
 * Everybody of the network, and whether the public may read the name: who agreed, and who held an office on the day and
 * did not refuse. Asked past visible.*: whom the viewer does not see must not stand there either.
 */
const peopleAt = ({ db, network }: Viewer, bodyId: Id | null, day: Day): Promise<Somebody[]> =>
  db
    .selectFrom('person')
    .where('person.network_id', '=', network.id)
    .select(['person.id', 'person.name', 'person.email'])
    .select(
      sql<boolean>`coalesce(${lastWord(sql`person.id`)} = 'given', exists (
        select from office_holding where office_holding.network_id = person.network_id
          and office_holding.person_id = person.id and ${held('office_holding', day)}))`.as('named'),
    )
    .select(
      sql<MembershipRole | null>`(select membership.role from membership
        where membership.network_id = person.network_id and membership.person_id = person.id
          and membership.body_id = ${bodyId} and ${held('membership', day)}
        order by membership.role limit 1)`.as('role'),
    )
    .execute()

type There = {
  readonly name: string
  readonly personId: Id | null
  readonly agreed: boolean
  readonly votes: boolean
  /** For the one who asks. */
  readonly seen: boolean
}

/** Who was there. Who came for single items is counted and never named: a name would tell of an item that is closed. */
const attendanceAt = (viewer: Viewer, meetingId: Id, bodyId: Id, day: Day): Promise<There[]> =>
  viewer.db
    .selectFrom('attendance')
    .leftJoin('person', join =>
      join.onRef('person.network_id', '=', 'attendance.network_id').onRef('person.id', '=', 'attendance.person_id'),
    )
    .where('attendance.network_id', '=', viewer.network.id)
    .where('attendance.meeting_id', '=', meetingId)
    .where('attendance.state', 'in', ['present', 'guest'])
    .orderBy('attendance.name')
    .select(sql<boolean>`attendance.id in (${visible.attendance(viewer).select('attendance.id')})`.as('seen'))
    .select([sql<string>`coalesce(person.name, attendance.name)`.as('name'), 'attendance.person_id as personId'])
    .select(
      sql<boolean>`coalesce(${lastWord(sql`person.id`)} = 'given', false) and not exists (
        select from agenda_item_person let_in join agenda_item on agenda_item.network_id = let_in.network_id
          and agenda_item.id = let_in.agenda_item_id
        where let_in.network_id = attendance.network_id and let_in.person_id = attendance.person_id
          and agenda_item.meeting_id = attendance.meeting_id)`.as('agreed'),
    )
    .select(
      sql<boolean>`attendance.state = 'present' and exists (
        select from membership where membership.network_id = attendance.network_id
          and membership.person_id = attendance.person_id and membership.body_id = ${bodyId}
          and membership.voting_right and ${held('membership', day)})`.as('votes'),
    )
    .execute()

/** Holds the minutes for this transaction, so that what is decided about them has one order. */
export async function lockMinutes(viewer: Viewer, id: Id): Promise<boolean> {
  const row = await visible
    .minutes(viewer)
    .where('minutes.id', '=', id)
    .select('minutes.id')
    .forUpdate('minutes')
    .executeTakeFirst()
  return row !== undefined
}

type Passage = {
  readonly minutesId: Id
  readonly entryId: Id | null
  readonly agendaItemId: Id | null
  readonly number: number
  readonly wording: string | null
  readonly about: string
}

export async function insertPassage({ db, network, ground, personId }: Viewer, passage: Passage): Promise<Id> {
  const id = newId(ground.clock)
  const { minutesId, entryId, agendaItemId, number, wording, about } = passage
  await db
    .insertInto('public_passage')
    .values({
      ...{ network_id: network.id, id, minutes_id: minutesId, entry_id: entryId, agenda_item_id: agendaItemId },
      ...{ number, wording, about, decided_by: personId, decided_at: ground.clock.instant().toString() },
    })
    .execute()
  return id
}

/** The number of the next decision, whoever sees those before. */
export async function nextNumber({ db, network }: Viewer, minutesId: Id): Promise<number> {
  const row = await db
    .selectFrom('public_passage')
    .where('network_id', '=', network.id)
    .where('minutes_id', '=', minutesId)
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

type NewVersion = {
  readonly material: Material
  readonly wording: string
  readonly content: PublicContent
}

/** Publishes, in the place of what was public of these minutes before. */
export async function insertVersion(viewer: Viewer, { material, wording, content }: NewVersion): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const { id: minutesId, bodyId, name, day, approvedOn } = material
  await db
    .updateTable('publication')
    .where('network_id', '=', network.id)
    .where('noun', '=', 'minutes')
    .where('subject_id', '=', minutesId)
    .where('withdrawn_at', 'is', null)
    .set({ withdrawn_by: personId, withdrawn_at: ground.clock.instant().toString() })
    .execute()
  const id = await insertPublication(viewer, { id: minutesId, noun: 'minutes', bodyId, text: name, day }, wording)
  await db
    .insertInto('public_version')
    .values({
      ...{ network_id: network.id, id: newId(ground.clock), publication_id: id, minutes_id: minutesId },
      ...{ approved_on: approvedOn, content: JSON.stringify(content) },
    })
    .execute()
  return id
}

export type Published = {
  readonly id: Id
  readonly wording: string
  readonly approvedAt: Timestamp
  readonly approvedOn: Day | null
  readonly content: PublicContent
}

/** What is public under this address; null once it was withdrawn. */
export async function findPublishedVersion(viewer: Viewer, id: Id): Promise<Published | null> {
  const row = await standing(viewer)
    .where('publication.id', '=', id)
    .select(['publication.id', 'publication.wording', 'publication.approved_at as approvedAt'])
    .select(['public_version.approved_on as approvedOn', 'public_version.content'])
    .executeTakeFirst()
  return row ? { ...row, content: row.content as PublicContent } : null
}

/** Everything that was ever published of minutes, and whom it must not name any more. */
export async function namedWithout(viewer: Viewer): Promise<Guard> {
  const people = await peopleAt(viewer, null, viewer.today)
  const { rows } = await sql<{ id: Id }>`select distinct said.person_id as id from consent said
    where said.network_id = ${viewer.network.id} and said.purpose = 'minutes' and said.kind = 'withdrawn'
      and not exists (select from consent later where later.network_id = said.network_id
        and later.person_id = said.person_id and later.purpose = said.purpose and later.number > said.number)`.execute(
    viewer.db,
  )
  const refused = new Set(rows.map(({ id }) => id))
  return { people: people.map(one => ({ ...one, named: !refused.has(one.id) })), names: {}, unknown: [] }
}

/** Past visible.*: whoever takes a consent back sees no publication of others, and none may keep the name. */
export const allVersions = ({ db, network }: Viewer) =>
  db
    .selectFrom('public_version')
    .innerJoin('publication', join =>
      join
        .onRef('publication.network_id', '=', 'public_version.network_id')
        .onRef('publication.id', '=', 'public_version.publication_id'),
    )
    .where('public_version.network_id', '=', network.id)
    .select(['public_version.id', 'public_version.content', 'publication.id as publicationId', 'publication.wording'])
    .execute()

export async function rewriteVersion(
  { db, network }: Viewer,
  version: { readonly id: Id; readonly publicationId: Id },
  content: PublicContent,
  wording: string,
): Promise<void> {
  await db
    .updateTable('public_version')
    .where('network_id', '=', network.id)
    .where('id', '=', version.id)
    .set({ content: JSON.stringify(content) })
    .execute()
  await db
    .updateTable('publication')
    .where('network_id', '=', network.id)
    .where('id', '=', version.publicationId)
    .set({ wording })
    .execute()
}
