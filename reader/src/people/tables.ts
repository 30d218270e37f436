import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import type { AttendanceState } from '../reading.ts'
import { stateOfLabel, stateOfNote } from './states.ts'

/** A table of attendance: its persons, and the index of the first line behind it. */
export type AttendanceTable = {
  readonly persons: readonly { readonly text: string; readonly line: number; readonly state: AttendanceState }[]
  readonly end: number
}

const NAME_COLUMN = /^(?:vor- und nachname|name|namen|mitglied|mitglieder|person|teilnehmer\p{L}*|vorname)(?!\p{L})/iu
const YES = /^(?:x|ja|j|✓|✔|☑|☒|anwesend|da|1|\[x\])$/iu

/**
 * Reads a table whose head names states of attendance: either a column of names beside columns to tick, or columns
 * that hold the names. Null unless such a table begins at index `at`.
 */
export function attendanceTable(document: Document, at: number): AttendanceTable | null {
  const head = document.lines[at]?.cells?.map(plainOf)
  if (!head || head.length < 2 || document.lines[at - 1]?.cells) return null
  const states = head.map(stateOfHead)
  if (states.every(state => state === null)) return null
  const nameColumn = head.findIndex(cell => NAME_COLUMN.test(cell))
  const rows = rowsBelow(document, at)
  const end = rows.at(-1)?.number ?? at + 1
  if (rows.length === 0) return null
  const persons = nameColumn >= 0 ? ticked(rows, nameColumn, states) : named(rows, states)
  return persons && { persons, end }
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
    const state = said ?? (at >= 0 ? states[at]! : null)
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
