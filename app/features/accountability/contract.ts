import { z } from 'zod'
import { consultationResults, paperEventKinds, paperStates } from '../../ground/schema/papers.ts'
import { commitmentStates } from '../../ground/schema.ts'
import * as shape from '../../ground/shapes.ts'
import { box, list, secret } from '../../ground/shapes.ts'
import { languages } from '../../texts/texts.ts'
import { answers } from '../commitments/model.ts'
import {
  FEWEST_DAYS,
  LONGEST_REASON,
  LONGEST_STATEMENT,
  LONGEST_WORDING,
  MOST_DAYS,
  measures,
  WAITING_DAYS,
} from './model.ts'

const id = z.uuid('not-found')
const page = z.coerce.number().int().min(1).max(1000).catch(1)

export const AccountInput = z.object({})
export const FileInput = z.object({})
/** `language` is for the frame around it: who embeds it says in which language. */
export const EmbeddedInput = z.object({ language: z.enum(languages).optional().catch(undefined) })
export const AuthorityInput = z.object({ id, show: z.enum(measures).catch('asked'), page })
export type AuthorityInput = z.infer<typeof AuthorityInput>
export const CommitmentInput = z.object({ id })
export const EntriesInput = z.object({})
export const StatementInput = z.object({ secret })

/** `approved` says that somebody read the preview; without it the preview is shown. */
export const Proposal = z.object({
  id,
  wording: z.string('input-missing').trim().min(1, 'input-missing').max(LONGEST_WORDING, 'input-too-long'),
  askedOn: z.iso.date('day-invalid'),
  /** Of the authority; nobody has to be shown first what the table was asked itself. */
  email: z.email('email-invalid').max(254, 'input-too-long').or(z.literal('')).default(''),
  language: z.enum(languages).optional().catch(undefined),
  days: z.coerce
    .number('input-invalid')
    .int('input-invalid')
    .min(FEWEST_DAYS, 'input-invalid')
    .max(MOST_DAYS, 'input-invalid')
    .default(WAITING_DAYS),
  approved: box,
  /** The mark of the preview that was read. */
  seen: z
    .string()
    .regex(/^[\w-]{43}$/, 'not-approved')
    .optional(),
})
export type Proposal = z.infer<typeof Proposal>

export const EntryInput = z.object({ id })
export const Withdrawal = z.object({
  id,
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(LONGEST_REASON, 'input-too-long'),
})
export type Withdrawal = z.infer<typeof Withdrawal>

export const Statement = z.object({
  secret,
  content: z.string('input-missing').trim().min(1, 'input-missing').max(LONGEST_STATEMENT, 'input-too-long'),
})
export type Statement = z.infer<typeof Statement>

const publicAnswer = z.strictObject({
  on: shape.day.nullable(),
  answer: z.enum(answers),
  wording: z.string().nullable(),
  office: z.string().nullable(),
})
const day = shape.day
/** A step of a demand's paper. */
const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), day, state: z.enum(paperStates), sentence: z.string().nullable() }),
  z.strictObject({
    ...{ kind: z.literal('event'), day, event: z.enum(paperEventKinds), whom: z.string().nullable() },
    ...{ sentence: z.string(), count: z.int().nullable() },
  }),
  z.strictObject({
    ...{ kind: z.literal('consultation'), day, body: z.string(), result: z.enum(consultationResults).nullable() },
    ...{ sentence: z.string().nullable(), source: z.string().nullable() },
  }),
])
const statement = z.strictObject({ content: z.string(), at: shape.timestamp })

/** An entry as everybody reads it, and all of it. */
export const EntryShown = z.strictObject({
  id: shape.id,
  side: z.enum(['authority', 'table']),
  authority: z.string(),
  wording: z.string(),
  askedOn: shape.day,
  dueOn: shape.day.nullable(),
  state: z.enum(commitmentStates),
  answeredOn: shape.day.nullable(),
  promisedOn: shape.day.nullable(),
  keptOn: shape.day.nullable(),
  /** When a mark for the public was due by what had been agreed in advance. */
  markedOn: shape.day.nullable(),
  answers: list(publicAnswer),
  /** What became of the demand through the years, the oldest first. */
  line: list(step),
  statement: statement.nullable(),
  /** On which day it stood like this. */
  asOf: shape.timestamp,
})
export type EntryShown = z.infer<typeof EntryShown>

const numbers = z.strictObject({
  asked: z.int(),
  answered: z.int(),
  promised: z.int(),
  kept: z.int(),
  late: z.int(),
  /** Days from asking to the first answer, to the first promise, and until it was kept: the middle one. Null where there is none. */
  daysToAnswer: z.number().nullable(),
  daysToPromise: z.number().nullable(),
  daysToKept: z.number().nullable(),
})
export type Numbers = z.infer<typeof numbers>

export const AccountShown = z.strictObject({
  authorities: list(numbers.extend({ id: shape.id, authority: z.string() })),
  /** What the table was asked itself, or took on, by body. */
  table: list(numbers.extend({ id: shape.id, authority: z.string() })),
  /** There are more than are shown. */
  more: z.boolean(),
  /** Where other sites find it for a frame. */
  embed: z.string(),
  can: z.strictObject({ prepare: z.boolean() }),
})
export type AccountShown = z.infer<typeof AccountShown>

export const AuthorityShown = z.strictObject({
  id: shape.id,
  side: z.enum(['authority', 'table']),
  authority: z.string(),
  numbers,
  entries: list(EntryShown),
  pages: z.int(),
  zone: z.string(),
})
export type AuthorityShown = z.infer<typeof AuthorityShown>

export const ProposalShown = z.strictObject({
  id: shape.id,
  /** What stands inside, for whoever writes the wording. */
  text: z.string(),
  /** Names of the directory, to warn of. */
  people: list(z.string()),
  entry: EntryShown.omit({ id: true, wording: true }),
  /** Says what the preview shows; what is sent is refused where it has changed. */
  mark: z.string(),
  today: shape.day,
  zone: z.string(),
})
export type ProposalShown = z.infer<typeof ProposalShown>

export const standings = ['waiting', 'ripe', 'public', 'withdrawn'] as const
export const EntriesShown = z.strictObject({
  entries: list(
    z.strictObject({
      id: shape.id,
      commitmentId: shape.id,
      authority: z.string(),
      wording: z.string(),
      standing: z.enum(standings),
      publicFrom: shape.day,
      statement: statement.nullable(),
      withdrawnReason: z.string().nullable(),
      can: z.strictObject({ publish: z.boolean(), withdraw: z.boolean() }),
    }),
  ),
  zone: z.string(),
})
export type EntriesShown = z.infer<typeof EntriesShown>

export const StatementShown = z.strictObject({
  entry: EntryShown,
  standing: z.enum(standings),
  publicFrom: shape.day,
  withdrawnReason: z.string().nullable(),
  zone: z.string(),
})
export type StatementShown = z.infer<typeof StatementShown>

export const EntryWritten = z.strictObject({ id: shape.id })
