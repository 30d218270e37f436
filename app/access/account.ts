import { sql } from 'kysely'
import { from, leadsIn } from './conditions.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Who sees the public account and what is prepared for it: a part of `visible`. */
export const accounted = {
  /** What is public is for everybody; what waits or was withdrawn for those who lead the body and see the commitment. */
  accountEntries: (viewer: Viewer) =>
    from(viewer, 'account_entry').where(
      sql<boolean>`((account_entry.published_at is not null and account_entry.withdrawn_at is null)
        or account_entry.commitment_id in (${visible
          .commitments(viewer)
          .where(leadsIn(viewer, 'commitment.body_id'))
          .select('commitment.id')}))`,
    ),

  /** What an authority says is there beside its entry, and gone with it. */
  accountStatements: (viewer: Viewer) =>
    from(viewer, 'account_statement').where(
      'account_statement.entry_id',
      'in',
      visible.accountEntries(viewer).select('account_entry.id'),
    ),
}
