import type {
  Answer,
  CommitmentEventKind,
  CommitmentState,
  Day,
  Id,
  Report,
  Timestamp,
} from '../../../ground/schema.ts'
import type { OwnerShown } from '../contract.ts'
import type { Due } from '../model.ts'

/** Who stands behind an event: somebody signed in, an owner by personal link, or a line of minutes read in. */
export type By = {
  readonly kind: 'person' | 'link' | 'system'
  /** Null where names are not for the reader. */
  readonly name: string | null
}

type EventOf<Kind extends CommitmentEventKind, More> = {
  readonly id: Id
  readonly kind: Kind
  readonly at: Timestamp
  readonly by: By
  /** The line of minutes that told it. */
  readonly source: { readonly minutesId: Id; readonly line: number; readonly day: Day | null } | null
} & More

/** An event of the append-only history, oldest first. */
export type EventShown =
  | EventOf<'opened', unknown>
  | EventOf<'state', { readonly state: CommitmentState; readonly sentence: string | null }>
  | EventOf<'report', { readonly report: Report; readonly sentence: string | null }>
  | EventOf<'answer', { readonly answer: Answer; readonly sentence: string | null }>
  | EventOf<'owner', { readonly owner: OwnerShown }>
  | EventOf<'due', { readonly due: Due }>
  | EventOf<'wording', { readonly sentence: string }>
  | EventOf<'status', { readonly sentence: string }>
  | EventOf<'asked', unknown>
