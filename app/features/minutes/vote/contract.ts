import { z } from 'zod'
import { electionAnswers, voteChoices, voteMatters, voteWays } from '../../../ground/schema/votes.ts'
import * as shape from '../../../ground/shapes.ts'
import { box, list, text } from '../../../ground/shapes.ts'
import { meetingShown, quorumShown } from '../../meetings/attendance/contract.ts'
import { LONGEST_NAME, LONGEST_POST, LONGEST_QUESTION, MOST_CANDIDATES, MOST_VOTES } from './model.ts'

const id = z.uuid('not-found')
const needed = (longest: number) =>
  z.string('input-missing').trim().min(1, 'input-missing').max(longest, 'input-too-long')
/** Nothing written is none. */
const count = z.preprocess(
  value => (value === '' || value === undefined ? 0 : value),
  z.coerce.number('input-invalid').int('input-invalid').min(0, 'input-invalid').max(MOST_VOTES, 'input-too-long'),
)
/** A field of a form that comes once, several times or not at all. */
const several = <One extends z.ZodType>(one: One, most: number) =>
  z
    .preprocess(value => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.unknown()))
    .pipe(z.array(one).max(most, 'input-too-long'))
const CAST = /^[0-9a-f-]{36}~(?:yes|no|abstain|invalid)$/
const MOST_VOTERS = 500

export const votesForms = ['open', 'by_name', 'secret', 'election'] as const
export const VotesInput = z.object({ id })
export type VotesInput = z.infer<typeof VotesInput>

/** `id` is the item's; `form`: what is to be recorded under it. */
export const ItemVotesInput = z.object({ id, form: z.enum(votesForms).catch('open').default('open') })
export type ItemVotesInput = z.infer<typeof ItemVotesInput>

/** `id` is the item's. `casts`: of a vote by name `person~choice`; the counts follow from them. */
export const VoteRecord = z.object({
  id,
  question: needed(LONGEST_QUESTION),
  condition: text(LONGEST_QUESTION),
  matter: z.enum(voteMatters, 'choice-invalid').exclude(['election']).default('ordinary'),
  way: z.enum(voteWays, 'choice-invalid').default('open'),
  ...{ yes: count, no: count, abstain: count, invalid: count },
  casts: several(z.union([z.literal(''), z.string().regex(CAST, 'choice-invalid')]), MOST_VOTERS).transform(all =>
    all.filter(one => one !== ''),
  ),
})
export type VoteRecord = z.infer<typeof VoteRecord>

export const VoteWithdraw = z.object({ id, vote: id, reason: needed(LONGEST_QUESTION) })
export type VoteWithdraw = z.infer<typeof VoteWithdraw>

/** `candidates`: one name a line. */
export const ElectionOpen = z.object({
  id,
  post: needed(LONGEST_POST),
  precondition: text(LONGEST_QUESTION),
  secret: box,
  candidates: needed(LONGEST_NAME * MOST_CANDIDATES),
})
export type ElectionOpen = z.infer<typeof ElectionOpen>

export const CandidacyAdd = z.object({ id, election: id, name: needed(LONGEST_NAME) })
export type CandidacyAdd = z.infer<typeof CandidacyAdd>
export const CandidacyCheck = z.object({ id, candidacy: id, fulfils: z.enum(['yes', 'no'], 'choice-invalid') })
export type CandidacyCheck = z.infer<typeof CandidacyCheck>
export const CandidacyRemove = z.object({ id, candidacy: id })
export type CandidacyRemove = z.infer<typeof CandidacyRemove>
export const CandidacyAnswer = z.object({ id, candidacy: id, answer: z.enum(electionAnswers, 'choice-invalid') })
export type CandidacyAnswer = z.infer<typeof CandidacyAnswer>

/** `candidacies` and `votes` belong together one by one. */
export const RoundRecord = z.object({
  ...{ id, election: id, no: count, abstain: count, invalid: count },
  candidacies: several(z.uuid('not-found'), MOST_CANDIDATES),
  votes: several(count, MOST_CANDIDATES),
})
export type RoundRecord = z.infer<typeof RoundRecord>

/** `id` is of what was written: the vote, the election or the candidacy. */
export const VoteWritten = z.strictObject({ id: shape.id, meetingId: shape.id, itemId: shape.id })

const counts = { yes: z.int(), no: z.int(), abstain: z.int(), invalid: z.int() }
const vote = z.strictObject({
  ...{ id: shape.id, itemId: shape.id, electionId: shape.id.nullable(), round: z.int().nullable() },
  ...{ question: z.string(), condition: z.string().nullable() },
  ...{ matter: z.enum(voteMatters), way: z.enum(voteWays), ...counts },
  ...{ present: z.int().nullable(), quorum: z.boolean().nullable(), accepted: z.boolean().nullable() },
  ...{ needed: z.int().nullable(), basis: z.int().nullable(), paragraph: z.string().nullable() },
  electedId: shape.id.nullable(),
  ...{ line: z.string().nullable(), time: shape.time.nullable(), recordedAt: shape.timestamp },
  withdrawn: z.strictObject({ at: shape.timestamp, reason: z.string() }).nullable(),
  /** Who voted how, where names were asked. */
  casts: list(z.strictObject({ name: z.string(), choice: z.enum(voteChoices), votes: z.int() })),
  /** Of a round: how many votes each got. */
  votes: list(z.strictObject({ id: shape.id, votes: z.int() })),
})
export type VoteShown = z.infer<typeof vote>

const election = z.strictObject({
  ...{ id: shape.id, itemId: shape.id, post: z.string(), precondition: z.string().nullable(), secret: z.boolean() },
  candidates: list(
    z.strictObject({
      ...{ id: shape.id, name: z.string(), fulfils: z.boolean().nullable() },
      ...{ answer: z.enum(electionAnswers).nullable(), removed: z.boolean() },
    }),
  ),
})
export type ElectionShown = z.infer<typeof election>

const item = z.strictObject({ id: shape.id, number: z.string().nullable(), title: z.string() })
const shown = { meeting: meetingShown, votes: list(vote), elections: list(election), zone: z.string() }

export const VotesShown = z.strictObject({ ...shown, items: list(item), can: z.strictObject({ record: z.boolean() }) })
export type VotesShown = z.infer<typeof VotesShown>

export const ItemVotesShown = z.strictObject({
  ...shown,
  item,
  /** For whoever records: who votes now. Null for everybody else. */
  recording: z
    .strictObject({
      /** Null where the body has no rules: then nothing follows from a vote. */
      quorum: quorumShown.nullable(),
      /** Votes in the room; null where nothing limits what is counted. */
      present: z.int().nullable(),
      voters: list(z.strictObject({ personId: shape.id, name: z.string(), votes: z.int() })),
    })
    .nullable(),
})
export type ItemVotesShown = z.infer<typeof ItemVotesShown>
