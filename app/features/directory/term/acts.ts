import { act } from '../../../access/act.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { selectBody } from '../store.ts'
import type { TermAdd, TermEnd, TermReplace } from './contract.ts'
import { dayBefore } from './model.ts'
import * as store from './store.ts'

type Written = { readonly id: Id }

/** Sets a term or a position of a body from a day on, also a day long past. Problem: `already-done` (it holds there). */
export const addTerm = act('term.add', {
  noun: 'term',
  subject: async (viewer, { bodyId }: TermAdd) => ((await selectBody(viewer, bodyId)) ? { bodyId } : null),
  run: async (viewer, { bodyId, kind, wording, meaning, fromDay }): Promise<Outcome<Written>> => {
    if (await store.holds(viewer, bodyId, wording, fromDay)) return refused('already-done', { field: 'wording' })
    const term = { body_id: bodyId, kind, wording, meaning: meaning || null, from_day: fromDay }
    return done({ id: await store.insertTerm(viewer, term) })
  },
  about: ({ id }) => id,
})

/**
 * Replaces what holds by something newer from a day on; the older one stays with its last day. Answers with the newer
 * one. Problems: `already-done` (it ended before, or the newer one is the same or holds), `day-invalid` (not after the
 * first day of the older one).
 */
export const replaceTerm = act('term.replace', {
  noun: 'term',
  subject: (viewer, { id }: TermReplace) => store.lockTerm(viewer, id),
  run: async (viewer, { wording, meaning, fromDay, reason }, old): Promise<Outcome<Written>> => {
    if (old.until) return refused('already-done')
    if (fromDay <= old.from) return refused('day-invalid', { field: 'fromDay' })
    if (await store.holds(viewer, old.bodyId, wording, fromDay)) return refused('already-done', { field: 'wording' })
    const id = await store.insertTerm(viewer, {
      ...{ body_id: old.bodyId, kind: old.kind, wording, meaning: meaning || null, from_day: fromDay },
    })
    await store.endTerm(viewer, old.id, { until_day: dayBefore(fromDay), replaced_by: id, reason: reason || null })
    return done({ id })
  },
})

/** Ends a term or a position that nothing replaces. Problems: `already-done`, `day-invalid` (before its first day). */
export const endTerm = act('term.end', {
  noun: 'term',
  subject: (viewer, { id }: TermEnd) => store.lockTerm(viewer, id),
  run: async (viewer, { untilDay, reason }, { id, from, until }): Promise<Outcome<Written>> => {
    if (until) return refused('already-done')
    if (untilDay < from) return refused('day-invalid', { field: 'untilDay' })
    await store.endTerm(viewer, id, { until_day: untilDay, replaced_by: null, reason })
    return done({ id })
  },
})
