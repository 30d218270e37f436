import { z } from 'zod'
import {
  consultationResults,
  consultationRoles,
  paperAudiences,
  paperEventKinds,
  paperStates,
  paperTypes,
} from '../../ground/schema/papers.ts'
import * as shape from '../../ground/shapes.ts'
import { box, list, named, text } from '../../ground/shapes.ts'
import { ReplacedTerm } from '../directory/term/contract.ts'
import { LONGEST_NAME, LONGEST_SENTENCE, LONGEST_WORDING, listNames } from './model.ts'
import { standings } from './support/model.ts'

const id = z.uuid('not-found')
const needed = (longest: number) =>
  z.string('input-missing').trim().min(1, 'input-missing').max(longest, 'input-too-long')
const day = z.iso.date('day-invalid')
const maybeDay = z.union([z.literal('').transform(() => null), z.null(), day]).default(null)
const one = z.union([z.literal('').transform(() => null), z.null(), z.uuid('choice-invalid')]).default(null)
const number = z.coerce.number().int().min(1).max(100_000)

export const PaperListInput = z.object({ list: z.enum(listNames).catch('open').default('open') })
export type PaperListInput = z.infer<typeof PaperListInput>
export const PaperInput = z.object({ id })
export const PaperNewInput = z.object({
  body: z.uuid().optional().catch(undefined),
  commitment: z.uuid().optional().catch(undefined),
})
export type PaperNewInput = z.infer<typeof PaperNewInput>
/** Two numbers of versions; without them the last two. */
export const CompareInput = z.object({
  id,
  from: number.optional().catch(undefined),
  to: number.optional().catch(undefined),
})
export type CompareInput = z.infer<typeof CompareInput>

export const PaperAdd = z.object({
  bodyId: z.uuid('body-missing'),
  commitmentId: one,
  paperType: z.enum(paperTypes, 'choice-invalid'),
  name: needed(LONGEST_NAME),
  wording: needed(LONGEST_WORDING),
  audience: z.enum(paperAudiences, 'choice-invalid'),
  withoutAdministration: box,
})
export type PaperAdd = z.infer<typeof PaperAdd>
/** `from`: the number of the version that the form began with. */
export const PaperRevise = z.object({
  id,
  from: number,
  wording: needed(LONGEST_WORDING),
  note: text(LONGEST_SENTENCE),
})
export type PaperRevise = z.infer<typeof PaperRevise>
export const PaperMove = z.object({
  id,
  state: z.enum(paperStates, 'input-missing'),
  since: day,
  sentence: text(LONGEST_SENTENCE),
})
export type PaperMove = z.infer<typeof PaperMove>
export const PaperNote = z.object({
  id,
  kind: z.enum(paperEventKinds, 'choice-invalid'),
  day,
  whom: text(LONGEST_NAME),
  sentence: needed(LONGEST_SENTENCE),
  count: z
    .union([
      z.literal('').transform(() => null),
      z.null(),
      z.coerce.number('input-invalid').int('input-invalid').min(0, 'input-invalid').max(100_000_000, 'input-invalid'),
    ])
    .default(null),
})
export type PaperNote = z.infer<typeof PaperNote>

/** `where`: a mark of a body or an organisation, or nothing where `bodyName` says it. */
export const ConsultationAdd = z
  .object({
    id,
    where: z
      .union([z.literal(''), z.string().regex(/^(?:body|organization):[0-9a-f-]{36}$/, 'choice-invalid')])
      .default(''),
    bodyName: text(LONGEST_NAME),
    day: maybeDay,
    role: z.enum(consultationRoles, 'choice-invalid'),
  })
  .refine(({ where, bodyName }) => where !== '' || bodyName !== '', { message: 'input-missing', path: ['bodyName'] })
export type ConsultationAdd = z.infer<typeof ConsultationAdd>
export const ConsultationEnd = z.object({
  id,
  consultation: id,
  result: z.enum(consultationResults, 'input-missing'),
  resultDay: day,
  sentence: text(LONGEST_SENTENCE),
  source: text(LONGEST_SENTENCE),
})
export type ConsultationEnd = z.infer<typeof ConsultationEnd>

export const PaperWritten = z.strictObject({ id: shape.id })

const head = {
  ...{ id: shape.id, name: z.string(), paperType: z.enum(paperTypes), body: named },
  ...{ state: z.enum(paperStates), since: shape.day },
  /** Whole years for which it has been open; null where it is not. */
  openYears: z.int().nullable(),
}
export const PaperList = z.strictObject({
  list: z.enum(listNames),
  counts: z.record(z.enum(listNames), z.int()),
  papers: list(z.strictObject(head)),
  can: z.strictObject({ add: z.boolean() }),
})
export type PaperList = z.infer<typeof PaperList>

export const PaperNewShown = z.strictObject({
  bodies: list(named),
  bodyId: shape.id.nullable(),
  commitment: z.strictObject({ id: shape.id, wording: z.string() }).nullable(),
})
export type PaperNewShown = z.infer<typeof PaperNewShown>

const lineEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ kind: z.literal('state'), day: shape.day, state: z.enum(paperStates), sentence: z.string().nullable() },
  }),
  z.strictObject({ kind: z.literal('version'), day: shape.day, number: z.int(), note: z.string().nullable() }),
  z.strictObject({
    ...{ kind: z.literal('event'), day: shape.day, event: z.enum(paperEventKinds), whom: z.string().nullable() },
    ...{ sentence: z.string(), count: z.int().nullable() },
  }),
  z.strictObject({
    ...{ kind: z.literal('support'), day: shape.day, until: shape.day, all: z.int(), named: z.int() },
  }),
  z.strictObject({
    ...{ kind: z.literal('consultation'), day: shape.day, id: shape.id, body: z.string() },
    ...{
      result: z.enum(consultationResults).nullable(),
      sentence: z.string().nullable(),
      source: z.string().nullable(),
    },
  }),
])

const consultation = z.strictObject({
  ...{ id: shape.id, body: z.string(), day: shape.day.nullable(), role: z.enum(consultationRoles) },
  ...{ result: z.enum(consultationResults).nullable(), resultDay: shape.day.nullable() },
  ...{ sentence: z.string().nullable(), source: z.string().nullable() },
})
export type ConsultationShown = z.infer<typeof consultation>

export const PaperShown = z.strictObject({
  ...head,
  ...{ audience: z.enum(paperAudiences), withoutAdministration: z.boolean() },
  /** Null where there is none, or it is not for the reader. */
  commitment: z.strictObject({ id: shape.id, wording: z.string() }).nullable(),
  version: z.strictObject({ number: z.int(), wording: z.string(), note: z.string().nullable(), at: shape.timestamp }),
  versions: z.int(),
  /** What it uses and what holds no longer. */
  replacedTerms: list(ReplacedTerm),
  consultations: list(consultation),
  line: list(lineEntry),
  /** How many people and organisations outside signed it; null where it was never opened for that. */
  support: z.strictObject({ all: z.int(), named: z.int(), until: shape.day, standing: z.enum(standings) }).nullable(),
  today: shape.day,
  zone: z.string(),
  /** Where it can be taken; null for whoever does not. */
  places: z.strictObject({ bodies: list(named), organizations: list(named) }).nullable(),
  can: z.strictObject({
    ...{ revise: z.boolean(), move: z.boolean(), note: z.boolean(), consult: z.boolean(), sign: z.boolean() },
  }),
})
export type PaperShown = z.infer<typeof PaperShown>

export const CompareShown = z.strictObject({
  paper: named,
  versions: list(
    z.strictObject({ number: z.int(), at: shape.timestamp, by: z.string().nullable(), note: z.string().nullable() }),
  ),
  from: z.int(),
  to: z.int(),
  stretches: list(z.strictObject({ kind: z.enum(['same', 'gone', 'new']), text: z.string() })),
  zone: z.string(),
})
export type CompareShown = z.infer<typeof CompareShown>
