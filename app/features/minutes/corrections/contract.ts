import { z } from 'zod'
import { correctionAnswers } from '../../../ground/schema/corrections.ts'
import * as shape from '../../../ground/shapes.ts'
import { list, secret, text } from '../../../ground/shapes.ts'
import { LONGEST_REASON, LONGEST_WORDING } from './model.ts'

const id = z.uuid('not-found')
/** `entry-…` or `item-…` with an id; nothing for the minutes as they are. */
const at = z
  .string()
  .regex(/^(?:(?:entry|item)-[0-9a-f-]{36})?$/, 'not-found')
  .default('')
const needed = (longest: number) =>
  z.string('input-missing').trim().min(1, 'input-missing').max(longest, 'input-too-long')

export const CorrectionsInput = z.object({ id, at })
export type CorrectionsInput = z.infer<typeof CorrectionsInput>

export const CirculationBegin = z.object({ id, untilDay: z.iso.date('day-invalid') })
export type CirculationBegin = z.infer<typeof CirculationBegin>
export const CirculationBegun = z.strictObject({ id: shape.id, circulationId: shape.id, sent: z.int() })

const proposal = { at, wording: needed(LONGEST_WORDING), reason: text(LONGEST_REASON) }
export const CorrectionPropose = z.object({ id, ...proposal })
export type CorrectionPropose = z.infer<typeof CorrectionPropose>
export const CorrectionRecord = CorrectionPropose
export type CorrectionRecord = CorrectionPropose
export const CorrectionProposed = z.strictObject({ id: shape.id, minutesId: shape.id })

export const CorrectionLinkInput = z.object({ secret, at })
export type CorrectionLinkInput = z.infer<typeof CorrectionLinkInput>
export const CorrectionProposeByLink = z.object({ secret, ...proposal })
export type CorrectionProposeByLink = z.infer<typeof CorrectionProposeByLink>

export const CorrectionAnswering = z.object({
  id,
  correction: id,
  answer: z.enum(correctionAnswers, 'choice-invalid'),
  word: needed(LONGEST_REASON),
})
export type CorrectionAnswering = z.infer<typeof CorrectionAnswering>

/** A correction as somebody may see it. `about`: the line or item it speaks of, null for the minutes as they are. */
export const correction = z.strictObject({
  ...{ id: shape.id, entryId: shape.id.nullable(), agendaItemId: shape.id.nullable() },
  ...{ wording: z.string(), reason: z.string().nullable(), by: z.string().nullable(), own: z.boolean() },
  ...{ proposedAt: shape.timestamp, answer: z.enum(correctionAnswers).nullable(), word: z.string().nullable() },
  ...{ answeredBy: z.string().nullable(), answeredAt: shape.timestamp.nullable(), later: z.boolean() },
})
const told = correction.extend({ about: z.string().nullable() })

/** What can be corrected and the place that was chosen, for whoever may propose. */
const proposing = z.strictObject({
  lines: list(z.strictObject({ at: z.string(), number: z.string().nullable(), text: z.string() })),
  chosen: z.strictObject({ at: z.string(), text: z.string().nullable() }).nullable(),
})
export type Proposing = z.infer<typeof proposing>

const circulation = z.strictObject({ until: shape.day, open: z.boolean() })

export const CorrectionsShown = z.strictObject({
  minutes: z.strictObject({ id: shape.id, name: z.string(), day: shape.day.nullable(), bodyName: z.string() }),
  approved: z.boolean(),
  /** Null before the minutes went round. */
  circulation: circulation.nullable(),
  /** To whom they went, for those who send them. */
  sentTo: list(
    z.strictObject({
      ...{ id: shape.id, name: z.string() },
      mail: z.enum(['waiting', 'sent', 'failed', 'shown', 'gone']).nullable(),
    }),
  ).nullable(),
  corrections: list(told),
  proposing: proposing.nullable(),
  /** What the form for sending them round begins with. */
  until: shape.day,
  today: shape.day,
  zone: z.string(),
  /** `record`: they are approved, and what is proposed here stands beside them at once. */
  can: z.strictObject({ begin: z.boolean(), answer: z.boolean(), record: z.boolean() }),
})
export type CorrectionsShown = z.infer<typeof CorrectionsShown>

/** What the link in a mail opens. */
export const CorrectionLinkShown = z.strictObject({
  name: z.string(),
  meeting: z.strictObject({ name: z.string(), day: shape.day.nullable(), body: z.string().nullable() }),
  approved: z.boolean(),
  circulation,
  corrections: list(told),
  proposing,
  zone: z.string(),
  expiresAt: shape.timestamp,
})
export type CorrectionLinkShown = z.infer<typeof CorrectionLinkShown>
