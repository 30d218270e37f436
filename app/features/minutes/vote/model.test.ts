import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../../../reader/src/read.ts'
import { presetRules } from '../../directory/rules/preset/model.ts'
import { type Candidate, countsOf, decided, electedIn, lineOf, type Moment, roundLine, standingOf } from './model.ts'

const rules = presetRules('association', null)
const moment = (over: Partial<Moment> = {}): Moment => ({ rules, mandates: [], present: 20, quorum: true, ...over })
const counts = (yes: number, no: number, abstain = 0, invalid = 0) => ({ yes, no, abstain, invalid })
const who = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  ...{ id, name: id, fulfils: null, answer: null, removed: false },
  ...over,
})
const free = { precondition: null }

const minutesWith = (line: string) =>
  `Protokoll: Runde\nGremium: Vorstand\nDatum: 12.01.2027\n\nTOP 1 Laden\n\n${line}\n`
const told = (over: object) => ({
  ...{ question: 'Der Laden bleibt im August geschlossen.', condition: null, way: 'open' as const, quorum: true },
  ...{ accepted: true, ...counts(5, 1, 2), ...over },
})

describe('what follows from a vote', () => {
  it('is nothing where the body has no rules', () => {
    expect(decided(null, 'ordinary', counts(5, 0))).toMatchObject({ accepted: null, needed: null })
  })

  it('is nothing accepted by a body that can not decide', () => {
    expect(decided(moment(), 'ordinary', counts(5, 1))).toMatchObject({ accepted: true, quorum: true })
    expect(decided(moment({ quorum: false }), 'ordinary', counts(5, 1))).toMatchObject({ accepted: false })
    expect(electedIn(moment({ quorum: false }), [{ id: 'a', votes: 5 }], counts(0, 0)).electedId).toBeNull()
  })

  it('counts every vote by name once, with its weight', () => {
    const choices = fc.constantFrom('yes', 'no', 'abstain', 'invalid')
    fc.assert(
      fc.property(fc.array(fc.record({ choice: choices, votes: fc.integer({ min: 1, max: 3 }) })), casts => {
        const slow = counts(0, 0)
        for (const { choice, votes } of casts) slow[choice] += votes
        expect(countsOf(casts)).toEqual(slow)
      }),
    )
  })
})

describe('an election', () => {
  it('waits until of everybody who stands the precondition was checked', () => {
    const asked = { precondition: 'seit einem Jahr Mitglied' }
    const state = standingOf(asked, [who('a', { fulfils: true }), who('b'), who('c', { fulfils: false })], [])
    expect(state.unchecked.map(({ id }) => id)).toEqual(['b'])
    expect(state.standing.map(({ id }) => id)).toEqual(['a'])
  })

  it('goes to those with the most votes where nobody was elected', () => {
    const votes = [
      { id: 'a', votes: 4 },
      { id: 'b', votes: 3 },
      { id: 'c', votes: 1 },
    ]
    const state = standingOf(free, [who('a'), who('b'), who('c')], [{ electedId: null, votes }])
    expect(state.standing.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('is over with somebody elected, and open again when he declines', () => {
    const rounds = [{ electedId: 'a', votes: [{ id: 'a', votes: 4 }] }]
    expect(standingOf(free, [who('a'), who('b')], rounds)).toMatchObject({ standing: [], elected: { id: 'a' } })
    const declined = standingOf(free, [who('a', { answer: 'declined' }), who('b')], rounds)
    expect(declined).toMatchObject({ elected: null, standing: [{ id: 'b' }] })
  })

  it('never lets anybody stand who was struck, declined or does not fulfil what is asked', () => {
    const one = fc.record({
      fulfils: fc.constantFrom(null, true, false),
      answer: fc.constantFrom(null, 'accepted' as const, 'declined' as const),
      removed: fc.boolean(),
      votes: fc.integer({ min: 0, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), fc.boolean(), fc.boolean(), (all, asked, voted) => {
        const candidates = all.map((each, at) => who(String(at), each))
        const votes = all.map(({ votes: count }, at) => ({ id: String(at), votes: count }))
        const precondition = asked ? 'X' : null
        const { standing } = standingOf({ precondition }, candidates, voted ? [{ electedId: null, votes }] : [])
        for (const each of standing) {
          expect(each.removed || each.answer === 'declined').toBe(false)
          if (asked) expect(each.fulfils).toBe(true)
        }
        const may = candidates.filter(c => !c.removed && c.answer !== 'declined' && (!asked || c.fulfils))
        if (may.length > 0) expect(standing.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the line of a vote', () => {
  it.each([
    [told({}), { result: 'accepted', yes: 5, no: 1, abstain: 2 }],
    [told({ accepted: false, ...counts(1, 5) }), { result: 'rejected', yes: 1, no: 5, abstain: 0 }],
    [told({ way: 'secret', ...counts(4, 3, 0, 1) }), { result: 'accepted', yes: 4, no: 3, abstain: 0 }],
  ])('is read as the decision that it was', (vote, { result, ...votes }) => {
    const line = lineOf(vote)
    const decisions = read(minutesWith(line)).entries.filter(({ kind }) => kind === 'decision')
    expect(decisions).toHaveLength(1)
    expect(decisions[0]).toMatchObject({ result, votes })
  })

  it('is read with its condition', () => {
    const line = lineOf(told({ condition: 'der Zuschuss bewilligt wird' }))
    const [decision] = read(minutesWith(line)).entries.filter(({ kind }) => kind === 'decision')
    expect(decision).toMatchObject({ condition: 'sofern der Zuschuss bewilligt wird' })
  })

  it('is a decision where somebody is elected, and none where nobody is', () => {
    const votes = [
      { name: 'Klara Brandes', votes: 4 },
      { name: 'Jonas Ferber', votes: 1 },
    ]
    const round = { post: 'Sprecherin', round: 1, secret: true, no: 0, abstain: 1, invalid: 0, votes }
    const kinds = (elected: string | null) =>
      read(minutesWith(roundLine({ ...round, elected }))).entries.map(({ kind }) => kind)
    expect(kinds('Klara Brandes')).toEqual(['decision'])
    expect(kinds(null)).not.toContain('decision')
  })
})
