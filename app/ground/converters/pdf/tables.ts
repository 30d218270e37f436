import type { Row } from './rows.ts'
import type { Segment } from './segments.ts'

/** A table: per table row the lines of each cell. Columns are told by where their cells start. */
export type PdfTable = { readonly rows: readonly (readonly (readonly Segment[])[])[] }
export type Part = { readonly row: Row } | { readonly table: PdfTable }

const SAME_X = 4
/** Rows of one table stand this near, in sizes of the letters. */
const LARGEST_GAP = 4
/** "Ort:  Gemeindehaus" below "Datum:  14.11." is no table: with two columns, a cell must have been wrapped. */
const SURE_COLUMNS = 3

/**
 * Finds tables among the rows of a page: neighbouring rows whose cells start at the same places. Writers print a cell
 * to its end before the next, which tells the second line of a cell from the next row of the table.
 */
export function partsOf(rows: readonly Row[]): Part[] {
  const parts: Part[] = []
  let at = 0
  while (at < rows.length) {
    const table = tableFrom(rows, at)
    if (table) parts.push({ table: table.table })
    else parts.push({ row: rows[at]! })
    at = table ? table.next : at + 1
  }
  return parts
}

function tableFrom(rows: readonly Row[], from: number): { table: PdfTable; next: number } | null {
  const columns = columnsFrom(rows, from)
  if (!columns) return null
  let next = from
  while (next < rows.length && belongs(rows, next, from, columns)) next += 1
  const groups = groupsOf(rows.slice(from, next), columns)
  while (groups.length > 0 && isText(groups.at(-1)!)) next -= groups.pop()!.length
  if (groups.flat().filter(line => line.segments.length > 1).length < 2 || groups.length < 2) return null
  if (columns.length < SURE_COLUMNS && !groups.some(wasPrintedByCell)) return null
  const cells = groups.map(group => columns.map((_, column) => cellOf(group, columns, column)))
  return { table: { rows: cells }, next }
}

/** A short line below a table stands where a first cell would. */
const isText = (group: readonly Row[]): boolean => group.every(line => line.segments.length === 1)

/** The columns of a table that starts here: of this row, or of the next if that one shows more. */
function columnsFrom(rows: readonly Row[], from: number): number[] | null {
  const row = rows[from]!
  const isItem = row.mark !== null && row.segments.length < SURE_COLUMNS
  if (row.segments.length < 2 || isItem || row.rightToLeft) return null
  const next = rows[from + 1]
  const wider = next && next.segments.length > row.segments.length ? next : row
  return wider.segments.map(segment => segment.x)
}

/** Each part of the row lies within a column of its own; the first row starts where the columns start. */
function belongs(rows: readonly Row[], at: number, from: number, columns: readonly number[]): boolean {
  const row = rows[at]!
  if (at > from && row.y - rows[at - 1]!.y > LARGEST_GAP * row.size) return false
  const found = row.segments.map(segment => columnOf(segment, columns))
  if (found.some((column, index) => column < 0 || found.indexOf(column) !== index)) return false
  return row.segments.every((segment, index) => segment.end <= (columns[found[index]! + 1] ?? Infinity) + SAME_X)
}

/** The last column that starts at or before the segment, -1 left of the table. */
const columnOf = (segment: Segment, columns: readonly number[]): number =>
  columns.findLastIndex(x => x <= segment.x + SAME_X)

/** Lines that belong to one row of the table. */
function groupsOf(lines: readonly Row[], columns: readonly number[]): Row[][] {
  const groups: Row[][] = []
  let printed = -1
  for (const line of lines) {
    const first = Math.min(...line.segments.map(segment => segment.first))
    const startsRow = columnOf(line.segments[0]!, columns) === 0 && first > printed
    if (startsRow || groups.length === 0) groups.push([line])
    else groups.at(-1)!.push(line)
    printed = Math.max(printed, ...line.segments.map(segment => segment.last))
  }
  return groups
}

function wasPrintedByCell(group: readonly Row[]): boolean {
  return group.some((line, at) => {
    const above = group[at - 1]
    if (!above) return false
    return Math.min(...line.segments.map(({ first }) => first)) < Math.max(...above.segments.map(({ last }) => last))
  })
}

const cellOf = (group: readonly Row[], columns: readonly number[], column: number): Segment[] =>
  group.flatMap(line => line.segments.filter(segment => columnOf(segment, columns) === column))
