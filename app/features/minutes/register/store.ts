import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import type { DecisionResult, Id } from '../../../ground/schema.ts'

/** What was decided, in which meeting, under which item. */
export type DecisionRow = {
  readonly meeting: string
  readonly day: string | null
  readonly item: string | null
  readonly content: string
  readonly result: DecisionResult | null
  readonly yes: number | null
  readonly no: number | null
  readonly abstain: number | null
  readonly condition: string | null
}

/** Decisions in the minutes of a body that the viewer may read; an item is seen by who sees what was said under it. */
const ofBody = (viewer: Viewer, bodyId: Id) =>
  visible
    .entries(viewer)
    .innerJoin('minutes', join =>
      join.onRef('minutes.network_id', '=', 'entry.network_id').onRef('minutes.id', '=', 'entry.minutes_id'),
    )
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .innerJoin('decision', join =>
      join.onRef('decision.network_id', '=', 'entry.network_id').onRef('decision.entry_id', '=', 'entry.id'),
    )
    .where('entry.minutes_id', 'in', visible.minutes(viewer).select('minutes.id'))
    .where('meeting.body_id', '=', bodyId)

/** Every decision of a body that the viewer may see, in the order in which they were taken. */
export const decisionsOf = (viewer: Viewer, bodyId: Id): Promise<DecisionRow[]> =>
  ofBody(viewer, bodyId)
    .leftJoin('agenda_item', join =>
      join
        .onRef('agenda_item.network_id', '=', 'entry.network_id')
        .onRef('agenda_item.id', '=', 'entry.agenda_item_id'),
    )
    .orderBy(sql`meeting.day nulls last`)
    .orderBy('meeting.id')
    .orderBy('entry.line_from')
    .orderBy('entry.position')
    .select(['meeting.name as meeting', 'meeting.day', 'agenda_item.title as item', 'entry.content'])
    .select(['decision.result', 'decision.votes_yes as yes', 'decision.votes_no as no'])
    .select(['decision.votes_abstain as abstain', 'decision.condition'])
    .execute()
