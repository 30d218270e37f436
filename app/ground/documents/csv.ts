import { oneLine, type Table } from './document.ts'

const BYTE_ORDER_MARK = '\ufeff'
const QUOTED = /[",;]/
/**
 * What spreadsheet programs take for the beginning of a formula (OWASP, CSV injection), their wide forms too: at the
 * beginning of a cell, and behind what a program with another separator takes for one: it takes quotes for signs, too.
 */
const FORMULA = /(^|[;,|"] ?)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu
/** "-12", "+4930" of digits alone calculate nothing. */
const PLAIN_NUMBER = /^[-+]?\d{1,15}(?:[.,]\d{1,6})?$/

export type Separator = ',' | ';'

/** What spreadsheet programs take for the separator by themselves: where a comma stands in numbers it parts no cells. */
export const separatorOf = (language: string): Separator => (language === 'de' ? ';' : ',')

/**
 * A table as CSV (RFC 4180, but for a semicolon): CRLF, a header row; UTF-8 with the mark that spreadsheet programs look
 * for. Each cell is one line, without tabs and control signs. An apostrophe stands before what would be calculated.
 * Columns to write in by hand are left out.
 */
export function csvOf({ columns, rows }: Table, separator: Separator): Uint8Array {
  const kept = columns.flatMap(({ kind }, at) => (kind === 'room' ? [] : [at]))
  const lines = [columns.map(({ label }) => label), ...rows].map(
    row => `${kept.map(at => cell(row[at] ?? '')).join(separator)}\r\n`,
  )
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(''))
}

function cell(value: string): string {
  const text = oneLine(value)
  const guarded = PLAIN_NUMBER.test(text) ? text : text.replace(FORMULA, "$1'")
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
