import type { Id, MembershipRole } from '../../../../ground/schema.ts'
import { type BodyRules, type MajorityRule, type Matter, type Measure, neededOf } from '../model.ts'

/** A seat of the body on the day of the meeting: whose, how, for which organisation. */
export type Mandate = {
  readonly id: Id
  readonly personId: Id
  readonly role: MembershipRole
  readonly votingRight: boolean
  readonly onBehalfOf: Id | null
}

/** Somebody in the room, with the mandates of absent voters for whom he may vote beside his own. */
export type Present = { readonly mandate: Mandate; readonly proxies?: readonly Id[] }

/** What a vote is about, as far as it takes a vote from somebody (§ 34 BGB): persons, and organisations with all theirs. */
export type Subject = { readonly persons?: readonly Id[]; readonly organizations?: readonly Id[] }

export type Reason =
  | 'votes'
  | 'no-vote'
  | 'stands-in'
  | 'nobody-to-stand-in-for'
  | 'no-deputies'
  | 'one-vote'
  | 'interest'
export type Vote = {
  readonly mandate: Mandate
  readonly may: boolean
  readonly reason: Reason
  /** How many votes: those of others are beside his own. */
  readonly votes: number
  readonly paragraph: string
}

const BESIDE: readonly MembershipRole[] = ['observer', 'volunteer', 'guest', 'staff']
/** A seat of its own: it votes, and not in the place of another. */
export const isFull = ({ role, votingRight }: Mandate) => votingRight && role !== 'deputy' && !BESIDE.includes(role)

/**
 * Who of those present votes, and why the others do not. One pass over all of them, so that quorum and votes can not
 * disagree. Deputies come last: one stands in only where a seat of his organisation is empty.
 */
export function votersOf(
  rules: BodyRules,
  mandates: readonly Mandate[],
  present: readonly Present[],
  about: Subject = {},
): Vote[] {
  const here = new Set(present.map(({ mandate }) => mandate.id))
  const empty = mandates.filter(mandate => isFull(mandate) && !here.has(mandate.id))
  const taken = new Set<Id>()
  const answered = new Set<Id>()
  const judged = new Map<Id, Vote>()
  const inOrder = [...present].sort((a, b) => Number(a.mandate.role === 'deputy') - Number(b.mandate.role === 'deputy'))
  for (const one of inOrder) judged.set(one.mandate.id, judge(one))
  return present.map(({ mandate }) => judged.get(mandate.id)!)

  function judge({ mandate, proxies = [] }: Present): Vote {
    const { deputies, votes, interest } = rules
    const says = (may: boolean, reason: Reason, paragraph: string, count = may ? 1 : 0): Vote => ({
      ...{ mandate, may, reason, paragraph, votes: count },
    })
    if (!mandate.votingRight || BESIDE.includes(mandate.role)) return says(false, 'no-vote', votes.source.paragraph)
    let reason: Reason = 'votes'
    if (mandate.role === 'deputy') {
      if (deputies.kind !== 'named') return says(false, 'no-deputies', deputies.source.paragraph)
      const seat = empty.find(({ id, onBehalfOf }) => !taken.has(id) && onBehalfOf === mandate.onBehalfOf)
      if (!seat) return says(false, 'nobody-to-stand-in-for', deputies.source.paragraph)
      taken.add(seat.id)
      reason = 'stands-in'
    }
    // One vote an organisation: it is gone with the first who has it, also where he is not allowed to use it.
    if (votes.by === 'organization' && mandate.onBehalfOf) {
      if (answered.has(mandate.onBehalfOf)) return says(false, 'one-vote', votes.source.paragraph)
      answered.add(mandate.onBehalfOf)
    }
    if (isInterested(mandate, about)) return says(false, 'interest', interest.source.paragraph)
    const others = deputies.kind === 'proxy' ? proxied(proxies, about).slice(0, deputies.most) : []
    for (const { id } of others) taken.add(id)
    return says(
      true,
      reason,
      reason === 'votes' ? votes.source.paragraph : deputies.source.paragraph,
      1 + others.length,
    )
  }

  /** Empty seats that nobody has voted for yet. Who may not vote himself can not have somebody vote for him. */
  function proxied(ids: readonly Id[], subject: Subject): Mandate[] {
    return empty.filter(seat => ids.includes(seat.id) && !taken.has(seat.id) && !isInterested(seat, subject))
  }
}

const isInterested = ({ personId, onBehalfOf }: Mandate, { persons = [], organizations = [] }: Subject) =>
  persons.includes(personId) || (onBehalfOf !== null && organizations.includes(onBehalfOf))

/** Whether somebody present votes on something, and why. */
export const mayVote = (
  rules: BodyRules,
  mandates: readonly Mandate[],
  present: readonly Present[],
  mandateId: Id,
  about: Subject = {},
): Vote | null => votersOf(rules, mandates, present, about).find(({ mandate }) => mandate.id === mandateId) ?? null

export type Quorum = {
  readonly met: boolean
  readonly needed: number
  readonly present: number
  /** All who could be there: persons with a vote, or organisations with one. */
  readonly basis: number
  readonly by: 'person' | 'organization'
  readonly reason: 'none' | 'counted' | 'second-meeting' | 'presumed'
  readonly paragraph: string
}

/**
 * Whether the body can decide with those present now; asked again whenever somebody comes or goes. Without a rule one
 * member is enough. `second`: the meeting was called again because the first could not decide; `doubted`: somebody asked
 * for a count, which ends a presumption.
 */
export function quorum(
  rules: BodyRules,
  mandates: readonly Mandate[],
  present: readonly Present[],
  { second = false, doubted = false }: { second?: boolean; doubted?: boolean } = {},
): Quorum {
  const { kind, number, share, by, source } = rules.quorum
  const voters = votersOf(rules, mandates, present).filter(({ may }) => may)
  const count = countBy(by)
  const there =
    by === 'person' ? voters.reduce((sum, { votes }) => sum + votes, 0) : count(voters.map(one => one.mandate))
  const basis = count(mandates.filter(isFull))
  const result = { present: there, basis, by, paragraph: source.paragraph }
  const counted = (needed: number, reason: Quorum['reason']): Quorum => ({
    ...{ ...result, needed, reason, met: there >= needed },
  })
  if (kind === 'none') return counted(1, 'none')
  if (second && rules.quorum.second) return counted(1, 'second-meeting')
  const needed = Math.max(1, kind === 'number' ? number : neededOf(share, basis))
  if (rules.quorum.presumed && !doubted && there > 0) return { ...counted(needed, 'presumed'), met: true }
  return counted(needed, 'counted')
}

/** Persons one by one; an organisation once, whoever sits for it, and who sits for none for himself. */
const countBy = (by: 'person' | 'organization') => (mandates: readonly Mandate[]) =>
  by === 'person' ? mandates.length : new Set(mandates.map(({ id, onBehalfOf }) => onBehalfOf ?? id)).size

/** Counted votes. `present` and `members` are votes as well: those of the room, and of all with a vote. */
export type Tally = {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly invalid: number
  readonly present: number
  readonly members: number
}

export type Result = {
  readonly accepted: boolean
  readonly yes: number
  readonly needed: number
  readonly basis: number
  readonly measure: Measure
  readonly paragraph: string
}

/** Whether a proposal is accepted. A tie is a refusal; nobody's yes accepts nothing. */
export function majority(rules: BodyRules, matter: Matter, tally: Tally): Result {
  const rule = rules.majorities[matter]
  const basis = basisOf(rules, rule, tally)
  const needed = neededBy(rule.measure, tally, basis)
  const accepted = tally.yes > 0 && tally.yes >= needed && !(rule.measure === 'consensus' && tally.no > 0)
  return { accepted, yes: tally.yes, needed, basis, measure: rule.measure, paragraph: rule.source.paragraph }
}

function basisOf(
  { counting }: BodyRules,
  { of }: MajorityRule,
  tally: Omit<Tally, 'yes' | 'no'> & { yes: number; no: number },
) {
  if (of !== 'cast') return tally[of]
  return tally.yes + tally.no + (counting.abstentions ? tally.abstain : 0) + (counting.invalid ? tally.invalid : 0)
}

function neededBy(measure: Measure, { no }: { no: number }, basis: number): number {
  if (measure === 'consensus') return 1
  return measure === 'relative' ? no + 1 : Math.max(1, neededOf(measure, basis))
}

export type Ballot = {
  readonly candidates: readonly { readonly id: string; readonly votes: number }[]
  /** Votes against all, where that can be voted. */
  readonly no: number
  readonly abstain: number
  readonly invalid: number
  readonly present: number
  readonly members: number
}
export type Election = {
  readonly elected: string | null
  /** Who stands in a further round; empty where somebody is elected. */
  readonly runOff: readonly string[]
  readonly needed: number
  readonly basis: number
  readonly paragraph: string
}

/**
 * Who is elected to one seat. Without a statute that says otherwise more than half of the votes cast are needed, also
 * with several candidates (§ 32 (1) sentence 3 BGB); a relative majority is enough only where the rules say so, and a
 * tie elects nobody. The two with the most votes stand in the next round, all who are level with the second included.
 */
export function elected(rules: BodyRules, ballot: Ballot): Election {
  const rule = rules.majorities.election
  const yes = ballot.candidates.reduce((sum, { votes }) => sum + votes, 0)
  const basis = basisOf(rules, rule, { ...ballot, yes })
  const ranked = [...ballot.candidates].sort((a, b) => b.votes - a.votes)
  const [first, second] = ranked
  const others = Math.max(second?.votes ?? 0, ranked.length === 1 ? ballot.no : 0)
  const needed = neededBy(rule.measure, { no: others }, basis)
  const objected = rule.measure === 'consensus' && (ballot.no > 0 || (second?.votes ?? 0) > 0)
  const won = first !== undefined && first.votes >= needed && first.votes > others && !objected
  return {
    elected: won ? first.id : null,
    runOff: won ? [] : runOffOf(ranked),
    ...{ needed, basis, paragraph: rule.source.paragraph },
  }
}

/** Who stands in the round after one in which nobody was elected; empty where there is no choice. */
export function runOffOf(candidates: Ballot['candidates']): string[] {
  if (candidates.length < 2) return []
  const ranked = [...candidates].sort((a, b) => b.votes - a.votes)
  const level = ranked[1]!.votes
  return ranked.filter(({ votes }) => votes >= level && votes > 0).map(({ id }) => id)
}

/** How many have to be there, of how many, for a page that tells it before a meeting. */
export function seatsOf({ quorum: { kind, number, share, by } }: BodyRules, mandates: readonly Mandate[]) {
  const basis = countBy(by)(mandates.filter(isFull))
  return { needed: kind === 'none' ? 1 : Math.max(1, kind === 'number' ? number : neededOf(share, basis)), basis }
}
