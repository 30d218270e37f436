import { sql } from 'kysely'
import { type Link, linked } from '../../../access/link.ts'
import { takesPart, type Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { CommitmentState, Day, Id, Schema } from '../../../ground/schema.ts'
import type { ConditionShown } from './contract.ts'
import { bindingStates } from './model.ts'

export type Condition = Schema['condition']

/** The rule of model.ts in SQL: questions that are to go out, the one that waits longest first. */
export async function dueToAsk({ db, network, today }: Viewer): Promise<Id[]> {
  const rows = await db
    .selectFrom('condition')
    .innerJoin('commitment', join =>
      join
        .onRef('commitment.network_id', '=', 'condition.network_id')
        .onRef('commitment.id', '=', 'condition.commitment_id'),
    )
    .where('condition.network_id', '=', network.id)
    .where('condition.state', '=', 'watched')
    .where('condition.asked_at', 'is', null)
    .where('condition.ask_on', '<=', today)
    .where('commitment.state', 'in', [...bindingStates])
    .orderBy('condition.ask_on')
    .orderBy('condition.commitment_id')
    .select('condition.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The commitment behind one, before either is taken: whoever takes both takes the commitment first. */
export async function commitmentOf(viewer: Viewer, id: Id): Promise<Id | null> {
  const found = visible.conditions(viewer).where('condition.id', '=', id)
  return (await found.select('condition.commitment_id as of').executeTakeFirst())?.of ?? null
}

/** Takes one for this transaction, as it stands once nobody else holds it. */
export async function lockCondition(viewer: Viewer, id: Id): Promise<Condition | null> {
  const found = visible.conditions(viewer).where('condition.id', '=', id)
  return (await found.selectAll('condition').forUpdate('condition').executeTakeFirst()) ?? null
}

/** The commitment and the condition behind an open link, whoever holds it; both are taken, in that order. */
export async function lockLinked(viewer: Viewer, link: Link) {
  const of = await linked.conditions(viewer, link).select('condition.commitment_id as id').executeTakeFirst()
  const commitment =
    of &&
    (await viewer.db
      .selectFrom('commitment')
      .where('network_id', '=', viewer.network.id)
      .where('id', '=', of.id)
      .select(['id', 'state', 'body_id as bodyId', 'due_on as dueOn', 'due_words as dueWords'])
      .forUpdate()
      .executeTakeFirst())
  const condition = await linked.conditions(viewer, link).selectAll('condition').forUpdate().executeTakeFirst()
  return commitment && condition ? { commitment, condition } : null
}

/** What a link shows: the question, whose it is, and whether anybody waits for an answer. */
export async function behindLink(viewer: Viewer, link: Link) {
  const row = await linked
    .conditions(viewer, link)
    .innerJoin('commitment', join =>
      join
        .onRef('commitment.network_id', '=', 'condition.network_id')
        .onRef('commitment.id', '=', 'condition.commitment_id'),
    )
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'commitment.network_id').onRef('body.id', '=', 'commitment.body_id'),
    )
    .select(['condition.wording', 'condition.state', 'condition.met_on as metOn', 'condition.sentence'])
    .select(['commitment.state as commitmentState', 'body.name as body'])
    .executeTakeFirst()
  return row ?? null
}

export type Named = {
  readonly commitmentId: Id
  readonly wording: string
  readonly days: number | null
  readonly askedId: Id | null
  readonly askOn: Day
}

/** Puts one more question; the caller holds the commitment, so that numbers come one after the other. Null for too many. */
export async function insertCondition(viewer: Viewer, named: Named, by: Id | null, most: number): Promise<Id | null> {
  const { db, network, ground } = viewer
  const of = db
    .selectFrom('condition')
    .where('network_id', '=', network.id)
    .where('commitment_id', '=', named.commitmentId)
  const last = (await of.select(({ fn }) => fn.max('number').as('number')).executeTakeFirst())?.number ?? 0
  if (last >= most) return null
  const id = newId(ground.clock)
  await db
    .insertInto('condition')
    .values({
      ...{ network_id: network.id, id, commitment_id: named.commitmentId, number: last + 1, wording: named.wording },
      ...{ days: named.days, asked_id: named.askedId, ask_on: named.askOn, named_by: by, state: 'watched' },
      ...{ named_at: ground.clock.instant().toString(), asked_at: null, mailed: null, answered_by: null },
      ...{ answered_at: null, met_on: null, sentence: null },
    })
    .execute()
  return id
}

type Change = Partial<
  Pick<Condition, 'asked_at' | 'mailed' | 'state' | 'answered_by' | 'answered_at' | 'met_on' | 'sentence'>
>

/** Writes what became of one that the caller holds. */
export async function updateCondition({ db, network }: Viewer, id: Id, change: Change): Promise<void> {
  await db.updateTable('condition').where('network_id', '=', network.id).where('id', '=', id).set(change).execute()
}

/** The one that is watched now; the caller holds the commitment. */
export async function watchedOf({ db, network }: Viewer, commitmentId: Id): Promise<Id | null> {
  const row = await db
    .selectFrom('condition')
    .where('network_id', '=', network.id)
    .where('commitment_id', '=', commitmentId)
    .where('state', '=', 'watched')
    .select('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Those of a commitment that the viewer sees, in the order in which they were asked. */
export async function conditionsOf(viewer: Viewer, commitmentId: Id): Promise<ConditionShown[]> {
  const people = () => visible.people(viewer).select(['person.id', 'person.name'])
  const rows = await visible
    .conditions(viewer)
    .where('condition.commitment_id', '=', commitmentId)
    .leftJoin(people().as('asked'), join => join.onRef('asked.id', '=', 'condition.asked_id'))
    .leftJoin(people().as('namer'), join => join.onRef('namer.id', '=', 'condition.named_by'))
    .leftJoin(people().as('answerer'), join => join.onRef('answerer.id', '=', 'condition.answered_by'))
    .orderBy('condition.number')
    .selectAll('condition')
    .select(['asked.name as asked_name', 'namer.name as namer_name', 'answerer.name as answerer_name'])
    .execute()
  return rows.map(row => ({
    ...{ id: row.id, wording: row.wording, days: row.days, askOn: row.ask_on, state: row.state },
    asked: by(row.asked_id, row.asked_name),
    named: { at: row.named_at, by: by(row.named_by, row.namer_name) },
    sent: row.asked_at ? { at: row.asked_at, mailed: row.mailed === true } : null,
    answered: row.answered_at
      ? {
          ...{ at: row.answered_at, by: by(row.answered_by, row.answerer_name), metOn: row.met_on },
          sentence: row.sentence,
        }
      : null,
  }))
}

const by = (id: Id | null, name: string | null) => (id && name !== null ? { id, name } : null)

/** Who can be asked: everybody who takes part and whom the viewer sees, by name. */
export const peopleToAsk = (viewer: Viewer) =>
  visible
    .people(viewer)
    .where(takesPart(viewer, 'person.id'))
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .select(['person.id', 'person.name'])
    .execute()

/** Whether that person can be asked. */
export async function canBeAsked(viewer: Viewer, id: Id): Promise<boolean> {
  const of = visible.people(viewer).where('person.id', '=', id).where(takesPart(viewer, 'person.id'))
  return (await of.select('person.id').executeTakeFirst()) !== undefined
}

export type Held = {
  readonly id: Id
  readonly state: CommitmentState
  readonly dueOn: Day | null
  readonly dueWords: string | null
}
