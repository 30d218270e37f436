import { sql } from 'kysely'
import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { newId } from '../../ground/ids.ts'
import type { Id } from '../../ground/schema.ts'
import type { Publication, Subject, WordedNoun } from './model.ts'

/** What is to be published, where the viewer sees it; null where there is none for him. */
export async function findSubject(viewer: Viewer, noun: WordedNoun, id: Id): Promise<Subject | null> {
  const row = await subjects[noun](viewer, id)
  return row ? { day: null, ...row, noun } : null
}

const subjects = {
  commitment: (viewer: Viewer, id: Id) =>
    visible
      .commitments(viewer)
      .where('commitment.id', '=', id)
      .select(['commitment.id', 'commitment.body_id as bodyId', 'commitment.wording as text'])
      .executeTakeFirst(),
  decision: (viewer: Viewer, id: Id) =>
    visible
      .decisions(viewer)
      .innerJoin('entry', join =>
        join.onRef('entry.network_id', '=', 'decision.network_id').onRef('entry.id', '=', 'decision.entry_id'),
      )
      .innerJoin('minutes', join =>
        join.onRef('minutes.network_id', '=', 'entry.network_id').onRef('minutes.id', '=', 'entry.minutes_id'),
      )
      .innerJoin('meeting', join =>
        join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
      )
      .where('decision.entry_id', '=', id)
      .select(['entry.id', 'meeting.body_id as bodyId', 'entry.content as text'])
      .executeTakeFirst(),
  meeting: (viewer: Viewer, id: Id) =>
    visible
      .wholeMeetings(viewer)
      .where('meeting.id', '=', id)
      .select(['meeting.id', 'meeting.body_id as bodyId', 'meeting.name as text', 'meeting.day'])
      .executeTakeFirst(),
}

const SHOWN = 200

/** What is public now, the youngest first. */
export function publishedNow(viewer: Viewer) {
  return visible
    .publications(viewer)
    .where('publication.door', '=', 'public')
    .where('publication.withdrawn_at', 'is', null)
    .orderBy('publication.approved_at', 'desc')
    .orderBy('publication.id', 'desc')
    .limit(SHOWN)
    .select(['publication.id', 'publication.noun', 'publication.wording', 'publication.approved_at as approvedAt'])
    .execute()
}

const rows = (viewer: Viewer) =>
  visible
    .publications(viewer)
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('approver'), join =>
      join.onRef('approver.id', '=', 'publication.approved_by'),
    )
    .select(['publication.id', 'publication.noun', 'publication.door'])
    .select(['publication.wording', 'approver.name as approvedBy', 'publication.approved_at as approvedAt'])
    .select('publication.withdrawn_at as withdrawnAt')
    // What is public may be about something that is not for the viewer: then it leads nowhere.
    .select(
      sql<Id | null>`case when publication.subject_id in (
          select id from (${visible.commitments(viewer).select('commitment.id')}) seen
          union all select entry_id from (${visible.decisions(viewer).select('decision.entry_id')}) seen
          union all select id from (${visible.minutes(viewer).select('minutes.id')}) seen
          union all select id from (${visible.wholeMeetings(viewer).select('meeting.id')}) seen)
        then publication.subject_id end`.as('subjectId'),
    )
    // Whose body it is decides who may withdraw it, also where its subject is not for him any more.
    .select(
      sql<Id | null>`case publication.noun
        when 'commitment' then (select c.body_id from commitment c
          where c.network_id = publication.network_id and c.id = publication.subject_id)
        when 'minutes' then (select m.body_id from minutes told
          join meeting m on m.network_id = told.network_id and m.id = told.meeting_id
          where told.network_id = publication.network_id and told.id = publication.subject_id)
        when 'meeting' then (select m.body_id from meeting m
          where m.network_id = publication.network_id and m.id = publication.subject_id)
        else (select m.body_id from entry e
          join minutes on minutes.network_id = e.network_id and minutes.id = e.minutes_id
          join meeting m on m.network_id = e.network_id and m.id = minutes.meeting_id
          where e.network_id = publication.network_id and e.id = publication.subject_id) end`.as('bodyId'),
    )

type Row = Publication & { readonly bodyId: Id | null }

/** Every publication that the viewer may know of, withdrawn ones too where they are for him; the youngest first. */
export const allPublications = (viewer: Viewer): Promise<Row[]> =>
  rows(viewer).orderBy('publication.approved_at', 'desc').orderBy('publication.id', 'desc').limit(SHOWN).execute()

export async function findPublication(viewer: Viewer, id: Id): Promise<Row | null> {
  const row = await rows(viewer).where('publication.id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function insertPublication(viewer: Viewer, subject: Subject, wording: string): Promise<Id> {
  const { clock } = viewer.ground
  const id = newId(clock)
  await viewer.db
    .insertInto('publication')
    .values({
      network_id: viewer.network.id,
      id,
      noun: subject.noun,
      subject_id: subject.id,
      door: 'public',
      wording,
      approved_by: viewer.personId,
      approved_at: clock.instant().toString(),
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .execute()
  return id
}

export async function withdraw(viewer: Viewer, id: Id): Promise<void> {
  await viewer.db
    .updateTable('publication')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', id)
    .set({ withdrawn_by: viewer.personId, withdrawn_at: viewer.ground.clock.instant().toString() })
    .execute()
}
