import { describe, expect, it } from 'vitest'
import { exchangeOf } from './exchange.ts'
import { confidencesOf } from './measure/calibration.ts'
import type { Gold, GoldTask } from './measure/gold.ts'
import { measure } from './measure.ts'
import { read } from './read.ts'

const gold: Gold = {
  meeting: { title: 'Protokoll der Vorstandssitzung', date: '2021-05-03', chair: 'Dr. Rita Weiß', place: null },
  attendance: { present: [{ name: 'Rita Weiß', line: 3 }], guests: [{ name: 'Max Braun', line: 4 }] },
  agenda: [{ title: 'Fest im Hof', line: 6 }],
  tasks: [
    { text: 'Max bestellt die Bänke für das Fest', responsible: ['Hr. Braun'], due: '2021-05-10', line: 8 },
    { text: 'Rita fragt den Hausmeister', responsible: ['Rita'], line: 9 },
  ],
  decisions: [{ text: 'Das Fest findet statt', result: 'accepted', votes: { yes: 4, no: 0 }, lines: [12, 14] }],
  appointments: [{ title: 'Fest im Hof', date: '2021-06-12', start: '14:00', line: 15 }],
  wishes: [{ text: 'mehr Licht im Hof', line: 20, borderline: true }],
}
const measured = (change: Partial<Gold>, wanted: Gold = gold) =>
  measure([{ name: 'a.md', gold: wanted, read: { ...gold, ...change }, confidence: {} }])
const tasks = (change: Partial<GoldTask>) => ({
  tasks: gold.tasks!.map((task, at) => ({ ...task, ...(at ? {} : change) })),
})

describe('measure', () => {
  it('finds everything in the gold itself', () => {
    const { core, kinds, fields, misses } = measured({})
    expect(core).toBe(1)
    expect(kinds.tasks).toEqual({ precision: 1, recall: 1, f1: 1, gold: 2, read: 2 })
    expect(fields).toMatchObject({
      responsible: { right: 2, of: 2, share: 1 },
      due: { right: 1, of: 1 },
      start: { of: 1 },
    })
    expect(misses).toEqual([])
  })

  it('has no figure for what does not occur, and leaves it out of the mean', () => {
    const { core, kinds } = measure([{ name: 'a', gold: { tasks: gold.tasks! }, read: {}, confidence: {} }])
    expect(kinds.lessons).toEqual({ precision: null, recall: null, f1: null, gold: 0, read: 0 })
    expect(core).toBe(0)
    expect(measure([]).core).toBeNull()
  })

  it.each([
    ['a line further down', { line: 9 }, 2],
    ['too far away', { line: 11 }, 1],
    ['in other words, half of them the same', { text: 'Max bestellt die Bänke und Tische und die Getränke' }, 2],
    ['in other words', { text: 'jemand bringt Stühle mit' }, 1],
    ['in decomposed letters, with a hyphen that is not seen', { text: 'Max bestellt die Bänke für das Fe\u00adst' }, 2],
  ])('knows a task %s', (_where, change, found) => {
    const { gold: all, read: had, recall } = measured(tasks(change)).kinds.tasks
    expect([all, had, recall]).toEqual([2, 2, found / 2])
  })

  it('says what was missed, invented and wrong, with its line', () => {
    const { misses } = measured({ ...tasks({ responsible: ['Max'] }), agenda: [], wishes: [{ text: 'Ruhe', line: 2 }] })
    const at = { name: 'a.md', list: null }
    expect(misses).toEqual([
      { ...at, kind: 'agenda', is: 'missed', line: 6, text: 'Fest im Hof' },
      {
        ...{ ...at, kind: 'tasks', is: 'wrong', line: 8, text: 'Max bestellt die Bänke für das Fest' },
        ...{ field: 'responsible', gold: 'Hr. Braun', read: 'Max' },
      },
      { ...at, kind: 'wishes', is: 'invented', line: 2, text: 'Ruhe' },
    ])
  })

  it('counts a borderline item neither when it is read nor when it is not', () => {
    expect(measured({}).kinds.wishes).toMatchObject({ gold: 0, read: 0 })
    expect(measured({ wishes: [] }).kinds.wishes).toMatchObject({ gold: 0, read: 0 })
  })

  it('gives a line to the item that counts when a borderline one says the same', () => {
    const twice = [
      { text: 'mehr Licht', line: 1, borderline: true },
      { text: 'mehr Licht', line: 1 },
    ]
    const one = { wishes: [{ text: 'mehr Licht', line: 1 }] }
    expect(measured(one, { wishes: twice }).kinds.wishes).toMatchObject({ gold: 1, read: 1, f1: 1 })
  })

  it('knows an appointment by its date', () => {
    const [event] = gold.appointments!
    const read = (change: object) => measured({ appointments: [{ ...event!, ...change }] }).kinds.appointments.f1
    expect(read({ line: 40 })).toBe(1)
    expect(read({ title: 'Feier' })).toBe(1)
    expect(read({ title: 'Feier', line: 40 })).toBe(0)
    expect(read({ date: '2021-06-13' })).toBe(0)
  })

  it.each([
    ['unanimous', { yes: 4, no: 0 }, 1, 1],
    ['accepted', { yes: 4, no: 0, abstain: null }, 1, 1],
    ['rejected', { yes: 4, no: 1 }, 0, 0],
    ['consensus', null, 0, 0],
  ])('holds the result %s with the votes %j against the gold', (result, votes, results, counts) => {
    const { fields } = measured({ decisions: [{ ...gold.decisions![0]!, result, votes }] })
    expect([fields.result.right, fields.votes.right]).toEqual([results, counts])
  })

  it('takes no stated result for an agreement', () => {
    const decided = (result: string | null) => ({ decisions: [{ text: 'Licht bleibt an', line: 1, result }] })
    expect(measured(decided('consensus'), decided(null)).fields.result.right).toBe(1)
    expect(measured(decided('accepted'), decided(null)).fields.result.right).toBe(0)
  })

  it('compares names without titles, and by how they attended', () => {
    const { kinds, misses } = measured({
      meeting: { ...gold.meeting, chair: 'Rita Weiß', place: 'Saal' },
      attendance: { present: [{ name: 'Dr. Rita Weiß' }, { name: 'Max Braun', line: 4 }] },
    })
    expect(kinds.attendance).toMatchObject({ gold: 2, read: 2, f1: 0.5 })
    expect(kinds.head).toMatchObject({ gold: 3, read: 4, recall: 1 })
    expect(misses).toEqual([
      { name: 'a.md', kind: 'attendance', is: 'missed', list: 'guests', line: 4, text: 'Max Braun' },
      { name: 'a.md', kind: 'attendance', is: 'invented', list: 'present', line: 4, text: 'Max Braun' },
      {
        ...{ name: 'a.md', kind: 'head', is: 'wrong', list: null, line: null, text: 'Saal' },
        ...{ field: 'place', gold: '', read: 'Saal' },
      },
    ])
  })

  it('counts a field of the head that both say differently on both sides', () => {
    const { head } = measured({ meeting: { ...gold.meeting, date: '2021-05-04' } }).kinds
    expect(head).toMatchObject({ gold: 3, read: 3, precision: 2 / 3, recall: 2 / 3 })
  })

  it('says of each band of confidence how many entries are right, borderline ones aside', () => {
    const wanted: Gold = {
      wishes: [
        { text: 'Licht', line: 1 },
        { text: 'Ruhe', line: 9, borderline: true },
      ],
    }
    const had = ['Licht', 'Ruhe', 'Wärme', 'Farbe'].map((text, at) => ({ text, line: at === 1 ? 9 : 1 + 20 * at }))
    const confidence = { wishes: [0.9, 1, 0.95, 0.3] }
    const { calibration } = measure([{ name: 'a', gold: wanted, read: { wishes: had }, confidence }])
    expect(calibration.sure).toEqual({ right: 1, of: 2, share: 0.5 })
    expect(calibration.bands).toHaveLength(10)
    expect(calibration.bands[3]).toEqual({ from: 0.3, to: 0.4, right: 0, of: 1, share: 0 })
    expect(calibration.bands[9]).toEqual({ from: 0.9, to: 1, right: 1, of: 2, share: 0.5 })
    expect(calibration.bands[5]!.share).toBeNull()
  })
})

it('measures a reading of the reader with its confidences', () => {
  const reading = read(`# Protokoll der Vorstandssitzung vom 3. Mai 2021

Anwesend: Rita Weiß, Max Braun

## 1. Fest

- Max bestellt die Bänke.
- Beschluss: Das Fest findet statt (einstimmig).
`)
  const exchange = exchangeOf(reading)
  const confidence = confidencesOf(reading)
  expect(confidence.tasks).toHaveLength(exchange.tasks.length)
  const { core, calibration } = measure([{ name: 'a.md', gold: exchange, read: exchange, confidence }])
  expect(core).toBe(1)
  expect(calibration.bands.reduce((sum, { of }) => sum + of, 0)).toBe(
    exchange.tasks.length + exchange.decisions.length + exchange.appointments.length,
  )
})
