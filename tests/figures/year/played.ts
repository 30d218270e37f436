import { sql } from 'kysely'
import { dueMark, dueOf } from '../../../app/features/commitments/model.ts'
import { type Clock, steadyClock } from '../../../app/ground/clock.ts'
import type { Database } from '../../../app/ground/database.ts'
import { newId } from '../../../app/ground/ids.ts'
import type { Id } from '../../../app/ground/schema.ts'
import { DAYS, dateOf, firesOnDay, type Story } from './stories.ts'

export const ZONE = 'Europe/Berlin'
/** Everything of a day is said in the morning; what runs by itself looks in the evening. */
export const morningOf = (day: number) => `${dateOf(day)}T06:00:00Z`
export const eveningOf = (day: number) => `${dateOf(day)}T18:00:00Z`
const MEETINGS_EVERY = 60

type Told = Story & { readonly commitmentId: Id; readonly consequenceId: Id; readonly wording: string }

/** A network whose year begins: each story as a commitment with what was agreed to follow, and meetings to come. */
export async function begin(owner: Database, all: readonly Story[]) {
  const clock = steadyClock(morningOf(0))
  const id = () => newId(clock)
  const created_at = clock.instant().toString()
  const [network_id, body_id] = [id(), id()]
  const zone = { languages: ['de'], time_zone: ZONE, region: null }
  await owner
    .insertInto('network')
    .values({ id: network_id, name: 'Tisch', host: 'localhost', demo: false, created_at, ...zone })
    .execute()
  await owner
    .insertInto('body')
    .values({
      ...{ network_id, id: body_id, name: 'Plenum', short_name: null, kind: 'plenary', audience: 'network' },
      ...{ without_administration: false, meeting_audience: 'body', start_date: null, end_date: null, created_at },
    })
    .execute()
  for (let day = MEETINGS_EVERY; day < DAYS + MEETINGS_EVERY; day += MEETINGS_EVERY)
    await owner
      .insertInto('meeting')
      .values({
        ...{ network_id, id: id(), body_id, name: `Runde ${day}`, state: 'scheduled', day: dateOf(day), place: null },
        ...{ start_time: null, end_time: null, audience: 'body', without_administration: false, created_at },
      })
      .execute()
  const told: Told[] = all.map((story, at) => ({
    ...{ ...story, commitmentId: id(), consequenceId: id(), wording: `Folge ${at}.` },
  }))
  for (let from = 0; from < told.length; from += 500) {
    const some = told.slice(from, from + 500)
    await owner
      .insertInto('commitment')
      .values(
        some.map(({ commitmentId, dueOn }) => ({
          ...{
            network_id,
            id: commitmentId,
            body_id,
            entry_id: null,
            wording: 'Etwas',
            owner_kind: 'outside' as const,
          },
          ...{ owner_person_id: null, owner_office_id: null, owner_name: 'Amt', owner_organization_id: null },
          ...{
            due_on: dateOf(dueOn),
            due_words: null,
            state: 'open' as const,
            audience: null,
            revision: 1,
            created_at,
          },
        })),
      )
      .execute()
    await owner
      .insertInto('consequence')
      .values(
        some.map(({ commitmentId, consequenceId, grace, kind, wording }) => ({
          ...{ network_id, id: consequenceId, commitment_id: commitmentId, number: 1, kind, wording, grace },
          ...{ body_id: kind === 'agenda' ? body_id : null, to_person_id: null, to_office_id: null },
          to_kind: kind === 'letter' || kind === 'fallback_owner' ? ('outside' as const) : null,
          to_name: kind === 'letter' || kind === 'fallback_owner' ? 'Ministerium' : null,
          ...{ to_organization_id: null, agreed_by: null, agreed_at: created_at, state: 'armed' as const },
          ...{ fired_at: null, missed_on: null, effect: null, meeting_id: null, item_id: null, stopped_by: null },
          ...{ stopped_at: null, stop_reason: null },
        })),
      )
      .execute()
  }
  await sql`analyze`.execute(owner)
  return { network_id, told }
}
export type Year = Awaited<ReturnType<typeof begin>>

/** What is said, moved and ended on one day. */
export async function morning(owner: Database, { network_id, told }: Year, day: number): Promise<void> {
  const at = morningOf(day)
  const clock: Clock = steadyClock(at)
  const nothing = { state: null, report: null, answer: null, sentence: null, entry_id: null, person_id: null }
  const event = { network_id, ...nothing, link_id: null, at }
  for (const { commitmentId: commitment_id, consequenceId, said, moved, ended } of told) {
    for (const one of said.filter(each => each.day === day)) {
      const kind = one.report ? ('report' as const) : ('answer' as const)
      const words = { report: one.report ?? null, answer: one.answer ?? null }
      const row = { ...event, id: newId(clock), commitment_id, kind, ...words }
      await owner.insertInto('commitment_event').values(row).execute()
    }
    if (moved?.day === day) {
      const due = dateOf(moved.dueOn)
      const row = {
        ...event,
        id: newId(clock),
        commitment_id,
        kind: 'due' as const,
        sentence: dueMark(dueOf(due, null)),
      }
      await owner.insertInto('commitment_event').values(row).execute()
      await owner.updateTable('commitment').set({ due_on: due }).where('id', '=', commitment_id).execute()
    }
    if (ended?.day !== day) continue
    if (ended.how !== 'stopped')
      await owner.updateTable('commitment').set({ state: ended.how }).where('id', '=', commitment_id).execute()
    else
      await owner
        .updateTable('consequence')
        .set({ state: 'stopped', stopped_at: at, stop_reason: 'So beschlossen.' })
        .where('id', '=', consequenceId)
        .where('state', '=', 'armed')
        .execute()
  }
}

/**
 * What the year came to. `fired`: as the model says. `early`: before their day by the network's calendar, or though there
 * was nothing to fire for. `late`: on a later day. `twice`: written down or carried out more than once. `lost`: never.
 */
export async function judged(owner: Database, { told }: Year) {
  const rows = await owner
    .selectFrom('consequence')
    .select(['id', 'state', sql<string | null>`(fired_at at time zone ${ZONE})::date::text`.as('day')])
    .execute()
  const counted = async (query: ReturnType<typeof sql<{ of: string; count: number }>>) =>
    new Map((await query.execute(owner)).rows.map(({ of, count }) => [of, count]))
  const written = await counted(sql`select subject_id::text as of, count(*)::int from journal
    where act = 'consequence.fire' group by 1`)
  const items = await counted(sql`select substring(title from 'Folge [0-9]+\\.') as of, count(*)::int from agenda_item
    where title ~ 'Folge [0-9]+\\.' group by 1`)
  const owners = await counted(sql`select commitment_id::text as of, count(*)::int from commitment_event
    where kind = 'owner' group by 1`)
  const found = new Map(rows.map(row => [row.id, row]))
  const sum = { fired: 0, early: 0, late: 0, twice: 0, lost: 0 }
  for (const one of told) {
    const expected = firesOnDay(one)
    const { state, day } = found.get(one.consequenceId)!
    const fired = state === 'fired'
    const acted =
      one.kind === 'agenda'
        ? items.get(one.wording)
        : one.kind === 'fallback_owner'
          ? owners.get(one.commitmentId)
          : undefined
    if ((written.get(one.consequenceId) ?? 0) > 1 || (acted ?? 0) > 1) sum.twice += 1
    if (expected === null) {
      if (fired) sum.early += 1
      continue
    }
    const carriedOut = one.kind === 'agenda' || one.kind === 'fallback_owner' ? acted === 1 : true
    if (!fired || !carriedOut) sum.lost += 1
    else if (day! < dateOf(expected)) sum.early += 1
    else if (day! > dateOf(expected)) sum.late += 1
    else sum.fired += 1
  }
  return { expected: told.filter(one => firesOnDay(one) !== null).length, ...sum }
}
