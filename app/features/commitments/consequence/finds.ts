import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import { directoryNames, listBodies } from '../../directory/finds.ts'
import { approvalProposal, findCommitmentRow } from '../store.ts'
import type {
  ConsequenceListInput,
  ConsequenceListShown,
  ConsequenceNewShown,
  ConsequencePageShown,
  ConsequenceShown,
} from './contract.ts'
import { bindingStates } from './model.ts'
import * as store from './store.ts'

export { consequencesOf } from './store.ts'

const PAGE = 50

/** Whether something may be agreed to follow: by those who may, while it binds. */
export const mayAgree = (viewer: Viewer, commitment: { id: Id; bodyId: Id; state: string }): boolean =>
  (bindingStates as readonly string[]).includes(commitment.state) && mayAct(viewer, 'consequence.agree', commitment)

const headOf = ({ line }: NonNullable<Awaited<ReturnType<typeof findCommitmentRow>>>) => {
  const { id, wording, state, owner, due } = line
  return { id, wording, state, owner, due }
}

/** One consequence with its commitment; null where there is none for the viewer. */
export async function findConsequencePage(viewer: Viewer, { id }: { id: Id }): Promise<ConsequencePageShown | null> {
  const consequence = await store.findConsequence(viewer, id)
  const found = consequence && (await findCommitmentRow(viewer, consequence.commitmentId))
  if (!found) return null
  const stop = consequence.state === 'armed' && mayAct(viewer, 'consequence.stop', { id, bodyId: found.bodyId })
  return { consequence, commitment: headOf(found), zone: viewer.network.timeZone, can: { stop } }
}

/** The form for agreeing one; null for whoever may not. */
export async function findConsequenceNew(viewer: Viewer, { id }: { id: Id }): Promise<ConsequenceNewShown | null> {
  const found = await findCommitmentRow(viewer, id)
  if (!found || !mayAct(viewer, 'consequence.agree', { id, bodyId: found.bodyId })) return null
  const bodies = (await listBodies(viewer)).map(body => ({ id: body.id, name: body.name }))
  return {
    commitment: headOf(found),
    proposal: approvalProposal(found),
    ...{ bodies, bodyId: found.bodyId, owners: await directoryNames(viewer) },
  }
}

/** A page of those in one state; of the armed what fires next comes first. */
export async function findConsequences(
  viewer: Viewer,
  { list, page }: ConsequenceListInput,
): Promise<ConsequenceListShown | null> {
  if (!viewer.member && viewer.kind !== 'system') return null
  const found = await store.listConsequences(viewer, { state: list, page, size: PAGE })
  return { list, page, ...found, zone: viewer.network.timeZone }
}

/** Everything that was agreed to follow and has neither fired nor been stopped, what fires next first. One query. */
export const armedConsequences = async (viewer: Viewer, limit: number) =>
  (await store.listConsequences(viewer, { state: 'armed', page: 1, size: limit })).items

/** What fires by a day as things stand, the next first: for whoever plans what comes. */
export async function firesNext(
  viewer: Viewer,
  { until, limit = PAGE }: { until: Day; limit?: number },
): Promise<readonly { consequence: ConsequenceShown; commitment: { id: Id; name: string } }[]> {
  return (await store.listConsequences(viewer, { state: 'armed', page: 1, size: limit, until })).items
}
