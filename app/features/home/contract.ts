import { z } from 'zod'
import { list } from '../../ground/shapes.ts'
import { CommitmentLine, Counts } from '../commitments/contract.ts'
import { MeetingHead } from '../meetings/contract.ts'
import { ReadingRow } from '../minutes/reading/view/contract.ts'

export const PageInput = z.object({})

export const HomeShown = z.strictObject({
  meetings: list(MeetingHead),
  /** Null for visitors. */
  inside: z
    .strictObject({
      mine: list(CommitmentLine),
      counts: Counts.shape.counts,
      readings: list(ReadingRow),
      mayRead: z.boolean(),
      coordinates: z.boolean(),
    })
    .nullable(),
})
