import { sql } from 'kysely'
import type { Id } from '../ground/schema.ts'
import { accounted } from './account.ts'
import { askedBefore } from './asking.ts'
import {
  administrationMay,
  belongsTo,
  bodyShown,
  type Condition,
  consented,
  coordinates,
  everything,
  from,
  isLetIn,
  isSystem,
  meetingShown,
  narrowedInMeeting,
  nothing,
  outsidersMay,
  reaches,
  readsIn,
  seesNetwork,
} from './conditions.ts'
import { corrected } from './corrections.ts'
import { inMeeting } from './in-meeting.ts'
import { invited } from './invited.ts'
import { subjectShown } from './journal.ts'
import { onLetters } from './letters.ts'
import { onPaper } from './papers.ts'
import { polled } from './polls.ts'
import { privacyNouns } from './privacy.ts'
import { published } from './published.ts'
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

  bodyRules: (viewer: Viewer) =>
    from(viewer, 'body_rule').where('body_rule.body_id', 'in', visible.bodies(viewer).select('body.id')),

  terms: (viewer: Viewer) =>
    from(viewer, 'term')
      .where(seesNetwork(viewer))
      .where('term.body_id', 'in', visible.bodies(viewer).select('body.id')),

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

  /**
   * Name, day and place. Whoever is a guest for one item knows that much of its meeting, and everything else only of
   * the item: what hangs on the meeting as a whole asks `wholeMeetings`.
   */
  meetings: (viewer: Viewer) =>
    from(viewer, 'meeting').where(
      sql<boolean>`(meeting.id in (${visible.wholeMeetings(viewer).select('meeting.id')})
        or meeting.id in (${guestItems(viewer).select('agenda_item.meeting_id')}))`,
    ),

  /** Meetings that their audience reaches: body, agenda, attendance and minutes follow from these. */
  wholeMeetings: (viewer: Viewer) =>
    from(viewer, 'meeting')
      .where('meeting.body_id', 'in', visible.bodies(viewer).select('body.id'))
      .where(meetingShown(viewer)),

  /** How meetings of a body are to repeat is known to those who prepare them and whom its meetings reach. */
  series: (viewer: Viewer) =>
    from(viewer, 'meeting_series')
      .where('meeting_series.body_id', 'in', visible.bodies(viewer).select('body.id'))
      .where(belongsTo(viewer, 'meeting_series.body_id'))
      .where(administrationMay(viewer, 'meeting_series.without_administration'))
      .where(reaches(viewer, 'meeting_series.audience', 'meeting_series.body_id')),

  /** A day whose meeting one does not see is not told either. */
  seriesOccurrences: (viewer: Viewer) =>
    from(viewer, 'series_occurrence').where(
      sql<boolean>`(series_occurrence.series_id in (${visible.series(viewer).select('meeting_series.id')})
        and (series_occurrence.meeting_id is null
          or series_occurrence.meeting_id in (${visible.wholeMeetings(viewer).select('meeting.id')})))`,
    ),

  schoolHolidays: (viewer: Viewer) => from(viewer, 'school_holiday').where(seesNetwork(viewer)),

  meetingNamedPersons: (viewer: Viewer) =>
    from(viewer, 'meeting_named_person')
      .where(seesNetwork(viewer))
      .where('meeting_named_person.meeting_id', 'in', visible.wholeMeetings(viewer).select('meeting.id')),

  /** An item that is open to the viewer in a meeting that he sees, or one for which he is a guest. */
  agendaItems: (viewer: Viewer) =>
    from(viewer, 'agenda_item').where(
      sql<boolean>`(agenda_item.id in (${openItems(viewer).select('agenda_item.id')})
        or agenda_item.id in (${guestItems(viewer).select('agenda_item.id')}))`,
    ),

  /** Who is let in to an item by name is told to those who see its whole meeting, and to himself. */
  agendaItemPersons: (viewer: Viewer) =>
    from(viewer, 'agenda_item_person').where(
      sql<boolean>`(agenda_item_person.agenda_item_id in (${visible.agendaItems(viewer).select('agenda_item.id')})
        and (agenda_item_person.person_id = ${viewer.personId} or (${seesNetwork(viewer)}
          and agenda_item_person.agenda_item_id in (${openItems(viewer).select('agenda_item.id')}))))`,
    ),

  ...{ ...inMeeting, ...invited, ...polled, ...askedBefore, ...corrected, ...published },
  ...{ ...accounted, ...onPaper, ...onLetters },

  /** Items under which the viewer writes: he prepares with the body and sees the item. Not as a guest of it. */
  itemsToWrite: (viewer: Viewer) => openItems(viewer).where(belongsTo(viewer, 'meeting.body_id')),

  writings: (viewer: Viewer) =>
    from(viewer, 'writing').where(
      'writing.agenda_item_id',
      'in',
      visible.itemsToWrite(viewer).select('agenda_item.id'),
    ),

  minutes: (viewer: Viewer) =>
    from(viewer, 'minutes')
      .where('minutes.meeting_id', 'in', visible.wholeMeetings(viewer).select('meeting.id'))
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

  /** Those of minutes that the viewer sees, and those of an item for which he is a guest. */
  entries: (viewer: Viewer) =>
    from(viewer, 'entry').where(
      sql<boolean>`(${entryOfMinutes(viewer)} or entry.agenda_item_id in (${guestItems(viewer).select('agenda_item.id')}))`,
    ),

  decisions: (viewer: Viewer) =>
    from(viewer, 'decision').where('decision.entry_id', 'in', visible.entries(viewer).select('entry.id')),

  appointments: (viewer: Viewer) =>
    from(viewer, 'appointment').where('appointment.entry_id', 'in', visible.entries(viewer).select('entry.id')),

  /**
   * A reading lies on the desk of the coordination and of those who lead its body; one for named persons, and one
   * without a body yet, of whoever began it, as long as he reads minutes in at all.
   */
  readings: (viewer: Viewer) =>
    from(viewer, 'reading')
      .where(administrationMay(viewer, 'reading.without_administration'))
      .where(
        sql<boolean>`((${readsIn(viewer)} and reading.created_by = ${viewer.personId}) or (reading.audience <> 'named'
          and (${coordinates(viewer)} or reading.body_id = any(${viewer.leads}::uuid[]))) or ${isSystem(viewer)})`,
      ),

  readingItems: (viewer: Viewer) =>
    from(viewer, 'reading_item').where('reading_item.reading_id', 'in', visible.readings(viewer).select('reading.id')),

  /** Through the line it was said in; opened by hand, through its body. */
  commitments: (viewer: Viewer) =>
    from(viewer, 'commitment')
      .where('commitment.body_id', 'in', visible.bodies(viewer).select('body.id'))
      .where(
        sql<boolean>`(exists (${from(viewer, 'entry')
          .where('entry.id', '=', sql<Id>`commitment.entry_id`)
          .where(entryOfMinutes(viewer))
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
          or commitment_event.entry_id in (${from(viewer, 'entry').where(entryOfMinutes(viewer)).select('entry.id')}))`,
      ),

  /** What was agreed to follow is for the network, where the commitment is. What it says outside is its own wording. */
  consequences: (viewer: Viewer) =>
    from(viewer, 'consequence')
      .where(seesNetwork(viewer))
      .where('consequence.commitment_id', 'in', visible.commitments(viewer).select('commitment.id')),

  /** What a commitment hangs on is for the network, where the commitment is. */
  conditions: (viewer: Viewer) =>
    from(viewer, 'condition')
      .where(seesNetwork(viewer))
      .where('condition.commitment_id', 'in', visible.commitments(viewer).select('commitment.id')),

  /**
   * The coordination reads the journal, everybody else their own acts and those on their own record; nobody a line about
   * what they do not see, and of how and when somebody signs in only that person (Art. 5 (1) c GDPR).
   */
  journal: (viewer: Viewer) =>
    from(viewer, 'journal')
      .where(
        sql<boolean>`((${coordinates(viewer)} and journal.act not like 'account.%') or journal.person_id = ${viewer.personId}
          or (journal.noun = 'person' and journal.subject_id = ${viewer.personId}))`,
      )
      .where(subjectShown(viewer)),

  ...privacyNouns,

  /** Mails are read by their recipients; the demo alone, which sends none, shows its outbox. */
  outbox: (viewer: Viewer) =>
    from(viewer, 'outbox').where(viewer.network.demo || viewer.kind === 'system' ? everything : nothing),
}

/** What an agenda item says of itself, in columns of `agenda_item` and its `meeting`. `named` is asked of the item. */
const itemShown = (viewer: Viewer): Condition =>
  sql<boolean>`(${administrationMay(viewer, 'agenda_item.without_administration')}
    and ${outsidersMay(viewer, 'agenda_item.without_administration', sql`coalesce(agenda_item.audience, meeting.audience)`)}
    and (agenda_item.audience is null or ${reaches(viewer, 'agenda_item.audience', 'meeting.body_id')}
      or (agenda_item.audience = 'named' and ${isLetIn(viewer)}))
    and (agenda_item.minutes_id is null
      or agenda_item.minutes_id in (${visible.minutes(viewer).select('minutes.id')})))`

const itemsWithMeeting = (viewer: Viewer) =>
  from(viewer, 'agenda_item')
    .innerJoin('meeting', join =>
      join
        .onRef('meeting.network_id', '=', 'agenda_item.network_id')
        .onRef('meeting.id', '=', 'agenda_item.meeting_id'),
    )
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'meeting.network_id').onRef('body.id', '=', 'meeting.body_id'),
    )

/** Items of meetings that the viewer sees, as far as they are open to him. The control of minutes is for who sees those. */
const openItems = (viewer: Viewer) =>
  itemsWithMeeting(viewer)
    .where('agenda_item.meeting_id', 'in', visible.wholeMeetings(viewer).select('meeting.id'))
    .where(itemShown(viewer))

/**
 * Items for which the viewer is a guest, whatever the audience of the meeting: he is let in by name. Not before the
 * meeting is announced, and never past "without the administration".
 */
const guestItems = (viewer: Viewer) =>
  itemsWithMeeting(viewer)
    .where(isLetIn(viewer))
    .where('meeting.state', '<>', 'draft')
    .where('agenda_item.kind', '=', 'plain')
    .where(administrationMay(viewer, 'body.without_administration'))
    .where(administrationMay(viewer, 'meeting.without_administration'))
    .where(administrationMay(viewer, 'agenda_item.without_administration'))

/**
 * Body, meeting, minutes and item as above, asked of one entry at a time: a list of fifty among a million looks at
 * fifty.
 */
const entryOfMinutes = (viewer: Viewer): Condition => sql<boolean>`exists (
  select from minutes
  join meeting on meeting.network_id = minutes.network_id and meeting.id = minutes.meeting_id
  join body on body.network_id = meeting.network_id and body.id = meeting.body_id
  left join agenda_item on agenda_item.network_id = minutes.network_id and agenda_item.id = entry.agenda_item_id
  where minutes.network_id = ${viewer.network.id} and minutes.id = entry.minutes_id
    and ${bodyShown(viewer)} and ${meetingShown(viewer)}
    and (minutes.audience is null or ${reaches(viewer, 'minutes.audience', 'meeting.body_id', 'meeting.id')})
    and (entry.agenda_item_id is null or (agenda_item.meeting_id = meeting.id and ${itemShown(viewer)})))`

const minutesWithClosedItems = (viewer: Viewer) =>
  viewer.db
    .selectFrom('minutes as whole')
    .innerJoin('agenda_item as item', join =>
      join.onRef('item.network_id', '=', 'whole.network_id').onRef('item.meeting_id', '=', 'whole.meeting_id'),
    )
    .where('whole.network_id', '=', viewer.network.id)
    .where('item.id', 'not in', visible.agendaItems(viewer).select('agenda_item.id'))
    .select('whole.id')
