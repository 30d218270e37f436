import { z } from 'zod'
import type { Day } from '../../ground/schema.ts'
import * as shape from '../../ground/shapes.ts'
import { list, named, revision } from '../../ground/shapes.ts'
import { ConditionShown } from './condition/contract.ts'
import { ConsequenceShown } from './consequence/contract.ts'
import { EventShown } from './history/contract.ts'
import {
  commitmentStates,
  dueOf,
  LONGEST_SENTENCE,
  LONGEST_WORDING,
  lists,
  type Owner,
  ownerOf,
  reports,
} from './model.ts'
import { DueShown, OwnerChoices, OwnerShown, SaidIn } from './owner/contract.ts'

/** What forms and the API send. Messages are problem codes; empty fields arrive as ''. */
const id = z.uuid('not-found')
const line = (longest: number) => z.string().trim().max(longest, 'input-too-long')

export const wording = line(LONGEST_WORDING).min(1, 'input-missing')
export const sentence = line(LONGEST_SENTENCE).default('')
export const report = z.enum(reports, 'input-missing')

/** An unknown list is the first, a strange cursor the first page: an old bookmark still opens. */
export const CommitmentListInput = z.object({
  list: z.enum(lists).default('open').catch('open'),
  body: z.uuid().optional().catch(undefined),
  after: z
    .string()
    .max(60)
    .regex(/^(?:\d{4}-\d\d-\d\d|infinity)?~[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
})
export type CommitmentListInput = z.infer<typeof CommitmentListInput>

export const CommitmentInput = z.object({ id })
export const CommitmentNewInput = z.object({ body: z.uuid().optional().catch(undefined) })

/**
 * `owner` is a mark (`person:<id>`, `office:<id>`, `organization:<id>`, `nobody:`) or the word `outside`, whose name
 * stands in `outsideName`. `dueOn` is a day, `dueWords` how it was said; both empty: nothing yet.
 */
const content = {
  wording,
  owner: z.string('input-missing').max(300, 'input-too-long'),
  outsideName: line(200).default(''),
  dueOn: z.union([z.literal('').transform(() => null), z.iso.date('day-invalid')]).default(null),
  dueWords: line(200).default(''),
}
type Content = { owner: string; outsideName: string; dueOn: Day | null; dueWords: string }

function settled<T extends Content>(input: T, context: z.RefinementCtx) {
  const { owner: mark, outsideName, dueOn, dueWords, ...rest } = input
  const outside = mark === 'outside'
  const owner = ownerOf(outside ? `outside:${outsideName}` : mark)
  const problem = outside ? (['input-missing', 'outsideName'] as const) : (['choice-invalid', 'owner'] as const)
  if (!owner) context.addIssue({ code: 'custom', message: problem[0], path: [problem[1]] })
  return { ...rest, owner: owner as Owner, due: dueOf(dueOn, dueWords || null) }
}

export const CommitmentOpen = z.object({ ...content, bodyId: z.uuid('body-missing') }).transform(settled)
export type CommitmentOpen = z.infer<typeof CommitmentOpen>

/** The first one is 1. */
const begunFrom = revision.min(1, 'input-invalid')

export const CommitmentChange = z.object({ ...content, id, revision: begunFrom }).transform(settled)
export type CommitmentChange = z.infer<typeof CommitmentChange>

export const CommitmentMove = z.object({
  id,
  revision: begunFrom,
  state: z.enum(commitmentStates, 'input-missing'),
  reason: sentence,
})
export type CommitmentMove = z.infer<typeof CommitmentMove>

export const CommitmentReport = z.object({ id, report, sentence })
export type CommitmentReport = z.infer<typeof CommitmentReport>

/** A line of the list. Days are calendar days in the network's time zone. */
export const CommitmentLine = z.strictObject({
  id: shape.id,
  wording: z.string(),
  body: named,
  owner: OwnerShown,
  due: DueShown,
  state: z.enum(commitmentStates),
  /** Whole days past the due day, null where it is not overdue. */
  daysOverdue: z.int().nullable(),
  /** The line of minutes it was said in; null where it was opened by hand. */
  source: SaidIn.nullable(),
  /** A consequence has fired, as far as the reader may know. */
  fired: z.boolean(),
})
export type CommitmentLine = z.infer<typeof CommitmentLine>

/** `more`: counting stopped, there are others; the numbers of the parts of `open` are then numbers of a part. */
export const Counts = z.strictObject({
  counts: z.record(z.enum(lists), z.int()),
  more: z.strictObject({ open: z.boolean(), ended: z.boolean() }),
})
export type Counts = z.infer<typeof Counts>

export const CommitmentList = Counts.extend({
  list: z.enum(lists),
  bodyId: shape.id.nullable(),
  items: list(CommitmentLine),
  /** Where the next page begins, null on the last. */
  next: z.string().nullable(),
  bodies: list(named),
  /** Somebody who can own commitments is reading: the list `mine` has a meaning. */
  personal: z.boolean(),
  can: z.strictObject({ open: z.boolean() }),
})
export type CommitmentList = z.infer<typeof CommitmentList>

/** A personal link that was sent, as those see it who send them. Its secret is not among it. */
export const LinkShown = z.strictObject({
  id: shape.id,
  to: z.string(),
  createdAt: shape.timestamp,
  expiresAt: shape.timestamp,
  standing: z.enum(['open', 'expired', 'revoked']),
})
export type LinkShown = z.infer<typeof LinkShown>

export const CommitmentShown = CommitmentLine.extend({
  revision: z.int(),
  quote: z.string().nullable(),
  /** The demand that it answers, where it is a promise. */
  answers: named.nullable(),
  meeting: named.nullable(),
  /** States that may follow, where the reader may move it. */
  moves: list(z.enum(commitmentStates)),
  history: list(EventShown),
  /** What it hangs on, for the network: every question whether that came true, the first first. */
  conditions: list(ConditionShown),
  /** What was agreed to follow, for the network. */
  consequences: list(ConsequenceShown),
  links: list(LinkShown),
  today: shape.day,
  /** IANA zone in which moments are told. */
  zone: z.string(),
  can: z.strictObject({
    change: z.boolean(),
    move: z.boolean(),
    report: z.boolean(),
    ask: z.boolean(),
    revoke: z.boolean(),
    /** What an addressee said to it can be written down. */
    answer: z.boolean(),
    agree: z.boolean(),
    nameCondition: z.boolean(),
    answerCondition: z.boolean(),
  }),
})
export type CommitmentShown = z.infer<typeof CommitmentShown>

/** What the form for a change begins with. */
export const CommitmentChangeShown = z.strictObject({
  commitment: CommitmentLine,
  revision: z.int(),
  /** The owner as the form sends it. */
  ownerMark: z.string(),
  owners: OwnerChoices,
})
export type CommitmentChangeShown = z.infer<typeof CommitmentChangeShown>

export const CommitmentNew = z.strictObject({
  bodies: list(named),
  bodyId: shape.id.nullable(),
  owners: OwnerChoices,
})
export type CommitmentNew = z.infer<typeof CommitmentNew>

export const CommitmentWritten = z.strictObject({ id: shape.id })
