import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MembershipRole } from '../../../ground/schema.ts'
import { type BodyRules, deputyKinds, quorumKinds, shares, votersBy } from '../../directory/rules/model.ts'
import { presetRules } from '../../directory/rules/preset/model.ts'
import type { Mandate } from '../../directory/rules/vote/model.ts'
import { type Attending, quorumNow, saidIn, turned } from './model.ts'

const law = presetRules('association', null)
const roles = ['member', 'member', 'delegate', 'chair', 'deputy', 'deputy', 'observer', 'guest'] as const
const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const

const bodies = fc.record({
  seats: fc.array(
    fc.record({
      person: fc.constantFrom(...PEOPLE),
      role: fc.constantFrom<MembershipRole>(...roles),
      votingRight: fc.constant(true),
      org: fc.constantFrom(null, 'x', 'y'),
    }),
    { maxLength: 9 },
  ),
  kind: fc.constantFrom(...quorumKinds),
  number: fc.integer({ min: 1, max: 6 }),
  share: fc.constantFrom(...shares),
  by: fc.constantFrom(...votersBy),
  presumed: fc.boolean(),
  second: fc.boolean(),
  deputies: fc.constantFrom(...deputyKinds),
  most: fc.integer({ min: 0, max: 2 }),
})
type Body = typeof bodies extends fc.Arbitrary<infer One> ? One : never

const happenings = fc.array(
  fc.oneof(
    fc.record({ what: fc.constantFrom('comes', 'goes', 'excused', 'guest'), who: fc.constantFrom(...PEOPLE) }),
    fc.record({ what: fc.constant('hands over'), who: fc.constantFrom(...PEOPLE), to: fc.constantFrom(...PEOPLE) }),
    fc.record({ what: fc.constantFrom('doubted', 'presumed', 'second', 'first'), who: fc.constant('a') }),
  ),
  { maxLength: 25 },
)
type Happening = { readonly what: string; readonly who: string; readonly to?: string }

/** One seat a person and role at most: nobody is sent twice for the same. */
function mandatesOf({ seats }: Body): Mandate[] {
  const known = new Set<string>()
  return seats
    .filter(({ person }) => !known.has(person) && known.add(person))
    .map(({ person, role, votingRight, org }, at) => ({
      ...{ id: `m${at}`, personId: person, role, votingRight, onBehalfOf: org },
    }))
}

const rulesOf = ({ kind, number, share, by, presumed, second, deputies, most }: Body): BodyRules => ({
  ...law,
  quorum: { ...law.quorum, kind, number, share, by, presumed, second },
  deputies: { ...law.deputies, kind: deputies, most },
})

/** What is recorded after each happening, as the acts write it. */
function recordedAfter(happened: readonly Happening[]): Attending[] {
  const rows = new Map<string, Attending>()
  for (const { what, who, to } of happened) {
    const row = rows.get(who) ?? { personId: who, state: 'absent', leftAt: null, representedById: null }
    if (what === 'comes') rows.set(who, { ...row, state: 'present', leftAt: null })
    if (what === 'guest') rows.set(who, { ...row, state: 'guest', leftAt: null })
    if (what === 'excused') rows.set(who, { ...row, state: 'excused', leftAt: null })
    if (what === 'goes' && (row.state === 'present' || row.state === 'guest'))
      rows.set(who, { ...row, leftAt: '19:00' })
    if (what === 'hands over' && to !== who) rows.set(who, { ...row, representedById: to ?? null })
  }
  return [...rows.values()]
}

/** Slow and obvious: who is in the room is told anew from the first happening on, and chairs are counted one by one. */
function slowlyMet(body: Body, happened: readonly Happening[]): boolean {
  const room = new Set<string>()
  const hands = new Map<string, string>()
  let [doubted, second] = [false, false]
  for (const { what, who, to } of happened) {
    if (what === 'comes') room.add(who)
    if (what === 'goes' || what === 'excused' || what === 'guest') room.delete(who)
    if (what === 'hands over' && to && to !== who) hands.set(who, to)
    if (what === 'doubted' || what === 'presumed') doubted = what === 'doubted'
    if (what === 'second' || what === 'first') second = what === 'second'
  }
  // A guest in the room has nobody vote for him: he is there.
  const inside = new Set(room)
  for (const person of PEOPLE) {
    const last = happened.findLast(
      one => one.who === person && ['comes', 'goes', 'excused', 'guest'].includes(one.what),
    )
    if (last?.what === 'guest') inside.add(person)
  }
  const seats = mandatesOf(body)
  const voters = seats.filter(({ role }) => ['member', 'delegate', 'chair'].includes(role))
  const chairs = new Map<string, number>()
  let heads = 0
  for (const org of [null, 'x', 'y']) {
    const of = voters.filter(({ onBehalfOf }) => onBehalfOf === org)
    let taken = of.filter(({ personId }) => room.has(personId)).length
    const stands = seats.filter(one => one.role === 'deputy' && one.onBehalfOf === org && room.has(one.personId)).length
    if (body.deputies === 'named') taken += Math.min(stands, of.length - taken)
    heads += taken
    chairs.set(String(org), org === null ? taken : Math.min(1, taken))
  }
  if (body.deputies === 'proxy')
    for (const { personId } of voters.filter(one => room.has(one.personId))) {
      const given = voters.filter(one => !inside.has(one.personId) && !room.has(one.personId))
      heads += Math.min(body.most, given.filter(one => hands.get(one.personId) === personId).length)
    }
  const there = body.by === 'person' ? heads : [...chairs.values()].reduce((a, b) => a + b, 0)
  const loose = voters.filter(({ onBehalfOf }) => onBehalfOf === null).length
  const sent = new Set(voters.flatMap(({ onBehalfOf }) => onBehalfOf ?? [])).size
  const basis = body.by === 'person' ? voters.length : loose + sent
  if (body.kind === 'none') return there >= 1
  if (second && body.second) return there >= 1
  if (body.presumed && !doubted && there > 0) return true
  const enough: Record<string, boolean> = {
    ...{ third: there * 3 >= basis, half: there * 2 >= basis, 'more-half': there * 2 > basis, all: there >= basis },
    ...{ 'two-thirds': there * 3 >= basis * 2, 'three-quarters': there * 4 >= basis * 3 },
    'four-fifths': there * 5 >= basis * 4,
  }
  return there >= 1 && (body.kind === 'number' ? there >= body.number : enough[body.share]!)
}

describe('the quorum of a meeting', () => {
  it('is what a slow count says after every arrival and departure', () => {
    fc.assert(
      fc.property(bodies, happenings, (body, happened) => {
        const [rules, mandates] = [rulesOf(body), mandatesOf(body)]
        let before: ReturnType<typeof quorumNow> | null = null
        for (let until = 0; until <= happened.length; until++) {
          const story = happened.slice(0, until)
          const said = saidIn(story.map(({ what }) => ({ kind: what as 'doubted' })))
          const now = quorumNow(rules, mandates, recordedAfter(story), said)
          expect(now.met).toBe(slowlyMet(body, story))
          if (before) expect(turned(before, now)).toBe(before.met === now.met ? null : now.met ? 'found' : 'lost')
          before = now
        }
      }),
      { seed: 20, numRuns: 600 },
    )
  })

  it('counts no guest, and nobody who stands in for himself', () => {
    const seats: Mandate[] = [
      { id: '1', personId: 'a', role: 'member', votingRight: true, onBehalfOf: 'x' },
      { id: '2', personId: 'a', role: 'deputy', votingRight: true, onBehalfOf: 'x' },
      { id: '3', personId: 'b', role: 'member', votingRight: true, onBehalfOf: 'x' },
    ]
    const rules: BodyRules = { ...law, deputies: { ...law.deputies, kind: 'named' } }
    const of = (state: Attending['state']) => [{ personId: 'a', state, leftAt: null, representedById: null }]
    const nothing = { doubted: false, second: false }
    expect(quorumNow(rules, seats, of('present'), nothing).present).toBe(1)
    expect(quorumNow(rules, seats, of('guest'), nothing).present).toBe(0)
  })
})
