import type { Table } from './document.ts'

const BYTE_ORDER_MARK = '\ufeff'
const QUOTED = /[",;\r\n\t]|^ | $/
/**
 * What spreadsheet programs take for the beginning of a formula (OWASP, CSV injection), behind blanks too; their wide
 * forms are told from them by some programs only after they have calculated.
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u
/** "-12", "+49 30 1234" of digits alone calculate nothing. */
const PLAIN_NUMBER = /^[-+]?\d{1,15}(?:[.,]\d{1,6})?$/

/**
 * A table as CSV (RFC 4180): commas, CRLF, a header row; UTF-8 with the mark that spreadsheet programs look for. A cell
 * that would be calculated is guarded by an apostrophe.
 */
export function csvOf({ columns, rows }: Table): Uint8Array {
  const lines = [columns.map(({ label }) => label), ...rows].map(row => `${row.map(cell).join(',')}\r\n`)
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(''))
}

function cell(value: string): string {
  const text = value.toWellFormed()
  const guarded = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
