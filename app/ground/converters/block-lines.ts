import type { Block, Cell, ListItem, Row } from './blocks.ts'
import { bounds, giveUp, textTooLong } from './bounds.ts'

/** Columns a list level is indented by: enough to stand inside "10. " as CommonMark reads it. */
const INDENT = 4
/** Word has 9 levels, LibreOffice 10; deeper ones stay at the last, so that indents can not grow a text without end. */
const DEEPEST = 12
const DEEPEST_HEADING = 6
/** A row longer than this tells whole agenda items in its cells and is read paragraph by paragraph. */
const LONGEST_ROW = 300
/** Cells of one row; wider tables are spreadsheets. */
const MOST_CELLS = 100

/**
 * Writes blocks as lines of light Markdown: `# ` headings, list items with their marks, tables as pipe rows.
 * One paragraph is one line; a blank line parts paragraphs, lists and tables. Throws `text-too-long`.
 */
export function linesOf(blocks: readonly Block[]): string {
  const lines: string[] = []
  let bytes = 0
  let before: Block['kind'] | null = null
  for (const block of blocks) {
    const written = writtenLines(block)
    if (written.length === 0) continue
    if (before !== null && !hangsTogether(before, block.kind)) lines.push('')
    for (const line of written) {
      lines.push(line)
      bytes += line.length + 1
    }
    if (bytes > bounds.textBytes || lines.length > bounds.textLines) giveUp(textTooLong())
    before = block.kind
  }
  return lines.join('\n')
}

/** A heading or a lead-in stands right above what it governs. */
function hangsTogether(before: Block['kind'], now: Block['kind']): boolean {
  if (now === 'item') return before !== 'table'
  return before === 'heading' && now !== 'heading'
}

function writtenLines(block: Block): string[] {
  if (block.kind === 'table') return tableLines(block.rows)
  if (block.kind === 'item') return itemLines(block)
  if (block.kind === 'paragraph') return textLines(block.text)
  const title = textLines(block.text).join(' ')
  return title === '' ? [] : [`${'#'.repeat(Math.min(block.level, DEEPEST_HEADING))} ${title}`]
}

function textLines(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

function itemLines(item: ListItem): string[] {
  const indent = ' '.repeat(INDENT * Math.min(item.depth, DEEPEST))
  const [first, ...further] = textLines(item.text)
  if (first === undefined) return []
  const mark = item.label === '' ? '' : `${item.label} `
  const hanging = indent + ' '.repeat(Math.min(mark.length || 2, INDENT))
  return [item.label === '' ? hanging + first : indent + mark + first, ...further.map(line => hanging + line)]
}

/** A table of one column only frames its content: it is written as if the frame were not there. */
function tableLines(rows: readonly Row[]): string[] {
  const width = rows.reduce((most, row) => Math.min(MOST_CELLS, Math.max(most, row.cells.length)), 0)
  if (width <= 1) {
    const framed = linesOf(rows.flatMap(row => row.cells.flat()))
    return framed === '' ? [] : framed.split('\n')
  }
  const lines: string[] = []
  for (const [at, row] of rows.entries()) {
    lines.push(...rowLines(row, width))
    if (row.header && !rows[at + 1]?.header) lines.push(`|${' --- |'.repeat(width)}`)
  }
  return lines
}

/**
 * One line for an ordinary row. Where cells hold lists or long texts, the first paragraphs of all cells stand on one
 * line, the second ones on the next, as the eye meets them.
 */
function rowLines(row: Row, width: number): string[] {
  const cells = row.cells.slice(0, width).map(cellLines)
  while (cells.length < width) cells.push([])
  if (cells.every(lines => lines.length === 0)) return []
  const length = cells.flat().reduce((sum, line) => sum + line.length, 0)
  const listed = row.cells.some(cell => cell.some(block => block.kind !== 'paragraph'))
  if (length <= LONGEST_ROW && !listed) return [pipeRow(cells.map(joinedLines))]
  const height = Math.max(...cells.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) => pipeRow(cells.map(lines => lines[line] ?? '')))
}

const pipeRow = (cells: readonly string[]): string =>
  `|${cells.map(cell => (cell === '' ? '  |' : ` ${cell} |`)).join('')}`

/** A table within a cell gives its cells one by one; headings within a cell lose their mark. */
function cellLines(cell: Cell): string[] {
  const lines: string[] = []
  for (const block of cell) {
    if (block.kind === 'table') lines.push(...block.rows.flatMap(row => row.cells.flatMap(cellLines)))
    else if (block.kind === 'item') lines.push(...itemLines(block).map(line => line.trim()))
    else lines.push(...textLines(block.text))
  }
  return lines.map(line => line.replaceAll('\t', ' ').replaceAll('|', '\\|'))
}

/** A sign after which the next line of a cell goes on without a slash. */
const PAUSE = /[,;:.!?/–-]$/

function joinedLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => (text === '' ? line : `${text}${PAUSE.test(text) ? '' : ' /'} ${line}`), '')
}
