import { z } from 'zod'
import { consequenceKinds } from '../../ground/schema/consequences.ts'
import * as shape from '../../ground/shapes.ts'
import { list, named } from '../../ground/shapes.ts'
import { CommitmentLine } from '../commitments/contract.ts'
import { dueLists, morningLists } from './model.ts'

/** An unknown list is no list: the page of all. */
export const MorningInput = z.object({ list: z.enum(morningLists).optional().catch(undefined) })
export type MorningInput = z.infer<typeof MorningInput>

/** Who was asked about commitments that are open still, and said nothing to any of them. */
const asked = z.strictObject({
  to: z.string(),
  at: shape.timestamp,
  /** Where the asking is read. */
  href: z.string(),
  /** The meeting before which he was asked, or the commitment. */
  about: z.string(),
  commitments: z.int(),
})
export type Asked = z.infer<typeof asked>

/** What was agreed to follow and would fire soon, as things stand. */
const fires = z.strictObject({
  ...{ id: shape.id, kind: z.enum(consequenceKinds), on: shape.day, commitment: named },
})

/** A meeting to come. `latest`: the last day on which its invitation leaves in time; null where no rule says one. */
const meeting = z.strictObject({
  id: shape.id,
  name: z.string(),
  day: shape.day,
  body: named,
  draft: z.boolean(),
  invited: z.boolean(),
  latest: shape.day.nullable(),
  /** Invited, and without an answer. */
  silent: z.int(),
})
export type MorningMeeting = z.infer<typeof meeting>

/** Proposals for an agenda, or corrections of minutes, that wait for an answer. */
const answer = z.strictObject({
  kind: z.enum(['proposal', 'correction']),
  href: z.string(),
  name: z.string(),
  count: z.int(),
})
export type Answer = z.infer<typeof answer>

/** A letter that lies ready as a draft. */
const draft = z.strictObject({ ...{ id: shape.id, subject: z.string(), body: z.string(), since: shape.timestamp } })
export type Draft = z.infer<typeof draft>

export const MorningShown = z.strictObject({
  today: shape.day,
  zone: z.string(),
  /** Null for the page of all. */
  list: z.enum(morningLists).nullable(),
  /** How many are in each list; `more` names those that counting was stopped in. */
  counts: z.record(z.enum(morningLists), z.int()),
  more: list(z.enum(morningLists)),
  due: z.record(z.enum(dueLists), list(CommitmentLine)),
  asked: list(asked),
  fires: list(fires),
  drafts: list(draft),
  answers: list(answer),
  meetings: list(meeting),
})
export type MorningShown = z.infer<typeof MorningShown>
