import { Temporal } from 'temporal-polyfill'
import { type Outcome, refused } from '../ground/problems.ts'
import type { Viewer } from './viewer.ts'

/** Whoever signed in within this time has not left the screen to somebody else (OWASP ASVS 5.0, 7.5.1). */
export const FRESH_MINUTES = 30

/** Whether the viewer signed in lately. Our own code, which did not come in by a door, always did. */
export function isFresh({ signedIn, ground }: Pick<Viewer, 'signedIn' | 'ground'>): boolean {
  if (!signedIn) return true
  const oldest = ground.clock.instant().subtract({ minutes: FRESH_MINUTES })
  return Temporal.Instant.compare(Temporal.Instant.from(signedIn.since), oldest) >= 0
}

/**
 * Asked by acts after which somebody else could sign in, decide or be gone: addresses, ways to sign in, offices that
 * coordinate, erasure, who operates the network. Problem: `sign-in-again`.
 */
export const refuseStale = (viewer: Viewer): Outcome<never> | null =>
  isFresh(viewer) ? null : refused('sign-in-again')
