import { expect, it } from 'vitest'
import { exchangeOf } from './exchange.ts'
import type { Entry, Reading } from './reading.ts'

const at = (from: number, to = from) => ({ from, to })
const base = { agendaItem: null, cues: [], confidence: 1, doubts: [] }
const when = { words: 'am 3. und 4. Mai', from: '2021-05-03', until: '2021-05-04', start: '18:00', end: null }

function reading(entries: readonly Entry[]): Reading {
  return {
    reader: 'x',
    lineCount: 9,
    head: {
      title: { value: 'Protokoll', lines: at(3) },
      body: null,
      date: { value: '2021-04-01', lines: at(4) },
      start: null,
      end: null,
      place: null,
      chair: null,
      minuteTaker: null,
    },
    attendance: [
      { name: 'Rita Weiß', state: 'present', onBehalfOf: 'Chor', lines: at(5) },
      { name: 'Max Braun', state: 'guest', onBehalfOf: null, lines: at(6) },
    ],
    agenda: [{ number: '1', title: 'Finanzen', level: 1, lines: at(7) }],
    entries,
    findings: [],
    mentions: null,
  }
}

it('puts head, attendance and agenda into the words of the format', () => {
  expect(exchangeOf(reading([]))).toEqual({
    meeting: {
      title: 'Protokoll',
      body: null,
      date: '2021-04-01',
      start: null,
      end: null,
      place: null,
      chair: null,
      minuteTaker: null,
      line: 3,
      fieldLines: { title: 3, date: 4 },
    },
    attendance: {
      present: [{ name: 'Rita Weiß', line: 5 }],
      absent: [],
      excused: [],
      guests: [{ name: 'Max Braun', line: 6 }],
    },
    agenda: [{ number: '1', title: 'Finanzen', level: 1, line: 7 }],
    tasks: [],
    decisions: [],
    appointments: [],
    ideas: [],
    lessons: [],
    wishes: [],
  })
})

it('gives lines as a range only where there are several', () => {
  const votes = { yes: 5, no: null, abstain: 0 }
  const found = exchangeOf(
    reading([
      { ...base, kind: 'decision', text: 'a', lines: at(8, 9), result: 'accepted', votes, condition: 'sofern' },
      { ...base, kind: 'task', text: 'b', lines: at(8), owners: ['Rita'], due: { ...when, from: null, until: null } },
      { ...base, kind: 'appointment', text: 'c', lines: at(8), title: 'Fest', when, place: null },
      { ...base, kind: 'wish', text: 'd', lines: at(9), from: null },
      { ...base, kind: 'idea', text: 'e', lines: at(9), parked: true },
      { ...base, kind: 'lesson', text: 'f', lines: at(9) },
      { ...base, kind: 'statement', text: 'g', lines: at(9), speaker: 'Rita' },
    ]),
  )
  expect(found.decisions).toEqual([{ text: 'a', votes, result: 'accepted', conditional: true, line: 8, lines: [8, 9] }])
  expect(found.tasks).toEqual([{ text: 'b', responsible: ['Rita'], due: 'am 3. und 4. Mai', line: 8 }])
  expect(found.appointments).toMatchObject([{ title: 'Fest', date: '2021-05-03/2021-05-04', start: '18:00', line: 8 }])
  expect([found.wishes, found.ideas, found.lessons].map(all => all.map(({ text }) => text))).toEqual([
    ['d'],
    ['e'],
    ['f'],
  ])
})
