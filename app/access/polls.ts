import { sql } from 'kysely'
import { administrationMay, belongsTo, from, leadsIn, namedAs, reaches } from './conditions.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Who sees a poll and what was said to it: a part of `visible`, which is where everybody asks. */
export const polled = {
  /** Those of a body are known to who prepares with it; whoever is asked knows of the one poll. */
  polls: (viewer: Viewer) =>
    from(viewer, 'poll').where(
      sql<boolean>`(poll.id in (${prepared(viewer).select('poll.id')})
        or (poll.id in (${asked(viewer)}) and ${administrationMay(viewer, 'poll.without_administration')}
          and exists (select from body parent where parent.network_id = ${viewer.network.id} and parent.id = poll.body_id
            and ${administrationMay(viewer, 'parent.without_administration')})))`,
    ),

  pollChoices: (viewer: Viewer) =>
    from(viewer, 'poll_choice').where('poll_choice.poll_id', 'in', visible.polls(viewer).select('poll.id')),

  /** Who else is asked is told to those who prepare with the body. */
  pollInvitees: (viewer: Viewer) =>
    from(viewer, 'poll_invitee').where(
      sql<boolean>`(poll_invitee.poll_id in (${prepared(viewer).select('poll.id')})
        or (poll_invitee.person_id = ${namedAs(viewer)}
          and poll_invitee.poll_id in (${visible.polls(viewer).select('poll.id')})))`,
    ),

  pollAnswers: (viewer: Viewer) =>
    from(viewer, 'poll_answer').where(
      'poll_answer.invitee_id',
      'in',
      visible.pollInvitees(viewer).select('poll_invitee.id'),
    ),

  pollLetters: (viewer: Viewer) =>
    from(viewer, 'poll_letter').where(
      'poll_letter.poll_id',
      'in',
      prepared(viewer).where(leadsIn(viewer, 'poll.body_id')).select('poll.id'),
    ),
}

const prepared = (viewer: Viewer) =>
  from(viewer, 'poll')
    .where('poll.body_id', 'in', visible.bodies(viewer).select('body.id'))
    .where(belongsTo(viewer, 'poll.body_id'))
    .where(administrationMay(viewer, 'poll.without_administration'))
    .where(reaches(viewer, 'poll.audience', 'poll.body_id'))

const asked = (viewer: Viewer) => sql`select own.poll_id from poll_invitee own
  where own.network_id = ${viewer.network.id} and own.person_id = ${namedAs(viewer)}`
