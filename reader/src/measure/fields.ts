import { nameKey, plain } from './alike.ts'
import type { GoldAppointment, GoldDecision, GoldItem, GoldTask, GoldVotes, ListKind } from './gold.ts'

export const measuredFields = ['responsible', 'due', 'result', 'votes', 'start'] as const
export type MeasuredField = (typeof measuredFields)[number]

/** A field of an item that was found: whether it is right, and both sides in words. */
export type FieldCheck = {
  readonly field: MeasuredField
  readonly right: boolean
  readonly gold: string
  readonly read: string
}

/** The fields that the gold says of an item that was found, each held against what was read. */
export function fieldChecks(kind: ListKind, gold: GoldItem, read: GoldItem): FieldCheck[] {
  if (kind === 'tasks') return ofTask(gold as GoldTask, read as GoldTask)
  if (kind === 'decisions') return ofDecision(gold as GoldDecision, read as GoldDecision)
  if (kind === 'appointments') return ofAppointment(gold as GoldAppointment, read as GoldAppointment)
  return []
}

function ofTask(gold: GoldTask, read: GoldTask): FieldCheck[] {
  const checks: FieldCheck[] = []
  const [owners, others] = [gold.responsible ?? [], read.responsible ?? []]
  if (owners.length > 0) {
    const right = sameNames(owners, others)
    checks.push({ field: 'responsible', right, gold: owners.join(', '), read: others.join(', ') })
  }
  if (gold.due) {
    const [due, other] = [plain(gold.due), plain(read.due)]
    checks.push({ field: 'due', right: due === other, gold: due, read: other })
  }
  return checks
}

function ofDecision(gold: GoldDecision, read: GoldDecision): FieldCheck[] {
  const result = { right: sameResult(gold, read), gold: gold.result ?? '', read: read.result ?? '' }
  const checks: FieldCheck[] = [{ field: 'result', ...result }]
  if (gold.votes) {
    const [votes, other] = [votesOf(gold.votes), votesOf(read.votes)]
    checks.push({ field: 'votes', right: votes === other, gold: votes, read: other })
  }
  return checks
}

function ofAppointment(gold: GoldAppointment, read: GoldAppointment): FieldCheck[] {
  if (!gold.start) return []
  return [{ field: 'start', right: gold.start === read.start, gold: gold.start, read: read.start ?? '' }]
}

function sameNames(names: readonly string[], others: readonly string[]): boolean {
  const [left, right] = [new Set(names.map(nameKey)), new Set(others.map(nameKey))]
  return left.size === right.size && [...left].every(name => right.has(name))
}

const votesOf = (votes: GoldVotes | null | undefined): string =>
  [votes?.yes, votes?.no, votes?.abstain].map(count => count ?? '').join('/')

/**
 * An informal outcome and an agreement that is stated are hard to tell apart, and so is a decision that was accepted
 * without a vote against it from a unanimous one.
 */
function sameResult(gold: GoldDecision, read: GoldDecision): boolean {
  if (loosely(gold.result) === loosely(read.result)) return true
  const opposed = (gold.votes?.no ?? 0) + (gold.votes?.abstain ?? 0) > 0
  return gold.result === 'accepted' && read.result === 'unanimous' && !opposed
}

const loosely = (result: string | null | undefined): string =>
  result === null || result === undefined || result === 'consensus' ? 'informal' : result
