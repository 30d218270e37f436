import { act } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { done, type Outcome, refused } from '../../ground/problems.ts'
import type { Id } from '../../ground/schema.ts'
import { findBody, findOrganization } from '../directory/finds.ts'
import type { ConsultationAdd, ConsultationEnd, PaperAdd, PaperMove, PaperNote, PaperRevise } from './contract.ts'
import { needsSentence } from './model.ts'
import * as store from './store.ts'

type Written = { readonly id: Id }
const paperOf = (viewer: Viewer, { id }: { id: Id }) => store.lockPaper(viewer, id)

/**
 * Begins a paper of a body with its first wording, drafted today. Problems: `choice-invalid` (a commitment that is not
 * there for whoever adds it).
 */
export const addPaper = act('paper.add', {
  noun: 'paper',
  subject: async (viewer, { bodyId }: PaperAdd) => ((await findBody(viewer, bodyId)) ? { bodyId } : null),
  run: async (viewer, input): Promise<Outcome<Written>> => {
    const { bodyId, commitmentId, paperType, name, wording, audience, withoutAdministration } = input
    if (commitmentId && !(await store.commitmentOf(viewer, commitmentId)))
      return refused('choice-invalid', { field: 'commitmentId' })
    const id = await store.insertPaper(viewer, {
      ...{ body_id: bodyId, paper_type: paperType, name, commitment_id: commitmentId, audience },
      without_administration: withoutAdministration,
    })
    await store.insertVersion(viewer, id, wording, null)
    await store.insertState(viewer, id, { state: 'drafted', day: viewer.today, sentence: null })
    return done({ id })
  },
  about: ({ id }) => id,
})

/**
 * Gives a paper a new wording; those before stay to be compared. Problems: `moved-meanwhile` (somebody else wrote one
 * since the form was opened), `already-done` (nothing differs).
 */
export const revisePaper = act('paper.revise', {
  noun: 'paper',
  subject: paperOf,
  run: async (viewer, { from, wording, note }: PaperRevise, { id }): Promise<Outcome<Written>> => {
    const last = (await store.versionsOf(viewer, id)).at(-1)!
    if (last.number !== from) return refused('moved-meanwhile', { field: 'wording' })
    if (last.wording === wording) return refused('already-done', { field: 'wording' })
    await store.insertVersion(viewer, id, wording, note || null)
    return done({ id })
  },
})

/**
 * Says where a paper stands since a day. Problems: `already-done` (it stands there), `input-missing` (a loss or an end
 * without a reason), `day-invalid` (to come, or before the state that it follows).
 */
export const movePaper = act('paper.move', {
  noun: 'paper',
  subject: paperOf,
  run: async (viewer, { state, since, sentence }: PaperMove, { id }): Promise<Outcome<Written>> => {
    const last = (await store.statesOf(viewer, id)).at(-1)!
    if (last.state === state) return refused('already-done', { field: 'state' })
    if (needsSentence(state) && !sentence) return refused('input-missing', { field: 'sentence' })
    // What is drafted today may have been raised years ago: an old demand is written down late.
    if (since > viewer.today || (last.state !== 'drafted' && since < last.day))
      return refused('day-invalid', { field: 'since' })
    await store.insertState(viewer, id, { state, day: since, sentence: sentence || null })
    return done({ id })
  },
})

/** Notes what was done for a paper, or a contact about it. Problem: `day-invalid` (to come). */
export const notePaper = act('paper.note', {
  noun: 'paper',
  subject: paperOf,
  run: async (viewer, { kind, day, whom, sentence, count }: PaperNote, { id }): Promise<Outcome<Written>> => {
    if (day > viewer.today) return refused('day-invalid', { field: 'day' })
    await store.insertEvent(viewer, id, { kind, day, whom: whom || null, sentence, count })
    return done({ id })
  },
})

/** Notes which body deals with a paper. Problem: `choice-invalid` (a place that is not there for whoever notes it). */
export const addConsultation = act('consultation.add', {
  noun: 'paper',
  subject: paperOf,
  run: async (viewer, { where, bodyName, day, role }: ConsultationAdd, { id }): Promise<Outcome<Written>> => {
    const [kind, of] = where.split(':') as ['body' | 'organization' | '', Id | undefined]
    const known = !of || (kind === 'body' ? await findBody(viewer, of) : await findOrganization(viewer, of))
    if (!known) return refused('choice-invalid', { field: 'where' })
    await store.insertConsultation(viewer, id, {
      ...{ body_id: kind === 'body' ? of! : null, organization_id: kind === 'organization' ? of! : null },
      ...{ body_name: bodyName || null, day, role },
    })
    return done({ id })
  },
})

/**
 * Notes what a body decided about a paper, in its words and with where that stands. Problems: `not-found`,
 * `already-done`, `day-invalid` (to come).
 */
export const endConsultation = act('consultation.end', {
  noun: 'paper',
  subject: paperOf,
  run: async (viewer, input: ConsultationEnd, { id }): Promise<Outcome<Written>> => {
    const consultation = (await store.consultationsOf(viewer, id)).find(one => one.id === input.consultation)
    if (!consultation) return refused('not-found')
    if (consultation.result) return refused('already-done')
    if (input.resultDay > viewer.today) return refused('day-invalid', { field: 'resultDay' })
    const { result, resultDay, sentence, source } = input
    await store.endConsultation(viewer, consultation.id, {
      ...{ result, result_day: resultDay, sentence: sentence || null, source: source || null },
    })
    return done({ id })
  },
})
