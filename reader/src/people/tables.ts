import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import type { AttendanceState } from '../reading.ts'
import { isFullName, isListOfPersons } from './attendees.ts'
import { stateOfLabel, stateOfNote } from './states.ts'

/** A table of attendance: its persons, and the index of the first line behind it. */
export type AttendanceTable = {
  readonly persons: readonly { readonly text: string; readonly line: number; readonly state: AttendanceState }[]
  readonly end: number
}

const NAME_COLUMN = /^(?:vor- und nachname|name|namen|mitglied|mitglieder|person|teilnehmer\p{L}*|vorname)(?!\p{L})/iu
const YES = /^(?:x|ja|j|✓|✔|✅|☑|☒|\+|anwesend|da|1|\[x\])(?: \(.{1,30}\))?\uFE0F?$/iu
const NO = /^(?:nein|n|-|–|✗|✘|❌|0|\[ \])\uFE0F?$/iu

/**
 * Reads a table whose head names states of attendance: either a column of names beside columns to tick, or columns
 * that hold the names. Null unless such a table begins at index `at`.
 */
export function attendanceTable(document: Document, at: number): AttendanceTable | null {
  const head = document.lines[at]?.cells?.map(plainOf)
  if (!head || head.length < 2 || document.lines[at - 1]?.cells) return null
  const states = head.map(stateOfHead)
  const nameColumn = head.findIndex(cell => NAME_COLUMN.test(cell))
  const rows = rowsBelow(document, at)
  const end = rows.at(-1)?.number ?? at + 1
  if (rows.length === 0) return null
  if (states.every(state => state === null)) {
    const persons = nameColumn >= 0 ? toldInCells(rows, nameColumn) : null
    return persons && { persons, end }
  }
  const persons = nameColumn >= 0 ? ticked(rows, nameColumn, states) : named(rows, states)
  return persons && { persons, end }
}

/** Where only presence is asked, "nein" is absence. */
function denied(cells: readonly string[], states: readonly (AttendanceState | null)[]): AttendanceState | null {
  const asked = states.flatMap((state, column) => (state === null ? [] : [column]))
  const [only, more] = asked
  return only !== undefined && more === undefined && states[only] === 'present' && NO.test(cells[only] ?? '')
    ? 'absent'
    : null
}

/** "Karin Pohl | Schulamt | anwesend ab 14.30": a cell of most rows says the state. */
function toldInCells(rows: readonly Line[], nameColumn: number): AttendanceTable['persons'] | null {
  const persons = rows.flatMap(row => {
    const cells = (row.cells ?? []).map(plainOf)
    const name = cells[nameColumn] ?? ''
    const state = cells.map(stateOfNote).find(said => said !== null)
    const notes = cells.filter((cell, column) => column !== nameColumn && !stateOfNote(cell)).join(', ')
    return name !== '' && state ? [{ text: notes === '' ? name : `${name} (${notes})`, line: row.number, state }] : []
  })
  return persons.length * 2 > rows.length ? persons : null
}

/**
 * The rows of a table that stands under words such as "Teilnehmende": a person in the first cell, or a group or a state
 * there and persons behind it. `from` is the index of the first row.
 */
export function tableUnder(document: Document, from: number, state: AttendanceState): AttendanceTable | null {
  const first = document.lines[from]
  if (!first?.cells || attendanceTable(document, from)) return null
  const headed = first.cells.some(cell => NAME_COLUMN.test(plainOf(cell)))
  const rows = headed ? rowsBelow(document, from) : [first, ...rowsBelow(document, from)]
  const persons = rows.flatMap(row => {
    const [label = '', value = ''] = (row.cells ?? []).map(plainOf)
    const own = stateOfLabel(label)
    if (isFullName(label) && !own) return [{ text: label, line: row.number, state }]
    return isListOfPersons(value) ? [{ text: value, line: row.number, state: own ?? state }] : []
  })
  return persons.length > 0 && persons.length * 2 > rows.length ? { persons, end: rows.at(-1)!.number } : null
}

function stateOfHead(cell: string): AttendanceState | null {
  return NAME_COLUMN.test(cell) ? null : stateOfLabel(cell)
}

function rowsBelow(document: Document, at: number): Line[] {
  const rows: Line[] = []
  for (let next = at + 1; next < document.lines.length; next += 1) {
    const line = document.lines[next]!
    if (line.apart === 'rule') continue
    if (!line.cells) break
    rows.push(line)
  }
  return rows
}

function ticked(
  rows: readonly Line[],
  nameColumn: number,
  states: readonly (AttendanceState | null)[],
): AttendanceTable['persons'] {
  return rows.flatMap(row => {
    const cells = (row.cells ?? []).map(plainOf)
    const text = cells[nameColumn] ?? ''
    const at = states.findIndex((state, column) => state !== null && YES.test(cells[column] ?? ''))
    const said = cells.map(stateOfNote).find(state => state !== null)
    const state = said ?? (at >= 0 ? states[at]! : denied(cells, states))
    return text !== '' && state ? [{ text, line: row.number, state }] : []
  })
}

function named(rows: readonly Line[], states: readonly (AttendanceState | null)[]): AttendanceTable['persons'] | null {
  if (states.some(state => state === null)) return null
  return rows.flatMap(row =>
    (row.cells ?? []).flatMap((cell, column) => {
      const state = states[column]
      return state && cell !== '' ? [{ text: cell.replace(/<br ?\/?>/g, ', '), line: row.number, state }] : []
    }),
  )
}
