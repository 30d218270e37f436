import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PaperState, paperStates } from '../../ground/schema/papers.ts'
import { compare, listOf, openStates, openYears } from './model.ts'

const says = (...all: [PaperState, string][]) => all.map(([state, day]) => ({ state, day }))

describe('how long a paper has been open', () => {
  it('counts whole years since it was raised', () => {
    expect(openYears(says(['drafted', '2016-01-01'], ['raised', '2016-03-01']), '2026-02-28')).toBe(9)
    expect(openYears(says(['drafted', '2016-01-01'], ['raised', '2016-03-01']), '2026-03-01')).toBe(10)
  })

  it('goes on while it is under way, and begins anew after an end', () => {
    const raised = says(['drafted', '2016-01-01'], ['raised', '2016-03-01'], ['under_way', '2020-01-01'])
    expect(openYears(raised, '2026-03-01')).toBe(10)
    const again = [...raised, ...says(['lost', '2021-05-01'], ['raised', '2024-06-01'])]
    expect(openYears(again, '2026-06-01')).toBe(2)
  })

  it('is nothing before it was raised and after its end', () => {
    expect(openYears(says(['drafted', '2016-01-01']), '2026-03-01')).toBeNull()
    expect(
      openYears(says(['drafted', '2016-01-01'], ['raised', '2016-03-01'], ['won', '2018-01-01']), '2026-03-01'),
    ).toBe(null)
  })
})

it('each state is in one list', () => {
  expect(paperStates.map(state => [state, listOf(state)])).toEqual([
    ['drafted', 'drafted'],
    ['raised', 'open'],
    ['under_way', 'open'],
    ['won', 'won'],
    ['partly_won', 'won'],
    ['lost', 'ended'],
    ['dropped', 'ended'],
  ])
  for (const state of paperStates) expect(listOf(state) === 'open').toBe(openStates.has(state))
})

describe('comparing two wordings', () => {
  const words = fc.array(fc.constantFrom('Wir', 'fordern', 'eine', 'Stelle', 'bis', '2027', '.', '\n'), {
    maxLength: 30,
  })
  it('gives both back whole', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')]
        const stretches = compare(before, after)
        const side = (one: 'gone' | 'new') =>
          stretches.flatMap(({ kind, text }) => (kind === 'same' || kind === one ? [text] : [])).join('')
        expect([side('gone'), side('new')]).toEqual([before, after])
      }),
    )
  })

  it('says what came and what went', () => {
    expect(compare('eine Stelle bis 2026', 'eine Stelle bis 2027')).toEqual([
      { kind: 'same', text: 'eine Stelle bis ' },
      { kind: 'gone', text: '2026' },
      { kind: 'new', text: '2027' },
    ])
  })
})
