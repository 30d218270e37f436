import { sql } from 'kysely'
import { coordinates, from, leadsIn, namedAs } from './conditions.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Who sees that owners were asked before a meeting, and which: a part of `visible`. */
export const askedBefore = {
  askings: (viewer: Viewer) =>
    from(viewer, 'asking').where(
      'asking.meeting_id',
      'in',
      visible.wholeMeetings(viewer).where(leadsIn(viewer, 'meeting.body_id')).select('meeting.id'),
    ),

  /** Who was asked tells that he owes something: it is there for those who see some of it, and for himself. */
  asked: (viewer: Viewer) =>
    from(viewer, 'asked').where(
      sql<boolean>`((asked.asking_id in (${visible.askings(viewer).select('asking.id')})
          and (asked.addressee is null or ${coordinates(viewer)})
          and exists (select from (${visible.commitments(viewer).select('commitment.id')}) seen
            where jsonb_exists(asked.commitments, seen.id::text)))
        or asked.person_id = ${namedAs(viewer)})`,
    ),
}
