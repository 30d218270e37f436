import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endsAt, moved, type Place, plannedMinutes } from './model.ts'

const levels = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 12 })
const agenda = levels.map(all => all.map((level, at) => ({ id: String(at), level })))
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

/** The slow model: the agenda as a tree whose branches are cut off and set in again. */
type Branch = { readonly id: string; readonly level: number; readonly below: Branch[] }
function treeOf(items: readonly { id: string; level: number }[]): Branch[] {
  const top: Branch[] = []
  const open: Branch[] = []
  for (const { id, level } of items) {
    const branch = { id, level, below: [] }
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
    const parent = open.at(-1)?.below ?? top
    parent.push(branch)
    open.push(branch)
  }
  return top
}
const flat = (branches: readonly Branch[]): string[] => branches.flatMap(({ id, below }) => [id, ...flat(below)])

function slowStep(branches: Branch[], id: string, step: 1 | -1): boolean {
  const at = branches.findIndex(branch => branch.id === id)
  if (at === -1) return branches.some(({ below }) => slowStep(below, id, step))
  const other = branches[at + step]
  if (!other || other.level !== branches[at]!.level) return false
  ;[branches[at], branches[at + step]] = [other, branches[at]!]
  return true
}

describe('an item that moves', () => {
  it('changes places with its neighbour of the same level, each with all below it', () => {
    fc.assert(
      fc.property(agenda, fc.nat(), fc.constantFrom<Place>('up', 'down'), (items, pick, place) => {
        const { id } = items[pick % items.length]!
        const tree = treeOf(items)
        const can = slowStep(tree, id, place === 'up' ? -1 : 1)
        const order = moved(items, id, place)
        expect(order && ids(order)).toEqual(can ? flat(tree) : null)
      }),
    )
  })

  it('loses nobody and takes all below it along, wherever it goes', () => {
    fc.assert(
      fc.property(agenda, fc.nat(), fc.nat(), (items, pick, behind) => {
        const { id } = items[pick % items.length]!
        const after = behind % (items.length + 1) === items.length ? '' : items[behind % (items.length + 1)]!.id
        const order = moved(items, id, { after })
        const block = flat(treeOf(items)).slice(
          items.findIndex(item => item.id === id),
          items.findIndex((item, at) => at > Number(id) && item.level <= items[Number(id)]!.level) === -1
            ? undefined
            : items.findIndex((item, at) => at > Number(id) && item.level <= items[Number(id)]!.level),
        )
        if (block.includes(after)) {
          expect(order).toBeNull()
          return
        }
        expect([...ids(order!)].sort()).toEqual([...ids(items)].sort())
        expect(ids(order!).join()).toContain(block.join())
      }),
    )
  })

  it('stands directly below its own heading behind that, and behind all else with all below it', () => {
    const items = [
      { id: 'a', level: 1 },
      { id: 'b', level: 2 },
      { id: 'c', level: 2 },
      { id: 'd', level: 1 },
      { id: 'e', level: 1 },
    ]
    expect(ids(moved(items, 'c', { after: 'a' })!)).toEqual(['a', 'c', 'b', 'd', 'e'])
    expect(ids(moved(items, 'b', { after: 'a' })!)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(ids(moved(items, 'b', { after: 'c' })!)).toEqual(['a', 'c', 'b', 'd', 'e'])
    expect(ids(moved(items, 'b', { after: 'd' })!)).toEqual(['a', 'c', 'd', 'b', 'e'])
    expect(ids(moved(items, 'e', { after: 'a' })!)).toEqual(['a', 'b', 'c', 'e', 'd'])
    fc.assert(
      fc.property(agenda, fc.nat(), fc.nat(), (all, pick, behind) => {
        const { id, level } = all[pick % all.length]!
        const heading = all[behind % all.length]!
        const order = heading.level < level ? moved(all, id, { after: heading.id }) : null
        if (!order) return
        const between = order.slice(ids(order).indexOf(heading.id) + 1, ids(order).indexOf(id))
        // Only what lies deeper than the item itself can come before it.
        expect(between.every(one => one.level > level)).toBe(true)
      }),
    )
  })

  it('goes nowhere as the first, the last, behind itself, or when it is not there', () => {
    const items = [
      { id: 'a', level: 1 },
      { id: 'b', level: 2 },
      { id: 'c', level: 1 },
    ]
    expect(moved(items, 'a', 'up')).toBeNull()
    expect(moved(items, 'c', 'down')).toBeNull()
    expect(moved(items, 'b', 'up')).toBeNull()
    expect(moved(items, 'a', { after: 'b' })).toBeNull()
    expect(moved(items, 'x', { after: '' })).toBeNull()
    expect(ids(moved(items, 'c', 'up')!)).toEqual(['c', 'a', 'b'])
  })
})

describe('planned minutes', () => {
  it('are summed where somebody said some', () => {
    expect(plannedMinutes([{ duration: null }])).toBeNull()
    expect(plannedMinutes([{ duration: 10 }, { duration: null }, { duration: 25 }])).toBe(35)
  })
  it('end on the clock, and not past midnight', () => {
    expect(endsAt('18:00', 85)).toBe('19:25')
    expect(endsAt('18:00:00', 85)).toBe('19:25')
    expect(endsAt('23:00', 90)).toBeNull()
    expect(endsAt('00:00', 24 * 60)).toBeNull()
  })
})
