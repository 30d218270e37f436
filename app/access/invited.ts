import { sql } from 'kysely'
import { belongsTo, coordinates, from, invitedTo, leadsIn, namedAs } from './conditions.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Who sees an invitation and what came of it, personal links, and proposals: a part of `visible`, which is where everybody asks. */
export const invited = {
  /**
   * Who is invited is told to those who prepare the meeting, and to himself. Who was invited to single items is there
   * for those who see one of them, as in the attendance.
   */
  invitations: (viewer: Viewer) =>
    from(viewer, 'invitation').where(
      sql<boolean>`((invitation.meeting_id in (${visible
        .wholeMeetings(viewer)
        .where(belongsTo(viewer, 'meeting.body_id'))
        .select('meeting.id')})
          and (not invitation.guest or not exists (${invitedTo(viewer, 'invitation')})
            or exists (${invitedTo(viewer, 'invitation')}
              and agenda_item.id in (${visible.agendaItems(viewer).select('agenda_item.id')}))))
        or (invitation.person_id = ${namedAs(viewer)}
          and invitation.meeting_id in (${visible.meetings(viewer).select('meeting.id')})))`,
    ),

  invitationAnswers: (viewer: Viewer) =>
    from(viewer, 'invitation_answer').where(
      'invitation_answer.invitation_id',
      'in',
      visible.invitations(viewer).select('invitation.id'),
    ),

  /** What was written to whom is for those who write it, and for whoever it was written to. */
  invitationMails: (viewer: Viewer) =>
    from(viewer, 'invitation_mail').where(
      'invitation_mail.invitation_id',
      'in',
      visible
        .invitations(viewer)
        .where(
          sql<boolean>`(invitation.person_id = ${viewer.personId} or invitation.meeting_id in (${ledMeetings(viewer).select('meeting.id')}))`,
        )
        .select('invitation.id'),
    ),

  invitationLetters: (viewer: Viewer) =>
    from(viewer, 'invitation_letter').where(
      sql<boolean>`(invitation_letter.meeting_id in (${ledMeetings(viewer).select('meeting.id')})
        or invitation_letter.id in (${visible.invitationMails(viewer).select('invitation_mail.letter_id')}))`,
    ),

  /** Until when proposals are asked for is told to those who may make some. */
  proposalCalls: (viewer: Viewer) =>
    from(viewer, 'proposal_call').where(
      'proposal_call.meeting_id',
      'in',
      visible.wholeMeetings(viewer).where(belongsTo(viewer, 'meeting.body_id')).select('meeting.id'),
    ),

  /** What was proposed for an agenda is for those who decide it and for whoever proposed it; accepted, an item says it. */
  proposals: (viewer: Viewer) =>
    from(viewer, 'proposal').where(
      sql<boolean>`(proposal.meeting_id in (${ledMeetings(viewer).select('meeting.id')})
        or (proposal.person_id = ${namedAs(viewer)}
          and proposal.meeting_id in (${visible.wholeMeetings(viewer).select('meeting.id')})))`,
    ),

  /**
   * Links are sent by the coordination; their secret is known to the addressee alone. A link to somebody's own calendar
   * is his own affair.
   */
  personalLinks: (viewer: Viewer) =>
    from(viewer, 'personal_link').where(
      sql<boolean>`((${coordinates(viewer)} and (personal_link.purpose = 'consent.give'
          or personal_link.subject_id in (${visible.commitments(viewer).select('commitment.id')})
          or personal_link.subject_id in (${visible.invitations(viewer).select('invitation.id')})
          or personal_link.subject_id in (${visible.asked(viewer).select('asked.id')})
          or personal_link.subject_id in (${visible.circulated(viewer).select('circulated.id')})
          or personal_link.subject_id in (${visible.pollInvitees(viewer).select('poll_invitee.id')})
          or personal_link.subject_id in (${visible.signatures(viewer).select('signature.id')})
          or personal_link.subject_id in (${visible.conditions(viewer).select('condition.id')})
          or (personal_link.purpose = 'proposal.make'
            and personal_link.subject_id in (${visible.wholeMeetings(viewer).select('meeting.id')}))))
        or (personal_link.purpose = 'calendar.feed' and personal_link.person_id = ${namedAs(viewer)}))`,
    ),
}

/** Meetings whose invitations the viewer writes. */
const ledMeetings = (viewer: Viewer) => visible.wholeMeetings(viewer).where(leadsIn(viewer, 'meeting.body_id'))
