import { z } from 'zod'
import type { Day, Id, OwnerKind, Timestamp } from '../../ground/schema.ts'
import type { EventShown } from './history/model.ts'
import {
  type CommitmentState,
  commitmentStates,
  type Due,
  dueOf,
  type List,
  LONGEST_SENTENCE,
  LONGEST_WORDING,
  lists,
  type Owner,
  ownerOf,
  reports,
} from './model.ts'

/** What forms and the API send. Messages are problem codes; empty fields arrive as ''. */
const id = z.uuid('not-found')
const line = (longest: number) => z.string().trim().max(longest, 'input-too-long')
const revision = z.coerce.number('input-invalid').int('input-invalid').min(1, 'input-invalid')

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

export const CommitmentChange = z.object({ ...content, id, revision }).transform(settled)
export type CommitmentChange = z.infer<typeof CommitmentChange>

export const CommitmentMove = z.object({
  id,
  revision,
  state: z.enum(commitmentStates, 'input-missing'),
  reason: sentence,
})
export type CommitmentMove = z.infer<typeof CommitmentMove>

export const CommitmentReport = z.object({ id, report, sentence })
export type CommitmentReport = z.infer<typeof CommitmentReport>

/** `name` is null for nobody, and where names are not for the reader (persons are not shown to the public). */
export type OwnerShown = { readonly kind: OwnerKind; readonly id: Id | null; readonly name: string | null }

/** A line of the list. Days are calendar days in the network's time zone. */
export type CommitmentLine = {
  readonly id: Id
  readonly wording: string
  readonly body: { readonly id: Id; readonly name: string }
  readonly owner: OwnerShown
  readonly due: Due
  readonly state: CommitmentState
  /** Whole days past the due day, null where it is not overdue. */
  readonly daysOverdue: number | null
  /** The line of minutes it was said in; null where it was opened by hand. */
  readonly source: { readonly minutesId: Id; readonly line: number; readonly day: Day | null } | null
}

/** `more`: counting stopped, there are others; the numbers of the parts of `open` are then numbers of a part. */
export type Counts = {
  readonly counts: Readonly<Record<List, number>>
  readonly more: { readonly open: boolean; readonly ended: boolean }
}

export type CommitmentList = Counts & {
  readonly list: List
  readonly bodyId: Id | null
  readonly items: readonly CommitmentLine[]
  /** Where the next page begins, null on the last. */
  readonly next: string | null
  readonly bodies: readonly { readonly id: Id; readonly name: string }[]
  /** Somebody who can own commitments is reading: the list `mine` has a meaning. */
  readonly personal: boolean
  readonly can: { readonly open: boolean }
}

export type CommitmentShown = CommitmentLine & {
  readonly revision: number
  readonly quote: string | null
  readonly meeting: { readonly id: Id; readonly name: string } | null
  /** States that may follow, where the reader may move it. */
  readonly moves: readonly CommitmentState[]
  readonly history: readonly EventShown[]
  readonly links: readonly LinkShown[]
  /** IANA zone in which moments are told. */
  readonly zone: string
  readonly can: {
    readonly change: boolean
    readonly move: boolean
    readonly report: boolean
    readonly ask: boolean
    readonly revoke: boolean
  }
}

type Named = { readonly id: Id; readonly name: string }
export type OwnerChoices = {
  readonly people: readonly Named[]
  readonly offices: readonly Named[]
  readonly organizations: readonly Named[]
}

/** A personal link that was sent, as those see it who send them. Its secret is not among it. */
export type LinkShown = {
  readonly id: Id
  readonly to: string
  readonly createdAt: Timestamp
  readonly expiresAt: Timestamp
  readonly standing: 'open' | 'expired' | 'revoked'
}

/** What the form for a change begins with. */
export type CommitmentChangeShown = {
  readonly commitment: CommitmentLine
  readonly revision: number
  /** The owner as the form sends it. */
  readonly ownerMark: string
  readonly owners: OwnerChoices
}

export type CommitmentNew = {
  readonly bodies: readonly Named[]
  readonly bodyId: Id | null
  readonly owners: OwnerChoices
}
