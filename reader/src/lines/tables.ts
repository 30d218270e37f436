import type { Apart } from './document.ts'

const SEPARATOR = /^[|:\- ]+$/
/** A cell border that is not escaped. */
const BORDER = /(?<!\\)\|/

/**
 * The cells of each table row, null outside of tables. A row starts with `|`, or holds `|` and hangs together with a
 * separator row (`--- | ---`).
 */
export function tableRowsOf(texts: readonly string[], apart: readonly (Apart | null)[]): (readonly string[] | null)[] {
  let inTable = false
  return texts.map((text, at) => {
    const separated = isSeparator(texts[at + 1])
    if (isSeparator(text)) {
      inTable = true
      return null
    }
    inTable = text.includes('|') && (inTable || separated)
    if (apart[at] !== null || !(inTable || text.startsWith('|'))) return null
    return cellsOf(text)
  })
}

function isSeparator(text: string | undefined): boolean {
  return text?.includes('--') === true && text.includes('|') && SEPARATOR.test(text)
}

function cellsOf(row: string): string[] {
  const cells = row.split(BORDER).map(cell => cell.trim())
  if (cells[0] === '') cells.shift()
  if (cells.at(-1) === '') cells.pop()
  return cells
}
