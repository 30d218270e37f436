import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import type { BodyRules, RulesVersion } from './model.ts'
import type { Mandate } from './vote/model.ts'

/** Every version of a body's rules, the latest written first. */
export async function selectVersions(viewer: Viewer, bodyId: Id): Promise<RulesVersion[]> {
  const rows = await visible
    .bodyRules(viewer)
    .where('body_rule.body_id', '=', bodyId)
    .orderBy('body_rule.valid_from', 'desc')
    .orderBy('body_rule.number', 'desc')
    .select(['body_rule.id', 'body_rule.number', 'body_rule.valid_from as validFrom', 'body_rule.rules'])
    .select('body_rule.created_at as createdAt')
    .execute()
  return rows.map(row => ({ ...row, rules: row.rules as BodyRules }))
}

/** Only the acts write this JSON, and they write what their contract let in. */
export async function insertVersion(viewer: Viewer, bodyId: Id, validFrom: Day, rules: BodyRules): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const id = newId(ground.clock)
  await sql`select from body where network_id = ${network.id} and id = ${bodyId} for update`.execute(db)
  await db
    .insertInto('body_rule')
    .values(({ selectFrom }) => ({
      ...{ network_id: network.id, id, body_id: bodyId, valid_from: validFrom, rules: JSON.stringify(rules) },
      number: selectFrom('body_rule')
        .where('network_id', '=', network.id)
        .where('body_id', '=', bodyId)
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next')),
      ...{ created_by: personId, created_at: ground.clock.instant().toString() },
    }))
    .execute()
  return id
}

/** Seats of a body on a day, those without a vote included. */
export const selectMandates = (viewer: Viewer, bodyId: Id, day: Day): Promise<Mandate[]> =>
  visible
    .memberships(viewer)
    .where('membership.body_id', '=', bodyId)
    .where('membership.start_date', '<=', day)
    .where(e => e.or([e('membership.end_date', 'is', null), e('membership.end_date', '>=', day)]))
    .orderBy('membership.start_date')
    .orderBy('membership.id')
    .select(['membership.id', 'membership.person_id as personId', 'membership.role'])
    .select(['membership.voting_right as votingRight', 'membership.on_behalf_of_id as onBehalfOf'])
    .execute()

/** The Land in which the network works (ISO 3166-2), null where nobody said. */
export async function selectRegion({ db, network }: Viewer): Promise<string | null> {
  const row = await db.selectFrom('network').where('id', '=', network.id).select('region').executeTakeFirst()
  return row?.region ?? null
}
