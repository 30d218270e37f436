import { sql } from 'kysely'
import { consented, from, invitedTo, seesNetwork } from './conditions.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Who sees what happens in a meeting: a part of `visible`. */
export const inMeeting = {
  /**
   * Who was there is shown to the network, to the public with each person's consent alone. A guest who came for single
   * items is there for those who see one of them: else a name would tell of an item that is closed.
   */
  attendance: (viewer: Viewer) =>
    from(viewer, 'attendance')
      .where(sql<boolean>`(${seesNetwork(viewer)} or ${consented(viewer, 'attendance', 'attendance.person_id')})`)
      .where('attendance.meeting_id', 'in', visible.wholeMeetings(viewer).select('meeting.id'))
      .where(
        sql<boolean>`(attendance.state <> 'guest' or not exists (${invitedTo(viewer, 'attendance')})
          or exists (${invitedTo(viewer, 'attendance')}
            and agenda_item.id in (${visible.agendaItems(viewer).select('agenda_item.id')})))`,
      ),

  /** When a body could decide is for the network, where the meeting as a whole is. It names nobody. */
  quorumChanges: (viewer: Viewer) =>
    from(viewer, 'quorum_change')
      .where(seesNetwork(viewer))
      .where('quorum_change.meeting_id', 'in', visible.wholeMeetings(viewer).select('meeting.id')),

  /** What was voted on, for the network, where the item is visible. Of a secret vote there is nothing but the counts. */
  votes: (viewer: Viewer) =>
    from(viewer, 'vote')
      .where(seesNetwork(viewer))
      .where('vote.agenda_item_id', 'in', visible.agendaItems(viewer).select('agenda_item.id')),

  voteCasts: (viewer: Viewer) =>
    from(viewer, 'vote_cast').where('vote_cast.vote_id', 'in', visible.votes(viewer).select('vote.id')),

  elections: (viewer: Viewer) =>
    from(viewer, 'election')
      .where(seesNetwork(viewer))
      .where('election.agenda_item_id', 'in', visible.agendaItems(viewer).select('agenda_item.id')),

  candidacies: (viewer: Viewer) =>
    from(viewer, 'candidacy').where('candidacy.election_id', 'in', visible.elections(viewer).select('election.id')),
}
