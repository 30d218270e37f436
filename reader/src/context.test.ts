import { expect, it } from 'vitest'
import { agendaOf } from './agenda/agenda.ts'
import { contextOf } from './context.ts'
import { headOf } from './head/head.ts'
import { documentOf } from './lines/document.ts'
import { attendanceOf } from './people/attendance.ts'

const TEXT = `# Protokoll
Anwesend: Rita Weiß, Max Braun
Tagesordnung:
1. A
2. B

## A
Wünsche:
- a

## B
b

Rita Weiß (Protokollführerin)`

function context() {
  const document = documentOf(TEXT)
  const attendance = attendanceOf(document)
  const { head, lines } = headOf(document, attendance, null)
  const agenda = agendaOf(document, new Set([...attendance.lines, ...lines]))
  const known = { document, reference: null, head, attendance: attendance.attendees }
  return contextOf(known, agenda, { head: lines, attendance: attendance.lines, signatureFrom: 14 })
}

it('says of each line its section, its item and what governs it', () => {
  const { sectionAt, agendaItemAt, headingsAt } = context()
  expect([1, 2, 3, 4, 5, 7, 9, 12, 14].map(sectionAt)).toEqual([
    'head',
    'attendance',
    'agenda-list',
    'agenda-list',
    'agenda-list',
    'minutes',
    'minutes',
    'minutes',
    'signature',
  ])
  expect([1, 6, 7, 9, 11, 12, 14].map(agendaItemAt)).toEqual([null, null, 0, 0, 1, 1, null])
  expect(headingsAt(9)).toEqual(['Wünsche'])
  expect(headingsAt(12)).toEqual([])
})

it('answers for lines that are not there', () => {
  const { sectionAt, agendaItemAt, headingsAt } = context()
  expect([agendaItemAt(0), agendaItemAt(99), headingsAt(99)]).toEqual([null, null, []])
  expect(sectionAt(0)).toBe('minutes')
})
