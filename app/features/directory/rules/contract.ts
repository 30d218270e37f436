import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { box, list } from '../../../ground/shapes.ts'
import * as model from './model.ts'
import { LONGEST_NOTICE } from './notice/model.ts'
import { presets } from './preset/model.ts'

const id = z.uuid('not-found')
const asked = z.iso.date().optional().catch(undefined)
/** `day` is that of a meeting: the page tells when its invitation has to leave. */
export const RulesInput = z.object({ id, day: asked })
export type RulesInput = z.infer<typeof RulesInput>
export const RulesFormInput = z.object({ id, preset: z.enum(presets).optional().catch(undefined) })
export type RulesFormInput = z.infer<typeof RulesFormInput>

const one = <const T extends readonly string[]>(choices: T) => z.enum(choices, 'choice-invalid')
const count = (least: number, most: number) =>
  z.coerce.number('input-invalid').int('input-invalid').min(least, 'input-invalid').max(most, 'input-invalid')
const maybeCount = (most: number) =>
  z.union([z.literal('').transform(() => null), z.null(), count(1, most)]).default(null)
const LONGEST_PARAGRAPH = 120
const paragraph = z.string().trim().max(LONGEST_PARAGRAPH, 'input-too-long').default('')
const basis = one(model.bases)
const MOST_DELIVERY = 10
const MOST_SEATS = 10_000
const MOST_PROXIES = 20

const sources = [
  ...(['notice', 'invitation', 'quorum', 'ordinary', 'statute', 'purpose', 'dissolution', 'election'] as const),
  ...(['counting', 'deputies', 'votes', 'interest', 'attendance', 'circular'] as const),
] as const
export type RuleName = (typeof sources)[number]

/** Of each rule where it comes from: `<rule>Basis` and `<rule>Paragraph`. */
const sourceFields = Object.fromEntries(
  sources.flatMap(rule => [
    [`${rule}Basis`, basis],
    [`${rule}Paragraph`, paragraph],
  ]),
) as Record<`${RuleName}Basis`, typeof basis> & Record<`${RuleName}Paragraph`, typeof paragraph>

const measureFields = Object.fromEntries(
  model.matters.flatMap(matter => [
    [`${matter}Measure`, one(model.measures)],
    [`${matter}Of`, one(model.majorityBases)],
  ]),
) as Record<`${model.Matter}Measure`, z.ZodType<model.Measure>> &
  Record<`${model.Matter}Of`, z.ZodType<(typeof model.majorityBases)[number]>>

const EARLIEST = '1900-01-01'
const LATEST = '2999-12-31'
const validFrom = z.iso
  .date({ error: 'day-invalid', abort: true })
  .refine(day => day >= EARLIEST && day <= LATEST, 'day-invalid')

/** What the form sends and JSON too, flat: one field a question. */
const RulesFields = z.object({
  id,
  validFrom,
  noticeLength: maybeCount(LONGEST_NOTICE),
  noticeUnit: one(model.noticeUnits),
  noticeEvent: one(model.noticeEvents),
  noticeClear: box,
  noticeDelivery: count(0, MOST_DELIVERY),
  noticeUrgent: maybeCount(LONGEST_NOTICE),
  invitationForm: one(model.invitationForms),
  quorumKind: one(model.quorumKinds),
  quorumNumber: count(1, MOST_SEATS),
  quorumShare: one(model.shares),
  quorumBy: one(model.votersBy),
  quorumSecond: box,
  quorumPresumed: box,
  ...measureFields,
  countAbstentions: box,
  countInvalid: box,
  deputiesKind: one(model.deputyKinds),
  deputiesMost: count(1, MOST_PROXIES),
  votesBy: one(model.votersBy),
  interestLeaves: box,
  hybrid: one(model.hybridKinds),
  virtual: one(model.virtualKinds),
  circularKind: one(model.circularKinds),
  circularMeasure: one(model.shares),
  circularParticipation: one(model.shares),
  circularForm: one(model.circularForms),
  ...sourceFields,
})
type Fields = z.infer<typeof RulesFields>

export const RulesSet = RulesFields.transform(input => ({
  id: input.id,
  validFrom: input.validFrom,
  rules: rulesFrom(input),
}))
export type RulesSet = z.infer<typeof RulesSet>

function rulesFrom(input: Fields): model.BodyRules {
  const source = (rule: RuleName) => ({ basis: input[`${rule}Basis`], paragraph: input[`${rule}Paragraph`] })
  const majority = (matter: model.Matter) => ({
    ...{ measure: input[`${matter}Measure`], of: input[`${matter}Of`], source: source(matter) },
  })
  return {
    notice: {
      ...{ length: input.noticeLength, unit: input.noticeUnit, event: input.noticeEvent, clear: input.noticeClear },
      ...{ delivery: input.noticeDelivery, urgent: input.noticeUrgent, source: source('notice') },
    },
    invitation: { form: input.invitationForm, source: source('invitation') },
    quorum: {
      ...{ kind: input.quorumKind, number: input.quorumNumber, share: input.quorumShare, by: input.quorumBy },
      ...{ second: input.quorumSecond, presumed: input.quorumPresumed, source: source('quorum') },
    },
    majorities: {
      ...{ ordinary: majority('ordinary'), statute: majority('statute'), purpose: majority('purpose') },
      ...{ dissolution: majority('dissolution'), election: majority('election') },
    },
    counting: { abstentions: input.countAbstentions, invalid: input.countInvalid, source: source('counting') },
    deputies: { kind: input.deputiesKind, most: input.deputiesMost, source: source('deputies') },
    votes: { by: input.votesBy, source: source('votes') },
    interest: { leaves: input.interestLeaves, source: source('interest') },
    attendance: { hybrid: input.hybrid, virtual: input.virtual, source: source('attendance') },
    circular: {
      ...{ kind: input.circularKind, measure: input.circularMeasure, participation: input.circularParticipation },
      ...{ form: input.circularForm, source: source('circular') },
    },
  }
}

const source = z.strictObject({ basis: z.enum(model.bases), paragraph: z.string() })
const majority = z.strictObject({ measure: z.enum(model.measures), of: z.enum(model.majorityBases), source })
export const Rules = z.strictObject({
  notice: z.strictObject({
    length: z.int().nullable(),
    unit: z.enum(model.noticeUnits),
    event: z.enum(model.noticeEvents),
    clear: z.boolean(),
    delivery: z.int(),
    urgent: z.int().nullable(),
    source,
  }),
  invitation: z.strictObject({ form: z.enum(model.invitationForms), source }),
  quorum: z.strictObject({
    kind: z.enum(model.quorumKinds),
    number: z.int(),
    share: z.enum(model.shares),
    by: z.enum(model.votersBy),
    second: z.boolean(),
    presumed: z.boolean(),
    source,
  }),
  majorities: z.strictObject({
    ...{ ordinary: majority, statute: majority, purpose: majority, dissolution: majority, election: majority },
  }),
  counting: z.strictObject({ abstentions: z.boolean(), invalid: z.boolean(), source }),
  deputies: z.strictObject({ kind: z.enum(model.deputyKinds), most: z.int(), source }),
  votes: z.strictObject({ by: z.enum(model.votersBy), source }),
  interest: z.strictObject({ leaves: z.boolean(), source }),
  attendance: z.strictObject({ hybrid: z.enum(model.hybridKinds), virtual: z.enum(model.virtualKinds), source }),
  circular: z.strictObject({
    kind: z.enum(model.circularKinds),
    measure: z.enum(model.shares),
    participation: z.enum(model.shares),
    form: z.enum(model.circularForms),
    source,
  }),
})

export const Version = z.strictObject({
  id: shape.id,
  number: z.int(),
  validFrom: shape.day,
  rules: Rules,
  createdAt: shape.timestamp,
})

const step = z.strictObject({
  code: z.enum(['no-period', 'meeting', 'period', 'receipt', 'sending', 'rest-day', 'delivery']),
  day: shape.day.optional(),
  paragraph: z.string().optional(),
  length: z.int().optional(),
  unit: z.enum(model.noticeUnits).optional(),
  from: shape.day.optional(),
  until: shape.day.optional(),
  clear: z.boolean().optional(),
  rest: shape.day.optional(),
  holiday: z.string().nullable().optional(),
  days: z.int().optional(),
})
const dispatch = z.strictObject({ day: shape.day.nullable(), steps: list(step) })

export const RulesShown = z.strictObject({
  body: shape.named,
  today: shape.day,
  /** Those that hold on the meeting's day where one is asked about, else today; null before the first. */
  version: Version.nullable(),
  /** The latest first. */
  versions: list(Version.omit({ rules: true })),
  meetingDay: shape.day.nullable(),
  dispatch: dispatch.nullable(),
  urgent: dispatch.nullable(),
  /** How many have to be there today, of how many; null for whoever does not know the members. */
  seats: z.strictObject({ needed: z.int(), basis: z.int() }).nullable(),
  zone: z.string(),
  can: z.strictObject({ change: z.boolean() }),
})
export type RulesShown = z.infer<typeof RulesShown>

export const RulesFormShown = z.strictObject({
  body: shape.named,
  rules: Rules,
  preset: z.enum(presets).nullable(),
  /** The Land's municipal code, where the network named a Land that has one. */
  code: z.string().nullable(),
  today: shape.day,
})
export type RulesFormShown = z.infer<typeof RulesFormShown>

export const RulesWritten = z.strictObject({ id: shape.id, bodyId: shape.id })
