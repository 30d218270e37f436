import { sql } from 'kysely'
import { type Condition, from, invitedTo, leadsIn, namedAs } from './conditions.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Who sees that minutes go round, to whom they went, and what was proposed: a part of `visible`. */
export const corrected = {
  /** Whoever sees the minutes, and whoever they were sent to as long as he sees some of the meeting. */
  circulations: (viewer: Viewer) =>
    from(viewer, 'circulation').where(
      sql<boolean>`(circulation.minutes_id in (${visible.minutes(viewer).select('minutes.id')})
        or circulation.id in (select own.circulation_id from circulated own
          where own.network_id = ${viewer.network.id} and own.person_id = ${namedAs(viewer)}
            and own.meeting_id in (${visible.meetings(viewer).select('meeting.id')})))`,
    ),

  /**
   * To whom they went is told to those who send them, and to himself; who came for single items to those who see one of
   * them, as in the attendance.
   */
  circulated: (viewer: Viewer) =>
    from(viewer, 'circulated').where(
      sql<boolean>`((circulated.circulation_id in (select sent.id from circulation sent
            where sent.network_id = ${viewer.network.id} and sent.minutes_id in (${ledMinutes(viewer)}))
          and (not circulated.guest or not exists (${invitedTo(viewer, 'circulated')})
            or exists (${invitedTo(viewer, 'circulated')}
              and agenda_item.id in (${visible.agendaItems(viewer).select('agenda_item.id')}))))
        or (circulated.person_id = ${namedAs(viewer)}
          and circulated.meeting_id in (${visible.meetings(viewer).select('meeting.id')})))`,
    ),

  /**
   * One about a line or an item that one does not see does not exist. The others are for whoever proposed them and those
   * who answer; an accepted one is part of the minutes.
   */
  corrections: (viewer: Viewer) =>
    from(viewer, 'correction')
      .where(placeShown(viewer))
      .where(
        sql<boolean>`(correction.person_id = ${namedAs(viewer)}
          or (correction.answer = 'accepted' and correction.minutes_id in (${visible.minutes(viewer).select('minutes.id')}))
          or correction.minutes_id in (${ledMinutes(viewer)}))`,
      ),

  approvals: (viewer: Viewer) =>
    from(viewer, 'approval').where('approval.minutes_id', 'in', visible.minutes(viewer).select('minutes.id')),

  /** What was reported on a commitment is for who sees it, in minutes that he sees. */
  frozenReports: (viewer: Viewer) =>
    from(viewer, 'frozen_report')
      .where('frozen_report.minutes_id', 'in', visible.minutes(viewer).select('minutes.id'))
      .where('frozen_report.commitment_id', 'in', visible.commitments(viewer).select('commitment.id')),
}

const placeShown = (viewer: Viewer): Condition => sql<boolean>`case
  when correction.entry_id is not null
    then correction.entry_id in (${visible.entries(viewer).select('entry.id')})
  when correction.agenda_item_id is not null
    then correction.agenda_item_id in (${visible.agendaItems(viewer).select('agenda_item.id')})
  else correction.minutes_id in (${visible.minutes(viewer).select('minutes.id')}) end`

/** Minutes of bodies that the viewer leads. */
export const ledMinutes = (viewer: Viewer) =>
  visible
    .minutes(viewer)
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .where(leadsIn(viewer, 'meeting.body_id'))
    .select('minutes.id')
