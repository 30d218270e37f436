import { sql } from 'kysely'
import { coordinates, from, isSystem } from './conditions.ts'
import type { Viewer } from './viewer.ts'

/** What data protection keeps, each with who sees it; part of `visible`. */
export const privacyNouns = {
  /** What became of a wish to be erased: for the coordination, and for whoever wished it. */
  erasures: (viewer: Viewer) =>
    from(viewer, 'erasure').where(sql<boolean>`(${coordinates(viewer)} or erasure.person_id = ${viewer.personId})`),

  accessRequests: (viewer: Viewer) =>
    from(viewer, 'access_request').where(
      sql<boolean>`(${coordinates(viewer)} or access_request.person_id = ${viewer.personId})`,
    ),

  fileRemovals: (viewer: Viewer) => from(viewer, 'file_removal').where(isSystem(viewer)),

  retentionPeriods: (viewer: Viewer) => from(viewer, 'retention_period').where(coordinates(viewer)),

  retentionHolds: (viewer: Viewer) => from(viewer, 'retention_hold').where(coordinates(viewer)),

  retentionRuns: (viewer: Viewer) => from(viewer, 'retention_run').where(coordinates(viewer)),
}
