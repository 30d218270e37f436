import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { list, named } from '../../../ground/shapes.ts'
import { commitmentStates, LONGEST_SENTENCE, LONGEST_WORDING, ownerOf } from '../model.ts'
import { DueShown, OwnerChoices, OwnerShown } from '../owner/contract.ts'
import { type Addressee, consequenceEffects, consequenceKinds, consequenceStates, LONGEST_GRACE } from './model.ts'

const id = z.uuid('not-found')
const empty = z.literal('').transform(() => null)

export const ConsequenceInput = z.object({ id })
export const ConsequenceNewInput = z.object({ id })

/**
 * `bodyId` says whose agenda; `to` who gets the letter or takes over: a mark (`person:<id>`, `office:<id>`,
 * `organization:<id>`) or the word `outside`, whose name stands in `outsideName`. What its kind does not need is left out.
 */
export const ConsequenceAgree = z
  .object({
    id,
    kind: z.enum(consequenceKinds, 'input-missing'),
    wording: z.string().trim().min(1, 'input-missing').max(LONGEST_WORDING, 'input-too-long'),
    grace: z.coerce
      .number('input-invalid')
      .int('input-invalid')
      .min(0, 'input-invalid')
      .max(LONGEST_GRACE, 'input-invalid')
      .default(0),
    bodyId: z.union([empty, z.null(), z.uuid('body-missing')]).default(null),
    to: z.string().max(300, 'input-too-long').default(''),
    outsideName: z.string().trim().max(200, 'input-too-long').default(''),
  })
  .transform(({ to: mark, outsideName, bodyId, ...rest }, context) => {
    const { kind } = rest
    const problem = (code: string, field: string) => context.addIssue({ code: 'custom', message: code, path: [field] })
    if (kind === 'agenda' && !bodyId) problem('body-missing', 'bodyId')
    const directed = kind === 'letter' || kind === 'fallback_owner'
    const outside = mark === 'outside'
    const owner = ownerOf(outside ? `outside:${outsideName}` : mark)
    const to = directed && owner && owner.kind !== 'nobody' ? owner : null
    if (directed && !to) problem(outside || !mark ? 'input-missing' : 'choice-invalid', outside ? 'outsideName' : 'to')
    return { ...rest, bodyId: kind === 'agenda' ? bodyId : null, to: to as Addressee | null }
  })
export type ConsequenceAgree = z.infer<typeof ConsequenceAgree>

export const ConsequenceStop = z.object({
  id,
  reason: z.string().trim().min(1, 'reason-missing').max(LONGEST_SENTENCE, 'input-too-long'),
})
export type ConsequenceStop = z.infer<typeof ConsequenceStop>

const person = named.nullable()

/** One consequence, as it stands. */
export const ConsequenceShown = z.strictObject({
  id: shape.id,
  commitmentId: shape.id,
  kind: z.enum(consequenceKinds),
  wording: z.string(),
  grace: z.int(),
  /** Of `agenda`; its name is null where the body is not for the reader. */
  body: named.nullable(),
  /** Of `letter` and `fallback_owner`. */
  to: OwnerShown.nullable(),
  state: z.enum(consequenceStates),
  /** Of one that is armed: the first day on which it fires. Null without a due day, and where it was answered. */
  firesOn: shape.day.nullable(),
  /** Of one that is armed: there was an answer, so it does not fire as things stand. */
  answered: z.boolean(),
  agreed: z.strictObject({ at: shape.timestamp, by: person }),
  fired: z
    .strictObject({
      at: shape.timestamp,
      missedOn: shape.day,
      effect: z.enum(consequenceEffects),
      /** Of `item`: where it stands on the agenda, for who sees it. */
      meeting: z.strictObject({ id: shape.id, name: z.string(), day: shape.day.nullable() }).nullable(),
    })
    .nullable(),
  stopped: z.strictObject({ at: shape.timestamp, by: person, reason: z.string() }).nullable(),
})
export type ConsequenceShown = z.infer<typeof ConsequenceShown>

const commitment = z.strictObject({
  ...{ id: shape.id, wording: z.string(), state: z.enum(commitmentStates), owner: OwnerShown, due: DueShown },
})

export const ConsequencePageShown = z.strictObject({
  consequence: ConsequenceShown,
  commitment,
  zone: z.string(),
  can: z.strictObject({ stop: z.boolean() }),
})
export type ConsequencePageShown = z.infer<typeof ConsequencePageShown>

export const ConsequenceNewShown = z.strictObject({
  commitment,
  /** What the wording begins with; empty where it would tell what was said behind closed doors. */
  proposal: z.string(),
  bodies: list(named),
  bodyId: shape.id,
  owners: OwnerChoices,
})
export type ConsequenceNewShown = z.infer<typeof ConsequenceNewShown>

export const consequenceLists = ['armed', 'fired', 'stopped'] as const
/** An unknown list is the first, a strange page the first. */
export const ConsequenceListInput = z.object({
  list: z.enum(consequenceLists).default('armed').catch('armed'),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})
export type ConsequenceListInput = z.infer<typeof ConsequenceListInput>

export const ConsequenceListShown = z.strictObject({
  list: z.enum(consequenceLists),
  page: z.int(),
  more: z.boolean(),
  items: list(z.strictObject({ consequence: ConsequenceShown, commitment: named })),
  zone: z.string(),
})
export type ConsequenceListShown = z.infer<typeof ConsequenceListShown>

export const ConsequenceWritten = z.strictObject({ id: shape.id, commitmentId: shape.id })
