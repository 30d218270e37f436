import { describe, expect, it } from 'vitest'
import type { FindingCode } from '../../../../../reader/src/reading.ts'
import { acceptedSurely, type EntryItem, emptyEntry, isSure, waitsSurely } from '../model.ts'
import { grouped, viewQuery } from './model.ts'

const doubt = (code: FindingCode) => ({ code, lines: { from: 1, to: 1 } })
function entry(line: number, confidence: number, more: Partial<EntryItem> = {}, ...codes: FindingCode[]): EntryItem {
  return {
    ...{ id: `${line}`, section: 'entry', lines: { from: line, to: line }, position: line, state: 'proposed' },
    ...{ touched: false, read: { confidence, doubts: codes.map(doubt) }, now: emptyEntry('task', `${line}`) },
    ...more,
  }
}
const guessed = { ...emptyEntry('task', 'x'), sameAs: { id: 'c', by: 'reader' } } as const

describe('what is sure', () => {
  it.each([
    ['confidence from 0.9 on', entry(1, 0.9), true],
    ['less confidence', entry(1, 0.89), false],
    ['any doubt', entry(1, 1, {}, 'kind-uncertain'), false],
    ['a frank judgement, however well it was read', entry(1, 1, {}, 'frank-judgement'), false],
    ['a date that the text does not say', entry(1, 0.95, {}, 'due-missing'), true],
    ['a guess that it is an open commitment', entry(1, 1, { now: guessed }), false],
    ['what a person added', entry(1, 0, { read: null }), true],
  ])('%s', (_what, item, sure) => {
    expect(isSure(item)).toBe(sure)
  })

  it('waits until it is accepted, and can be taken back unless a person has changed it', () => {
    const [waiting, accepted] = [entry(1, 1), entry(1, 1, { state: 'accepted' })]
    expect([waitsSurely(waiting), acceptedSurely(waiting)]).toEqual([true, false])
    expect([waitsSurely(accepted), acceptedSurely(accepted)]).toEqual([false, true])
    expect(acceptedSurely({ ...accepted, touched: true })).toBe(false)
    expect(waitsSurely(entry(1, 1, { state: 'rejected' }))).toBe(false)
  })
})

describe('the order of entries', () => {
  const entries = [
    entry(1, 0.95),
    entry(2, 0.8),
    entry(3, 0.97, {}, 'owner-ambiguous'),
    entry(4, 0.4, { state: 'accepted', touched: true }),
    entry(5, 0.91),
  ]
  const linesOf = (order: 'doubt' | 'text') =>
    grouped(entries, order).map(({ name, items }) => [name, ...items.map(({ lines }) => lines.from)])

  it('has what to look at first, the least confident before all, then what is sure by line', () => {
    expect(linesOf('doubt')).toEqual([
      ['look', 4, 2, 3],
      ['sure', 1, 5],
    ])
  })
  it('is that of the text where somebody wants that', () => {
    expect(linesOf('text')).toEqual([['entry', 1, 2, 3, 4, 5]])
  })
  it('leaves out a group that has nothing', () => {
    expect(grouped([entries[0]!], 'doubt').map(({ name }) => name)).toEqual(['sure'])
  })
})

it.each([
  [{}, {}, ''],
  [{ show: 'all', order: 'doubt' }, {}, ''],
  [{ show: 'doubt', order: 'text' }, { item: 'x' }, '?show=doubt&order=text&item=x'],
  [{ order: 'text' }, { from: 3, to: 4 }, '?order=text&from=3&to=4'],
] as const)('the view %j with %j has the query %s', (view, more, query) => {
  expect(viewQuery(view, more)).toBe(query)
})
