import { openLink, reachable } from '../../../access/link.ts'
import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import type { Id, Timestamp } from '../../../ground/schema.ts'
import { type Standing, standingOf } from './model.ts'
import { selectPersonName, selectSaid, selectSaidByLink } from './store.ts'

export type ConsentsShown = {
  readonly personId: Id
  readonly name: string
  readonly zone: string
  readonly standings: readonly Standing[]
}

/** What the person who asks agreed to; null for whoever is nobody here. */
export async function findOwnConsents(viewer: Viewer): Promise<ConsentsShown | null> {
  if (viewer.personId === null) return null
  return shownOf(viewer, viewer.personId, viewer.personName ?? '')
}

async function shownOf(viewer: Viewer, personId: Id, name: string): Promise<ConsentsShown> {
  const standings = standingOf(await selectSaid(viewer, personId))
  return { personId, name, zone: viewer.network.timeZone, standings }
}

export type PersonConsents = ConsentsShown & {
  /** Whether a link can be sent: the person takes part and has an address. */
  readonly reachable: boolean
}

/** What somebody agreed to, for the coordination; null for everybody else. */
export async function findConsentsOf(viewer: Viewer, { id }: { id: Id }): Promise<PersonConsents | null> {
  if (!mayAct(viewer, 'consent.record')) return null
  const name = await selectPersonName(viewer, id)
  if (name === null) return null
  return { ...(await shownOf(viewer, id, name)), reachable: (await reachable(viewer, [id])).length > 0 }
}

export type LinkedConsents = {
  readonly zone: string
  readonly expiresAt: Timestamp
  readonly standings: readonly Standing[]
}

/** What the holder of a link sees; null for one that never was. Throws `link-expired` and `link-revoked`. */
export async function findLinkedConsents(
  viewer: Viewer,
  { secret }: { secret: string },
): Promise<LinkedConsents | null> {
  const link = await openLink(viewer, secret, 'consent.give')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  const standings = standingOf(await selectSaidByLink(viewer, link.value))
  return { zone: viewer.network.timeZone, expiresAt: link.value.expiresAt, standings }
}
