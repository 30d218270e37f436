import { isMark, type Row } from './rows.ts'
import { type Segment, togetherOf } from './segments.ts'

/** A table: where its columns start, and per table row the lines of each cell. */
export type PdfTable = {
  readonly columns: readonly number[]
  readonly rows: readonly (readonly (readonly Segment[])[])[]
}
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
  const tableRows = groups.map(group => {
    const lines = group.map(line => cellsOf(line, columns) ?? [])
    return columns.map((_, column) => lines.flatMap(cells => cells[column] ?? []))
  })
  return { table: { columns, rows: tableRows }, next }
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

/** The row stands near the one above, and each of its parts lies within a column of its own. */
function belongs(rows: readonly Row[], at: number, from: number, columns: readonly number[]): boolean {
  const row = rows[at]!
  if (at > from && row.y - rows[at - 1]!.y > LARGEST_GAP * row.size) return false
  return cellsOf(row, columns) !== null
}

/** What the row holds in each column; a list mark and its words are one. Null where it does not fit the columns. */
function cellsOf(row: Row, columns: readonly number[]): (Segment | null)[] | null {
  const cells: (Segment | null)[] = columns.map(() => null)
  for (const segment of row.segments) {
    const column = columnOf(segment, columns)
    const before = cells[column] ?? null
    if (column < 0 || segment.end > (columns[column + 1] ?? Infinity) + SAME_X) return null
    if (before && !isMark(before.text)) return null
    cells[column] = before ? togetherOf(before, segment) : segment
  }
  return cells
}

/** The last column that starts at or before the segment, -1 left of the table. */
const columnOf = (segment: Segment, columns: readonly number[]): number =>
  columns.findLastIndex(x => x <= segment.x + SAME_X)

/** Lines that belong to one row of the table. */
function groupsOf(lines: readonly Row[], columns: readonly number[]): Row[][] {
  const groups: Row[][] = []
  let printed = -1
  for (const line of lines) {
    const startsRow = columnOf(line.segments[0]!, columns) === 0 && firstOf(line) > printed
    if (startsRow || groups.length === 0) groups.push([line])
    else groups.at(-1)!.push(line)
    printed = Math.max(printed, lastOf(line))
  }
  return groups
}

const wasPrintedByCell = (group: readonly Row[]): boolean =>
  group.some((line, at) => at > 0 && firstOf(line) < lastOf(group[at - 1]!))

const firstOf = (row: Row): number => Math.min(...row.segments.map(({ first }) => first))
const lastOf = (row: Row): number => Math.max(...row.segments.map(({ last }) => last))
