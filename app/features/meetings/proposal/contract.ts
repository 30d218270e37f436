import { z } from 'zod'
import { proposalAnswers } from '../../../ground/schema/proposals.ts'
import * as shape from '../../../ground/shapes.ts'
import { list, named, secret, text } from '../../../ground/shapes.ts'
import { LONGEST_DURATION, LONGEST_TITLE } from '../agenda/model.ts'
import { LONGEST_REASON, LONGEST_WHY } from './model.ts'

const id = z.uuid('not-found')
const empty = z.literal('').transform(() => null)
const content = {
  title: z.string().trim().min(1, 'input-missing').max(LONGEST_TITLE, 'input-too-long'),
  why: text(LONGEST_WHY),
  /** Wished for, in minutes. */
  duration: z
    .union([
      empty,
      z.null(),
      z.coerce
        .number('input-invalid')
        .int('input-invalid')
        .min(1, 'input-invalid')
        .max(LONGEST_DURATION, 'input-invalid'),
    ])
    .default(null),
}

export const ProposalsInput = z.object({ id })
export const ProposalMake = z.object({ id, ...content })
export type ProposalMake = z.infer<typeof ProposalMake>
export const ProposalLinkInput = z.object({ secret })
export const ProposalMakeByLink = z.object({ secret, ...content })
export type ProposalMakeByLink = z.infer<typeof ProposalMakeByLink>

export const CallInput = z.object({ id })
/** Sets the day; `people` get a mail that asks them. */
export const ProposalCall = z.object({
  id,
  untilDay: z.iso.date('day-invalid'),
  wording: text(LONGEST_WHY),
  people: z
    .union([
      z.literal('').transform(() => []),
      z.uuid('person-unknown').transform(one => [one]),
      z.array(z.uuid('person-unknown')).max(500, 'input-too-long'),
    ])
    .default([]),
})
export type ProposalCall = z.infer<typeof ProposalCall>

export const ProposalInput = z.object({ id })
/** `after`: behind which item; without it before dates and other matters. */
export const ProposalAccept = z.object({
  id,
  after: z.union([empty, z.null(), z.uuid('choice-invalid')]).default(null),
})
export type ProposalAccept = z.infer<typeof ProposalAccept>
export const ProposalDecline = z.object({
  id,
  reason: z.string().trim().min(1, 'reason-missing').max(LONGEST_REASON, 'input-too-long'),
})
export type ProposalDecline = z.infer<typeof ProposalDecline>

const meeting = z.strictObject({
  ...{ id: shape.id, name: z.string(), day: shape.day.nullable() },
  ...{ startTime: shape.time.nullable(), endTime: shape.time.nullable() },
})
const deadline = z.strictObject({
  /** The last day; null where none is known yet. */
  until: shape.day.nullable(),
  from: z.enum(['set', 'rules', 'meeting']),
  open: z.boolean(),
})
export type DeadlineShown = z.infer<typeof deadline>
const proposal = z.strictObject({
  ...{ id: shape.id, title: z.string(), why: z.string().nullable(), duration: z.int().nullable() },
  ...{ at: shape.timestamp, answer: z.enum(proposalAnswers).nullable(), reason: z.string().nullable() },
  answeredAt: shape.timestamp.nullable(),
})
export type ProposalShown = z.infer<typeof proposal>
const byWhom = proposal.extend({ person: named })

export const ProposalsShown = z.strictObject({
  meeting,
  deadline,
  /** Of everybody for those who decide, one's own otherwise; the oldest first. */
  proposals: list(byWhom),
  zone: z.string(),
  can: z.strictObject({ propose: z.boolean(), decide: z.boolean() }),
})
export type ProposalsShown = z.infer<typeof ProposalsShown>

export const ProposalPageShown = z.strictObject({
  meeting,
  proposal: byWhom,
  /** Items that the reader sees, for the place; empty for whoever does not decide. */
  items: list(z.strictObject({ id: shape.id, number: z.string().nullable(), title: z.string() })),
  zone: z.string(),
  can: z.strictObject({ decide: z.boolean() }),
})
export type ProposalPageShown = z.infer<typeof ProposalPageShown>

export const CallShown = z.strictObject({
  meeting,
  deadline,
  today: shape.day,
  /** Members of the body who can be written to. */
  people: list(named),
})
export type CallShown = z.infer<typeof CallShown>

export const ProposalLinkShown = z.strictObject({
  meeting,
  deadline,
  name: z.string(),
  proposals: list(proposal),
  zone: z.string(),
  expiresAt: shape.timestamp,
})
export type ProposalLinkShown = z.infer<typeof ProposalLinkShown>

export const Proposed = z.strictObject({ id: shape.id, meetingId: shape.id })

export const Called = z.strictObject({ id: shape.id, sent: z.int() })
