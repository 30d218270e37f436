import { indentOf, normalLine } from '../normal.ts'

/**
 * A line as Markdown would write it: `text` in normal form, `indent` in columns. Only marks differ from the source
 * (heading, list, table, label); the words stay as they are. A line of pure markup is blank.
 */
export type Written = { readonly text: string; readonly indent: number }

/**
 * Another language of marks. `speaks` looks at the lines in normal form and must be sure: Markdown shares many marks.
 * `write` gives one line for each line, so that numbers of lines hold.
 */
export type Dialect = {
  readonly name: string
  speaks(texts: readonly string[]): boolean
  write(lines: readonly Written[]): Written[]
}

/** A line with nothing in it. */
export const BLANK: Written = { text: '', indent: 0 }

/** Columns that a step of a nested list takes. */
const STEP = 2

/** An entry of a list, `depth` 1 being the outermost. */
export function bullet(text: string, depth: number): Written {
  return { text: `- ${text}`, indent: STEP * (depth - 1) }
}

/** A heading, `level` 1 to 6. */
export function heading(text: string, level: number): Written {
  return { text: `${'#'.repeat(Math.min(Math.max(level, 1), 6))} ${text}`, indent: 0 }
}

/** A row of a table. */
export function row(cells: readonly string[]): Written {
  return { text: `| ${cells.map(cell => cell.trim()).join(' | ')} |`, indent: 0 }
}

/** The line as it stands. */
export function asWritten(raw: string): Written {
  return { text: normalLine(raw), indent: indentOf(raw) }
}
