import { act } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { languageOf, texts } from '../../../texts/texts.ts'
import { findBody } from '../../directory/finds.ts'
import { putOnNextAgenda } from '../../meetings/agenda/acts.ts'
import { handOver } from '../acts.ts'
import { ownerIsKnown } from '../owner/store.ts'
import { lockCommitment, type Subject } from '../store.ts'
import type { ConsequenceAgree, ConsequenceStop } from './contract.ts'
import {
  type Addressee,
  bindingStates,
  type ConsequenceEffect,
  type Fired,
  fires,
  firesOn,
  MOST_AGREED,
} from './model.ts'
import { remindOwner } from './reminder/acts.ts'
import * as store from './store.ts'

type Written = { readonly id: Id; readonly commitmentId: Id }

/**
 * Agrees what follows when the day passes without an answer. Problems: `already-done` (the commitment has ended),
 * `day-invalid` (it would fire today: that is no agreement in advance), `body-missing`, `choice-invalid` (an addressee
 * nobody knows), `too-many-tries` (so many are agreed for it).
 */
export const agreeConsequence = act('consequence.agree', {
  noun: 'consequence',
  subject: (viewer, { id }: ConsequenceAgree) => lockCommitment(viewer, id),
  run: async (viewer, { kind, wording, grace, bodyId, to }, commitment): Promise<Outcome<Written>> => {
    if (!(bindingStates as readonly string[]).includes(commitment.state)) return refused('already-done')
    const day = firesOn(commitment.dueOn, grace)
    if (day !== null && day <= viewer.today) return refused('day-invalid', { field: 'grace' })
    if (bodyId && !(await findBody(viewer, bodyId))) return refused('body-missing', { field: 'bodyId' })
    if (to && !(await ownerIsKnown(viewer, to))) return refused('choice-invalid', { field: 'to' })
    const commitmentId = commitment.id
    const id = await store.insertConsequence(viewer, { commitmentId, kind, wording, grace, bodyId, to }, MOST_AGREED)
    return id ? done({ id, commitmentId }) : refused('too-many-tries')
  },
  about: ({ id }) => id,
})

type Held = { readonly id: Id; readonly bodyId: Id; readonly commitment: Subject; readonly taken: store.Taken }

/** Takes the commitment and then the consequence, like everybody who takes both. */
async function held(viewer: Viewer, { id }: { id: Id }): Promise<Held | null> {
  const of = await store.commitmentOf(viewer, id)
  const commitment = of && (await lockCommitment(viewer, of))
  const taken = commitment && (await store.lockConsequence(viewer, id))
  return taken ? { id, bodyId: commitment.bodyId, commitment, taken } : null
}

/** Stops one before it fires, with a reason. Problem: `already-done` (it fired, or was stopped). */
export const stopConsequence = act('consequence.stop', {
  noun: 'consequence',
  subject: (viewer, input: ConsequenceStop) => held(viewer, input),
  run: async (viewer, { reason }, { id, taken }): Promise<Outcome<Written>> => {
    if (taken.state !== 'armed') return refused('already-done')
    await store.updateConsequence(viewer, id, {
      ...{ state: 'stopped', stopped_by: viewer.personId, stop_reason: reason },
      stopped_at: viewer.ground.clock.instant().toString(),
    })
    return done({ id, commitmentId: taken.commitment_id })
  },
})

/**
 * Fires one whose day has passed without an answer: asked again once nobody else holds it, so that of several processes
 * one fires and the others find it done. What it does and that it did so are of one transaction. Problem: `already-done`
 * (it fired, was stopped or answered meanwhile, or its day was moved).
 */
export const fireConsequence = act('consequence.fire', {
  noun: 'consequence',
  subject: (viewer, input: { id: Id }) => held(viewer, input),
  run: async (viewer, _input, { id, commitment, taken }): Promise<Outcome<Fired>> => {
    if (taken.state !== 'armed') return refused('already-done')
    const { state, dueOn } = commitment
    const said = await store.saidSince(viewer, taken)
    if (!fires({ state, dueOn, grace: taken.grace, said }, viewer.today)) return refused('already-done')
    const { effect, ...placed } = await carriedOut(viewer, commitment, taken)
    await store.updateConsequence(viewer, id, {
      ...{ state: 'fired', effect, missed_on: dueOn, ...placed },
      fired_at: viewer.ground.clock.instant().toString(),
    })
    return done({ id, commitmentId: commitment.id, kind: taken.kind, effect })
  },
})

type CarriedOut = { readonly effect: ConsequenceEffect; readonly meeting_id?: Id; readonly item_id?: Id }

async function carriedOut(viewer: Viewer, commitment: Subject, taken: store.Taken): Promise<CarriedOut> {
  if (taken.kind === 'letter') return { effect: 'letter' }
  if (taken.kind === 'public_mark') return { effect: 'mark' }
  if (taken.kind === 'agenda') return (await placed(viewer, taken)) ?? { effect: 'waits' }
  if (taken.kind === 'reminder')
    return { effect: (await remindOwner(viewer, commitment, taken)) > 0 ? 'mail' : 'nobody' }
  const owner = addresseeOf(taken)
  if (!owner || !(await ownerIsKnown(viewer, owner))) return { effect: 'nobody' }
  await handOver(viewer, commitment, owner)
  return { effect: 'owner' }
}

async function placed(viewer: Viewer, { body_id, wording }: store.Taken): Promise<CarriedOut | null> {
  // What is written into records is written in the network's first language.
  const t = texts(languageOf(...viewer.network.languages))
  const item = await putOnNextAgenda(viewer, { bodyId: body_id!, title: t('consequences.item', { wording }) })
  return item && { effect: 'item', meeting_id: item.meetingId, item_id: item.id }
}

/** Null once the person was erased. */
function addresseeOf(taken: store.Taken): Addressee | null {
  const { to_kind: kind } = taken
  const id = taken.to_person_id ?? taken.to_office_id ?? taken.to_organization_id
  if (!kind) return null
  if (kind === 'outside') return taken.to_name ? { kind, name: taken.to_name } : null
  return id ? { kind, id } : null
}

/**
 * Puts one on an agenda that fired before there was a meeting, or whose meeting was called off. Problems: `already-done`
 * (another process was there first), `meeting-not-open` (there is none yet).
 */
export const placeConsequence = act('consequence.place', {
  noun: 'consequence',
  subject: (viewer, input: { id: Id }) => held(viewer, input),
  run: async (viewer, _input, { id, taken }): Promise<Outcome<Written>> => {
    if (!(await store.dueToPlace(viewer)).includes(id)) return refused('already-done')
    const change = await placed(viewer, taken)
    if (!change) return refused('meeting-not-open')
    await store.updateConsequence(viewer, id, change)
    return done({ id, commitmentId: taken.commitment_id })
  },
})
