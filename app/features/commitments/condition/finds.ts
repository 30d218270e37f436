import { openLink } from '../../../access/link.ts'
import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import type { CommitmentState, Id } from '../../../ground/schema.ts'
import { findCommitmentRow } from '../store.ts'
import type { ConditionLinkShown, ConditionNewShown, ConditionShown } from './contract.ts'
import { binds } from './model.ts'
import * as store from './store.ts'

export { conditionsOf } from './store.ts'

type Of = { readonly id: Id; readonly bodyId: Id; readonly state: CommitmentState }

/** What the viewer may do with the conditions of a commitment: name one, and answer the one that is watched. */
export const conditionsCan = (viewer: Viewer, { id, bodyId, state }: Of, conditions: readonly ConditionShown[]) => {
  const watched = conditions.find(one => one.state === 'watched')
  const owners = watched?.asked ? [watched.asked.id] : []
  return {
    nameCondition: binds(state) && mayAct(viewer, 'condition.name', { id, bodyId }),
    answerCondition: watched !== undefined && binds(state) && mayAct(viewer, 'condition.answer', { bodyId, owners }),
  }
}

/** The form for naming one; null for whoever may not. */
export async function findConditionNew(viewer: Viewer, { id }: { id: Id }): Promise<ConditionNewShown | null> {
  const found = await findCommitmentRow(viewer, id)
  if (!found || !mayAct(viewer, 'condition.name', { id, bodyId: found.bodyId })) return null
  return {
    commitment: { id, name: found.line.wording },
    people: await store.peopleToAsk(viewer),
    current: (await store.conditionsOf(viewer, id)).find(({ state }) => state === 'watched') ?? null,
    today: viewer.today,
  }
}

/**
 * What the link of whoever is asked opens; null for one that never was. Throws `link-expired` and `link-revoked`, so that
 * the door says which, with 410.
 */
export async function findConditionLink(
  viewer: Viewer,
  { secret }: { secret: string },
): Promise<ConditionLinkShown | null> {
  const link = await openLink(viewer, secret, 'condition.answer')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  const row = await store.behindLink(viewer, link.value)
  if (!row) return null
  const { wording, body, metOn, sentence, commitmentState } = row
  const state = row.state === 'watched' && !binds(commitmentState) ? 'ended' : row.state
  return { wording, body, state, metOn, sentence, today: viewer.today }
}
