import { newId } from '../../app/ground/ids.ts'
import type { Id } from '../../app/ground/schema.ts'
import { personas } from '../../demo/network.ts'
import type { TestDatabase } from '../world/database.ts'
import type { World } from '../world/world.ts'

type W = World<TestDatabase>
const DAY = '2031-03-01'

const known = (world: W, email: string) =>
  world.database.owner.selectFrom('person').where('email', '=', email).select('id').executeTakeFirstOrThrow()

/** Somebody of the body that the meetings below are of. */
export const chair = (world: W) => known(world, personas.chair.email)

/** A new meeting each time: it can be called off once, and each is invited to it once. */
export async function scheduled(world: W): Promise<Id> {
  const { network, ground, database } = world
  const id = newId(ground.clock)
  const { body_id } = await database.owner
    .selectFrom('membership')
    .where('person_id', '=', (await chair(world)).id)
    .where('body_id', 'is not', null)
    .select('body_id')
    .executeTakeFirstOrThrow()
  await database.owner
    .insertInto('meeting')
    .values({
      ...{ network_id: network.id, id, body_id: body_id!, name: 'Runde', state: 'scheduled', day: DAY, place: null },
      ...{ start_time: null, end_time: null, audience: 'public', without_administration: false },
      created_at: ground.clock.instant().toString(),
    })
    .execute()
  return id
}

/** The same, with an invitation of whoever asks: the coordination. */
export async function invited(world: W): Promise<Id> {
  const { network, ground, database } = world
  const meeting_id = await scheduled(world)
  const { id: person_id } = await known(world, personas.coordinator.email)
  await database.owner
    .insertInto('invitation')
    .values({
      ...{ network_id: network.id, id: newId(ground.clock), meeting_id, person_id, guest: false },
      ...{ sequence: 0, day: DAY, start_time: null, created_at: ground.clock.instant().toString() },
    })
    .execute()
  return meeting_id
}
