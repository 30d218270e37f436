import type { ElectionAnswer, VoteChoice, VoteWay } from '../../../ground/schema/votes.ts'
import type { Id } from '../../../ground/schema.ts'
import { type Texts, texts } from '../../../texts/texts.ts'
import type { BodyRules, Matter } from '../../directory/rules/model.ts'
import { elected, isFull, type Mandate, majority, runOffOf } from '../../directory/rules/vote/model.ts'

export const LONGEST_QUESTION = 1000
export const LONGEST_POST = 200
export const LONGEST_NAME = 200
export const MOST_VOTES = 100_000
export const MOST_CANDIDATES = 50

/** Counted votes of one vote. */
export type Counts = { readonly yes: number; readonly no: number; readonly abstain: number; readonly invalid: number }
export const totalOf = ({ yes, no, abstain, invalid }: Counts): number => yes + no + abstain + invalid

/** How somebody voted, with how many votes. */
export type Cast = {
  readonly personId: Id | null
  readonly name: string
  readonly choice: VoteChoice
  readonly votes: number
}

export function countsOf(casts: readonly Pick<Cast, 'choice' | 'votes'>[]): Counts {
  const of = (choice: VoteChoice) =>
    casts.filter(cast => cast.choice === choice).reduce((sum, { votes }) => sum + votes, 0)
  return { yes: of('yes'), no: of('no'), abstain: of('abstain'), invalid: of('invalid') }
}

/** The moment in which a vote is taken: by which rules, with how many votes, and whether the body can decide. */
export type Moment = {
  readonly rules: BodyRules
  readonly mandates: readonly Mandate[]
  /** Votes in the room. */
  readonly present: number
  readonly quorum: boolean
}

/** What follows from a vote. Without rules nothing does. */
export type Consequence = {
  readonly present: number | null
  readonly quorum: boolean | null
  readonly accepted: boolean | null
  readonly needed: number | null
  readonly basis: number | null
  readonly paragraph: string | null
}
const UNKNOWN: Consequence = {
  ...{ present: null, quorum: null, accepted: null, needed: null, basis: null, paragraph: null },
}

/** All votes that there are: one a person with a seat, or one an organisation. */
const membersOf = ({ rules, mandates }: Moment): number => {
  const full = mandates.filter(isFull)
  return rules.votes.by === 'organization' ? new Set(full.map(one => one.onBehalfOf ?? one.id)).size : full.length
}

/** Whether something is decided: with the majority of the rules, and only by a body that can decide. */
export function decided(moment: Moment | null, matter: Matter, counts: Counts): Consequence {
  if (!moment) return UNKNOWN
  const { present, quorum } = moment
  const result = majority(moment.rules, matter, { ...counts, present, members: membersOf(moment) })
  const { needed, basis, paragraph } = result
  return { present, quorum, accepted: quorum && result.accepted, needed, basis, paragraph }
}

export type Candidate = {
  readonly id: Id
  readonly name: string
  readonly fulfils: boolean | null
  readonly answer: ElectionAnswer | null
  readonly removed: boolean
}
/** How many votes each got who stood. */
export type Votes = readonly { readonly id: Id; readonly votes: number }[]

/** Who is elected in a round; `level` where nobody is. */
export function electedIn(
  moment: Moment | null,
  votes: Votes,
  counts: Omit<Counts, 'yes'>,
): Consequence & { electedId: Id | null } {
  if (!moment) return { ...UNKNOWN, electedId: null }
  const { present, quorum } = moment
  const result = elected(moment.rules, { candidates: votes, ...counts, present, members: membersOf(moment) })
  const electedId = quorum ? result.elected : null
  const { needed, basis, paragraph } = result
  return { present, quorum, accepted: electedId !== null, needed, basis, paragraph, electedId }
}

export type Round = { readonly electedId: Id | null; readonly votes: Votes }

/**
 * Where an election stands. `unchecked`: of them nobody said yet whether they fulfil what is asked; `standing`: who can
 * be voted for in the next round; empty once somebody is elected and has not declined.
 */
export function standingOf(
  { precondition }: { readonly precondition: string | null },
  candidates: readonly Candidate[],
  rounds: readonly Round[],
) {
  const inTheRace = candidates.filter(one => !one.removed && one.answer !== 'declined')
  const unchecked = precondition === null ? [] : inTheRace.filter(({ fulfils }) => fulfils === null)
  const may = inTheRace.filter(({ fulfils }) => precondition === null || fulfils === true)
  const last = rounds.at(-1)
  const winner = candidates.find(({ id }) => id === last?.electedId) ?? null
  if (winner && winner.answer !== 'declined') return { unchecked, standing: [], elected: winner }
  const runOff = last && !winner ? runOffOf(last.votes.filter(({ id }) => may.some(one => one.id === id))) : []
  return { unchecked, standing: runOff.length > 0 ? may.filter(({ id }) => runOff.includes(id)) : may, elected: null }
}

/** Minutes are German, whoever writes them. */
const german: Texts = texts('de')

type Told = Counts & {
  readonly question: string
  readonly condition: string | null
  readonly way: VoteWay
  readonly accepted: boolean | null
  readonly quorum: boolean | null
}

/** A vote as a line of the minutes, which the reader reads. */
export function lineOf({ question, condition, way, accepted, quorum, ...counts }: Told): string {
  const said = question.trim()
  const wording = said.endsWith('.') ? said.slice(0, -1) : said
  return german('vote.line', {
    ...counts,
    question: condition ? german('vote.line.condition', { question: wording, condition }) : wording,
    result: accepted === null ? 'open' : accepted ? 'accepted' : quorum === false ? 'no_quorum' : 'rejected',
    way,
  })
}

type RoundTold = Omit<Counts, 'yes'> & {
  readonly post: string
  readonly round: number
  readonly secret: boolean
  readonly votes: readonly { readonly name: string; readonly votes: number }[]
  readonly elected: string | null
}

/** A round as a line of the minutes. */
export function roundLine({ post, elected: name, votes, secret, ...told }: RoundTold): string {
  const counted = votes.map(one => `${one.name} ${one.votes}`).join(', ')
  return german(name ? 'vote.line.elected' : 'vote.line.round', {
    ...{ ...told, post, counted, name: name ?? '', way: secret ? 'secret' : 'open' },
  })
}

export const answerLine = (name: string, answer: ElectionAnswer): string => german('vote.line.answer', { name, answer })
