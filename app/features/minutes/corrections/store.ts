import { sql } from 'kysely'
import { type Link, linked } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { CorrectionAnswer } from '../../../ground/schema/corrections.ts'
import type { Day, Id, MinutesState } from '../../../ground/schema.ts'
import type { Circulation, Correction, Place } from './model.ts'

/** Takes minutes for this transaction, so that an approval and what is proposed come one after the other. */
export async function lockMinutes(viewer: Viewer, id: Id) {
  const row = await visible
    .minutes(viewer)
    .where('minutes.id', '=', id)
    .select(['minutes.id', 'minutes.state', 'minutes.meeting_id as meetingId'])
    .select(
      sql<Id>`(select m.body_id from meeting m where m.network_id = minutes.network_id and m.id = minutes.meeting_id)`.as(
        'bodyId',
      ),
    )
    .forUpdate('minutes')
    .executeTakeFirst()
  return row ?? null
}

/** The same past the filter, for whoever was sent them as a guest for single items; he sees nothing of the row. */
export async function lockStateOf({ db, network }: Viewer, id: Id): Promise<MinutesState> {
  const of = db.selectFrom('minutes').where('network_id', '=', network.id).where('id', '=', id)
  return (await of.select('state').forShare().executeTakeFirstOrThrow()).state
}

/** The last time minutes went round; null where they never did, or not for the viewer. */
export async function latestCirculation(viewer: Viewer, minutesId: Id): Promise<Circulation | null> {
  const row = await visible
    .circulations(viewer)
    .where('circulation.minutes_id', '=', minutesId)
    .orderBy('circulation.begun_at', 'desc')
    .orderBy('circulation.id', 'desc')
    .select(['circulation.id', 'circulation.until_day as until'])
    .executeTakeFirst()
  return row ?? null
}

export async function insertCirculation(viewer: Viewer, minutesId: Id, untilDay: Day): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const id = newId(ground.clock)
  await db
    .insertInto('circulation')
    .values({
      ...{ network_id: network.id, id, minutes_id: minutesId, until_day: untilDay, begun_by: personId },
      begun_at: ground.clock.instant().toString(),
    })
    .execute()
  await db
    .updateTable('minutes')
    .where('network_id', '=', network.id)
    .where('id', '=', minutesId)
    .set({ state: 'in_review' })
    .execute()
  return id
}

export async function insertCirculated(
  viewer: Viewer,
  sent: { circulationId: Id; meetingId: Id; personId: Id; guest: boolean },
): Promise<Id> {
  const id = newId(viewer.ground.clock)
  await viewer.db
    .insertInto('circulated')
    .values({
      ...{ network_id: viewer.network.id, id, circulation_id: sent.circulationId, meeting_id: sent.meetingId },
      ...{ person_id: sent.personId, guest: sent.guest, outbox_id: null },
    })
    .execute()
  return id
}

export async function keepMail({ db, network }: Viewer, id: Id, outboxId: Id): Promise<void> {
  await db
    .updateTable('circulated')
    .where('network_id', '=', network.id)
    .where('id', '=', id)
    .set({ outbox_id: outboxId })
    .execute()
}

/** To whom minutes went; of the outbox only whether the mail left. */
export const sentTo = (viewer: Viewer, circulationId: Id) =>
  visible
    .circulated(viewer)
    .innerJoin(visible.people(viewer).select(['person.id', 'person.name']).as('whom'), join =>
      join.onRef('whom.id', '=', 'circulated.person_id'),
    )
    .leftJoin('outbox', join =>
      join.onRef('outbox.network_id', '=', 'circulated.network_id').onRef('outbox.id', '=', 'circulated.outbox_id'),
    )
    .where('circulated.circulation_id', '=', circulationId)
    .orderBy('whom.name')
    .select(['circulated.id', 'whom.name', 'circulated.outbox_id as outboxId', 'outbox.state'])
    .execute()

/** Whether minutes were sent to the viewer the last time. */
export async function isAsked(viewer: Viewer, circulationId: Id): Promise<boolean> {
  if (viewer.personId === null) return false
  const row = await visible
    .circulated(viewer)
    .where('circulated.circulation_id', '=', circulationId)
    .where('circulated.person_id', '=', viewer.personId)
    .select('circulated.id')
    .executeTakeFirst()
  return row !== undefined
}

/** What stands behind an open link, whoever holds it. */
export async function linkedCirculation(viewer: Viewer, link: Link) {
  const row = await linked
    .circulated(viewer, link)
    .innerJoin('circulation', join =>
      join
        .onRef('circulation.network_id', '=', 'circulated.network_id')
        .onRef('circulation.id', '=', 'circulated.circulation_id'),
    )
    .innerJoin('minutes', join =>
      join
        .onRef('minutes.network_id', '=', 'circulation.network_id')
        .onRef('minutes.id', '=', 'circulation.minutes_id'),
    )
    .select(['circulation.id', 'circulation.until_day as until', 'circulation.minutes_id as minutesId'])
    .select(['circulated.person_id as personId', 'circulated.meeting_id as meetingId', 'minutes.state'])
    .executeTakeFirst()
  return row ?? null
}

/** What was proposed to minutes, oldest first, as far as the viewer sees it. */
export async function correctionsOf(viewer: Viewer, minutesId: Id): Promise<Correction[]> {
  const names = visible.people(viewer).select(['person.id', 'person.name'])
  const rows = await visible
    .corrections(viewer)
    .leftJoin(names.as('proposer'), join => join.onRef('proposer.id', '=', 'correction.person_id'))
    .leftJoin(names.as('answerer'), join => join.onRef('answerer.id', '=', 'correction.answered_by'))
    .where('correction.minutes_id', '=', minutesId)
    .orderBy('correction.proposed_at')
    .orderBy('correction.id')
    .select(['correction.id', 'correction.entry_id as entryId', 'correction.agenda_item_id as agendaItemId'])
    .select(['correction.wording', 'correction.reason', 'proposer.name as by', 'correction.person_id as personId'])
    .select(['correction.proposed_at as proposedAt', 'correction.answer', 'correction.word'])
    .select(['answerer.name as answeredBy', 'correction.answered_at as answeredAt'])
    .select('correction.circulation_id as circulationId')
    .execute()
  return rows.map(({ personId, circulationId, ...row }) => ({
    ...row,
    own: personId !== null && personId === viewer.personId,
    later: circulationId === null,
  }))
}

/** A correction with the minutes it belongs to, taken for this transaction. */
export async function lockCorrection(viewer: Viewer, id: Id) {
  const row = await visible
    .corrections(viewer)
    .where('correction.id', '=', id)
    .select(['correction.id', 'correction.minutes_id as minutesId', 'correction.answer', 'correction.wording'])
    .select('correction.person_id as personId')
    .forUpdate('correction')
    .executeTakeFirst()
  return row ?? null
}

export async function answerCorrection(viewer: Viewer, id: Id, answer: CorrectionAnswer, word: string): Promise<void> {
  await viewer.db
    .updateTable('correction')
    .where('network_id', '=', viewer.network.id)
    .where('id', '=', id)
    .set({ answer, word, answered_by: viewer.personId, answered_at: viewer.ground.clock.instant().toString() })
    .execute()
}

export async function insertCorrection(
  { db, network, ground }: Viewer,
  proposed: Place & {
    readonly minutesId: Id
    /** Null for one that is recorded after the approval: nobody proposed it, it holds. */
    readonly circulationId: Id | null
    readonly wording: string
    readonly reason: string | null
    readonly personId: Id
    readonly channel: 'link' | 'account'
  },
): Promise<Id> {
  const id = newId(ground.clock)
  const at = ground.clock.instant().toString()
  const holds = proposed.circulationId === null
  await db
    .insertInto('correction')
    .values({
      ...{ network_id: network.id, id, minutes_id: proposed.minutesId, circulation_id: proposed.circulationId },
      ...{ entry_id: proposed.entryId, agenda_item_id: proposed.agendaItemId, wording: proposed.wording },
      ...{ reason: proposed.reason, person_id: proposed.personId, channel: proposed.channel },
      ...{ proposed_at: at, answer: holds ? ('accepted' as const) : null, word: null },
      ...{ answered_by: holds ? proposed.personId : null, answered_at: holds ? at : null },
    })
    .execute()
  return id
}

/** How much somebody proposed on the network's day. */
export async function proposedToday({ db, network, today }: Viewer, personId: Id): Promise<number> {
  const { count } = await db
    .selectFrom('correction')
    .where('network_id', '=', network.id)
    .where('person_id', '=', personId)
    .where(sql<boolean>`(proposed_at at time zone ${network.timeZone})::date = ${today}`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
