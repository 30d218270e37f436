import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { publicHolidays } from '../../../ground/holidays.ts'
import { circular } from './afar/model.ts'
import { measures, neededOf, shares } from './model.ts'
import { latestDispatchDay } from './notice/model.ts'
import { presetRules } from './preset/model.ts'
import { type Mandate, majority, quorum, votersOf } from './vote/model.ts'

/** The same questions answered by counting one by one, held against the rules on random inputs. */
const law = presetRules('association', null)
const holidays = publicHolidays('DE-TH')
const days = fc.integer({ min: 0, max: 2000 }).map(n => Temporal.PlainDate.from('2025-01-01').add({ days: n }))

describe('latest dispatch day', () => {
  it('is the last working day on which waiting one more would be too late', () => {
    const period = fc.record({
      ...{ length: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom('days', 'weeks') },
      ...{
        clear: fc.boolean(),
        delivery: fc.integer({ min: 0, max: 4 }),
        event: fc.constantFrom('sending', 'receipt'),
      },
    })
    fc.assert(
      fc.property(days, period, (meeting, { length, unit, clear, delivery, event }) => {
        const rule = { ...law.notice, length, unit, clear, delivery, event } as typeof law.notice
        const whole = unit === 'weeks' ? length * 7 : length
        const works = (day: Temporal.PlainDate) => day.dayOfWeek < 6 && holidays(day.toString()) === null
        // Sent in the morning: does it arrive so that the whole period lies between?
        const inTime = (sent: Temporal.PlainDate) => {
          if (!works(sent)) return false
          let arrives = sent
          if (event === 'receipt')
            for (let left = delivery; left > 0; ) {
              arrives = arrives.add({ days: 1 })
              if (works(arrives)) left--
            }
          return arrives.until(meeting).days - (clear ? 1 : 0) >= whole
        }
        let slow = meeting
        while (!inTime(slow)) slow = slow.subtract({ days: 1 })
        expect(latestDispatchDay(rule, meeting.toString(), holidays).day).toBe(slow.toString())
      }),
      { numRuns: 400, seed: 1 },
    )
  })
})

const parts: Record<(typeof shares)[number], (count: number, of: number) => boolean> = {
  third: (count, of) => count * 3 >= of,
  half: (count, of) => count * 2 >= of,
  'more-half': (count, of) => count * 2 > of,
  'two-thirds': (count, of) => count * 3 >= of * 2,
  'three-quarters': (count, of) => count * 4 >= of * 3,
  'four-fifths': (count, of) => count * 5 >= of * 4,
  all: (count, of) => count >= of,
}

describe('shares', () => {
  it('are the smallest whole number that fulfils them', () => {
    for (const share of shares)
      for (let of = 0; of <= 400; of++) {
        let slow = 0
        while (!parts[share](slow, of)) slow++
        expect([share, of, neededOf(share, of)]).toEqual([share, of, slow])
      }
  })
})

const mandate = fc.record({
  role: fc.constantFrom('chair', 'member', 'delegate', 'deputy', 'observer', 'guest'),
  votingRight: fc.boolean(),
  onBehalfOf: fc.constantFrom(null, 'a', 'b', 'c'),
  here: fc.boolean(),
})
const room = fc
  .array(mandate, { maxLength: 12 })
  .map(all => all.map((one, at) => ({ ...one, id: `m${at}`, personId: `p${at}` }) as Mandate & { here: boolean }))

describe('votes', () => {
  it('are never more than seats, one a mandate, one an organisation where the rules say so', () => {
    fc.assert(
      fc.property(room, fc.constantFrom('person', 'organization'), fc.boolean(), (mandates, by, deputies) => {
        const rules = {
          ...law,
          votes: { ...law.votes, by },
          deputies: { ...law.deputies, kind: deputies ? 'named' : 'none' },
        } as typeof law
        const present = mandates.filter(({ here }) => here).map(one => ({ mandate: one }))
        const voters = votersOf(rules, mandates, present).filter(({ may }) => may)
        const full = mandates.filter(m => m.votingRight && ['chair', 'member', 'delegate'].includes(m.role))
        expect(voters.length).toBeLessThanOrEqual(full.length)
        for (const org of ['a', 'b', 'c']) {
          const votes = voters.filter(({ mandate: m }) => m.onBehalfOf === org).length
          const own = full.filter(m => m.onBehalfOf === org).length
          expect(votes).toBeLessThanOrEqual(by === 'organization' ? 1 : own)
        }
        for (const { mandate: m } of voters) expect(m.votingRight && !['observer', 'guest'].includes(m.role)).toBe(true)
        // Nobody who leaves brings a quorum about.
        const before = quorum({ ...rules, quorum: { ...rules.quorum, kind: 'share' } }, mandates, present)
        expect(before.met).toBe(before.present >= before.needed)
      }),
      { numRuns: 500, seed: 2 },
    )
  })

  it('a majority is what counting hands says', () => {
    const count = fc.integer({ min: 0, max: 30 })
    const tally = fc.record({ yes: count, no: count, abstain: count, invalid: count })
    const of = fc.constantFrom('cast', 'present', 'members')
    fc.assert(
      fc.property(
        tally,
        fc.constantFrom(...measures),
        of,
        fc.boolean(),
        fc.boolean(),
        (votes, measure, base, abstentions, invalid) => {
          const present = votes.yes + votes.no + votes.abstain + votes.invalid
          const members = present + 7
          const rules = {
            ...law,
            majorities: { ...law.majorities, ordinary: { ...law.majorities.ordinary, measure, of: base } },
            counting: { ...law.counting, abstentions, invalid },
          } as typeof law
          const cast = [
            ...Array<string>(votes.yes).fill('yes'),
            ...Array<string>(votes.no).fill('no'),
            ...Array<string>(abstentions ? votes.abstain : 0).fill('abstain'),
            ...Array<string>(invalid ? votes.invalid : 0).fill('invalid'),
          ]
          const basis = { cast: cast.length, present, members }[base]
          const slow =
            votes.yes > 0 &&
            (measure === 'consensus'
              ? votes.no === 0
              : measure === 'relative'
                ? votes.yes > votes.no
                : parts[measure](votes.yes, basis))
          expect(majority(rules, 'ordinary', { ...votes, present, members }).accepted).toBe(slow)
        },
      ),
      { numRuns: 1000, seed: 3 },
    )
  })

  it('a resolution without a meeting by law is one yes of everybody', () => {
    const count = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(count, count, count, count, fc.boolean(), (yes, no, abstain, missing, closed) => {
        const { result } = circular(law, { yes, no, abstain, missing, closed })
        expect(result === 'accepted').toBe(yes > 0 && no + abstain + missing === 0)
        // What is open can still become accepted, what failed can not.
        if (result === 'open') expect(no + abstain).toBe(0)
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})
