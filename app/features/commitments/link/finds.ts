import { openLink } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import type { LinkPageShown } from './contract.ts'
import { findLinked } from './store.ts'

/**
 * What a secret opens, whoever holds it; null for one that never was. Throws `link-expired` and `link-revoked`, so that
 * the door says which, with 410.
 */
export async function findLinkPage(viewer: Viewer, { secret }: { secret: string }): Promise<LinkPageShown | null> {
  const link = await openLink(viewer, secret, 'commitment.report')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  return findLinked(viewer, link.value)
}
