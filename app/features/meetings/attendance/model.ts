import type { QuorumChangeKind } from '../../../ground/schema/meetings.ts'
import type { AttendanceState, Id, Time } from '../../../ground/schema.ts'
import type { BodyRules } from '../../directory/rules/model.ts'
import { isFull, type Mandate, type Present, type Quorum, quorum, votersOf } from '../../directory/rules/vote/model.ts'

/** What is recorded of somebody. Times are local to the network; nobody came where nothing is recorded. */
export type Attending = {
  readonly personId: Id | null
  readonly state: AttendanceState
  readonly leftAt: Time | null
  /** Who sits or votes for him while he is not there. */
  readonly representedById: Id | null
}

/** In the room now, as a guest or not. */
export const isHere = ({ state, leftAt }: Pick<Attending, 'state' | 'leftAt'>): boolean =>
  (state === 'present' || state === 'guest') && leftAt === null

/**
 * The seats that are taken now, in the order of the mandates, so that it is always the same one who has the vote of an
 * organisation. Guests take none, and whoever has a seat of his own stands in for nobody. A vote that was handed over
 * counts while its owner is not there.
 */
export function presentOf(mandates: readonly Mandate[], attending: readonly Attending[]): Present[] {
  const here = new Set(attending.filter(one => one.state === 'present' && isHere(one)).map(one => one.personId))
  const seated = new Set(mandates.filter(isFull).map(({ personId }) => personId))
  const sits = ({ personId, role }: Mandate) => here.has(personId) && !(role === 'deputy' && seated.has(personId))
  return mandates.filter(sits).map(mandate => ({ mandate, proxies: handedTo(mandate.personId) }))

  function handedTo(personId: Id): Id[] {
    const absent = attending.filter(one => one.representedById === personId && !isHere(one)).map(one => one.personId)
    return mandates.filter(seat => absent.includes(seat.personId)).map(({ id }) => id)
  }
}

/** What was said about the quorum of a meeting, beside what is counted. The last word of each pair holds. */
export type Said = { readonly doubted: boolean; readonly second: boolean }

export function saidIn(changes: readonly { readonly kind: QuorumChangeKind }[]): Said {
  const said = { doubted: false, second: false }
  for (const { kind } of changes) {
    if (kind === 'doubted' || kind === 'presumed') said.doubted = kind === 'doubted'
    if (kind === 'second' || kind === 'first') said.second = kind === 'second'
  }
  return said
}

/** Whether the body can decide with those who are there now. */
export const quorumNow = (
  rules: BodyRules,
  mandates: readonly Mandate[],
  attending: readonly Attending[],
  said: Said,
): Quorum => quorum(rules, mandates, presentOf(mandates, attending), said)

/** What a change did to the quorum; null where it is as before. */
export function turned(before: Quorum, after: Quorum): 'found' | 'lost' | null {
  if (before.met === after.met) return null
  return after.met ? 'found' : 'lost'
}

/** Who votes now, why, and with how many votes: by person, the seat with a vote first. */
export function votesOf(rules: BodyRules, mandates: readonly Mandate[], attending: readonly Attending[]) {
  const votes = votersOf(rules, mandates, presentOf(mandates, attending))
  return new Map(votes.toSorted((a, b) => Number(a.may) - Number(b.may)).map(vote => [vote.mandate.personId, vote]))
}
