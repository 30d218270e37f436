import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { ConsentPurpose } from '../ground/schema/network.ts'
import type { Audience, Id, Schema } from '../ground/schema.ts'
import type { Viewer } from './viewer.ts'

/**
 * Seeing is a query, defined once per noun. Page, list, count, search, export, feed, API and mail all start here.
 * A child builds on its parent's filter, so it is never wider than its parent:
 * body → meeting → agenda item, attendance, minutes → entry → commitment → history.
 * What these filters leave out does not exist for the viewer.
 */
export const visible = {
  /** Who operates the network is told to everybody (§ 5 DDG). */
  operators: (viewer: Viewer) => from(viewer, 'operator'),

  bodies: (viewer: Viewer) => from(viewer, 'body').where(bodyShown(viewer)),

  organizations: (viewer: Viewer) => from(viewer, 'organization').where(seesNetwork(viewer)),

  /** Everybody sees themselves. */
  people: (viewer: Viewer) =>
    from(viewer, 'person').where(sql<boolean>`(${seesNetwork(viewer)} or person.id = ${viewer.personId})`),

  /** Addresses are for the coordination, for the person, and with the person's consent for the network. */
  contacts: (viewer: Viewer) =>
    from(viewer, 'person').where(
      sql<boolean>`(${coordinates(viewer)} or person.id = ${viewer.personId}
        or (${seesNetwork(viewer)} and ${consented(viewer, 'contact', 'person.id')}))`,
    ),
  /** What a person agreed to is for the coordination and for the person. */
  consents: (viewer: Viewer) =>
    from(viewer, 'consent').where(sql<boolean>`(${coordinates(viewer)} or consent.person_id = ${viewer.personId})`),

  offices: (viewer: Viewer) => from(viewer, 'office').where(seesNetwork(viewer)),

  officeHoldings: (viewer: Viewer) => from(viewer, 'office_holding').where(seesNetwork(viewer)),

  /** A membership in a body that one may not see does not exist either. */
  memberships: (viewer: Viewer) =>
    from(viewer, 'membership')
      .where(seesNetwork(viewer))
      .where(
        sql<boolean>`(membership.body_id is null or membership.body_id in (${visible.bodies(viewer).select('body.id')}))`,
      ),

  meetings: (viewer: Viewer) =>
    from(viewer, 'meeting')
      .where('meeting.body_id', 'in', visible.bodies(viewer).select('body.id'))
      .where(meetingShown(viewer)),

  meetingNamedPersons: (viewer: Viewer) =>
    from(viewer, 'meeting_named_person')
      .where(seesNetwork(viewer))
      .where('meeting_named_person.meeting_id', 'in', visible.meetings(viewer).select('meeting.id')),

  agendaItems: (viewer: Viewer) =>
    openItems(viewer).where('agenda_item.meeting_id', 'in', visible.meetings(viewer).select('meeting.id')),

  /** Who was there is shown to the network, to the public with each person's consent alone. */
  attendance: (viewer: Viewer) =>
    from(viewer, 'attendance')
      .where(sql<boolean>`(${seesNetwork(viewer)} or ${consented(viewer, 'attendance', 'attendance.person_id')})`)
      .where('attendance.meeting_id', 'in', visible.meetings(viewer).select('meeting.id')),

  minutes: (viewer: Viewer) =>
    from(viewer, 'minutes')
      .where('minutes.meeting_id', 'in', visible.meetings(viewer).select('meeting.id'))
      .where(narrowedInMeeting(viewer, 'minutes.audience', 'minutes.meeting_id')),

  revisions: (viewer: Viewer) =>
    from(viewer, 'revision').where('revision.minutes_id', 'in', visible.minutes(viewer).select('minutes.id')),

  /**
   * The whole text of a meeting: for those from whom none of its items is closed, and for whoever works on a reading
   * of it.
   */
  sources: (viewer: Viewer) =>
    from(viewer, 'source').where(
      sql<boolean>`(
        source.id in (${visible.readings(viewer).select('reading.source_id')})
        or source.id in (${visible
          .revisions(viewer)
          .where(sql<boolean>`revision.minutes_id not in (${minutesWithClosedItems(viewer)})`)
          .select('revision.source_id')})
      )`,
    ),

  /**
   * Body, meeting, minutes and item as above, asked of one entry at a time: a list of fifty among a million looks at
   * fifty.
   */
  entries: (viewer: Viewer) =>
    from(viewer, 'entry').where(
      sql<boolean>`exists (
        select from minutes
        join meeting on meeting.network_id = minutes.network_id and meeting.id = minutes.meeting_id
        join body on body.network_id = meeting.network_id and body.id = meeting.body_id
        left join agenda_item on agenda_item.network_id = minutes.network_id and agenda_item.id = entry.agenda_item_id
        where minutes.network_id = ${viewer.network.id} and minutes.id = entry.minutes_id
          and ${bodyShown(viewer)} and ${meetingShown(viewer)}
          and (minutes.audience is null or ${reaches(viewer, 'minutes.audience', 'meeting.body_id', 'meeting.id')})
          and (entry.agenda_item_id is null or (agenda_item.meeting_id = meeting.id
            and ${administrationMay(viewer, 'agenda_item.without_administration')}
            and (agenda_item.audience is null
              or ${reaches(viewer, 'agenda_item.audience', 'meeting.body_id', 'meeting.id')})
            and (agenda_item.minutes_id is null
              or agenda_item.minutes_id in (${visible.minutes(viewer).select('minutes.id')})))))`,
    ),

  decisions: (viewer: Viewer) =>
    from(viewer, 'decision').where('decision.entry_id', 'in', visible.entries(viewer).select('entry.id')),

  appointments: (viewer: Viewer) =>
    from(viewer, 'appointment').where('appointment.entry_id', 'in', visible.entries(viewer).select('entry.id')),

  /** A reading lies on the desk of whoever began it, of the coordination and of those who lead its body. */
  readings: (viewer: Viewer) =>
    from(viewer, 'reading')
      .where(administrationMay(viewer, 'reading.without_administration'))
      .where(
        sql<boolean>`(reading.created_by = ${viewer.personId} or (reading.audience <> 'named'
          and (${coordinates(viewer)} or reading.body_id = any(${viewer.leads}::uuid[]))) or ${isSystem(viewer)})`,
      ),

  readingItems: (viewer: Viewer) =>
    from(viewer, 'reading_item').where('reading_item.reading_id', 'in', visible.readings(viewer).select('reading.id')),

  /** Through the line it was said in; opened by hand, through its body. */
  commitments: (viewer: Viewer) =>
    from(viewer, 'commitment')
      .where('commitment.body_id', 'in', visible.bodies(viewer).select('body.id'))
      .where(
        sql<boolean>`(exists (${visible
          .entries(viewer)
          .where('entry.id', '=', sql<Id>`commitment.entry_id`)
          .select('entry.id')})
          or (commitment.entry_id is null and ${belongsTo(viewer, 'commitment.body_id')}))`,
      )
      .where(
        sql<boolean>`(commitment.audience is null or ${reaches(viewer, 'commitment.audience', 'commitment.body_id')})`,
      ),

  /** An event told by a line of minutes is seen by who sees the line. */
  commitmentEvents: (viewer: Viewer) =>
    from(viewer, 'commitment_event')
      .where('commitment_event.commitment_id', 'in', visible.commitments(viewer).select('commitment.id'))
      .where(
        sql<boolean>`(commitment_event.entry_id is null
          or commitment_event.entry_id in (${visible.entries(viewer).select('entry.id')}))`,
      ),

  /** Links are sent by the coordination; their secret is known to the addressee alone. */
  personalLinks: (viewer: Viewer) =>
    from(viewer, 'personal_link')
      .where(coordinates(viewer))
      .where(
        sql<boolean>`(personal_link.purpose = 'consent.give'
          or personal_link.subject_id in (${visible.commitments(viewer).select('commitment.id')}))`,
      ),

  /** What was approved for the public is public until it is withdrawn; wording for a link only beside its subject. */
  publications: (viewer: Viewer) =>
    from(viewer, 'publication')
      .where('publication.withdrawn_at', 'is', null)
      .where(
        sql<boolean>`(publication.door = 'public'
          or publication.subject_id in (${visible.commitments(viewer).select('commitment.id')}))`,
      ),

  /**
   * The coordination reads the whole journal, everybody else their own acts and those on their own record; nobody a line
   * about what they do not see.
   */
  journal: (viewer: Viewer) =>
    from(viewer, 'journal')
      .where(
        sql<boolean>`(${coordinates(viewer)} or journal.person_id = ${viewer.personId}
          or (journal.noun = 'person' and journal.subject_id = ${viewer.personId}))`,
      )
      .where(subjectShown(viewer)),

  /** Mails are read by their recipients; the demo alone, which sends none, shows its outbox. */
  outbox: (viewer: Viewer) =>
    from(viewer, 'outbox').where(viewer.network.demo || viewer.kind === 'system' ? everything : nothing),
}

/** Nouns that some do not see: a line about one is shown to whoever sees it. Asked one line at a time. */
const subjects: { readonly [T in Table]?: (viewer: Viewer) => { compile(): unknown } } = {
  body: viewer => visible.bodies(viewer).where('body.id', '=', SUBJECT).select('body.id'),
  membership: viewer => visible.memberships(viewer).where('membership.id', '=', SUBJECT).select('membership.id'),
  meeting: viewer => visible.meetings(viewer).where('meeting.id', '=', SUBJECT).select('meeting.id'),
  reading: viewer => visible.readings(viewer).where('reading.id', '=', SUBJECT).select('reading.id'),
  commitment: viewer => visible.commitments(viewer).where('commitment.id', '=', SUBJECT).select('commitment.id'),
  personal_link: viewer =>
    visible.personalLinks(viewer).where('personal_link.id', '=', SUBJECT).select('personal_link.id'),
  publication: viewer => visible.publications(viewer).where('publication.id', '=', SUBJECT).select('publication.id'),
}
const SUBJECT = sql<Id>`journal.subject_id`

function subjectShown(viewer: Viewer): Condition {
  const shown = Object.entries(subjects).map(
    ([noun, of]) => sql<boolean>`(journal.noun = ${noun} and exists (${of(viewer)}))`,
  )
  return sql<boolean>`(journal.noun <> all(${Object.keys(subjects)}::text[]) or ${sql.join(shown, sql` or `)})`
}

/** Does the last word of the person in column `person` about a purpose say yes? */
const consented = (viewer: Viewer, purpose: ConsentPurpose, person: string): Condition =>
  sql<boolean>`exists (select from consent said
    where said.network_id = ${viewer.network.id} and said.person_id = ${sql.ref(person)} and said.purpose = ${purpose}
      and said.kind = 'given' and not exists (select from consent later
        where later.network_id = said.network_id and later.person_id = said.person_id
          and later.purpose = said.purpose and later.number > said.number))`

/** A body, whatever its network. */
const bodyShown = (viewer: Viewer): Condition =>
  sql<boolean>`(${reaches(viewer, 'body.audience', 'body.id')} and ${administrationMay(viewer, 'body.without_administration')})`

/** A meeting, whatever its body. A draft is for those who prepare it. */
const meetingShown = (viewer: Viewer): Condition =>
  sql<boolean>`(${reaches(viewer, 'meeting.audience', 'meeting.body_id', 'meeting.id')}
    and ${administrationMay(viewer, 'meeting.without_administration')}
    and (meeting.state <> 'draft' or ${belongsTo(viewer, 'meeting.body_id')}))`

type Table = keyof Schema
type Condition = RawBuilder<boolean>
const everything: Condition = sql<boolean>`true`
const nothing: Condition = sql<boolean>`false`
const when = (holds: boolean): Condition => (holds ? everything : nothing)

/** The network stands in the query as well as in the policy, so that indexes that begin with it are used. */
function from<T extends Table>(viewer: Viewer, table: T): SelectQueryBuilder<Schema, T, object> {
  const query = viewer.db
    .selectFrom(table as Table)
    .where(sql<boolean>`${sql.table(table)}.network_id = ${viewer.network.id}`)
  return query as unknown as SelectQueryBuilder<Schema, T, object>
}

const isSystem = (viewer: Viewer) => when(viewer.kind === 'system')
const coordinates = (viewer: Viewer) => when(viewer.coordinator || viewer.kind === 'system')
const seesNetwork = (viewer: Viewer) => when(viewer.member || viewer.official || viewer.kind === 'system')

/** Prepares what the body does: its members and the coordination. */
const belongsTo = (viewer: Viewer, bodyId: string): Condition =>
  sql<boolean>`(${coordinates(viewer)} or ${sql.ref(bodyId)} = any(${viewer.bodies}::uuid[]))`

/** "Without the administration" holds against every other right that an official may have. */
const administrationMay = (viewer: Viewer, flag: string): Condition =>
  viewer.official ? sql<boolean>`not ${sql.ref(flag)}` : everything

/** Does the audience in column `audience` reach the viewer? `named` is asked of the meeting in column `meetingId`. */
function reaches(viewer: Viewer, audience: string, bodyId: string, meetingId?: string): Condition {
  if (viewer.kind === 'system') return everything
  const of = sql.ref(audience)
  const named = meetingId
    ? sql<boolean>`(${of} = 'named' and exists (select from meeting_named_person n
        where n.network_id = ${viewer.network.id} and n.meeting_id = ${sql.ref(meetingId)} and n.person_id = ${viewer.personId}))`
    : nothing
  return sql<boolean>`(${of} = any(${audiencesOf(viewer)}::text[])
    or (${of} = 'body' and ${sql.ref(bodyId)} = any(${viewer.bodies}::uuid[])) or ${named})`
}

/** Audiences that reach the viewer whatever the body. */
export function audiencesOf(viewer: Viewer): Audience[] {
  const reached: Audience[] = ['public']
  if (viewer.member || viewer.official) reached.push('network')
  if (viewer.coordinator) reached.push('body')
  if (viewer.coordinator || viewer.onBoard) reached.push('board')
  return reached
}

/** A child's own audience, null where it inherits, judged in the body of its meeting. */
const narrowedInMeeting = (viewer: Viewer, audience: string, meetingId: string): Condition =>
  sql<boolean>`(${sql.ref(audience)} is null or exists (select from meeting parent
    where parent.network_id = ${viewer.network.id} and parent.id = ${sql.ref(meetingId)}
      and ${reaches(viewer, audience, 'parent.body_id', 'parent.id')}))`

/** What an agenda item says of itself, whatever its meeting. */
const openItems = (viewer: Viewer) =>
  from(viewer, 'agenda_item')
    .where(administrationMay(viewer, 'agenda_item.without_administration'))
    .where(narrowedInMeeting(viewer, 'agenda_item.audience', 'agenda_item.meeting_id'))
    // The control of earlier minutes is there for those who see the minutes.
    .where(
      sql<boolean>`(agenda_item.minutes_id is null
        or agenda_item.minutes_id in (${visible.minutes(viewer).select('minutes.id')}))`,
    )

const minutesWithClosedItems = (viewer: Viewer) =>
  viewer.db
    .selectFrom('minutes as whole')
    .innerJoin('agenda_item as item', join =>
      join.onRef('item.network_id', '=', 'whole.network_id').onRef('item.meeting_id', '=', 'whole.meeting_id'),
    )
    .where('whole.network_id', '=', viewer.network.id)
    .where('item.id', 'not in', openItems(viewer).select('agenda_item.id'))
    .select('whole.id')
