import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Id } from '../../ground/schema.ts'
import type { AccessRequest } from './access-request/model.ts'
import { requestsOf } from './access-request/store.ts'
import type { ErasureRow } from './erasure/model.ts'
import { doneErasures, erasuresOf, openErasures } from './erasure/store.ts'
import { findPersonOf } from './trace/store.ts'

export type PersonData = {
  readonly person: { readonly id: Id; readonly name: string }
  /** It is the viewer. */
  readonly own: boolean
  readonly requests: readonly AccessRequest[]
  readonly erasures: readonly ErasureRow[]
  readonly mayErase: boolean
  readonly zone: string
}

/** What may be done about a person's data; null for whoever is neither that person nor the coordination. */
export async function personData(viewer: Viewer, { id }: { id: Id }): Promise<PersonData | null> {
  const person = await findPersonOf(viewer, id)
  if (!person) return null
  return {
    person: { id, name: person.name },
    own: viewer.personId === id,
    requests: await requestsOf(viewer, id),
    erasures: await erasuresOf(viewer, id),
    mayErase: mayAct(viewer, 'erasure.carryOut'),
    zone: viewer.network.timeZone,
  }
}

export const ownData = async (viewer: Viewer): Promise<PersonData | null> =>
  viewer.personId ? personData(viewer, { id: viewer.personId }) : null

/** The page is the coordination's; oneself has a page of one's own. */
export const dataOfAnybody = async (viewer: Viewer, input: { id: Id }): Promise<PersonData | null> =>
  mayAct(viewer, 'erasure.carryOut') ? personData(viewer, input) : null

export type Overview = {
  readonly open: Awaited<ReturnType<typeof openErasures>>
  readonly done: Awaited<ReturnType<typeof doneErasures>>
  readonly zone: string
}

/** Wishes that wait and what was carried out; null for everybody but the coordination. */
export async function privacyOverview(viewer: Viewer): Promise<Overview | null> {
  if (!mayAct(viewer, 'erasure.carryOut')) return null
  return { open: await openErasures(viewer), done: await doneErasures(viewer), zone: viewer.network.timeZone }
}
