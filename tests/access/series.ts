import { presetRules } from '../../app/features/directory/rules/preset/model.ts'
import { newId } from '../../app/ground/ids.ts'
import type { Id } from '../../app/ground/schema.ts'
import type { World } from '../world/world.ts'

const AT = '2026-01-16T12:00:00.000Z'

/** Rules of each body, and a series of each body for each audience, open and closed, each with a day left out and one of every meeting. */
export async function addSeriesStates({ network, database, ground }: World, bodies: readonly { id: Id }[]) {
  const { owner } = database
  const network_id = network.id
  const meetings = await owner.selectFrom('meeting').where('network_id', '=', network_id).select('id').execute()
  let count = 0
  const rules = presetRules('group', null)
  for (const { id: body_id } of bodies) {
    const source = { basis: 'custom', paragraph: `Paragraf-${++count}-Kennwort` }
    await owner
      .insertInto('body_rule')
      .values({
        ...{ network_id, id: newId(ground.clock), body_id, number: 1, valid_from: '2024-01-01' },
        ...{
          rules: JSON.stringify({ ...rules, quorum: { ...rules.quorum, source } }),
          created_by: null,
          created_at: AT,
        },
      })
      .execute()
  }
  for (const { id: body_id } of bodies)
    for (const audience of ['public', 'network', 'body', 'board'] as const)
      for (const without_administration of [false, true]) {
        const id = newId(ground.clock)
        count++
        await owner
          .insertInto('meeting_series')
          .values({
            ...{ network_id, id, body_id, name: `Reihe-${count}-Kennwort`, rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO' },
            ...{ first_day: '2026-01-01', until_day: '2026-12-31', audience, without_administration },
            ...{ created_by: null, created_at: AT },
          })
          .execute()
        const days = [null, ...meetings.slice(count % 7, (count % 7) + 12).map(meeting => meeting.id)]
        await owner
          .insertInto('series_occurrence')
          .values(
            days.map((meeting_id, at) => ({
              ...{ network_id, id: newId(ground.clock), series_id: id, meeting_id },
              day: `2026-03-${String(at + 1).padStart(2, '0')}`,
            })),
          )
          .execute()
      }
  await owner
    .insertInto('school_holiday')
    .values({
      ...{ network_id, id: newId(ground.clock), name: 'Ferien-1-Kennwort' },
      ...{ first_day: '2026-02-09', last_day: '2026-02-21' },
    })
    .execute()
}
