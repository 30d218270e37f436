import { describe, expect, it } from 'vitest'
import type { Item } from '../model.ts'
import { emptyEntry } from '../model.ts'
import { type Directory, matchNames, ownerOf } from './model.ts'

const directory: Directory = {
  people: [
    { id: 'p1', name: 'Rita Weiß' },
    { id: 'p2', name: 'Robert Weiß' },
    { id: 'p3', name: 'Oskar Lund' },
  ],
  offices: [{ id: 'o1', name: 'Koordinierungsstelle' }],
  organizations: [{ id: 'g1', name: 'Brückenverein' }],
}
const base = { id: 'x', lines: { from: 1, to: 1 }, position: 0, state: 'proposed', touched: false } as const
const attends = (name: string): Item => ({
  ...base,
  ...{ section: 'attendance', now: { name, state: 'present', onBehalfOf: null } },
})
const owns = (...owners: string[]): Item => ({
  ...base,
  ...{ section: 'entry', read: null, now: { ...emptyEntry('task', 'etwas'), owners } },
})

describe('whom a name means', () => {
  it.each([
    ['one person fits', [], 'Hr. Lund', { kind: 'person', id: 'p3' }],
    ['two fit: nobody is chosen for us', [], 'Weiß', { kind: 'person', id: null, name: 'Weiß' }],
    ['an initial decides between two', [], 'Rita Weiß', { kind: 'person', id: 'p1' }],
    ['an office with its article', [], 'die Koordinierungsstelle', { kind: 'office', id: 'o1' }],
    ['an office that is new', [], 'Protokollführung', { kind: 'office', id: null }],
    ['an organization we know', [], 'Brückenverein', { kind: 'organization', id: 'g1' }],
    [
      'somebody of the attendance list',
      ['B. Sandner'],
      'Hr. Sandner',
      { kind: 'person', id: null, name: 'B. Sandner' },
    ],
    ['everybody, and so nobody', [], 'wir', { kind: 'nobody' }],
  ] as const)('%s', (_why, present, name, expected) => {
    expect(matchNames([...present.map(attends), owns(name)], directory, {})[name]).toMatchObject(expected)
  })

  it('keeps what a person decided', () => {
    const decided = { 'Hr. Lund': { kind: 'nobody', id: null, name: 'Hr. Lund', by: 'person' } } as const
    expect(matchNames([owns('Hr. Lund')], directory, decided)['Hr. Lund']).toEqual(decided['Hr. Lund'])
  })
})

describe('the owner that names come to', () => {
  const names = matchNames([owns('Hr. Lund', 'Koordinierungsstelle', 'O. Lund')], directory, {})

  it('is the one they all mean', () => {
    expect(ownerOf(['Hr. Lund', 'O. Lund'], names)).toMatchObject({ kind: 'person', id: 'p3' })
  })

  it('is nobody, in their words, where they mean several', () => {
    expect(ownerOf(['Hr. Lund', 'Koordinierungsstelle'], names)).toEqual({
      ...{ kind: 'nobody', name: 'Hr. Lund, Koordinierungsstelle' },
    })
  })

  it('is nobody where nobody was named', () => {
    expect(ownerOf([], names)).toEqual({ kind: 'nobody', name: null })
  })
})
