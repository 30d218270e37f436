import { sql } from 'kysely'
import { coordinates, from } from './conditions.ts'
import { ledMinutes } from './corrections.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Who sees what was published, and what is prepared for it: a part of `visible`. */
export const published = {
  /**
   * What was approved for the public is public until it is withdrawn. Wording for a link stands beside its subject;
   * what was withdrawn does so for the coordination.
   */
  publications: (viewer: Viewer) =>
    from(viewer, 'publication').where(
      sql<boolean>`((publication.door = 'public' and publication.withdrawn_at is null)
        or ((publication.withdrawn_at is null or ${coordinates(viewer)}) and case publication.noun
          when 'commitment' then publication.subject_id in (${visible.commitments(viewer).select('commitment.id')})
          when 'decision' then publication.subject_id in (${visible.decisions(viewer).select('decision.entry_id')})
          when 'minutes' then publication.subject_id in (${visible.minutes(viewer).select('minutes.id')})
          when 'meeting' then publication.subject_id in (${visible.wholeMeetings(viewer).select('meeting.id')})
          else false end))`,
    ),

  /** What was published of minutes is there with its publication, and gone with it. */
  publicVersions: (viewer: Viewer) =>
    from(viewer, 'public_version').where(
      'public_version.publication_id',
      'in',
      visible.publications(viewer).select('publication.id'),
    ),

  /** What is to be published is for those who lead the body, as far as they see what it stands for. */
  publicPassages: (viewer: Viewer) =>
    from(viewer, 'public_passage')
      .where('public_passage.minutes_id', 'in', ledMinutes(viewer))
      .where(
        sql<boolean>`case when public_passage.entry_id is not null
          then public_passage.entry_id in (${visible.entries(viewer).select('entry.id')})
          else public_passage.agenda_item_id in (${visible.agendaItems(viewer).select('agenda_item.id')}) end`,
      ),
}
