import { sql } from 'kysely'
import { from, leadsIn, seesNetwork } from './conditions.ts'
import type { Viewer } from './viewer.ts'
import { visible } from './visible.ts'

/** Who sees letters: a part of `visible`. */
export const onLetters = {
  /** Whoever writes those of the body; one about a commitment only who sees that. */
  letters: (viewer: Viewer) =>
    from(viewer, 'letter')
      .where(seesNetwork(viewer))
      .where('letter.body_id', 'in', visible.bodies(viewer).select('body.id'))
      .where(leadsIn(viewer, 'letter.body_id'))
      .where(
        sql<boolean>`(letter.commitment_id is null
          or letter.commitment_id in (${visible.commitments(viewer).select('commitment.id')}))`,
      ),
}
