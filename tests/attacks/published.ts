import { sql } from 'kysely'
import { type Place, value, type W } from './records.ts'

/** An entry of minutes that nothing keeps inside. */
const open = (world: W) =>
  value(
    world,
    sql<{ value: { minutes: string; entry: string } }>`
      select jsonb_build_object('minutes', e.minutes_id, 'entry', e.id) as value from entry e
      join minutes m on m.id = e.minutes_id
      join agenda_item i on i.id = e.agenda_item_id and i.audience is null and not i.without_administration
      join meeting t on t.id = m.meeting_id and t.audience <> 'named' and not t.without_administration
      join body b on b.id = t.body_id and not b.without_administration
      order by e.id limit 1`,
  )

/** Words that somebody writes for the public beside minutes. */
export const publishedPlaces: Readonly<Record<string, Place>> = {
  '/minutes/:id/public/passages': {
    at: async world => `/minutes/${(await open(world)).minutes}/public/passages`,
    fields: async world => ({ at: `entry-${(await open(world)).entry}`, choice: 'keep' }),
    texts: { wording: 'public_passage.wording' },
    shown: [],
  },
}

export const publishedNotKept: Readonly<Record<string, string>> = {
  '/minutes/:id/public seen': 'compared, never kept',
  '/minutes/:id/public wording': 'contacts and names are taken out first: features/publications/version',
}
