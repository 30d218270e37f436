import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { ConsentPurpose } from '../ground/schema/network.ts'
import type { Audience, Id, Schema } from '../ground/schema.ts'
import type { Viewer } from './viewer.ts'

/** The words in which visible.ts says who sees what: each a condition in SQL, asked for one viewer. */
export type Table = keyof Schema
export type Condition = RawBuilder<boolean>
export const everything: Condition = sql<boolean>`true`
export const nothing: Condition = sql<boolean>`false`
const when = (holds: boolean): Condition => (holds ? everything : nothing)

/** The network stands in the query as well as in the policy, so that indexes that begin with it are used. */
export function from<T extends Table>(viewer: Viewer, table: T): SelectQueryBuilder<Schema, T, object> {
  const query = viewer.db
    .selectFrom(table as Table)
    .where(sql<boolean>`${sql.table(table)}.network_id = ${viewer.network.id}`)
  return query as unknown as SelectQueryBuilder<Schema, T, object>
}

export const isSystem = (viewer: Viewer) => when(viewer.kind === 'system')
export const coordinates = (viewer: Viewer) => when(viewer.coordinator || viewer.kind === 'system')
export const seesNetwork = (viewer: Viewer) => when(viewer.member || viewer.kind === 'system')
export const readsIn = (viewer: Viewer) => when(viewer.coordinator || viewer.leads.length > 0)
/** To whom things are opened by name: nobody who has left. */
export const namedAs = (viewer: Viewer): Id | null => (viewer.takesPart ? viewer.personId : null)

/** Prepares what the body does: its members and the coordination. */
export const belongsTo = (viewer: Viewer, bodyId: string): Condition =>
  sql<boolean>`(${coordinates(viewer)} or ${sql.ref(bodyId)} = any(${viewer.bodies}::uuid[]))`

/** Leads what the body does: who writes its invitations. */
export const leadsIn = (viewer: Viewer, bodyId: string): Condition =>
  sql<boolean>`(${coordinates(viewer)} or ${sql.ref(bodyId)} = any(${viewer.leads}::uuid[]))`

/** "Without the administration" holds against every other right that an official may have. */
export const administrationMay = (viewer: Viewer, flag: string): Condition =>
  viewer.official ? sql<boolean>`not ${sql.ref(flag)}` : everything

/**
 * Nothing is for everybody and "without the administration": an official need only sign out to see it. A row that says
 * both is for the network at most.
 */
export const outsidersMay = (viewer: Viewer, flag: string, audience: RawBuilder<Audience>): Condition =>
  viewer.member || viewer.kind === 'system'
    ? everything
    : sql<boolean>`not (${sql.ref(flag)} and ${audience} = 'public')`

/** Does the audience in column `audience` reach the viewer? `named` is asked of the meeting in column `meetingId`. */
export function reaches(viewer: Viewer, audience: string, bodyId: string, meetingId?: string): Condition {
  if (viewer.kind === 'system') return everything
  const of = sql.ref(audience)
  const named = meetingId
    ? sql<boolean>`(${of} = 'named' and exists (select from meeting_named_person n
        where n.network_id = ${viewer.network.id} and n.meeting_id = ${sql.ref(meetingId)} and n.person_id = ${namedAs(viewer)}))`
    : nothing
  return sql<boolean>`(${of} = any(${audiencesOf(viewer)}::text[])
    or (${of} = 'body' and ${sql.ref(bodyId)} = any(${[...viewer.bodies, ...viewer.observes]}::uuid[])) or ${named})`
}

/** Audiences that reach the viewer whatever the body. */
function audiencesOf(viewer: Viewer): Audience[] {
  const reached: Audience[] = ['public']
  if (viewer.member) reached.push('network')
  if (viewer.coordinator) reached.push('body')
  if (viewer.coordinator || viewer.onBoard) reached.push('board')
  return reached
}

/** A child's own audience, null where it inherits, judged in the body of its meeting. */
export const narrowedInMeeting = (viewer: Viewer, audience: string, meetingId: string): Condition =>
  sql<boolean>`(${sql.ref(audience)} is null or exists (select from meeting parent
    where parent.network_id = ${viewer.network.id} and parent.id = ${sql.ref(meetingId)}
      and ${reaches(viewer, audience, 'parent.body_id', 'parent.id')}))`

/** A body, whatever its network. */
export const bodyShown = (viewer: Viewer): Condition =>
  sql<boolean>`(${reaches(viewer, 'body.audience', 'body.id')} and ${administrationMay(viewer, 'body.without_administration')}
    and ${outsidersMay(viewer, 'body.without_administration', sql`body.audience`)})`

/** A meeting, whatever its body. A draft is for those who prepare it. */
export const meetingShown = (viewer: Viewer): Condition =>
  sql<boolean>`(${reaches(viewer, 'meeting.audience', 'meeting.body_id', 'meeting.id')}
    and ${administrationMay(viewer, 'meeting.without_administration')}
    and ${outsidersMay(viewer, 'meeting.without_administration', sql`meeting.audience`)}
    and (meeting.state <> 'draft' or ${belongsTo(viewer, 'meeting.body_id')}))`

export const isLetIn = (viewer: Viewer): Condition =>
  viewer.kind === 'system'
    ? everything
    : sql<boolean>`exists (select from agenda_item_person let_in where let_in.network_id = ${viewer.network.id}
        and let_in.agenda_item_id = agenda_item.id and let_in.person_id = ${namedAs(viewer)})`

/** Items of a row's meeting to which the person of the row was let in by name, whoever asks. */
export const invitedTo = (viewer: Viewer, row: string) => sql`select from agenda_item_person invited
  join agenda_item on agenda_item.network_id = invited.network_id and agenda_item.id = invited.agenda_item_id
  where invited.network_id = ${viewer.network.id} and invited.person_id = ${sql.ref(`${row}.person_id`)}
    and agenda_item.meeting_id = ${sql.ref(`${row}.meeting_id`)}`

/** Does the last word of the person in column `person` about a purpose say yes? */
export const consented = (viewer: Viewer, purpose: ConsentPurpose, person: string): Condition =>
  sql<boolean>`exists (select from consent said
    where said.network_id = ${viewer.network.id} and said.person_id = ${sql.ref(person)} and said.purpose = ${purpose}
      and said.kind = 'given' and not exists (select from consent later
        where later.network_id = said.network_id and later.person_id = said.person_id
          and later.purpose = said.purpose and later.number > said.number))`
