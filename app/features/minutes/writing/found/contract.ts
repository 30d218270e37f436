import { z } from 'zod'
import { entryKinds } from '../../../../../reader/src/reading.ts'
import * as shape from '../../../../ground/shapes.ts'
import { ReplacedTerm } from '../../../directory/term/contract.ts'
import { finding, when } from '../../reading/view/contract.ts'

export const FoundInput = z.object({ id: z.uuid('not-found') })

/** What the reader makes of the text under an item as it stands. `tooLong`: it is not read while it is written. */
export const FoundShown = z.strictObject({
  item: z.strictObject({ id: shape.id, title: z.string(), meetingId: shape.id }),
  tooLong: z.boolean(),
  /** Words of it that hold no longer, and what stands in their place. */
  replacedTerms: shape.list(ReplacedTerm),
  found: shape.list(
    z.strictObject({
      kind: z.enum(entryKinds),
      text: z.string(),
      owners: shape.list(z.string()),
      when: when.nullable(),
      doubts: shape.list(finding),
    }),
  ),
})
