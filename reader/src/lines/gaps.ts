import type { Line } from './document.ts'
import { normalLine } from './normal.ts'

/** Columns of typed lists stand behind a tab or several blanks. */
const GAP = /\t{1,9}| {2,}/

/** The columns of a line that was typed in columns ("Gero Pohl	Bürgerliste"); one for any other line. */
export function columnsOf(line: Line): string[] {
  if (line.cells) return [...line.cells]
  const columns = line.raw.trim().split(GAP).map(normalLine)
  return columns.length > 1 ? columns.filter(column => column !== '') : [line.body]
}
