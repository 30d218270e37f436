import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AgendaItem,
  audiencesWithin,
  comingAgenda,
  latestControl,
  narrower,
  numbered,
  standingItems,
} from './model.ts'

const item = (over: Partial<AgendaItem>): AgendaItem => ({
  id: 'id',
  number: null,
  title: 'Punkt',
  level: 1,
  kind: 'plain',
  minutesId: null,
  minutesDay: null,
  minutesWait: false,
  commitment: null,
  duration: null,
  audience: null,
  withoutAdministration: false,
  ...over,
})

describe('numbers', () => {
  it('count within their level and begin anew below each', () => {
    const levels = [1, 2, 2, 3, 2, 1, 2]
    expect(numbered(levels.map(level => item({ level }))).map(({ number }) => number)).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.2.1',
      '1.3',
      '2',
      '2.1',
    ])
  })

  it('stay as they are written', () => {
    expect(numbered([item({ number: '0' }), item({})]).map(({ number }) => number)).toEqual(['0', '2'])
  })

  it('are all different, whatever the levels', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 }), levels => {
        const numbers = numbered(levels.map(level => item({ level }))).map(({ number }) => number)
        expect(new Set(numbers).size).toBe(levels.length)
      }),
      { numRuns: 200, seed: 1 },
    )
  })
})

describe('the agenda of a meeting to come', () => {
  const old = item({ id: 'old', level: 2, kind: 'minutes_control', minutesId: 'm1', minutesDay: '2026-01-10' })
  const young = item({ id: 'young', level: 2, kind: 'minutes_control', minutesId: 'm2', minutesDay: '2026-02-10' })
  const begin = item({ id: 'begin' })
  const end = item({ id: 'end' })

  it('looks back at the latest minutes only', () => {
    for (const controls of [
      [old, young],
      [young, old],
    ])
      expect(comingAgenda([begin, ...controls, end]).map(({ id }) => id)).toEqual(['begin', 'young', 'end'])
  })

  it('looks back at the earlier ones for whom the latest are closed', () => {
    expect(latestControl([begin, old, end])?.id).toBe('old')
  })

  it('has no gap in its numbers that tells of what is not for the reader', () => {
    expect(comingAgenda([begin, old, item({ level: 2 }), end]).map(({ number }) => number)).toEqual([
      '1',
      '1.1',
      '1.2',
      '2',
    ])
    expect(comingAgenda([begin, item({ level: 2 }), end]).map(({ number }) => number)).toEqual(['1', '1.1', '2'])
  })
})

describe('the audience of the next meeting', () => {
  it.each(['body', 'board', 'named'] as const)('is the one looked back at where that was %s', held => {
    for (const usual of ['public', 'network', 'body', 'board'] as const) expect(narrower(usual, held)).toBe(held)
  })

  it('is never public after a meeting for the network', () => {
    expect(narrower('public', 'network')).toBe('network')
  })

  it('stays with what is usual where that is narrower', () => {
    expect(narrower('board', 'network')).toBe('board')
    expect(narrower('body', 'public')).toBe('body')
    expect(narrower('network', 'public')).toBe('network')
  })
})

describe('the audience of a meeting that was held', () => {
  it.each([
    ['public', ['public', 'network', 'body', 'board', 'named']],
    ['network', ['network', 'body', 'board', 'named']],
    ['body', ['body', 'named']],
    ['board', ['board', 'named']],
    ['named', ['named']],
  ] as const)('can become, from %s, %j', (held, within) => {
    expect(audiencesWithin(held)).toEqual(within)
  })
})

it('begins with items in the order of their places', () => {
  const places = standingItems.map(({ position }) => position)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})
