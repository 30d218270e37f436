import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  type CommitmentState,
  commitmentStates,
  type Due,
  daysOverdue,
  dueMark,
  dueOf,
  dueOfMark,
  type Facts,
  following,
  hasEnded,
  hasNoDate,
  hasNoOwner,
  isOpen,
  isOverdue,
  type List,
  lists,
  listsOf,
  mayFollow,
  needsReason,
  type Owner,
  openStates,
  ownerMark,
  ownerOf,
  sameDue,
} from './model.ts'

const days = fc
  .integer({ min: -400, max: 400 })
  .map(offset => Temporal.PlainDate.from('2026-03-01').add({ days: offset }).toString())
const words = fc
  .string({ minLength: 1, maxLength: 40 })
  .filter(text => text.trim() === text && !text.includes('\u0000'))
const dues: fc.Arbitrary<Due> = fc.oneof(
  fc.record({ kind: fc.constant('day' as const), day: days, words: fc.option(words) }),
  fc.record({ kind: fc.constant('words' as const), words }),
  fc.constant({ kind: 'nothing' as const }),
)
const owners: fc.Arbitrary<Owner> = fc.oneof(
  fc.record({ kind: fc.constantFrom('person' as const, 'office' as const, 'organization' as const), id: fc.uuid() }),
  fc.record({ kind: fc.constant('outside' as const), name: words }),
  fc.record({ kind: fc.constant('nobody' as const), name: fc.option(words) }),
)
const facts: fc.Arbitrary<Facts> = fc.record({
  state: fc.constantFrom(...commitmentStates),
  owner: fc.constantFrom(...(['person', 'office', 'organization', 'outside', 'nobody'] as const)),
  due: dues,
})

/** The same lists the slow, obvious way: each told on its own, day by day, sharing nothing with the model. */
function obviousLists({ state, owner, due }: Facts, today: string, mine: boolean): List[] {
  if (state === 'done' || state === 'missed' || state === 'dropped') return ['ended']
  const found: List[] = ['open']
  if (due.kind === 'day') {
    let day = Temporal.PlainDate.from(due.day)
    for (let steps = 0; steps < 2000 && Temporal.PlainDate.compare(day, Temporal.PlainDate.from(today)) < 0; steps++) {
      day = day.add({ days: 1 })
    }
    if (day.toString() !== due.day) found.push('overdue')
  }
  if (!['person', 'office', 'organization', 'outside'].includes(owner)) found.push('without-owner')
  if (due.kind !== 'day' && due.kind !== 'words') found.push('without-date')
  if (mine) found.push('mine')
  return found
}

describe('the lists', () => {
  it('agree with the obvious model', () => {
    fc.assert(
      fc.property(facts, days, fc.boolean(), (commitment, today, mine) => {
        expect(listsOf(commitment, today, mine)).toEqual(obviousLists(commitment, today, mine))
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  it('put every commitment in exactly one of open and ended, and nothing that ended anywhere else', () => {
    fc.assert(
      fc.property(facts, days, fc.boolean(), (commitment, today, mine) => {
        const found = listsOf(commitment, today, mine)
        expect(found.includes('open')).not.toBe(found.includes('ended'))
        if (found.includes('ended')) expect(found).toEqual(['ended'])
        expect(isOpen(commitment, today)).toBe(!hasEnded(commitment, today))
        expect(found.includes('overdue')).toBe(isOverdue(commitment, today))
        expect(found.includes('without-owner')).toBe(hasNoOwner(commitment, today))
        expect(found.includes('without-date')).toBe(hasNoDate(commitment, today))
        expect(daysOverdue(commitment, today) === null).toBe(!isOverdue(commitment, today))
      }),
      { numRuns: 500, seed: 2 },
    )
  })

  it('never make what has no date overdue, and only overdue what was overdue yesterday or due then', () => {
    fc.assert(
      fc.property(facts, days, (commitment, today) => {
        expect(isOverdue(commitment, today) && hasNoDate(commitment, today)).toBe(false)
        const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString()
        const due = commitment.due.kind === 'day' && commitment.due.day === today
        if (isOpen(commitment, today)) expect(isOverdue(commitment, tomorrow)).toBe(isOverdue(commitment, today) || due)
      }),
      { numRuns: 300, seed: 3 },
    )
  })

  it('are the ones the page offers', () => {
    expect([...lists].sort()).toEqual(['ended', 'mine', 'open', 'overdue', 'without-date', 'without-owner'])
  })
})

describe('overdue', () => {
  const due = (day: string): Facts => ({ state: 'open', owner: 'person', due: dueOf(day, null) })
  it.each([
    ['the day before', '2026-03-01', '2026-02-28', null],
    ['the day itself', '2026-03-01', '2026-03-01', null],
    ['the day after', '2026-03-01', '2026-03-02', 1],
    ['over a leap day', '2028-02-28', '2028-03-01', 2],
    ['over the change to summer time', '2026-03-28', '2026-03-30', 2],
  ])('%s', (_why, day, today, late) => {
    expect(daysOverdue(due(day), today)).toBe(late)
  })
})

describe('states', () => {
  it('reach each other, and none follows itself', () => {
    for (const from of commitmentStates) {
      expect(mayFollow(from, from)).toBe(false)
      expect(new Set(following[from]).size).toBe(following[from].length)
      expect([...reachable(from)].sort()).toEqual([...commitmentStates].sort())
    }
  })

  it('lead from every end back to an open one, and from every open one to every end', () => {
    for (const from of commitmentStates) {
      const ended = !(openStates as readonly CommitmentState[]).includes(from)
      expect(following[from].some(to => (openStates as readonly CommitmentState[]).includes(to))).toBe(true)
      if (!ended) for (const to of ['done', 'missed', 'dropped'] as const) expect(mayFollow(from, to)).toBe(true)
    }
    expect(commitmentStates.filter(needsReason)).toEqual(['dropped'])
  })
})

function reachable(from: CommitmentState): Set<CommitmentState> {
  const seen = new Set<CommitmentState>([from])
  for (const state of seen) for (const next of following[state]) seen.add(next)
  return seen
}

describe('marks', () => {
  it('keep every owner', () => {
    fc.assert(
      fc.property(owners, owner => {
        expect(ownerOf(ownerMark(owner))).toEqual(owner)
      }),
      { numRuns: 300, seed: 4 },
    )
  })

  it('keep every due date', () => {
    fc.assert(
      fc.property(dues, due => {
        expect(dueOfMark(dueMark(due))).toEqual(due)
        expect(sameDue(due, due)).toBe(true)
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  it.each([
    ['', 'nothing'],
    ['person', 'no colon'],
    ['person:', 'no id'],
    ['person:12', 'no UUID'],
    ['person:0190ABCD-0000-7000-8000-000000000000', 'capital letters: not how we write ids'],
    ['outside:', 'an outside body has a name'],
    ['admin:0190abcd-0000-7000-8000-000000000000', 'no such kind'],
    [' person:0190abcd-0000-7000-8000-000000000000', 'a blank before'],
  ])('refuse %j as an owner: %s', mark => {
    expect(ownerOf(mark)).toBeNull()
  })

  it.each([
    ['', 'nothing'],
    ['words', 'words without words'],
    ['2026-3-1', 'no two digits'],
    ['soon', 'no such head'],
    ['nothing else', 'nothing is nothing'],
  ])('refuse %j as a due date: %s', mark => {
    expect(dueOfMark(mark)).toBeNull()
  })

  it('tell dues apart by the day, and by the words only where there is none', () => {
    expect(sameDue(dueOf('2026-07-15', 'Mitte Juli'), dueOf('2026-07-15', null))).toBe(true)
    expect(sameDue(dueOf(null, 'bald'), dueOf(null, 'möglichst bald'))).toBe(false)
    expect(sameDue(dueOf('2026-07-15', null), dueOf('2026-07-16', null))).toBe(false)
    expect(sameDue(dueOf(null, null), dueOf(null, 'bald'))).toBe(false)
  })
})
