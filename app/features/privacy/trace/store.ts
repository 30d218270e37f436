import { sql } from 'kysely'
import type { Meant, PersonNamed } from '../../../../language/named.ts'
import { fold } from '../../../../language/words.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { secretHash } from '../../../ground/ids.ts'
import { type Holds, personal } from '../../../ground/personal.ts'
import type { Id, TableName } from '../../../ground/schema.ts'
import { writtenTexts } from '../../minutes/writing/finds.ts'
import type { Search, Value, WordRow } from './model.ts'

/**
 * These reads go past visible.*: an erasure that left out what its coordinator may not see would leave the person
 * there. Finds show of it only what `seenOf` gives back.
 */
export const tables = Object.keys(personal) as TableName[]

/** Decisions and appointments are kept under the id of their entry. */
export const keyColumn = (table: TableName): string =>
  table === 'decision' || table === 'appointment' ? 'entry_id' : table === 'network' ? 'id' : 'id'

export const columnsOf = (table: TableName): [string, Holds][] => Object.entries(personal[table])

const isWords = (holds: Holds) =>
  holds === 'words' || holds === 'json' || (typeof holds === 'object' && 'words' in holds)
const isAsked = (holds: Holds) => typeof holds === 'object' && 'words' in holds
export const wordColumns = (table: TableName): string[] =>
  columnsOf(table)
    .filter(([, holds]) => isWords(holds))
    .map(([column]) => column)
const askedColumns = (table: TableName): string[] =>
  columnsOf(table)
    .filter(([, holds]) => isAsked(holds))
    .map(([column]) => column)

/** Texts that are a name beside the reference to whom it belongs. */
const besideReference: { readonly [T in TableName]?: readonly [column: string, reference: string] } = {
  attendance: ['name', 'person_id'],
  candidacy: ['name', 'person_id'],
  vote_cast: ['name', 'person_id'],
  entry: ['speaker', 'speaker_id'],
  commitment: ['owner_name', 'owner_person_id'],
}

/** The reading that a row's text comes from. */
const documents: { readonly [T in TableName]?: string } = {
  source: '(select r.id from reading r where r.network_id = t.network_id and r.source_id = t.id limit 1)',
  reading: 't.id',
  reading_item: 't.reading_id',
  meeting: '(select m.reading_id from minutes m where m.network_id = t.network_id and m.meeting_id = t.id)',
  agenda_item: '(select m.reading_id from minutes m where m.network_id = t.network_id and m.meeting_id = t.meeting_id)',
  attendance: '(select m.reading_id from minutes m where m.network_id = t.network_id and m.meeting_id = t.meeting_id)',
  election: ofItem('t.agenda_item_id'),
  vote: ofItem('t.agenda_item_id'),
  candidacy: ofItem(
    '(select e.agenda_item_id from election e where e.network_id = t.network_id and e.id = t.election_id)',
  ),
  vote_cast: ofItem('(select v.agenda_item_id from vote v where v.network_id = t.network_id and v.id = t.vote_id)'),
  frozen_report: '(select m.reading_id from minutes m where m.network_id = t.network_id and m.id = t.minutes_id)',
  correction: '(select m.reading_id from minutes m where m.network_id = t.network_id and m.id = t.minutes_id)',
  public_passage: '(select m.reading_id from minutes m where m.network_id = t.network_id and m.id = t.minutes_id)',
  public_version: '(select m.reading_id from minutes m where m.network_id = t.network_id and m.id = t.minutes_id)',
  entry: '(select m.reading_id from minutes m where m.network_id = t.network_id and m.id = t.minutes_id)',
  decision: ofEntry('t.entry_id'),
  appointment: ofEntry('t.entry_id'),
  commitment: ofEntry('t.entry_id'),
  commitment_event: ofEntry('t.entry_id'),
  condition: ofEntry(
    '(select c.entry_id from commitment c where c.network_id = t.network_id and c.id = t.commitment_id)',
  ),
  consequence: ofEntry(
    '(select c.entry_id from commitment c where c.network_id = t.network_id and c.id = t.commitment_id)',
  ),
}

function ofItem(item: string): string {
  return `(select m.reading_id from agenda_item i join minutes m on m.network_id = i.network_id and m.meeting_id = i.meeting_id
    where i.network_id = t.network_id and i.id = ${item})`
}

function ofEntry(entry: string): string {
  return `(select m.reading_id from entry e join minutes m on m.network_id = e.network_id and m.id = e.minutes_id
    where e.network_id = t.network_id and e.id = ${entry})`
}

/** The texts of a table, row by row. */
export async function wordRows(viewer: Viewer, table: TableName, personId: Id): Promise<WordRow[]> {
  if (table === 'writing') return textsBeingWritten(viewer)
  const { db, network } = viewer
  const columns = wordColumns(table)
  if (columns.length === 0) return []
  const beside = besideReference[table]
  const { rows } = await sql<Record<string, Value> & { key: Id; document: Id | null; bound: boolean }>`
    select t.${sql.ref(keyColumn(table))} as key, ${sql.raw(documents[table] ?? 'null')} as document,
      ${beside ? sql`coalesce(t.${sql.ref(beside[1])} = ${personId}, false)` : sql`false`} as bound,
      ${sql.join(columns.map(column => sql`t.${sql.ref(column)}`))}
    from ${sql.table(table)} t where t.network_id = ${network.id}`.execute(db)
  const asked = askedColumns(table)
  return rows.map(({ key, document, bound, ...values }) => ({
    ...{ table, key, document, values: values as Record<string, Value>, asked },
    whole: bound && beside ? [beside[0]] : [],
  }))
}

/** What is being written is kept as changes; a row stands for the text under one item. */
const textsBeingWritten = async (viewer: Viewer): Promise<WordRow[]> =>
  (await writtenTexts(viewer)).map(({ id, text }) => ({
    ...{ table: 'writing', key: id, document: null, values: { text }, asked: [], whole: [] },
  }))

/** What is needed to look for a person: everybody else here, and whom the names of each reading mean. */
export async function searchFor({ db, network }: Viewer, person: PersonNamed & { readonly id: Id }): Promise<Search> {
  const people = await db
    .selectFrom('person')
    .where('network_id', '=', network.id)
    .where('id', '<>', person.id)
    .select(['name', 'email'])
    .execute()
  const readings = await db.selectFrom('reading').where('network_id', '=', network.id).select(['id', 'names']).execute()
  const meant = new Map(readings.map(({ id, names }) => [id, meaning(names as Names, person.id)]))
  return { person, others: people, meant, keyOf: words => secretHash(words).slice(0, KEY_LENGTH) }
}
const KEY_LENGTH = 20

type Names = Readonly<Record<string, { readonly id: Id | null; readonly kind: string }>>

function meaning(names: Names, personId: Id): Meant {
  const entries = Object.entries(names)
  const written = (of: (id: Id | null) => boolean) =>
    new Set(entries.filter(([, { kind, id }]) => kind === 'person' && of(id)).map(([name]) => fold(name)))
  return { this: written(id => id === personId), others: written(id => id !== null && id !== personId) }
}

type Seen = (viewer: Viewer, keys: readonly Id[]) => Promise<{ key: Id }[]>

/** Which rows a viewer sees, by table with texts. What has no entry here is seen by nobody. */
const seen: { readonly [T in TableName]?: Seen } = {
  consent: (v, keys) => visible.consents(v).where('id', 'in', keys).select('id as key').execute(),
  organization: (v, keys) => visible.organizations(v).where('id', 'in', keys).select('id as key').execute(),
  body: (v, keys) => visible.bodies(v).where('id', 'in', keys).select('id as key').execute(),
  office: (v, keys) => visible.offices(v).where('id', 'in', keys).select('id as key').execute(),
  account_entry: (v, keys) => visible.accountEntries(v).where('id', 'in', keys).select('id as key').execute(),
  account_statement: (v, keys) => visible.accountStatements(v).where('id', 'in', keys).select('id as key').execute(),
  publication: (v, keys) => visible.publications(v).where('id', 'in', keys).select('id as key').execute(),
  meeting: (v, keys) => visible.meetings(v).where('id', 'in', keys).select('id as key').execute(),
  agenda_item: (v, keys) => visible.agendaItems(v).where('id', 'in', keys).select('id as key').execute(),
  attendance: (v, keys) => visible.attendance(v).where('id', 'in', keys).select('id as key').execute(),
  election: (v, keys) => visible.elections(v).where('id', 'in', keys).select('id as key').execute(),
  candidacy: (v, keys) => visible.candidacies(v).where('id', 'in', keys).select('id as key').execute(),
  vote: (v, keys) => visible.votes(v).where('id', 'in', keys).select('id as key').execute(),
  vote_cast: (v, keys) => visible.voteCasts(v).where('id', 'in', keys).select('id as key').execute(),
  source: (v, keys) => visible.sources(v).where('id', 'in', keys).select('id as key').execute(),
  reading: (v, keys) => visible.readings(v).where('id', 'in', keys).select('id as key').execute(),
  reading_item: (v, keys) => visible.readingItems(v).where('id', 'in', keys).select('id as key').execute(),
  writing: (v, keys) =>
    visible.itemsToWrite(v).where('agenda_item.id', 'in', keys).select('agenda_item.id as key').execute(),
  frozen_report: (v, keys) => visible.frozenReports(v).where('id', 'in', keys).select('id as key').execute(),
  correction: (v, keys) => visible.corrections(v).where('id', 'in', keys).select('id as key').execute(),
  public_passage: (v, keys) => visible.publicPassages(v).where('id', 'in', keys).select('id as key').execute(),
  public_version: (v, keys) => visible.publicVersions(v).where('id', 'in', keys).select('id as key').execute(),
  entry: (v, keys) => visible.entries(v).where('id', 'in', keys).select('id as key').execute(),
  decision: (v, keys) => visible.decisions(v).where('entry_id', 'in', keys).select('entry_id as key').execute(),
  appointment: (v, keys) => visible.appointments(v).where('entry_id', 'in', keys).select('entry_id as key').execute(),
  commitment: (v, keys) => visible.commitments(v).where('id', 'in', keys).select('id as key').execute(),
  letter: (v, keys) => visible.letters(v).where('id', 'in', keys).select('id as key').execute(),
  condition: (v, keys) => visible.conditions(v).where('id', 'in', keys).select('id as key').execute(),
  consequence: (v, keys) => visible.consequences(v).where('id', 'in', keys).select('id as key').execute(),
  commitment_event: (v, keys) => visible.commitmentEvents(v).where('id', 'in', keys).select('id as key').execute(),
  term: (v, keys) => visible.terms(v).where('id', 'in', keys).select('id as key').execute(),
  paper: (v, keys) => visible.papers(v).where('id', 'in', keys).select('id as key').execute(),
  paper_version: (v, keys) => visible.paperVersions(v).where('id', 'in', keys).select('id as key').execute(),
  paper_state: (v, keys) => visible.paperStates(v).where('id', 'in', keys).select('id as key').execute(),
  paper_event: (v, keys) => visible.paperEvents(v).where('id', 'in', keys).select('id as key').execute(),
  consultation: (v, keys) => visible.consultations(v).where('id', 'in', keys).select('id as key').execute(),
  signing: (v, keys) => visible.signings(v).where('id', 'in', keys).select('id as key').execute(),
  signature: (v, keys) => visible.signatures(v).where('id', 'in', keys).select('id as key').execute(),
  erasure: (v, keys) => visible.erasures(v).where('id', 'in', keys).select('id as key').execute(),
  retention_hold: (v, keys) => visible.retentionHolds(v).where('id', 'in', keys).select('id as key').execute(),
}

/** Of these rows those that the viewer sees. */
export async function seenOf(viewer: Viewer, table: TableName, keys: readonly Id[]): Promise<ReadonlySet<Id>> {
  const find = seen[table]
  if (!find || keys.length === 0) return new Set()
  return new Set((await find(viewer, [...new Set(keys)])).map(({ key }) => key))
}

export type PersonFound = {
  readonly id: Id
  readonly name: string
  readonly email: string | null
  readonly language: string
  readonly accountId: string | null
}

/** A person whose data the viewer may handle: anybody for the coordination, otherwise oneself. */
export async function findPersonOf(viewer: Viewer, id: Id): Promise<PersonFound | null> {
  const row = await visible
    .contacts(viewer)
    .where('person.id', '=', id)
    .select(['id', 'name', 'email', 'language', 'account_id as accountId'])
    .executeTakeFirst()
  return row ?? null
}

/** Rows that refer to the person, by table and column. */
export async function referring(
  { db, network }: Viewer,
  table: TableName,
  column: string,
  personId: Id,
): Promise<Record<string, Value>[]> {
  const reference = column === 'actor' ? `person:${personId}` : personId
  const { rows } = await sql<Record<string, Value>>`
    select * from ${sql.table(table)} t
    where t.network_id = ${network.id} and t.${sql.ref(column)} = ${reference}`.execute(db)
  return rows
}

/** Rows that hold the person's mail address in a column for addresses. */
export async function addressed(
  { db, network }: Viewer,
  table: TableName,
  column: string,
  email: string | null,
): Promise<Record<string, Value>[]> {
  if (email === null) return []
  const { rows } = await sql<Record<string, Value>>`
    select * from ${sql.table(table)} t
    where t.network_id = ${network.id} and lower(t.${sql.ref(column)}) = ${email.toLowerCase()}`.execute(db)
  return rows
}
