import { type Outcome, refused } from '../ground/problems.ts'
import type { Audience } from '../ground/schema.ts'

/**
 * What everybody sees, officials see as well: they need only sign out. So nothing is for everybody and "without the
 * administration". `audience` is the one that holds: an item's own, or its meeting's. Problem: `public-and-closed`.
 */
export const refusePublicAndClosed = (audience: Audience, withoutAdministration: boolean): Outcome<never> | null =>
  audience === 'public' && withoutAdministration
    ? refused('public-and-closed', { field: 'withoutAdministration' })
    : null

/** The widest audience for what begins by itself, out of what came before it. */
export const asWideAs = <A extends Audience>(audience: A, withoutAdministration: boolean): A | 'network' =>
  audience === 'public' && withoutAdministration ? 'network' : audience
