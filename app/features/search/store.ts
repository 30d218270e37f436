import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import type { Day, Id } from '../../ground/schema.ts'
import type { SearchInput } from './contract.ts'
import { COUNTED, type SearchNoun } from './model.ts'

type Place = { readonly noun: SearchNoun; readonly subject_id: Id }
type Candidate = Place & { readonly rank: number; readonly number: number }

/** The filters of app/access and no others, asked for rows by their ids: what is found is held against them. */
const filters: { readonly [N in SearchNoun]: (viewer: Viewer, ids: Ids) => { compile(): unknown } } = {
  entry: (viewer, ids) => visible.entries(viewer).where(among('entry', ids)).select('entry.id'),
  commitment: (viewer, ids) => visible.commitments(viewer).where(among('commitment', ids)).select('commitment.id'),
  meeting: (viewer, ids) => visible.meetings(viewer).where(among('meeting', ids)).select('meeting.id'),
  agenda_item: (viewer, ids) => visible.agendaItems(viewer).where(among('agenda_item', ids)).select('agenda_item.id'),
  publication: (viewer, ids) => visible.publications(viewer).where(among('publication', ids)).select('publication.id'),
  body: (viewer, ids) => visible.bodies(viewer).where(among('body', ids)).select('body.id'),
  organization: (viewer, ids) =>
    visible.organizations(viewer).where(among('organization', ids)).select('organization.id'),
  person: (viewer, ids) => visible.people(viewer).where(among('person', ids)).select('person.id'),
  office: (viewer, ids) => visible.offices(viewer).where(among('office', ids)).select('office.id'),
}
type Ids = readonly Id[]
const among = (table: string, ids: Ids) => sql<boolean>`${sql.ref(`${table}.id`)} = any(${ids}::uuid[])`

/** Most candidates are for whoever asks. Where few are, more are looked at, and in the end all. */
const FIRST_PORTION = 200
const GROWS = 4

/**
 * What of the network holds the asked words and is there for the viewer, as far as the count goes and one more. Bodies
 * that he does not see are left out before, everything else by its own filter; only then it is counted.
 */
export async function findVisible(
  viewer: Viewer,
  asked: readonly (readonly number[])[],
  filter: Pick<SearchInput, 'kind' | 'from' | 'until'>,
): Promise<readonly Place[]> {
  const found: Place[] = []
  let after: Candidate | null = null
  for (let most = FIRST_PORTION; ; most *= GROWS) {
    const rows: Candidate[] = await candidates(viewer, asked, filter, after, most)
    found.push(...(await shownAmong(viewer, rows)))
    after = rows.at(-1) ?? null
    if (found.length > COUNTED || rows.length < most || !after) break
  }
  return found.slice(0, COUNTED + 1)
}

async function candidates(
  viewer: Viewer,
  asked: readonly (readonly number[])[],
  { kind, from, until }: Pick<SearchInput, 'kind' | 'from' | 'until'>,
  after: Candidate | null,
  most: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select hit.rank, hit.number, hit.noun, hit.subject_id
    from search.found(${JSON.stringify(asked)}::jsonb, ${bodiesFor(viewer)},
      ${kind ? [kind] : null}::text[], ${from ?? null}::date, ${until ?? null}::date, ${after?.rank ?? null}::int,
      ${after?.number ?? null}::bigint, ${most}::int) hit
    order by hit.rank, hit.number desc`.execute(viewer.db)
  return rows
}

/** Where it is worth to look: bodies that the viewer sees, and those to whose items he is let in by name. */
const bodiesFor = (viewer: Viewer) => sql`array(${visible.bodies(viewer).select('body.id')}
  union select meeting.body_id from agenda_item_person let_in
    join agenda_item on agenda_item.network_id = let_in.network_id and agenda_item.id = let_in.agenda_item_id
    join meeting on meeting.network_id = agenda_item.network_id and meeting.id = agenda_item.meeting_id
    where let_in.network_id = ${viewer.network.id} and let_in.person_id = ${viewer.personId})`

async function shownAmong(viewer: Viewer, places: readonly Candidate[]): Promise<Candidate[]> {
  if (places.length === 0) return []
  const parts = [...Map.groupBy(places, ({ noun }) => noun)].map(([noun, some]) => {
    const ids = some.map(({ subject_id }) => subject_id)
    return sql`select ${sql.lit(noun)} as noun, seen.id from (${filters[noun](viewer, ids)}) seen`
  })
  const { rows } = await sql<{ noun: string; id: Id }>`${sql.join(parts, sql` union all `)}`.execute(viewer.db)
  const shown = new Set(rows.map(({ noun, id }) => `${noun} ${id}`))
  return places.filter(({ noun, subject_id }) => shown.has(`${noun} ${subject_id}`))
}

/** A row as a result: what it says, where it is read, in which body and on which day. */
export type Found = {
  readonly noun: SearchNoun
  readonly id: Id
  readonly text: string
  readonly href: string
  readonly body: string | null
  readonly day: Day | null
}

/** The words of what was found, in its order, read by the same filters once more. */
export async function shownOf(viewer: Viewer, places: readonly Place[]): Promise<Found[]> {
  if (places.length === 0) return []
  const ids = places.map(({ subject_id }) => subject_id)
  const nouns = [...new Set(places.map(({ noun }) => noun))]
  const { rows } = await sql<Found>`${sql.join(
    nouns.map(noun => sql`select * from (${lines[noun](viewer, ids)}) ${sql.id(`line_${noun}`)}`),
    sql` union all `,
  )}`.execute(viewer.db)
  return places.flatMap(({ noun, subject_id }) => rows.filter(row => row.noun === noun && row.id === subject_id))
}

/** A body is named where the viewer sees it: a guest of one item does not. */
const bodyName = (viewer: Viewer, id: RawBuilder<unknown>) =>
  sql`(select named.name from (${visible.bodies(viewer).select(['body.id', 'body.name'])}) named where named.id = ${id})`

const line = (noun: SearchNoun, table: RawBuilder<unknown>, ids: readonly Id[], parts: Parts) => sql`
  select ${sql.lit(noun)} as noun, row.id, ${parts.text} as text, ${parts.href} as href,
    ${parts.body ?? sql`null::text`} as body, ${parts.day ?? sql`null::date`} as day
  from (${table}) row ${parts.joined ?? sql``} where row.id = any(${ids}::uuid[])`

type Parts = {
  readonly text: RawBuilder<unknown>
  readonly href: RawBuilder<unknown>
  readonly body?: RawBuilder<unknown>
  readonly day?: RawBuilder<unknown>
  readonly joined?: RawBuilder<unknown>
}

const together = (a: string, b: string) =>
  sql`concat_ws(' · ', ${sql.ref(`row.${a}`)}, nullif(${sql.ref(`row.${b}`)}, ''))`
const whole = (query: unknown) => query as RawBuilder<unknown>
const inMeeting = (id: string) => oneOf('meeting', id)
/** Joined row by row, by its key: as a plain join the planner reads the whole table for each (\`offset 0\` holds it off). */
const oneOf = (table: 'minutes' | 'meeting', id: string) =>
  sql`join lateral (select one.* from ${sql.table(table)} one
    where one.network_id = row.network_id and one.id = ${sql.ref(id)} offset 0) ${sql.id(table)} on true`

const lines: { readonly [N in SearchNoun]: (viewer: Viewer, ids: readonly Id[]) => RawBuilder<unknown> } = {
  // A guest of an item reads its lines at the meeting: the minutes are not for him.
  entry: (viewer, ids) =>
    line('entry', whole(visible.entries(viewer).where(among('entry', ids)).selectAll('entry')), ids, {
      text: together('content', 'speaker'),
      href: sql`case when exists (${visible.minutes(viewer).where('minutes.id', '=', sql<Id>`row.minutes_id`).select('minutes.id')})
        then '/minutes/' || row.minutes_id || '#entry-' || row.id else '/meetings/' || meeting.id end`,
      joined: sql`${oneOf('minutes', 'row.minutes_id')} ${oneOf('meeting', 'minutes.meeting_id')}`,
      body: bodyName(viewer, sql`meeting.body_id`),
      day: sql`meeting.day`,
    }),
  commitment: (viewer, ids) =>
    line(
      'commitment',
      whole(visible.commitments(viewer).where(among('commitment', ids)).selectAll('commitment')),
      ids,
      {
        text: together('wording', 'owner_name'),
        href: sql`'/commitments/' || row.id`,
        body: bodyName(viewer, sql`row.body_id`),
        day: sql`(row.created_at at time zone ${viewer.network.timeZone})::date`,
      },
    ),
  meeting: (viewer, ids) =>
    line('meeting', whole(visible.meetings(viewer).where(among('meeting', ids)).selectAll('meeting')), ids, {
      text: together('name', 'place'),
      href: sql`'/meetings/' || row.id`,
      body: bodyName(viewer, sql`row.body_id`),
      day: sql`row.day`,
    }),
  agenda_item: (viewer, ids) =>
    line(
      'agenda_item',
      whole(visible.agendaItems(viewer).where(among('agenda_item', ids)).selectAll('agenda_item')),
      ids,
      {
        text: sql`row.title`,
        href: sql`'/meetings/' || row.meeting_id || '#item-' || row.id`,
        joined: inMeeting('row.meeting_id'),
        body: bodyName(viewer, sql`meeting.body_id`),
        day: sql`meeting.day`,
      },
    ),
  publication: (viewer, ids) =>
    line(
      'publication',
      whole(visible.publications(viewer).where(among('publication', ids)).selectAll('publication')),
      ids,
      {
        text: sql`row.wording`,
        href: sql`'/public#publication-' || row.id`,
        day: sql`(row.approved_at at time zone ${viewer.network.timeZone})::date`,
      },
    ),
  body: (viewer, ids) =>
    line('body', whole(visible.bodies(viewer).where(among('body', ids)).selectAll('body')), ids, {
      text: together('name', 'short_name'),
      href: sql`'/bodies/' || row.id`,
    }),
  organization: (viewer, ids) =>
    line(
      'organization',
      whole(visible.organizations(viewer).where(among('organization', ids)).selectAll('organization')),
      ids,
      {
        text: together('name', 'short_name'),
        href: sql`'/organizations/' || row.id`,
      },
    ),
  person: (viewer, ids) =>
    line('person', whole(visible.people(viewer).where(among('person', ids)).selectAll('person')), ids, {
      text: sql`row.name`,
      href: sql`'/people/' || row.id`,
    }),
  office: (viewer, ids) =>
    line('office', whole(visible.offices(viewer).where(among('office', ids)).selectAll('office')), ids, {
      text: sql`row.name`,
      href: sql`'/offices/' || row.id`,
    }),
}

/** What a question can be narrowed by: bodies and people that the viewer sees. One query. */
export async function choosable(viewer: Viewer) {
  const { rows } = await sql<{ kind: 'body' | 'person'; id: Id; name: string }>`
    select 'body' as kind, body.id, body.name from (${visible.bodies(viewer).selectAll('body')}) body
    union all
    select 'person', person.id, person.name from (${visible.people(viewer).selectAll('person')}) person
    order by 1, 3, 2`.execute(viewer.db)
  const of = (wanted: string) => rows.filter(({ kind }) => kind === wanted).map(({ id, name }) => ({ id, name }))
  return { bodies: of('body'), people: of('person') }
}
